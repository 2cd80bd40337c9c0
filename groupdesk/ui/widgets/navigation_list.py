# SPDX-License-Identifier: MIT
"""One list of the navigation: lines with a sign and a count, of which a person chooses one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from groupdesk.domain.text import visible
from groupdesk.ui.icons import pixmap, ratio_of
from groupdesk.ui.item_delegates import draw_text
from groupdesk.ui.theme import Theme, current_theme
from groupdesk.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_EntryRole = Qt.ItemDataRole.UserRole
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LEAST_ROWS = 2
_LEAST_PAGES = 3
"""So many lines of a list that is else shown whole stay in sight."""
_ROOMY_ROWS = 5
"""So many groups are in sight before lines are high."""
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One line: `due` is a count that calls for work, `count` a quiet one."""

    key: str
    text: str
    icon: str
    due: int = 0
    count: int | None = None
    place: str = ""
    """What the sign stands for, for those who hear the line; the group of a filter for instance."""
    tip: str = ""
    """What the tooltip says where it is more than the text."""

    @property
    def spoken(self) -> str:
        """What a screen reader says: the text, where it belongs, and the count."""
        number = self.due or self.count
        return ", ".join(filter(None, (self.text, self.place, str(number) if number else "")))


class NavigationList(QListView):
    """One of the lists; as high as its lines unless it fills the rest."""

    chosen = Signal(str)
    """The key that a person went to."""
    menu_requested = Signal(str, QPoint)
    """The key of a line, and where on the screen its menu belongs."""

    def __init__(
        self, parent: QWidget | None = None, *, fills: bool = False, most: int = 0
    ) -> None:
        """Start empty; with `most` more lines than these are scrolled to."""
        super().__init__(parent)
        self._fills = fills
        self._most = most
        self._low = False
        self._spare = 0
        self._room: int | None = None
        self._entries = _Entries(self)
        self.setModel(self._entries)
        self.setItemDelegate(_EntryDelegate(self))
        self.setProperty("kind", "navigation")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        if not fills:
            if not most:
                self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            height = QSizePolicy.Policy.Maximum if most else QSizePolicy.Policy.Fixed
            self.setSizePolicy(QSizePolicy.Policy.Preferred, height)
        # not currentChanged: a list without a current line takes one as the focus comes
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self._silent = False

    def set_entries(self, entries: Sequence[NavigationEntry]) -> None:
        """Show these lines; the current one stays current."""
        current, cursor = self.current, self.under_cursor
        self._silent = True
        self._entries.show_entries(entries)
        self._silent = False
        self.set_current(current)
        if not current:
            self.selectionModel().setCurrentIndex(
                self._index_of(cursor), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.setVisible(bool(entries) or self._fills)
        self.updateGeometry()

    @property
    def current(self) -> str:
        """The key of the marked line, empty when none is."""
        return _key_of(next(iter(self.selectionModel().selectedIndexes()), QModelIndex()))

    @property
    def is_low(self) -> bool:
        """Whether its lines are the low ones."""
        return self._low

    @property
    def under_cursor(self) -> str:
        """The key of the line that the keys act upon, chosen or not."""
        return _key_of(self.currentIndex())

    def set_current(self, key: str) -> None:
        """Mark a line, in silence; an unknown key marks none."""
        self._silent = True
        self.selectionModel().setCurrentIndex(
            self._index_of(key), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._silent = False

    def set_low(self, low: bool, spare: int) -> None:  # noqa: FBT001  # a setter
        """Make the lines lower, and let what scrolls give way: the window is not high.

        With `most`, it takes no more than `spare` pixels beyond what it must have.
        """
        if low != self._low or (self._most and spare != self._spare):
            self._low, self._spare = low, spare
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def set_room(self, height: int | None) -> None:
        """Let it be scrolled where it has no more than these pixels; None: it is shown whole."""
        if height is not None:
            height = max(height, _LEAST_PAGES * row_height(low=self._low))
        if height != self._room:
            self._room = height
            policy = Qt.ScrollBarPolicy
            whole = height is None
            self.setVerticalScrollBarPolicy(
                policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAsNeeded
            )
            self.updateGeometry()

    def least_height(self, *, low: bool) -> int:
        """Return how high it must be at least, with low lines or high ones."""
        if self._fills or (low and self._most):
            least = _LEAST_ROWS if low else _ROOMY_ROWS
            rows = min(least, self._entries.rowCount())
        else:
            rows = self._shown_rows()
        return rows * row_height(low=low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choosing = event.key() in _CHOOSING
        if not choosing:
            super().keyPressEvent(event)
        # an arrow at the only line goes nowhere, and chooses it all the same
        if choosing or (event.key() in _MOVING and not self.current):
            self.selectionModel().select(
                self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        command = super().selectionCommand(index, event)
        if command & QItemSelectionModel.SelectionFlag.Deselect:
            # Ctrl and a click take a choice back elsewhere; something is always in front here
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return command

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        entry = index.data(_EntryRole)
        if isinstance(entry, NavigationEntry):
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_requested.emit(entry.key, event.globalPos() if by_mouse else below)

    def sizeHint(self) -> QSize:
        height = self._shown_rows() * row_height(low=self._low)
        if self._most:
            height = min(height, self.least_height(low=self._low) + self._spare)
        return QSize(current_theme().size("side_width"), self._within(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._within(self.least_height(low=self._low)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room is not None and self.current:
            self.scrollTo(self._index_of(self.current))

    def _within(self, height: int) -> int:
        return height if self._room is None else min(height, self._room)

    def _shown_rows(self) -> int:
        rows = self._entries.rowCount()
        return min(rows, self._most) if self._most else rows

    def _index_of(self, key: str) -> QModelIndex:
        row = self._entries.row_of(key)
        return self._entries.index(row) if row >= 0 else QModelIndex()

    def _on_selected(self) -> None:
        if not self._silent and self.current:
            self.chosen.emit(self.current)


def row_height(*, low: bool) -> int:
    """Return the height of a line."""
    return current_theme().size("nav_row_low" if low else "nav_row")


def _key_of(index: QModelIndex) -> str:
    entry = index.data(_EntryRole)
    return entry.key if isinstance(entry, NavigationEntry) else ""


class _Entries(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: tuple[NavigationEntry, ...] = ()

    def show_entries(self, entries: Sequence[NavigationEntry]) -> None:
        """Take new lines; the same keys in the same order only repaint, keeping the scroll."""
        old = [entry.key for entry in self._entries]
        if old and old == [entry.key for entry in entries]:
            self._entries = tuple(entries)
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if role == _EntryRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(entry.text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(entry.tip or entry.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return visible(entry.spoken)
        return None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, shown: NavigationList) -> None:
        super().__init__(shown)
        self._list = shown

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, row_height(low=self._list.is_low))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        entry: NavigationEntry = index.data(_EntryRole)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, theme, selected=selected)
        gap = theme.size("space_m")
        inner = option.rect.adjusted(gap, 0, -gap, 0)
        side = theme.size("icon")
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        sign = QRect(inner.left(), inner.top() + (inner.height() - side) // 2, side, side)
        if mirrored:
            sign.moveRight(inner.right())
        ratio = ratio_of(painter)
        painter.drawPixmap(sign, pixmap(entry.icon, "accent" if selected else "muted", side, ratio))
        number = self._number(painter, inner, entry, theme, mirrored=mirrored)
        before, after = (number, side + gap) if mirrored else (side + gap, number)
        painter.setPen(theme.color("text"))
        draw_text(
            painter,
            inner.adjusted(before, 0, -after, 0),
            entry.text,
            theme.font("strong" if selected else "body"),
        )

    @staticmethod
    def _ground(
        painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, selected: bool
    ) -> None:
        place = QRectF(option.rect).adjusted(1, 1, -1, -1)
        radius = theme.size("radius")
        painter.setPen(Qt.PenStyle.NoPen)
        if selected:
            painter.setBrush(theme.color("selection"))
            painter.drawRoundedRect(place, radius, radius)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("side_hover"))
            painter.drawRoundedRect(place, radius, radius)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(place, radius, radius)

    @staticmethod
    def _number(
        painter: QPainter, inner: QRect, entry: NavigationEntry, theme: Theme, *, mirrored: bool
    ) -> int:
        """Draw the count at the end of the line; return the room it takes."""
        number = entry.due or entry.count
        if number is None or (not number and entry.count is None):
            return 0
        due = bool(entry.due)
        painter.setFont(theme.font("pill" if due else "body"))
        metrics = painter.fontMetrics()
        pad = theme.size("space_s") if due else 0
        width = metrics.horizontalAdvance(str(number)) + 2 * pad
        height = metrics.height() + theme.size("space_xs")
        place = QRectF(inner.right() - width, 0, width, height)
        if mirrored:
            place.moveLeft(inner.left())
        place.moveTop(inner.top() + (inner.height() - height) / 2)
        if due:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(theme.color("accent" if due else "muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))
        return width + theme.size("space_s")
