# SPDX-License-Identifier: MIT
"""Dialogs of one text about a review: that it rests, that it is over, a note."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.records import Receipt
from groupdesk.domain.review_enums import ReviewEntryKind, ReviewStage
from groupdesk.domain.review_records import ReviewRecord
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.review_words import ReviewWords
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea


class ReviewTurnDialog(DialogFrame):
    """What it means stands above the field."""

    def __init__(
        self,
        context: UiContext,
        review: ReviewRecord,
        kind: ReviewEntryKind,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for the text of `kind`: PAUSED, FINISHED or NOTE; only a note must have one."""
        super().__init__(parent, side=False)
        self._context, self._review, self._kind = context, review, kind
        self._operation = uuid.uuid4()
        self.about = label(role="secondary", parent=self, wrap=True)
        self.stages = FactList(self)
        self.text = TextArea(4, self)
        self.field = FormField("", self.text, self)
        for part in (self.about, self.stages):
            self.form.addWidget(part)
        self.form.addWidget(self.field, 1)
        self.add_cancel()
        self.text.textChanged.connect(self._show_state)
        self.main_requested.connect(self._record)
        self._say()
        self.resize(560, 480 if kind is ReviewEntryKind.FINISHED else 380)
        self.text.setFocus()
        self.ask_before_leaving(lambda: self.text.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        name = self._review.name
        if self._kind is ReviewEntryKind.PAUSED:
            self.set_head(self.tr("Pause this review"), name, sign="pause")
            self.about.setText(
                self.tr("Nothing of it stands on Today until somebody goes on with it. All that was"
                        " decided stays.")
            )  # fmt: skip
            self.field.set_caption(self.tr("&Why, may stay empty"))
            self.set_main(self.tr("Pause"), "pause")
        elif self._kind is ReviewEntryKind.FINISHED:
            self.set_head(self.tr("Finish this review"), name, sign="check")
            self.about.setText(self._over())
            self.field.set_caption(self.tr("&Summary in your words, may stay empty"))
            self.set_main(self.tr("Finish review"), "check")
            self._show_stages()
        else:
            self.set_head(self.tr("Note on this review"), name, sign="message-square-text")
            self.about.setText(self.tr("For the operators; no member sees it."))
            self.field.set_caption(self.tr("&Note"))
            self.set_main(self.tr("Record"), "check")
        self._show_state()

    def _over(self) -> str:
        progress = self._review.progress
        left = progress.members - progress.settled
        text = self.tr("A finished review stays to be read and printed, and cannot go on.")
        if left:
            text += " " + self.tr("%n member(s) are not settled: they stay as they are.", "", left)
        if waiting := progress.stages.get(ReviewStage.WAITING):
            text += " " + self.tr("%n of them still have the time to answer that their message"
                                  " gives them.", "", waiting)  # fmt: skip
        return text

    def _show_stages(self) -> None:
        words, stages = self._context.translations.words, self._review.progress.stages
        said = ReviewWords.of(self._context)
        facts = [
            (words(f"review_stage.{one.value}"), f"{stages[one]:,}")
            for one in ReviewStage
            if stages.get(one)
        ]
        self.stages.set_facts([(self.tr("In all"), said.settled(self._review)), *facts])

    def _show_state(self) -> None:
        self.field.clear_error()
        empty = self._kind is ReviewEntryKind.NOTE and is_blank(self.text.text)
        self.set_missing([self.tr("a note")] if empty else [])

    def _record(self) -> None:
        self.set_busy(True)
        self._context.runner.run(self, self._writing(), self._on_recorded, self._on_failed)

    def _writing(self) -> Callable[[], Receipt]:
        reviews, ident = self._context.desk.upkeep.reviews, self._review.id
        operation, text = self._operation, self.text.text
        act = {ReviewEntryKind.PAUSED: reviews.pause, ReviewEntryKind.FINISHED: reviews.finish}.get(
            self._kind, reviews.note
        )
        return lambda: act(operation, ident, text)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        told = {
            ReviewEntryKind.PAUSED: self.tr("The review rests. Go on with it whenever you like."),
            ReviewEntryKind.FINISHED: self.tr("The review is finished. It can be printed."),
        }.get(self._kind, self.tr("The note is recorded."))
        self.accept()
        self._context.done(receipt)
        self._context.notify(told, seconds=8)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error), {"text": self.field})
