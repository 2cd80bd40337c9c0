# SPDX-License-Identifier: MIT
"""Opens what belongs to planned talks, follow-ups and recognition, wherever they are shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.talk_records import DueTalk, PlannedTalk
from groupdesk.ui.context import UiContext


class TalkActs:
    """One place that knows which dialog belongs to which act. Dialogs are imported when opened."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        self._context = context
        self._parent = parent

    def hold(self, task_id: int) -> None:
        """Open the talk with what was planned for it."""
        from groupdesk.ui.dialogs.talk_dialog import TalkDialog  # noqa: PLC0415

        def open_it(plan: PlannedTalk) -> None:
            detail = self._context.desk.members.detail(plan.membership_id)
            TalkDialog(self._context, detail, self._window(), plan=plan).open()

        self._with_plan(task_id, open_it)

    def move_plan(self, task_id: int) -> None:
        """Ask for another day for a planned talk."""
        from groupdesk.ui.dialogs.move_dialog import MoveDialog  # noqa: PLC0415

        self._with_plan(
            task_id, lambda plan: MoveDialog(self._context, plan, self._window()).open()
        )

    def call_off(self, task_id: int) -> None:
        """Ask why a planned talk is called off."""
        from groupdesk.ui.dialogs.talk_reason_dialogs import CallOffDialog  # noqa: PLC0415

        self._with_plan(
            task_id, lambda plan: CallOffDialog(self._context, plan, self._window()).open()
        )

    def follow_up(self, task_id: int) -> None:
        """Ask what became of an agreement."""
        from groupdesk.ui.dialogs.follow_up_dialog import FollowUpDialog  # noqa: PLC0415

        self._with_due(
            task_id, lambda due: FollowUpDialog(self._context, due, self._window()).open()
        )

    def move_follow_up(self, task_id: int) -> None:
        """Ask for another day for a follow-up."""
        from groupdesk.ui.dialogs.move_dialog import MoveDialog  # noqa: PLC0415

        self._with_due(task_id, lambda due: MoveDialog(self._context, due, self._window()).open())

    def recognise(self, detail: MemberDetail) -> None:
        """Ask what a member did well."""
        from groupdesk.ui.dialogs.recognition_dialog import RecognitionDialog  # noqa: PLC0415

        RecognitionDialog(self._context, detail, self._window()).open()

    def take_back(self, recognition_id: int, text: str) -> None:
        """Ask why recognition is taken back; `text` says which one it is."""
        from groupdesk.ui.dialogs.talk_reason_dialogs import TakeBackDialog  # noqa: PLC0415

        TakeBackDialog(self._context, recognition_id, text, self._window()).open()

    def _with_plan(self, task_id: int, act: Callable[[PlannedTalk], object]) -> None:
        self._try(lambda: act(self._context.desk.talk_plans.get(task_id)))

    def _with_due(self, task_id: int, act: Callable[[DueTalk], object]) -> None:
        self._try(lambda: act(self._context.desk.follow_ups.get(task_id)))

    def _try(self, act: Callable[[], object]) -> None:
        """Do it, or say that it was done or called off meanwhile."""
        try:
            act()
        except GroupDeskError as error:
            self._context.notify(self._context.error_text(error), "warning")

    def _window(self) -> QWidget:
        return self._parent.window()
