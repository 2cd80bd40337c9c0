# SPDX-License-Identifier: MIT
"""A review before it is printed: the very pages that are saved."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Edition, Language
from groupdesk.domain.review_records import ReviewRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.print_frame import PrintFrame


class ReviewPrintDialog(PrintFrame):
    """Two editions: the file copy with names and reasons, the handout without."""

    def __init__(
        self, context: UiContext, review: ReviewRecord, parent: QWidget | None = None
    ) -> None:
        """Show `review`, on the paper that the settings name."""
        super().__init__(context, lambda: self.tr("Review {0}").format(review.name), parent)
        self._review = review
        self.edition: ChoiceBox[Edition] = ChoiceBox(self)
        self.language: ChoiceBox[Language] = ChoiceBox(self)
        self.paper: ChoiceBox[str] = ChoiceBox(self)
        self._fields = {
            "edition": FormField("", self.edition, self),
            "language": FormField("", self.language, self),
            "paper": FormField("", self.paper, self),
        }
        self._about = label(role="secondary", parent=self, wrap=True)
        for field in self._fields.values():
            self.side.addWidget(field)
        self.side.addWidget(self._about)
        self.side.addStretch(1)
        self._say()
        self.language.choose(Language(context.translations.words.language))
        if context.settings.values.paper == "us-letter":
            self.paper.choose("us-letter")
        for choice in (self.edition, self.language, self.paper):
            choice.chosen.connect(self._make)
        self.resize(1000, 780)
        self._make()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.set_head(self.tr("Print the review"), self._review.name, sign="printer")
        self.edition.set_choices(
            [(self.tr("File copy"), Edition.FILE), (self.tr("Handout"), Edition.HANDOUT)]
        )
        self.language.set_choices([("English", Language.EN), ("简体中文", Language.ZH)])
        self.paper.set_choices([("A4", "a4"), (self.tr("US Letter"), "us-letter")])
        self._fields["edition"].set_caption(self.tr("&Edition"))
        self._fields["language"].set_caption(self.tr("&Language"))
        self._fields["paper"].set_caption(self.tr("&Paper"))
        self._about.setText(
            self.tr("The handout names no member. Saving and printing are written into the log.")
        )

    def _make(self) -> None:
        reports, ident = self._context.desk.reports, self._review.id
        edition, language, paper = self.edition.value, self.language.value, self.paper.value
        self.make(lambda: reports.preview_review(ident, edition, language, paper))
