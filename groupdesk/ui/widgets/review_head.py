# SPDX-License-Identifier: MIT
"""The head of one review: its name, how far it is in words and as a bar, and its acts."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action
from groupdesk.domain.review_enums import ReviewLeftOut, ReviewStage, ReviewState
from groupdesk.domain.review_records import ReviewRecord
from groupdesk.domain.text import visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.refusals import refuse, why_not
from groupdesk.ui.review_words import ReviewWords
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.labels import label, plain_tooltip
from groupdesk.ui.widgets.page_head import PageHead

_MENU = ("note", "add", "left_out", "print", "repeat", "", "pause", "finish")
_WRITES = {"note", "add", "pause", "finish", "repeat"}
_RUNNING = {"add", "pause"}


_FRESH = timedelta(days=14)
"""A list of so many days ago is worth no word."""


class ReviewHead(QWidget):
    """Only what can be done now is offered: messages to write, to confirm, removals to record."""

    asked = Signal(str)
    """What was chosen in the menu: "note", "add", "print", "repeat", "pause", "finish"."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        """Show no review yet."""
        super().__init__(parent)
        self._context = context
        self._review: ReviewRecord | None = None
        self.head = PageHead(parent=self)
        self.more_button = button("", icon_name="ellipsis", parent=self)
        self.head.add_button(self.more_button)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(current_theme().size("space_s"))
        self.progress = label(parent=self, wrap=True)
        self.write_button = button("", "primary", "message-square-text", self)
        self.sent_button = button("", icon_name="send", parent=self)
        self.remove_button = button("", icon_name="user-minus", parent=self)
        self.again_button = button("", icon_name="calendar-check", parent=self)
        self.resume_button = button("", "primary", "check", self)
        self._acts = QWidget(self)
        row = FlowLayout(self._acts)
        for made in self._buttons:
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_s"))
        for part in (self.head, self.bar, self.progress, self._acts):
            column.addWidget(part)
        self.more_button.clicked.connect(self._open_menu)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.resume_button,
            self.write_button,
            self.sent_button,
            self.remove_button,
            self.again_button,
        )

    def show_review(self, review: ReviewRecord) -> None:
        """Show a review as it is now."""
        self._review = review
        said, progress = ReviewWords.of(self._context), review.progress
        self.head.set_texts(
            review.name, f"{said.groups(review)} · {said.criteria(review.criteria)}"
        )
        self.head.set_notice(*said.state(review))
        self.setToolTip(plain_tooltip(said.plan(review.plan)))
        self.bar.setRange(0, max(progress.members, 1))
        self.bar.setValue(progress.settled)
        self.bar.setAccessibleName(said.settled(review))
        self.progress.setText(
            " · ".join([said.settled(review), *said.to_do(review), *self._old_list(review)])
        )
        self._show_acts(review)

    def menu(self) -> QMenu:
        """Return the menu of what is done seldom; what cannot be done now says why."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        review = self._review
        running = review is not None and review.state is ReviewState.RUNNING
        over = review is not None and review.state is ReviewState.FINISHED
        denied = why_not(self._context, Action.REVIEW_ENTRY)
        for key in _MENU:
            if not key:
                menu.addSeparator()
                continue
            if key == "left_out":
                self._add_left_out(menu)
                continue
            action = menu.addAction(self._texts()[key], partial(self.asked.emit, key))
            if key in _WRITES:
                refuse(action, denied)
            if (key in _RUNNING and not running) or (key == "finish" and over):
                action.setEnabled(False)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._review is not None:
            self.show_review(self._review)
        super().changeEvent(event)

    # ---- inside

    def _old_list(self, review: ReviewRecord) -> list[str]:
        """Say of when the list is on which the review rests, once that is some days ago."""
        now = self._context.desk.clock()
        if not review.list_at or review.state is ReviewState.FINISHED:
            return []
        day = from_text(review.list_at).astimezone(now.tzinfo).date()
        if now.date() - day <= _FRESH:
            return []
        said = self._context.dates.day(day, now.date())
        return [self.tr("the list is of {0}: import a new one").format(said)]

    def _texts(self) -> dict[str, str]:
        return {
            "note": self.tr("Write a note…"),
            "add": self.tr("Put somebody on the list…"),
            "print": self.tr("Print…"),
            "repeat": self.tr("Start one like this…"),
            "pause": self.tr("Pause…"),
            "finish": self.tr("Finish…"),
        }

    def _show_acts(self, review: ReviewRecord) -> None:
        stages, running = review.progress.stages, review.state is ReviewState.RUNNING
        progress, later = review.progress, stages.get(ReviewStage.TO_SEND, 0)
        said = ReviewWords.of(self._context)
        self.more_button.setText(self.tr("More"))
        self.resume_button.setText(self.tr("Go on"))
        self.again_button.setText(self.tr("Look again…"))
        self.write_button.setText(
            self.tr("Write %n message(s) of {0} now…", "", progress.send_next).format(
                said.day(progress.next_day)
            )
            if progress.next_day
            else self.tr("Write %n message(s)…", "", progress.send_today)
        )
        prepared = stages.get(ReviewStage.PREPARED, 0)
        self.sent_button.setText(self.tr("Were %n sent?", "", prepared))
        removals = stages.get(ReviewStage.TO_REMOVE, 0)
        self.remove_button.setText(self.tr("Record %n removal(s)…", "", removals))
        shown = (
            (self.resume_button, review.state is ReviewState.PAUSED, Action.REVIEW_ENTRY),
            (self.write_button, running and bool(later), Action.WARNING_PREPARE),
            (self.sent_button, running and bool(prepared), Action.WARNING_SEND),
            (self.remove_button, running and bool(removals), Action.REMOVAL_BATCH),
            (self.again_button, running, Action.REVIEW_ENTRY),
        )
        for made, there, action in shown:
            made.setVisible(there)
            refuse(made, why_not(self._context, action))
        self._acts.setVisible(review.state is not ReviewState.FINISHED)

    def _add_left_out(self, menu: QMenu) -> None:
        """Offer the names of those whom the last look left out, with how many they were."""
        review = self._review
        if review is None:
            return
        entries = self._context.desk.upkeep.review_list.entries(review.id)
        looks = [one.picked for one in entries if one.picked is not None]
        counts = looks[-1].left_out if looks else {}
        words = self._context.translations.words
        below = menu.addMenu(self.tr("Who was left out"))
        for reason in ReviewLeftOut:
            if counts.get(reason):
                text = f"{words(f'review_left_out.{reason.value}')}: {counts[reason]:,}"
                below.addAction(visible(text), partial(self._open_left_out, reason))
        below.setEnabled(bool(counts))

    def _open_left_out(self, reason: ReviewLeftOut) -> None:
        from groupdesk.ui.dialogs.review_left_out_dialog import (  # noqa: PLC0415  # seldom
            ReviewLeftOutDialog,
        )

        review = self._review
        if review is not None:
            groups = [ident for ident, _ in review.groups]
            asked = (groups, review.criteria, reason, review.id)
            ReviewLeftOutDialog(self._context, *asked, parent=self.window()).open()

    def _open_menu(self) -> None:
        place = self.more_button.mapToGlobal(self.more_button.rect().bottomLeft())
        self.menu().popup(place)
