# SPDX-License-Identifier: MIT
"""A review before it is printed: the very pages that are saved."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Edition
from groupdesk.domain.review_records import ReviewRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.print_choices import PrintChoices
from groupdesk.ui.widgets.print_frame import PrintFrame


class ReviewPrintDialog(PrintFrame):
    """Two editions: the file copy with names and reasons, the handout without."""

    def __init__(
        self, context: UiContext, review: ReviewRecord, parent: QWidget | None = None
    ) -> None:
        """Show `review`, on the paper that the settings name."""
        super().__init__(context, lambda: self.tr("Review {0}").format(review.name), parent)
        self._review = review
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
        self.set_head(self.tr("Print the review"), self._review.name, sign="printer")
        self.choices.say(
            {
                Edition.FILE: self.tr("Internal: with the names, decisions and reasons."),
                Edition.HANDOUT: self.tr("For outside: names no member."),
            }
        )

    def _make(self) -> None:
        reports, ident = self._context.desk.reports, self._review.id
        edition, language, paper = self.choices.chosen
        self.make(lambda: reports.preview_review(ident, edition, language, paper))
