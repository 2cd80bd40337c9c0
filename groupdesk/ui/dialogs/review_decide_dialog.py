# SPDX-License-Identifier: MIT
"""A decision about many members of a review: what it would do is said before it is written."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.errors import CancelledError, StateChangedError
from groupdesk.domain.review_enums import ReviewChoice, ReviewSkipped
from groupdesk.domain.review_records import (
    DecidePreview,
    DecideRequest,
    ReviewDone,
    ReviewNews,
    ReviewRecord,
)
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import JobHandle
from groupdesk.ui.review_undo import tell_decided
from groupdesk.ui.review_words import ReviewWords
from groupdesk.ui.review_work import Work, run
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.check_list import CheckItem, CheckList, CheckState
from groupdesk.ui.widgets.day_choice import DayChoice
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.review_member import LOOKS
from groupdesk.ui.widgets.text_area import TextArea

_WRITES = {ReviewChoice.REMIND, ReviewChoice.LAST_NOTICE}
_FURTHER = {*_WRITES, ReviewChoice.REMOVE}
_WATCHED = {Topic.REVIEWS, Topic.MEMBERS, Topic.GROUPS}
_DAYS = (0, 1, 7)


class ReviewDecideDialog(DialogFrame):
    """Whom it cannot be about is counted by reason, and left alone.

    What others do meanwhile is taken over and said; what was typed stays.
    """

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
        self._seen = review.seen
        self._asked = 0
        self._first_day = ""  # that a person chose
        self._found: DecidePreview | None = None
        self._running: JobHandle | None = None
        self.effect = label(role="strong", parent=self, wrap=True)
        self.who = label(role="secondary", parent=self, wrap=True)
        self.lines = CheckList(parent=self)
        self.leave_out = button("", "link", parent=self)
        self.leave_out.setProperty("align", "start")
        self.leave_out.hide()
        self.calm = label(role="secondary", parent=self, wrap=True)
        self.day = DayChoice(context, _DAYS, self)
        self.day_field = FormField("", self.day, self)
        self.day_field.setVisible(choice in _WRITES)
        self.reason = TextArea(3, self)
        self.reason_field = FormField("", self.reason, self)
        self.close_cases = QCheckBox(self)
        self.close_cases.hide()
        parts: tuple[QWidget, ...] = (
            *(self.effect, self.who, self.lines, self.leave_out, self.calm, self.day_field),
            *(self.close_cases, self.reason_field),
        )
        for part in parts:
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.add_cancel()
        self.reason.textChanged.connect(self._on_reason)
        self.day.changed.connect(self._on_day)
        self.leave_out.clicked.connect(self._leave_out)
        self.close_cases.toggled.connect(lambda _on: self._show())
        self.main_requested.connect(self._record)
        self._say()
        self.resize(600, 600 if choice in _WRITES else 480)
        self.reason.setFocus()
        self.ask_before_leaving(lambda: self.reason.text)
        context.events.changed.connect(self._on_data)
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
        self.day_field.set_caption(self.tr("&First day of writing"))
        self.day.set_caption(self.tr("&First day of writing"))
        self.day_field.set_hint(
            self.tr(
                "Messages are put on Monday to Friday. Public holidays, and weekends that are"
                " worked instead, are not known here: choose another day where need be."
            )
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
        if found.days and not self._first_day:
            self.day.set_day(found.days[0][0])
        self.effect.setText(
            words(f"review_does.{choice.value}", count=found.members)
            if found.members
            else self.tr("Nothing would happen: there is nobody here whom it can be about.")
        )
        self.who.setText(ReviewWords.of(self._context).some(found.names, found.members))
        self.lines.set_items(self._lines(found))
        active = len(found.active_again)
        self.leave_out.setText(self.tr("Leave these %n out", "", active))
        self.leave_out.setVisible(choice in _FURTHER and 0 < active < found.members)
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
        if self._choice in _WRITES:
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
            count = len(found.active_again)
            names = ReviewWords.of(self._context).some(found.active_names, count)
            text = self.tr("%n of them have become active again since: {0}.", "", count)
            state: CheckState = "missing" if self._choice in _FURTHER else "done"
            lines.append(CheckItem("active", text.format(names), state))
        if found.early:
            text = (
                self.tr("This comes before its turn: no message before it, or still waiting.")
                if found.members == 1
                else self.tr(
                    "For %n of them this comes before its turn: no message before it, or still"
                    " waiting.", "", found.early,
                )
            )  # fmt: skip
            lines.append(CheckItem("early", text, "missing"))
        if found.unread:
            text = self.tr(
                "The list of {0} was not imported since the message: who has written there by now"
                " is not known."
            )
            names = ReviewWords.of(self._context).some(found.unread)
            lines.append(CheckItem("unread", text.format(names), "advice"))
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
        days = ReviewWords.of(self._context)
        (first, count), (last, _) = found.days[0], found.days[-1]
        if len(found.days) == 1:
            return self.tr("All are to be written on {0}.").format(days.day(first))
        text = self.tr("Spread over %n working day(s): {0} on {1}, the last ones on {2}.", "",
                       len(found.days))  # fmt: skip
        return text.format(f"{count:,}", days.day(first), days.day(last))

    def _on_reason(self) -> None:
        self.reason_field.clear_error()
        self._show()

    def _leave_out(self) -> None:
        """Decide about the others only."""
        active = set(self._found.active_again) if self._found is not None else set()
        self._rows = tuple(one for one in self._rows if one not in active)
        self.reason.setFocus()
        self._say()
        self._look()

    def _on_day(self) -> None:
        self._first_day = self.day.day
        self.day_field.clear_error()
        self._look()

    def _on_data(self, topics: frozenset[Topic]) -> None:
        """Take over what somebody did meanwhile."""
        if topics & _WATCHED and self.isVisible() and not self.busy:
            self._look_again()

    # ---- the dry run

    def _look(self) -> None:
        """Say what would happen as of now; the newest question wins."""
        self._asked += 1
        asked, decisions = self._asked, self._context.desk.upkeep.review_decisions
        ident, choice, rows, day = self._review.id, self._choice, self._rows, self._first_day

        def show(found: DecidePreview) -> None:
            if asked == self._asked:
                self._found = found
                self._show()

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._found = None
                self._show()
                self.effect.setText("")
                text = self._context.error_text(error)
                self.show_failure(error, text, {"first_day": self.day_field})

        work = Work(
            lambda: decisions.preview(ident, choice, rows, day),
            "reviews.decide_preview",
            {"review_id": ident, "choice": choice, "rows": rows, "first_day": day},
            reads=True,
        )
        run(self._context, self, work, len(rows), show, failed)

    def _look_again(self, text: str = "") -> None:
        """Take over what others decided, and say it, else `text`."""
        decisions = self._context.desk.upkeep.review_decisions
        ident, rows, seen = self._review.id, self._rows, self._seen

        def show(news: ReviewNews) -> None:
            self._seen = news.seen
            said = ReviewWords.of(self._context).meanwhile(news.decided)
            if said:
                said += " " + self.tr(
                    "Nothing of yours is recorded yet, and what you typed is kept. Your decision"
                    " would take the place of theirs."
                )
            if said or text:
                self.banner.show_message(said or text, "warning")
            self._look()

        self._context.runner.run(
            self,
            lambda: decisions.anew(ident, rows, seen),
            show,
            lambda error: self.banner.show_message(self._context.error_text(error), "danger"),
            pool="files",
        )

    # ---- writing

    def _record(self) -> None:
        request = DecideRequest(
            self._operation,
            self._review.id,
            self._choice,
            self._rows,
            self._seen,
            self.reason.text,
            close_cases=self.close_cases.isChecked() and not self.close_cases.isHidden(),
            first_day=self._first_day,
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
        self._operation = uuid.uuid4()
        if isinstance(error, CancelledError):
            self.banner.show_message(self.tr("Stopped. Nothing was decided."), "muted")
            return
        text = self._context.error_text(error)
        if isinstance(error, StateChangedError):
            self._look_again(text)
            return
        fields = {"reason": self.reason_field, "first_day": self.day_field}
        self.show_failure(error, text, fields)
        self._look()
