# SPDX-License-Identifier: MIT
"""One rule beside the list: its code, severity and texts in both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
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
from groupdesk.domain.rule_changes import TEXTS
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_edits import filled_from
from groupdesk.domain.text import clean_line
from groupdesk.ui.ladder_words import severity_meaning
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.buttons import icon_button, name_button
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.growing_text import GrowingText
from groupdesk.ui.widgets.labels import label
from groupdesk.ui.widgets.rule_texts import RuleTexts, freeze, text_of
from groupdesk.words import Words

_SEVERITIES = tuple(Severity)
_WIDE_ENOUGH = 20 * 18  # pixels at the usual font


class RuleEditor(QFrame):
    """Tells every change at once; a frozen rule is shown as it was published."""

    edited = Signal(object)
    """The RuleDraft as it reads now."""
    filled = Signal(object)
    """The RuleDraft with what a language lacked taken from the other one."""

    def __init__(self, remove: QPushButton, parent: QWidget | None = None) -> None:
        """Build the fields; `remove` stands at the foot."""
        super().__init__(parent)
        self.setMinimumWidth(_WIDE_ENOUGH)
        self._rule = RuleDraft("", Severity.MINOR, {}, {})
        self._showing = False
        self._remove = remove
        self.code = QLineEdit(self)
        self.severity = QComboBox(self)
        self.severity.addItems([severity.value for severity in _SEVERITIES])
        self.severity.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.severity.installEventFilter(self)
        self.texts = RuleTexts(self)
        self.inputs = self.texts.inputs
        self.fields = {
            "code": FormField("", self.code, self),
            "severity": FormField("", self.severity, self),
            **self.texts.fields,
        }
        self.widen = icon_button("columns-2", "", self)
        self._build()
        self.code.textChanged.connect(lambda _text: self._on_edited("code"))
        self.severity.currentIndexChanged.connect(lambda _at: self._on_edited("severity"))
        self.texts.edited.connect(self._on_edited)
        self.texts.fill_asked.connect(self._on_fill)
        self.texts.arranged.connect(self._order_tabs)
        self.texts.arranged.connect(self._offer_room)
        self._order_tabs()

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
        self.texts.put_first(first)
        self._say(words, ladder)
        if rule != self._rule:  # else what is being typed keeps cursor and blanks
            self._rule = rule
            self._fill()
        self._title.setText(rule.code)
        freeze(self.code, frozen=frozen)
        self.severity.setEnabled(not frozen)
        self.texts.freeze(frozen=frozen)
        self._remove.setVisible(not frozen)
        self._showing = False

    def show_state(
        self,
        mark: str,
        saved: str,
        gaps: Mapping[Language, Sequence[str]],
        problems: Mapping[str, str],
    ) -> None:
        """Say beside the code what changed, at the foot what is kept, at fields what is amiss.

        `problems` are sentences by the key of the field, as `key_of` returns it.
        """
        self._mark.setText(mark)
        self._saved.setText(saved)
        for key, field in self.fields.items():
            text = problems.get(key, "")
            if text and text != field.error:
                field.set_error(text, focus=False)
            elif field.error and not text:
                field.clear_error()
        self.texts.show_gaps(gaps)

    def key_of(self, problem: ValidationError) -> str:
        """Return the key of the field that a problem of `rule_problems` is about."""
        part = problem.field.rsplit(".", 1)[-1]
        if part not in TEXTS:
            return "code"
        language = problem.values.get("language") or self.texts.languages[0].value
        return f"{part}_{language}"

    def lead_to(self, problem: ValidationError) -> None:
        """Go to the field that a problem is about."""
        self.fields[self.key_of(problem)].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Put the cursor where one begins to write: the first title."""
        field = self.inputs[f"title_{self.texts.languages[0].value}"]
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_room()

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
        head.setSpacing(theme.size("space_s"))
        head.addWidget(self._title, 1)
        head.addWidget(self._mark)
        head.addWidget(self.widen)
        inner = QWidget()
        inner.setProperty("surface", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(edge, 0, edge, edge)
        column.setSpacing(theme.size("space_m"))
        top = QHBoxLayout()
        top.setSpacing(theme.size("space_m"))
        top.addWidget(self.fields["code"], 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.fields["severity"], 3, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.texts)
        column.addStretch()
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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, edge, 0, 0)
        outer.setSpacing(theme.size("space_m"))
        outer.addLayout(head)
        outer.addWidget(area, 1)
        outer.addLayout(foot)
        self._translate()

    def _translate(self) -> None:
        self.fields["code"].set_caption(self.tr("Code"))
        self.fields["severity"].set_caption(self.tr("Severity"))
        name_button(self.widen, self.tr("Both languages side by side"))

    def _order_tabs(self) -> None:
        stops = self.texts.stops
        for before, after in (
            (self.code, self.severity),
            (self.severity, stops[0]),
            (stops[-1], self._remove),
        ):
            QWidget.setTabOrder(before, after)

    def _offer_room(self) -> None:
        self.widen.setVisible(not self.texts.side_by_side)

    def _fill(self) -> None:
        if self.code.text() != self._rule.code:
            self.code.setText(self._rule.code)
            self.code.setCursorPosition(0)
        self.severity.setCurrentIndex(_SEVERITIES.index(self._rule.severity))
        self.texts.fill(self._rule)

    def _say(self, words: Words, ladder: Ladder) -> None:
        for at, severity in enumerate(_SEVERITIES):
            self.severity.setItemText(at, severity_meaning(words, ladder, severity))

    # ---- editing

    def _on_edited(self, key: str) -> None:
        if self._showing:
            return
        self._rule = self._read(key)
        self._title.setText(self._rule.code)
        self.edited.emit(self._rule)

    def _on_fill(self, language: Language) -> None:
        other = next(one for one in Language if one is not language)
        self.filled.emit(filled_from(self._rule, other, language))

    def _read(self, key: str) -> RuleDraft:
        """Return the rule with what one field says now."""
        if key == "code":
            return replace(self._rule, code=clean_line(self.code.text()))
        if key == "severity":
            return replace(self._rule, severity=_SEVERITIES[self.severity.currentIndex()])
        part, language = key.rsplit("_", 1)
        field = self.inputs[key]
        text = text_of(field)
        texts = {
            **getattr(self._rule, TEXTS[part]),
            language: text if isinstance(field, GrowingText) else clean_line(text),
        }
        changed: dict[str, Any] = {TEXTS[part]: texts}
        return replace(self._rule, **changed)
