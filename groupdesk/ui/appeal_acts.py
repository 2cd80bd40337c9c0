# SPDX-License-Identifier: MIT
"""Opens the dialogs around appeals, for every page that offers them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from groupdesk.domain.decision_enums import AppealEntryKind
from groupdesk.domain.enums import SubjectKind, Topic
from groupdesk.domain.errors import GroupDeskError, StateChangedError
from groupdesk.domain.records import GroupRecord, MemberDetail, TimelineEntry
from groupdesk.ui.context import UiContext
from groupdesk.ui.member_acts import MemberActs

if TYPE_CHECKING:
    from groupdesk.domain.appeal_records import AppealRecord

_TOLD_SECONDS = 8
_CHANGED = frozenset({Topic.APPEALS, Topic.TASKS})
_KINDS = {"removal": SubjectKind.REMOVAL, "warning": SubjectKind.WARNING}
_NOT_SENT = frozenset({"prepared", "not_sent", "not_delivered"})


class AppealActs:
    """One place that knows which dialog belongs to which act. Dialogs are imported when opened."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        self._context = context
        self._parent = parent

    def record(self, kind: SubjectKind, target_id: int) -> None:
        """Ask what a member objects with, or say why nobody can object to that."""
        from groupdesk.ui.dialogs.appeal_dialog import AppealDialog  # noqa: PLC0415

        words = self._context.translations.words
        try:
            target = self._context.desk.appeals.target(kind, target_id)
        except GroupDeskError as error:
            self._say(error)
            return
        code = target.refusal or ("appeal_open" if target.open_appeal else "")
        if code:
            self._context.notify(words(f"error.{code}", name=target.member_name), "warning")
            return
        AppealDialog(self._context, target, self._window()).open()

    def record_of_case(self, number: int, name: str) -> None:
        """Ask for an objection to what was decided in a case."""
        self._choose(self._context.desk.timeline.of_case(number), name)

    def record_of_member(self, group: GroupRecord | None) -> None:
        """Ask which member objects, of those who can, then to what."""

        def chosen(detail: MemberDetail) -> None:
            entries = self._context.desk.timeline.of_member(detail.row.id)
            self._choose(entries, detail.row.name)

        MemberActs(self._context, self._parent).choose_member(group, chosen, objects=True)

    def add(self, appeal: "AppealRecord", kind: AppealEntryKind = AppealEntryKind.QUESTION) -> None:
        """Ask what is to be added to an appeal."""
        from groupdesk.ui.dialogs.appeal_entry_dialog import (  # noqa: PLC0415
            AppealEntryDialog,
        )

        AppealEntryDialog(self._context, appeal, self._window(), kind=kind).open()

    def decide(self, appeal: "AppealRecord") -> None:
        """Ask how an appeal ends."""
        from groupdesk.ui.dialogs.appeal_decision_dialog import (  # noqa: PLC0415
            AppealDecisionDialog,
        )

        AppealDecisionDialog(self._context, appeal, self._window()).open()

    def decide_by_id(self, appeal_id: int) -> None:
        """As `decide`, for the appeal with this id."""
        self._with(appeal_id, self.decide)

    def letter(self, appeal: "AppealRecord") -> None:
        """Show the letter, and ask what became of it."""
        from groupdesk.ui.dialogs.appeal_letter_dialog import (  # noqa: PLC0415
            AppealLetterDialog,
        )

        AppealLetterDialog(self._context, appeal, self._window()).open()

    def letter_by_id(self, appeal_id: int) -> None:
        """As `letter`, for the appeal with this id."""
        self._with(appeal_id, self.letter)

    def ask_back(self, task_id: int) -> None:
        """Record that somebody whose removal was lifted wants to come back."""
        try:
            task = self._context.desk.rejoins.get(task_id)
        except GroupDeskError as error:
            self._say(error)
            return
        MemberActs(self._context, self._parent).ask_back(task.group_id, task.person_id)

    def give_up(self, task_id: int) -> None:
        """Ask why somebody does not come back."""
        from groupdesk.ui.dialogs.rejoin_dialog import StaysAwayDialog  # noqa: PLC0415

        try:
            task = self._context.desk.rejoins.get(task_id)
        except GroupDeskError as error:
            self._say(error)
            return
        StaysAwayDialog(self._context, task, self._window()).open()

    def edit_process(self, group: GroupRecord) -> None:
        """Show how a group decides, to be changed."""
        from groupdesk.ui.dialogs.process_dialog import ProcessDialog  # noqa: PLC0415

        try:
            dialog = ProcessDialog(self._context, group, self._window())
        except GroupDeskError as error:
            self._say(error)
        else:
            dialog.open()

    # ---- inside

    def _choose(self, entries: tuple[TimelineEntry, ...], name: str) -> None:
        """Go on with the one decision that can be objected to, or ask which one."""
        from groupdesk.ui.dialogs.appeal_choice_dialog import (  # noqa: PLC0415
            AppealChoiceDialog,
        )

        found = [entry for entry in entries if can_object(entry)]
        if not found:
            words = self._context.translations.words
            self._context.notify(words("appeal_told.nothing", name=name), "warning")
        elif len(found) == 1:
            self.record(_KINDS[found[0].kind], found[0].id)
        else:
            dialog = AppealChoiceDialog(self._context, found, name, self._window())
            dialog.chosen.connect(lambda entry: self.record(_KINDS[entry.kind], entry.id))
            dialog.open()

    def _with(self, appeal_id: int, act: Callable[["AppealRecord"], object]) -> None:
        try:
            appeal = self._context.desk.appeals.get(appeal_id)
        except GroupDeskError as error:
            self._say(error)
        else:
            act(appeal)

    def _say(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "danger")
        if isinstance(error, StateChangedError):
            self._context.events.publish(_CHANGED)

    def _window(self) -> QWidget:
        return self._parent.window()


def can_object(entry: TimelineEntry) -> bool:
    """Say whether a member can object to an entry of the timeline."""
    if entry.reversed_at:
        return False
    if entry.kind == "removal":
        return entry.state != "waiting"
    return entry.kind == "warning" and entry.state not in _NOT_SENT
