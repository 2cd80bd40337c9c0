# SPDX-License-Identifier: MIT
"""The table of cases: twenty thousand of them, sorted by any column."""

from array import array
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate, PillDelegate
from groupdesk.ui.item_models.paged_model import PagedModel
from groupdesk.ui.item_models.record_model import Cell
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.record_table import RecordTable

COLUMNS: Final = ("member", "number", "rule", "owner", "state", "last_act")
"""The columns, by what they are sorted by."""
_WIDTHS = {"number": 56, "owner": 92, "state": 92, "last_act": 96}
_SQUEEZED = ("owner", "last_act")
"""What goes first where the list is narrow; both stand in the detail."""


class CaseTable(RecordTable):
    """Its header sorts, by mouse and through a menu for the keys."""

    sort_asked = Signal()
    """A person asked for another order, see `sort`."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[CaseRow]],
        cells: Callable[[CaseRow], Sequence[Cell]],
        beside: Callable[[CaseRow], str],
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet; see PagedModel for what is asked."""
        super().__init__(parent)
        self.sort = "-number"
        self.cases: PagedModel[CaseRow] = PagedModel(
            len(COLUMNS), fetch, cells, beside, attrgetter("number"), self
        )
        self.setModel(self.cases)
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(0, MemberDelegate(self))
        self.setItemDelegateForColumn(COLUMNS.index("state"), PillDelegate(self))
        header = self.horizontalHeader()
        for at, name in enumerate(COLUMNS):
            fixed = name in _WIDTHS
            mode = QHeaderView.ResizeMode.Interactive if fixed else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(at, mode)
            if fixed:
                self.setColumnWidth(at, _WIDTHS[name])
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(COLUMNS.index("number"), Qt.SortOrder.DescendingOrder)
        header.sectionClicked.connect(lambda at: self._on_head(COLUMNS[at]))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu)
        self._translate()

    @property
    def number(self) -> int:
        """The case of the current row, 0 for none."""
        return self.cases.id_at(self.currentIndex().row())

    def show_numbers(self, numbers: "array[int]", kept: int, *, only: bool = False) -> None:
        """Show these cases; `kept` stays in front where it is among them.

        Else the first one comes to the front, or with `only` none.
        """
        self._translate()  # a change of language reaches the page before its table
        self.cases.show_ids(self.heads, numbers)
        row = self.cases.row_of(kept)
        if only and row < 0:
            self.setCurrentIndex(QModelIndex())  # no row is taken as the focus comes, either
        elif len(numbers):
            self.go_to(max(row, 0))

    def go_to(self, row: int) -> None:
        """Bring one row to the front and into view."""
        flag = QItemSelectionModel.SelectionFlag
        index = self.cases.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)

    def sort_menu(self, parent: QWidget) -> QMenu:
        """Return the menu in which the order is chosen."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text in zip(COLUMNS, self.heads, strict=True):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(self.sort.removeprefix("-") == name)
            action.triggered.connect(lambda _on=False, one=name: self._on_head(one))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.viewport().width() < 2 * current_theme().size("name_column") + sum(
            _WIDTHS.values()
        )
        for name in _SQUEEZED:
            self.horizontalHeader().setSectionHidden(COLUMNS.index(name), narrow)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _on_head(self, name: str) -> None:
        self.sort = f"-{name}" if self.sort == name else name
        down = self.sort.startswith("-")
        self.horizontalHeader().setSortIndicator(
            COLUMNS.index(name),
            Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder,
        )
        self.sort_asked.emit()

    def _on_menu(self, place: QPoint) -> None:
        header = self.horizontalHeader()
        self.sort_menu(header).popup(header.mapToGlobal(place))

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Cases"))
        self.heads = (
            self.tr("Member"),
            self.tr("No."),
            self.tr("Rule"),
            self.tr("Owner"),
            self.tr("State"),
            self.tr("Last act"),
        )
