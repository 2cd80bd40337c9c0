# SPDX-License-Identifier: MIT
"""The letter about an appeal before it is printed: the very page that is saved."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.appeal_records import AppealRow
from groupdesk.domain.enums import Edition
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.print_choices import PrintChoices
from groupdesk.ui.widgets.print_frame import PrintFrame


class LetterPrintDialog(PrintFrame):
    """Offers the paper; the letter is printed in its own language."""

    def __init__(
        self, context: UiContext, appeal: AppealRow, parent: QWidget | None = None
    ) -> None:
        """Show the letter of `appeal`, on the paper that the settings name."""
        super().__init__(context, self._title_of_letter, parent)
        self._appeal = appeal
        self.choices = PrintChoices(context, self, only_paper=True)
        self.side.addWidget(self.choices)
        self.side.addStretch(1)
        self._say()
        self.choices.changed.connect(self._make)
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
        self.choices.say(
            {
                Edition.FILE: self.tr(
                    "The letter is printed word for word, with the name of whoever decided."
                    " Saving and printing are written into the log. Whether it was sent is recorded"
                    " apart from that."
                )
            }
        )

    def _make(self) -> None:
        reports, appeal = self._context.desk.reports, self._appeal.id
        _edition, _language, paper = self.choices.chosen
        self.make(lambda: reports.preview_letter(appeal, paper))

    def _title_of_letter(self) -> str:
        row = self._appeal
        return self.tr("{0} case {1} letter").format(row.group_name, row.case_number)
