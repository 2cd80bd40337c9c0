# SPDX-License-Identifier: MIT
from groupdesk.domain.courtesy import check
from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.rulebook import validate_rules
from groupdesk.paths import resource
from groupdesk.services.starter_rules import starter_rules


def test_the_starter_rules_can_be_published_as_they_are() -> None:
    rules = starter_rules()
    validate_rules(rules)
    assert [rule.code for rule in rules] == [f"R{number}" for number in range(1, 10)]


def test_every_part_is_written_in_both_languages() -> None:
    for rule in starter_rules():
        for part in (rule.titles, rule.texts, rule.hints, rule.examples, rule.consequences):
            assert set(part) == set(Language)
            assert all(text.strip() for text in part.values())


def test_codes_and_severities_are_the_same_in_both_files() -> None:
    def spine(language: str) -> list[list[str]]:
        lines = resource("rulebooks", f"{language}.toml").read_text(encoding="utf-8").splitlines()
        return [line.split() for line in lines if line.startswith(("code", "severity"))]

    assert spine("en") == spine("zh")


def test_privacy_is_zero_tolerance() -> None:
    privacy = next(rule for rule in starter_rules() if rule.code == "R4")
    assert privacy.severity is Severity.ZERO_TOLERANCE


def test_a_rulebook_speaks_politely_itself() -> None:
    for rule in starter_rules():
        for language in Language:
            for text in (rule.titles[language], rule.texts[language], rule.hints[language]):
                problems = [f.code for f in check(text).problems if f.code.startswith("no_")]
                assert problems == [], text
