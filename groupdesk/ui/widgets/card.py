# SPDX-License-Identifier: MIT
"""A framed piece of a page: a white card, or a quiet panel."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import restyle


class Card(QFrame):
    """A frame with a column inside; as a choice it takes clicks, Enter and Space."""

    clicked = Signal()

    def __init__(
        self,
        surface: Literal["card", "panel"] = "card",
        parent: QWidget | None = None,
        *,
        clickable: bool = False,
    ) -> None:
        """Start empty; put widgets and layouts into `body`."""
        super().__init__(parent)
        self.setProperty("surface", surface)
        theme = current_theme()
        self.body = QVBoxLayout(self)
        margin, side = theme.size("space_m"), theme.size("space_l")
        self.body.setContentsMargins(side, margin, side, margin)
        self.body.setSpacing(theme.size("space_s"))
        self._clickable = clickable
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_selected(self, selected: bool) -> None:  # noqa: FBT001 — a setter as Qt's
        """Mark the card as the chosen one."""
        restyle(self, "selected", selected)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and event.button() == Qt.MouseButton.LeftButton and inside:
            self.clicked.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in {
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        }:
            self.clicked.emit()
            return
        super().keyPressEvent(event)
