# SPDX-License-Identifier: MIT
"""Records that a member acknowledged a message, with their own words where there are any."""

from functools import partial
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.text_area import TextArea


class AnswerDialog(DialogFrame):
    """The words may stay empty: a thumbs-up is an answer, too."""

    def __init__(
        self, context: UiContext, warning_id: int, title: str, parent: QWidget | None = None
    ) -> None:
        """Record the answer to the message `warning_id`; `title` says which one it is."""
        super().__init__(parent, side=False)
        self._context = context
        self._warning_id = warning_id
        self._operation = uuid4()
        self.reply = TextArea(4, self)
        self.field = FormField(
            self.tr("What the &member answered"),
            self.reply,
            self,
            hint=self.tr("Word for word; may stay empty."),
        )
        self.set_head(self.tr("The member acknowledged it"), title, sign="circle-check")
        self.form.addWidget(self.field, 1)
        self.set_main(self.tr("Record answer"), "check")
        leave = self.add_right(button(self.tr("Leave it as it is"), parent=self))
        leave.clicked.connect(self.reject)
        self.reply.textChanged.connect(self.field.clear_error)
        self.main_requested.connect(self._record)
        self.resize(self.sizeHint())
        self.reply.setFocus()

    def _record(self) -> None:
        self.set_busy(True)
        work = partial(
            self._context.desk.warnings.acknowledge,
            self._operation,
            self._warning_id,
            self.reply.text,
        )
        self._context.runner.run(self, work, self._on_recorded, self._on_failed)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self._context.done(receipt)
        self._context.notify(self.tr("The answer is recorded."), seconds=8)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        if isinstance(error, ValidationError):
            self.field.set_error(text)
        else:
            self.banner.show_message(text, "danger")
