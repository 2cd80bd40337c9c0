# SPDX-License-Identifier: MIT
"""Asks of prepared messages of a review whether they were sent, for one member or for many."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.review_records import ReviewDone, ReviewRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.time_choice import TimeChoice

_SENT, _NOT = "sent", "not_sent"


class ReviewSentDialog(DialogFrame):
    """From the day of sending on the waiting days are counted."""

    def __init__(
        self,
        context: UiContext,
        review: ReviewRecord,
        rows: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        """Ask about the prepared messages of these rows."""
        super().__init__(parent, side=False)
        self._context, self._review, self._rows = context, review, tuple(rows)
        self._operation = uuid.uuid4()
        self.states = ChipRow("", parent=self)
        self.at = TimeChoice(context.desk.clock, parent=self, required=True)
        self.at_field = FormField("", self.at, self)
        self._about = label(role="secondary", parent=self, wrap=True)
        for part in (self._about, self.states, self.at_field):
            self.form.addWidget(part)
        self.form.addStretch(1)
        self.add_cancel()
        self.states.chosen.connect(lambda _key: self._show_state())
        self.at.changed.connect(self._show_state)
        self.main_requested.connect(self._record)
        self._say()
        self.resize(520, 320)
        self.states.button(self.states.current).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.set_head(
            self.tr("Were %n message(s) sent?", "", len(self._rows)), self._review.name, sign="send"
        )
        self.states.setAccessibleName(self.tr("What became of the messages"))
        self.states.set_chips([Chip(_SENT, self.tr("Sent")), Chip(_NOT, self.tr("Not sent"))])
        self.at_field.set_caption(self.tr("W&hen"))
        self.at.set_caption(self.tr("When"))
        self._show_state()

    def _show_state(self) -> None:
        sent = self.states.current == _SENT
        self.at_field.setVisible(sent)
        self._about.setText(
            self.tr("The waiting days are counted from the day on which they were sent.")
            if sent
            else self.tr("Then these members are to be decided about anew.")
        )
        self.set_main(self.tr("Record"), "check")
        late = sent and self.at.to_come
        self.set_missing([self.tr("a time that has passed")] if late else [])

    def _record(self) -> None:
        messages, operation = self._context.desk.upkeep.review_messages, self._operation
        ident, rows = self._review.id, self._rows
        sent_at = self.at.moment() if self.states.current == _SENT else ""
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: messages.mark(operation, ident, rows, sent_at),
            self._on_recorded,
            self._on_failed,
        )

    def _on_recorded(self, done: ReviewDone) -> None:
        self.set_busy(False)
        sent = self.states.current == _SENT
        self.accept()
        self._context.done(done.receipt)
        self._context.notify(
            self.tr("%n message(s) are recorded as sent.", "", done.members)
            if sent
            else self.tr("%n message(s) are recorded as not sent.", "", done.members),
            seconds=8,
        )

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self._operation = uuid.uuid4()
        self.show_failure(error, self._context.error_text(error), {"sent_at": self.at_field})
