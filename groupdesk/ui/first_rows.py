# SPDX-License-Identifier: MIT
"""What the window shows while the rest of the program is loaded: the first names of the list.

They stand where the members page shows them, so that nothing moves when it takes their place.
"""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.text import visible
from groupdesk.services.first_look import FirstLook
from groupdesk.settings import Settings
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.avatar import avatar_pixmap


class FirstRows(QWidget):
    """A picture of the page to come; nothing in it can be worked with."""

    painted = Signal()

    def __init__(self, look: FirstLook, values: Settings) -> None:
        """Show these names, in a window that is divided as the settings say."""
        super().__init__()
        self._look = look
        self._side = values.navigation_width
        self._detail = values.detail_width

    def row_rect(self, row: int) -> QRect:
        """Return the place of a row's sign and name."""
        size = current_theme().size
        left = self._side + 1 + size("space_l")
        right = self.width() - size("space_l")
        if self.width() - self._side >= size("narrow"):
            right -= self._detail
        height = size("row")
        return QRect(left, self._top() + size("first_row") + row * height, right - left, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(0, 0, self._side, self.height(), theme.color("side"))
        painter.fillRect(0, 0, self.width(), self._top(), theme.color("accent_soft"))
        painter.setPen(theme.color("text"))
        head = self.row_rect(0)
        head.setTop(self._top() + theme.size("space_l"))
        head.setHeight(theme.size("control"))
        painter.setFont(theme.font("title"))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, visible(self._look.group))
        painter.setFont(theme.font("body"))
        metrics = painter.fontMetrics()
        side, gap = theme.size("avatar_row"), theme.size("space_s")
        for row, name in enumerate(self._look.names):
            place = self.row_rect(row).adjusted(gap + 2, 0, -gap - 2, 0)
            if place.top() > self.height():
                break
            picture = avatar_pixmap(theme, name, side, self.devicePixelRatioF())
            painter.drawPixmap(place.left(), place.top() + (place.height() - side) // 2, picture)
            place.setLeft(place.left() + side + gap)
            shown = metrics.elidedText(visible(name), Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
        QTimer.singleShot(0, self, self.painted.emit)  # not once it is gone

    def _top(self) -> int:
        """Return where the page begins: below the banner that a sample has."""
        return current_theme().size("place_banner") if self._look.sample else 0
