# SPDX-License-Identifier: MIT
"""Notices that nobody has touched keys or mouse for a while."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove),
        *(QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress),
        *(QEvent.Type.InputMethod, QEvent.Type.DragMove, QEvent.Type.Drop),
    }
)
_MINUTE = 60  # seconds


class IdleWatch(QObject):
    """Watches the windows themselves: what happens in widgets passes through them.

    An event filter on the application would be asked about every event of every object.
    """

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        """Wait for ever, until `set_minutes` says how long."""
        super().__init__(parent)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.idle)
        self._watching = False
        self._minutes = 0
        self._touched = 0.0  # by the clock on the wall

    def set_minutes(self, minutes: int) -> None:
        """Emit `idle` after so many minutes without a touch; never for 0."""
        self._minutes = minutes
        self.timer.stop()
        if minutes:
            self.timer.setInterval(minutes * _MINUTE * 1000)
            self._begin()
            self._watch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and self._minutes:
            # no timer runs while a computer sleeps; what wakes it up is meant for nothing
            rested = time.time() - self._touched
            slept = self.timer.isActive() and rested >= self._minutes * _MINUTE
            self._begin()
            if slept:
                self.idle.emit()
                return True
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self._touched = time.time()
        self.timer.start()

    def _watch(self) -> None:
        if self._watching:
            return
        self._watching = True
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_window)

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # one that is there already is only moved
