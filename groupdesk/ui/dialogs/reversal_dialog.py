# SPDX-License-Identifier: MIT
"""Lifts a warning or a removal, with a reason; what was lifted stays to be read."""

from functools import partial
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea


class ReversalDialog(DialogFrame):
    """One field: why."""

    def __init__(
        self,
        context: UiContext,
        kind: SubjectKind,
        target_id: int,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        """Lift the warning or removal `target_id`; `title` says which one it is."""
        super().__init__(parent, side=False)
        self._context = context
        self._kind = kind
        self._target_id = target_id
        self._operation = uuid4()
        removal = kind is SubjectKind.REMOVAL
        self.reason = TextArea(4, self)
        self.field = FormField(self.tr("&Reason, kept with the record"), self.reason, self)
        self.set_head(
            self.tr("Lift this removal") if removal else self.tr("Lift this warning"),
            title,
            sign="undo-2",
        )
        follows = (
            self.tr(
                "Steps that are still open are called off, and the member may come back. The"
                " removal stays in the history, struck through, with your reason."
            )
            if removal
            else self.tr(
                "It no longer counts. It stays in the history, struck through, with your reason."
            )
        )
        self.form.addWidget(label(follows, "muted", self, wrap=True))
        self.form.addWidget(self.field, 1)
        self.set_main(self.tr("Lift removal") if removal else self.tr("Lift warning"), "undo-2")
        leave = self.add_right(button(self.tr("Leave it as it is"), parent=self))
        leave.clicked.connect(self.reject)
        self.reason.textChanged.connect(self._check)
        self.main_requested.connect(self._lift)
        self._check()
        self.resize(self.sizeHint())
        self.reason.setFocus()

    def _check(self) -> None:
        self.field.clear_error()
        self.set_missing([self.tr("a reason")] if is_blank(self.reason.text) else [])

    def _lift(self) -> None:
        self.set_busy(True)
        work = partial(
            self._context.desk.reversals.record,
            self._operation,
            self._kind,
            self._target_id,
            self.reason.text,
        )
        self._context.runner.run(self, work, self._on_lifted, self._on_failed)

    def _on_lifted(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self._context.done(receipt)
        removal = self._kind is SubjectKind.REMOVAL
        text = self.tr("The removal was lifted.") if removal else self.tr("The warning was lifted.")
        self._context.notify(text, seconds=8)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        if isinstance(error, ValidationError) and error.field == "reason":
            self.field.set_error(text)
        else:
            self.banner.show_message(text, "danger")
