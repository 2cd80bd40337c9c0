# SPDX-License-Identifier: MIT
"""The clean-up: which groups nobody seems to need, and what becomes of them."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action, Topic
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.review_enums import GroupConcern, GroupNoteKind
from groupdesk.domain.upkeep_records import CleanUp, GroupNoteRecord, GroupUse
from groupdesk.services.clean_up import DAYS, MAX_DAYS
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.group_note_dialog import GroupNoteDialog
from groupdesk.ui.group_words import note_lines
from groupdesk.ui.item_delegates import CellDelegate, PillDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.number_field import NumberField
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.section_label import SectionLabel

_WAIT = 300  # ms after the last key in the number
_CHIPS = ("asked", "kept", "all")
_TONES = {
    GroupConcern.QUIET: "warning",
    GroupConcern.EMPTY: "warning",
    GroupConcern.UNKNOWN: "muted",
}


class CleanUpDialog(DialogFrame):
    """The groups on the left, what is known of the chosen ones and the acts on the right."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Look at all groups in use."""
        super().__init__(parent)
        self._context = context
        self._found = CleanUp(DAYS, ())
        self._asked = 0
        self.days = NumberField(1, MAX_DAYS, self)
        self.days.setValue(DAYS)
        self._days_field = FormField("", self.days, self)
        self.chips = ChipRow("", parent=self)
        self.model: RecordModel[GroupUse] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self._nothing = label(role="muted", parent=self, wrap=True)
        self._name = label(role="section", parent=self, wrap=True)
        self.concerns = label(parent=self, wrap=True)
        self.facts = FactList(self)
        self._why_head = SectionLabel(parent=self)
        self.why = label(parent=self, wrap=True, selectable=True)
        self.noted = label(role="secondary", parent=self, wrap=True, selectable=True)
        self.keep_button = button("", icon_name="check", parent=self)
        self.mute_button = button("", icon_name="bell-off", parent=self)
        self.why_button = button("", icon_name="message-square-text", parent=self)
        self.open_button = button("", icon_name="settings-2", parent=self)
        self.add_cancel(closes=True)
        self._later = QTimer(self, singleShot=True, interval=_WAIT)
        self._build()
        self._connect()
        self._say()
        self.resize(1040, 700)
        self.table.setFocus()
        self._load()

    @property
    def chosen(self) -> tuple[GroupUse, ...]:
        """The groups that are chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.record(row) for row in rows)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show()

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        self.table.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table, "text"))
        self.table.setItemDelegateForColumn(1, PillDelegate(self.table))
        self.table.setMinimumHeight(5 * theme.size("row"))
        row = QHBoxLayout()
        row.setSpacing(theme.size("space_l"))
        row.addWidget(self._days_field)
        row.addStretch(1)
        self.form.addLayout(row)
        self.form.addWidget(self.chips)
        self.form.addWidget(self.table, 1)
        self.form.addWidget(self._nothing, 1)
        for part in (self._name, self.concerns, self.facts, self._why_head, self.why, self.noted):
            self.side.addWidget(part)
        self.side.addStretch(1)
        for made in (self.keep_button, self.mute_button, self.why_button, self.open_button):
            self.side.addWidget(made)

    def _connect(self) -> None:
        self.days.valueChanged.connect(lambda _days: self._later.start())
        self._later.timeout.connect(self._load)
        self.chips.chosen.connect(lambda _key: self._show())
        self.table.selectionModel().selectionChanged.connect(lambda *_parts: self._show_chosen())
        self.table.opened.connect(self._open)
        self.keep_button.clicked.connect(lambda: self._note(GroupNoteKind.KEPT))
        self.mute_button.clicked.connect(lambda: self._note(GroupNoteKind.MUTED))
        self.why_button.clicked.connect(lambda: self._note(GroupNoteKind.JOINED))
        self.open_button.clicked.connect(lambda: self._open(self.table.currentIndex()))
        self.main_requested.connect(self._archive)
        self._context.events.changed.connect(self._on_changed)

    def _say(self) -> None:
        self.set_head(
            self.tr("Clean up groups"),
            self.tr("Fewer groups, each with a purpose. Nothing here changes the platform."),
            sign="brush-cleaning",
        )
        self._days_field.set_caption(self.tr("Nothing happened for so many &days"))
        self.chips.setAccessibleName(self.tr("Which groups"))
        self.table.setAccessibleName(self.tr("Groups"))
        self._why_head.setText(self.tr("Why it is there"))
        self.keep_button.setText(self.tr("&Keep…"))
        self.mute_button.setText(self.tr("Note that notifications are &off…"))
        self.why_button.setText(self.tr("&Write down why…"))
        self.open_button.setText(self.tr("&About the group"))

    # ---- the list

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.GROUPS, Topic.MEMBERS, Topic.CASES, Topic.TASKS}:
            self._load()

    def _load(self) -> None:
        self._asked += 1
        asked, days, clean_up = self._asked, self.days.value(), self._context.desk.upkeep.clean_up

        def show(found: CleanUp) -> None:
            if asked == self._asked:
                self._found = found
                self._show()

        self._context.runner.run(
            self,
            lambda: clean_up.look(days),
            show,
            lambda error: self.banner.show_message(self._context.error_text(error), "danger"),
            pool="files",
        )

    def _shown(self, key: str) -> tuple[GroupUse, ...]:
        groups = self._found.groups
        if key == "asked":
            return tuple(one for one in groups if one.asked_about)
        if key == "kept":
            return tuple(one for one in groups if one.kept_now)
        return groups

    def _show(self) -> None:
        chosen = {one.id for one in self.chosen}
        names = (self.tr("To look at"), self.tr("Kept for now"), self.tr("All in use"))
        self.chips.set_chips(
            [
                Chip(key, name, len(self._shown(key)))
                for key, name in zip(_CHIPS, names, strict=True)
            ]
        )
        groups = self._shown(self.chips.current)
        heads = (
            self.tr("Group"),
            self.tr("Why it is listed"),
            self.tr("Members"),
            self.tr("Last sign"),
        )
        self.model.show_records(heads, groups)
        header, wide = self.table.horizontalHeader(), current_theme().size("row")
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, rows in ((1, 5), (2, 2), (3, 3)):
            self.table.setColumnWidth(column, rows * wide)
        self.table.setVisible(bool(groups))
        self._nothing.setVisible(not groups)
        self._nothing.setText(self._why_nothing())
        select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        rows_of = [row for row, one in enumerate(groups) if one.id in chosen]
        for row in rows_of:
            self.table.selectionModel().select(self.model.index(row, 0), select)
        if groups and not rows_of:
            self.table.selectRow(0)
        self._show_chosen()

    def _why_nothing(self) -> str:
        if self.chips.current == "kept":
            return self.tr("No group was kept lately.")
        if not self._found.groups:
            return self.tr("There is no group in use.")
        return self.tr(
            "Every group has members, an owner and a purpose, and something happened in each."
        )

    def _cells(self, use: GroupUse) -> tuple[Cell, ...]:
        words = self._context.translations.words
        told = _told(use)
        listed: Cell = "–"
        if told:
            listed = (words(f"group_concern.{told[0].value}"), _TONES.get(told[0], "muted"))
        return (use.name, listed, f"{use.members:,}", self._sign_of(use))

    def _sign_of(self, use: GroupUse) -> str:
        newest = max(use.last_active, use.last_act)
        return self._day(newest) if newest else self.tr("not known")

    # ---- the chosen ones

    def _show_chosen(self) -> None:
        chosen = self.chosen
        count = len(chosen)
        one = chosen[0] if count == 1 else None
        self._name.setText(one.name if one else self.tr("%n group(s) chosen", "", count))
        for part in (self.concerns, self.facts, self._why_head, self.why, self.noted):
            part.setVisible(one is not None)
        if one is not None:
            self._show_one(one)
        noting, archiving = (
            why_not(self._context, action) for action in (Action.GROUP_NOTE, Action.GROUP_ARCHIVE)
        )
        for made in (self.keep_button, self.mute_button, self.why_button):
            refuse(made, noting)
            made.setEnabled(made.isEnabled() and count > 0)
        self.why_button.setVisible(count == 1)
        self.open_button.setEnabled(count == 1)
        self.set_main(
            self.tr("Archive…") if count < 2 else self.tr("Archive %n group(s)…", "", count),
            "archive",
        )
        self.set_missing([] if count else [self.tr("a group")])
        self.set_hint(archiving)
        self.main_button.setEnabled(bool(count) and not archiving)

    def _show_one(self, use: GroupUse) -> None:
        words = self._context.translations.words
        self.concerns.setText(self.tr(" · ").join(self._concern(one, use) for one in _told(use)))
        self.concerns.setVisible(bool(_told(use)))
        active = self._day(use.last_active) if use.last_active else self.tr("not known")
        if use.last_active and use.unknown:
            active = self.tr("{0}; of %n member(s) not known", "", use.unknown).format(active)
        nothing = "–"
        self.facts.set_facts(
            [
                (self.tr("Platform"), words(f"platform.{use.platform.value}")),
                (self.tr("Owner"), use.owner_name or nothing),
                (self.tr("Members"), f"{use.members:,}"),
                (self.tr("Members last active"), active),
                (self.tr("Last list"), self._day(use.last_list) if use.last_list else nothing),
                (self.tr("Our last act"), self._day(use.last_act) if use.last_act else nothing),
                (self.tr("Open cases"), str(use.open_cases)),
                (self.tr("Still to do"), str(use.waits)),
                (
                    self.tr("Removals not carried out"),
                    str(use.to_carry_out) if use.to_carry_out else "",
                ),
            ]
        )
        self.why.setText(self._why(use.why))
        notes = [(self.tr("Kept"), use.kept), (self.tr("Notifications off"), use.muted)]
        self.noted.setText(
            "\n".join(
                self.tr("{0} ({1}, {2}): {3}").format(
                    name, self._day(note.at), note.operator, note.text
                )
                for name, note in notes
                if note is not None
            )
        )
        self.noted.setVisible(bool(self.noted.text()))

    def _concern(self, concern: GroupConcern, use: GroupUse) -> str:
        if concern is GroupConcern.QUIET:
            return self.tr("Nothing happened since {0}").format(self._sign_of(use))
        if concern is GroupConcern.UNKNOWN:
            return self.tr("Of %n member(s) nobody knows when they were active", "", use.unknown)
        return self._context.translations.words(f"group_concern.{concern.value}")

    def _why(self, note: GroupNoteRecord | None) -> str:
        if note is None:
            return self.tr("Nobody wrote down why this group is there.")
        when = self.tr("{0}, {1}").format(self._day(note.at), note.operator)
        return "\n".join([*note_lines(self._context.translations.words, note), when])

    def _day(self, at: str) -> str:
        now = self._context.desk.clock()
        return self._context.dates.day(from_text(at).astimezone(now.tzinfo).date(), now.date())

    # ---- acts

    def _note(self, kind: GroupNoteKind) -> None:
        if self.chosen:
            GroupNoteDialog(self._context, self.chosen, kind, self).open()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            ident = self.model.record(index.row()).id
            self.accept()
            self._context.go_to(ident, 0)
            self._context.acts.trigger("group.open")

    def _archive(self) -> None:
        from groupdesk.ui.dialogs.archive_dialog import ArchiveDialog  # noqa: PLC0415

        groups = []
        for use in self.chosen:
            try:
                groups.append(self._context.desk.groups.get(use.id))
            except StateChangedError as error:
                self.banner.show_message(self._context.error_text(error), "danger")
        if groups:
            ArchiveDialog(self._context, groups, self, papers=True).open()


def _told(use: GroupUse) -> list[GroupConcern]:
    return [one for one in GroupConcern if one in use.concerns and one is not GroupConcern.NO_WHY]
