# SPDX-License-Identifier: MIT
"""Dragging things from other programs over a widget, as the system reports it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def files(*paths: Path) -> QMimeData:
    """Return what a file manager hands over for these files."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(target: QWidget, mime: QMimeData) -> Qt.DropAction | None:
    """Drag over a widget and let go; return what the other program is told, None for refused."""
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), both, mime, left, none)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return None
    event = QDropEvent(QPointF(5, 5), both, mime, left, none)
    QApplication.sendEvent(target, event)
    return event.dropAction() if event.isAccepted() else None
