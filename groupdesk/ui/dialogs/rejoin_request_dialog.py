# SPDX-License-Identifier: MIT
"""Records that somebody wants to come back: who, to which group, when, and in what words."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QWidget

from groupdesk.domain.act_records import DraftRecord
from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.enums import MembershipState
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.person_records import PersonHit
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.domain.rejoin_records import Newcomer, RejoinKnown, RejoinRequestInput
from groupdesk.domain.search_tokens import fold
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.draft_keeper import Contents
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.rejoin_words import spoken
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.act_draft_frame import ActDraftFrame
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField, TakesError
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.record_table import RecordTable
from groupdesk.ui.widgets.rejoin_known import RejoinKnownPanel
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

_WAIT = 150  # milliseconds of rest before the register is asked
_HITS = 4  # lines of the table of people found


class RejoinRequestDialog(ActDraftFrame):
    """Whoever is typed and not chosen from the register was never here before."""

    def __init__(
        self,
        context: UiContext,
        groups: tuple[GroupRecord, ...],
        parent: QWidget | None = None,
        *,
        group_id: int = 0,
        person_id: int = 0,
    ) -> None:
        """Offer `groups`, `group_id` first; with `person_id` it is known who asks."""
        again = partial(_open, context, groups, parent, group_id, person_id)
        kind = f"rejoin.{person_id}" if person_id else "rejoin"
        super().__init__(context, kind, None, parent, open_again=lambda: again)
        self._person_id, self._fixed = person_id, bool(person_id)
        self._nobody = False  # said that it is none of those found
        self._group_meant = False  # chosen here, not the one that was in front by chance
        self._asked = 0
        self.group: ChoiceBox[int] = ChoiceBox(self)
        self.group.set_choices([(one.name, one.id) for one in groups])
        if group_id:
            self.group.choose(group_id)
        self.name = QLineEdit(self)
        self.account = QLineEdit(self)
        self.phone = QLineEdit(self)
        self.model: RecordModel[PersonHit] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, MemberDelegate(self.table))
        self.table.setFixedHeight(_HITS * current_theme().size("row"))
        self._who = label(role="secondary", parent=self, wrap=True)
        self.nobody = button("", "link", parent=self)
        self.received = TimeChoice(context.desk.clock, required=True)
        self.channel: ChoiceBox[AppealChannel] = ChoiceBox(self)
        self.reason = TextArea(4, self)
        self.group_field = FormField("", self.group, self)
        self.name_field = FormField("", self.name, self)
        self.account_field = FormField("", self.account, self)
        self.phone_field = FormField("", self.phone, self)
        self.received_field = FormField("", self.received, self)
        self.channel_field = FormField("", self.channel, self)
        self.reason_field = FormField("", self.reason, self)
        self.known = RejoinKnownPanel(context, self)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._lay_out()
        self._translate_dialog()
        self._connect()
        self._follow()
        self.begin()
        self.resize(self.sizeHint())
        (self.reason if self._fixed else self.name).setFocus()

    @property
    def person_id(self) -> int:
        """The person who asks; 0 for somebody who was never here."""
        return self._person_id

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()
            self._show_state()

    # ---- building

    def _lay_out(self) -> None:
        space = current_theme().size("space_m")
        self._contact = QWidget(self)
        contact = QHBoxLayout(self._contact)
        contact.setContentsMargins(0, 0, 0, 0)
        contact.setSpacing(space)
        contact.addWidget(self.account_field)
        contact.addWidget(self.phone_field)
        when = QHBoxLayout()
        when.setSpacing(space)
        when.addWidget(self.received_field)
        when.addWidget(self.channel_field, 1)
        self.form.addWidget(self.group_field)
        for part in (self.name_field, self.table, self._who, self.nobody, self._contact):
            self.form.addWidget(part)
            part.setVisible(not self._fixed)
        self.form.addLayout(when)
        self.form.addWidget(self.reason_field)
        self.form.addStretch(1)
        self.group_field.setVisible(self.group.count() > 1)
        self.side.addWidget(self.known)
        self.side.addStretch(1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look_up)
        self.group.chosen.connect(self._on_group)
        self.name.textEdited.connect(self._on_name)
        for edit in (self.account, self.phone):
            edit.textEdited.connect(lambda _text: self._timer.start())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_hit())
        self.nobody.clicked.connect(self._choose_nobody)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.name, self.table.setFocus)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.received.changed.connect(self._show_state)
        self.reason.textChanged.connect(self.reason_field.clear_error)
        for signal in (
            *(self.group.chosen, self.name.textEdited, self.account.textEdited),
            *(self.phone.textEdited, self.received.changed, self.channel.chosen),
            self.reason.textChanged,
        ):
            signal.connect(lambda *_: self.keeper.touch())
        self.main_requested.connect(
            lambda: self.record(self._request, self.context.desk.leaving.rejoin_requests.record)
        )

    # ---- words and state

    def _cells(self, hit: PersonHit) -> list[Cell]:
        return [hit.name, hit.about]

    def _translate_dialog(self) -> None:
        words = self.context.translations.words
        name = self.context.desk.persons.get(self._person_id).name if self._fixed else ""
        group = self.group.currentText() if self.group.count() == 1 else ""
        self.set_head(
            self.tr("{0} wants to come back").format(name)
            if name
            else self.tr("Somebody wants to come back"),
            group,
            name=name,
        )
        self.group_field.set_caption(self.tr("To which &group"))
        self.name_field.set_caption(self.tr("&Who"))
        self.name.setPlaceholderText(self.tr("Name, pinyin, phone or nickname"))
        self.table.setAccessibleName(self.tr("People found"))
        self.nobody.setText(self.tr("None of these: was never here"))
        self.account_field.set_caption(self.tr("Platform &ID, if known"))
        self.phone_field.set_caption(self.tr("&Phone, if known"))
        self.received_field.set_caption(self.tr("&Asked"))
        self.received.set_caption(self.tr("Asked"))
        self.channel_field.set_caption(self.tr("&How"))
        self.channel.set_choices(
            [(words(f"appeal_channel.{one.value}"), one) for one in AppealChannel]
        )
        self.reason_field.set_caption(self.tr("What they &say, if anything"))
        self.set_main(self.tr("Record request"), "check")

    def _show_state(self) -> None:
        named = bool(self._person_id) or not is_blank(self.name.text())
        missing = []
        if not named:
            missing.append(self.tr("who asks"))
        elif self._undecided:
            missing.append(self.tr("who of those found asks, or that it is none of them"))
        if self.received.to_come:
            missing.append(self.tr("a time that has passed"))
        self.set_missing(missing)
        if self._fixed:
            return
        found = self.model.rowCount() > 0 and not self._nobody
        new = named and not self._person_id and not found
        self._contact.setVisible(new)
        self.table.setVisible(self.model.rowCount() > 0)
        self.nobody.setVisible(bool(self._person_id) or (named and found))
        self._who.setVisible(new)
        self._who.setText(self.tr("Was never here: gets an entry in the register with this name."))

    # ---- who it is

    @property
    def _undecided(self) -> bool:
        """Whether a name is typed, and nobody said yet who of those found that is."""
        if self._person_id or self._nobody or is_blank(self.name.text()):
            return False
        return self._timer.isActive() or self.model.rowCount() > 0

    def _on_name(self, _text: str) -> None:
        self.name_field.clear_error()
        self._person_id, self._nobody = 0, False
        self._timer.start()
        self._show_state()

    def look_up(self) -> None:
        """Look up what is typed, in the thread beside; the newest question wins."""
        self._timer.stop()
        self._asked += 1
        asked, text, find = self._asked, self.name.text(), self.context.desk.persons.find

        def show(hits: tuple[PersonHit, ...]) -> None:
            if asked == self._asked:
                self.model.show_records((self.tr("Member"), self.tr("Known as")), hits)
                header = self.table.horizontalHeader()
                header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
                self._choose_namesake(hits)
                self._choose_again(hits)
                self._follow()

        self.context.runner.run(
            self,
            lambda: find(text) if text.strip() else (),
            show,
            lambda error: self.banner.show_message(self.context.error_text(error), "danger"),
            pool="files",
        )

    def _choose_namesake(self, hits: tuple[PersonHit, ...]) -> None:
        """Choose the only one of that very name: a second entry is not made by oversight."""
        typed = fold(self.name.text())
        same = [at for at, one in enumerate(hits) if fold(one.name) == typed]
        if len(same) == 1 and not self._person_id and not self._nobody:
            self.table.selectRow(same[0])

    def _choose_again(self, hits: tuple[PersonHit, ...]) -> None:
        """Mark whoever is meant already: a draft knows them, the table does not."""
        at = next((at for at, one in enumerate(hits) if one.person_id == self._person_id), -1)
        if at >= 0 and self.table.currentIndex().row() != at:
            self.table.selectRow(at)

    def _on_hit(self) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at < self.model.rowCount():
            self._person_id = self.model.record(at).person_id
            self._go_to_their_group()
            self.keeper.touch()
            self._follow()

    def _on_group(self) -> None:
        self._group_meant = True
        self._follow()

    def _go_to_their_group(self) -> None:
        """Take the group that they left last, where nobody chose one and they never left this."""
        if self._group_meant:
            return
        stays = self.context.desk.persons.get(self._person_id).stays
        left = [one for one in stays if one.state is not MembershipState.ACTIVE and one.ended_at]
        if left and self.group.value not in {one.group_id for one in left}:
            self.group.choose(max(left, key=lambda one: one.ended_at).group_id)

    def _choose_nobody(self) -> None:
        self._person_id, self._nobody = 0, True
        self.keeper.touch()
        self.table.setCurrentIndex(QModelIndex())  # who is chosen again is another current row
        self._follow()
        self.account.setFocus()

    def _follow(self) -> None:
        """Show what is known of whoever asks, in the group that is chosen."""
        self._show_state()
        who: int | Newcomer = self._person_id or self._newcomer()
        if isinstance(who, Newcomer) and (is_blank(who.name) or self._undecided):
            self.known.show_known(None)
            return
        self._asked += 1
        asked = self._asked

        def show(known: RejoinKnown) -> None:
            if asked == self._asked:
                self.known.show_known(known)

        self.context.runner.run(
            self,
            partial(self.context.desk.leaving.rejoin_requests.known, self.group.value, who),
            show,
            lambda error: self.banner.show_message(self.context.error_text(error), "danger"),
            pool="files",
        )

    def _newcomer(self) -> Newcomer:
        return Newcomer(self.name.text(), self.account.text(), self.phone.text())

    # ---- the draft

    def form_contents(self) -> Contents:
        return {
            "group": self.group.value,
            "person": self._person_id,
            "nobody": self._nobody,
            "name": self.name.text(),
            "account": self.account.text(),
            "phone": self.phone.text(),
            "asked": self.received.moment(),
            "channel": self.channel.value.value,
            "reason": self.reason.text,
        }, ()

    def restore_form(self, draft: DraftRecord) -> None:
        kept = draft.payload
        group, person = kept.get("group"), kept.get("person")
        if isinstance(group, int):
            self.group.choose(group)
            self._group_meant = True
        for edit, key in ((self.name, "name"), (self.account, "account"), (self.phone, "phone")):
            edit.setText(str(kept.get(key, "")))
        if kept.get("asked"):
            self.received.set_moment(str(kept["asked"]))
        if kept.get("channel") in set(AppealChannel):
            self.channel.choose(AppealChannel(str(kept["channel"])))
        self.reason.set_text(str(kept.get("reason", "")))
        if self._fixed:
            return
        self._nobody = kept.get("nobody") is True
        self._person_id = person if isinstance(person, int) else 0
        if self._person_id and not self._is_known(self._person_id):
            self._person_id = 0
        self._follow()
        self._timer.start()

    def _is_known(self, person_id: int) -> bool:
        try:
            self.context.desk.persons.get(person_id)
        except GroupDeskError:
            return False
        return True

    # ---- recording

    def _request(self, operation: UUID) -> RejoinRequestInput:
        return RejoinRequestInput(
            operation=operation,
            group_id=self.group.value,
            asked_at=self.received.moment(),
            channel=self.channel.value,
            person_id=self._person_id,
            newcomer=None if self._person_id else self._newcomer(),
            reason=self.reason.text,
        )

    def on_recorded(self, receipt: Receipt) -> None:
        from groupdesk.ui.rejoin_acts import RejoinActs  # noqa: PLC0415  # which opens this dialog

        context, behind = self.context, self.parentWidget()
        record = context.desk.leaving.rejoin_requests.get(receipt.subject_id)
        acts = RejoinActs(context, behind) if behind is not None else None
        told = context.translations.words("rejoin_told.recorded", name=record.row.name)
        context.notify(
            f"{told} {spoken(context).next(record.row)}",
            action_text=self.tr("Answer now…") if acts is not None else "",
            action=(lambda: acts.answer(record)) if acts is not None else None,
            seconds=20,
        )

    def named_fields(self) -> dict[str, TakesError]:
        return {
            "name": self.name_field,
            "external_id": self.account_field,
            "phone": self.phone_field,
            "asked_at": self.received_field,
            "reason": self.reason_field,
        }


def _open(
    context: UiContext,
    groups: tuple[GroupRecord, ...],
    parent: QWidget | None,
    group_id: int,
    person_id: int,
) -> None:
    RejoinRequestDialog(context, groups, parent, group_id=group_id, person_id=person_id).open()
