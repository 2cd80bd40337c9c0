# SPDX-License-Identifier: MIT
"""The ladder in words: for those who work with it, whatever the group's steps are."""

import inspect
import re

import pytest

from groupdesk.domain import ladder_checks
from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder, LadderStep, Terms
from groupdesk.domain.ladder_checks import LadderProblem
from groupdesk.ui.ladder_words import (
    SEVERITY_TONES,
    ladder_lines,
    ladder_sentence,
    problem_text,
    severity_lines,
    severity_meaning,
)
from groupdesk.words import Words

SHORT = Ladder(
    (
        LadderStep.alike(StepKind.WARNING, 60, 2),
        LadderStep.alike(StepKind.WARNING, 120),
        LadderStep.alike(StepKind.REMOVAL, 0),
    ),
    {Severity.MINOR: 1, Severity.SERIOUS: 3, Severity.ZERO_TOLERANCE: 2},
)


def test_the_usual_ladder_in_both_languages() -> None:
    assert ladder_sentence(Words("en"), DEFAULT_LADDER) == (
        "A second minor breach within 30 days: warning 1. Serious rules start at warning 1."
        " Zero-tolerance rules may go straight to removal. How long each counts: a reminder for 30"
        " days, a warning for 90 days, a final warning for 180 days."
    )
    assert ladder_sentence(Words("zh"), DEFAULT_LADDER) == (
        "30 天内再次轻微违规：第 1 次警告。严重违规从“第 1 次警告”开始。零容忍违规可直接移出。"
        "有效期：提醒（30 天）、警告（90 天）、最后警告（180 天）。"
    )


def test_another_ladder_says_what_it_asks_for() -> None:
    assert ladder_sentence(Words("en"), SHORT) == (
        "3 minor breaches within 60 days: warning 2. Serious rules may go straight to removal."
        " Zero-tolerance rules start at warning 2. How long each counts: warning 1 for 60 days,"
        " warning 2 for 120 days."
    )
    assert "60 天内 3 次轻微违规：第 2 次警告。" in ladder_sentence(Words("zh"), SHORT)


def test_a_ladder_of_removal_only_promises_no_second_step() -> None:
    alone = Ladder((LadderStep.alike(StepKind.REMOVAL, 0),), dict.fromkeys(Severity, 1))
    assert ladder_sentence(Words("en"), alone) == (
        "Serious rules may go straight to removal. Zero-tolerance rules may go straight to removal."
    )


@pytest.mark.parametrize(
    ("severity", "english", "chinese"),
    [
        (Severity.MINOR, "Minor: starts with a reminder", "轻微：从提醒开始"),
        (Severity.SERIOUS, "Serious: starts with warning 1", "严重：从“第 1 次警告”开始"),
        (
            Severity.ZERO_TOLERANCE,
            "Zero tolerance: may go straight to removal",
            "零容忍：可直接移出",
        ),
    ],
)
def test_what_a_severity_means(severity: Severity, english: str, chinese: str) -> None:
    assert severity_meaning(Words("en"), DEFAULT_LADDER, severity) == english
    assert severity_meaning(Words("zh"), DEFAULT_LADDER, severity) == chinese
    assert SEVERITY_TONES[severity] in {"warning", "danger"}


def test_line_by_line_in_both_languages() -> None:
    assert severity_lines(Words("en"), DEFAULT_LADDER, Severity.MINOR) == (
        "First minor breach: a reminder",
        "A second within 30 days: warning 1",
        "A third within 90 days: warning 2",
        "A fourth within 90 days: a final warning",
        "A fifth within 180 days: removal",
    )
    assert severity_lines(Words("zh"), DEFAULT_LADDER, Severity.SERIOUS) == (
        "首次严重违规：第 1 次警告",
        "之后与轻微违规相同",
    )
    assert (
        severity_lines(Words("en"), SHORT, Severity.MINOR)[1] == "A third within 60 days: warning 2"
    )
    assert severity_lines(Words("en"), DEFAULT_LADDER, Severity.ZERO_TOLERANCE) == (
        "First zero-tolerance breach: may lead straight to removal",
    )


def test_a_ladder_without_removal_goes_on_with_its_last_step() -> None:
    ladder = Ladder(
        tuple(LadderStep.alike(StepKind.WARNING, 30) for _ in range(12)),
        dict.fromkeys(Severity, 1),
    )
    lines = severity_lines(Words("en"), ladder, Severity.MINOR)
    assert lines[-2:] == ("Breach 12 within 30 days: warning 12", "Each further one: warning 12")


def test_numbers_that_differ_are_told_apart() -> None:
    terms = {
        Severity.MINOR: Terms(90, 2),
        Severity.SERIOUS: Terms(180),
        Severity.ZERO_TOLERANCE: Terms(1),
    }
    ladder = DEFAULT_LADDER._replace(
        steps=(
            DEFAULT_LADDER.steps[0],
            LadderStep(StepKind.WARNING, terms),
            *DEFAULT_LADDER.steps[3:],
        ),
        starts={Severity.MINOR: 1, Severity.SERIOUS: 2, Severity.ZERO_TOLERANCE: 4},
    )
    assert ladder_lines(Words("en"), ladder)[1] == (
        "2. Warning: 90 days for minor breaches, 2 messages before the next step;"
        " 180 days for serious breaches"
    )
    assert "警告（90 天，严重违规 180 天）" in ladder_sentence(Words("zh"), ladder)
    assert ladder_lines(Words("zh"), ladder)[-1] == "零容忍违规从第 4 步开始"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_problem_is_one_sentence_or_two(language: str) -> None:
    words = Words(language)
    keys = [key for key in sorted(words.keys()) if key.startswith("ladder_problem.")]
    for key in keys:
        code = key.removeprefix("ladder_problem.")
        of_one = "{breaches}" in words.template(key)
        for severity in (Severity.SERIOUS,) if of_one else (None, Severity.SERIOUS):
            problem = LadderProblem(code, position=2, severity=severity, days=5, count=7)
            said = problem_text(words, DEFAULT_LADDER, problem)
            assert said[0] == said[0].upper()
            assert said.endswith("." if language == "en" else "。")
            assert "{" not in said
            assert "  " not in said


def test_what_is_checked_has_words() -> None:
    source = inspect.getsource(ladder_checks)
    codes = set(re.findall(r'roblem\(\s*"(\w+)"', source))
    assert len(codes) > 15
    for language in ("en", "zh"):
        assert {code for code in codes if f"ladder_problem.{code}" not in Words(language)} == set()
