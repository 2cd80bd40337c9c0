# SPDX-License-Identifier: MIT
"""What a rule of a group is while it is being written, and what makes a rulebook publishable."""

import re
from collections.abc import Mapping, Sequence
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
    """Raise ValidationError for the first thing that keeps `rules` from being published.

    The field of the error names the place, "rules.0.title" for instance, counted from 0; where
    there are no rules at all it is "rules". Titles and texts need words in at least one language.
    """
    if not rules:
        raise ValidationError("rules", "rules_none")
    seen: set[str] = set()
    for number, rule in enumerate(rules):
        place = f"rules.{number}"
        _check(f"{place}.code", {"": rule.code}, MAX_RULE_CODE, "rule_code_missing")
        key = rule.code.strip().casefold()
        if key in seen:
            raise ValidationError(f"{place}.code", "rule_code_twice", rule=rule.code)
        seen.add(key)
        _check(f"{place}.title", rule.titles, MAX_RULE_TITLE, "rule_title_missing", rule.code)
        _check(f"{place}.text", rule.texts, MAX_RULE_TEXT, "rule_text_missing", rule.code)
        _check(f"{place}.hint", rule.hints, MAX_RULE_TEXT)
        _check(f"{place}.examples", rule.examples, MAX_RULE_TEXT)
        _check(f"{place}.consequence", rule.consequences, MAX_RULE_TEXT)


def _check(
    place: str, words: Mapping[str, str], limit: int, missing: str = "", rule: str = ""
) -> None:
    if missing and all(map(is_blank, words.values())):
        raise ValidationError(place, missing, rule=rule)
    for text in words.values():
        reject_unstorable(place, text)
        if _CONTROL.search(text):
            raise ValidationError(place, "rule_control_character")
        if len(text) > limit:
            raise ValidationError(place, "text_too_long", limit=limit, length=len(text))
