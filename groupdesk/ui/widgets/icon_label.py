# SPDX-License-Identifier: MIT
"""An icon that is not a button; it follows the theme and the screen it is on."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupdesk.ui.icons import pixmap
from groupdesk.ui.theme import current_theme


class IconLabel(QWidget):
    """Paints one icon; the text beside it says what it means, so screen readers skip it."""

    def __init__(
        self,
        icon_name: str,
        token: str = "muted",
        size_token: str = "icon",
        parent: QWidget | None = None,
    ) -> None:
        """Show `icon_name` in the colour of `token`, as large as `size_token`."""
        super().__init__(parent)
        self._icon_name = icon_name
        self._token = token
        self._size_token = size_token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon_name: str, token: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._token = token
        self.update()

    def sizeHint(self) -> QSize:
        side = current_theme().size(self._size_token)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self.sizeHint().width()
        picture = pixmap(self._icon_name, self._token, side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, (self.height() - side) // 2, picture)
