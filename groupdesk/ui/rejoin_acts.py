# SPDX-License-Identifier: MIT
"""Opens what belongs to a request to come back, wherever it is shown."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import SubjectKind, Topic
from groupdesk.domain.errors import GroupDeskError, StateChangedError
from groupdesk.domain.leaving_enums import RejoinState
from groupdesk.domain.records import Receipt
from groupdesk.domain.rejoin_records import RejoinRecord, RejoinRow
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.letter_dialog import Letter, LetterDialog
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.rejoin_words import spoken

_TOLD_SECONDS = 8
_READ_SECONDS = 20


class RejoinActs:
    """One place that knows which dialog belongs to which act. Dialogs are imported when opened."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        self._context = context
        self._parent = parent

    def ask(self, group_id: int = 0, person_id: int = 0) -> None:
        """Ask who wants to come back, and to which group; what is known already stands there."""
        from groupdesk.ui.dialogs.rejoin_request_dialog import (  # noqa: PLC0415
            RejoinRequestDialog,
        )

        groups = tuple(one for one in self._context.desk.groups.all() if not one.archived_at)
        if not groups:
            return
        RejoinRequestDialog(
            self._context, groups, self._window(), group_id=group_id, person_id=person_id
        ).open()

    def answer(self, record: RejoinRecord) -> None:
        """Ask what becomes of a request."""
        from groupdesk.ui.dialogs.rejoin_answer_dialog import RejoinAnswerDialog  # noqa: PLC0415

        self._with(
            record.row.id, lambda now: RejoinAnswerDialog(self._context, now, self._window()).open()
        )

    def answer_by_id(self, rejoin_id: int) -> None:
        """As `answer`, for the request with this id."""
        self._with(rejoin_id, self.answer)

    def note(self, record: RejoinRecord) -> None:
        """Ask for a note among operators."""
        from groupdesk.ui.dialogs.rejoin_note_dialog import RejoinNoteDialog  # noqa: PLC0415

        RejoinNoteDialog(self._context, record.row, self._window()).open()

    def letter(self, record: RejoinRecord) -> None:
        """Show the letter that was written last, and ask what became of it."""
        LetterDialog(self._context, letter_of(record), self._window()).open()

    def letter_by_id(self, rejoin_id: int) -> None:
        """As `letter`, for the request with this id."""
        self._with(rejoin_id, self.letter)

    def trial(self, record: RejoinRecord) -> None:
        """Ask how a trial ended."""
        from groupdesk.ui.dialogs.rejoin_trial_dialog import RejoinTrialDialog  # noqa: PLC0415

        RejoinTrialDialog(self._context, record, self._window()).open()

    def trial_by_id(self, rejoin_id: int) -> None:
        """As `trial`, for the request with this id."""
        self._with(rejoin_id, self.trial)

    def take_in(self, rejoin_id: int) -> None:
        """Record that somebody who may come back is in the group again."""
        leaving, operation = self._context.desk.leaving, uuid4()

        def work() -> tuple[tuple[TodoRecord, ...], Receipt]:
            resting = leaving.rejoin_list.resting(rejoin_id)
            return resting, leaving.rejoin_requests.take_in(operation, rejoin_id)

        def done(found: tuple[tuple[TodoRecord, ...], Receipt]) -> None:
            resting, receipt = found
            self._context.done(receipt)
            row = self._context.desk.leaving.rejoin_requests.get(rejoin_id).row
            key = "came_back_trial" if row.state is RejoinState.ON_TRIAL else "came_back"
            day = spoken(self._context).day(row.until)
            said = self._context.translations.words(
                f"rejoin_told.{key}", name=row.name, group=row.group_name, date=day
            )
            if not resting:
                self._context.notify(said, seconds=_TOLD_SECONDS)
                return
            leaving_id = resting[0].id
            self._context.notify(
                f"{said} {spoken(self._context).resting(resting)}",
                action_text=self._context.translations.words("rejoin_rests.open"),
                action=lambda: self._context.go_to_request(SubjectKind.EXIT, leaving_id),
                seconds=_READ_SECONDS,
            )

        self._context.runner.run(self._parent, work, done, self._say)

    def talk(self, row: RejoinRow) -> None:
        """Open a talk with somebody whose trial did not work out."""
        try:
            detail = self._context.desk.members.detail(row.membership_id)
        except GroupDeskError as error:
            self._say(error)
        else:
            MemberActs(self._context, self._parent).talk(detail)

    # ---- inside

    def _with(self, rejoin_id: int, act: Callable[[RejoinRecord], object]) -> None:
        try:
            record = self._context.desk.leaving.rejoin_requests.get(rejoin_id)
        except GroupDeskError as error:
            self._say(error)
        else:
            act(record)

    def _say(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "danger")
        if isinstance(error, StateChangedError):
            self._context.events.publish({Topic.REQUESTS, Topic.TASKS})

    def _window(self) -> QWidget:
        return self._parent.window()


def letter_of(record: RejoinRecord) -> Letter:
    """Return the letter that was written last, with what became of it."""
    written, row = record.letter, record.row
    return Letter(
        kind=SubjectKind.REJOIN,
        target_id=row.id,
        member_name=row.name,
        platform=row.platform,
        sender=written.operator if written is not None else "",
        text=written.letter if written is not None else "",
        deliveries=record.deliveries if row.letter is not None else (),
    )
