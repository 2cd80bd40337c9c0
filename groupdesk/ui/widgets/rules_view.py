# SPDX-License-Identifier: MIT
"""Rules to be read before they are taken: every part of each, in one language."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from groupdesk.domain.enums import Language
from groupdesk.domain.rule_changes import TEXTS
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.text import is_blank, visible
from groupdesk.ui.ladder_words import SEVERITY_TONES
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.text_page import TextPage
from groupdesk.words import Words

_LINE = "\u2028"


class RulesView(TextPage):
    """Each rule under its title; what to do instead, examples and what follows stand quieter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rules: tuple[RuleDraft, ...] = ()
        self._words: Words | None = None

    def show_rules(self, rules: Sequence[RuleDraft], language: Language) -> None:
        """Show rules from the top, in another language where they are not written in this one."""
        self._rules, self._words = tuple(rules), Words(language.value)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_rules"):
            self._write()

    def _write(self) -> None:
        self.clear()
        if self._words is None:
            return
        self.document().setDefaultFont(current_theme().font("body"))
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for at, rule in enumerate(self._rules):
            self._write_rule(cursor, self._words, rule, first=not at)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_rule(
        self, cursor: QTextCursor, words: Words, rule: RuleDraft, *, first: bool
    ) -> None:
        theme, tone = current_theme(), SEVERITY_TONES[rule.severity]
        title = _said(rule, "title", words.language) or words("rule_note.untitled")
        self.begin(cursor, 0 if first else theme.size("space_xl"), first=first)
        head = visible(f"{rule.code} {title}").replace("\n", " ")
        cursor.insertText(head, self.look("text", font="strong"))
        cursor.insertText("  ", self.look("text"))
        severity = words(f"severity.{rule.severity.value}")
        cursor.insertText(f" {severity} ", self.look(tone, ground=f"{tone}_soft", font="pill"))
        if text := _said(rule, "text", words.language):
            self.begin(cursor, theme.size("space_xs"))
            cursor.insertText(_shown(text), self.look("text"))
        for part in ("hint", "examples", "consequence"):
            if text := _said(rule, part, words.language):
                self.begin(cursor, theme.size("space_s"))
                cursor.insertText(words(f"rule_preview.{part}"), self.look("muted", font="strong"))
                cursor.insertText(_shown(text), self.look("muted"))


def _said(rule: RuleDraft, part: str, language: str) -> str:
    texts = getattr(rule, TEXTS[part])
    own = texts.get(language, "")
    return next((text.strip() for text in (own, *texts.values()) if not is_blank(text)), "")


def _shown(text: str) -> str:
    return visible(text).replace("\n", _LINE)
