# SPDX-License-Identifier: MIT
"""Records what a member did well, in one sentence."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QDate, QEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from groupdesk.domain.records import MemberDetail, Receipt
from groupdesk.domain.text import is_blank
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.text_area import TextArea

_TOLD_SECONDS = 8


class RecognitionDialog(DialogFrame):
    """The words and the day; who warns this member later sees them first."""

    def __init__(
        self, context: UiContext, detail: MemberDetail, parent: QWidget | None = None
    ) -> None:
        """Ask what the member did well, today where nothing else is said."""
        super().__init__(parent, side=False)
        self.context = context
        self._detail = detail
        self._operation = uuid4()
        today = context.desk.clock().date()
        self.text = TextArea(3, self)
        self.day = QDateEdit(QDate(today.year, today.month, today.day), self)
        self.day.setCalendarPopup(True)
        self.day.setMaximumDate(self.day.date())
        self.text_field = FormField("", self.text, self)
        self.day_field = FormField("", self.day, self)
        self.form.addWidget(self.text_field, 1)
        self.form.addWidget(self.day_field)
        self.add_cancel()
        self.text.textChanged.connect(self._check)
        self.main_requested.connect(self._record)
        self._translate_dialog()
        self._check()
        self.resize(560, 380)
        self.text.setFocus()
        self.ask_before_leaving(lambda: self.text.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate_dialog()
            self._check()

    def _translate_dialog(self) -> None:
        name = self._detail.row.name
        self.set_head(self.tr("What {0} did well").format(name), self._detail.group.name, name=name)
        self.text_field.set_caption(self.tr("&What they did"))
        self.text.setPlaceholderText(self.tr("Helped three newcomers with their orders"))
        self.text_field.set_hint(
            self.tr("It is shown before anybody warns them, and a talk can begin with it.")
        )
        self.day_field.set_caption(self.tr("On which &day"))
        self.day.setDisplayFormat(self.tr("d MMM yyyy"))
        self.set_main(self.tr("Record recognition"), "award")

    def _check(self) -> None:
        self.text_field.clear_error()
        self.set_missing([self.tr("what they did")] if is_blank(self.text.text) else [])

    def _record(self) -> None:
        self.set_busy(True)
        work = partial(
            self.context.desk.recognition.record,
            self._operation,
            self._detail.row.id,
            self.text.text,
            self.day.date().toString("yyyy-MM-dd"),
        )
        self.context.runner.run(self, work, self._on_recorded, self._on_failed)

    def _on_recorded(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self.accept()
        self.context.done(receipt)
        told = self.tr("Recorded what {0} did well.").format(self._detail.row.name)
        self.context.notify(told, seconds=_TOLD_SECONDS)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        fields = {"text": self.text_field, "happened_on": self.day_field}
        self.show_failure(error, self.context.error_text(error), dict(fields))
