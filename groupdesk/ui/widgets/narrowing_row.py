# SPDX-License-Identifier: MIT
"""Parts of a form beside each other, or one below the other where there is little room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from groupdesk.ui.theme import current_theme


class NarrowingRow(QWidget):
    """Turns by its own width; the parts go into `row` with their stretch."""

    def __init__(self, beside_from: int, parent: QWidget | None = None) -> None:
        """Put parts beside each other from `beside_from` pixels on."""
        super().__init__(parent)
        self._beside_from = beside_from
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(current_theme().size("space_m"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= self._beside_from
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self.row.direction() != way:
            self.row.setDirection(way)
