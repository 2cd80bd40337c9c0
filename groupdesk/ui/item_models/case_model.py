# SPDX-License-Identifier: MIT
"""The case list for Qt: an array of numbers and a cache of pages of rows."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.text import visible
from groupdesk.ui.item_delegates import SecondaryRole, ToneRole
from groupdesk.ui.item_models.record_model import Cell
from groupdesk.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("member", "number", "rule", "owner", "state", "last_act")
"""The columns, by what they are sorted by."""
PAGE = 128
_PAGES_KEPT = 32
_SHOWN = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
        SecondaryRole,
        ToneRole,
    }
)


class CaseModel(QAbstractTableModel):
    """Sorting and filtering happen in SQL and give another array; rows are read in pages."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[CaseRow]],
        cells: Callable[[CaseRow], Sequence[Cell]],
        beside: Callable[[CaseRow], str],
        parent: QObject | None = None,
    ) -> None:
        """Read pages with `fetch`: one takes well under a frame.

        `cells` says what stands in each column, `beside` what stands quietly after the member.
        """
        super().__init__(parent)
        self._fetch, self._cells, self._beside = fetch, cells, beside
        self._numbers = array("q")
        self._heads: tuple[str, ...] = ("",) * len(COLUMNS)
        self._pages: OrderedDict[int, dict[int, tuple[CaseRow, Sequence[Cell]]]] = OrderedDict()

    def show_numbers(self, heads: Sequence[str], numbers: "array[int]") -> None:
        """Show these cases; where they are the same, only what is seen is read again."""
        self._pages.clear()
        same = numbers == self._numbers and tuple(heads) == self._heads
        if same and len(numbers):
            last = self.index(len(numbers) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._heads, self._numbers = tuple(heads), numbers
        self.endResetModel()

    def record(self, row: int) -> CaseRow | None:
        """Return a row's record, None when the case is gone from the database by now."""
        found = self._row(row)
        return None if found is None else found[0]

    def number_at(self, row: int) -> int:
        """Return the case at a row, 0 for none."""
        return self._numbers[row] if 0 <= row < len(self._numbers) else 0

    def row_of(self, number: int) -> int:
        """Return where a case is, -1 when it is not shown."""
        try:
            return self._numbers.index(number)
        except ValueError:
            return -1

    # ---- Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _SHOWN:
            return None
        found = self._row(index.row())
        if found is None:
            return None
        record, cells = found
        if role == SecondaryRole:
            return visible(self._beside(record)) if index.column() == 0 else None
        cell = cells[index.column()]
        text, tone = (cell, None) if isinstance(cell, str) else cell
        if role == ToneRole:
            return tone
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else visible(text)

    def _row(self, row: int) -> tuple[CaseRow, Sequence[Cell]] | None:
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            rows = self._fetch(self._numbers[number * PAGE : (number + 1) * PAGE])
            page = {found.number: (found, self._cells(found)) for found in rows}
            self._pages[number] = page
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._numbers[row])
