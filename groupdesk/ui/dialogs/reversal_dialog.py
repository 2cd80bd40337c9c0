# SPDX-License-Identifier: MIT
"""Lifts a warning or a removal, or pardons a warning: a reason of its own, the record stays."""

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
    """Asks for the reason, which is printed beside what no longer counts."""

    recorded = Signal()

    def __init__(
        self,
        context: UiContext,
        kind: SubjectKind,
        target_id: int,
        title: str,
        parent: QWidget | None = None,
        *,
        pardon: bool = False,
    ) -> None:
        """Lift the warning or removal `target_id`, or pardon that warning; `title` names it."""
        super().__init__(parent, side=False)
        self._context = context
        self._kind = kind
        self._pardon = pardon
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
            self.tr("Nothing is pardoned yet, and the reason is kept nowhere else.")
            if self._pardon
            else self.tr("Nothing is lifted yet, and the reason is kept nowhere else."),
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
        head, about, field, main = self._texts()
        self.set_head(head, self._title_text, sign="heart-handshake" if self._pardon else "undo-2")
        self._about.setText(about)
        self.field.set_caption(field)
        self.set_main(main, "heart-handshake" if self._pardon else "undo-2")

    def _texts(self) -> tuple[str, str, str, str]:
        """Return head, what it means in a sentence, what the field asks, and the main button."""
        if self._pardon:
            return (
                self.tr("Pardon this warning"),
                self.tr(
                    "It was right and stays as it was given; from now on it no longer counts."
                    " Was it a mistake? Then lift it instead."
                ),
                self.tr("&Why it is pardoned"),
                self.tr("Pardon warning"),
            )
        if self._kind is SubjectKind.REMOVAL:
            return (
                self.tr("Lift this removal"),
                self.tr(
                    "What was recorded stays, struck through. Steps that are still open are called"
                    " off; somebody who was removed already may come back."
                ),
                self.tr("&Why it is lifted"),
                self.tr("Lift removal"),
            )
        return (
            self.tr("Lift this warning"),
            self.tr(
                "It was wrong: it stays on record, struck through, and counts as never given. Was"
                " it right, and you let it go? Then pardon it instead."
            ),
            self.tr("&Why it is lifted"),
            self.tr("Lift warning"),
        )

    def _check(self) -> None:
        length = len(self.reason.text)
        if length > MAX_REASON:
            problem = ValidationError("", "text_too_long", limit=MAX_REASON, length=length)
            self.field.set_error(self._context.error_text(problem), focus=False)
        else:
            self.field.clear_error()
        blank = is_blank(self.reason.text)
        reason = self.tr("why it is pardoned") if self._pardon else self.tr("a reason")
        missing = [reason] if blank else [self.tr("a shorter text")]
        self.set_missing(missing if blank or length > MAX_REASON else [])

    def _record(self) -> None:
        operation, kind, target_id = self._operation, self._kind, self._target_id
        reason, reversals, pardon = self.reason.text, self._context.desk.reversals, self._pardon

        def work() -> Receipt:
            if pardon:
                return reversals.pardon(operation, target_id, reason)
            return reversals.record(operation, kind, target_id, reason)

        self.set_busy(True)
        self._context.runner.run(self, work, self._on_recorded, self._on_failed)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self._context.done(receipt)
        if self._pardon:
            told = self.tr("The warning is pardoned.")
        elif self._kind is SubjectKind.REMOVAL:
            told = self.tr("The removal is lifted.")
        else:
            told = self.tr("The warning is lifted.")
        self._context.notify(told, seconds=_TOLD_SECONDS)
        self.recorded.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        self.show_failure(error, text, {"reason": self.field})
