# SPDX-License-Identifier: MIT
"""The cards of rules in both languages."""

from dataclasses import replace

import pytest

from groupdesk.domain.enums import Severity
from groupdesk.domain.rule_changes import rule_changes
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.ui.rule_lines import change_word, rule_lines
from groupdesk.words import Words

ADS = RuleDraft("R1", Severity.MINOR, {"en": "No ads", "zh": "禁止广告"}, {"en": "No ads."})
RESPECT = RuleDraft("R2", Severity.SERIOUS, {"en": "Respect"}, {"en": "Be kind."})
NEW = RuleDraft("R3", Severity.ZERO_TOLERANCE, {"en": " "}, {})


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                ("Respect", "broken 2 times · moved in v2", "Serious", "danger"),
                ("No ads · 禁止广告", "broken once", "Minor", "warning"),
                ("No title yet", "new in v2", "Zero tolerance", "danger"),
            ],
        ),
        (
            "zh",
            [
                ("Respect", "违反 2 次 · 第 2 版调整了顺序", "严重", "danger"),
                ("禁止广告 · No ads", "违反 1 次", "轻微", "warning"),
                ("尚无标题", "第 2 版新增", "零容忍", "danger"),
            ],
        ),
    ],
)
def test_cards(language: str, expected: list[tuple[str, ...]]) -> None:
    rules = (RESPECT, ADS, NEW)
    changes = rule_changes((ADS, RESPECT), rules)
    lines = rule_lines(Words(language), rules, changes, 2, {"r1": 1, "R2": 2})
    assert [(line.title, line.note, line.severity, line.tone) for line in lines] == expected


def test_breaches_stay_with_a_rule_whose_code_changed() -> None:
    rules = (replace(ADS, code="A1"),)
    (line,) = rule_lines(Words("en"), rules, rule_changes((ADS,), rules), 2, {"R1": 4})
    assert line.note == "broken 4 times · changed in v2"


def test_no_change_has_no_word() -> None:
    assert change_word(Words("en"), None, 2) == ""
