# SPDX-License-Identifier: MIT
"""How many things are to be done by now: counted beside the window, whenever anything changed."""

from PySide6.QtCore import QObject, QTimer, Signal

from groupdesk.ui.context import UiContext


class DueCount(QObject):
    """As many as Today has under Late and Today."""

    changed = Signal(int)

    def __init__(self, context: UiContext, parent: QObject) -> None:
        """Count now, and again after each change."""
        super().__init__(parent)
        self._context = context
        self.value = 0
        context.events.changed.connect(self._count)
        QTimer.singleShot(0, self, self._count)  # once somebody listens

    def _count(self) -> None:
        """Count again; an error leaves the number as it was, the page itself tells of it."""
        context = self._context
        context.runner.run(self, context.desk.todo.now, self._on_counted, lambda _error: None)

    def _on_counted(self, count: int) -> None:
        if count != self.value:
            self.value = count
            self.changed.emit(count)
