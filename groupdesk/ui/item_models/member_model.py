# SPDX-License-Identifier: MIT
"""The member list for Qt: an array of ids and a cache of pages of rows.

Sorting and filtering happen in SQL and give another array; the model never holds all rows.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupdesk.domain.clock import from_text
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.records import MemberMore, MemberRow
from groupdesk.domain.text import visible, visible_places
from groupdesk.ui.dates import Dates
from groupdesk.ui.item_delegates import (
    MarksRole,
    SecondaryMarksRole,
    SecondaryRole,
    SignRole,
    ToneRole,
)
from groupdesk.ui.item_models.member_columns import COLUMNS, MORE, RIGHT
from groupdesk.ui.matched_words import said_elsewhere
from groupdesk.ui.standing_words import standing_pill
from groupdesk.ui.widgets.labels import plain_tooltip
from groupdesk.words import Words

if TYPE_CHECKING:
    from groupdesk.domain.search_marks import Marks  # a start searches nothing

Index = QModelIndex | QPersistentModelIndex
PAGE = 128
_PAGES_KEPT = 32
_RIGHT = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Voice:
    """What turns a row into words: the language, the group's ladder, the present moment.

    In a list over all groups each has a ladder and a name of its own.
    """

    words: Words
    dates: Dates
    ladder: Ladder
    now: datetime
    ladders: Mapping[int, Ladder] = field(default_factory=dict)
    groups: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reader:
    """How the model asks for what it does not hold: further columns, and where a search matched."""

    more: Callable[[Sequence[int]], Mapping[int, MemberMore]]
    mark: Callable[[Sequence[str], MemberRow, MemberMore], "Marks"]


class MemberModel(QAbstractTableModel):
    """Rows of one group; `fetch` reads a page of them, `show_ids` says which and in what order."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[MemberRow]],
        parent: QObject | None = None,
        reader: Reader | None = None,
    ) -> None:
        """Read pages with `fetch`, in the window's thread: one page takes well under a frame."""
        super().__init__(parent)
        self._fetch = fetch
        self._ids = array("q")
        self._pages: OrderedDict[int, dict[int, MemberRow]] = OrderedDict()
        self._reader = reader
        self._more: OrderedDict[int, Mapping[int, MemberMore]] = OrderedDict()
        self._words: tuple[str, ...] = ()
        self._marks: dict[int, Marks] = {}
        self._heads: tuple[str, ...] = ("",) * len(COLUMNS)
        self._voice: Voice | None = None

    def speak(self, heads: Sequence[str], voice: "Voice") -> None:
        """Take over the language, the group's ladder and the present moment."""
        self._heads = (*heads, *self._heads[len(heads) :])
        self._voice = voice
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._repaint()

    def show_ids(self, ids: "array[int]", words: Sequence[str] = ()) -> None:
        """Show these members; where they are the same, only what is seen is read again.

        `words` are those of a search; where a row matches them is marked.
        """
        self._pages.clear()
        self._more.clear()
        self._marks.clear()
        self._words = tuple(words)
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

    def _more_of(self, row: int) -> MemberMore | None:
        if self._reader is None:
            return None
        number = row // PAGE
        page = self._more.get(number)
        if page is None:
            page = self._reader.more(self._ids[number * PAGE : (number + 1) * PAGE])
            self._more[number] = page
            while len(self._more) > _PAGES_KEPT:
                self._more.popitem(last=False)
        return page.get(self._ids[row])

    def _marks_of(self, at: int, row: MemberRow) -> "Marks | None":
        if not self._words or self._reader is None:
            return None
        found = self._marks.get(row.id)
        if found is None:
            more = self._more_of(at)
            if more is None:
                return None
            if len(self._marks) > _PAGES_KEPT * PAGE:
                self._marks.clear()
            found = self._marks[row.id] = self._reader.mark(self._words, row, more)
        return found

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
            if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] in RIGHT:
                return _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in RIGHT else None
        row = self.record(index.row()) if role in _ROLES and self._voice is not None else None
        value = None if row is None else self._cell(index.row(), row, column, role)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(value, str):
            return plain_tooltip(value)
        return value

    def _cell(self, at: int, row: MemberRow, column: str, role: int) -> object:
        if column == "name":
            spoken = role == SignRole or role in _SPOKEN
            return self._sign(row, role) if spoken else self._name(at, row, role)
        if column == "standing":
            text, tone = self._pill(row)
            return {SecondaryRole: None, ToneRole: tone}.get(role, text)
        if role in _BESIDE:
            return None
        if column == "last_active":
            return self._moment(row.last_active, role)
        if column in MORE:
            more = self._more_of(at)
            return None if more is None else self._further(more, column, role)
        return self._plain(row, column)

    def _sign(self, row: MemberRow, role: int) -> object:
        """Return the sign after a name, or the name with what the sign means."""
        sign = ("ban", "danger") if row.blocked else ("star", "accent")
        there = row.blocked or row.key_customer
        if role == SignRole:
            return sign if there else None
        known = (("blocked", row.blocked), ("key_customer", row.key_customer))
        voice = self._voice
        said = [voice.words(f"member.{key}") for key, holds in known if holds and voice is not None]
        return ", ".join((visible(row.name), *said))

    def _name(self, at: int, row: MemberRow, role: int) -> object:
        if role not in _MARKED:
            return None if role == ToneRole else visible(row.name)
        marks = self._marks_of(at, row)
        if role == MarksRole:
            return () if marks is None else visible_places(row.name, marks.name)[1]
        beside = marks.elsewhere if marks is not None else None
        if beside is not None and self._voice is not None:
            said, places = said_elsewhere(self._voice.words, beside)
            return visible(said) if role == SecondaryRole else visible_places(said, places)[1]
        if role == SecondaryRole:
            return visible(row.nickname) if row.nickname != row.name else None
        return () if marks is None else visible_places(row.nickname, marks.nickname)[1]

    def _plain(self, row: MemberRow, column: str) -> str:
        voice = self._voice
        if column == "cases" or voice is None:
            return str(row.cases)
        if column == "group":
            return visible(voice.groups.get(row.group_id, ""))
        if column == "role":
            return voice.words(f"member_role.{row.role.value}")
        return visible(row.nickname)

    def _further(self, more: MemberMore, column: str, role: int) -> str:
        if column == "joined":
            return self._moment(more.joined_at, role)
        if column == "messages":
            return "" if more.message_count is None else str(more.message_count)
        value: Any = getattr(more, column)
        return visible(", ".join(value) if column == "tags" else value)

    def _pill(self, row: MemberRow) -> tuple[str, str]:
        voice = self._voice
        return (
            ("", "")
            if voice is None
            else standing_pill(
                voice.words, voice.ladders.get(row.group_id, voice.ladder), row, voice.now
            )
        )

    def _moment(self, text: str, role: int) -> str:
        voice = self._voice
        if voice is None:
            return ""
        if not text:
            return voice.words("member.unknown_activity")
        moment = from_text(text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return voice.dates.full(moment, voice.now)
        return voice.dates.relative(moment, voice.now)

    def _repaint(self) -> None:
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1)
            )


_BESIDE = {SecondaryRole, ToneRole, MarksRole, SecondaryMarksRole, SignRole}
_SPOKEN = {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
_MARKED = {SecondaryRole, MarksRole, SecondaryMarksRole}
_ROLES = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
    *_BESIDE,
}
