# SPDX-License-Identifier: MIT
"""Counts as bars under their names, the longest one as wide as the room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupdesk.domain.text import visible
from groupdesk.ui.theme import current_theme


class Bars(QWidget):
    """Paints; its accessible description says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without bars."""
        super().__init__(parent)
        self._bars: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bars(self, name: str, bars: Sequence[tuple[str, int]]) -> None:
        """Show these texts and counts; `name` tells screen readers what is counted."""
        self._bars = tuple((visible(text), count) for text, count in bars)
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(f"{text}: {count}" for text, count in self._bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current_theme().size("side_width"), len(self._bars) * self._step())

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().size("side_width") // 2, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, thick = theme.line("body"), theme.size("space_s")
        most = max((count for _text, count in self._bars), default=0) or 1
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(theme.font("body"))
        for at, (text, count) in enumerate(self._bars):
            top = at * self._step()
            words = QRectF(0, top, self.width(), line)
            painter.setPen(theme.color("muted"))
            painter.drawText(words, _LEADING, text)
            painter.setPen(theme.color("text"))
            painter.drawText(words, _TRAILING, str(count))
            painter.setPen(Qt.PenStyle.NoPen)
            track = QRectF(0, top + line + 2, self.width(), thick)
            painter.setBrush(theme.color("muted_soft"))
            painter.drawRoundedRect(track, thick / 2, thick / 2)
            if count:
                bar = QRectF(track)
                bar.setWidth(max(thick, track.width() * count / most))
                if mirrored:
                    bar.moveRight(track.right())
                painter.setBrush(theme.color("accent"))
                painter.drawRoundedRect(bar, thick / 2, thick / 2)

    @staticmethod
    def _step() -> int:
        theme = current_theme()
        return theme.line("body") + 2 + theme.size("space_s") + theme.size("space_m")


_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
