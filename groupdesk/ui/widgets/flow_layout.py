# SPDX-License-Identifier: MIT
"""A layout that goes on in the next line where the line is full, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays items from the leading edge on, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        """Keep `spacing` pixels between items and between lines."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items, or only measure; return the height of all lines."""
        y = rect.y() - self.spacing()
        for line in self._lines(rect.width()):
            y += self.spacing()
            height = max(size.height() for _item, size in line)
            if move:
                self._place(line, rect, y, height)
            y += height
        return max(y - rect.y(), 0)

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if not lines or size.width() > left:
                lines.append([])
                left = room
            lines[-1].append((item, size))
            left -= size.width() + self.spacing()
        return lines

    def _place(
        self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, y: int, height: int
    ) -> None:
        """Put the items of a line on one middle, from the leading edge on."""
        owner = self.parentWidget()
        right_to_left = Qt.LayoutDirection.RightToLeft
        mirrored = owner is not None and owner.layoutDirection() == right_to_left
        x = rect.x()
        for item, size in line:
            left = rect.x() + rect.right() + 1 - x - size.width() if mirrored else x
            top = y + (height - size.height()) // 2
            width = min(size.width(), rect.width())
            item.setGeometry(QRect(QPoint(left, top), QSize(width, size.height())))
            x += size.width() + self.spacing()
