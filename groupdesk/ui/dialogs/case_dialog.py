# SPDX-License-Identifier: MIT
"""Closing a case with its outcome, or opening it again with a reason."""

import uuid

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.enums import CaseState
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.text_area import TextArea


class CaseDialog(DialogFrame):
    """Asks for one text; both ways are entries of their own in the log."""

    def __init__(self, context: UiContext, case: CaseRow, parent: QWidget | None = None) -> None:
        """Close `case` when it is open, open it again when it is closed."""
        super().__init__(parent, side=False)
        self._context = context
        self._case = case
        self._closing = case.state is CaseState.OPEN
        self._operation = uuid.uuid4()
        self.text = TextArea(parent=self)
        self.field = FormField("", self.text, self)
        self.form.addWidget(self.field, 1)
        self.add_cancel()
        self._say()
        self.text.textChanged.connect(self._check)
        self.main_requested.connect(self._save)
        self.resize(560, 400)
        self.text.setFocus()
        self.ask_before_leaving(lambda: self.text.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        number = self._case.number
        if self._closing:
            title = self.tr("Close case {0}").format(number)
            self.field.set_caption(self.tr("&Outcome"))
            self.field.set_hint(self.tr("What came of it, in a sentence or two."))
            self.set_main(self.tr("Close case"), "folder-check")
        else:
            title = self.tr("Open case {0} again").format(number)
            self.field.set_caption(self.tr("&Reason"))
            self.field.set_hint(self.tr("The earlier outcome stays in the audit log."))
            self.set_main(self.tr("Open again"), "folder-open")
        name = self._case.member_name
        self.set_head(title, f"{name} · {self._case.group_name}", name=name)
        self._check()

    def _check(self) -> None:
        self.field.clear_error()
        missing = self.tr("the outcome") if self._closing else self.tr("a reason")
        self.set_missing([] if self.text.toPlainText().strip() else [missing])

    def _save(self) -> None:
        cases, number, text = self._context.desk.cases, self._case.number, self.text.toPlainText()
        act = cases.close if self._closing else cases.reopen
        self.set_busy(True)
        self._context.runner.run(
            self, lambda: act(self._operation, number, text), self._on_saved, self._on_failed
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self._context.done(receipt)
        text = self.tr("Case {0} was closed.") if self._closing else self.tr("Case {0} is open.")
        self._context.notify(text.format(self._case.number), seconds=6)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        text = self._context.error_text(error)
        if isinstance(error, ValidationError):
            self.field.set_error(text)
        else:
            self.banner.show_message(text, "danger")
