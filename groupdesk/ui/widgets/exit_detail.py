# SPDX-License-Identifier: MIT
"""One request to leave: where it stands, what is next, and all that belongs to it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.exits import GOING
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitState
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_acts import ExitActs
from groupdesk.ui.exit_words import last_letter, next_act, spoken
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.exit_checklist import ExitChecklist
from groupdesk.ui.widgets.exit_customer_list import ExitCustomerList
from groupdesk.ui.widgets.exit_facts import ExitFacts
from groupdesk.ui.widgets.exit_help import ExitHelp
from groupdesk.ui.widgets.exit_history import ExitHistory
from groupdesk.ui.widgets.exit_notices import ExitNotices
from groupdesk.ui.widgets.message_preview import MessagePreview
from groupdesk.ui.widgets.request_frame import RequestFrame
from groupdesk.ui.widgets.section_label import SectionLabel

ACTS = (
    "exit.answer",
    "exit.left",
    "exit.customers",
    "exit.check",
    "exit.letter",
    "exit.save",
    "exit.hand_over",
    "exit.note",
    "exit.correct",
)


class ExitDetail(RequestFrame):
    """The right side of the list of requests to leave."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Start without a request."""
        super().__init__(context, ACTS, parent, quiet={"exit.correct"})
        self._exit: ExitRecord | None = None
        self._acts = ExitActs(context, self)
        self.notices = ExitNotices(context, self, customers=False)
        self.facts = ExitFacts(context, self)
        self.checklist = ExitChecklist(context, self)
        self.customers = ExitCustomerList(context, self)
        self.help = ExitHelp(context, self)
        self.history = ExitHistory(context, self)
        self._letter_head = SectionLabel(parent=self)
        self.letter = MessagePreview(parent=self)
        self.member_button = self.add_beside_acts(button("", "ghost", "user", self))
        self.mistake_button = self.add_beside_acts(button("", "ghost", "undo-2", self))
        listed = Card(parent=self)
        listed.body.addWidget(self.checklist)
        self.add_parts(
            *(self.notices, listed, self.customers, self.facts),
            *(self._letter_head, self.letter, self.help, self.history),
        )
        self._connect()

    @property
    def exit(self) -> ExitRecord | None:
        """The request that is shown."""
        return self._exit

    # ---- RequestDetail

    @property
    def shown_id(self) -> int:
        return self._exit.row.id if self._exit is not None else 0

    def show_nothing(self) -> None:
        self._exit = None
        self.hide()

    def show_request(self, request_id: int) -> None:
        try:
            record = self.context.desk.leaving.exits.get(request_id)
        except GroupDeskError:
            self.show_nothing()
            return
        again = self.shown_id == request_id
        self._exit = record
        can_tell = not why_not(self.context, Action.EXIT_TELL) and not record.row.archived
        self.notices.show_outlook(record)
        self.notices.setVisible(self.notices.isVisibleTo(self) and record.row.state in GOING)
        self.facts.show_exit(record)
        self.checklist.show_exit(record, refusal=why_not(self.context, Action.EXIT_ITEM))
        self.customers.show_exit(record, can_write=can_tell and record.row.state in GOING)
        self.help.show_exit(record)
        self.help.setVisible(record.row.state in GOING)
        self.history.show_exit(record)
        self._show_letter(record)
        self.say()
        if not again:
            self.begin_at_top()
        self.show()

    def main_act(self) -> str:
        return next_act(self._exit, self.context.desk.clock().date()) if self._exit else ""

    def possible(self) -> frozenset[str]:
        record = self._exit
        if record is None:
            return frozenset()
        found = {"exit.note"}
        choices = {
            ExitEntryKind.APPROVED: "exit.answer",
            ExitEntryKind.LEFT: "exit.left",
            ExitEntryKind.CORRECTED: "exit.correct",
        }
        found |= {act for kind, act in choices.items() if kind in record.choices}
        if record.row.state in GOING:
            found |= {"exit.save", "exit.hand_over"}
            if record.customers:
                found.add("exit.customers")
        if record.row.check_on:
            found.add("exit.check")
        if record.row.has_letter:
            found.add("exit.letter")
        return frozenset(found)

    # ---- building

    def _connect(self) -> None:
        acts = self._acts
        self.member_button.clicked.connect(self._go_to_member)
        self.mistake_button.clicked.connect(self._mistaken)
        self.checklist.ticked.connect(self._with(partial(acts.tick, everywhere=False)))
        self.checklist.ticked_everywhere.connect(self._with(partial(acts.tick, everywhere=True)))
        self.checklist.reopen_requested.connect(self._with(acts.reopen))
        self.checklist.added.connect(self._with(acts.add_item))
        self.checklist.told.connect(self._with(acts.tell_item))
        self.customers.letter_requested.connect(self._with(acts.customers))
        self.notices.owner_requested.connect(self._with(acts.name_owner))
        self.notices.exit_requested.connect(partial(self.context.go_to_request, SubjectKind.EXIT))

    def _with(self, act: Callable[..., object]) -> Callable[..., None]:
        """Return what does an act with the request in front."""

        def do(*values: object) -> None:
            if self._exit is not None:
                act(self._exit, *values)

        return do

    def _mistaken(self) -> None:
        if self._exit is not None:
            self._acts.note(self._exit, mistaken=True)

    # ---- words

    def _show_letter(self, record: ExitRecord) -> None:
        entry = last_letter(record.entries)
        for part in (self._letter_head, self.letter):
            part.setVisible(entry is not None)
        if entry is not None:
            self.letter.set_message(entry.operator, entry.letter)

    def say(self) -> None:
        self.member_button.setText(self.tr("Open the member"))
        self.mistake_button.setText(self.tr("Recorded by mistake…"))
        self.area.setAccessibleName(self.tr("Request to leave"))
        self._letter_head.setText(self.tr("Letter"))
        record = self._exit
        if record is None:
            return
        row, said = record.row, spoken(self.context)
        role = self.context.translations.words(f"member_role.{row.role.value}")
        about = (row.group_name, role, said.reason(row))
        self.set_head(row.member_name, said.state(row), about)
        self.next.setText(said.next(record))
        can = ExitEntryKind.MISTAKEN in record.choices and row.state is not ExitState.ENDED
        self.mistake_button.setVisible(can)
        refuse(self.mistake_button, why_not(self.context, Action.EXIT_ENTRY))

    def _go_to_member(self) -> None:
        if self._exit is not None:
            row = self._exit.row
            self.context.go_to(row.group_id, row.membership_id)
