# SPDX-License-Identifier: MIT
"""The texts of a rule in two languages: side by side where there is room, else in turn."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from groupdesk.domain.enums import Language
from groupdesk.domain.rule_changes import TEXTS
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.growing_text import GrowingText
from groupdesk.ui.widgets.labels import label, restyle
from groupdesk.ui.widgets.pill import Pill

TextInput = QLineEdit | GrowingText
_LINES = {"title": 0, "text": 3, "hint": 2, "examples": 2, "consequence": 2}
"""Lines at least; 0: one line only."""
_MOST_LINES = 12


class RuleTexts(QWidget):
    """Ten fields under the heads of their languages; a language that lacks words says so."""

    edited = Signal(str)
    """The key of the field, "title_en" for instance; filling the fields is silent."""
    fill_asked = Signal(object)
    """A Language that is to begin with the words of the other one."""
    arranged = Signal()
    """The fields stand elsewhere, and Tab goes another way through `stops`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        theme = current_theme()
        self.languages: tuple[Language, ...] = tuple(Language)
        self._columns = 0
        self.stops: list[QWidget] = []
        self._frozen = self._filling = False
        self._gaps: Mapping[Language, Sequence[str]] = {}
        self.inputs: dict[str, TextInput] = {}
        self.fields: dict[str, FormField] = {}
        self._missing: dict[str, Pill] = {}
        self._heads = {language: _LanguageHead(self) for language in Language}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.size("space_l"))
        self._grid.setVerticalSpacing(theme.size("space_m"))
        for part, lines in _LINES.items():
            for language in Language:
                self._add(f"{part}_{language.value}", lines)
        for language, head in self._heads.items():
            head.fill.clicked.connect(lambda _on=False, one=language: self.fill_asked.emit(one))
        self._arrange()
        self._translate()

    # ---- what is shown

    def fill(self, rule: RuleDraft) -> None:
        """Show the texts of a rule; one that reads so already keeps cursor and undo."""
        self._filling = True
        for part, name in TEXTS.items():
            texts = getattr(rule, name)
            for language in Language:
                _set(self.inputs[f"{part}_{language.value}"], texts.get(language.value, ""))
        self._filling = False

    def put_first(self, first: Language) -> None:
        """Put the language of the group in front."""
        languages = tuple(sorted(Language, key=lambda language: language is not first))
        if languages != self.languages:
            self.languages = languages
            self._arrange()

    def freeze(self, *, frozen: bool) -> None:
        """Let nothing be written, and show only what there is to read."""
        self._frozen = frozen
        for key, field in self.inputs.items():
            freeze(field, frozen=frozen)
            self.fields[key].setVisible(not frozen or bool(text_of(field)))
        self._show_gaps()

    def show_gaps(self, gaps: Mapping[Language, Sequence[str]]) -> None:
        """Mark what each language lacks: parts by the names of `TEXTS`."""
        self._gaps = gaps
        self._show_gaps()

    @property
    def side_by_side(self) -> bool:
        """Whether there is room for both languages on one line."""
        return self._columns == len(Language)

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted() != self._columns:
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- building

    def _add(self, key: str, lines: int) -> None:
        made: TextInput = GrowingText(lines, _MOST_LINES, self) if lines else QLineEdit(self)
        pill = self._missing[key] = Pill(tone="warning", parent=self)
        policy = pill.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or fields beside each other would not be level
        pill.setSizePolicy(policy)
        pill.hide()
        self.inputs[key] = made
        self.fields[key] = FormField("", made, self, note=self._missing[key])
        made.textChanged.connect(lambda *_text: None if self._filling else self.edited.emit(key))

    def _wanted(self) -> int:
        enough = 2 * current_theme().size("side_width") + 5 * current_theme().size("space_xl")
        return len(Language) if self.width() >= enough else 1

    def _arrange(self) -> None:
        """Lay the fields out for the width, and let Tab go as one reads."""
        self._columns = self._wanted()
        both = self.side_by_side
        keys = [(part, language) for language in self.languages for part in ("", *TEXTS)]
        order: list[tuple[tuple[int, int], QWidget]] = []
        for at, (part, language) in enumerate(keys):
            made = self.fields[f"{part}_{language.value}"] if part else self._heads[language]
            row, column = divmod(at, len(TEXTS) + 1)[::-1] if both else (at, 0)
            self._grid.removeWidget(made)
            self._grid.addWidget(made, row, column, Qt.AlignmentFlag.AlignTop)
            target = made.field if isinstance(made, FormField) else self._heads[language].fill
            order.append(((row, column), target))
        for column in range(len(Language)):
            self._grid.setColumnStretch(column, int(column < self._columns))
        self.stops = [target for _place, target in sorted(order, key=lambda one: one[0])]
        for before, after in pairwise(self.stops):
            QWidget.setTabOrder(before, after)
        self.arranged.emit()

    def _translate(self) -> None:
        languages = {Language.EN: self.tr("English"), Language.ZH: self.tr("Chinese")}
        captions = {
            "title": self.tr("Title"),
            "text": self.tr("Text"),
            "hint": self.tr("What to do instead"),
            "examples": self.tr("Examples"),
            "consequence": self.tr("Consequence"),
        }
        fill = {
            Language.EN: self.tr("Begin with the Chinese words"),
            Language.ZH: self.tr("Begin with the English words"),
        }
        hint = self.tr("One sentence to the member; templates quote it.")
        for language, name in languages.items():
            self._heads[language].say(name, fill[language])
            for part, caption in captions.items():
                key = f"{part}_{language.value}"
                self.fields[key].set_caption(caption)
                self.inputs[key].setAccessibleName(self.tr("{0}, {1}").format(caption, name))
            self.inputs[f"hint_{language.value}"].setPlaceholderText(hint)
        self._show_gaps()

    def _show_gaps(self) -> None:
        for language, head in self._heads.items():
            lacking = () if self._frozen else self._gaps.get(language, ())
            for part in TEXTS:
                said = self.tr("missing") if part in lacking else ""
                key = f"{part}_{language.value}"
                self._missing[key].show_word(said, "warning")
                if not self.fields[key].error:
                    self.inputs[key].setAccessibleDescription(said)
            head.fill.setVisible(bool(lacking) and self._other_has(language, lacking))
            empty = all(not text_of(self.inputs[f"{part}_{language.value}"]) for part in TEXTS)
            head.setVisible(not (self._frozen and empty))

    def _other_has(self, language: Language, parts: Sequence[str]) -> bool:
        others = [other for other in Language if other is not language]
        return any(text_of(self.inputs[f"{part}_{one.value}"]) for part in parts for one in others)


class _LanguageHead(QWidget):
    """The name of a language over its fields, and a way to begin with the other one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = label(role="section", parent=self)
        self.fill = button("", "link", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().size("space_m"))
        row.addWidget(self._name)
        row.addStretch(1)
        row.addWidget(self.fill)
        self.setMinimumHeight(current_theme().size("control_popup"))
        restyle(self, "surface", "clear")

    def say(self, name: str, fill: str) -> None:
        self._name.setText(name)
        self.fill.setText(fill)


def freeze(field: TextInput, *, frozen: bool) -> None:
    """Let a field only be read, and look so."""
    if field.isReadOnly() != frozen:
        field.setReadOnly(frozen)
        field.style().unpolish(field)  # the style sheet looks at it
        field.style().polish(field)


def text_of(field: TextInput) -> str:
    """Return what a field says."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _set(field: TextInput, text: str) -> None:
    if text_of(field) == text:
        return
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.setCursorPosition(0)
    else:
        field.setPlainText(text)
