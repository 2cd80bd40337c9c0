# SPDX-License-Identifier: MIT
"""A decision about many members of a review: what it would do is said before it is written."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from groupdesk.domain.errors import CancelledError
from groupdesk.domain.review_enums import ReviewChoice, ReviewSkipped
from groupdesk.domain.review_records import (
    DecidePreview,
    DecideRequest,
    ReviewDone,
    ReviewRecord,
)
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import JobHandle
from groupdesk.ui.review_undo import tell_decided
from groupdesk.ui.review_work import Work, run
from groupdesk.ui.spoken_days import SpokenDays
from groupdesk.ui.widgets.check_list import CheckItem, CheckList
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.review_member import LOOKS
from groupdesk.ui.widgets.text_area import TextArea


class ReviewDecideDialog(DialogFrame):
    """Whom it cannot be about is counted by reason, and left alone."""

    def __init__(
        self,
        context: UiContext,
        review: ReviewRecord,
        rows: Sequence[int],
        choice: ReviewChoice,
        parent: QWidget | None = None,
    ) -> None:
        """Look what `choice` would do about these rows of `review`."""
        super().__init__(parent, side=False)
        self._context, self._review = context, review
        self._rows, self._choice = tuple(rows), choice
        self._operation = uuid.uuid4()
        self._found: DecidePreview | None = None
        self._running: JobHandle | None = None
        self.effect = label(role="strong", parent=self, wrap=True)
        self.lines = CheckList(parent=self)
        self.calm = label(role="secondary", parent=self, wrap=True)
        self.reason = TextArea(3, self)
        self.reason_field = FormField("", self.reason, self)
        self.close_cases = QCheckBox(self)
        self.close_cases.hide()
        for part in (self.effect, self.lines, self.calm, self.close_cases, self.reason_field):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.add_cancel()
        self.reason.textChanged.connect(self._on_reason)
        self.close_cases.toggled.connect(lambda _on: self._show())
        self.main_requested.connect(self._record)
        self._say()
        self.resize(600, 480)
        self.reason.setFocus()
        self.ask_before_leaving(lambda: self.reason.text)
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    # ---- words

    def _say(self) -> None:
        words, choice = self._context.translations.words, self._choice.value
        self.set_head(
            words(f"review_head.{choice}", count=len(self._rows)),
            self._review.name,
            sign=LOOKS[self._choice],
        )
        self.close_cases.setText(self.tr("&Close cases that hold nothing but these reminders"))
        self._show()

    def _show(self) -> None:
        words, found = self._context.translations.words, self._found
        choice = self._choice
        if found is None:
            self.effect.setText(self.tr("Looking what would happen…"))
            self.set_missing([self.tr("a look at each of them")])
            self.set_main(words(f"review_act.{choice.value}"), LOOKS[choice])
            return
        self.effect.setText(
            words(f"review_does.{choice.value}", count=found.members)
            if found.members
            else self.tr("Nothing would happen: there is nobody here whom it can be about.")
        )
        self.lines.set_items(self._lines(found))
        self.calm.setText(self._calm())
        self.close_cases.setVisible(bool(found.cases))
        asked = found.needs_reason or (self.close_cases.isChecked() and bool(found.cases))
        self.reason_field.set_caption(
            self.tr("&Reason, for the records") if asked else self.tr("&Reason, may stay empty")
        )
        missing = []
        if not found.members:
            missing.append(self.tr("a member"))
        elif asked and is_blank(self.reason.text):
            missing.append(self.tr("a reason"))
        self.set_missing(missing)
        kind = "danger" if choice is ReviewChoice.REMOVE else "primary"
        self.set_main(
            words(f"review_head.{choice.value}", count=found.members),
            LOOKS[choice],
            kind,  # type: ignore[arg-type]  # one of the two
        )

    def _calm(self) -> str:
        if self._choice in {ReviewChoice.REMIND, ReviewChoice.LAST_NOTICE}:
            return self.tr(
                "GroupDesk sends nothing. On its day each message stands on Today, ready to be"
                " looked at and copied."
            )
        if self._choice is ReviewChoice.REMOVE:
            return self.tr(
                "Nobody is removed by this. The removal is recorded afterwards, with its ground"
                " and a screenshot."
            )
        return ""

    def _lines(self, found: DecidePreview) -> list[CheckItem]:
        words = self._context.translations.words
        lines = []
        if found.active_again:
            text = self.tr("%n of them have become active again since.", "", found.active_again)
            lines.append(CheckItem("active", text, "missing"))
        if found.early:
            text = self.tr("For %n of them this comes before its turn.", "", found.early)
            lines.append(CheckItem("early", text, "missing"))
        if found.days:
            lines.append(CheckItem("days", self._days(found), "done"))
        for reason in ReviewSkipped:
            count = found.skipped.get(reason, 0)
            if count:
                why = words(f"review_skipped.{reason.value}")
                text = self.tr("{0} left alone: {1}").format(f"{count:,}", why)
                lines.append(CheckItem(reason.value, text, "open"))
        return lines

    def _days(self, found: DecidePreview) -> str:
        context = self._context
        days = SpokenDays(context.translations.words, context.dates, context.desk.clock())
        (first, count), (last, _) = found.days[0], found.days[-1]
        if len(found.days) == 1:
            return self.tr("All are to be written on {0}.").format(days.day(first))
        text = self.tr("Spread over %n working day(s): {0} on {1}, the last ones on {2}.", "",
                       len(found.days))  # fmt: skip
        return text.format(f"{count:,}", days.day(first), days.day(last))

    def _on_reason(self) -> None:
        self.reason_field.clear_error()
        self._show()

    # ---- the dry run

    def _look(self) -> None:
        ident, choice, rows = self._review.id, self._choice, self._rows
        decisions = self._context.desk.upkeep.review_decisions

        def show(found: DecidePreview) -> None:
            self._found = found
            self._show()

        work = Work(
            lambda: decisions.preview(ident, choice, rows),
            "reviews.decide_preview",
            {"review_id": ident, "choice": choice, "rows": rows},
            reads=True,
        )
        run(self._context, self, work, len(rows), show, self._on_not_looked)

    def _on_not_looked(self, error: Exception) -> None:
        self.effect.setText("")
        self.banner.show_message(self._context.error_text(error), "danger")

    # ---- writing

    def _record(self) -> None:
        request = DecideRequest(
            self._operation,
            self._review.id,
            self._choice,
            self._rows,
            self._review.seen,
            self.reason.text,
            close_cases=self.close_cases.isChecked() and not self.close_cases.isHidden(),
        )
        decisions = self._context.desk.upkeep.review_decisions
        work = Work(lambda: decisions.decide(request), "reviews.decide", {"request": request})
        self.set_busy(True)
        running = run(
            self._context,
            self,
            work,
            len(self._rows),
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
        tell_decided(self._context, self._review.id, self._rows, self._choice, done)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.set_hint("")
        if isinstance(error, CancelledError):
            self.banner.show_message(self.tr("Stopped. Nothing was decided."), "muted")
        else:
            text = self._context.error_text(error)
            self.show_failure(error, text, {"reason": self.reason_field})
        self._operation = uuid.uuid4()
        self._look()
