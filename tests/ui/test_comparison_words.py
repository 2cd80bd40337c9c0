# SPDX-License-Identifier: MIT
"""A comparison in words, and as plain text that keeps its marks."""

from dataclasses import replace

import pytest

from groupdesk.domain.enums import Severity
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_compare import compare_rules
from groupdesk.ui.comparison_words import comparison_text, facts, rule_name
from groupdesk.words import Words

ONE = RuleDraft("R1", Severity.MINOR, {"en": "No ads", "zh": "禁止广告"}, {"en": "No ads here."})
TWO = RuleDraft("R2", Severity.MINOR, {"en": "Be kind"}, {"en": "Please."})
EN, ZH = Words("en"), Words("zh")


def test_a_rule_is_named_in_the_language_of_the_reader_or_the_other() -> None:
    assert rule_name(ZH, ONE) == "R1 禁止广告"
    assert rule_name(ZH, TWO) == "R2 Be kind"
    assert rule_name(EN, RuleDraft("R3", Severity.MINOR, {"zh": " "}, {})) == "R3 No title yet"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (EN, ["Code: R1 → R9", "Severity: Minor → Serious", "Place in the list: 1 → 3"]),
        (ZH, ["编号：R1 → R9", "严重程度：轻微 → 严重", "排列位置：1 → 3"]),
    ],
)
def test_code_severity_and_place_are_told_in_words(words: Words, expected: list[str]) -> None:
    three = replace(TWO, code="R3", titles={"en": "Be brief"})
    changed = replace(ONE, code="R9", severity=Severity.SERIOUS)
    (found,) = compare_rules((ONE, TWO, three), (TWO, three, changed))
    assert facts(words, found) == expected


def test_the_text_says_what_went_and_what_came() -> None:
    new = replace(ONE, texts={"en": "No ads <b>anywhere</b>."})
    text = comparison_text(EN, "v1 and v2", compare_rules((ONE, TWO), (new,)))
    assert text == (
        "v1 and v2\n\n"
        "R1 No ads (Changed)\n"
        "English text\n"
        "No ads [removed: here][added: <b>anywhere</b>].\n\n"
        "R2 Be kind (Removed)\n"
        "Was at place 2\n"
        "English title\n"
        "[removed: Be kind]\n"
        "English text\n"
        "[removed: Please.]"
    )
    assert comparison_text(ZH, "甲", ()) == "甲\n\n两者相同。"
