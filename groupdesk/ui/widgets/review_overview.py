# SPDX-License-Identifier: MIT
"""All reviews: how far each is, and what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.review_records import ReviewRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_delegates import CellDelegate, PillDelegate
from groupdesk.ui.item_models.record_model import Cell, RecordModel
from groupdesk.ui.review_words import ReviewWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.page_head import PageHead
from groupdesk.ui.widgets.record_table import RecordTable

_NAME, _GROUPS, _DONE, _NEXT, _STATE = range(5)


class ReviewOverview(QWidget):
    """Those that go on stand first."""

    opened = Signal(int)
    """A review was chosen to be shown."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._context = context
        theme = current_theme()
        self.head = PageHead(parent=self)
        self.head.add_button(context.acts.button("group.clean_up", parent=self))
        self.head.add_button(context.acts.button("review.start", "primary", self))
        self.model: RecordModel[ReviewRecord] = RecordModel(self._cells, self)
        self.table = RecordTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(_NAME, CellDelegate(self.table, "text"))
        self.table.setItemDelegateForColumn(_STATE, PillDelegate(self.table))
        self.empty = EmptyState("calendar-check", self)
        self._below = QStackedWidget(self)
        self._below.addWidget(self.table)
        self._below.addWidget(self.empty)
        column = QVBoxLayout(self)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addWidget(self.head)
        column.addWidget(self._below, 1)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._open)
        self.empty.acted.connect(lambda: context.acts.trigger(self._begins_with))
        self._say()

    def show_reviews(self, reviews: Sequence[ReviewRecord], shown: int = 0) -> None:
        """Show these; in front stays the one that is, or the one that is `shown` by itself."""
        kept = shown or self.current
        self._say()
        self.model.show_records(self._heads(), reviews)
        self._size_columns()
        self._below.setCurrentWidget(self.table if reviews else self.empty)
        ids = [one.id for one in reviews]
        if ids:
            self.table.selectRow(ids.index(kept) if kept in ids else 0)

    @property
    def current(self) -> int:
        """The review in front, 0 for none."""
        at = self.table.currentIndex().row()
        return self.model.record(at).id if 0 <= at < self.model.rowCount() else 0

    def take_focus(self) -> None:
        """Take the keyboard where the list is best begun."""
        listed = self._below.currentWidget() is self.table
        (self.table if listed else self.empty.button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < current_theme().size("narrow")
        for column in (_GROUPS, _DONE):
            self.table.setColumnHidden(column, narrow)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_reviews(self.model.records)
        super().changeEvent(event)

    # ---- inside

    def _say(self) -> None:
        self.head.set_texts(self.tr("Reviews"), self.tr("Look regularly at who is still with us"))
        self.table.setAccessibleName(self.tr("Reviews"))
        self.empty.set_texts(
            self.tr("No review yet"),
            self.tr(
                "A review picks out members who have been silent for long, or who are beyond a"
                " group's size. You look at each and decide: keep, remind, last notice, remove."
                " Protected members stay out of it, and what is not known is never taken for"
                " silence. You can go on another day."
            ),
            self._context.acts.action(self._begins_with).text(),
        )

    @property
    def _begins_with(self) -> str:
        """What an empty list offers: where there is no group yet, one comes first."""
        groups = self.model.rowCount() or self._context.desk.groups.all()
        return "review.start" if groups else "group.create"

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Review"),
            self.tr("Groups"),
            self.tr("Progress"),
            self.tr("Next"),
            self.tr("State"),
        )

    def _cells(self, review: ReviewRecord) -> tuple[Cell, ...]:
        said = ReviewWords.of(self._context)
        to_do = said.to_do(review)
        next_one = to_do[0] if to_do else said.day_of(review.finished_at)
        return (
            review.name,
            said.groups(review),
            said.settled(review),
            next_one,
            said.state(review),
        )

    def _size_columns(self) -> None:
        columns = self.table.horizontalHeader()
        for at in (_NAME, _GROUPS):
            columns.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        for at in (_DONE, _NEXT):
            columns.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(_STATE, QHeaderView.ResizeMode.Fixed)
        columns.resizeSection(_STATE, 3 * current_theme().size("row"))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model.record(index.row()).id)
