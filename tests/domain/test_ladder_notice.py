# SPDX-License-Identifier: MIT
"""What members are told of the ladder: whole sentences, and rules instead of severities."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder, LadderStep, Terms
from groupdesk.domain.ladder_notice import ladder_notice
from groupdesk.domain.records import RuleRecord
from groupdesk.words import Words

SAY = {language: Words(language) for language in ("en", "zh")}
MINOR, SERIOUS, ZERO = Severity


def rule(code: str, severity: Severity) -> RuleRecord:
    return RuleRecord(1, code, severity, {}, {}, {}, {}, {})


RULES = [
    rule("1", MINOR),
    rule("2", MINOR),
    rule("3", SERIOUS),
    rule("5", SERIOUS),
    rule("4", ZERO),
]


def told(ladder: Ladder, rules: list[RuleRecord], language: str = "en") -> list[str]:
    return ladder_notice(SAY[language], ladder, rules).split("\n")


def test_the_usual_ladder_as_a_member_reads_it() -> None:
    assert told(DEFAULT_LADDER, RULES) == [
        "The first time, you get a reminder.",
        "If it happens again within 30 days, you get a warning.",
        "If it then happens again within 90 days, you get another warning.",
        "If it then happens again within 90 days, you get a final warning.",
        "If it then happens again within 180 days, you may be removed from the group.",
        (
            "Breaking rule 3 or 5 weighs more: you get a warning the first time, and from there it"
            " goes on as above."
        ),
        "Breaking rule 4 may lead straight to removal from the group.",
        "Once its time has passed, a reminder or a warning no longer counts.",
    ]
    assert told(DEFAULT_LADDER, RULES, "zh") == [
        "首次违反，我们会提醒您。",
        "30 天内再次违反，您会收到警告。",
        "此后 90 天内再次违反，您会再收到一次警告。",
        "此后 90 天内再次违反，您会收到最后警告。",
        "此后 180 天内再次违反，我们可能会将您移出本群。",
        "违反群规 3 或 5，处理会更严：首次违反，您会收到警告，之后同上。",
        "违反群规 4，可能会被直接移出本群。",
        "期限过后，先前的提醒或警告不再计入。",
    ]


def test_rules_that_the_group_has_not_are_not_told_of() -> None:
    assert len(told(DEFAULT_LADDER, RULES[:2])) == 6
    assert told(DEFAULT_LADDER, RULES[2:3])[0] == "The first time, you get a warning."
    assert told(DEFAULT_LADDER, RULES[4:]) == ["The first time, you may be removed from the group."]
    assert told(DEFAULT_LADDER, []) == told(DEFAULT_LADDER, RULES[:1])


def test_a_step_that_waits_for_several_breaches_says_what_each_of_them_brings() -> None:
    ladder = Ladder(
        (LadderStep.alike(StepKind.REMINDER, 30, 3), LadderStep.alike(StepKind.WARNING, 60, 2)),
        dict.fromkeys(Severity, 1),
    )
    assert told(ladder, RULES) == [
        "The first time, you get a reminder.",
        "Each of the next 2 times within 30 days, you get another reminder.",
        "If it then happens again within 30 days, you get a warning.",
        "Each further time, you get another warning.",
        "Once its time has passed, a reminder or a warning no longer counts.",
    ]


def test_what_counts_longer_for_some_rules_is_told_apart() -> None:
    terms = {MINOR: Terms(90), SERIOUS: Terms(180), ZERO: Terms(180)}
    ladder = Ladder(
        (
            LadderStep.alike(StepKind.REMINDER, 30),
            LadderStep(StepKind.WARNING, terms),
            LadderStep.alike(StepKind.REMOVAL, 0),
        ),
        {MINOR: 1, SERIOUS: 2, ZERO: 3},
    )
    assert told(ladder, RULES)[3:] == [
        "Breaking rule 3 or 5 weighs more:",
        "The first time, you get a warning.",
        "If it happens again within 180 days, you may be removed from the group.",
        "Breaking rule 4 may lead straight to removal from the group.",
        "Once its time has passed, a reminder or a warning no longer counts.",
    ]


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    kinds = sorted(
        draw(st.lists(st.sampled_from(list(StepKind)), min_size=1, max_size=6)),
        key=list(StepKind).index,
    )
    terms = st.builds(Terms, st.integers(1, 400), st.integers(1, 3))
    steps = tuple(LadderStep(kind, {s: draw(terms) for s in Severity}) for kind in kinds)
    starts = sorted(draw(st.integers(1, len(steps))) for _ in Severity)
    return Ladder(steps, dict(zip(Severity, starts, strict=True)))


@pytest.mark.parametrize("language", ["en", "zh"])
@given(ladders(), st.lists(st.sampled_from(RULES), max_size=5))
def test_whatever_the_ladder_each_line_is_a_sentence_without_our_words(
    language: str, ladder: Ladder, rules: list[RuleRecord]
) -> None:
    for line in told(ladder, rules, language):
        assert line.endswith((".", "。", ":", "："))
        assert "{" not in line
        for ours in ("minor", "serious", "tolerance", "breach", "step", "轻微", "零容忍", "步"):
            assert ours not in line
