# SPDX-License-Identifier: MIT
"""The handover book before it is printed: the very pages that are saved and signed."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Edition
from groupdesk.domain.handover_records import HandoverRow
from groupdesk.ui.context import UiContext
from groupdesk.ui.handover_words import HandoverWords
from groupdesk.ui.widgets.print_choices import PrintChoices
from groupdesk.ui.widgets.print_frame import PrintFrame


class HandoverPrintDialog(PrintFrame):
    """Two editions: the file copy with everything, the handout without names and notes."""

    def __init__(self, context: UiContext, row: HandoverRow, parent: QWidget | None = None) -> None:
        """Show the book of `row`, on the paper that the settings name."""
        super().__init__(context, self._title_of_book, parent)
        self._row = row
        self.choices = PrintChoices(context, self)
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
        said = HandoverWords.of(self._context)
        self.set_head(
            self.tr("Print the handover book"),
            f"{said.what(self._row)} · {said.sides(self._row)}",
            sign="printer",
        )
        self.choices.say(
            {
                Edition.FILE: self.tr("Internal: with everything. Both sides sign this one."),
                Edition.HANDOUT: self.tr(
                    "For outside: leaves out contacts and notes, and names no member."
                ),
            }
        )

    def _make(self) -> None:
        reports, ident = self._context.desk.reports, self._row.id
        edition, language, paper = self.choices.chosen
        self.make(lambda: reports.preview_handover(ident, edition, language, paper))

    def _title_of_book(self) -> str:
        row = self._row
        return self.tr("Handover {0} {1}").format(row.group_name or row.giver.name, row.taker.name)
