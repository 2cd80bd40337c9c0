# SPDX-License-Identifier: MIT
"""What one chooses of a print: who reads it, in which language, on which paper."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupdesk.domain.enums import Edition, Language
from groupdesk.ui.context import UiContext
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.section_label import SectionLabel


class PrintChoices(QWidget):
    """Begins with the file copy, in the language of the window, on the paper of the settings."""

    changed = Signal()
    """A person chose something else."""

    def __init__(
        self, context: UiContext, parent: QWidget | None = None, *, only_paper: bool = False
    ) -> None:
        """Offer all three; `only_paper` is for what has one edition, in one language."""
        super().__init__(parent)
        self._context = context
        self._about: Mapping[Edition, str] = {}
        self._head = SectionLabel(parent=self)
        self.edition = ChipRow("", parent=self)
        self.about = label(role="secondary", parent=self, wrap=True)
        self.language: ChoiceBox[Language] = ChoiceBox(self)
        self.paper: ChoiceBox[str] = ChoiceBox(self)
        self._language_field = FormField("", self.language, self)
        self._paper_field = FormField("", self.paper, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        first = (self._paper_field, self.about)
        rest = (self._language_field, self._paper_field)
        for part in first if only_paper else (self._head, self.edition, self.about, *rest):
            column.addWidget(part)
        for part in (self._head, self.edition, self._language_field):
            part.setHidden(only_paper)
        self._say()
        self.language.choose(Language(context.translations.language))
        if context.settings.values.paper == "us-letter":
            self.paper.choose("us-letter")
        self.edition.chosen.connect(lambda _key: self._on_edition())
        for box in (self.language, self.paper):
            box.chosen.connect(self.changed)

    @property
    def chosen(self) -> tuple[Edition, Language, str]:
        """The edition, the language and the paper."""
        return Edition(self.edition.current), self.language.value, self.paper.value

    def say(self, about: Mapping[Edition, str]) -> None:
        """Say what each edition is."""
        self._about = about
        self.about.setText(about[Edition(self.edition.current)])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # ---- inside

    def _say(self) -> None:
        words = self._context.translations.words
        self._head.setText(self.tr("Who reads it"))
        self.edition.setAccessibleName(self.tr("Edition"))
        self.edition.set_chips(
            [
                Chip(Edition.FILE.value, self.tr("File copy")),
                Chip(Edition.HANDOUT.value, self.tr("Handout")),
            ]
        )
        self.language.set_choices([(words(f"language.{one.value}"), one) for one in Language])
        self.paper.set_choices([("A4", "a4"), (self.tr("US Letter"), "us-letter")])
        self._language_field.set_caption(self.tr("&Language of the print"))
        self._paper_field.set_caption(self.tr("&Paper"))

    def _on_edition(self) -> None:
        self.say(self._about)
        self.changed.emit()
