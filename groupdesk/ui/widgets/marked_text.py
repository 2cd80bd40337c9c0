# SPDX-License-Identifier: MIT
"""Plain text to read and to copy from, with some places marked; it is never read as markup."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSizeF, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from groupdesk.domain.text import visible_places
from groupdesk.ui.theme import current_theme

EDGE = 4
"""Pixels around the text, inside the border that shows the focus, and that border."""


class MarkedText(QTextEdit):
    """As high as its text is at its width. Can be selected by mouse and by keys, not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._text = self._shown = ""
        self._marks: tuple[tuple[int, int], ...] = ()
        self.setProperty("surface", "clear")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(current_theme().size("thumbnail_width") // 2)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(EDGE - 1)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._space_lines()

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self._text

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """The marked places of the text that is shown, from and to."""
        return self._marks

    def set_text(self, text: str, marks: Sequence[tuple[int, int]] = ()) -> None:
        """Show another text; `marks` are places in it, in characters.

        What would hide or turn characters round is named.
        """
        shown, self._marks = visible_places(text, marks)
        self._text = text
        if shown != self._shown:  # or what somebody selects would be lost as they select it
            self._shown = shown
            self.setPlainText(shown)
            self._space_lines()
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_marks"):
            self._space_lines()
            self._mark()

    def _space_lines(self) -> None:
        """Give the lines the height that text has elsewhere."""
        spaced = QTextBlockFormat()
        least = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        spaced.setLineHeight(current_theme().line("body"), least)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def _mark(self) -> None:
        theme = current_theme()
        marks = []
        for start, end in self._marks:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(_units(self._shown[:start]))
            mark.cursor.setPosition(_units(self._shown[:end]), QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(theme.color("warning_soft"))
            mark.format.setForeground(theme.color("warning"))
            marks.append(mark)
        self.setExtraSelections(marks)

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(math.ceil(size.height()) + 2)  # and the border on both sides


def _units(text: str) -> int:
    """Return how many UTF-16 units Qt counts for a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
