# SPDX-License-Identifier: MIT
"""Keeps a person from working in the window behind a dialog, but not from closing it.

Qt's own modality holds back the close button of the window behind as well: no event tells that
somebody pressed it (`QGuiApplicationPrivate::processCloseEvent`), and the program seems to hang.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

_INPUT = frozenset(
    {
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease),
        *(QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove, QEvent.Type.Wheel),
        *(QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride),
        *(QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop),
        *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd),
        *(QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease),
        *(QEvent.Type.ContextMenu, QEvent.Type.InputMethod, QEvent.Type.NativeGesture),
    }
)
_TURNED_DOWN = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})
_COMES_BACK = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class Behind(QObject):
    """Holds input back from the window behind a dialog for as long as the dialog is shown."""

    def __init__(self, dialog: QDialog, asked_to_close: Callable[[], object]) -> None:
        """Watch what `dialog` stands in front of; call `asked_to_close` for its close button."""
        super().__init__(dialog)
        self._dialog = dialog
        self._asked_to_close = asked_to_close
        parent = dialog.parentWidget()
        self._window = None if parent is None else parent.window()
        self._watched: tuple[QObject, ...] = ()

    def show(self) -> None:
        """Show the dialog; to screen readers it is modal, and to its window as well."""
        handle = None if self._window is None else self._window.windowHandle()
        if self._window is None or handle is None:
            self._dialog.show()
            return
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.create()  # its window, for which modality is another matter
        self._dialog.windowHandle().setModality(Qt.WindowModality.NonModal)
        self._watched = (handle, self._window)
        for watched in self._watched:
            watched.installEventFilter(self)
        self._dialog.finished.connect(self._let_go)
        self._dialog.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._watched or not self._dialog.isVisible():
            return False
        kind = event.type()
        if watched is self._window:
            return self._on_window(event)
        if kind not in _INPUT:
            return False
        if kind in _COMES_BACK:
            self._come_back()
        # a shortcut that is taken is not looked up; a drop that is taken would be lost
        event.setAccepted(kind not in _TURNED_DOWN)
        return True

    def _on_window(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self._come_back()
        elif event.type() == QEvent.Type.Close:
            event.ignore()
            self._asked_to_close()
            return True
        return False

    def _let_go(self) -> None:
        watched, self._watched = self._watched, ()
        for one in watched:
            if isValid(one):
                one.removeEventFilter(self)

    def _come_back(self) -> None:
        self._dialog.raise_()
        self._dialog.activateWindow()
