# SPDX-License-Identifier: MIT
"""A message about several rules reads as somebody would say it, in both languages."""

import pytest

from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.rule_lists import gravest, name_all, numbered, say_many
from groupdesk.domain.templates import fill

EN, ZH = Language.EN, Language.ZH
ENGLISH = [
    {
        "rule_code": "R1",
        "rule_title": "No advertising",
        "rule_text": "No offers.",
        "rule_hint": "Ask.",
    },
    {"rule_code": "R3", "rule_title": "Be kind", "rule_text": "No insults.", "rule_hint": "Ask."},
    {"rule_code": "R7", "rule_title": "{member_name}", "rule_text": "…", "rule_hint": ""},
]
CHINESE = [
    {"rule_code": "R1", "rule_title": "禁止广告", "rule_text": "不发广告。", "rule_hint": "先问。"},
    {
        "rule_code": "R3",
        "rule_title": "友善交流",
        "rule_text": "不骂人。",
        "rule_hint": "好好说。",
    },
    {"rule_code": "R7", "rule_title": "不跑题", "rule_text": "谈产品。", "rule_hint": ""},
]


def said(template: str, language: Language, count: int) -> str:
    rules = (ENGLISH if language is EN else CHINESE)[:count]
    values = rules[0] | (numbered(rules, language) if count > 1 else {})
    return fill(name_all(template, count, language), values).text


@pytest.mark.parametrize(
    ("template", "count", "expected"),
    [
        (
            "our rule {rule_code}, “{rule_title}”.",
            1,
            "our rule R1, “No advertising”.",
        ),
        (
            "our rule {rule_code}, “{rule_title}”.",
            2,
            "our rules R1, “No advertising”, and R3, “Be kind”.",
        ),
        (
            "(rule {rule_code}, “{rule_title}”)",
            3,
            "(rules R1, “No advertising”; R3, “Be kind”; and R7, “{member_name}”)",
        ),
        ("Rule {rule_code} says", 2, "Rules R1 and R3 says"),
        ("rule “{rule_title}”", 2, "rules “No advertising” and “Be kind”"),
        (
            "It says:\n{rule_text}\nThanks",
            2,
            "It says:\nR1: No offers.\nR3: No insults.\nThanks",
        ),
        ("{rule_text} Thanks", 2, "R1: No offers. R3: No insults. Thanks"),
        ("{rule_hint}", 2, "Ask."),
    ],
)
def test_english(template: str, count: int, expected: str) -> None:
    assert said(template, EN, count) == expected


@pytest.mark.parametrize(
    ("template", "count", "expected"),
    [
        ("违反了群规 {rule_code}“{rule_title}”。", 2, "违反了群规 R1“禁止广告”和 R3“友善交流”。"),
        (
            "违反了群规 {rule_code}“{rule_title}”。",
            3,
            "违反了群规 R1“禁止广告”、R3“友善交流”和 R7“不跑题”。",
        ),
        ("群规「{rule_title}」", 2, "群规「禁止广告」和「友善交流」"),
        ("如下：\n{rule_text}\n谢谢", 2, "如下：\nR1：不发广告。\nR3：不骂人。\n谢谢"),
        ("{rule_hint}谢谢", 2, "先问。好好说。谢谢"),
    ],
)
def test_chinese(template: str, count: int, expected: str) -> None:
    assert said(template, ZH, count) == expected


def test_this_rule_becomes_these_rules() -> None:
    text = "I ask you to keep to this rule. If the rule is broken, rule {rule_code} … This rule is"
    assert say_many(text, EN) == (
        "I ask you to keep to these rules. If one of the rules is broken,"
        " rule {rule_code} … These rules are"
    )
    assert say_many("对这条群规如有不清楚", ZH) == "对这几条群规如有不清楚"


def test_one_rule_leaves_the_words_alone_and_the_gravest_decides() -> None:
    assert name_all("rule {rule_code}", 1, EN) == "rule {rule_code}"
    assert gravest([Severity.MINOR, Severity.ZERO_TOLERANCE, Severity.SERIOUS]) is (
        Severity.ZERO_TOLERANCE
    )
    assert gravest([]) is None
