# SPDX-License-Identifier: MIT
"""What a rule of a group is while it is being written, and what makes a rulebook publishable."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from groupdesk.domain.enums import Severity
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.text import is_blank, reject_unstorable

MAX_RULE_CODE: Final = 20
MAX_RULE_TITLE: Final = 200
MAX_RULE_TEXT: Final = 5_000
"""The longest code, title and text of a rule, in characters."""

_CONTROL = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """One rule; titles, texts and the rest are given by language code, "en" or "zh".

    A hint says what to do instead, as a sentence to the member that templates can quote.
    """

    code: str
    severity: Severity
    titles: Mapping[str, str]
    texts: Mapping[str, str]
    hints: Mapping[str, str] = field(default_factory=dict)
    examples: Mapping[str, str] = field(default_factory=dict)
    consequences: Mapping[str, str] = field(default_factory=dict)


def validate_rules(rules: Sequence[RuleDraft]) -> None:
    """Raise ValidationError for the first of the `rule_problems`, if there is any."""
    for problem in rule_problems(rules):
        raise problem


def rule_problems(rules: Sequence[RuleDraft]) -> Iterator[ValidationError]:
    """Yield everything that keeps `rules` from being published, in their order.

    The field of an error names the place, "rules.0.title" for instance, counted from 0; where
    there are no rules at all it is "rules". Titles and texts need words in at least one language.
    What is wrong with the words of one language has its code among the values, as "language".
    """
    if not rules:
        yield ValidationError("rules", "rules_none")
    seen: set[str] = set()
    for number, rule in enumerate(rules):
        place = f"rules.{number}"
        yield from _problems(f"{place}.code", {"": rule.code}, MAX_RULE_CODE, "rule_code_missing")
        key = rule.code.strip().casefold()
        if key and key in seen:
            yield ValidationError(f"{place}.code", "rule_code_twice", rule=rule.code)
        seen.add(key)
        yield from _problems(
            f"{place}.title", rule.titles, MAX_RULE_TITLE, "rule_title_missing", rule.code
        )
        yield from _problems(
            f"{place}.text", rule.texts, MAX_RULE_TEXT, "rule_text_missing", rule.code
        )
        yield from _problems(f"{place}.hint", rule.hints, MAX_RULE_TEXT)
        yield from _problems(f"{place}.examples", rule.examples, MAX_RULE_TEXT)
        yield from _problems(f"{place}.consequence", rule.consequences, MAX_RULE_TEXT)


def _problems(
    place: str, words: Mapping[str, str], limit: int, missing: str = "", rule: str = ""
) -> Iterator[ValidationError]:
    if missing and all(map(is_blank, words.values())):
        yield ValidationError(place, missing, rule=rule)
    for language, text in words.items():
        problem = _problem(place, text, limit)
        if problem is not None:
            problem.values["language"] = language
            yield problem


def _problem(place: str, text: str, limit: int) -> ValidationError | None:
    if not text.replace("\n", "").isprintable():  # nearly always: what Python calls so is harmless
        try:
            reject_unstorable(place, text)
        except ValidationError as error:
            return error
        if _CONTROL.search(text):
            return ValidationError(place, "rule_control_character")
        if _TURNS.search(text):
            return ValidationError(place, "rule_turning_character")
    if len(text) > limit:
        return ValidationError(place, "text_too_long", limit=limit, length=len(text))
    return None
