# SPDX-License-Identifier: MIT
"""The member list for Qt: an array of ids and a cache of pages of rows.

Sorting and filtering happen in SQL and give another array; the model never holds all rows.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupdesk.domain.clock import from_text
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.records import MemberRow
from groupdesk.domain.text import visible
from groupdesk.ui.dates import Dates
from groupdesk.ui.item_delegates import SecondaryRole, ToneRole
from groupdesk.ui.standing_words import standing_pill
from groupdesk.ui.widgets.labels import plain_tooltip
from groupdesk.words import Words

Index = QModelIndex | QPersistentModelIndex
PAGE = 128
_PAGES_KEPT = 32
COLUMNS = ("name", "standing", "last_active", "cases")
_RIGHT = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class Voice(NamedTuple):
    """What turns a row into words: the language, the group's ladder, the present moment."""

    words: Words
    dates: Dates
    ladder: Ladder
    now: datetime


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
        self._voice: Voice | None = None

    def speak(self, heads: Sequence[str], voice: "Voice") -> None:
        """Take over the language, the group's ladder and the present moment."""
        self._heads = tuple(heads)
        self._voice = voice
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._repaint()

    def show_ids(self, ids: "array[int]") -> None:
        """Show these members; where they are the same, only what is seen is read again."""
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
        row = self.record(index.row()) if role in _ROLES and self._voice is not None else None
        value = None if row is None else self._cell(row, column, role)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(value, str):
            return plain_tooltip(value)
        return value

    def _cell(self, row: MemberRow, column: str, role: int) -> object:
        if column == "name":
            quiet = visible(row.nickname) if row.nickname != row.name else None
            return {SecondaryRole: quiet, ToneRole: None}.get(role, visible(row.name))
        if column == "standing":
            text, tone = self._pill(row)
            return {SecondaryRole: None, ToneRole: tone}.get(role, text)
        if role in {SecondaryRole, ToneRole}:
            return None
        return str(row.cases) if column == "cases" else self._last_active(row, role)

    def _pill(self, row: MemberRow) -> tuple[str, str]:
        voice = self._voice
        return (
            ("", "") if voice is None else standing_pill(voice.words, voice.ladder, row, voice.now)
        )

    def _last_active(self, row: MemberRow, role: int) -> str:
        voice = self._voice
        if voice is None:
            return ""
        if not row.last_active:
            return voice.words("member.unknown_activity")
        moment = from_text(row.last_active)
        if role == Qt.ItemDataRole.ToolTipRole:
            return voice.dates.full(moment, voice.now)
        return voice.dates.relative(moment, voice.now)

    def _repaint(self) -> None:
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1)
            )


_ROLES = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
    SecondaryRole,
    ToneRole,
}
