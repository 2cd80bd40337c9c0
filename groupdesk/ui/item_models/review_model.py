# SPDX-License-Identifier: MIT
"""The members of a review, as ids whose rows are read page by page as they are seen."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupdesk.domain.review_records import ReviewRowRecord
from groupdesk.domain.text import visible
from groupdesk.ui.item_delegates import SecondaryRole, ToneRole
from groupdesk.ui.item_models.record_model import Cell
from groupdesk.ui.widgets.labels import plain_tooltip

COLUMNS: Final = ("name", "why", "last_active", "since", "stage")
PAGE: Final = 128
_PAGES_KEPT = 24
_SHOWN = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    SecondaryRole,
    ToneRole,
}
Index = QModelIndex | QPersistentModelIndex


class ReviewModel(QAbstractTableModel):
    """A hundred thousand rows are as quick as ten."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[ReviewRowRecord]],
        cells: Callable[[ReviewRowRecord], Sequence[Cell]],
        beside: Callable[[ReviewRowRecord], str],
        parent: QObject | None = None,
    ) -> None:
        """Read pages with `fetch`: one takes well under a frame.

        `cells` says what stands in each column, `beside` what stands quietly after the name.
        """
        super().__init__(parent)
        self._fetch, self._cells, self._beside = fetch, cells, beside
        self._ids = array("q")
        self._heads: tuple[str, ...] = ("",) * len(COLUMNS)
        self._pages: OrderedDict[int, dict[int, tuple[ReviewRowRecord, Sequence[Cell]]]] = (
            OrderedDict()
        )

    @property
    def ids(self) -> "array[int]":
        """All rows, in the order of the list."""
        return self._ids

    def show_ids(self, heads: Sequence[str], ids: "array[int]") -> None:
        """Show these rows; where they are the same, only what is seen is read again."""
        self._pages.clear()
        same = ids == self._ids and tuple(heads) == self._heads
        if same and len(ids):
            last = self.index(len(ids) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._heads, self._ids = tuple(heads), ids
        self.endResetModel()

    def record(self, row: int) -> ReviewRowRecord | None:
        """Return a row's record, None where it is gone from the records by now."""
        found = self._row(row) if 0 <= row < len(self._ids) else None
        return None if found is None else found[0]

    def id_at(self, row: int) -> int:
        """Return the id at a row, 0 for none."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def row_of(self, ident: int) -> int:
        """Return where a row is, -1 when it is not shown."""
        try:
            return self._ids.index(ident)
        except ValueError:
            return -1

    # ---- Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

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

    def _row(self, row: int) -> tuple[ReviewRowRecord, Sequence[Cell]] | None:
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            rows = self._fetch(self._ids[number * PAGE : (number + 1) * PAGE])
            page = {found.id: (found, self._cells(found)) for found in rows}
            self._pages[number] = page
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[row])
