# SPDX-License-Identifier: MIT
"""One rule beside the list: its code, severity and texts in both languages."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.rulebook import RuleDraft, validate_rules
from groupdesk.domain.text import clean_line
from groupdesk.ui.ladder_words import severity_meaning
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.growing_text import GrowingText
from groupdesk.ui.widgets.labels import label
from groupdesk.words import Words

PARTS = {
    # part, as errors and changes name it: (field of RuleDraft, lines at least; 0: one line only)
    "title": ("titles", 0),
    "text": ("texts", 3),
    "hint": ("hints", 2),
    "examples": ("examples", 2),
    "consequence": ("consequences", 2),
}
_SEVERITIES = tuple(Severity)
_MOST_LINES = 12
_WIDE_ENOUGH = 20 * 18  # pixels at the usual font


class RuleEditor(QFrame):
    """Tells every change at once; a frozen rule is shown as it was published."""

    edited = Signal(object)
    """The RuleDraft as it reads now."""

    def __init__(self, remove: QPushButton, parent: QWidget | None = None) -> None:
        """Build the fields; `remove` stands at the foot."""
        super().__init__(parent)
        self.setMinimumWidth(_WIDE_ENOUGH)
        self._rule = RuleDraft("", Severity.MINOR, {}, {})
        self._languages: tuple[Language, ...] = tuple(Language)
        self._showing = False
        self._remove = remove
        self.code = QLineEdit(self)
        self.severity = QComboBox(self)
        self.severity.addItems([severity.value for severity in _SEVERITIES])
        self.severity.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.severity.installEventFilter(self)
        self.inputs: dict[str, QLineEdit | GrowingText] = {
            f"{part}_{language.value}": GrowingText(lines, _MOST_LINES, self)
            if lines
            else QLineEdit(self)
            for part, (_field, lines) in PARTS.items()
            for language in Language
        }
        self.fields = {"code": FormField("", self.code, self)}
        self.fields["severity"] = FormField("", self.severity, self)
        self.fields |= {key: FormField("", field, self) for key, field in self.inputs.items()}
        self._build()
        self.code.textChanged.connect(lambda _text: self._on_edited("code"))
        self.severity.currentIndexChanged.connect(lambda _at: self._on_edited("severity"))
        for key, field in self.inputs.items():
            field.textChanged.connect(lambda *_text, key=key: self._on_edited(key))

    # ---- what the page says

    @property
    def rule(self) -> RuleDraft:
        """The rule as it reads now."""
        return self._rule

    def show_rule(
        self, rule: RuleDraft, words: Words, ladder: Ladder, first: Language, *, frozen: bool
    ) -> None:
        """Show a rule, the texts of the language `first` before the others."""
        self._showing = True
        self._arrange(first)
        self._say(words, ladder)
        if rule != self._rule:  # else what is being typed keeps cursor and blanks
            self._rule = rule
            self._fill()
        self._title.setText(rule.code)
        _freeze(self.code, frozen=frozen)
        self.severity.setEnabled(not frozen)
        for key, field in self.inputs.items():
            _freeze(field, frozen=frozen)
            self.fields[key].setVisible(not frozen or bool(_text(field)))
        self._remove.setVisible(not frozen)
        self._showing = False

    def show_state(self, mark: str, saved: str) -> None:
        """Say beside the code what changed, and at the foot what is kept."""
        self._mark.setText(mark)
        self._saved.setText(saved)

    def show_error(self, error: ValidationError, text: str) -> None:
        """Say what is wrong under the field that an error of `validate_rules` names, and go there.

        Its field is the part behind the number of the rule, "title" for instance.
        """
        self.fields[self._key_of(error)].set_error(text)

    def clear_errors(self) -> None:
        """Take all errors back."""
        for field in self.fields.values():
            if field.error:
                field.clear_error()

    def write(self) -> None:
        """Put the cursor where one begins to write: the first title."""
        field = self.inputs[f"title_{self._languages[0].value}"]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit):
            field.selectAll()

    # ---- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the wheel for scrolling the page while the list of severities has no focus."""
        if event.type() == QEvent.Type.Wheel and not self.severity.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    # ---- building

    def _build(self) -> None:
        theme = current_theme()
        edge = theme.size("space_l")
        self._title = ElidedLabel(role="title", parent=self)
        self._mark = label(role="muted", parent=self)
        head = QHBoxLayout()
        head.setContentsMargins(edge, 0, edge, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._mark)
        inner = QWidget()
        inner.setProperty("surface", "page")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(edge, 0, edge, edge)
        self._column.setSpacing(theme.size("space_m"))
        top = QHBoxLayout()
        top.setSpacing(theme.size("space_m"))
        top.addWidget(self.fields["code"], 1)
        top.addWidget(self.fields["severity"], 3)
        self._column.addLayout(top)
        self._column.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self._saved = ElidedLabel(role="secondary", parent=self)
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, theme.size("space_s"), edge, theme.size("space_m"))
        foot.addWidget(self._saved, 1)
        foot.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, edge, 0, 0)
        column.setSpacing(theme.size("space_m"))
        column.addLayout(head)
        column.addWidget(area, 1)
        column.addLayout(foot)
        self._arrange(Language.EN)
        self._translate()

    def _arrange(self, first: Language) -> None:
        """Put the fields in the order of reading, the language of the group first."""
        languages = tuple(sorted(Language, key=lambda language: language is not first))
        if languages == self._languages and self._column.count() > 2:
            return
        self._languages = languages
        before: QWidget = self.severity
        for at, part in enumerate(PARTS):
            for nth, language in enumerate(languages):
                field = self.fields[f"{part}_{language.value}"]
                self._column.removeWidget(field)
                self._column.insertWidget(1 + at * len(languages) + nth, field)
                QWidget.setTabOrder(before, field.field)
                before = field.field
        QWidget.setTabOrder(before, self._remove)

    def _translate(self) -> None:
        captions = {
            "code": self.tr("Code"),
            "severity": self.tr("Severity"),
            "title_en": self.tr("Title, English"),
            "title_zh": self.tr("Title, Chinese"),
            "text_en": self.tr("Text, English"),
            "text_zh": self.tr("Text, Chinese"),
            "hint_en": self.tr("What to do instead, English"),
            "hint_zh": self.tr("What to do instead, Chinese"),
            "examples_en": self.tr("Examples, English"),
            "examples_zh": self.tr("Examples, Chinese"),
            "consequence_en": self.tr("Consequence, English"),
            "consequence_zh": self.tr("Consequence, Chinese"),
        }
        for key, caption in captions.items():
            self.fields[key].set_caption(caption)
        hint = self.tr("One sentence to the member; templates quote it.")
        for language in Language:
            field = self.inputs[f"hint_{language.value}"]
            field.setPlaceholderText(hint)

    def _fill(self) -> None:
        _set(self.code, self._rule.code)
        self.severity.setCurrentIndex(_SEVERITIES.index(self._rule.severity))
        for part, (name, _lines) in PARTS.items():
            texts = getattr(self._rule, name)
            for language in Language:
                _set(self.inputs[f"{part}_{language.value}"], texts.get(language.value, ""))
        self.clear_errors()

    def _say(self, words: Words, ladder: Ladder) -> None:
        for at, severity in enumerate(_SEVERITIES):
            self.severity.setItemText(at, severity_meaning(words, ladder, severity))

    # ---- editing

    def _on_edited(self, key: str) -> None:
        if self._showing:
            return
        self.fields[key].clear_error()
        self._rule = self._read(key)
        self._title.setText(self._rule.code)
        self.edited.emit(self._rule)

    def _read(self, key: str) -> RuleDraft:
        """Return the rule with what one field says now."""
        if key == "code":
            return replace(self._rule, code=clean_line(self.code.text()))
        if key == "severity":
            return replace(self._rule, severity=_SEVERITIES[self.severity.currentIndex()])
        part, language = key.rsplit("_", 1)
        name = PARTS[part][0]
        field = self.inputs[key]
        text = _text(field) if isinstance(field, GrowingText) else clean_line(field.text())
        texts = {**getattr(self._rule, name), language: text}
        return _with(self._rule, name, texts)

    def _key_of(self, error: ValidationError) -> str:
        """Return the field that an error is about, looking for the language that it comes from."""
        part = error.field.rsplit(".", 1)[-1]
        if part not in PARTS:
            return "code"
        name = PARTS[part][0]
        for language in self._languages:
            text = getattr(self._rule, name).get(language.value, "")
            try:
                validate_rules([_with(self._rule, name, {language.value: text})])
            except ValidationError as found:
                if (found.field.rsplit(".", 1)[-1], found.code) == (part, error.code):
                    return f"{part}_{language.value}"
        return f"{part}_{self._languages[0].value}"


def _with(rule: RuleDraft, name: str, texts: dict[str, str]) -> RuleDraft:
    part: dict[str, Any] = {name: texts}
    return replace(rule, **part)


def _freeze(field: QLineEdit | GrowingText, *, frozen: bool) -> None:
    if field.isReadOnly() != frozen:
        field.setReadOnly(frozen)
        field.style().unpolish(field)  # the style sheet looks at it
        field.style().polish(field)


def _text(field: QLineEdit | GrowingText) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _set(field: QLineEdit | GrowingText, text: str) -> None:
    """Show a text; one that is there already keeps cursor and undo."""
    if _text(field) == text:
        return
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.setCursorPosition(0)
    else:
        field.setPlainText(text)
