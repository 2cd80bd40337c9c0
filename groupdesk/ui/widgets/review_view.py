# SPDX-License-Identifier: MIT
"""One review: how far it is, its members, and what is to be done about them."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.enums import Action
from groupdesk.domain.review_enums import (
    ReviewChoice,
    ReviewEntryKind,
    ReviewStage,
    ReviewState,
)
from groupdesk.domain.review_records import ReviewFilter, ReviewRecord, ReviewRowRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.item_models.record_model import Cell
from groupdesk.ui.member_loader import words_of
from groupdesk.ui.refusals import why_not
from groupdesk.ui.review_acts import ReviewActs
from groupdesk.ui.review_matches import review_matches
from groupdesk.ui.review_words import ReviewWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.theme_tokens import ToneName
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.empty_state import EmptyState
from groupdesk.ui.widgets.list_detail import ListDetail
from groupdesk.ui.widgets.review_bar import ReviewBar
from groupdesk.ui.widgets.review_chips import ReviewChips
from groupdesk.ui.widgets.review_head import ReviewHead
from groupdesk.ui.widgets.review_member import ReviewMember
from groupdesk.ui.widgets.review_table import ReviewTable
from groupdesk.ui.widgets.search_field import SearchField

_DETAIL = 380  # pixels beside the list at first
_SEARCH_WAIT = 80  # milliseconds of rest before the list is searched
_SHOW_AFTER = 60  # milliseconds of rest before the detail follows the arrow keys
_TURNS = {
    ReviewState.PAUSED: ReviewEntryKind.PAUSED,
    ReviewState.FINISHED: ReviewEntryKind.FINISHED,
}
_RESTS = {
    ReviewState.PAUSED: "error.review_paused",
    ReviewState.FINISHED: "error.review_finished",
}


class ReviewView(QWidget):
    """Reads ids first and rows as they are seen; what is decided is shown from the records."""

    left = Signal()
    """Back to all reviews."""

    def __init__(self, context: UiContext, acts: ReviewActs, parent: QWidget | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._context, self._acts = context, acts
        self.review: ReviewRecord | None = None
        self._asked = 0
        listing = context.desk.upkeep.review_list
        self.back = button("", "ghost", "arrow-left", self)
        self.head = ReviewHead(context, self)
        self.banner = Banner(self, closable=False)
        self.chips = ReviewChips(context, self)
        self.search = SearchField("", self)
        self.table = ReviewTable(listing.rows, self._cells, self._beside, self)
        self.empty = EmptyState("calendar-check", self)
        self.bar = ReviewBar(context, self)
        self.detail = ReviewMember(context, self)
        self._split = ListDetail(self._build_list(), self.detail, _DETAIL, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self._later = QTimer(self, singleShot=True, interval=_SEARCH_WAIT)
        self._follow = QTimer(self, singleShot=True, interval=_SHOW_AFTER)
        self._connect()

    # ---- what the page calls

    def show_review(self, review: ReviewRecord) -> None:
        """Show a review as it is now."""
        before, self.review = self.review, review
        other = before is None or before.id != review.id
        if other:
            self.search.clear()
        over = review.state is ReviewState.FINISHED
        if before is None or other or (over and before.state is not review.state):
            self._say()
            self.chips.begin(review)
        self._say()
        self._load()

    def take_focus(self) -> None:
        """Take the keyboard where deciding is begun."""
        listed = self._below.currentWidget() is self.table
        (self.table if listed else self.empty.button).setFocus()

    @property
    def refusal(self) -> str:
        """Why nothing can be decided now, empty while it can."""
        if self.review is None:
            return ""
        if self.review.state is not ReviewState.RUNNING:
            words = self._context.translations.words
            return words(_RESTS[self.review.state], name=self.review.name)
        return why_not(self._context, Action.REVIEW_DECIDE)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.review is not None:
            self._say()
            self._load()
        super().changeEvent(event)

    # ---- building

    def _build_list(self) -> QWidget:
        theme = current_theme()
        listed = QWidget(self)
        self._below = QStackedWidget(listed)
        self._below.addWidget(self.table)
        self._below.addWidget(self.empty)
        way = QHBoxLayout()
        way.addWidget(self.back)
        way.addStretch(1)
        column = QVBoxLayout(listed)
        edge = theme.size("space_l")
        column.setContentsMargins(edge, theme.size("space_s"), edge, 0)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(way)
        for part in (self.head, self.banner, self.search, self.chips):
            column.addWidget(part)
        column.addWidget(self._below, 1)
        column.addWidget(self.bar)
        return listed

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.search.textChanged.connect(self._later.start)
        self._later.timeout.connect(self._load)
        self.chips.chosen.connect(lambda _key: self._load())
        self.empty.acted.connect(self._show_all)
        self.table.sort_asked.connect(self._load)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._follow.start())
        self._follow.timeout.connect(self._show_member)
        self.table.chosen_changed.connect(self._on_chosen)
        self.table.decided.connect(self.decide)
        self.table.opened.connect(self._on_opened)
        self.table.pointed.connect(self._on_clicked)
        self.bar.decided.connect(self.decide)
        self.bar.all_asked.connect(self._choose_all)
        self.bar.dismissed.connect(self._choose_one)
        self.detail.decided.connect(self._decide_shown)
        self.detail.opened.connect(self._go_to_member)
        self._split.returned.connect(self.table.setFocus)
        head = self.head
        for made, act in self._head_acts():
            made.clicked.connect(act)
        head.asked.connect(self._on_asked)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search, self.take_focus)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.table, self.left.emit)
        for keys in (down, leave):
            keys.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _head_acts(self) -> Sequence[tuple[QPushButton, Callable[[], object]]]:
        head = self.head
        return (
            (head.write_button, lambda: self._with(self._acts.write_messages)),
            (head.sent_button, lambda: self._with(self._acts.confirm_sent)),
            (
                head.remove_button,
                lambda: self._with(
                    lambda review: self._acts.record_removals(review, head.remove_button)
                ),
            ),
            (head.again_button, lambda: self._with(self._acts.look_again)),
            (head.resume_button, lambda: self._with(self._acts.resume)),
        )

    # ---- words

    def _say(self) -> None:
        review = self.review
        if review is None:
            return
        self.back.setText(self.tr("All reviews"))
        self.back.setToolTip(self.tr("All reviews (Esc)"))
        self.head.show_review(review)
        self.search.set_hint(self.tr("Search by name, nickname, pinyin or ID"))
        self.chips.show_review(review)
        self._say_state(review)

    def _say_state(self, review: ReviewRecord) -> None:
        turn = _TURNS.get(review.state)
        if turn is None:
            self.banner.dismiss()
            return
        entries = self._context.desk.upkeep.review_list.entries(review.id)
        last = next((one for one in reversed(entries) if one.kind is turn), None)
        said = ReviewWords.of(self._context)
        if review.state is ReviewState.PAUSED:
            text = self.tr("This review rests: nothing of it stands on Today.")
        else:
            text = self.tr("Finished on {0} by {1}.").format(
                said.day_of(review.finished_at), review.finished_by
            )
        tone: ToneName = "warning" if review.state is ReviewState.PAUSED else "muted"
        self.banner.show_message(" ".join(filter(None, (text, last.text if last else ""))), tone)

    def _cells(self, row: ReviewRowRecord) -> Sequence[Cell]:
        said = ReviewWords.of(self._context)
        return (
            row.name,
            said.why(row),
            said.active(row.last_active),
            said.changes_in_short(row),
            said.stage(row),
        )

    def _beside(self, row: ReviewRowRecord) -> str:
        several = self.review is not None and len(self.review.groups) > 1
        return row.group_name if several else ""

    # ---- loading

    @property
    def which(self) -> ReviewFilter:
        """Which rows the list shows."""
        return replace(self.chips.which, text=self.search.text())

    def _load(self) -> None:
        """Ask in the thread beside; the newest question wins."""
        if self.review is None:
            return
        self._asked += 1
        asked, ident, which, sort = self._asked, self.review.id, self.which, self.table.sort
        listing = self._context.desk.upkeep.review_list

        def show(ids: "array[int]") -> None:
            if asked == self._asked:
                self._show(ids, which)

        self._context.runner.run(
            self,
            lambda: listing.ids(ident, which, sort),
            show,
            lambda error: self._context.notify(self._context.error_text(error), "danger"),
            pool="files",
        )

    def _show(self, ids: "array[int]", which: ReviewFilter) -> None:
        row = self.table.currentIndex().row()
        kept = self.table.current_id
        if kept and self.table.members.row_of(kept) >= 0 and kept not in ids:
            kept = ids[min(row, len(ids) - 1)] if ids else 0  # the next one takes its place
        focused = self.window().focusWidget()
        words = words_of(which.text)
        self.table.show_ids(
            ids, kept, partial(review_matches, self._context, words) if words else None
        )
        self._below.setCurrentWidget(self.table if ids else self.empty)
        if focused in {self.table, self.empty.button}:
            self.take_focus()
        if not ids:
            self._say_empty(which)
        self._on_chosen()
        self._show_member()

    def _say_empty(self, which: ReviewFilter) -> None:
        title, text = self.tr("Nobody here"), self.tr("Nobody in this review is like that now.")
        if which.text:
            text = self.tr("Nobody in this review fits what you look for.")
        elif which.stage is ReviewStage.TO_DECIDE:
            title = self.tr("Everybody is decided about")
            text = self.tr("What comes next stands above.")
        self.empty.set_texts(title, text, self.tr("Show all"))

    def _show_member(self) -> None:
        row = self.table.members.record(self.table.currentIndex().row())
        over = self.review is not None and self.review.state is ReviewState.FINISHED
        self.detail.show_row(row, refusal=self.refusal, over=over)
        self._split.need_detail(needed=row is not None)

    def _show_all(self) -> None:
        self.search.clear()
        self.chips.show_all()
        self._load()

    # ---- deciding

    def decide(self, choice: ReviewChoice) -> None:
        """Decide about those who are chosen: one at once, many after a look at what it would do."""
        refusal = self.refusal
        if refusal:
            self._context.notify(refusal, "warning")
            return
        ids = self.table.chosen_ids()
        if len(ids) == 1:
            self._decide_row(self.table.members.record(self.table.members.row_of(ids[0])), choice)
        elif ids:
            self._with(lambda review: self._acts.decide(review, ids, choice))

    def _decide_shown(self, choice: ReviewChoice) -> None:
        self._decide_row(self.detail.row, choice)

    def _decide_row(self, row: ReviewRowRecord | None, choice: ReviewChoice) -> None:
        review = self.review
        if row is not None and review is not None:
            self._acts.decide_one(review, row, choice, lambda: self._on_decided(row.id))

    def _on_decided(self, row_id: int) -> None:
        """Go on to the next one, where the one decided about still stands in the list."""
        if self.table.current_id == row_id:
            self.table.go_on()

    # ---- acts on the review

    def _with(self, act: Callable[[ReviewRecord], object]) -> None:
        if self.review is not None:
            act(self.review)

    def _on_asked(self, what: str) -> None:
        turns = {
            "pause": ReviewEntryKind.PAUSED,
            "finish": ReviewEntryKind.FINISHED,
            "note": ReviewEntryKind.NOTE,
        }
        if what in turns:
            self._with(lambda review: self._acts.turn(review, turns[what]))
        elif what == "print":
            self._with(self._acts.print)
        elif what == "add":
            self._with(lambda review: self._acts.add_by_hand(review, self._on_added))
        elif what == "repeat":
            self._with(lambda review: self._acts.start(self._context.go_to_review, like=review))

    def _on_added(self, name: str) -> None:
        self._context.notify(self.tr("{0} is on the list now.").format(name), seconds=8)

    # ---- slots

    def _on_chosen(self) -> None:
        self.detail.offer_acts(offered=self.table.chosen < 2)
        self.bar.show_count(self.table.chosen, self.table.members.rowCount(), refusal=self.refusal)

    def _choose_all(self) -> None:
        self.table.selectAll()
        self.table.setFocus()

    def _choose_one(self) -> None:
        self.table.go_to(max(self.table.currentIndex().row(), 0))
        self.table.setFocus()

    def _go_to_member(self) -> None:
        row = self.detail.row
        if row is not None:
            self._context.go_to(row.group_id, row.membership_id)

    def _on_opened(self, _index: QModelIndex) -> None:
        self._follow.stop()
        self._show_member()
        self._split.open_detail()
        self.detail.setFocus()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._split.is_narrow and self.table.chosen < 2:
            self._on_opened(index)
