# SPDX-License-Identifier: MIT
"""Reviews of groups: the list of them, and one of them in front."""

from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.review_records import ReviewRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.pages.page import Page, Place
from groupdesk.ui.review_acts import ReviewActs
from groupdesk.ui.widgets.review_overview import ReviewOverview
from groupdesk.ui.widgets.review_view import ReviewView


class ReviewsPage(Page):
    """A review takes the place of the list; Esc leads back."""

    topics = frozenset({Topic.REVIEWS, Topic.MEMBERS, Topic.GROUPS, Topic.TASKS})
    of_group = False

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Build the page without loading anything."""
        super().__init__(context, parent)
        self.acts = ReviewActs(context, self)
        self._asked = 0
        self._wanted = 0
        self.overview = ReviewOverview(context, self)
        self.view = ReviewView(context, self.acts, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.overview)
        self._stack.addWidget(self.view)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.overview.opened.connect(self.show_review)
        self.view.left.connect(self.show_all)

    # ---- Page

    def show_group(self, group_id: int) -> None:
        self.group_id = group_id
        self.reload()

    def reload(self) -> None:
        """Read again in the thread beside; the newest question wins."""
        self._asked += 1
        asked, wanted = self._asked, self._wanted
        listing = self.context.desk.upkeep.review_list

        def work() -> tuple[tuple[ReviewRecord, ...], ReviewRecord | None]:
            try:
                return listing.all(), listing.get(wanted) if wanted else None
            except StateChangedError:
                return listing.all(), None

        def show(found: tuple[tuple[ReviewRecord, ...], ReviewRecord | None]) -> None:
            if asked == self._asked:
                self._show(*found)

        self.context.runner.run(
            self,
            work,
            show,
            lambda error: self.context.notify(self.context.error_text(error), "danger"),
            pool="files",
        )

    def activate(self) -> None:
        acts = self.context.acts
        acts.bind("review.start", self._start, enabled=bool(self.context.desk.groups.all()))
        acts.bind("member.find", self.view.search.activate, enabled=self._in_review)

    def take_focus(self) -> None:
        (self.view if self._in_review else self.overview).take_focus()

    def show_review(self, review_id: int) -> None:
        """Show one review in place of the list."""
        self._wanted = review_id
        self.reload()

    def show_all(self) -> None:
        """Show the list again."""
        self._wanted = 0
        self._bring(self.overview)
        self.reload()
        self.overview.take_focus()

    def place(self) -> Place:
        return replace(Place(), chosen=self._wanted)

    def come_back(self, place: Place) -> None:
        self.show_review(place.chosen)

    # ---- inside

    @property
    def _in_review(self) -> bool:
        return self._stack.currentWidget() is self.view

    def _start(self) -> None:
        self.acts.start(self.show_review, group_id=max(self.group_id, 0))

    def _show(self, reviews: tuple[ReviewRecord, ...], wanted: ReviewRecord | None) -> None:
        self.overview.show_reviews(reviews, wanted.id if wanted is not None else 0)
        if wanted is None:
            self._wanted = 0
            self._bring(self.overview)
        else:
            new = not self._in_review
            self.view.show_review(wanted)
            self._bring(self.view)
            if new:
                self.view.take_focus()

    def _bring(self, shown: QWidget) -> None:
        self._stack.setCurrentWidget(shown)
        if self.isVisible():
            self.context.acts.enable("member.find", self._in_review)
