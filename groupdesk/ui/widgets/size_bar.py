# SPDX-License-Identifier: MIT
"""How much of a limit is taken, as a bar under its words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName


class SizeBar(QWidget):
    """Paints a share; the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._share = 0.0
        self._tone: ToneName = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, tone: ToneName) -> None:
        """Fill the bar to `share`, all of it from 1 on, in the colour of `tone`."""
        self._share, self._tone = min(max(share, 0.0), 1.0), tone
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.size("side_width"), theme.size("space_s"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(self.rect())
        radius = track.height() / 2
        painter.setBrush(theme.color("muted_soft"))
        painter.drawRoundedRect(track, radius, radius)
        if self._share:
            taken = QRectF(track)
            taken.setWidth(max(track.width() * self._share, track.height()))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                taken.moveRight(track.right())
            painter.setBrush(theme.color(self._tone))
            painter.drawRoundedRect(taken, radius, radius)
        painter.end()
