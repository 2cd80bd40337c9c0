# SPDX-License-Identifier: MIT
"""Lets the keys that lock the window, or hand it over, work in the dialogs in front of it."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from groupdesk.ui.act_looks import LOOKS


class WindowKeys(QObject):
    """Belongs to a dialog; Qt looks up no shortcut of the window behind it."""

    def __init__(self, dialog: QDialog) -> None:
        """Listen in `dialog`."""
        super().__init__(dialog)
        self._dialog = dialog
        for act_id, handler in (("operator.lock", self._lock), ("operator.switch", self._switch)):
            QShortcut(QKeySequence(LOOKS[act_id].shortcut), dialog, handler)

    def _lock(self) -> None:
        act = self._window().findChild(QAction, "operator.lock")
        if act is not None:
            act.trigger()

    def _switch(self) -> None:
        """Leave as Esc does, drafts are kept, and ask who works now; or stay where that asks."""
        window = self._window()
        act = window.findChild(QAction, "operator.switch")
        if act is None:
            return
        left: list[int] = []
        dialog: QWidget | None = self._dialog
        while isinstance(dialog, QDialog):
            behind = dialog.parentWidget()
            told = dialog.finished.connect(left.append)
            dialog.reject()
            dialog.finished.disconnect(told)
            if not left:
                return
            left.clear()
            dialog = behind.window() if behind is not None else None
        QTimer.singleShot(0, act, act.trigger)

    def _window(self) -> QWidget:
        window: QWidget = self._dialog
        while isinstance(window, QDialog) and (behind := window.parentWidget()) is not None:
            window = behind.window()
        return window
