# SPDX-License-Identifier: MIT
"""The lines of an import's preview, a page at a time, with what a person took out of them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupdesk.domain.import_preview import LineKind, PreviewLine, Take
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
    """What a person said about the lines so far: a kind as a whole, and its exceptions."""

    left_kinds: set[LineKind] = field(default_factory=set)
    exceptions: dict[LineKind, set[int]] = field(default_factory=dict)
    left_fields: set[tuple[int, str]] = field(default_factory=set)
    choices: dict[int, int] = field(default_factory=dict)

    def clear(self) -> None:
        """Take everything in again, and decide nothing."""
        for part in (self.left_kinds, self.exceptions, self.left_fields, self.choices):
            part.clear()

    def takes(self, line: PreviewLine) -> bool:
        """Say whether a line is taken in as things stand."""
        if line.kind is LineKind.CONFLICT:
            return line.line in self.choices
        excepted = line.line in self.exceptions.get(line.kind, set())
        return excepted == (line.kind in self.left_kinds)

    def toggle(self, line: PreviewLine) -> None:
        """Take a new or changed line in that was left out, or the other way round."""
        self.exceptions.setdefault(line.kind, set()).symmetric_difference_update({line.line})

    def set_all(self, kind: LineKind, *, taken: bool) -> None:
        """Take all lines of a kind in, or leave all of them out."""
        self.exceptions.pop(kind, None)
        self.left_kinds.discard(kind) if taken else self.left_kinds.add(kind)

    def taken_of(self, kind: LineKind, count: int) -> int:
        """Return how many of the `count` lines of a kind are taken in."""
        excepted = len(self.exceptions.get(kind, set()))
        return excepted if kind in self.left_kinds else count - excepted

    def decided(self) -> tuple[int, int]:
        """Return how many conflicts become new people, and how many are known members."""
        new = sum(choice == 0 for choice in self.choices.values())
        return new, len(self.choices) - new

    def take(self) -> Take:
        """Return it all as the service wants it."""
        out: set[int] = set()
        kept: set[int] = set()
        for kind, lines in self.exceptions.items():
            (kept if kind in self.left_kinds else out).update(lines)
        return Take(
            left_out=frozenset(out),
            left_kinds=frozenset(self.left_kinds),
            kept=frozenset(kept),
            left_fields=frozenset(self.left_fields),
            decisions=dict(self.choices),
        )


@dataclass(frozen=True, slots=True)
class LineWords:
    """How a line is written: details, a word for its state, and that word's tone."""

    details: Callable[[PreviewLine], str]
    state: Callable[[PreviewLine], tuple[str, str]]
    heads: tuple[str, str, str, str]


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
        return self._kind in {LineKind.NEW, LineKind.CHANGED}

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
            answer = next((visible(c.after) for c in line.changes if c.field == "nickname"), "")
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
        return str(line.line) if column == LINE else ""
