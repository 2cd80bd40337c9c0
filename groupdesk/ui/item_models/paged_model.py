# SPDX-License-Identifier: MIT
"""A long list for Qt: an array of ids, and a cache of pages of rows that are read as seen."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupdesk.domain.text import visible, visible_places
from groupdesk.ui.item_delegates import MarksRole, SecondaryMarksRole, SecondaryRole, ToneRole
from groupdesk.ui.item_models.record_model import Cell
from groupdesk.ui.widgets.labels import plain_tooltip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Places = Sequence[tuple[int, int]]
PAGE: Final = 128
_PAGES_KEPT = 32
_TOLD = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
    ToneRole,
}
_BESIDE = {SecondaryRole, MarksRole, SecondaryMarksRole}


class Match(NamedTuple):
    """Where a search matched a row: places in its name, or a text to stand beside that."""

    name: Places = ()
    beside: str = ""
    places: Places = ()


Matches = Callable[[Sequence[R]], Mapping[int, Match]]
"""Says of a page of records where each matched, by its id."""


class PagedModel(QAbstractTableModel, Generic[R]):
    """Sorting and filtering happen in SQL and give another array: 100,000 rows are as quick as 10.

    The first column is a name, with a quieter text beside it.
    """

    def __init__(
        self,
        columns: int,
        fetch: Callable[[Sequence[int]], Sequence[R]],
        cells: Callable[[R], Sequence[Cell]],
        beside: Callable[[R], str],
        ident: Callable[[R], int],
        parent: QObject | None = None,
    ) -> None:
        """Read pages with `fetch`: one takes well under a frame.

        `cells` says what stands in each column, `beside` what stands quietly after the name.
        """
        super().__init__(parent)
        self._fetch, self._cells, self._beside, self._ident = fetch, cells, beside, ident
        self._matches: Matches[R] | None = None
        self._ids = array("q")
        self._heads: tuple[str, ...] = ("",) * columns
        self._pages: OrderedDict[int, dict[int, tuple[R, Sequence[Cell], Match]]] = OrderedDict()

    @property
    def ids(self) -> "array[int]":
        """All rows, in the order of the list."""
        return self._ids

    def show_ids(
        self, heads: Sequence[str], ids: "array[int]", matches: "Matches[R] | None" = None
    ) -> None:
        """Show these rows; where they are the same, only what is seen is read again.

        `matches` says where a search matched them.
        """
        self._pages.clear()
        self._matches = matches
        if ids == self._ids and tuple(heads) == self._heads and len(ids):
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(heads) - 1))
            return
        self.beginResetModel()
        self._heads, self._ids = tuple(heads), ids
        self.endResetModel()

    def record(self, row: int) -> R | None:
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
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in _BESIDE and index.column() == 0:
            return self._beside_name(index.row(), role)
        found = self._row(index.row()) if role in _TOLD else None
        if found is None:
            return None
        cell = found[1][index.column()]
        text, tone = (cell, None) if isinstance(cell, str) else cell
        if role == ToneRole:
            return tone
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else visible(text)

    # ---- inside

    def _beside_name(self, row: int, role: int) -> object:
        found = self._row(row)
        if found is None:
            return None
        record, cells, match = found
        if role == MarksRole:
            name = cells[0]
            return visible_places(name if isinstance(name, str) else name[0], match.name)[1]
        if role == SecondaryMarksRole:
            return visible_places(match.beside, match.places)[1]
        return visible(match.beside or self._beside(record))

    def _row(self, row: int) -> tuple[R, Sequence[Cell], Match] | None:
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            rows = self._fetch(self._ids[number * PAGE : (number + 1) * PAGE])
            matches = self._matches(rows) if self._matches is not None else {}
            page = {
                (ident := self._ident(found)): (
                    found,
                    self._cells(found),
                    matches.get(ident, Match()),
                )
                for found in rows
            }
            self._pages[number] = page
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[row])
