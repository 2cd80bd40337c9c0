# SPDX-License-Identifier: MIT
"""What became of a message: sent at another time, not delivered, acknowledged by the member."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.flow_layout import FlowLayout
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.text_area import TextArea
from groupdesk.ui.widgets.time_choice import TimeChoice

_TOLD_SECONDS = 8


class OutcomeDialog(DialogFrame):
    """One field and one record."""

    def __init__(
        self,
        context: UiContext,
        warning_id: int,
        title: str,
        field: QWidget,
        parent: QWidget | None = None,
        *,
        work: Callable[[], Callable[[], Receipt]],
        told: Callable[[], str],
        say: Callable[[], object],
    ) -> None:
        """Ask in `field` what belongs to the message `warning_id`; `title` says which one it is.

        `work` returns what records it with what the field holds then, `told` what the window says
        of it; `say` names head, field and main act, once more for each language.
        """
        super().__init__(parent, side=False)
        self.context = context
        self.warning_id = warning_id
        self.title = title
        self._work, self._told, self._say = work, told, say
        self.operation = uuid4()
        self.field = FormField("", field, self)
        self._grows = isinstance(field, TextArea)
        self.form.addWidget(self.field, 1 if self._grows else 0)
        if not self._grows:
            self.form.addStretch(1)
        self._leave = self.add_right(button("", parent=self))
        self._leave.clicked.connect(self.reject)
        self.main_requested.connect(self._record)
        self._translate_dialog()
        self.resize(self.sizeHint())
        field.setFocus()
        if isinstance(field, TextArea):
            self.ask_before_leaving(lambda: field.text)

    def sizeHint(self) -> QSize:
        """Return little room for a time, which needs no more."""
        size = super().sizeHint()
        return size if self._grows else QSize(size.width(), size.width() * 2 // 5)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()

    def _translate_dialog(self) -> None:
        self._leave.setText(self.tr("Leave it as it is"))
        self._say()

    def _record(self) -> None:
        self.set_busy(True)
        self.context.runner.run(self, self._work(), self._on_recorded, self._on_failed)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        told = self._told()
        self.accept()
        self.context.done(receipt)
        self.context.notify(told, seconds=_TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self.context.error_text(error)
        if isinstance(error, ValidationError):
            self.field.set_error(text)
        else:
            self.banner.show_message(text, "danger")


class AnswerDialog(OutcomeDialog):
    """The member acknowledged it. The words may stay empty: a thumbs-up is an answer, too."""

    def __init__(
        self, context: UiContext, warning_id: int, title: str, parent: QWidget | None = None
    ) -> None:
        """Ask for the answer to a message that was sent."""
        self.reply = TextArea(4)
        super().__init__(
            context,
            warning_id,
            title,
            self.reply,
            parent,
            work=self._recording,
            told=self._recorded_text,
            say=self._name_all,
        )
        self.reply.textChanged.connect(self.field.clear_error)

    def _recording(self) -> Callable[[], Receipt]:
        """Record the answer."""
        acknowledge = self.context.desk.warnings.acknowledge
        return partial(acknowledge, self.operation, self.warning_id, self.reply.text)

    def _recorded_text(self) -> str:
        """Say that it was recorded."""
        return self.tr("The answer is recorded.")

    def _name_all(self) -> None:
        """Name everything."""
        self.set_head(self.tr("The member acknowledged it"), self.title, sign="circle-check")
        self.field.set_caption(self.tr("What the &member answered"))
        self.field.set_hint(self.tr("Word for word; may stay empty."))
        self.set_main(self.tr("Record answer"), "check")


class UndeliveredDialog(OutcomeDialog):
    """A message that was sent did not reach the member, and so no longer counts."""

    def __init__(
        self, context: UiContext, warning_id: int, title: str, parent: QWidget | None = None
    ) -> None:
        """Ask for what is known about it; the usual reasons take one press."""
        self.note = TextArea(4)
        self.reasons = QWidget()
        row = FlowLayout(self.reasons, current_theme().size("space_s"))
        row.setContentsMargins(0, 0, 0, 0)
        for _reason in range(3):
            made = button("", parent=self.reasons)
            made.setProperty("kind", "chip")
            made.clicked.connect(lambda _checked=False, made=made: self._take(made))
            row.addWidget(made)
        super().__init__(
            context,
            warning_id,
            title,
            self.note,
            parent,
            work=self._recording,
            told=self._recorded_text,
            say=self._name_all,
        )
        self.note.textChanged.connect(self.field.clear_error)
        self.form.insertWidget(0, self.reasons)

    def _take(self, chosen: QPushButton) -> None:
        """Take a usual reason in place of what is written; Ctrl+Z brings that back."""
        self.note.set_text(self.tr("{0}.").format(chosen.text()))
        self.note.setFocus()

    def _recording(self) -> Callable[[], Receipt]:
        """Record that it was not delivered."""
        mark = self.context.desk.warnings.mark_not_delivered
        return partial(mark, self.operation, self.warning_id, self.note.text)

    def _recorded_text(self) -> str:
        """Say that it was recorded, and what follows."""
        return self.tr("Recorded as not delivered; it does not count.")

    def _name_all(self) -> None:
        """Name everything."""
        self.set_head(self.tr("It could not be delivered"), self.title, sign="circle-x")
        usual = (
            self.tr("Has blocked us"),
            self.tr("Takes no messages from strangers"),
            self.tr("The account is gone"),
        )
        for made, text in zip(self.reasons.findChildren(QPushButton), usual, strict=True):
            made.setText(text)
        self.reasons.setAccessibleName(self.tr("Usual reasons"))
        self.field.set_caption(self.tr("Why, as far as is &known"))
        self.field.set_hint(
            self.tr(
                "May stay empty. The message no longer counts; it stays in sight until another one"
                " is begun."
            )
        )
        self.set_main(self.tr("Record as not delivered"), "check")


class SentEarlierDialog(OutcomeDialog):
    """A message that was copied was sent, and not just now."""

    def __init__(
        self,
        context: UiContext,
        warning_id: int,
        title: str,
        copied_at: str,
        parent: QWidget | None = None,
    ) -> None:
        """Ask when; begin with the stored time at which it was copied."""
        self.sent = TimeChoice(context.desk.clock, required=True)
        self.sent.set_moment(copied_at)
        self._copied_at = copied_at
        super().__init__(
            context,
            warning_id,
            title,
            self.sent,
            parent,
            work=self._recording,
            told=self._recorded_text,
            say=self._name_all,
        )
        self.sent.changed.connect(self._on_changed)

    def _recording(self) -> Callable[[], Receipt]:
        """Record when it was sent."""
        mark = self.context.desk.warnings.mark_sent
        return partial(mark, self.operation, self.warning_id, self.sent.moment())

    def _recorded_text(self) -> str:
        """Say that it was recorded, and from when it counts."""
        when = self._moment(self.sent.moment())
        return self.tr("Recorded as sent {0}; it counts from then on.").format(when)

    def _name_all(self) -> None:
        """Name everything."""
        self.set_head(self.tr("It was sent earlier"), self.title, sign="send")
        self.field.set_caption(self.tr("&Sent at"))
        self.sent.set_caption(self.tr("Sent at"))
        copied = self.tr("Copied {0}. The message counts from the time it was sent.")
        self.field.set_hint(copied.format(self._moment(self._copied_at)))
        self.set_main(self.tr("Record as sent"), "send")
        self._show_state()

    def _moment(self, stored: str) -> str:
        return self.context.dates.moment(from_text(stored), self.context.desk.clock())

    def _on_changed(self) -> None:
        self.field.clear_error()
        self._show_state()

    def _show_state(self) -> None:
        self.set_missing([self.tr("a time that has passed")] if self.sent.to_come else [])
