# SPDX-License-Identifier: MIT
"""Whom messages of a review go to: which were copied, and to whom none is due any more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QWidget

from groupdesk.domain.review_records import MessageTarget
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate, PillDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.review_letters import ReviewLetters
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.record_table import RecordTable

_LINES = 5


class ReviewTargets(RecordTable):
    """Space takes a mark off or puts it on; to whom none is due any more nobody is marked."""

    marks_changed = Signal()

    def __init__(
        self,
        context: UiContext,
        targets: Sequence[MessageTarget],
        letters: ReviewLetters,
        parent: QWidget | None = None,
    ) -> None:
        """List these members, none of them marked."""
        super().__init__(parent)
        self._context, self._letters = context, letters
        self.targets = tuple(targets)
        self.marked: set[int] = set()
        """The rows whose messages are to be recorded."""
        self._copied: set[int] = set()
        self.over: set[int] = set()
        """The rows to whom no message is due any more."""
        self.model_of_targets: RecordModel[MessageTarget] = RecordModel(self._cells, self)
        self.setModel(self.model_of_targets)
        self.setProperty("framed", True)  # noqa: FBT003 — Qt's signature
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(0, MemberDelegate(self))
        self.setItemDelegateForColumn(2, PillDelegate(self))
        self.setMinimumHeight(_LINES * current_theme().size("row"))
        marking = QShortcut(QKeySequence(Qt.Key.Key_Space), self, self._toggle)
        marking.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._show()
        self.selectRow(0)

    @property
    def current(self) -> MessageTarget:
        """The member in front."""
        return self.targets[self._row]

    def mark_copied(self) -> None:
        """Mark the member in front, whose message was copied, and bring the next one there."""
        row = self._row
        self._copied.add(self.current.row_id)
        self._mark(row, on=True)
        if row + 1 < len(self.targets):
            self.selectRow(row + 1)

    def mark_all(self) -> None:
        """Mark all to whom a message is due."""
        self.marked = {one.row_id for one in self.targets} - self.over
        self._show_marks()

    def keep(self, due: set[int]) -> tuple[list[str], list[str]]:
        """Take the marks from whom no message is due to any more.

        Return the names of those who were not known so far, and which of them were marked.
        """
        over = {one.row_id for one in self.targets} - due
        fresh = [one for one in self.targets if one.row_id in over - self.over]
        copied = [one.name for one in fresh if one.row_id in self.marked]
        self.over = over
        self.marked -= over
        self._show_marks()
        return [one.name for one in fresh], copied

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            row = self._row
            self._show()
            self.selectRow(row)

    # ---- inside

    @property
    def _row(self) -> int:
        return max(self.currentIndex().row(), 0)

    def _show(self) -> None:
        self.setAccessibleName(self.tr("Whom to write to"))
        heads = self.tr("Member"), self.tr("Language"), self.tr("Message")
        self.model_of_targets.show_records(heads, self.targets)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(2, 4 * current_theme().size("row"))

    def _cells(self, target: MessageTarget) -> tuple[Cell, ...]:
        language = self._letters.of(target).language
        state: Cell = self.tr("to copy"), "muted"
        if target.row_id in self.over:
            state = self.tr("not due any more"), "warning"
        elif target.row_id in self.marked:
            copied = target.row_id in self._copied
            state = self.tr("copied") if copied else self.tr("marked"), "ok"
        return target.name, self._context.translations.words(f"language.{language.value}"), state

    def _toggle(self) -> None:
        self._mark(self._row, on=self.current.row_id not in self.marked)

    def _mark(self, row: int, *, on: bool) -> None:
        target = self.targets[row]
        possible = on and target.row_id not in self.over
        (self.marked.add if possible else self.marked.discard)(target.row_id)
        self.model_of_targets.replace_record(row, target)
        self.marks_changed.emit()

    def _show_marks(self) -> None:
        for row, target in enumerate(self.targets):
            self.model_of_targets.replace_record(row, target)
        self.marks_changed.emit()
