# SPDX-License-Identifier: MIT
"""Which templates the list shows: words, kind, and a chip."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupdesk.domain.enums import Language, TemplateKind
from groupdesk.domain.template_enums import TemplateOrigin
from groupdesk.domain.templates import MessageTemplate
from groupdesk.ui.template_words import LANGUAGE_NAMES, kind_text
from groupdesk.ui.theme import current_theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.chip_row import Chip, ChipRow
from groupdesk.ui.widgets.choice_box import ChoiceBox
from groupdesk.ui.widgets.search_field import SearchField


@dataclass(frozen=True, slots=True)
class ListedTemplate:
    """A template as it is written now; `unsaved` while that is not saved."""

    template: MessageTemplate
    unsaved: bool = False


_CHIPS: dict[str, Callable[[ListedTemplate], bool]] = {
    "all": lambda _one: True,
    **{
        language.value: lambda one, language=language: (  # type: ignore[misc]
            one.template.language is language and not one.template.hidden
        )
        for language in Language
    },
    "own": lambda one: one.template.origin is not TemplateOrigin.BUILT_IN or one.unsaved,
    "hidden": lambda one: one.template.hidden,
}


class TemplateFilter(QWidget):
    """A search field, the kind, and chips with counts; it begins with the window's language."""

    changed = Signal()

    def __init__(self, translations: Translations, parent: QWidget | None = None) -> None:
        """Let everything of the window's language through."""
        super().__init__(parent)
        self._translations = translations
        self.search = SearchField("", self)
        self.kind: ChoiceBox[TemplateKind | None] = ChoiceBox(self)
        self.chips = ChipRow("", [Chip(key, key) for key in _CHIPS], self)
        self.chips.set_current(translations.language)
        row = QHBoxLayout()
        row.setSpacing(current_theme().size("space_s"))
        row.addWidget(self.search, 3)
        row.addWidget(self.kind, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().size("space_m"))
        column.addLayout(row)
        column.addWidget(self.chips)
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.kind.chosen.connect(self.changed)
        self.chips.chosen.connect(lambda _key: self.changed.emit())
        self._translate()

    def clear(self) -> None:
        """Let everything through."""
        self.search.blockSignals(True)  # noqa: FBT003 — Qt's signature
        self.search.clear()
        self.search.blockSignals(False)  # noqa: FBT003
        self.kind.choose(None)
        self.chips.set_current("all")
        self.changed.emit()

    def choose_from(self, listed: Sequence[ListedTemplate]) -> list[ListedTemplate]:
        """Return what is let through, in its order, and count on the chips."""
        found = [one for one in listed if self._fits(one)]
        texts = {
            "all": self.tr("All"),
            **{language.value: name for language, name in LANGUAGE_NAMES.items()},
            "own": self.tr("Own or changed"),
            "hidden": self.tr("Not offered"),
        }
        self.chips.set_chips(
            [Chip(key, texts[key], sum(map(fits, found))) for key, fits in _CHIPS.items()]
        )
        return list(filter(_CHIPS[self.chips.current or "all"], found))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def _fits(self, one: ListedTemplate) -> bool:
        template, kind = one.template, self.kind.value
        if kind is not None and template.kind is not kind:
            return False
        text = f"{template.name}\n{kind_text(self._translations.words, template)}\n{template.body}"
        return all(word in text.casefold() for word in self.search.text().casefold().split())

    def _translate(self) -> None:
        words = self._translations.words
        self.search.set_hint(self.tr("Search templates"))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.chips.setAccessibleName(self.tr("Filter"))
        kinds: list[tuple[str, TemplateKind | None]] = [(self.tr("All kinds"), None)]
        kinds += [(words(f"template_kind.{kind}"), kind) for kind in TemplateKind]
        self.kind.set_choices(kinds)
