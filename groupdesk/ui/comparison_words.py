# SPDX-License-Identifier: MIT
"""A comparison of rulebooks in words: for the eye in pieces, for the clipboard as plain text."""

from collections.abc import Sequence

from groupdesk.domain.rule_changes import MOVED_PART, RuleChangeKind
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_compare import RuleComparison, TextChange
from groupdesk.domain.text import is_blank
from groupdesk.domain.word_diff import Piece, PieceKind
from groupdesk.words import Words


def rule_name(words: Words, rule: RuleDraft) -> str:
    """Return code and title: in the language of the words, else in another one."""
    order = sorted(rule.titles, key=lambda language: language != words.language)
    titles = [rule.titles[language] for language in order if not is_blank(rule.titles[language])]
    return f"{rule.code} {titles[0] if titles else words('rule_note.untitled')}".strip()


def facts(words: Words, comparison: RuleComparison) -> list[str]:
    """Return what changed besides the texts: code, severity, place in the list."""
    change = comparison.change
    places = {"before": comparison.old_place, "after": comparison.new_place}
    if change.kind is RuleChangeKind.ADDED:
        severity = words(f"severity.{change.rule.severity.value}")
        return [words("rule_fact.new", **places, severity=severity)]
    if change.kind is RuleChangeKind.REMOVED or change.before is None:
        return [words("rule_fact.gone", **places)]
    found = []
    if "code" in change.parts:
        found.append(words("rule_fact.code", before=change.before.code, after=change.rule.code))
    if "severity" in change.parts:
        levels = (change.before.severity, change.rule.severity)
        was, now = (words(f"severity.{severity.value}") for severity in levels)
        found.append(words("rule_fact.severity", before=was, after=now))
    if MOVED_PART in change.parts:
        found.append(words("rule_fact.position", **places))
    return found


def text_name(words: Words, text: TextChange) -> str:
    """Return which text it is: "English title"."""
    return words(f"rule_part.{text.part}_{text.language}")


def ordered_texts(words: Words, comparison: RuleComparison) -> list[TextChange]:
    """Return the texts with those in the language of the words first."""
    return sorted(comparison.texts, key=lambda text: text.language != words.language)


def comparison_text(words: Words, head: str, comparisons: Sequence[RuleComparison]) -> str:
    """Return the comparison as plain text, with marks around what went and what came."""
    parts = [head]
    for comparison in comparisons:
        change = comparison.change
        kind = words(f"rule_change.{change.kind.value}")
        name = words("rule_compared.head", name=rule_name(words, change.rule), kind=kind)
        lines = [name, *facts(words, comparison)]
        for text in ordered_texts(words, comparison):
            lines += [text_name(words, text), "".join(_marked(words, p) for p in text.pieces)]
        parts.append("\n".join(lines))
    if not comparisons:
        parts.append(words("rule_compared.same"))
    return "\n\n".join(parts)


def _marked(words: Words, piece: Piece) -> str:
    if piece.kind is PieceKind.SAME:
        return piece.text
    return words(f"rule_compared.{piece.kind.value}", text=piece.text)
