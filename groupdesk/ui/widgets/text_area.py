# SPDX-License-Identifier: MIT
"""A field for several lines of plain text."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from groupdesk.ui.theme import current_theme


class TextArea(QPlainTextEdit):
    """Takes plain text only; Tab goes to the next field, as everywhere in a form."""

    def __init__(self, lines: int = 4, parent: QWidget | None = None) -> None:
        """Ask for room for `lines` lines; a layout may give more."""
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Take another text in one step that Ctrl+Z undoes, unless it is the same."""
        if text == self.toPlainText():
            return
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(self._lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height(min(self._lines, 2)))

    @staticmethod
    def _height(lines: int) -> int:
        theme = current_theme()
        return lines * theme.line("body") + 2 * theme.size("space_s") + 4
