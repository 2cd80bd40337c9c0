# SPDX-License-Identifier: MIT
"""The way back from a change to many members, offered by the window's notice."""

import uuid

from PySide6.QtCore import QObject

from groupdesk.domain.errors import CancelledError
from groupdesk.domain.member_bulk import BulkDone
from groupdesk.services.member_bulk import IN_A_THREAD
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import JobHandle

_TOLD_SECONDS = 12


class BulkUndo(QObject):
    """Takes one change back, and says of how many; it outlives the dialog that made the change."""

    def __init__(self, context: UiContext, done: BulkDone) -> None:
        """Offer to take back what `done` tells of."""
        super().__init__(context.events)
        self._context = context
        self._done = done
        self._operation = uuid.uuid4()
        self._running: JobHandle | None = None

    def run(self) -> None:
        """Take it back, beside the window, or in a process of its own where it is much."""
        context, operation, seq = self._context, self._operation, self._done.receipt.seq
        undoing = context.desk.bulk_undo
        if self._done.members <= IN_A_THREAD:
            context.runner.run(
                self, lambda: undoing.undo(operation, seq), self._on_undone, self._on_failed
            )
            return
        self._on_progress("", 0, self._done.members)
        args = {"operation": operation, "seq": seq}
        self._running = context.jobs.run(
            self, "members.bulk_undo", args, self._on_progress, self._on_undone, self._on_failed
        )

    def _on_progress(self, _stage: str, done: int, whole: int) -> None:
        self._context.notify(
            self.tr("Undoing: {0} of {1} members…").format(f"{done:,}", f"{whole:,}"),
            "muted",
            action_text=self.tr("Stop"),
            action=self._stop,
        )

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _on_undone(self, undone: BulkDone) -> None:
        self._context.done(undone.receipt)
        text = self.tr("%n member(s) are as they were before.", "", undone.members)
        if undone.left:
            text += " " + self.tr("%n stay(s) as changed again since.", "", undone.left)
        self._context.notify(text, seconds=_TOLD_SECONDS)
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        tone = "muted" if isinstance(error, CancelledError) else "danger"
        self._context.notify(self._context.error_text(error), tone)
        self.deleteLater()
