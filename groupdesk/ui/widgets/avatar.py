# SPDX-License-Identifier: MIT
"""A member's round sign: the first character of the name on a colour of its own."""

import re
import zlib
from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupdesk.domain.text import is_blank
from groupdesk.ui.theme import Theme, current_theme
from groupdesk.ui.theme_tokens import AVATARS

# A sign as one sees it: two letters are one flag, joined people one family.
_ONE_SIGN = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|.(?:[\u0300-\u036f\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d.)*",
    re.DOTALL,
)


def avatar_letter(name: str) -> str:
    """Return what stands for a name: its first letter or digit, in upper case.

    Where it has none, its first emoji, flag or other sign as a whole.
    """
    letter = next((sign for sign in name if sign.isalnum()), "")
    if letter:
        return letter.upper()[:1]
    return next((sign for sign in _ONE_SIGN.findall(name) if not is_blank(sign)), "?")


def avatar_colour(name: str) -> str:
    """Return the background for a name, the same on every machine and every day."""
    return AVATARS[zlib.crc32(name.encode("utf-8", "surrogatepass")) % len(AVATARS)]


def avatar_pixmap(theme: Theme, name: str, size: int, ratio: float) -> QPixmap:
    """Return the sign as a picture, `size` logical pixels wide; lists paint thousands."""
    body = theme.font("body").pixelSize()
    return _drawn(avatar_letter(name), avatar_colour(name), size, ratio, body)


class Avatar(QWidget):
    """The sign as a widget of fixed size."""

    def __init__(
        self, name: str = "", size_token: str = "avatar", parent: QWidget | None = None
    ) -> None:
        """Show the sign of `name`; `size_token` is avatar_row, avatar or avatar_head."""
        super().__init__(parent)
        self._name = name
        self._size_token = size_token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Show the sign of another name."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        side = current_theme().size(self._size_token)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        picture = avatar_pixmap(current_theme(), self._name, side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)


@lru_cache(maxsize=512)
def _drawn(letter: str, colour: str, size: int, ratio: float, body: int) -> QPixmap:
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    theme = current_theme()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRect(0, 0, size, size))
    font = theme.font("strong")
    font.setPixelSize(max(round(body * 0.85), round(size * 0.44)))
    painter.setFont(font)
    painter.setPen(theme.color("on_avatar"))
    painter.drawText(QRect(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return picture
