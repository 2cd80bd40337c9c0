# SPDX-License-Identifier: MIT
"""The cards of rules in both languages."""

from dataclasses import replace

import pytest

from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.rule_changes import rule_changes
from groupdesk.domain.rulebook import RuleDraft, rule_problems
from groupdesk.ui.rule_lines import change_word, rule_lines, rule_marks
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


def test_what_is_missing_or_wrong_stands_before_the_note() -> None:
    rules = (ADS, RESPECT, replace(ADS, hints={"en": "Ask first."}))
    marks = rule_marks(Words("zh"), rules, tuple(Language), tuple(rule_problems(rules)))
    assert marks == {
        0: "中文不完整",
        1: "缺少中文",
        2: "需要修改、中文不完整",
    }
    assert rule_marks(Words("en"), (RESPECT,), (Language.EN,), ()) == {}
    lines = rule_lines(Words("zh"), rules, (), 2, {}, marks)
    assert lines[1].spoken == "R2 Respect, 严重, 缺少中文, 暂无违规"
