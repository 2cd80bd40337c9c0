# SPDX-License-Identifier: MIT
"""The poster of a group's rules before it is printed: the very pages that are saved."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Language
from groupdesk.domain.records import GroupRecord, RulebookRecord
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.print_frame import PrintFrame


class PosterDialog(PrintFrame):
    """Offers the languages of a poster and its paper."""

    def __init__(
        self,
        context: UiContext,
        group: GroupRecord,
        book: RulebookRecord,
        languages: Sequence[Language],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with `languages`, on the paper that the settings name."""
        super().__init__(context, self._title_of_poster, parent)
        self._group = group
        self._book = book
        self.language: ChoiceBox[tuple[Language, ...]] = ChoiceBox(self)
        self.paper: ChoiceBox[str] = ChoiceBox(self)
        self._fields = {
            "language": FormField("", self.language, self),
            "paper": FormField("", self.paper, self),
        }
        self._about = label(role="secondary", parent=self, wrap=True)
        for part in (*self._fields.values(), self._about):
            self.side.addWidget(part)
        self.side.addStretch(1)
        self._say()
        self.language.choose(tuple(languages))
        if context.settings.values.paper == "us-letter":
            self.paper.choose("us-letter")
        for field in (self.language, self.paper):
            field.chosen.connect(self._make)
        self.resize(1000, 780)
        self._make()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        words = self._context.translations.words
        self.set_head(
            self.tr("Poster of the rules: {0}").format(self._group.name),
            self.tr("Version {0} in large type, to hang up or hand out").format(self._book.version),
            sign="image",
        )
        both = tuple(sorted(Language, key=lambda one: one is not self._group.language))
        one_each = [(words(f"language.{one.value}"), (one,)) for one in both]
        self.language.set_choices([*one_each, (self.tr("Both, side by side"), both)])
        self.paper.set_choices([("A4", "a4"), (self.tr("US Letter"), "us-letter"), ("A3", "a3")])
        self._fields["language"].set_caption(self.tr("&Language"))
        self._fields["paper"].set_caption(self.tr("&Paper"))
        self._about.setText(
            self.tr(
                "The poster names the group, the version with its date, the rules and whom to ask."
                " Nothing internal is on it. Saving and printing are written into the log."
            )
        )

    def _make(self) -> None:
        reports, book = self._context.desk.reports, self._book.id
        languages, paper = self.language.value, self.paper.value
        self.make(lambda: reports.preview_poster(book, languages, paper))

    def _title_of_poster(self) -> str:
        words = self._context.translations.words
        return words("poster.file", group=self._group.name, version=self._book.version)
