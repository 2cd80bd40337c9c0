# SPDX-License-Identifier: MIT
"""Opens the dialogs that act on groups and members, for every page that offers them."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.errors import GroupDeskError, StateChangedError, ValidationError
from groupdesk.domain.records import GroupRecord, MemberDetail, MemberFilter
from groupdesk.domain.removable import why_not_removable
from groupdesk.domain.removal_records import MAX_MEMBERS, ApprovalRow
from groupdesk.ui.context import UiContext

if TYPE_CHECKING:
    from groupdesk.domain.person_records import ReturnAlert
    from groupdesk.domain.records import TimelineEntry
    from groupdesk.domain.review_records import Reviewed
    from groupdesk.ui.bulk_removal_draft import SaidOfOne
    from groupdesk.ui.widgets.member_table import MemberTable


class MemberActs:
    """One place that knows which dialog belongs to which act. Dialogs are imported when opened."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        self._context = context
        self._parent = parent

    def create_group(self) -> None:
        """Ask for a new group."""
        from groupdesk.ui.dialogs.group_dialog import GroupDialog  # noqa: PLC0415

        GroupDialog(self._context, None, self._window()).open()

    def edit_group(self, group: GroupRecord) -> None:
        """Ask for changes to a group."""
        from groupdesk.ui.dialogs.group_dialog import GroupDialog  # noqa: PLC0415

        GroupDialog(self._context, group, self._window()).open()

    def archive_group(self, group: GroupRecord) -> None:
        """Ask why a group is archived."""
        from groupdesk.ui.dialogs.archive_dialog import ArchiveDialog  # noqa: PLC0415

        ArchiveDialog(self._context, [group], self._window()).open()

    def add_member(self, group: GroupRecord, on_added: Callable[[int], object]) -> None:
        """Ask for one member by name."""
        from groupdesk.ui.dialogs.member_dialog import MemberDialog  # noqa: PLC0415

        dialog = MemberDialog(self._context, group, None, self._window())
        dialog.saved.connect(on_added)
        dialog.open()

    def edit_member(self, detail: MemberDetail) -> None:
        """Ask for changes to a member's register data."""
        from groupdesk.ui.dialogs.member_dialog import MemberDialog  # noqa: PLC0415

        MemberDialog(self._context, detail.group, detail, self._window()).open()

    def export_members(
        self, table: "MemberTable", which: MemberFilter, group: GroupRecord | None
    ) -> None:
        """Ask what to write to a file: what `table` shows, whom a person chose there, or all."""
        from groupdesk.ui.dialogs.export_dialog import ExportDialog, OnScreen  # noqa: PLC0415

        shown = table.members.rowCount()
        chosen = tuple(table.chosen_ids()) if table.chosen > 1 else ()
        source = OnScreen(which, table.sort, shown, chosen, table.shown_columns(), group)
        ExportDialog(self._context, source, self._window()).open()

    def open_person(self, person_id: int) -> None:
        """Show a person over all groups."""
        from groupdesk.ui.dialogs.person_dialog import PersonDialog  # noqa: PLC0415

        PersonDialog(self._context, person_id, self._window()).open()

    def ask_back(self, group_id: int, person_id: int = 0) -> None:
        """Ask who wants to come back; with a person it is them."""
        from groupdesk.ui.rejoin_acts import RejoinActs  # noqa: PLC0415

        RejoinActs(self._context, self._parent).ask(group_id, person_id)

    def let_in(self, alert: "ReturnAlert") -> None:
        """Ask why somebody who is back may stay."""
        from groupdesk.ui.dialogs.reason_dialog import LetInDialog  # noqa: PLC0415

        LetInDialog(self._context, alert, self._window()).open()

    def import_members(self, group: GroupRecord, paths: tuple[Path, ...] = ()) -> None:
        """Import a list, from dropped files where there are some."""
        from groupdesk.ui.dialogs.import_dialog import ImportDialog  # noqa: PLC0415

        ImportDialog(self._context, group, paths, self._window()).open()

    def show_lists(self, group: GroupRecord) -> None:
        """Show the lists that a group was given, to look at or undo."""
        from groupdesk.ui.dialogs.lists_dialog import ListsDialog  # noqa: PLC0415

        ListsDialog(self._context, group, self._window()).open()

    def correct_departure(self, departure_id: int) -> None:
        """Correct how somebody left, or say why it cannot be corrected."""
        from groupdesk.ui.dialogs.departure_dialog import DepartureDialog  # noqa: PLC0415

        try:
            record = self._context.desk.departures.get(departure_id)
        except GroupDeskError as error:
            self._context.notify(self._context.error_text(error), "warning")
            return
        DepartureDialog(self._context, record, self._window()).open()

    def warn(self, detail: MemberDetail) -> None:
        """Write a reminder or a warning."""
        from groupdesk.ui.dialogs.warning_dialog import WarningDialog  # noqa: PLC0415

        WarningDialog(self._context, detail, self._window()).open()

    def try_again(self, entry: "TimelineEntry") -> None:
        """Begin a new message from one that did not arrive, or say why that cannot be done."""
        from groupdesk.ui.dialogs.warning_dialog import WarningDialog  # noqa: PLC0415

        try:
            member = self._context.desk.warnings.membership_of(entry.id)
            detail = self._context.desk.members.detail(member)
        except GroupDeskError as error:
            self._context.notify(self._context.error_text(error), "warning")
            return
        WarningDialog(self._context, detail, self._window(), again=entry).open()

    def try_message_again(self, membership_id: int, warning_id: int) -> None:
        """As `try_again`, for the message with this id."""
        entries = self._context.desk.timeline.of_member(membership_id)
        for entry in entries:
            if entry.kind == "warning" and entry.id == warning_id:
                self.try_again(entry)

    def talk(self, detail: MemberDetail) -> None:
        """Log a private talk."""
        from groupdesk.ui.dialogs.talk_dialog import TalkDialog  # noqa: PLC0415

        TalkDialog(self._context, detail, self._window()).open()

    def plan_talk(self, detail: MemberDetail) -> None:
        """Plan a private talk."""
        from groupdesk.ui.dialogs.talk_dialog import TalkDialog  # noqa: PLC0415
        from groupdesk.ui.widgets.talk_form import PLAN  # noqa: PLC0415

        TalkDialog(self._context, detail, self._window(), begin_with=PLAN).open()

    def remove(self, detail: MemberDetail) -> None:
        """Decide on a removal, or say why this member cannot be removed."""
        from groupdesk.ui.dialogs.removal_dialog import RemovalDialog  # noqa: PLC0415

        code = why_not_removable(detail)
        if code:
            pending = detail.removal_pending
            self._context.notify(
                self._context.translations.words(f"error.{code}", name=detail.row.name),
                "warning",
                action_text=self._context.acts.action("removal.steps").text() if pending else "",
                action=(lambda: self.carry_out(pending)) if pending else None,
            )
            return
        RemovalDialog(self._context, detail, self._window()).open()

    def remove_many(
        self,
        membership_ids: Sequence[int],
        *,
        everywhere: bool = False,
        reviewed: "Reviewed | None" = None,
        said: "SaidOfOne | None" = None,
    ) -> None:
        """Decide on the removal of several; `everywhere`: of one person from all groups.

        `reviewed` is the review in which it was decided on, `said` what was said of one of them.
        """
        ids, desk = tuple(membership_ids), self._context.desk
        if len(ids) > MAX_MEMBERS:
            error = ValidationError("", "batch_too_many", chosen=len(ids), most=MAX_MEMBERS)
            self._failed(error)
            return

        def show(details: list[MemberDetail]) -> None:
            from groupdesk.ui.dialogs.bulk_removal_dialog import (  # noqa: PLC0415
                BulkRemovalDialog,
            )

            BulkRemovalDialog(
                self._context,
                details,
                self._window(),
                everywhere=everywhere,
                reviewed=reviewed,
                said=said,
            ).open()

        def read() -> list[MemberDetail]:
            found = []
            for ident in ids:
                with suppress(StateChangedError):  # of a draft, not in the records any more
                    found.append(desk.members.detail(ident))
            if not found:
                raise StateChangedError("member_gone")
            return found

        self._context.runner.run(self._parent, read, show, self._failed, pool="files")

    def go_on_removing(self, detail: MemberDetail) -> None:
        """Take up the removal of several that was kept as a draft at this member."""
        from groupdesk.ui.bulk_removal_draft import drafted  # noqa: PLC0415

        try:
            ids, everywhere = drafted(self._context, detail.row.id)
        except GroupDeskError as error:
            self._failed(error)
        else:
            self.remove_many(ids, everywhere=everywhere)

    def remove_everywhere(self, detail: MemberDetail, said: "SaidOfOne | None" = None) -> None:
        """Decide on the removal of a person from all groups; `said`: what was said of one."""
        ids = self._context.desk.removal_batches.everywhere(detail.row.id)
        self.remove_many(ids, everywhere=True, said=said)

    def answer_request(self, removal_id: int) -> None:
        """Approve or decline a removal that waits, or withdraw one's own request."""

        def show(rows: tuple[ApprovalRow, ...]) -> None:
            from groupdesk.ui.dialogs.approval_dialog import ApprovalDialog  # noqa: PLC0415

            if rows:
                ApprovalDialog(self._context, rows, self._window()).open()
            else:
                self._failed(StateChangedError("removal_answered"))

        read = partial(self._context.desk.approvals.of_act, removal_id)
        self._context.runner.run(self._parent, read, show, self._failed, pool="files")

    def carry_out(self, removal_id: int) -> None:
        """Show the steps of a removal."""
        from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog  # noqa: PLC0415

        CarryOutDialog(self._context, removal_id, self._window()).open()

    def lift(self, kind: SubjectKind, target_id: int, title: str) -> None:
        """Lift a warning or a removal."""
        from groupdesk.ui.dialogs.reversal_dialog import ReversalDialog  # noqa: PLC0415

        ReversalDialog(self._context, kind, target_id, title, self._window()).open()

    def pardon(self, warning_id: int, title: str) -> None:
        """Let a warning that was right no longer count."""
        from groupdesk.ui.dialogs.reversal_dialog import ReversalDialog  # noqa: PLC0415

        kind, window = SubjectKind.WARNING, self._window()
        ReversalDialog(self._context, kind, warning_id, title, window, pardon=True).open()

    def move_act(self, entry: "TimelineEntry", title: str) -> None:
        """Put a talk or a message into another case."""
        from groupdesk.ui.dialogs.case_move_dialog import CaseMoveDialog  # noqa: PLC0415

        try:
            dialog = CaseMoveDialog(self._context, entry, title, self._window())
        except GroupDeskError as error:
            self._context.notify(self._context.error_text(error), "warning")
        else:
            dialog.open()

    def open_case(self, detail: MemberDetail) -> None:
        """Open a case about a member by hand."""
        from groupdesk.ui.dialogs.case_open_dialog import CaseOpenDialog  # noqa: PLC0415

        CaseOpenDialog(self._context, detail, self._window()).open()

    def choose_member(
        self,
        group: GroupRecord | None,
        on_chosen: Callable[[MemberDetail], object],
        *,
        objects: bool = False,
    ) -> None:
        """Ask which member something is about, or who `objects`, found as one types."""
        from groupdesk.ui.dialogs.member_choice_dialog import (  # noqa: PLC0415
            MemberChoiceDialog,
        )

        def chosen(membership_id: int) -> None:
            try:
                detail = self._context.desk.members.detail(membership_id)
            except GroupDeskError as error:
                self._context.notify(self._context.error_text(error), "warning")
            else:
                on_chosen(detail)

        dialog = MemberChoiceDialog(self._context, group, self._window(), objects=objects)
        dialog.chosen.connect(chosen)
        dialog.open()

    def edit_ladder(self, group: GroupRecord) -> None:
        """Ask for another ladder of a group; where nothing can be written, show the one it has."""
        from groupdesk.ui.dialogs.ladder_dialog import LadderDialog  # noqa: PLC0415

        LadderDialog(self._context, group, self._window()).open()

    def print_case(self, number: int) -> None:
        """Show the preview of a case file."""
        from groupdesk.ui.dialogs.report_dialog import ReportDialog  # noqa: PLC0415

        ReportDialog.for_case(self._context, number, self._window()).open()

    def _failed(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "warning")

    def _window(self) -> QWidget:
        return self._parent.window()
