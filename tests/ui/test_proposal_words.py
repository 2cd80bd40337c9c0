# SPDX-License-Identifier: MIT
"""Why the ladder proposes a step, in words."""

from datetime import UTC, datetime, timedelta

import pytest

from groupdesk.domain.enums import Severity
from groupdesk.domain.ladder import DEFAULT_LADDER, Standing
from groupdesk.ui.dates import Dates
from groupdesk.ui.proposal_words import why_proposed
from groupdesk.ui.translations import LanguageCode
from groupdesk.words import Words

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
UNTIL = NOW + timedelta(days=90)


@pytest.mark.parametrize(
    ("current", "severity", "english", "chinese"),
    [
        (
            Standing(),
            Severity.MINOR,
            "Nothing counts at the moment: a first minor breach leads to a reminder.",
            "目前没有仍在有效期内的记录，首次轻微违规对应“提醒”。",
        ),
        (
            Standing(2, UNTIL, 1),
            Severity.MINOR,
            (
                "Warning 1 is in force until 19 Feb 2027: a further minor breach by then leads"
                " to warning 2."
            ),
            "第 1 次警告有效期至2027年2月19日，期间再有轻微违规，进入“第 2 次警告”。",
        ),
        (
            Standing(1, UNTIL, 1),
            Severity.ZERO_TOLERANCE,
            (
                "Reminder is in force until 19 Feb 2027; a zero-tolerance breach leads to removal"
                " at once."
            ),
            "提醒有效期至2027年2月19日；零容忍违规直接进入“移出”。",
        ),
        (
            Standing(1, UNTIL, 1),
            None,
            "No rule is named: by what counts today, the next step is warning 1.",
            "未指明群规；按目前有效的记录，下一步是“第 1 次警告”。",
        ),
    ],
)
def test_it_says_what_counts_and_what_follows(
    current: Standing, severity: Severity | None, english: str, chinese: str
) -> None:
    expected_in: dict[LanguageCode, str] = {"en": english, "zh": chinese}
    for language, expected in expected_in.items():
        words, dates = Words(language), Dates(language)
        assert why_proposed(words, dates, DEFAULT_LADDER, current, severity, NOW) == expected
