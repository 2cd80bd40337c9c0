# SPDX-License-Identifier: MIT
"""What follows a recorded removal: its steps, or waiting for approval, and taking it back."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext

_TOLD_SECONDS = 8


class RemovalRecorded(QObject):
    """Lives as long as the window; whoever recorded it can take it back for a minute."""

    def __init__(self, context: UiContext, removal_id: int, window: QWidget | None) -> None:
        """Tell of the removal `removal_id` over `window`."""
        super().__init__(window)
        self._context = context
        self._removal_id = removal_id
        self._window = window
        self._operation = uuid4()
        self._count = 1

    def tell(self) -> None:
        """Open the steps, or say that it waits; offer to undo it as long as that can be done."""
        from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog  # noqa: PLC0415

        removals = self._context.desk.removals
        record = removals.get(self._removal_id)
        act = removals.of_act(self._removal_id)
        self._count = len(act)
        seconds = 0
        if record.cancel_until:
            left = from_text(record.cancel_until) - self._context.desk.clock()
            seconds = max(int(left.total_seconds()), 0)
        self._context.notify(
            self._said(record.member_name, len(act), sum(act.values())),
            action_text=self.tr("Undo") if seconds else "",
            action=self._cancel if seconds else None,
            seconds=seconds or _TOLD_SECONDS,
        )
        if steps := [one for one, waits in act.items() if not waits]:
            # the steps stand before the same offer
            undo = self._cancel if seconds else None
            CarryOutDialog(self._context, steps[0], self._window, undo=undo).open()

    def _said(self, name: str, count: int, waiting: int) -> str:
        if count == 1:
            if waiting:
                return self.tr(
                    "Asked for approval. The removal of {0} waits for another operator."
                ).format(name)
            return self.tr("The removal of {0} is recorded.").format(name)
        if waiting == count:
            return self.tr(
                "Asked for approval. %n removal(s) wait for another operator.", "", count
            )
        said = self.tr("%n removal(s) are recorded.", "", count - waiting)
        if waiting:
            more = self.tr("%n wait(s) for another operator.", "", waiting)
            return self.tr("{0} {1}").format(said, more)
        return said

    def _cancel(self) -> None:
        self._context.runner.run(
            self,
            partial(self._context.desk.removals.cancel, self._operation, self._removal_id),
            self._on_cancelled,
            self._on_failed,
        )

    def _on_cancelled(self, receipt: Receipt) -> None:
        self._context.done(receipt)
        told = self.tr("The removal is cancelled; that it was recorded stays in the log.")
        if self._count > 1:
            told = self.tr(
                "All %n removals are cancelled; that they were recorded stays in the log.",
                "",
                self._count,
            )
        self._context.notify(told, seconds=_TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self._context.notify(self._context.error_text(error), "warning")
