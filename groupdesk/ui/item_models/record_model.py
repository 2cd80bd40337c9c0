# SPDX-License-Identifier: MIT
"""A short list of records for a table: one function says what stands in a cell.

What would hide or turn characters round is named here, for all tables.
"""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupdesk.domain.search_marks import Span, span_in, spelled
from groupdesk.domain.search_tokens import fold
from groupdesk.domain.text import visible
from groupdesk.ui.item_delegates import MarksRole, ToneRole

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Cell = str | tuple[str, str]
"""A text, or a text and its tone (a pill)."""


class RecordModel(QAbstractTableModel, Generic[R]):
    """Shows records that it is given; it never asks for more."""

    def __init__(self, cells: Callable[[R], Sequence[Cell]], parent: QObject | None = None) -> None:
        """Show with `cells` what a record says in each column."""
        super().__init__(parent)
        self._cells = cells
        self._heads: tuple[str, ...] = ()
        self._records: list[R] = []
        self._texts: dict[int, Sequence[Cell]] = {}
        self.searched = ""
        """What is marked, folded as searches fold it."""

    def show_records(
        self, heads: Sequence[str], records: Sequence[R], *, searched: str = ""
    ) -> None:
        """Show these records under these heads, and mark what was `searched`."""
        self.beginResetModel()
        self.searched = fold(searched.strip())
        self._heads = tuple(heads)
        self._records = list(records)
        self._texts.clear()
        self.endResetModel()

    def add_records(self, records: Sequence[R]) -> None:
        """Show more records below."""
        if not records:
            return
        start = len(self._records)
        self.beginInsertRows(QModelIndex(), start, start + len(records) - 1)
        self._records += records
        self.endInsertRows()

    def replace_record(self, row: int, record: R) -> None:
        """Show another record in a row."""
        self._records[row] = record
        self._texts.pop(row, None)
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def record(self, row: int) -> R:
        """Return the record at a row."""
        return self._records[row]

    @property
    def records(self) -> Sequence[R]:
        """All records shown."""
        return self._records

    def _marks(self, text: str, *, name: bool) -> tuple[Span, ...]:
        """Return where a text holds what was searched; of a name also where its pinyin does."""
        if not self.searched:
            return ()
        span = span_in(text, self.searched)
        if span is None and name:
            from groupdesk.services.pinyin import readings  # noqa: PLC0415  # needed when searching

            span = spelled(self.searched, text, readings)
        return (span,) if span is not None else ()

    # ---- Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._records)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            ToneRole,
            MarksRole,
        }:
            return None
        row = index.row()
        if row not in self._texts:
            self._texts[row] = self._cells(self._records[row])
        cell = self._texts[row][index.column()]
        text, tone = (cell, None) if isinstance(cell, str) else cell
        if role == MarksRole:
            return self._marks(visible(text), name=index.column() == 0)
        return tone if role == ToneRole else visible(text)
