# SPDX-License-Identifier: MIT
"""How somebody left is corrected: what really happened, and how one knows."""

import uuid

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from groupdesk.domain.departures import DepartureRecord
from groupdesk.domain.enums import DepartureHow
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import is_blank, visible
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.text_area import TextArea


class DepartureDialog(DialogFrame):
    """Offers what can have happened; the first record stays, struck through."""

    def __init__(
        self, context: UiContext, record: DepartureRecord, parent: QWidget | None = None
    ) -> None:
        """Correct `record`."""
        super().__init__(parent, side=False)
        self._context = context
        self._record = record
        self._operation = uuid.uuid4()
        self._meaning = label(role="muted", parent=self, wrap=True)
        self.choices: dict[DepartureHow, QRadioButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout()
        for how in DepartureHow:
            choice = QRadioButton(self)
            choice.setEnabled(how in record.choices and how is not record.how)
            choice.toggled.connect(self._check)
            group.addButton(choice)
            column.addWidget(choice)
            self.choices[how] = choice
        self._need = label(role="secondary", parent=self, wrap=True)
        column.addWidget(self._need)
        self.reason = TextArea(3, self)
        self.field = FormField("", self.reason, self)
        self.form.addWidget(self._meaning)
        self.form.addLayout(column)
        self.form.addWidget(self.field, 1)
        self.add_cancel()
        self.reason.textChanged.connect(self._check)
        self.main_requested.connect(self._save)
        self._say()
        self.resize(580, 520)
        first = next((c for c in self.choices.values() if c.isEnabled()), None)
        (first or self.reason).setFocus()
        self.ask_before_leaving(lambda: self.reason.text)

    @property
    def how(self) -> DepartureHow | None:
        """What was chosen, None before anything was."""
        return next((how for how, choice in self.choices.items() if choice.isChecked()), None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        words = self._context.translations.words
        now = words(f"departure_how.{self._record.how.value}")
        name = visible(self._record.member_name)
        self.set_head(self.tr("How {0} left").format(name), now, name=name)
        self._meaning.setText(
            self.tr("What was recorded stays, struck through, with your reason beside it.")
        )
        for how, choice in self.choices.items():
            text = words(f"departure_how.{how.value}")
            if how is self._record.how:
                text = self.tr("{0} (recorded now)").format(text)
            choice.setText(text.replace("&", "&&"))
        self._need.setText(
            self.tr(
                "“Removed by us” needs a recorded removal with its reason and screenshot. Without"
                " one, choose “Did not leave” first and then record the removal."
            )
        )
        self._need.setVisible(DepartureHow.REMOVED not in self._record.choices)
        self.field.set_caption(self.tr("&How do you know?"))
        self.set_main(self.tr("Correct"), "check")
        self._check()

    def _check(self) -> None:
        self.field.clear_error()
        missing = []
        if self.how is None:
            missing.append(self.tr("what happened"))
        if is_blank(self.reason.text):
            missing.append(self.tr("a reason"))
        self.set_missing(missing)

    def _save(self) -> None:
        how, reason, departures = self.how, self.reason.text, self._context.desk.departures
        if how is None:
            return
        self.set_busy(True)
        self._context.runner.run(
            self,
            lambda: departures.correct(self._operation, self._record.id, how, reason),
            self._on_saved,
            self._on_failed,
        )

    def _on_saved(self, receipt: Receipt) -> None:
        self.set_busy(False)
        self._context.done(receipt)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.show_failure(error, self._context.error_text(error), {"reason": self.field})
