# SPDX-License-Identifier: MIT
"""The left edge of the window: pages with what is due, groups with their size, settings."""

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
from PySide6.QtGui import QContextMenuEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.text import visible
from groupdesk.ui.icons import pixmap, ratio_of
from groupdesk.ui.item_delegates import draw_text
from groupdesk.ui.theme import Theme, current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.icon_label import IconLabel
from groupdesk.ui.widgets.labels import label, plain_tooltip
from groupdesk.ui.widgets.section_label import SectionLabel

Index = QModelIndex | QPersistentModelIndex
_EntryRole = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One line: `due` is a count that calls for work, `count` a quiet one."""

    key: str
    text: str
    icon: str
    due: int = 0
    count: int | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says: the text and the count."""
        number = self.due or self.count
        return f"{self.text}, {number}" if number is not None and number else self.text


class Navigation(QFrame):
    """Pages, groups and a foot; arrow keys go through each list, choosing as they go."""

    page_chosen = Signal(str)
    group_chosen = Signal(str)
    group_menu_requested = Signal(str, QPoint)
    """The key of a group, and where on the screen its menu belongs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        theme = current_theme()
        self.setProperty("surface", "side")
        self.setMinimumWidth(theme.size("side_width") * 3 // 4)
        self._pages = NavigationList(self)
        self._groups = NavigationList(self, fills=True)
        self._foot = NavigationList(self)
        self._head = SectionLabel(parent=self)
        self._head.setBuddy(self._groups)
        self._head.setIndent(theme.size("space_s"))
        self.archive_button = button("", "ghost", "archive", self)
        self.archive_button.setProperty("align", "start")
        self.archive_button.setCheckable(True)
        self.archive_button.hide()
        self._in_use: tuple[NavigationEntry, ...] = ()
        self._archived: tuple[NavigationEntry, ...] = ()
        self._group = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.size("space_s"),) * 4)
        column.setSpacing(theme.size("space_xs"))
        column.addLayout(self._sign(theme))
        column.addWidget(self._pages)
        self._middle = QVBoxLayout()
        column.addLayout(self._middle)
        column.addSpacing(theme.size("space_m"))
        column.addLayout(self._group_head())
        column.addWidget(self._groups, 1)
        column.addWidget(self.archive_button)
        column.addWidget(self._foot)
        self._pages.chosen.connect(self._on_page)
        self._foot.chosen.connect(self._on_foot)
        self._groups.chosen.connect(self._on_group)
        self._groups.menu_requested.connect(self.group_menu_requested)
        self.archive_button.toggled.connect(lambda _on: self._show_groups())
        self._translate()

    def set_pages(
        self, pages: Sequence[NavigationEntry], foot: Sequence[NavigationEntry] = ()
    ) -> None:
        """Show these pages on top and, at the foot, settings."""
        self._pages.set_entries(pages)
        self._foot.set_entries(foot)

    def set_groups(
        self, groups: Sequence[NavigationEntry], archived: Sequence[NavigationEntry] = ()
    ) -> None:
        """Show these groups; the current one stays current.

        A button leads to the archived ones, where there are any, and back.
        """
        self._in_use, self._archived = tuple(groups), tuple(archived)
        self.archive_button.setVisible(bool(archived))
        if not archived:
            self.archive_button.setChecked(False)
        self._show_groups()

    def add_tool(self, tool: QWidget) -> None:
        """Put a button beside the head of the groups."""
        self._tools.addWidget(tool)

    def add_middle(self, widget: QWidget) -> None:
        """Put something between the pages and the groups."""
        self._middle.addWidget(widget)

    def set_current_page(self, key: str) -> None:
        """Mark a page, in silence."""
        self._pages.set_current(key)
        self._foot.set_current(key)

    def set_current_group(self, key: str) -> None:
        """Mark a group, in silence; an unknown key marks none."""
        self._group = key
        self._groups.set_current(key)

    @property
    def is_walked(self) -> bool:
        """Whether a person goes through a list with the keys; the keyboard then stays here."""
        focused = QApplication.focusWidget()
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return focused is not None and self.isAncestorOf(focused) and not pressed

    def sizeHint(self) -> QSize:
        return QSize(current_theme().size("side_width"), super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _sign(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(
            theme.size("space_m"), theme.size("space_s"), 0, theme.size("space_s")
        )
        row.setSpacing(theme.size("space_s"))
        row.addWidget(IconLabel("four-people", "accent", "icon_large", self))
        row.addWidget(label("GroupDesk", "section", self), 1)
        return row

    def _group_head(self) -> QHBoxLayout:
        self._tools = QHBoxLayout()
        row = QHBoxLayout()
        row.addWidget(self._head, 1)
        row.addLayout(self._tools)
        return row

    def _translate(self) -> None:
        self._pages.setAccessibleName(self.tr("Pages"))
        self._show_groups()
        self._foot.setAccessibleName(self.tr("Program"))

    def _show_groups(self) -> None:
        archived = self.archive_button.isChecked()
        head = self.tr("Archived groups") if archived else self.tr("Groups")
        self._head.setText(head)
        self._groups.setAccessibleName(head)
        self.archive_button.setText(
            self.tr("Groups in use")
            if archived
            else self.tr("Archived groups: {0}").format(len(self._archived))
        )
        self._groups.set_entries(self._archived if archived else self._in_use)
        self._groups.set_current(self._group)

    def _on_group(self, key: str) -> None:
        self._group = key
        self.group_chosen.emit(key)

    def _on_page(self, key: str) -> None:
        self._foot.set_current("")
        self.page_chosen.emit(key)

    def _on_foot(self, key: str) -> None:
        self._pages.set_current("")
        self.page_chosen.emit(key)


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
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._silent = False

    def set_entries(self, entries: Sequence[NavigationEntry]) -> None:
        """Show these lines; the current one stays current."""
        current = self.current
        self._silent = True
        self._entries.show_entries(entries)
        self._silent = False
        self.set_current(current)
        self.setVisible(bool(entries) or self._fills)
        self.updateGeometry()

    @property
    def current(self) -> str:
        """The key of the marked line, empty when none is."""
        entry = self.currentIndex().data(_EntryRole)
        return entry.key if isinstance(entry, NavigationEntry) else ""

    def set_current(self, key: str) -> None:
        """Mark a line, in silence; an unknown key marks none."""
        self._silent = True
        row = self._entries.row_of(key)
        self.selectionModel().setCurrentIndex(
            self._entries.index(row) if row >= 0 else QModelIndex(),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )
        self._silent = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        entry = index.data(_EntryRole)
        if isinstance(entry, NavigationEntry):
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_requested.emit(entry.key, event.globalPos() if by_mouse else below)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().size("side_width"), self._height(self._most))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height(2 if self._fills else self._most))

    def _height(self, most: int) -> int:
        rows = self._entries.rowCount()
        rows = min(rows, most) if most else rows
        return rows * self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()

    def _on_current(self, current: QModelIndex) -> None:
        if not self._silent and current.isValid():
            self.chosen.emit(self.current)


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
            return plain_tooltip(entry.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return visible(entry.spoken)
        return None


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, current_theme().size("nav_row"))

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
