# SPDX-License-Identifier: MIT
"""The letter about an appeal before it is printed: the very page that is saved."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.appeal_records import AppealRow
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.print_frame import PrintFrame


class LetterPrintDialog(PrintFrame):
    """Offers the paper; the letter is printed in its own language."""

    def __init__(
        self, context: UiContext, appeal: AppealRow, parent: QWidget | None = None
    ) -> None:
        """Show the letter of `appeal`, on the paper that the settings name."""
        super().__init__(context, self._title_of_letter, parent)
        self._appeal = appeal
        self.paper: ChoiceBox[str] = ChoiceBox(self)
        self._field = FormField("", self.paper, self)
        self._about = label(role="secondary", parent=self, wrap=True)
        self.side.addWidget(self._field)
        self.side.addWidget(self._about)
        self.side.addStretch(1)
        self._say()
        if context.settings.values.paper == "us-letter":
            self.paper.choose("us-letter")
        self.paper.chosen.connect(self._make)
        self.resize(1000, 780)
        self._make()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        row = self._appeal
        self.set_head(
            self.tr("Letter to {0}").format(row.member_name),
            self.tr("Case {0} · {1}").format(row.case_number, row.group_name),
            name=row.member_name,
        )
        self.paper.set_choices([("A4", "a4"), (self.tr("US Letter"), "us-letter")])
        self._field.set_caption(self.tr("&Paper"))
        self._about.setText(
            self.tr(
                "The letter is printed word for word, with the name of whoever decided."
                " Saving and printing are written into the log. Whether it was sent is recorded"
                " apart from that."
            )
        )

    def _make(self) -> None:
        reports, appeal, paper = self._context.desk.reports, self._appeal.id, self.paper.value
        self.make(lambda: reports.preview_letter(appeal, paper))

    def _title_of_letter(self) -> str:
        row = self._appeal
        return self.tr("{0} case {1} letter").format(row.group_name, row.case_number)
