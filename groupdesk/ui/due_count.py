# SPDX-License-Identifier: MIT
"""How many things are to be done by now: counted beside the window, and anew each day."""

from PySide6.QtCore import QObject, QTimer, Signal

from groupdesk.domain.enums import Action, Topic
from groupdesk.domain.roles import may
from groupdesk.ui.context import UiContext

EVERY_MILLISECONDS = 30_000


class DueCount(QObject):
    """As many as Today has under Late and Today; `requests` are those about requests.

    Whoever only looks on has nothing to do.
    """

    changed = Signal(int)

    def __init__(self, context: UiContext, parent: QObject) -> None:
        """Count now, after each change, and when a new day begins."""
        super().__init__(parent)
        self._context = context
        self.value = self.requests = 0
        self._day = context.desk.clock().date()
        context.events.changed.connect(self._count)
        timer = QTimer(self)
        timer.timeout.connect(self.look_at_day)
        timer.start(EVERY_MILLISECONDS)
        QTimer.singleShot(0, self, self._count)  # once somebody listens

    @property
    def of_pages(self) -> dict[str, int]:
        """What stands beside pages in the navigation."""
        return {"today": self.value, "requests": self.requests}

    def look_at_day(self) -> None:
        """Let all that goes by the day be shown anew once it is another one."""
        day = self._context.desk.clock().date()
        if day != self._day:
            self._day = day
            self._context.events.publish({Topic.TASKS, Topic.DRAFTS})

    def _count(self) -> None:
        """Count again; an error leaves the number as it was, the page itself tells of it."""
        from groupdesk.services.todo import REQUESTS  # noqa: PLC0415  # read by then

        todo = self._context.desk.todo
        if not may(self._context.desk.operator.role, Action.TASK_DONE):
            self._on_counted((0, 0))
            return

        def work() -> tuple[int, int]:
            kinds = todo.now_by_kind()
            return kinds.total(), sum(kinds[kind] for kind in REQUESTS)

        self._context.runner.run(self, work, self._on_counted, lambda _error: None, pool="read")

    def _on_counted(self, counts: tuple[int, int]) -> None:
        if counts != (self.value, self.requests):
            self.value, self.requests = counts
            self.changed.emit(self.value)
