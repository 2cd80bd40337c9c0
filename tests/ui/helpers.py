# SPDX-License-Identifier: MIT
"""What tests of widgets do again and again."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from groupdesk.ui.widgets.dialog_frame import DialogFrame


def assert_freed(dialog: QDialog) -> None:
    """Close the dialog and prove that Qt let go of it and of all it holds."""
    children = dialog.findChildren(QWidget)
    dialog.close()
    if dialog.isVisible():
        dialog.done(QDialog.DialogCode.Rejected)  # it asks first, there is typed text in it
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(dialog), "a closed dialog is still there"
    left = [child for child in children if isValid(child)]
    assert not left, f"a closed dialog left {left} behind"


def modal_in_front() -> QWidget | None:
    """Return the dialog that has to be answered first, None when the window can be worked in."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, DialogFrame) and window.isVisible():
            over = [one for one in window.findChildren(QDialog) if one.isVisible()]
            if not over:
                return window
    return QApplication.activeModalWidget()


def colours(widget: QWidget) -> set[str]:
    """Return the colours of all pixels that the widget shows, as #rrggbb."""
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def shows(widget: QWidget, colour: QColor) -> bool:
    """Say whether a colour is to be seen on the widget."""
    return colour.name() in colours(widget)


def show_active(qtbot: QtBot, widget: QWidget) -> None:
    """Show the widget in a window that has the keyboard."""
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
