# SPDX-License-Identifier: MIT
"""What is done to a rulebook while it is written."""

import pytest

from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.rule_changes import rule_changes
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.domain.rulebook_edits import (
    filled_from,
    free_code,
    gaps,
    joined,
    languages_used,
    new_rule,
    renumbered,
)

EN, ZH = Language.EN, Language.ZH


def rule(
    code: str,
    title: str = "",
    titles: dict[str, str] | None = None,
    hints: dict[str, str] | None = None,
) -> RuleDraft:
    titles = titles or {"en": title or f"Rule {code}"}
    return RuleDraft(code, Severity.MINOR, titles, {"en": "Text."}, hints or {})


@pytest.mark.parametrize(
    ("codes", "free"),
    [
        ([], "R1"),
        (["R1", "R2"], "R3"),
        (["R1", "R3"], "R2"),
        (["r1 "], "R2"),
        (["A1", "A2", "R1"], "A3"),
        (["第1条", "第2条"], "R1"),
        (["1", "2"], "3"),
        (["Privacy"], "R1"),
    ],
)
def test_a_new_rule_takes_the_first_free_code(codes: list[str], free: str) -> None:
    rules = [rule(code) for code in codes]
    assert free_code(rules).casefold() == free.casefold()
    assert new_rule(rules).titles == {}


def test_rules_join_others_under_free_codes_and_once() -> None:
    own = (rule("R2", "Ours"),)
    others = (rule("R1"), rule("R2"), rule("R3", "ours "))
    both = joined(own, others)
    assert [(r.code, r.titles["en"]) for r in both] == [
        ("R2", "Ours"),
        ("R1", "Rule R1"),
        ("R3", "Rule R2"),
    ]
    assert joined(both, others) == both, "they came twice"
    assert joined((), others) == others


def test_renumbering_keeps_rules_order_and_is_told_as_codes_only() -> None:
    rules = (rule("R4"), rule("R2"), rule("R9"))
    done = renumbered(rules)
    assert [r.code for r in done] == ["R1", "R2", "R3"]
    assert [r.titles for r in done] == [r.titles for r in rules]
    assert {change.parts for change in rule_changes(rules, done)} == {("code",)}
    assert [r.code for r in renumbered([rule("A7"), rule("A1")])] == ["A1", "A2"]


def test_the_language_of_the_group_and_those_written_in_are_used() -> None:
    assert languages_used([rule("R1")], ZH) == (ZH, EN)
    assert languages_used([], ZH) == (ZH,)
    assert languages_used([rule("R1"), rule("R2", titles={"zh": " "})], EN) == (EN,)


def test_what_a_translation_lacks_is_named() -> None:
    half = rule("R1", titles={"en": "T", "zh": "题"}, hints={"en": "Do."})
    assert gaps(half, (EN, ZH)) == {ZH: ("text", "hint")}
    assert gaps(half, (EN,)) == {}
    assert gaps(RuleDraft("R1", Severity.MINOR, {}, {}), (EN,)) == {EN: ("title", "text")}


def test_a_translation_begins_with_the_other_language_where_it_lacks_words() -> None:
    half = rule("R1", titles={"en": "T", "zh": "题"}, hints={"en": "Do."})
    whole = filled_from(half, EN, ZH)
    assert whole.titles == {"en": "T", "zh": "题"}
    assert (whole.texts["zh"], whole.hints["zh"]) == ("Text.", "Do.")
    assert whole.examples == {}
    assert gaps(whole, (EN, ZH)) == {}
