# SPDX-License-Identifier: MIT
"""Counts over time as columns, each over its month or year."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupdesk.ui.theme import current_theme

_WIDEST = 3  # of a column, in lines of text


class MonthColumns(QWidget):
    """Decoration beside the table; the accessible description says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without columns."""
        super().__init__(parent)
        self._columns: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_columns(self, name: str, columns: Sequence[tuple[str, int]]) -> None:
        """Show these labels and counts in the order of time; `name` tells what is counted."""
        self._columns = tuple(columns)
        said = ", ".join(f"{label}: {count}" for label, count in columns)
        self.setAccessibleName(name)
        self.setAccessibleDescription(said)
        self.setToolTip("\n".join(f"{label}: {count:,}" for label, count in columns))
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(2 * theme.size("side_width"), 7 * theme.line("body"))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().size("side_width"), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._columns:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("secondary"))
        line, gap = theme.line("secondary"), theme.size("space_xs")
        base, top = self.height() - line - gap, line + gap
        most = max(count for _label, count in self._columns) or 1
        slot = self.width() / len(self._columns)
        wide = min(slot * 0.6, float(_WIDEST * line))
        labels = [painter.fontMetrics().horizontalAdvance(label) for label, _n in self._columns]
        every = -(-int(max(labels) + 2 * gap) // max(1, int(slot)))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        for at, (label, count) in enumerate(self._columns):
            place = len(self._columns) - 1 - at if mirrored else at
            middle = slot * (place + 0.5)
            high = (base - top) * count / most
            if count:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent"))
                painter.drawRect(QRectF(middle - wide / 2, base - high, wide, high))
                painter.setPen(theme.color("text"))
                above = QRectF(middle - slot, base - high - line - 1, 2 * slot, line)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, f"{count:,}")
            if at % every == 0:
                painter.setPen(theme.color("muted"))
                half = labels[at] / 2 + gap
                left = min(max(0.0, middle - half), self.width() - 2 * half)
                below = QRectF(left, base + gap, 2 * half, line)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, label)
