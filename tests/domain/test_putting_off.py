# SPDX-License-Identifier: MIT
"""The days on which things come back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.errors import ValidationError
from groupdesk.domain.putting_off import MAX_DAYS, check_day, passes_last_day, usual_days
from tests.domain.test_due import TODAY, line

SATURDAY = TODAY


def test_the_usual_days_of_a_saturday() -> None:
    assert usual_days(SATURDAY) == {
        "tomorrow": date(2026, 11, 22),
        "monday": date(2026, 11, 23),
        "week": date(2026, 11, 28),
    }


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_each_usual_day_is_to_come_and_offered_once(today: date) -> None:
    days = usual_days(today)
    assert len(set(days.values())) == len(days)
    for day in days.values():
        check_day(day, today)
    assert days.get("monday", today.fromordinal(1)).weekday() == 0


@pytest.mark.parametrize(
    ("days", "code"), [(-1, "put_off_past"), (0, "put_off_past"), (MAX_DAYS + 1, "put_off_far")]
)
def test_other_days_are_refused(days: int, code: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        check_day(TODAY + timedelta(days=days), TODAY)
    assert wrong.value.code == code


def test_only_what_somebody_waits_for_has_a_last_day() -> None:
    late = line(due=2)
    assert not passes_last_day(late, TODAY + timedelta(days=9))


@pytest.mark.parametrize("kind", ["appeal", "exit_answer", "rejoin_answer", "rejoin_trial"])
def test_an_answer_that_somebody_waits_for_has_a_last_day(kind: str) -> None:
    answer = replace(line(due=2), kind=kind)
    assert passes_last_day(answer, TODAY + timedelta(days=3))
    assert not passes_last_day(answer, TODAY + timedelta(days=2))
