# SPDX-License-Identifier: MIT
"""The member list for Qt: an array of ids and a cache of pages of rows.

Sorting and filtering happen in SQL and give another array; the model never holds all rows.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupdesk.domain.clock import from_text
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.records import MemberRow
from groupdesk.ui.dates import Dates
from groupdesk.ui.item_delegates import SecondaryRole, ToneRole
from groupdesk.ui.standing_words import standing_pill
from groupdesk.words import Words

Index = QModelIndex | QPersistentModelIndex
PAGE = 128
_PAGES_KEPT = 32
COLUMNS = ("name", "standing", "last_active", "cases")
_RIGHT = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class MemberModel(QAbstractTableModel):
    """Rows of one group; `fetch` reads a page of them, `show_ids` says which and in what order."""

    def __init__(
        self, fetch: Callable[[Sequence[int]], Sequence[MemberRow]], parent: QObject | None = None
    ) -> None:
        """Read pages with `fetch`, in the window's thread: one page takes well under a frame."""
        super().__init__(parent)
        self._fetch = fetch
        self._ids = array("q")
        self._pages: OrderedDict[int, dict[int, MemberRow]] = OrderedDict()
        self._heads: tuple[str, ...] = ("",) * len(COLUMNS)
        self._words: Words | None = None
        self._dates = Dates("en")
        self._ladder: Ladder | None = None
        self._now: datetime | None = None

    def speak(
        self, heads: Sequence[str], words: Words, dates: Dates, ladder: Ladder, now: datetime
    ) -> None:
        """Take over the language, the group's ladder and the present moment."""
        self._heads = tuple(heads)
        self._words, self._dates, self._ladder, self._now = words, dates, ladder, now
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._repaint()

    def show_ids(self, ids: "array[int]") -> None:
        """Show these members. Where they are the same as before, only what is seen is read again."""
        self._pages.clear()
        if ids == self._ids:
            self._repaint()
            return
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    @property
    def ids(self) -> "array[int]":
        """The ids in their order."""
        return self._ids

    def row_of(self, membership_id: int) -> int:
        """Return where a member is, -1 when it is not shown."""
        try:
            return self._ids.index(membership_id)
        except ValueError:
            return -1

    def id_at(self, row: int) -> int:
        """Return the member at a row."""
        return self._ids[row]

    def record(self, row: int) -> MemberRow | None:
        """Return a row's record, None when it is gone from the database by now."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            page = {found.id: found for found in self._fetch(ids)}
            self._pages[number] = page
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[row])

    # ---- Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._heads[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] == "cases":
                return _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column == "cases" else None
        if role not in _ROLES or self._words is None or self._ladder is None:
            return None
        row = self.record(index.row())
        if row is None or self._now is None:
            return None
        if role == SecondaryRole:
            return row.nickname if column == "name" and row.nickname != row.name else None
        if column == "standing":
            pill = standing_pill(self._words, self._ladder, row, self._now)
            return pill[1] if role == ToneRole else pill[0]
        if role == ToneRole:
            return None
        if column == "name":
            return row.name
        if column == "cases":
            return str(row.cases) if row.cases else ("0" if role != _TIP else None)
        if not row.last_active:
            return self._words("member.unknown_activity")
        moment = from_text(row.last_active)
        if role == _TIP:
            return self._dates.full(moment, self._now)
        return self._dates.relative(moment, self._now)

    def _repaint(self) -> None:
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1)
            )


_TIP = Qt.ItemDataRole.ToolTipRole
_ROLES = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    _TIP,
    SecondaryRole,
    ToneRole,
}
