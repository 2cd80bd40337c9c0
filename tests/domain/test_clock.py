# SPDX-License-Identifier: MIT
"""Moments as stored text: one spelling, sortable."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.clock import from_text, offset_text, system_clock, to_text

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


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make the machine's zone one with summer time."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system's zone cannot be set for one process")
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2026-01-31T23:30:00.000Z", "2026-02-01T00:30:00+01:00"),
        ("2026-06-30T22:30:00.000Z", "2026-07-01T00:30:00+02:00"),
        ("2026-10-25T00:30:00.000Z", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T01:30:00.000Z", "2026-10-25T02:30:00+01:00"),
    ],
)
@pytest.mark.usefixtures("berlin")
def test_each_moment_has_the_offset_of_its_own_season(text: str, local: str) -> None:
    found = from_text(text).astimezone(system_clock().tzinfo)
    assert found.isoformat() == local
    assert to_text(found) == text


@pytest.mark.usefixtures("berlin")
def test_a_day_begins_in_its_own_season() -> None:
    now = system_clock()
    assert to_text(datetime(2026, 7, 1, tzinfo=now.tzinfo)) == "2026-06-30T22:00:00.000Z"
    assert to_text(datetime(2026, 12, 1, tzinfo=now.tzinfo)) == "2026-11-30T23:00:00.000Z"
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)
    assert offset_text(now) in {"+01:00", "+02:00"}


@pytest.mark.parametrize("year", [2, 1883, 9998])
def test_far_years_have_some_offset(year: int) -> None:
    moment = datetime(year, 6, 1, tzinfo=UTC)
    there = moment.astimezone(system_clock().tzinfo)
    assert abs(there.astimezone(UTC) - moment) < timedelta(days=1)
