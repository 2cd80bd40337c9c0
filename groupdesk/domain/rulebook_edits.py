# SPDX-License-Identifier: MIT
"""What is done to a rulebook while it is written: codes, copies, translations that are missing."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.rule_changes import TEXTS
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.text import is_blank

_NUMBERED: Final = re.compile(r"(\D*)\d+")
_USUAL: Final = "R"


def free_code(rules: Sequence[RuleDraft]) -> str:
    """Return the first code that no rule has, R3 for instance, counted as the others are."""
    taken = {_key(rule.code) for rule in rules}
    prefix = _prefix(rules)
    numbers = range(1, len(taken) + 2)
    return next(code for code in (f"{prefix}{n}" for n in numbers) if _key(code) not in taken)


def new_rule(rules: Sequence[RuleDraft]) -> RuleDraft:
    """Return an empty rule with the first free code."""
    return RuleDraft(free_code(rules), Severity.MINOR, {}, {})


def joined(rules: Sequence[RuleDraft], others: Iterable[RuleDraft]) -> tuple[RuleDraft, ...]:
    """Return `rules` with the others after them, except those whose title is there already.

    A code that is taken is replaced by the first free one.
    """
    result = list(rules)
    titles = {_key(title) for rule in rules for title in rule.titles.values()} - {""}
    for rule in others:
        if titles.intersection(map(_key, rule.titles.values())):
            continue
        taken = {_key(other.code) for other in result}
        code = free_code(result) if _key(rule.code) in taken else rule.code
        result.append(replace(rule, code=code))
    return tuple(result)


def renumbered(rules: Sequence[RuleDraft]) -> tuple[RuleDraft, ...]:
    """Return the rules with codes in their order: R1, R2, and so on."""
    prefix = _prefix(rules)
    return tuple(replace(rule, code=f"{prefix}{n}") for n, rule in enumerate(rules, 1))


def languages_used(rules: Iterable[RuleDraft], first: Language) -> tuple[Language, ...]:
    """Return the languages in which a rulebook is written, `first` in any case and in front."""
    written = {
        language for rule in rules for language in Language if not _blank(rule, "title", language)
    }
    return (first, *(one for one in Language if one in written and one is not first))


def gaps(rule: RuleDraft, languages: Collection[Language]) -> dict[Language, tuple[str, ...]]:
    """Return for each language that lacks something which of the `TEXTS` it lacks.

    Title and text are expected in each of `languages`, the others where another one has them.
    """
    found: dict[Language, tuple[str, ...]] = {}
    for language in languages:
        missing = tuple(
            part
            for part in TEXTS
            if _blank(rule, part, language)
            and (
                part in {"title", "text"}
                or not all(_blank(rule, part, other) for other in Language)
            )
        )
        if missing:
            found[language] = missing
    return found


def filled_from(rule: RuleDraft, source: Language, target: Language) -> RuleDraft:
    """Return the rule with the texts that `target` lacks as they are in `source`, to begin with."""
    changed: dict[str, Any] = {
        field: {**getattr(rule, field), target.value: getattr(rule, field)[source.value]}
        for part, field in TEXTS.items()
        if _blank(rule, part, target) and not _blank(rule, part, source)
    }
    return replace(rule, **changed)


def _blank(rule: RuleDraft, part: str, language: Language) -> bool:
    return is_blank(getattr(rule, TEXTS[part]).get(language.value, ""))


def _prefix(rules: Sequence[RuleDraft]) -> str:
    """Return what most codes begin with in front of their number."""
    found = [_NUMBERED.fullmatch(rule.code.strip()) for rule in rules]
    counts = Counter(match[1] for match in found if match is not None)
    return counts.most_common(1)[0][0] if counts else _USUAL


def _key(text: str) -> str:
    return text.strip().casefold()
