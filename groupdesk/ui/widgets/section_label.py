# SPDX-License-Identifier: MIT
"""Small heads over fields and lists: capitals in Latin letters, plain in Chinese."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import restyle

_FIRST_CJK = "\u2e80"


class SectionLabel(QLabel):
    """A head; screen readers get the words as they were given, not the capitals."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show `text`; a mnemonic (&) works once a buddy is set."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another head."""
        chinese = any(sign >= _FIRST_CJK for sign in text)
        super().setText(text if chinese else text.upper())
        self.setAccessibleName(text.replace("&", ""))
        # strokes of Chinese characters need the larger size
        role = "label_chinese" if chinese else "label"
        self.setFont(current_theme().font(role))
        restyle(self, "role", role)
