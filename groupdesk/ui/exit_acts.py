# SPDX-License-Identifier: MIT
"""Opens the dialogs around leaving, for every page that offers them."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import SubjectKind, Topic
from groupdesk.domain.errors import GroupDeskError, StateChangedError
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitItem
from groupdesk.domain.records import GroupRecord, MemberDetail, Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.ui.context import UiContext
from groupdesk.ui.exit_words import last_letter, spoken, ticked_with
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.widgets.act_frame import TOLD_SECONDS

if TYPE_CHECKING:
    from groupdesk.domain.exit_records import ExitItemRecord, ExitRecord

_CHANGED = frozenset({Topic.REQUESTS, Topic.TASKS})


class ExitActs(QObject):
    """One place that knows which dialog belongs to which act. Dialogs are imported when opened."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        super().__init__(parent)
        self._context = context
        self._parent = parent

    # ---- recording and answering

    def record(self, detail: MemberDetail) -> None:
        """Ask why a member wants to leave, or go to the request that is there already."""
        from groupdesk.ui.dialogs.exit_dialog import ExitDialog  # noqa: PLC0415

        known = self._context.desk.leaving.exit_list.of_stay(detail.row.id)
        if known is not None:
            self._context.go_to_request(SubjectKind.EXIT, known.id)
            return
        self._try(lambda: ExitDialog(self._context, detail, self._window()).open())

    def record_of_member(self, group: GroupRecord | None) -> None:
        """Ask who wants to leave, then why."""
        MemberActs(self._context, self._parent).choose_member(group, self.record)

    def answer(self, record: "ExitRecord", kind: ExitEntryKind = ExitEntryKind.APPROVED) -> None:
        """Ask how a request is answered, at first with `kind`."""
        from groupdesk.ui.dialogs.exit_answer_dialog import ExitAnswerDialog  # noqa: PLC0415

        self._try(lambda: ExitAnswerDialog(self._context, record, self._window(), kind=kind).open())

    def hand_over(self, record: "ExitRecord") -> None:
        """Go to the handover that belongs to a request, or begin one with whoever takes over."""
        from groupdesk.domain.handover_records import Party  # noqa: PLC0415
        from groupdesk.ui.handover_acts import HandoverActs  # noqa: PLC0415

        row = record.row
        handovers = HandoverActs(self._context, self._parent)
        known = self._context.desk.leaving.handovers.of_exit(row.id)
        if known:
            handovers.book(known[0].id)
            return
        group = self._context.desk.groups.get(row.group_id)
        giver = Party(membership_id=row.membership_id, name=row.member_name)
        known_as = record.replacement
        entry = known_as.membership_id if known_as is not None else 0
        taker = Party(membership_id=entry, name=row.replacement_name)
        handovers.begin(group, giver, taker=taker, exit_id=row.id)

    def answer_member(self, detail: MemberDetail) -> None:
        """Go on answering a member who wants to leave."""
        known = self._context.desk.leaving.exit_list.of_stay(detail.row.id)
        if known is not None:
            self.by_id(known.id, self.answer)

    def letter(self, record: "ExitRecord", *, told: str = "") -> None:
        """Show the last letter, and ask what became of it."""
        from groupdesk.ui.dialogs.letter_dialog import Letter, LetterDialog  # noqa: PLC0415

        row, entry = record.row, last_letter(record.entries)
        if entry is None:
            return
        letter = Letter(
            kind=SubjectKind.EXIT,
            target_id=row.id,
            member_name=row.member_name,
            platform=row.platform,
            sender=entry.operator,
            text=entry.letter,
            deliveries=record.deliveries if row.letter is not None else (),
        )
        LetterDialog(self._context, letter, self._window(), about=row.group_name, told=told).open()

    def note(self, record: "ExitRecord", *, mistaken: bool = False) -> None:
        """Ask for a note among operators, or why it was recorded by mistake."""
        from groupdesk.ui.dialogs.exit_reason_dialogs import ExitNoteDialog  # noqa: PLC0415

        ExitNoteDialog(self._context, record, self._window(), mistaken=mistaken).open()

    def correct(self, record: "ExitRecord") -> None:
        """Ask for the right reason."""
        from groupdesk.ui.dialogs.exit_correct_dialog import ExitCorrectDialog  # noqa: PLC0415

        ExitCorrectDialog(self._context, record, self._window()).open()

    def name_owner(self, record: "ExitRecord") -> None:
        """Ask who owns the group from now on."""
        from groupdesk.ui.dialogs.exit_owner_dialog import ExitOwnerDialog  # noqa: PLC0415

        ExitOwnerDialog(self._context, record, self._window()).open()

    def left(self, record: "ExitRecord") -> None:
        """Ask when they left; the only owner names a new one before."""
        from groupdesk.ui.dialogs.exit_left_dialog import ExitLeftDialog  # noqa: PLC0415

        if record.only_owner:
            self.name_owner(record)
            return
        ExitLeftDialog(self._context, record, self._window()).open()

    def customers(self, record: "ExitRecord", first: int = 0) -> None:
        """Write to the customers, or to one of them."""
        from groupdesk.ui.dialogs.exit_customers_dialog import (  # noqa: PLC0415
            ExitCustomersDialog,
        )

        if record.customers:
            ExitCustomersDialog(self._context, record, self._window(), first=first).open()

    # ---- the checklist

    def tick(self, record: "ExitRecord", item: "ExitItemRecord", *, everywhere: bool) -> None:
        """Record a line as done now; what follows from other records leads there.

        With `everywhere` it is done for all groups of the request.
        """
        if item.code == ExitItem.LEFT_PLATFORM:
            self.left(record)
        elif item.code == ExitItem.NOTIFICATIONS:
            self.check(record)
        else:
            tick, ident = self._context.desk.leaving.exit_items.tick, record.row.id
            others = [one for one in item.elsewhere if everywhere and not one.done_at]
            tasks = (item.task_id, *(one.task_id for one in others))
            groups = (record.row.group_name, *(one.group_name for one in others))
            told = self.tr("Ticked in {0}.").format(spoken(self._context).listed(groups))
            self._run(lambda: tick(uuid4(), ident, tasks), told if others else "")

    def add_item(self, record: "ExitRecord", item: ExitItem) -> None:
        """Put a line on the checklist that it went without."""
        add, ident = self._context.desk.leaving.exit_items.add, record.row.id
        self._run(lambda: add(uuid4(), ident, item), "")

    def tell_item(self, record: "ExitRecord", item: "ExitItemRecord", result: TaskState) -> None:
        """Ask what became of a line when it was not simply done just now."""
        from groupdesk.ui.dialogs.exit_item_dialog import ExitItemDialog  # noqa: PLC0415

        ExitItemDialog(self._context, record, item, self._window(), result=result).open()

    def reopen(self, record: "ExitRecord", item: "ExitItemRecord") -> None:
        """Open a line again: at once where it was a slip, else with a reason."""
        from groupdesk.ui.dialogs.exit_reason_dialogs import ExitReopenDialog  # noqa: PLC0415

        context = self._context
        items = context.desk.leaving.exit_items
        if item.code == ExitItem.LEFT_PLATFORM:
            MemberActs(self._context, self._parent).correct_departure(record.departure_id)
        elif item.turns and items.is_slip(item.turns[-1]):
            reopen, ident = items.reopen, record.row.id
            tasks, told = ticked_with(item), context.translations.words("exit_told.reopened")
            self._run(lambda: reopen(uuid4(), ident, tasks), told)
        else:
            ExitReopenDialog(self._context, record, item, self._window()).open()

    def check(self, record: "ExitRecord", result: TaskState = TaskState.DONE) -> None:
        """Ask whether messages of the group still come."""
        from groupdesk.ui.dialogs.exit_check_dialog import ExitCheckDialog  # noqa: PLC0415

        ExitCheckDialog(self._context, record, self._window(), result=result).open()

    # ---- around it

    def save(self, record: "ExitRecord") -> None:
        """Ask what is passed on and where to, and save it as one folder there."""
        from groupdesk.ui.dialogs.exit_folder_dialog import ExitFolderDialog  # noqa: PLC0415

        ExitFolderDialog(self._context, record, self._window()).open()

    def edit_way(self, group: GroupRecord) -> None:
        """Show how members leave a group, to be changed."""
        from groupdesk.ui.dialogs.leaving_dialog import LeavingDialog  # noqa: PLC0415

        self._try(lambda: LeavingDialog(self._context, group, self._window()).open())

    def by_id(self, exit_id: int, act: Callable[["ExitRecord"], object]) -> None:
        """Do one of these acts with the request of this id."""
        self._try(lambda: act(self._context.desk.leaving.exits.get(exit_id)))

    # ---- inside

    def _run(self, work: Callable[[], Receipt], told: str) -> None:
        def done(receipt: Receipt) -> None:
            self._context.done(receipt)
            if told:
                self._context.notify(told, seconds=TOLD_SECONDS)

        self._context.runner.run(self, work, done, self._say)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except GroupDeskError as error:
            self._say(error)

    def _say(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "danger")
        if isinstance(error, StateChangedError):
            self._context.events.publish(_CHANGED)

    def _window(self) -> QWidget:
        return self._parent.window()
