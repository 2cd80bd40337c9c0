# SPDX-License-Identifier: MIT
"""A draft on top of a version that somebody else published meanwhile; nothing of either is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from groupdesk.domain.rule_changes import TEXTS, rule_pairs
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_edits import free_code


class ClashKind(StrEnum):
    """Where both sides changed the same thing, and what was done."""

    PART = "part"
    """Both changed it: the draft's is kept."""
    GONE_THERE = "gone_there"
    """They removed a rule that the draft changed: it is kept as the draft has it."""
    GONE_HERE = "gone_here"
    """The draft removed a rule that they changed: it is kept as they have it."""
    CODE = "code"
    """Both gave different rules the same code: the draft's rule got another one."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One such place: the rule as merged, and for PART which one ("severity", "text_en" …)."""

    kind: ClashKind
    rule: RuleDraft
    part: str = ""
    mine: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """The rules that came out, and where both sides had changed the same thing."""

    rules: tuple[RuleDraft, ...]
    clashes: tuple[Clash, ...]


_Parts = dict[str, str]


@dataclass(slots=True)
class _Entry:
    """A rule as the version before, they, and the draft have it."""

    base: RuleDraft | None = None
    theirs: RuleDraft | None = None
    mine: RuleDraft | None = None


def merge(
    base: Sequence[RuleDraft], theirs: Sequence[RuleDraft], mine: Sequence[RuleDraft]
) -> Merge:
    """Return what `mine` changed in `base`, done to `theirs`.

    Rules keep the order of `theirs`, unless the draft moved some: then its own.
    """
    entries, order_theirs, order_mine = _entries(base, theirs, mine)
    moved = _moved(order_mine, len(base))
    first, second = (order_mine, order_theirs) if moved else (order_theirs, order_mine)
    clashes: list[Clash] = []
    done: list[tuple[_Entry, RuleDraft]] = []
    for key in _woven(first, second):
        entry = entries[key]
        rule = _merged(entry, clashes)
        if rule is not None:
            done.append((entry, rule))
    return Merge(_with_own_codes(done, clashes), tuple(clashes))


def _entries(
    base: Sequence[RuleDraft], theirs: Sequence[RuleDraft], mine: Sequence[RuleDraft]
) -> tuple[list[_Entry], list[int], list[int]]:
    """Return all rules, those of the base first, and their order on both sides."""
    entries = [_Entry(base=rule) for rule in base]
    pairs = rule_pairs(base, theirs)
    order_theirs = []
    added: list[int] = []
    for at, rule in enumerate(theirs):
        if at not in pairs:
            added.append(len(entries))
            entries.append(_Entry())
        key = pairs.get(at, len(entries) - 1)
        entries[key].theirs = rule
        order_theirs.append(key)
    pairs = rule_pairs(base, mine)
    own = [at for at in range(len(mine)) if at not in pairs]
    theirs_added = [entries[key].theirs for key in added]
    alike = rule_pairs([rule for rule in theirs_added if rule], [mine[at] for at in own])
    alike = {
        at: old for at, old in alike.items() if _share_a_title(mine[own[at]], theirs_added[old])
    }
    order_mine = []
    for at, rule in enumerate(mine):
        if at in pairs:
            key = pairs[at]
        elif own.index(at) in alike:
            key = added[alike[own.index(at)]]
        else:
            key = len(entries)
            entries.append(_Entry())
        entries[key].mine = rule
        order_mine.append(key)
    return entries, order_theirs, order_mine


def _share_a_title(one: RuleDraft, other: RuleDraft | None) -> bool:
    titles = {(lang, text.strip()) for lang, text in one.titles.items() if text.strip()}
    return other is not None and (
        one == other or any((lang, text.strip()) in titles for lang, text in other.titles.items())
    )


def _moved(order: Sequence[int], base: int) -> bool:
    """Say whether the rules that were there before stand in another order."""
    kept = [key for key in order if key < base]
    return kept != sorted(kept)


def _woven(first: Sequence[int], second: Sequence[int]) -> list[int]:
    """Return `first` with what only `second` has behind what stands before it there."""
    result = list(first)
    for at, key in enumerate(second):
        if key not in result:
            result.insert(result.index(second[at - 1]) + 1 if at else 0, key)
    return result


def _merged(entry: _Entry, clashes: list[Clash]) -> RuleDraft | None:
    base, theirs, mine = entry.base, entry.theirs, entry.mine
    if mine is None:
        if theirs is None or (base is not None and _parts(theirs) == _parts(base)):
            return None  # they removed it, too, or left it alone
        if base is not None:
            clashes.append(Clash(ClashKind.GONE_HERE, theirs))
        return theirs
    if theirs is None:
        if base is not None and _parts(mine) == _parts(base):
            return None
        if base is not None:
            clashes.append(Clash(ClashKind.GONE_THERE, mine))
        return mine
    return _merged_parts(base, theirs, mine, clashes)


def _merged_parts(
    base: RuleDraft | None, theirs: RuleDraft, mine: RuleDraft, clashes: list[Clash]
) -> RuleDraft:
    before = _parts(base) if base is not None else {}
    other, own = _parts(theirs), _parts(mine)
    wanted = [
        part
        for part in other.keys() | own.keys()
        if own.get(part) == before.get(part) and other.get(part) != own.get(part)
    ]
    result = mine
    for part in wanted:
        result = _with_part(result, part, theirs)
    clashes += [
        Clash(ClashKind.PART, result, part, own.get(part, ""), other.get(part, ""))
        for part in sorted(other.keys() | own.keys())
        if part not in wanted and own.get(part) != other.get(part) != before.get(part)
    ]
    return result


def _with_part(rule: RuleDraft, part: str, source: RuleDraft) -> RuleDraft:
    if part == "code":
        return replace(rule, code=source.code)
    if part == "severity":
        return replace(rule, severity=source.severity)
    name, _line, language = part.rpartition("_")
    field = TEXTS[name]
    texts: Mapping[str, str] = {
        **getattr(rule, field),
        language: getattr(source, field).get(language, ""),
    }
    changed: dict[str, Any] = {field: texts}
    return replace(rule, **changed)


def _parts(rule: RuleDraft) -> _Parts:
    """Return what a rule says, without blanks around it, by the name of the part."""
    parts = {"code": rule.code.strip(), "severity": rule.severity.value}
    for part, field in TEXTS.items():
        for language, text in getattr(rule, field).items():
            if text.strip():
                parts[f"{part}_{language}"] = text.strip()
    return parts


def _with_own_codes(
    done: Sequence[tuple[_Entry, RuleDraft]], clashes: list[Clash]
) -> tuple[RuleDraft, ...]:
    """Give rules of the draft another code where somebody else's rule took theirs."""
    rules = [rule for _entry, rule in done]
    known = {
        _key(rule.code) for entry, rule in done if entry.theirs and _same_code(entry.theirs, rule)
    }
    for at, (entry, rule) in enumerate(done):
        if entry.theirs is not None and _same_code(entry.theirs, rule):
            continue
        was_there = entry.base is not None and _same_code(entry.base, rule)
        if _key(rule.code) in known and not was_there:
            rules[at] = replace(rule, code=free_code(rules))
            clashes.append(Clash(ClashKind.CODE, rules[at], "code", rules[at].code, rule.code))
    return tuple(rules)


def _same_code(one: RuleDraft, other: RuleDraft) -> bool:
    return _key(one.code) == _key(other.code)


def _key(code: str) -> str:
    return code.strip().casefold()
