# SPDX-License-Identifier: MIT
"""What changed between two versions of a rulebook: added, removed, changed, moved."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from groupdesk.domain.records import RuleRecord
from groupdesk.domain.rulebook import RuleDraft

MOVED_PART: Final = "position"
"""The part that says that a rule stands elsewhere among the others."""

TEXTS: Final = {
    "title": "titles",
    "text": "texts",
    "hint": "hints",
    "examples": "examples",
    "consequence": "consequences",
}
"""The texts of a rule, as changes and errors name them, and the fields that hold them."""


class RuleChangeKind(StrEnum):
    """What became of a rule."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What became of one rule; `position` is its place from 0, in the old book if it is gone.

    `parts` names what differs: "code", "severity", "position", or a text with its language,
    "title_en" for instance. `before` is the rule as it was, None for a new one.
    """

    kind: RuleChangeKind
    rule: RuleDraft
    position: int
    before: RuleDraft | None = None
    parts: tuple[str, ...] = ()


def draft_of(rule: RuleRecord) -> RuleDraft:
    """Return a published rule as one that can be edited."""
    return RuleDraft(
        rule.code,
        rule.severity,
        rule.titles,
        rule.texts,
        rule.hints,
        rule.examples,
        rule.consequences,
    )


def rule_changes(before: Sequence[RuleDraft], after: Sequence[RuleDraft]) -> tuple[RuleChange, ...]:
    """Return what leads from `before` to `after`: in the order of `after`, what is gone last.

    `before` was published, so that no code is there twice; `after` may be half written. Rules
    are the same rule as `rule_pairs` says. Blanks around a text are no change. A moved rule is
    one that the fewest moves to the new order would touch.
    """
    pairs = rule_pairs(before, after)
    moved = _moved([pairs[at] for at in sorted(pairs)])
    result = []
    for at, rule in enumerate(after):
        if at not in pairs:
            result.append(RuleChange(RuleChangeKind.ADDED, rule, at))
            continue
        old = before[pairs[at]]
        parts = _parts(old, rule)
        if parts or pairs[at] in moved:
            kind = RuleChangeKind.CHANGED if parts else RuleChangeKind.MOVED
            parts += (MOVED_PART,) if pairs[at] in moved else ()
            result.append(RuleChange(kind, rule, at, old, parts))
    gone = set(range(len(before))) - set(pairs.values())
    result += [
        RuleChange(RuleChangeKind.REMOVED, before[at], at, before[at]) for at in sorted(gone)
    ]
    return tuple(result)


def rule_pairs(before: Sequence[RuleDraft], after: Sequence[RuleDraft]) -> dict[int, int]:
    """Return for each rule that was kept its place in `after` and in `before`.

    A rule is the same one where code and a title are, else where a title is, else where the code
    is: so it is known again after it was renumbered, after it got another title, not after both.
    """
    pairs: dict[int, int] = {}
    _pair(before, after, pairs, lambda rule: [(_key(rule.code), *title) for title in _titles(rule)])
    _pair(before, after, pairs, _titles)
    _pair(before, after, pairs, lambda rule: [_key(rule.code)])
    return pairs


def followed(versions: Iterable[Sequence[RuleDraft]]) -> list[list[int]]:
    """Return for each rule of each version, the oldest first, which rule it is.

    The same number stands for the same rule, also where it got another code or was away.
    """
    known: list[RuleDraft] = []
    result = []
    for rules in versions:
        pairs = rule_pairs(known, rules)
        places = []
        for at, rule in enumerate(rules):
            place = pairs.get(at, len(known))
            known[place : place + 1] = [rule]
            places.append(place)
        result.append(places)
    return result


def _pair(
    before: Sequence[RuleDraft],
    after: Sequence[RuleDraft],
    pairs: dict[int, int],
    marks: Callable[[RuleDraft], Sequence[object]],
) -> None:
    """Add the pairs of rules that are in none yet and share one of their `marks`."""
    taken = set(pairs.values())
    places: dict[object, list[int]] = {}
    for at, rule in enumerate(before):
        for mark in marks(rule):
            places.setdefault(mark, []).append(at)
    for at, rule in enumerate(after):
        if at in pairs:
            continue
        found = (old for mark in marks(rule) for old in places.get(mark, ()) if old not in taken)
        old = next(found, None)
        if old is not None:
            pairs[at] = old
            taken.add(old)


def _moved(places: Sequence[int]) -> set[int]:
    """Return the old places that are no part of the longest run that kept its order."""
    ends: list[int] = []
    lengths = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        lengths.append(at + 1)
    kept = set()
    wanted = len(ends)
    for place, length in zip(reversed(places), reversed(lengths), strict=True):
        if length == wanted:
            kept.add(place)
            wanted -= 1
    return set(places) - kept


def _parts(old: RuleDraft, new: RuleDraft) -> tuple[str, ...]:
    parts = [] if old.code.strip() == new.code.strip() else ["code"]
    if old.severity is not new.severity:
        parts.append("severity")
    for part, field in TEXTS.items():
        was, now = _clean(getattr(old, field)), _clean(getattr(new, field))
        languages = sorted(was.keys() | now.keys())
        parts += [f"{part}_{lang}" for lang in languages if was.get(lang) != now.get(lang)]
    return tuple(parts)


def _clean(texts: Mapping[str, str]) -> dict[str, str]:
    return {language: text.strip() for language, text in texts.items() if text.strip()}


def _key(code: str) -> str:
    return code.strip().casefold()


def _titles(rule: RuleDraft) -> list[tuple[str, str]]:
    return list(_clean(rule.titles).items())
