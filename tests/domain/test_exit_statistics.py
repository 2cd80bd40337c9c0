# SPDX-License-Identifier: MIT
"""Exits are counted once each, shares add up, and small numbers cannot be worked out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.exit_statistics import (
    LEAST,
    Count,
    Exit,
    ExitWhy,
    StayRange,
    sheltered,
    statistics_of,
    stays_of,
    whole,
)
from groupdesk.domain.leaving_enums import ExitReason

FIRST, LAST = date(2025, 12, 15), date(2026, 6, 1)
DAYS = st.dates(date(2025, 11, 1), date(2026, 7, 1))
EXITS = st.builds(
    Exit,
    person_id=st.integers(1, 6),
    group_id=st.integers(1, 3),
    left=DAYS,
    joined=st.none() | DAYS,
    why=st.sampled_from(ExitWhy),
)


@given(st.lists(EXITS, max_size=30))
def test_all_parts_add_up_to_the_whole(exits: list[Exit]) -> None:
    found = statistics_of(exits, FIRST, LAST)
    inside = [one for one in exits if FIRST <= one.left <= LAST]
    assert found.total == (len(inside), len({one.person_id for one in inside}))
    for parts in (found.whys.values(), found.months.values(), [g.count for g in found.groups]):
        assert sum(part.exits for part in parts) == found.total.exits
        assert all(part.persons <= part.exits for part in parts)
    for group in found.groups:
        assert sum(part.exits for part in group.whys.values()) == group.count.exits
    stays = found.stays
    assert stays.known + stays.unknown == found.total.exits
    assert sum(count.exits for count in stays.ranges.values()) == stays.known
    if stays.median is not None and stays.low is not None and stays.high is not None:
        assert 0 <= stays.low <= stays.median <= stays.high
    assert next(iter(found.months)) == date(2025, 12, 1)
    assert len(found.months) == 7


@given(st.dictionaries(st.integers(), st.tuples(st.integers(0, 9), st.integers(0, 5))))
def test_what_is_hidden_cannot_be_worked_out_from_the_total(
    raw: dict[int, tuple[int, int]],
) -> None:
    counts = {
        key: Count(persons + more, persons) for key, (persons, more) in raw.items() if persons
    }
    told, hidden = sheltered(counts)
    assert set(told) | set(hidden) == set(counts)
    assert not set(told) & set(hidden)
    assert all(count.persons >= LEAST for count in told.values())
    if told and hidden:
        assert len(hidden) > 1
        assert sum(counts[key].persons for key in hidden) >= LEAST


def test_who_left_three_times_left_three_times_and_is_one_person() -> None:
    stays = [
        Exit(7, 1, date(2026, month, 10), date(2026, month, 1), ExitWhy.TOO_BUSY)
        for month in (1, 2, 3)
    ]
    found = statistics_of(stays, FIRST, LAST)
    assert found.total == Count(3, 1)
    assert found.whys == {ExitWhy.TOO_BUSY: Count(3, 1)}
    assert found.groups[0].count == Count(3, 1)


def test_lengths_that_nobody_knows_are_counted_and_left_out() -> None:
    left = date(2026, 5, 1)
    joined = [left - timedelta(days=days) for days in (10, 60, 200, 400, 1000)]
    exits = [Exit(n, 1, left, day, ExitWhy.UNKNOWN) for n, day in enumerate(joined)]
    exits.append(Exit(90, 1, left, None, ExitWhy.UNKNOWN))
    exits.append(Exit(91, 1, left, left + timedelta(days=1), ExitWhy.UNKNOWN))
    stays = statistics_of(exits, FIRST, LAST).stays
    assert (stays.known, stays.unknown, stays.median) == (5, 2, 200)
    assert (stays.low, stays.high) == (60, 400)
    assert stays.ranges == dict.fromkeys(StayRange, Count(1, 1))


def test_nobody_left() -> None:
    found = statistics_of([], FIRST, LAST, day_unknown=2)
    assert (found.total, found.whys, found.groups, found.day_unknown) == (Count(), {}, (), 2)
    assert found.stays.median is None


def test_each_reason_of_a_request_is_one_here() -> None:
    assert {reason.value for reason in ExitReason} <= {why.value for why in ExitWhy}


def test_days_in_words_are_whole_and_half_a_day_more_is_the_next() -> None:
    assert [whole(days) for days in (0.0, 122.75, 256.5, 197.5)] == [0, 123, 257, 198]


@pytest.mark.parametrize("known", [1, 2, 3])
def test_so_few_have_no_middle_half(known: int) -> None:
    day = date(2026, 6, 1)
    stays = stays_of(
        [Exit(n, 1, day, day - timedelta(days=n), ExitWhy.OTHER) for n in range(known)]
    )
    assert (stays.low, stays.high) == (None, None)
    assert stays.median is not None
