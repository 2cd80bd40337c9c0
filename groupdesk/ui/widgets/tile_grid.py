# SPDX-License-Identifier: MIT
"""Tiles of one size, as many in a row as there is room for.

No layout of Qt's: showing one more child makes that work out the whole form anew, and a drop
shows fifty.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupdesk.ui.theme import current_theme


class TileGrid(QWidget):
    """Places its tiles from the leading edge on; as high as they need at its width."""

    def __init__(self, tile: QSize, parent: QWidget | None = None) -> None:
        """Keep room for tiles of the size `tile`."""
        super().__init__(parent)
        self._tile = tile
        self._gap = current_theme().size("space_m")
        self._tiles: list[QWidget] = []
        self._room_for = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keep_room(self, count: int) -> None:
        """Be as high from now on as `count` tiles need, before all of them are there."""
        if count != self._room_for:
            self._room_for = count
            self.updateGeometry()

    def set_tiles(self, tiles: Sequence[QWidget]) -> None:
        """Place these, in this order. They are children already; all others are left alone."""
        height = self.heightForWidth(self.width())
        self._tiles = list(tiles)
        self._place()
        if self.heightForWidth(self.width()) != height:
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        count = max(len(self._tiles), self._room_for)
        rows = -(-count // self._columns(width))
        return max(0, rows * (self._tile.height() + self._gap) - self._gap)

    def sizeHint(self) -> QSize:
        return QSize(self._tile)  # how high it is follows from its width

    def minimumSizeHint(self) -> QSize:
        return QSize(self._tile)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _columns(self, width: int) -> int:
        return max(1, (width + self._gap) // (self._tile.width() + self._gap))

    def _place(self) -> None:
        columns = self._columns(self.width())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for at, tile in enumerate(self._tiles):
            row, column = divmod(at, columns)
            left = column * (self._tile.width() + self._gap)
            if mirrored:
                left = self.width() - left - self._tile.width()
            corner = QPoint(left, row * (self._tile.height() + self._gap))
            tile.setGeometry(QRect(corner, self._tile))
