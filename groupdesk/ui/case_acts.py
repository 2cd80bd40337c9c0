# SPDX-License-Identifier: MIT
"""Opens the dialogs that work on a case, and takes a case on without asking."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_records import RelatedCase
from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import GroupDeskError, StateChangedError
from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs

_TOLD_SECONDS = 6
_CASES = frozenset({Topic.CASES})


class CaseDialogs:
    """One place that knows which dialog belongs to which act. Dialogs are imported when opened."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        self._context = context
        self._parent = parent
        self.acts: dict[str, Callable[[CaseRow], object]] = {
            "case.claim": self.claim,
            "case.hand_over": self.hand_over,
            "case.release": partial(self.hand_over, to_nobody=True),
            "case.correct": self.correct,
            "case.wrong_person": self.wrong_person,
            "case.relate": self.relate,
            "case.close": self.turn,
            "case.reopen": self.turn,
        }

    def claim(self, case: CaseRow) -> None:
        """Look after a case from now on; it can be given back as easily."""
        self._context.runner.run(
            self._parent,
            partial(self._context.desk.case_acts.claim, uuid4(), case.number),
            self._on_claimed,
            self._on_failed,
        )

    def hand_over(self, case: CaseRow, *, to_nobody: bool = False) -> None:
        """Ask who looks after a case from now on."""
        from groupdesk.ui.dialogs.case_hand_over_dialog import (  # noqa: PLC0415
            CaseHandOverDialog,
        )

        CaseHandOverDialog(self._context, case, self._window(), to_nobody=to_nobody).open()

    def correct(self, case: CaseRow) -> None:
        """Ask what is to be added to what happened, or corrected."""
        from groupdesk.ui.dialogs.case_correct_dialog import CaseCorrectDialog  # noqa: PLC0415

        try:
            facts = self._context.desk.cases.facts(case.number)
        except GroupDeskError as error:
            self._on_failed(error)
            return
        CaseCorrectDialog(self._context, case, facts, self._window()).open()

    def wrong_person(self, case: CaseRow) -> None:
        """Ask whom a case is about, and why it was opened about somebody else."""
        from groupdesk.ui.dialogs.case_move_dialog import CaseWrongPersonDialog  # noqa: PLC0415

        def chosen(right: MemberDetail) -> None:
            CaseWrongPersonDialog(self._context, case, right, self._window()).open()

        group = self._context.desk.groups.get(case.group_id)
        MemberActs(self._context, self._parent).choose_member(group, chosen)

    def relate(self, case: CaseRow) -> None:
        """Ask which other case belongs to one."""
        from groupdesk.ui.dialogs.case_relate_dialog import CaseRelateDialog  # noqa: PLC0415

        CaseRelateDialog(self._context, case, self._window()).open()

    def take_apart(self, case: CaseRow, related: RelatedCase) -> None:
        """Ask why two cases do not belong together."""
        from groupdesk.ui.dialogs.case_relate_dialog import CaseApartDialog  # noqa: PLC0415

        CaseApartDialog(self._context, case, related, self._window()).open()

    def turn(self, case: CaseRow) -> None:
        """Close an open case with its outcome, or open a closed one again with a reason."""
        from groupdesk.ui.dialogs.case_dialog import CaseDialog  # noqa: PLC0415

        CaseDialog(self._context, case, self._window()).open()

    # ---- inside

    def _on_claimed(self, receipt: Receipt) -> None:
        self._context.done(receipt)
        said = self._context.translations.words
        self._context.notify(
            said("case_told.claimed", number=receipt.subject_id), seconds=_TOLD_SECONDS
        )

    def _on_failed(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "danger")
        if isinstance(error, StateChangedError):  # somebody was faster: show what they did
            self._context.events.publish(_CASES)

    def _window(self) -> QWidget:
        return self._parent.window()
