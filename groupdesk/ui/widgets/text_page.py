# SPDX-License-Identifier: MIT
"""A page of text to read, select and scroll through, written paragraph by paragraph."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from groupdesk.ui.theme import current_theme


class TextPage(QTextEdit):
    """Everything on it is plain text in the fonts and colours of the theme; nothing is markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(current_theme().size("space_m"))

    @staticmethod
    def look(colour: str, *, ground: str = "", font: str = "body") -> QTextCharFormat:
        """Return how words look, by the names of the theme."""
        theme = current_theme()
        made = QTextCharFormat()
        made.setFont(theme.font(font))
        made.setForeground(theme.color(colour))
        if ground:
            made.setBackground(theme.color(ground))
        return made

    @staticmethod
    def begin(cursor: QTextCursor, above: int, *, first: bool = False) -> None:
        """Begin a paragraph, `above` pixels under the one before."""
        spaced = QTextBlockFormat()
        spaced.setTopMargin(above)
        if first:
            cursor.setBlockFormat(spaced)
        else:
            cursor.insertBlock(spaced)
