# SPDX-License-Identifier: MIT
"""Moments as stored text: one spelling, sortable."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.clock import end_of_day, from_text, offset_text, system_clock, to_text

zones = st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.datetimes(timezones=zones).filter(lambda moment: 1900 < moment.year < 2200)


@given(moments, moments)
def test_text_sorts_as_time_does(one: datetime, other: datetime) -> None:
    assert abs(from_text(to_text(one)) - one) < timedelta(milliseconds=1)
    if one + timedelta(milliseconds=1) <= other:
        assert to_text(one) < to_text(other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-06-01",
        "2026-6-1T9:00:00.000Z",
        "2026-06-01T09:00:00Z",
        "2026-06-01T09:00:00.000",
        "2026-06-01T09:00:00.000+00:00",
        "2026-06-01T17:00:00.000+08:00",
        "2026-06-01T09:00:00.000Z ",
        "2026-06-01 09:00:00.000Z",
        "20260601T090000.000Z",
        "tomorrow",
    ],
)
def test_another_spelling_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the standard library words it
        from_text(text)


def test_a_moment_without_a_zone_is_none() -> None:
    with pytest.raises(ValueError, match="zone"):
        to_text(datetime(2026, 6, 1))  # noqa: DTZ001  # that is the point
    assert system_clock().tzinfo is not None


@pytest.mark.parametrize(("minutes", "said"), [(480, "+08:00"), (-210, "-03:30"), (0, "+00:00")])
def test_the_offset_is_said_as_on_paper(minutes: int, said: str) -> None:
    zone = timezone(timedelta(minutes=minutes))
    assert offset_text(datetime(2026, 6, 1, tzinfo=zone)) == said


def test_a_day_ends_in_the_zone_of_the_desk() -> None:
    zone = timezone(timedelta(hours=8))
    assert to_text(end_of_day(date(2026, 6, 1), datetime(2026, 1, 1, tzinfo=zone))) == (
        "2026-06-01T15:59:59.000Z"
    )
    assert end_of_day(date(2026, 6, 1), datetime(2026, 1, 1, tzinfo=UTC)).hour == 23
