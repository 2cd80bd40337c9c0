# SPDX-License-Identifier: MIT
"""The members of a removal of several, each with what would become of them."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupdesk.domain.errors import RefusedError
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.removal_records import BatchLine
from groupdesk.domain.text import visible
from groupdesk.ui.bulk_removal_lines import BulkLines
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import SecondaryRole, ToneRole
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
TICK, NAME, STATE = range(3)


class BulkRemovalModel(QAbstractTableModel):
    """A tick says who will be removed; who cannot has none."""

    def __init__(self, context: UiContext, lines: BulkLines, parent: QObject | None = None) -> None:
        """Show `lines`, of which this is only a view."""
        super().__init__(parent)
        self._context = context
        self._lines = lines
        self._several = len({one.group.id for one in lines.details}) > 1
        self._one_name = self._several and len({one.row.name for one in lines.details}) == 1

    def detail(self, row: int) -> MemberDetail:
        """Return the member at a row."""
        return self._lines.details[row]

    def toggle(self, row: int) -> bool:
        """Leave a member out, or take them in again; return whether that can be chosen."""
        member = self.detail(row).row.id
        line = self._lines.line(member)
        if line is None or self._lines.refused(line) or self._lines.not_meant(line):
            return False
        self._lines.excluded ^= {member}
        self.follow()
        return True

    def follow(self) -> None:
        """Show what is known by now."""
        last = self.index(self.rowCount() - 1, STATE)
        self.dataChanged.emit(self.index(0, 0), last)

    # ---- Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines.details)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        first = self.tr("Group") if self._one_name else self.tr("Member")
        return ("", first, self.tr("What would be"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        detail, column = self.detail(index.row()), index.column()
        member = detail.row.id
        answer: object = None
        if role == Qt.ItemDataRole.DisplayRole:
            name = detail.group.name if self._one_name else detail.row.name
            answer = ("", visible(name), self.state(member)[0])[column]
        elif role == Qt.ItemDataRole.CheckStateRole and column == TICK:
            line = self._lines.line(member)
            if line is not None and not self._lines.refused(line):
                on = self._lines.goes(member)
                answer = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        elif role == ToneRole and column == STATE:
            answer = self.state(member)[1]
        elif role == SecondaryRole and column == NAME and self._several and not self._one_name:
            answer = visible(detail.group.name)
        elif role == Qt.ItemDataRole.ToolTipRole:
            answer = plain_tooltip(self.why_refused(member) or self._in_full(detail))
        elif role == Qt.ItemDataRole.AccessibleTextRole and column == NAME:
            answer = self._in_full(detail)
        return answer

    # ---- words

    def why_refused(self, member: int) -> str:
        """Return the sentence that says why a member cannot be removed, empty for who can."""
        line = self._lines.line(member)
        if line is None or not self._lines.refused(line):
            return ""
        return self._context.error_text(RefusedError(line.refusal, name=line.member_name))

    def state(self, member: int) -> tuple[str, ToneName]:
        """Return in one or two words what would become of a member, and its tone."""
        line = self._lines.line(member)
        if line is None:
            return "", "muted"
        out = self._left_out(line)
        return out if out is not None else self._goes(line)

    def _left_out(self, line: BatchLine) -> tuple[str, ToneName] | None:
        if self._lines.refused(line):
            return self._refused(line.refusal), "muted"
        concerns = self._lines.not_meant(line)
        if concerns:
            return self._said(concerns[0].value), "warning"
        excluded = line.membership_id in self._lines.excluded
        return (self._said("excluded"), "muted") if excluded else None

    def _goes(self, line: BatchLine) -> tuple[str, ToneName]:
        missing, asks = len(self._lines.unanswered(line)), line.asks_approval
        if line.refusal:
            return self._said(line.refusal), "danger"
        if missing:
            return self._said("reasons", count=missing), "danger"
        if self._lines.gaps(line):
            return self._said("skips_asks" if asks else "skips"), "warning"
        return (self._said("asks"), "accent") if asks else (self._said("ready"), "ok")

    def _in_full(self, detail: MemberDetail) -> str:
        parts = (detail.row.name, detail.group.name, self.state(detail.row.id)[0])
        return visible(", ".join(filter(None, parts)))

    def _refused(self, code: str) -> str:
        key, words = f"bulk_removal.refused.{code}", self._context.translations.words
        return words(key) if key in words else self.tr("Cannot be removed")

    def _said(self, name: str, **values: object) -> str:
        return self._context.translations.words(f"bulk_removal.state.{name}", **values)
