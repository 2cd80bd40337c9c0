# SPDX-License-Identifier: MIT
"""Small heads over fields and lists: capitals in Latin letters, plain in Chinese."""

from PySide6.QtWidgets import QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.labels import PlainLabel, restyle

_FIRST_CJK = "\u2e80"


class SectionLabel(PlainLabel):
    """A head; screen readers get the words as they were given, not the capitals."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show `text`; a mnemonic (&) works once a buddy is set."""
        super().__init__(text, parent)

    def setText(self, text: str) -> None:
        """Show another head."""
        chinese = any(sign >= _FIRST_CJK for sign in text)
        super().setText(text if chinese else text.upper())
        self.setAccessibleName(visible(text.replace("&", "")))
        # strokes of Chinese characters need the larger size
        role = "label_chinese" if chinese else "label"
        self.setFont(current_theme().font(role))
        restyle(self, "role", role)
