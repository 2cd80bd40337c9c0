# SPDX-License-Identifier: MIT
"""The ladder in words: as a member would read it, whatever the group's steps are."""

import pytest

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder, LadderStep
from groupdesk.ui.ladder_words import SEVERITY_TONES, ladder_sentence, severity_meaning
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
