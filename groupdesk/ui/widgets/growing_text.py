# SPDX-License-Identifier: MIT
"""A text field that is as high as its text, for forms that scroll as a whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.text_area import TextArea


class GrowingText(TextArea):
    """Grows with its text up to a limit, from which on it scrolls."""

    def __init__(self, lines: int, most: int, parent: QWidget | None = None) -> None:
        """Be between `lines` and `most` lines high."""
        super().__init__(lines, parent)
        self._least, self._most = lines, most
        self.textChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        line = theme.line("body")
        most = self._most * line
        height = 0.0
        block = self.document().firstBlock()
        while block.isValid() and height <= most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(on if height > most else off)
        inner = min(max(round(height + 0.5), self._least * line), most)
        edges = 2 * (theme.size("pad_small") + 1) + 2 * round(self.document().documentMargin())
        self.setFixedHeight(inner + edges)
