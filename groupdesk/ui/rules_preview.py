# SPDX-License-Identifier: MIT
"""Rules as plain text, to be read before they are taken: every part, in one language."""

from collections.abc import Sequence

from groupdesk.domain.enums import Language
from groupdesk.domain.rule_changes import TEXTS
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.text import is_blank
from groupdesk.words import Words


def preview_text(rules: Sequence[RuleDraft], language: Language) -> str:
    """Return the rules with what members read, and what to do instead, examples, consequence."""
    words = Words(language.value)
    return "\n\n".join(_rule(words, rule) for rule in rules)


def _rule(words: Words, rule: RuleDraft) -> str:
    said = {part: _said(rule, part, words.language) for part in TEXTS}
    severity = words(f"severity.{rule.severity.value}")
    title = said["title"] or words("rule_note.untitled")
    lines = [words("rule_preview.head", code=rule.code, title=title, severity=severity)]
    lines += [said["text"]] if said["text"] else []
    for part in ("hint", "examples", "consequence"):
        if said[part]:
            lines.append(words(f"rule_preview.{part}", text=said[part]))
    return "\n".join(lines)


def _said(rule: RuleDraft, part: str, language: str) -> str:
    texts = getattr(rule, TEXTS[part])
    own = texts.get(language, "")
    return next((text.strip() for text in (own, *texts.values()) if not is_blank(text)), "")
