# SPDX-License-Identifier: MIT
"""Keeps the mouse wheel from changing a choice while one scrolls past it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


class WheelGuard(QObject):
    """The wheel turns a combo or a number only while it has the focus; else the form scrolls."""

    def __init__(self, root: QWidget) -> None:
        """Guard all combos, numbers and dates inside `root`, which becomes the parent."""
        super().__init__(root)
        for kind in (QComboBox, QAbstractSpinBox):
            for field in root.findChildren(kind):
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel gives no focus
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the wheel on to the form."""
        passing = isinstance(watched, QWidget) and not watched.hasFocus()
        if event.type() == QEvent.Type.Wheel and passing:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
