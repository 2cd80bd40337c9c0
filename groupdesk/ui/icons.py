# SPDX-License-Identifier: MIT
"""Icons tinted from the token table.

They look the colour up while they paint, so a change of theme needs no new icons.
"""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from groupdesk.paths import resource
from groupdesk.ui.lucide_svg import icon_svg
from groupdesk.ui.theme import current_theme

APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


def icon(name: str, token: str = "text", *, checked: str | None = None) -> QIcon:
    """Return lucide's drawing `name` in the colour of `token`.

    `checked` is the token while the button or item is on; disabled controls grey theirs.
    Raises KeyError for an unknown name.
    """
    icon_svg(name, "")
    return QIcon(_TokenIconEngine(name, token, checked or token))


def pixmap(name: str, token: str, size: int, ratio: float) -> QPixmap:
    """Return the drawing as a square picture, `size` logical pixels wide, kept for next time."""
    colour = current_theme().color(token).name()
    return _kept(f"{name}/{colour}", size, ratio, lambda: icon_svg(name, colour))


def ratio_of(painter: QPainter) -> float:
    """Return how many pixels of the device one logical pixel takes.

    `painter.device()` knows, too, but to wrap it PySide6 loads every kind of device there is,
    8 ms of the first paint.
    """
    return painter.deviceTransform().m11()


def app_icon() -> QIcon:
    """Return the program's own icon in all usual sizes."""
    result = QIcon()
    for size in APP_SIZES:
        path = resource("icons", "groupdesk.svg")
        result.addPixmap(_kept("groupdesk", size, 1.0, path.read_bytes))
    return result


def _kept(key: str, size: int, ratio: float, drawing: Callable[[], bytes]) -> QPixmap:
    key = f"groupdesk/{key}/{size}/{ratio:g}"
    result = QPixmap()
    if QPixmapCache.find(key, result):
        return result
    result = QPixmap(QSize(size, size) * ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(drawing())).render(painter)
    painter.end()
    result.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, result)
    return result


class _TokenIconEngine(QIconEngine):
    """Draws one drawing in the colour that its token has now."""

    def __init__(self, name: str, token: str, checked: str) -> None:
        super().__init__()
        self._name = name
        self._token = token
        self._checked = checked

    def _pixmap(self, size: QSize, ratio: float, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        token = self._checked if state == QIcon.State.On else self._token
        if mode == QIcon.Mode.Disabled:
            token = "disabled"
        return pixmap(self._name, token, min(size.width(), size.height()), ratio)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = ratio_of(painter)
        image = self._pixmap(rect.size(), ratio, mode, state)
        target = QRect(0, 0, rect.width(), rect.width())
        target.setHeight(min(rect.width(), rect.height()))
        target.setWidth(target.height())
        target.moveCenter(rect.center())
        painter.drawPixmap(target, image)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._pixmap(size, 1.0, mode, state)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return self._pixmap(size, scale, mode, state)

    def clone(self) -> QIconEngine:
        return _TokenIconEngine(self._name, self._token, self._checked)
