# SPDX-License-Identifier: MIT
"""Plain text in lines, with some places marked; it is painted, never read as markup."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupdesk.ui.theme import current_theme

_LINE_SEPARATOR = "\u2028"


class MarkedText(QWidget):
    """As high as its text is at its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._text = ""
        self._marks: tuple[tuple[int, int], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self._text

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """The marked places, from and to."""
        return self._marks

    def set_text(self, text: str, marks: Sequence[tuple[int, int]] = ()) -> None:
        """Show another text; `marks` are places in it, in characters."""
        if (text, tuple(marks)) == (self._text, self._marks):
            return
        self._text, self._marks = text, tuple(marks)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width)[1]

    def sizeHint(self) -> QSize:
        width = 2 * current_theme().size("thumbnail_width")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().size("thumbnail_width") // 2, current_theme().line("body"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().color("text"))
        self._laid_out(self.width())[0].draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        theme = current_theme()
        font = theme.font("body")
        layout = QTextLayout(self._text.replace("\n", _LINE_SEPARATOR), font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        layout.setFormats([self._format(start, end) for start, end in self._marks])
        step = max(theme.line("body"), QFontMetrics(font).height())
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += max(float(step), line.height())
        layout.endLayout()
        return layout, max(step, round(top))

    def _format(self, start: int, end: int) -> QTextLayout.FormatRange:
        theme = current_theme()
        mark = QTextCharFormat()
        mark.setBackground(theme.color("warning_soft"))
        mark.setForeground(theme.color("warning"))
        result = QTextLayout.FormatRange()
        result.start = _units(self._text[:start])
        result.length = _units(self._text[start:end])
        result.format = mark
        return result


def _units(text: str) -> int:
    """Return how many UTF-16 units Qt counts for a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
