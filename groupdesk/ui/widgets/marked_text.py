# SPDX-License-Identifier: MIT
"""Plain text to read and to copy from, with some places marked; it is never read as markup."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from groupdesk.domain.platform_texts import Run, Style
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
        self._styled: list[tuple[int, int, Style]] = []
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

    def set_text(
        self, text: str, marks: Sequence[tuple[int, int]] = (), runs: Sequence[Run] = ()
    ) -> None:
        """Show another text; `marks` are places in it, `runs` how parts look, in characters.

        What would hide or turn characters round is named.
        """
        places = (*marks, *((run.start, run.end) for run in runs))
        shown, found = visible_places(text, places)
        self._marks = found[: len(marks)]
        styled = [(*found[len(marks) + at], run.style) for at, run in enumerate(runs)]
        self._text = text
        if (shown, styled) != (self._shown, self._styled):  # or a selection would be lost
            self._shown, self._styled = shown, styled
            self.setPlainText(shown)
            self._space_lines()
            self._style()
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_marks"):
            self._space_lines()
            self._style()
            self._mark()

    def _space_lines(self) -> None:
        """Give the lines the height that text has elsewhere."""
        spaced = QTextBlockFormat()
        least = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        spaced.setLineHeight(current_theme().line("body"), least)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def _style(self) -> None:
        for start, end, style in self._styled:
            looks = QTextCharFormat()
            _LOOKS[style](looks)
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(self._shown[:start]))
            cursor.setPosition(_units(self._shown[:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(looks)

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


def _bold(looks: QTextCharFormat) -> None:
    looks.setFontWeight(QFont.Weight.DemiBold)


def _code(looks: QTextCharFormat) -> None:
    looks.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])


def _hidden(looks: QTextCharFormat) -> None:
    theme = current_theme()
    looks.setBackground(theme.color("muted"))
    looks.setForeground(theme.color("muted"))


_LOOKS: dict[Style, Callable[[QTextCharFormat], None]] = {
    "bold": _bold,
    "italic": lambda looks: looks.setFontItalic(True),
    "struck": lambda looks: looks.setFontStrikeOut(True),
    "underlined": lambda looks: looks.setFontUnderline(True),
    "code": _code,
    "hidden": _hidden,
}


def _units(text: str) -> int:
    """Return how many UTF-16 units Qt counts for a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
