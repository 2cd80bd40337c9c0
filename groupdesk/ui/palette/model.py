# SPDX-License-Identifier: MIT
"""The lines of the palette for Qt: headings, which nobody can choose, and what is under them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupdesk.domain.text import visible, visible_places
from groupdesk.ui.item_delegates import MarksRole, SecondaryMarksRole, SecondaryRole
from groupdesk.ui.palette.entries import Found, Key
from groupdesk.ui.palette.finder import Section

Index = QModelIndex | QPersistentModelIndex
FoundRole = Qt.ItemDataRole.UserRole + 20
"""The Found of a line, None for a heading."""


class PaletteModel(QAbstractListModel):
    """Sections one after the other."""

    def __init__(self, parent: QObject) -> None:
        """Start without lines."""
        super().__init__(parent)
        self._lines: list[str | Found] = []

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._lines = []
        for section in sections:
            self._lines += [section.head, *section.lines]
        self.endResetModel()

    def found(self, row: int) -> Found | None:
        """Return what a row leads to; None for a heading, or where there is no such row."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Found) else None

    def row_of(self, key: Key | None) -> int:
        """Return the row of an entry, -1 where it is not listed."""
        for row, line in enumerate(self._lines):
            if isinstance(line, Found) and line.entry.key == key:
                return row
        return -1

    @property
    def rows(self) -> list[int]:
        """All rows that can be chosen."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, Found)]

    # ---- Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.found(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line if isinstance(line, str) else self.spoken(index.row())
        if isinstance(line, str):
            return line if role == Qt.ItemDataRole.DisplayRole else None
        answer = _ANSWERS.get(role)
        return answer(line) if answer is not None else None

    def spoken(self, row: int) -> str:
        """Return what a screen reader says of a row: the name, what it is, and why it is grey."""
        found = self.found(row)
        if found is None:
            return ""
        entry = found.entry
        head = next((line for line in reversed(self._lines[:row]) if isinstance(line, str)), "")
        said = (entry.title, entry.quiet, entry.end, head, entry.refused)
        return ", ".join(visible(part) for part in said if part)


_ANSWERS: dict[int, Callable[[Found], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda line: visible(line.entry.title),
    Qt.ItemDataRole.ToolTipRole: lambda line: line.tip,
    FoundRole: lambda line: line,
    MarksRole: lambda line: visible_places(line.entry.title, line.spans)[1],
    SecondaryRole: lambda line: visible(line.entry.quiet),
    SecondaryMarksRole: lambda line: visible_places(line.entry.quiet, line.quiet_spans)[1],
}
