# SPDX-License-Identifier: MIT
"""Closing a case with its outcome, chosen or in own words; opening it again with a reason."""

import uuid

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.act_records import CaseRow
from groupdesk.domain.case_enums import CaseOutcome, CaseState
from groupdesk.domain.case_outcome import suggest_outcome
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.banner import Banner
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
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
        self.outcomes = ChipRow("", parent=self)
        self.outcomes_field = FormField("", self.outcomes, self)
        self.outcomes_field.setVisible(self._closing)
        self.waiting = Banner(self)
        self.form.addWidget(self.waiting)
        self.form.addWidget(self.outcomes_field)
        self.form.addWidget(self.field, 1)
        self.add_cancel()
        self._written = ""  # by a choice, not by a person
        self._say()
        if self._closing:
            self._suggest()
            self.outcomes.chosen.connect(self._on_outcome)
        self.text.textChanged.connect(self._check)
        self.main_requested.connect(self._save)
        self.resize(600, 460)
        self.text.setFocus()
        self.text.selectAll()
        self._check()
        self.ask_before_leaving(lambda: self.text.text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            if self._closing and self.text.text.startswith(self._written):
                self._write(CaseOutcome(self.outcomes.current))

    def _suggest(self) -> None:
        """Begin with the outcome that fits what was done; any other word will do as well."""
        desk, case = self._context.desk, self._case
        entries = desk.timeline.of_case(case.number)
        outcome = suggest_outcome(entries, desk.members.row(case.membership_id).state)
        self.outcomes.set_current(outcome.value)
        self._write(outcome)

    def _on_outcome(self, key: str) -> None:
        """Take a choice in place of the one before; what a person wrote stays below it."""
        self._write(CaseOutcome(key))
        self.text.setFocus()

    def _write(self, outcome: CaseOutcome) -> None:
        own = self.text.text.removeprefix(self._written).strip()
        self._written = self._context.translations.words(f"case_outcome.{outcome.value}")
        self.text.set_text("\n".join(filter(None, (self._written, own))))

    def _say(self) -> None:
        number = self._case.number
        if self._closing:
            title = self.tr("Close case {0}").format(number)
            self.field.set_caption(self.tr("&Outcome"))
            self.field.set_hint(self.tr("In your own words; the choices above only begin it."))
            self.outcomes_field.set_caption(self.tr("&What came of it"))
            words = self._context.translations.words
            self.outcomes.setAccessibleName(self.tr("What came of it"))
            self.outcomes.set_chips(
                [Chip(one.value, words(f"case_outcome_name.{one.value}")) for one in CaseOutcome]
            )
            if self._case.waiting:
                self.waiting.show_message(
                    self.tr(
                        "Something in this case still waits: a message to confirm, a talk to"
                        " follow up or a removal to carry out. It stays on Today."
                    ),
                    "warning",
                )
            self.set_main(self.tr("Close case"), "folder-check")
        else:
            title = self.tr("Open case {0} again").format(number)
            self.field.set_caption(self.tr("&Reason"))
            self.field.set_hint(self.tr("The earlier outcome stays in the case’s timeline."))
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
