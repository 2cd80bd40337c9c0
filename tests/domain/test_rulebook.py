# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest

from groupdesk.domain.enums import Severity
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.rulebook import RuleDraft, rule_problems, validate_rules
from groupdesk.words import Words

GOOD = RuleDraft("R1", Severity.MINOR, {"en": "Be kind"}, {"en": "Please be kind.\n\tAlways."})


@pytest.mark.parametrize(
    ("rules", "field", "code"),
    [
        ([], "rules", "rules_none"),
        ([replace(GOOD, code=" ")], "rules.0.code", "rule_code_missing"),
        ([GOOD, replace(GOOD, code="r1 ")], "rules.1.code", "rule_code_twice"),
        ([replace(GOOD, code="R" * 21)], "rules.0.code", "text_too_long"),
        ([replace(GOOD, titles={})], "rules.0.title", "rule_title_missing"),
        ([replace(GOOD, titles={"en": "", "zh": "\u200b"})], "rules.0.title", "rule_title_missing"),
        ([replace(GOOD, titles={"zh": "长" * 201})], "rules.0.title", "text_too_long"),
        ([replace(GOOD, texts={"en": "\n"})], "rules.0.text", "rule_text_missing"),
        ([replace(GOOD, texts={"en": "x" * 5001})], "rules.0.text", "text_too_long"),
        ([replace(GOOD, texts={"en": "be\x07ep"})], "rules.0.text", "rule_control_character"),
        ([replace(GOOD, hints={"en": "a\x00"})], "rules.0.hint", "text_unstorable"),
        ([replace(GOOD, examples={"en": "a\x1b"})], "rules.0.examples", "rule_control_character"),
        ([replace(GOOD, hints={"zh": "a\u202eb"})], "rules.0.hint", "rule_turning_character"),
        ([replace(GOOD, titles={"en": "\u2067a"})], "rules.0.title", "rule_turning_character"),
        ([replace(GOOD, consequences={"en": "x" * 5001})], "rules.0.consequence", "text_too_long"),
    ],
)
def test_what_cannot_be_published_is_named_at_its_place(
    rules: list[RuleDraft], field: str, code: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        validate_rules(rules)
    assert (caught.value.field, caught.value.code) == (field, code)
    for language in ("en", "zh"):
        assert f"error.{code}" in Words(language)


def test_good_rules_pass_with_words_in_one_language_only() -> None:
    validate_rules([GOOD, replace(GOOD, code="R2", titles={"en": "", "zh": "友善"})])


def test_all_that_is_wrong_is_named_in_order() -> None:
    bad = replace(GOOD, titles={"en": " "}, texts={"en": "a\0", "zh": "x" * 5001})
    found = [(error.field, error.code) for error in rule_problems([GOOD, bad])]
    assert found == [
        ("rules.1.code", "rule_code_twice"),
        ("rules.1.title", "rule_title_missing"),
        ("rules.1.text", "text_unstorable"),
        ("rules.1.text", "text_too_long"),
    ]
    assert list(rule_problems([GOOD])) == []


def test_markup_is_text_like_any_other() -> None:
    validate_rules([replace(GOOD, titles={"en": "<img src=x onerror=alert(1)>"})])


def test_rules_without_a_code_are_missing_it_and_not_the_same() -> None:
    found = [error.code for error in rule_problems([replace(GOOD, code="")] * 2)]
    assert found == ["rule_code_missing"] * 2
