# SPDX-License-Identifier: MIT
"""The lines of an import's preview, a page at a time, with what a person took out of them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupdesk.domain.enums import DepartureHow
from groupdesk.domain.import_preview import (
    ADDED_KINDS,
    COMPARED_KINDS,
    TAKEN_KINDS,
    LineKind,
    PreviewLine,
    Take,
)
from groupdesk.domain.text import visible
from groupdesk.ui.item_delegates import SecondaryRole, ToneRole

Index = QModelIndex | QPersistentModelIndex
PAGE = 100
PAGES = 50
"""Pages that are kept; lines come again when they are looked at again."""

Ask = Callable[[LineKind, int, Callable[[tuple[PreviewLine, ...]], object]], object]
"""Ask for the page of a kind that begins at a row; the answer comes later."""

TICK, NAME, STATE, DETAILS, LINE = range(5)


@dataclass
class Decisions:
    """What a person said about the lines so far: a kind as a whole, and its exceptions.

    In a comparison `how` is said of all who left, `hows` of single ones; `renames` has, by the line
    of a new row, the missing member who it is. Of a member who may only have another name it has
    to be said, or of all at once (`renames_settled`).
    """

    compare: bool = False
    how: DepartureHow = DepartureHow.UNKNOWN
    hows: dict[int, DepartureHow] = field(default_factory=dict)
    renames: dict[int, int] = field(default_factory=dict)
    renames_settled: bool = False
    left_kinds: set[LineKind] = field(default_factory=set)
    exceptions: dict[LineKind, set[int]] = field(default_factory=dict)
    left_fields: set[tuple[int, str]] = field(default_factory=set)
    choices: dict[int, int] = field(default_factory=dict)
    _asked: set[int] = field(default_factory=set)

    def clear(self) -> None:
        """Take everything in again, and decide nothing."""
        for part in (self.left_kinds, self.exceptions, self.left_fields, self.choices):
            part.clear()
        self.hows.clear()
        self.renames.clear()
        self._asked.clear()
        self.renames_settled = False
        self.compare, self.how = False, DepartureHow.UNKNOWN

    def takes(self, line: PreviewLine) -> bool:
        """Say whether a line is taken in as things stand."""
        if line.kind is LineKind.CONFLICT:
            return line.line in self.choices
        if self.is_renamed(line) or self.is_open(line):
            return False
        return self._plainly(line.kind, line.key)

    def is_renamed(self, line: PreviewLine) -> bool:
        """Say whether a missing member and a new row were said to be one person."""
        if not self.compare:
            return False
        if line.kind is LineKind.LEFT:
            return line.membership_id in self.renames.values()
        return line.kind is LineKind.NEW and line.line in self.renames

    def is_open(self, line: PreviewLine) -> bool:
        """Say whether a missing member may only have another name, and nobody said so or not."""
        return (
            may_be_renamed(line)
            and self._asks
            and line.membership_id not in self._asked
            and self._plainly(LineKind.LEFT, line.membership_id)
        )

    def open_renames(self, count: int) -> int:
        """Return of how many of the `count` members with such an offer it has yet to be said."""
        return count - len(self._asked) if self._asks else 0

    def toggle(self, line: PreviewLine) -> None:
        """Take a new or changed line in that was left out, or the other way round."""
        if self.is_open(line):
            self.set_departure(line, self.how_of(line))
            return
        if may_be_renamed(line):
            self.set_departure(
                line, DepartureHow.STAYED if self.takes(line) else self._how_if_gone(line)
            )
            return
        self._except(line)

    def _except(self, line: PreviewLine) -> None:
        self.exceptions.setdefault(line.kind, set()).symmetric_difference_update({line.key})

    def set_departure(self, line: PreviewLine, how: DepartureHow, renamed: int = 0) -> None:
        """Say of one missing member how they left, that they stayed, or which row they are."""
        member = line.membership_id
        for row in [row for row, who in self.renames.items() if who == member]:
            del self.renames[row]
        if may_be_renamed(line):
            self._asked.add(member)
        if renamed:
            self.renames[renamed] = member
            return
        leaves = how is not DepartureHow.STAYED
        if leaves or may_be_renamed(line):
            self.hows[member] = how
        if self._plainly(LineKind.LEFT, member) != leaves:
            self._except(line)

    def how_of(self, line: PreviewLine) -> DepartureHow:
        """Return how a missing member left, as things stand; STAYED for who did not."""
        if not self._plainly(LineKind.LEFT, line.membership_id):
            return DepartureHow.STAYED
        return self._how_if_gone(line)

    def _how_if_gone(self, line: PreviewLine) -> DepartureHow:
        known = line.explained or self.how
        said = self.hows.get(line.membership_id, known)
        return known if said is DepartureHow.STAYED else said

    def set_all(self, kind: LineKind, *, taken: bool) -> None:
        """Take all lines of a kind in, or leave all of them out."""
        self.exceptions.pop(kind, None)
        self.left_kinds.discard(kind) if taken else self.left_kinds.add(kind)
        if kind is LineKind.LEFT:
            self.renames_settled = True
            for member in [m for m, how in self.hows.items() if how is DepartureHow.STAYED]:
                del self.hows[member]

    def taken_of(self, kind: LineKind, count: int) -> int:
        """Return how many of the `count` lines of a kind are taken in."""
        excepted = len(self.exceptions.get(kind, set()))
        taken = excepted if kind in self.left_kinds else count - excepted
        if self.compare and kind in {LineKind.NEW, LineKind.LEFT}:
            keys = self.renames if kind is LineKind.NEW else self.renames.values()
            taken -= sum(self._plainly(kind, key) for key in keys)
        return taken

    def decided(self) -> tuple[int, int]:
        """Return how many conflicts become new people, and how many are known members."""
        new = sum(choice == 0 for choice in self.choices.values())
        same = len(self.renames) if self.compare else 0
        return new, len(self.choices) - new + same

    def take(self) -> Take:
        """Return it all as the service wants it."""
        out: set[int] = set()
        kept: set[int] = set()
        shown = COMPARED_KINDS if self.compare else ADDED_KINDS
        for kind, lines in self.exceptions.items():
            if kind in shown and kind is not LineKind.LEFT:
                (kept if kind in self.left_kinds else out).update(lines)
        return Take(
            left_out=frozenset(out),
            left_kinds=frozenset(self.left_kinds & set(shown)),
            kept=frozenset(kept),
            left_fields=frozenset(self.left_fields),
            decisions=dict(self.choices),
            compare=self.compare,
            how=self.how,
            hows=dict(self.hows),
            departure_exceptions=frozenset(self.exceptions.get(LineKind.LEFT, ())),
            renames=dict(self.renames) if self.compare else {},
            renames_settled=self.renames_settled,
        )

    @property
    def _asks(self) -> bool:
        return self.compare and not self.renames_settled and LineKind.LEFT not in self.left_kinds

    def _plainly(self, kind: LineKind, key: int) -> bool:
        return (key in self.exceptions.get(kind, ())) == (kind in self.left_kinds)


def may_be_renamed(line: PreviewLine) -> bool:
    """Say whether a missing member may only have another name; what was recorded explains more."""
    return bool(line.renames) and line.explained is None


@dataclass(frozen=True, slots=True)
class LineWords:
    """How a line is written: details, a word for its state, and that word's tone."""

    details: Callable[[PreviewLine], str]
    state: Callable[[PreviewLine], tuple[str, str]]
    heads: tuple[str, str, str, str]
    known: str = ""
    """The head of the details of those whom the list does not name."""


