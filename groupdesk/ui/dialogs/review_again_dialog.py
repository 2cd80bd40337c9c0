# SPDX-License-Identifier: MIT
"""Looks again at the groups of a review, after an import say, before anything is written."""

import uuid

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.errors import CancelledError
from groupdesk.domain.review_enums import ReviewChange, ReviewLeftOut
from groupdesk.domain.review_records import PickPreview, ReviewDone, ReviewRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import JobHandle
from groupdesk.ui.review_work import Work, run
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.fact_list import FactList
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class ReviewAgainDialog(DialogFrame):
    """Who is on the list stays on it, whatever changed."""

    def __init__(
        self, context: UiContext, review: ReviewRecord, parent: QWidget | None = None
    ) -> None:
        """Count what a look at the groups of `review` finds now."""
        super().__init__(parent, side=False)
        self._context, self._review = context, review
        self._operation = uuid.uuid4()
        self._running: JobHandle | None = None
        self.found: PickPreview | None = None
        self.effect = label(role="strong", parent=self, wrap=True)
        self._changed_head = SectionLabel(parent=self)
        self.changed = FactList(self)
        self._out_head = SectionLabel(parent=self)
        self.out = FactList(self)
        for part in (self.effect, self._changed_head, self.changed, self._out_head, self.out):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.add_cancel(closes=True)
        self.main_requested.connect(self._record)
        self._members = sum(
            one.members
            for one in context.desk.groups.all()
            if one.id in {ident for ident, _ in review.groups}
        )
        self._say()
        self.resize(520, 520)
        self._look()

    @property
    def new(self) -> int:
        """How many would be put on the list."""
        return self.found.picked - self.found.already if self.found is not None else 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        words, found = self._context.translations.words, self.found
        self.set_head(
            self.tr("Look again at the groups"),
            self._review.name,
            sign="calendar-check",
        )
        self._changed_head.setText(self.tr("Changed since they were picked"))
        self._out_head.setText(self.tr("Left out"))
        self.set_main(self.tr("Put %n member(s) on the list", "", self.new), "plus")
        for part in (self._changed_head, self.changed, self._out_head, self.out):
            part.setVisible(False)
        if found is None:
            self.effect.setText(self.tr("Looking…"))
            self.set_missing([self.tr("a look at the members")])
            return
        if self.new:
            text = self.tr("%n member(s) fit by now and are not on the list yet.", "", self.new)
        else:
            text = self.tr("Nobody is new: all who fit are on the list already.")
        self.effect.setText(text)
        changed = [
            (words(f"review_change.{one.value}"), f"{found.changed[one]:,}")
            for one in ReviewChange
            if found.changed.get(one)
        ]
        out = [
            (words(f"review_left_out.{one.value}"), f"{found.left_out[one]:,}")
            for one in ReviewLeftOut
            if found.left_out.get(one)
        ]
        for head, shown, facts in (
            (self._changed_head, self.changed, changed),
            (self._out_head, self.out, out),
        ):
            shown.set_facts(facts)
            head.setVisible(bool(facts))
            shown.setVisible(bool(facts))
        self.set_missing([])
        self.main_button.setVisible(bool(self.new))

    def _look(self) -> None:
        reviews, ident = self._context.desk.upkeep.reviews, self._review.id

        def show(found: PickPreview) -> None:
            self.found = found
            self._say()

        work = Work(
            lambda: reviews.preview_again(ident),
            "reviews.preview_again",
            {"review_id": ident},
            reads=True,
        )
        run(
            self._context,
            self,
            work,
            self._members,
            show,
            lambda error: self.banner.show_message(self._context.error_text(error), "danger"),
        )

    def _record(self) -> None:
        reviews, ident = self._context.desk.upkeep.reviews, self._review.id
        operation = self._operation
        work = Work(
            lambda: reviews.look_again(operation, ident),
            "reviews.look_again",
            {"operation": operation, "review_id": ident},
        )
        self.set_busy(True)
        running = run(
            self._context,
            self,
            work,
            self._members,
            self._on_recorded,
            self._on_failed,
            lambda _stage, done, whole: self.show_progress(done, whole),
        )
        if running is not None and self.busy:
            self._running = running
            self.set_busy(True, stop=running.cancel)

    def _on_recorded(self, done: ReviewDone) -> None:
        self.set_busy(False)
        self.accept()
        self._context.done(done.receipt)
        self._context.notify(
            self.tr("%n member(s) were put on the list.", "", done.members), seconds=8
        )

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.set_hint("")
        self._operation = uuid.uuid4()
        if isinstance(error, CancelledError):
            self.banner.show_message(self.tr("Stopped. Nobody was put on the list."), "muted")
        else:
            self.banner.show_message(self._context.error_text(error), "danger")
