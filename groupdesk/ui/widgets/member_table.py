# SPDX-License-Identifier: MIT
"""The table of members: columns to choose, sorted by any of them, many chosen at once."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from groupdesk.domain.records import MemberMore, MemberRow
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate, PillDelegate
from groupdesk.ui.item_models.member_columns import (
    COLUMNS,
    WIDTHS,
    Column,
    default_columns,
    read_columns,
    write_columns,
)
from groupdesk.ui.item_models.member_model import MemberModel, Reader
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from groupdesk.domain.search_marks import Marks

_NAME = 0


class MemberTable(RecordTable):
    """A million rows as ids; what is chosen are ranges of them."""

    sort_asked = Signal()
    """A person asked for another order, see `sort`."""
    chosen_changed = Signal()
    """Others are chosen, or none."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Show nobody, in the columns that the settings name."""
        super().__init__(parent)
        self._settings = context.settings
        self.sort = "name"
        self.members = MemberModel(
            context.desk.members.rows, self, Reader(context.desk.members.more, _mark)
        )
        self._partial = self._all_wanted = self._searched = False
        self._everywhere = False
        self._expected: int | None = None
        self._squeezed: set[int] = set()  # columns for which there is no room now
        self._names: dict[str, str] = {}
        self.setModel(self.members)
        self.setItemDelegateForColumn(_NAME, MemberDelegate(self))
        self.setItemDelegateForColumn(1, PillDelegate(self))
        self.setItemDelegate(CellDelegate(self))
        self._prepare_header()
        self._columns = read_columns(context.settings.values.member_columns)
        self._arrange()
        self._translate()
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        everybody = QShortcut(QKeySequence(QKeySequence.StandardKey.SelectAll), self)
        everybody.setContext(Qt.ShortcutContext.WidgetShortcut)
        everybody.activated.connect(self.choose_all)

    # ---- who is shown and who is chosen

    def show_members(
        self, ids: "array[int]", words: tuple[str, ...] = (), *, partial: bool = False
    ) -> None:
        """Show these; with `partial` the others are on their way."""
        self._partial = partial
        self._searched = bool(words)
        self._squeeze()
        self.members.show_ids(ids, words)
        if self._all_wanted and not partial:
            self._all_wanted = False
            self.selectAll()

    def choose_all(self) -> None:
        """Choose all that match, also those that are still on their way."""
        self._all_wanted = self._partial
        self.selectAll()

    @property
    def chosen(self) -> int:
        """How many are chosen."""
        return sum(found.height() for found in self._ranges())

    def chosen_ids(self) -> "array[int]":
        """Return who is chosen, in the order of the list."""
        ids = array("q")
        for found in sorted(self._ranges(), key=lambda one: one.top()):
            ids += self.members.ids[found.top() : found.bottom() + 1]
        return ids

    def go_to(self, row: int) -> None:
        """Choose one row, and no other, and bring it into view."""
        index = self.members.index(row, _NAME)
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index)

    def expect(self, membership_id: int | None) -> None:
        """Choose this one as soon as they are listed, and meanwhile nobody in their place.

        0 is nobody at all; None lets the first one be chosen again.
        """
        self._expected = membership_id
        if membership_id is not None:
            self.settle(-1)

    def settle(self, row: int) -> None:
        """Choose the row that stays chosen; without one (-1) whoever is expected, or the first."""
        if row >= 0 or self._expected is None:
            self._expected = None
            self.go_to(max(row, 0))
            return
        expected = self.members.row_of(self._expected) if self._expected else -1
        if expected >= 0:
            self._expected = None
            self.go_to(expected)
        else:
            self.setCurrentIndex(QModelIndex())  # no row is taken as the focus comes, either

    @property
    def current_id(self) -> int:
        """The member of the current row, 0 for none."""
        row = self.currentIndex().row()
        return self.members.id_at(row) if 0 <= row < self.members.rowCount() else 0

    # ---- columns

    def show_groups(self, *, everywhere: bool) -> None:
        """Show each one's group where the list goes over all of them."""
        if everywhere != self._everywhere:
            self.remember()
            self._everywhere = everywhere
            self._arrange()

    def heads(self) -> tuple[str, ...]:
        """Return the heads in the window's language, in the order of COLUMNS."""
        self._translate()  # a change of language reaches the page before its table
        return tuple(self._names[name] for name in COLUMNS)

    def shown_columns(self) -> tuple[str, ...]:
        """Return the names of the columns that are shown."""
        header = self.horizontalHeader()
        return tuple(name for at, name in enumerate(COLUMNS) if not header.isSectionHidden(at))

    def remember(self) -> None:
        """Write into the settings which columns there are, in what order and how wide."""
        header = self.horizontalHeader()
        chosen = {column.name for column in self._columns}
        order = [header.logicalIndex(place) for place in range(header.count())]
        self._columns = tuple(
            Column(COLUMNS[at], 0 if at == _NAME else self._width_of(at))
            for at in order
            if COLUMNS[at] in chosen
        )
        kept = "" if self._columns == default_columns() else write_columns(self._columns)
        self._settings.values.member_columns = kept

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Return the menu in which columns are chosen and sorted by; for mouse and keys."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = {column.name for column in self._columns}
        for name in COLUMNS[1:]:
            action = menu.addAction(self._names[name])
            action.setCheckable(True)
            always = name == "group" and self._everywhere
            action.setChecked(name in chosen or always)
            action.setEnabled(not always)
            action.toggled.connect(lambda on, one=name: self._toggle(one, on=on))
        menu.addSeparator()
        sort = menu.addMenu(self.tr("Sort by"))
        for at, name in enumerate(COLUMNS):
            if not self.horizontalHeader().isSectionHidden(at):
                action = sort.addAction(self._names[name])
                action.triggered.connect(lambda _checked=False, one=at: self._on_head(one))
        menu.addAction(self.tr("Arrange columns…")).triggered.connect(self._ask_order)
        menu.addAction(self.tr("Usual columns")).triggered.connect(self._usual)
        return menu

    def ask_columns(self) -> None:
        """Open that menu at the end of the head."""
        header = self.horizontalHeader()
        corner = QPoint(header.width(), header.height())
        menu = self.columns_menu(self)
        menu.popup(header.mapToGlobal(corner) - QPoint(menu.sizeHint().width(), 0))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._squeeze()

    # ---- inside

    def _width_of(self, at: int) -> int:
        """Return a column's width, also while there is no room for it."""
        if not self.horizontalHeader().isSectionHidden(at):
            return self.horizontalHeader().sectionSize(at)
        return next((one.width for one in self._columns if one.name == COLUMNS[at]), 0)

    def _squeeze(self) -> None:
        """Leave out the last columns where the name would have no room beside them."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        shown = [at for at in order[1:] if self._is_shown(COLUMNS[at])]
        widths = {at: self._width_of(at) or WIDTHS[COLUMNS[at]] for at in shown}
        size = current_theme().size
        name = size("found_column" if self._searched else "name_column")
        room = self.viewport().width() - name
        squeezed = set()
        for at in reversed(shown[1:]):
            if sum(widths.values()) > room:
                del widths[at]
                squeezed.add(at)
        if squeezed != self._squeezed:
            self._columns = tuple(
                one._replace(width=self._width_of(COLUMNS.index(one.name))) if one.width else one
                for one in self._columns
            )
            self._squeezed = squeezed
            for at in shown:
                header.setSectionHidden(at, at in squeezed)

    def _is_shown(self, name: str) -> bool:
        always = name == "group" and self._everywhere
        return always or any(column.name == name for column in self._columns)

    def _ranges(self) -> list[QItemSelectionRange]:
        found: QItemSelection = self.selectionModel().selection()
        return [found.at(at) for at in range(found.count())]

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setMinimumSectionSize(current_theme().size("control"))
        for at, name in enumerate(COLUMNS):
            stretch = QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(
                at, stretch if at == _NAME else QHeaderView.ResizeMode.Interactive
            )
            if name in WIDTHS:
                self.setColumnWidth(at, WIDTHS[name])
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(_NAME, Qt.SortOrder.AscendingOrder)
        header.sectionClicked.connect(self._on_head)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu)

    def _arrange(self) -> None:
        header = self.horizontalHeader()
        shown = {column.name: column.width for column in self._columns}
        order = list(shown)
        if self._everywhere and "group" not in shown:
            order.insert(1, "group")
            shown["group"] = WIDTHS["group"]
        for at, name in enumerate(COLUMNS):
            header.setSectionHidden(at, name not in shown)
        for place, name in enumerate(order):
            at = COLUMNS.index(name)
            header.moveSection(header.visualIndex(at), place)
            if at != _NAME:
                header.resizeSection(at, shown[name])
        self._squeezed = set()
        self._squeeze()

    def _toggle(self, name: str, *, on: bool) -> None:
        self.remember()
        kept = tuple(column for column in self._columns if column.name != name)
        self._columns = (*kept, Column(name, WIDTHS[name])) if on else kept
        self._arrange()
        self.remember()

    def _ask_order(self) -> None:
        from groupdesk.ui.dialogs.columns_dialog import ColumnsDialog  # noqa: PLC0415  # seldom

        self.remember()
        texts = {name: self._names[name] for name in COLUMNS[1:]}
        shown = [column.name for column in self._columns if column.name in texts]
        usual = [column.name for column in default_columns() if column.name in texts]
        dialog = ColumnsDialog(texts, shown, usual, self.window())
        dialog.chosen.connect(self.show_columns)
        dialog.open()

    def show_columns(self, names: tuple[str, ...]) -> None:
        """Show these columns after the name, in this order; they keep their widths."""
        self.remember()
        widths = {column.name: column.width for column in self._columns}
        shown = (Column(name, widths.get(name, WIDTHS[name])) for name in names)
        self._columns = (Column(COLUMNS[_NAME]), *shown)
        self._arrange()
        self.remember()

    def _usual(self) -> None:
        self._columns = default_columns()
        self._arrange()
        self.remember()

    def _on_head(self, at: int) -> None:
        name = COLUMNS[at]
        self.sort = f"-{name}" if self.sort == name else name
        down = self.sort.startswith("-")
        self.horizontalHeader().setSortIndicator(
            at, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        )
        self.sort_asked.emit()

    def _on_menu(self, place: QPoint) -> None:
        header = self.horizontalHeader()
        self.columns_menu(header).popup(header.mapToGlobal(place))

    def _translate(self) -> None:
        self._names = {
            "name": self.tr("Member"),
            "standing": self.tr("Standing"),
            "last_active": self.tr("Last active"),
            "cases": self.tr("Cases"),
            "group": self.tr("Group"),
            "nickname": self.tr("Nickname"),
            "role": self.tr("Role"),
            "joined": self.tr("Joined"),
            "messages": self.tr("Messages"),
            "company": self.tr("Company"),
            "account_owner": self.tr("Looked after by"),
            "phone": self.tr("Phone"),
            "email": self.tr("E-mail"),
            "tags": self.tr("Tags"),
            "external_id": self.tr("Platform ID"),
        }
        self.setAccessibleName(self.tr("Members"))


def _mark(words: Sequence[str], row: MemberRow, more: MemberMore) -> "Marks":
    from groupdesk.services.member_search import marks  # noqa: PLC0415  # a start searches nothing

    return marks(words, row, more)
