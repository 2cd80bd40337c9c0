# SPDX-License-Identifier: MIT
"""Tells the pages what changed, whether this window changed it or another process did."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from groupdesk.domain.enums import Topic

EVERY_MILLISECONDS = 1000


class DataEvents(QObject):
    """The hub between commands and pages."""

    changed = Signal(object)
    """A frozenset of Topic; pages that show one of them load again."""
    acted = Signal()
    """An act of this window was recorded: what was said before it may no longer be so."""

    def __init__(self, version: Callable[[], int], parent: QObject | None = None) -> None:
        """Watch `version` once a second: it changes when another connection wrote."""
        super().__init__(parent)
        self._version = version
        self._seen = version()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def publish(self, topics: Iterable[Topic]) -> None:
        """Tell at once that these topics changed."""
        self._seen = self._version()
        self.changed.emit(frozenset(topics))

    def stop(self) -> None:
        """Watch no more; the desk is about to be closed."""
        self._timer.stop()

    def _look(self) -> None:
        version = self._version()
        if version != self._seen:
            self._seen = version
            self.changed.emit(frozenset(Topic))
