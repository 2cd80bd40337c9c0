# SPDX-License-Identifier: MIT
"""Opens the dialogs around handovers, for every page that offers them."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.handover_records import HandoverRequest, Party
from groupdesk.domain.records import GroupRecord, Receipt
from groupdesk.ui.context import UiContext

if TYPE_CHECKING:
    from groupdesk.domain.handover_records import HandoverRecord


class HandoverActs:
    """One place that knows which dialog belongs to which act. Dialogs are imported when opened."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        """Open dialogs over `parent`'s window."""
        self._context = context
        self._parent = parent

    def begin(
        self,
        group: GroupRecord | None = None,
        giver: Party | None = None,
        *,
        taker: Party | None = None,
        exit_id: int = 0,
    ) -> None:
        """Ask who hands over to whom, then show the book."""
        from groupdesk.ui.dialogs.handover_begin_dialog import (  # noqa: PLC0415
            HandoverBeginDialog,
        )

        HandoverBeginDialog(
            self._context,
            self.book,
            self._parent.window(),
            group=group,
            giver=giver,
            taker=taker,
            exit_id=exit_id,
        ).open()

    def book(self, handover_id: int) -> None:
        """Show a book, to be read and filled in."""

        def show(record: "HandoverRecord") -> None:
            from groupdesk.ui.dialogs.handover_dialog import HandoverDialog  # noqa: PLC0415

            dialog = HandoverDialog(self._context, record, self._parent.window())
            over = HandoverActs(self._context, dialog)
            dialog.printing_requested.connect(
                lambda: over.print(dialog.record, on_closed=dialog.reload)
            )
            dialog.moving_requested.connect(
                lambda: over.move(dialog.record, on_moved=dialog.reload)
            )
            dialog.open()

        self._read(handover_id, show)

    def move(
        self, record: "HandoverRecord", *, on_moved: Callable[[], object] | None = None
    ) -> None:
        """Show what goes over, and let it go."""
        from groupdesk.ui.dialogs.handover_move_dialog import (  # noqa: PLC0415
            HandoverMoveDialog,
        )

        dialog = HandoverMoveDialog(self._context, record, self._parent.window())
        if on_moved is not None:
            dialog.accepted.connect(on_moved)
        dialog.open()

    def move_by_id(self, handover_id: int) -> None:
        """Read a handover, then show what goes over."""
        self._read(handover_id, self.move)

    def print(
        self, record: "HandoverRecord", *, on_closed: Callable[[], object] | None = None
    ) -> None:
        """Show the book as it is printed."""
        from groupdesk.ui.dialogs.handover_print_dialog import (  # noqa: PLC0415
            HandoverPrintDialog,
        )

        dialog = HandoverPrintDialog(self._context, record.row, self._parent.window())
        if on_closed is not None:
            dialog.finished.connect(lambda _how: on_closed())
        dialog.open()

    def call_off(self, record: "HandoverRecord") -> None:
        """Ask why nothing changes hands."""
        from groupdesk.ui.dialogs.handover_reason_dialogs import (  # noqa: PLC0415
            CallOffDialog,
        )

        CallOffDialog(self._context, record, self._parent.window()).open()

    def back(self, record: "HandoverRecord") -> None:
        """Open the book that gives back what was handed over, or the one that does already."""
        if record.handed_back:
            self.book(record.handed_back)
            return
        row, handovers = record.row, self._context.desk.leaving.handovers
        request = HandoverRequest(
            uuid4(), row.taker, row.giver, row.group_id, row.exit_id, back_of=row.id
        )

        def done(receipt: Receipt) -> None:
            self._context.done(receipt)
            self.book(receipt.subject_id)

        self._context.runner.run(self._parent, lambda: handovers.open(request), done, self._failed)

    def _read(self, handover_id: int, show: "Callable[[HandoverRecord], object]") -> None:
        handovers = self._context.desk.leaving.handovers
        self._context.runner.run(
            self._parent, lambda: handovers.get(handover_id), show, self._failed, pool="files"
        )

    def _failed(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "danger")
        if isinstance(error, StateChangedError):
            self._context.events.publish({Topic.REQUESTS})
