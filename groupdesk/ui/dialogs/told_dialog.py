# SPDX-License-Identifier: MIT
"""Who was told of a version of the rules, who acknowledged it, who joined since; in bulk."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Channel, ToldState, Topic
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.told_records import (
    NamesFound,
    TellDone,
    TellRequest,
    ToldMember,
    ToldWhich,
    VersionTold,
)
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.theme import current_theme
from groupdesk.ui.told_words import told_summary
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

_MOST_NAMED = 8
_TONES = {ToldState.ACKNOWLEDGED: "ok", ToldState.TOLD: "accent"}


class ToldDialog(DialogFrame):
    """What is chosen in the list, or else all that it shows, is recorded at once."""

    def __init__(
        self,
        context: UiContext,
        group: GroupRecord,
        parent: QWidget | None = None,
        *,
        version: int = 0,
        which: ToldWhich = ToldWhich.UNTOLD,
        chosen: tuple[int, ...] = (),
    ) -> None:
        """Show `version`, the one in force for 0, with the members of `which` or `chosen`."""
        super().__init__(parent)
        self._context = context
        self._group = group
        self._operation = uuid.uuid4()
        self._versions = context.desk.announcements.versions(group.id)
        self._members: tuple[ToldMember, ...] = ()
        self._chosen_first = chosen
        self.template = ""
        """That of the announcement which tells them, where it is known."""
        self._first = True
        self.version: ChoiceBox[int] = ChoiceBox(self)
        self.summary = label(role="strong", parent=self, wrap=True)
        self.chips = ChipRow("", parent=self)
        self.model: RecordModel[ToldMember] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.nobody = label(role="muted", parent=self, wrap=True)
        self.names = TextArea(5, self)
        self.find_button = button("", icon_name="search", parent=self)
        self.channel: ChoiceBox[Channel] = ChoiceBox(self)
        self.when = TimeChoice(context.desk.clock, parent=self, required=True)
        self.fields = {
            "version": FormField("", self.version, self),
            "names": FormField("", self.names, self),
            "channel": FormField("", self.channel, self),
            "at": FormField("", self.when, self),
        }
        self.back_button = button("", icon_name="undo-2", parent=self)
        self.welcome_button = button("", icon_name="hand", parent=self)
        self.acknowledged_button = button("", icon_name="check-check", parent=self)
        self._build()
        self._say()
        if self._versions:
            newest = self._versions[0].version
            wanted = version if any(v.version == version for v in self._versions) else newest
            self.version.choose(wanted)
        self._show_list()
        self.chips.set_current((ToldWhich.ALL if chosen else which).value)
        self._connect()
        self._load()
        self.resize(1080, 760)

    # ---- what is shown

    @property
    def told(self) -> VersionTold | None:
        """What is known of the version in front, None where nothing was published."""
        if not self._versions:
            return None
        return next(one for one in self._versions if one.version == self.version.value)

    @property
    def picked(self) -> tuple[ToldMember, ...]:
        """The members who are chosen, or all of the list where nobody is."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.record(row) for row in rows) or tuple(self.model.records)

    def choose(self, ids: tuple[int, ...]) -> None:
        """Choose members, of all who are shown then."""
        self.chips.set_current(ToldWhich.ALL.value)
        self._show_list()
        wanted, chosen = set(ids), QItemSelection()
        for row, member in enumerate(self.model.records):
            if member.membership_id in wanted:
                chosen.select(self.model.index(row, 0), self.model.index(row, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        if not chosen.isEmpty():
            self.table.scrollTo(chosen.indexes()[0])

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_list()

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_m"))
        row.addWidget(self.fields["version"], 1)
        words = QVBoxLayout()
        words.addStretch(1)
        words.addWidget(self.summary)
        row.addLayout(words, 2)
        self.form.addLayout(row)
        self.form.addWidget(self.chips)
        self.form.addWidget(self.table, 1)
        self.form.addWidget(self.nobody, 1, Qt.AlignmentFlag.AlignTop)
        self.table.setMinimumHeight(4 * theme.size("row"))
        for part in (
            self.fields["names"],
            self.find_button,
            self.fields["channel"],
            self.fields["at"],
        ):
            self.side.addWidget(part)
        self._how = label(role="secondary", parent=self, wrap=True)
        self.side.addWidget(self._how)
        self.side.addWidget(self.back_button)
        self.side.addStretch(1)
        self.add_left(self.welcome_button)
        self.add_cancel(closes=True)
        self.add_right(self.acknowledged_button)

    def _connect(self) -> None:
        announcements = self._context.desk.announcements
        self.version.chosen.connect(self._load)
        self.chips.chosen.connect(lambda _key: self._show_list())
        self.table.selectionModel().selectionChanged.connect(lambda _a, _b: self._say_acts())
        self.names.textChanged.connect(self._say_find)
        self.find_button.clicked.connect(self._find)
        self.main_requested.connect(lambda: self._record(announcements.tell))
        self.acknowledged_button.clicked.connect(lambda: self._record(announcements.acknowledge))
        self.back_button.clicked.connect(self._take_back)
        self.welcome_button.clicked.connect(self._welcome)
        self._context.events.changed.connect(self._on_changed)

    def _say(self) -> None:
        words = self._context.translations.words
        self.set_head(
            self.tr("Who was told of the rules: {0}").format(self._group.name),
            self.tr("Choose members, or leave the choice open for all in the list."),
            sign="users",
        )
        self.version.set_choices(
            [(self.tr("Version {0}").format(one.version), one.version) for one in self._versions]
        )
        self.channel.set_choices([(words(f"told_channel.{one.value}"), one) for one in Channel])
        if self.channel.currentIndex() <= 0:
            self.channel.choose(Channel.GROUP)
        for key, caption in (
            ("version", self.tr("&Version")),
            ("names", self.tr("&Names or platform IDs, one per line")),
            ("channel", self.tr("Told or answered h&ow")),
            ("at", self.tr("Wh&en")),
        ):
            self.fields[key].set_caption(caption)
        self.chips.setAccessibleName(self.tr("Members shown"))
        self.table.setAccessibleName(self.tr("Members"))
        self.find_button.setText(self.tr("&Choose these members"))
        self.back_button.setText(self.tr("Take &back"))
        self.welcome_button.setText(self.tr("&Welcome text…"))
        self._how.setText(
            self.tr(
                "Each record stays in the log. What was recorded by mistake is taken back by a"
                " further record."
            )
        )

    # ---- loading

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.RULES, Topic.MEMBERS} and not self.busy:
            self._load()

    def _load(self) -> None:
        announcements, group = self._context.desk.announcements, self._group.id
        told = self.told
        if told is None:
            self._show_list()
            return

        def load() -> tuple[tuple[VersionTold, ...], tuple[ToldMember, ...]]:
            return announcements.versions(group), announcements.members(told.rulebook_id)

        def show(found: tuple[tuple[VersionTold, ...], tuple[ToldMember, ...]]) -> None:
            self._versions, self._members = found
            self._show_list()
            if self._first:
                self._first = False
                (self.table if self.model.records else self.chips).setFocus()
            if self._chosen_first:
                self.choose(self._chosen_first)
                self._chosen_first = ()

        self._context.runner.run(self, load, show, self._on_failed, pool="files")

    def _show_list(self) -> None:
        words, told = self._context.translations.words, self.told
        counts = {
            which: sum(member.is_of(which) for member in self._members) for which in ToldWhich
        }
        current = self.chips.current or ToldWhich.UNTOLD.value
        self.chips.set_chips(
            [Chip(one.value, words(f"told_which.{one.value}"), counts[one]) for one in ToldWhich]
        )
        self.chips.set_current(current)
        which = ToldWhich(current)
        heads = (self.tr("Member"), self.tr("State"), self.tr("When"), self.tr("How"),
                 self.tr("By"))  # fmt: skip
        shown = [member for member in self._members if member.is_of(which)]
        self.model.show_records(heads, shown)
        header = self.table.horizontalHeader()
        for column, width in enumerate((0, 116, 116, 92, 76)):
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if width:
                self.table.setColumnWidth(column, width * current_theme().size("row") // 38)
        self.table.setVisible(bool(shown))
        self.nobody.setVisible(not shown)
        self.nobody.setText(self._nobody(which))
        self.summary.setText("" if told is None else told_summary(told, words))
        self._say_acts()
        self._say_find()

    def _nobody(self, which: ToldWhich) -> str:
        if self.told is None:
            return self.tr("This group has no published rules yet: publish them on the Rules page.")
        if not self._members:
            return self.tr("This group has no members in the register yet: import a list first.")
        return {
            ToldWhich.UNTOLD: self.tr("Everybody was told of this version."),
            ToldWhich.JOINED_SINCE: self.tr("Nobody joined since this version was told."),
            ToldWhich.TOLD: self.tr("Nobody was told of this version yet."),
            ToldWhich.ACKNOWLEDGED: self.tr("Nobody acknowledged this version yet."),
        }.get(which, "")

    def _cells(self, member: ToldMember) -> tuple[Cell, ...]:
        words, dates, now = (
            self._context.translations.words,
            self._context.dates,
            self._context.desk.clock(),
        )
        if member.state is None:
            key = "joined_since" if member.joined_since else "none"
            return member.name, (words(f"told_state.{key}"), "muted"), "", "", ""
        return (
            member.name,
            (words(f"told_state.{member.state.value}"), _TONES[member.state]),
            dates.moment(from_text(member.at), now) if member.at else "",
            words(f"told_channel.{member.channel.value}") if member.channel else "",
            member.operator,
        )

    def _say_acts(self) -> None:
        """Name the acts by how many they are about."""
        picked, may = self.picked, self._may_record and not self.busy
        untold = sum(not member.knows for member in picked)
        silent = sum(member.state is not ToldState.ACKNOWLEDGED for member in picked)
        known = sum(member.knows for member in picked)
        selected = self.table.selectionModel().hasSelection()
        told = self.tr("Record %n as told", "", untold) if untold else self.tr("Record as told")
        self.set_main(told, "check")
        self.set_missing([] if untold and may else [self.tr("somebody to tell")])
        if not self._may_record:
            self.set_missing([self.tr("a group that can be written to")])
        said = self.tr("Record %n as acknowledged", "", silent)
        self.acknowledged_button.setText(said if silent else self.tr("Record as acknowledged"))
        self.acknowledged_button.setEnabled(bool(silent) and may)
        self.back_button.setEnabled(bool(known) and may and selected)
        self.welcome_button.setEnabled(selected and len(picked) == 1)

    def _say_find(self) -> None:
        self.find_button.setEnabled(bool(self.names.text.strip()) and bool(self._members))

    @property
    def _may_record(self) -> bool:
        return not (self._context.desk.ledger.refusal or self._group.archived_at)

    # ---- acting

    def _find(self) -> None:
        found = self._context.desk.announcements.find(self._group.id, self.names.text)
        self.choose(found.ids)
        said = self.tr("%n member(s) found and chosen.", "", len(found.ids))
        self.fields["names"].set_hint(" ".join((said, *self._not_found(found))))

    def _not_found(self, found: NamesFound) -> list[str]:
        said = []
        for text, names in (
            (self.tr("Nobody is called: {0}."), found.unknown),
            (self.tr("Several are called: {0}. Choose them in the list."), found.several),
        ):
            if names:
                shown = self.tr(", ").join(names[:_MOST_NAMED])
                said.append(text.format(shown + ("…" if len(names) > _MOST_NAMED else "")))
        return said

    def _record(self, command: Callable[[TellRequest], TellDone]) -> None:
        told = self.told
        if told is None or not self._may_record:
            return
        ids = tuple(member.membership_id for member in self.picked)
        request = TellRequest(
            self._operation,
            told.rulebook_id,
            ids,
            self.when.moment(),
            self.channel.value,
            self.template,
        )
        self._run(lambda: command(request))

    def _take_back(self) -> None:
        told, announcements = self.told, self._context.desk.announcements
        if told is None:
            return
        ids = [member.membership_id for member in self.picked if member.knows]
        operation = self._operation
        self._run(lambda: announcements.take_back(operation, told.rulebook_id, ids))

    def _run(self, work: Callable[[], TellDone]) -> None:
        self.banner.dismiss()
        self.fields["at"].clear_error()
        self.set_busy(True)

        def done(told: TellDone) -> None:
            self.set_busy(False)
            self._operation = uuid.uuid4()
            self._context.done(told.receipt)
            self.table.clearSelection()
            self._load()
            self.banner.show_message(self.tr("Recorded for %n member(s).", "", told.members))

        self._context.runner.run(self, work, done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        if isinstance(error, ValidationError) and error.field == "at":
            self.fields["at"].set_error(text)
        else:
            self.banner.show_message(text, "danger")
        self._say_acts()

    def _welcome(self) -> None:
        from groupdesk.ui.dialogs.announce_dialog import AnnounceDialog  # noqa: PLC0415  # opens this

        told, picked = self.told, self.picked
        if told is not None and len(picked) == 1:
            AnnounceDialog(
                self._context, self._group, self, version=told.version, to=picked[0]
            ).open()
