# SPDX-License-Identifier: MIT
"""Lifts a warning or a removal: a reason of its own, the first record stays."""

import uuid

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea

_TOLD_SECONDS = 8


class ReversalDialog(DialogFrame):
    """Asks for the reason, which is printed beside what is lifted."""

    recorded = Signal()

    def __init__(
        self,
        context: UiContext,
        kind: SubjectKind,
        target_id: int,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        """Lift the warning or removal `target_id`; `title` names it."""
        super().__init__(parent, side=False)
        self._context = context
        self._kind = kind
        self._target_id = target_id
        self._title_text = title
        self._operation = uuid.uuid4()
        self._about = label(role="muted", parent=self, wrap=True)
        self.reason = TextArea(4, self)
        self.field = FormField("", self.reason, self)
        self.form.addWidget(self._about)
        self.form.addWidget(self.field, 1)
        self.reason.textChanged.connect(self._check)
        self.main_requested.connect(self._record)
        self.add_cancel()
        self._translate_dialog()
        self._check()
        self.reason.setFocus()

    def reject(self) -> None:
        """Leave at once while nothing is written; a reason is not thrown away without a word."""
        if self.busy or is_blank(self.reason.text):
            super().reject()
            return
        self.banner.show_message(
            self.tr("Nothing is lifted yet, and the reason is kept nowhere else."),
            "warning",
            action_text=self.tr("Close without it"),
            action=super().reject,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()
            self._check()

    def _translate_dialog(self) -> None:
        removal = self._kind is SubjectKind.REMOVAL
        self.set_head(
            self.tr("Lift this removal") if removal else self.tr("Lift this warning"),
            self._title_text,
            sign="undo-2",
        )
        self._about.setText(
            self.tr(
                "What was recorded stays, struck through. Steps that are still open are called"
                " off; somebody who was removed already may come back."
            )
            if removal
            else self.tr("What was recorded stays, struck through, and no longer counts.")
        )
        self.field.set_caption(self.tr("&Why it is lifted"))
        self.set_main(self.tr("Lift removal") if removal else self.tr("Lift warning"), "undo-2")

    def _check(self) -> None:
        length = len(self.reason.text)
        if length > MAX_REASON:
            problem = ValidationError("", "text_too_long", limit=MAX_REASON, length=length)
            self.field.set_error(self._context.error_text(problem), focus=False)
        else:
            self.field.clear_error()
        blank = is_blank(self.reason.text)
        missing = [self.tr("a reason")] if blank else [self.tr("a shorter text")]
        self.set_missing(missing if blank or length > MAX_REASON else [])

    def _record(self) -> None:
        operation, kind, target_id = self._operation, self._kind, self._target_id
        reason, reversals = self.reason.text, self._context.desk.reversals
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: reversals.record(operation, kind, target_id, reason),
            self._on_recorded,
            self._on_failed,
        )

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self._context.done(receipt)
        removal = self._kind is SubjectKind.REMOVAL
        self._context.notify(
            self.tr("The removal is lifted.") if removal else self.tr("The warning is lifted."),
            seconds=_TOLD_SECONDS,
        )
        self.recorded.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        self.show_failure(error, text, {"reason": self.field})
