# SPDX-License-Identifier: MIT
"""Two rulebooks side by side: which rules differ, in what, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass

from groupdesk.domain.rule_changes import (
    TEXTS,
    RuleChange,
    RuleChangeKind,
    rule_changes,
    rule_pairs,
)
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.word_diff import Piece, compare


@dataclass(frozen=True, slots=True)
class TextChange:
    """What changed in one text of a rule; `part` is "title", "text" … and `language` its code."""

    part: str
    language: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class RuleComparison:
    """One rule that differs: what became of it, its places from 1 (None: not there), its texts."""

    change: RuleChange
    old_place: int | None
    new_place: int | None
    texts: tuple[TextChange, ...]


def compare_rules(
    before: Sequence[RuleDraft], after: Sequence[RuleDraft]
) -> tuple[RuleComparison, ...]:
    """Return what leads from `before` to `after`, word by word, as `rule_changes` orders it."""
    pairs = rule_pairs(before, after)
    return tuple(_compared(change, pairs) for change in rule_changes(before, after))


def _compared(change: RuleChange, pairs: dict[int, int]) -> RuleComparison:
    empty = RuleDraft("", change.rule.severity, {}, {})
    if change.kind is RuleChangeKind.REMOVED:
        return RuleComparison(change, change.position + 1, None, _texts(change.rule, empty))
    old = pairs[change.position] + 1 if change.before is not None else None
    return RuleComparison(
        change, old, change.position + 1, _texts(change.before or empty, change.rule)
    )


def _texts(old: RuleDraft, new: RuleDraft) -> tuple[TextChange, ...]:
    found = []
    for part, field in TEXTS.items():
        was, now = getattr(old, field), getattr(new, field)
        for language in sorted(was.keys() | now.keys()):
            one, other = was.get(language, "").strip(), now.get(language, "").strip()
            if one != other:
                found.append(TextChange(part, language, compare(one, other)))
    return tuple(found)
