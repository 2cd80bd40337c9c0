# SPDX-License-Identifier: MIT
"""The starter rulebooks: whole, alike and courteous in both languages."""

import pytest

from groupdesk.domain.courtesy import check
from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.rulebook import validate_rules
from groupdesk.domain.rulebook_edits import gaps
from groupdesk.paths import resource
from groupdesk.services.starter_rules import StarterSet, starter_rules, starter_sets

SETS = pytest.mark.parametrize("found", starter_sets(), ids=lambda found: found.key)
SUBJECTS = {
    "advertising": ("advertising", "广告"),
    "insults": ("insults", "辱骂"),
    "false information": ("correct it", "更正"),
    "privacy": ("photos", "照片"),
    "topic": ("topic", "主题"),
    "quiet hours": ("quiet hours", "安静时段"),
    "disputes": ("disputes", "纠纷"),
    "removal and appeal": ("appeal", "申诉"),
}


def test_there_is_a_set_for_each_kind_of_group_and_customers_come_first() -> None:
    assert [found.key for found in starter_sets()] == ["customers", "partners", "community"]
    assert starter_rules() == starter_sets()[0].rules
    with pytest.raises(KeyError):
        starter_rules("unknown")


@SETS
def test_the_starter_rules_can_be_published_as_they_are(found: StarterSet) -> None:
    validate_rules(found.rules)
    numbers = range(1, len(found.rules) + 1)
    assert [rule.code for rule in found.rules] == [f"R{number}" for number in numbers]


@SETS
def test_every_part_is_written_in_both_languages(found: StarterSet) -> None:
    assert set(found.names) == set(found.abouts) == set(Language)
    for rule in found.rules:
        assert gaps(rule, tuple(Language)) == {}
        for part in (rule.titles, rule.texts, rule.hints, rule.examples, rule.consequences):
            assert set(part) == set(Language)
            assert all(text.strip() for text in part.values())


@SETS
def test_codes_and_severities_are_the_same_in_both_files(found: StarterSet) -> None:
    def spine(language: str) -> list[list[str]]:
        path = resource("rulebooks", language, f"{found.key}.toml")
        lines = path.read_text(encoding="utf-8").splitlines()
        return [line.split() for line in lines if line.startswith(("code", "severity"))]

    assert spine("en") == spine("zh")


@SETS
@pytest.mark.parametrize("subject", SUBJECTS)
def test_what_every_group_needs_is_ruled(found: StarterSet, subject: str) -> None:
    for language, sign in zip(Language, SUBJECTS[subject], strict=True):
        said = [rule.titles[language] + rule.texts[language] for rule in found.rules]
        assert any(sign in text.casefold() for text in said), (language, sign)


@SETS
def test_privacy_is_zero_tolerance(found: StarterSet) -> None:
    privacy = next(rule for rule in found.rules if rule.code == "R4")
    assert privacy.severity is Severity.ZERO_TOLERANCE


@SETS
def test_a_rulebook_speaks_politely_itself(found: StarterSet) -> None:
    for rule in found.rules:
        for language in Language:
            for text in (rule.titles[language], rule.texts[language], rule.hints[language]):
                problems = [f.code for f in check(text).problems if f.code.startswith("no_")]
                assert problems == [], text


@SETS
def test_chinese_is_punctuated_as_chinese(found: StarterSet) -> None:
    for rule in found.rules:
        for part in (rule.titles, rule.texts, rule.hints, rule.examples, rule.consequences):
            assert not set(part["zh"]) & set(",;!?\"'()"), part["zh"]
            assert "  " not in part["en"]
