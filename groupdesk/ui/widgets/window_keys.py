# SPDX-License-Identifier: MIT
"""Lets the keys that lock the window, or hand it over, work in the dialogs in front of it."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from groupdesk.ui.act_looks import LOOKS


class WindowKeys(QObject):
    """Belongs to a dialog; Qt looks up no shortcut of the window behind it."""

    def __init__(self, dialog: QDialog) -> None:
        """Listen in `dialog`."""
        super().__init__(dialog)
        self._dialog = dialog
        for act_id, handler in (("operator.lock", self._lock), ("operator.switch", self.switch)):
            QShortcut(QKeySequence(LOOKS[act_id].shortcut), dialog, handler)

    def _lock(self) -> None:
        act = self._window().findChild(QAction, "operator.lock")
        if act is not None:
            act.trigger()

    def switch(self) -> None:
        """Leave as Esc does, drafts are kept, and ask who works now; or stay where that asks."""
        act = self._window().findChild(QAction, "operator.switch")
        if act is not None:
            self._leave(self._dialog, act)

    @staticmethod
    def _leave(dialog: QDialog, act: QAction) -> None:
        """Leave a dialog and those behind it; a draft may be written for a while before."""
        parent = dialog.parentWidget()
        behind = parent.window() if parent is not None else None

        def go_on() -> None:
            if isinstance(behind, QDialog):
                WindowKeys._leave(behind, act)
            else:
                QTimer.singleShot(0, act, act.trigger)

        told = dialog.finished.connect(go_on)
        dialog.reject()
        asks = isValid(dialog) and dialog.isVisible() and not getattr(dialog, "busy", False)
        if asks:
            dialog.finished.disconnect(told)  # leaving it later is another matter

    def _window(self) -> QWidget:
        window: QWidget = self._dialog
        while isinstance(window, QDialog) and (behind := window.parentWidget()) is not None:
            window = behind.window()
        return window