class ImportLines(QAbstractTableModel):
    """Rows of one kind; what has not come yet is blank."""

    def __init__(
        self, ask: Ask, words: LineWords, decisions: Decisions, parent: QObject | None = None
    ) -> None:
        """Ask for pages with `ask`."""
        super().__init__(parent)
        self._ask = ask
        self._words = words
        self._decisions = decisions
        self._kind = LineKind.NEW
        self._count = 0
        self._pages: dict[int, tuple[PreviewLine, ...] | None] = {}
        self._turn = 0

    def show_kind(self, kind: LineKind, count: int) -> None:
        """Show the lines of a kind."""
        self.beginResetModel()
        self._kind, self._count = kind, count
        self._pages.clear()
        self._turn += 1
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, LINE)

    def set_words(self, words: LineWords) -> None:
        """Write the lines in another language."""
        self._words = words
        self.refresh()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, LINE)

    def refresh(self) -> None:
        """Show what was decided meanwhile."""
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, LINE))

    def line(self, row: int) -> PreviewLine | None:
        """Return a line, None while it has not come."""
        if not 0 <= row < self._count:
            return None
        number = row // PAGE
        if number not in self._pages:
            while len(self._pages) >= PAGES:
                self._pages.pop(next(iter(self._pages)))
            self._pages[number] = None
            turn = self._turn
            self._ask(self._kind, number * PAGE, lambda found: self._came(turn, number, found))
        page = self._pages.get(number)
        return None if page is None or row % PAGE >= len(page) else page[row % PAGE]

    @property
    def ticks(self) -> bool:
        """Whether lines of this kind can be taken or left."""
        return self._kind in TAKEN_KINDS

    def toggle(self, row: int) -> None:
        """Take a line in that was left out, or the other way round."""
        line = self.line(row)
        if line is not None and self.ticks:
            self._decisions.toggle(line)
            self.dataChanged.emit(self.index(row, 0), self.index(row, LINE))

    def _came(self, turn: int, number: int, found: tuple[PreviewLine, ...]) -> None:
        if turn != self._turn:
            return  # another kind is shown by now
        self._pages[number] = found
        first = number * PAGE
        last = min(first + PAGE, self._count) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, LINE))

    # ---- Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else LINE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            if section == DETAILS and self._kind is LineKind.LEFT:
                return self._words.known
            return ("", *self._words.heads)[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        column = index.column()
        answer: object = None
        if role == Qt.ItemDataRole.DisplayRole:
            answer = self._text(line, column)
        elif role == Qt.ItemDataRole.CheckStateRole and column == TICK and self.ticks:
            taken = self._decisions.takes(line)
            answer = Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        elif role == ToneRole and column == STATE:
            answer = self._words.state(line)[1]
        elif role == SecondaryRole and column == NAME:
            nick = next((c for c in line.changes if c.field == "nickname"), None)
            answer = visible(nick.after or nick.before) if nick else ""
        elif role == Qt.ItemDataRole.AccessibleTextRole and column == NAME:
            answer = f"{visible(line.name)}, {self._words.details(line)}"
        return answer

    def _text(self, line: PreviewLine, column: int) -> str:
        if column == NAME:
            return visible(line.name)
        if column == STATE:
            return self._words.state(line)[0]
        if column == DETAILS:
            return self._words.details(line)
        return str(line.line) if column == LINE and line.line else ""
