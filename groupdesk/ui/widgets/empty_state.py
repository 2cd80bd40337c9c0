# SPDX-License-Identifier: MIT
"""What an empty page says: what it is for, and the next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label


class EmptyState(QWidget):
    """An icon, a title, a text and a button, in the middle of the room there is."""

    acted = Signal()
    """The button was pressed."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        """Show the icon; `set_texts` brings the words."""
        super().__init__(parent)
        theme = current_theme()
        self._title = label(role="section", wrap=True, parent=self)
        self._text = label(role="muted", wrap=True, parent=self)
        self.button = button("", "primary", parent=self)
        self.button.clicked.connect(self.acted)
        centre = Qt.AlignmentFlag.AlignHCenter
        inner = QWidget(self)
        inner.setMaximumWidth(2 * theme.size("side_width"))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space_m"))
        column.addStretch()
        column.addWidget(IconLabel(icon_name, "line_strong", "icon_empty", self), 0, centre)
        for part in (self._title, self._text):
            part.setAlignment(centre)
            column.addWidget(part)
        column.addWidget(self.button, 0, centre)
        column.addStretch()
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(inner, 8)
        row.addStretch(1)

    def set_texts(self, title: str, text: str, action_text: str = "") -> None:
        """Say what the page is for; without `action_text` there is no button."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(action_text)
        self.button.setVisible(bool(action_text))
