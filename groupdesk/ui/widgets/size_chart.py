# SPDX-License-Identifier: MIT
"""How large a group was over time: a line through the numbers after each list, drawn by Qt."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupdesk.ui.theme import current_theme

Point = tuple[datetime, int, str]
"""A moment, the number of members, and the day as people read it."""


class SizeChart(QWidget):
    """Decoration beside the table; the accessible description says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a number."""
        super().__init__(parent)
        self._points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_points(self, name: str, points: Sequence[Point]) -> None:
        """Show these numbers in the order of time; `name` tells what is counted."""
        self._points = tuple(points)
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(f"{day}: {n}" for _at, n, day in self._points))
        self.setToolTip("\n".join(f"{day}: {n:,}" for _at, n, day in self._points[-12:]))
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(2 * theme.size("side_width"), 5 * theme.line("body"))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().size("side_width"), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._points:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, gap = theme.line("secondary"), theme.size("space_s")
        area = QRectF(gap, line + gap, self.width() - 2 * gap, self.height() - 2 * (line + gap))
        places = self._places(area)
        base = area.bottom()
        painter.setPen(QPen(theme.color("muted_soft"), 1))
        painter.drawLine(QPointF(area.left(), base), QPointF(area.right(), base))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft"))
        under = [QPointF(places[0].x(), base), *places, QPointF(places[-1].x(), base)]
        painter.drawPolygon(QPolygonF(under))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(theme.color("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        for place in places:
            painter.drawEllipse(place, 3.0, 3.0)
        self._write(painter, places)

    def _places(self, area: QRectF) -> list[QPointF]:
        first, last = self._points[0][0], self._points[-1][0]
        whole = (last - first).total_seconds() or 1.0
        most = max(count for _at, count, _day in self._points) or 1
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        found = []
        for at, count, _day in self._points:
            share = (at - first).total_seconds() / whole if len(self._points) > 1 else 0.5
            share = 1 - share if mirrored else share
            x = area.left() + share * area.width()
            found.append(QPointF(x, area.bottom() - area.height() * count / most))
        return found

    def _write(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        """Write the number at both ends, and the days below."""
        theme = current_theme()
        painter.setFont(theme.font("secondary"))
        line = theme.line("secondary")
        metrics = painter.fontMetrics()
        for at in dict.fromkeys((0, len(places) - 1)):
            _moment, count, day = self._points[at]
            for text, top, tone in (
                (f"{count:,}", places[at].y() - line - 4, "text"),
                (day, self.height() - line, "muted"),
            ):
                wide = metrics.horizontalAdvance(text)
                left = min(max(0.0, places[at].x() - wide / 2), float(self.width() - wide))
                painter.setPen(theme.color(tone))
                painter.drawText(QPointF(left, max(0.0, top) + metrics.ascent()), text)
