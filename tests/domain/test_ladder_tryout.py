# SPDX-License-Identifier: MIT
"""Trying a ladder out on a history that was made up."""

import random
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Severity
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.ladder_tryout import TriedBreach, try_out

FIRST = date(2026, 1, 1)
MINOR, SERIOUS, ZERO = Severity


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def positions(*breaches: TriedBreach) -> list[int]:
    return [step.position for step in try_out(DEFAULT_LADDER, breaches)]


def test_each_breach_leads_one_step_on_while_the_last_one_counts() -> None:
    rows = [TriedBreach(MINOR, day(n)) for n in (0, 29, 100, 180)]
    found = try_out(DEFAULT_LADDER, rows)
    assert [step.position for step in found] == [1, 2, 3, 4]
    assert found[1].counts_until == day(29 + 90)
    assert found[2].lapsed == (0,)


def test_after_a_clean_slate_it_begins_again() -> None:
    assert positions(TriedBreach(MINOR, day(0)), TriedBreach(MINOR, day(31))) == [1, 1]
    assert positions(TriedBreach(MINOR, day(0)), TriedBreach(MINOR, day(30))) == [1, 2]


def test_what_was_pardoned_leads_nowhere() -> None:
    found = try_out(
        DEFAULT_LADDER,
        [
            TriedBreach(MINOR, day(0)),
            TriedBreach(MINOR, day(1), pardoned=True),
            TriedBreach(MINOR, day(2)),
        ],
    )
    assert [step.position for step in found] == [1, 2, 2]
    assert found[1].counts_until is None


def test_rows_after_a_removal_say_that_they_would_not_have_come() -> None:
    found = try_out(DEFAULT_LADDER, [TriedBreach(ZERO, day(0)), TriedBreach(MINOR, day(9))])
    assert [(step.position, step.removed) for step in found] == [(5, False), (1, True)]


breach = st.builds(
    TriedBreach,
    st.sampled_from(list(Severity)),
    st.integers(0, 400).map(day),
    st.booleans(),
)


@given(st.lists(breach, max_size=10, unique_by=lambda row: row.day), st.integers(0, 99))
def test_the_order_of_the_rows_does_not_matter(rows: list[TriedBreach], seed: int) -> None:
    places = list(range(len(rows)))
    random.Random(seed).shuffle(places)  # a shuffle, no secret
    found = try_out(DEFAULT_LADDER, rows)
    mixed = try_out(DEFAULT_LADDER, [rows[place] for place in places])
    assert [found[place].position for place in places] == [step.position for step in mixed]


@given(st.lists(breach, max_size=10))
def test_it_answers_every_row_and_never_skips_a_step(rows: list[TriedBreach]) -> None:
    found = try_out(DEFAULT_LADDER, rows)
    assert len(found) == len(rows)
    for row, step in zip(rows, found, strict=True):
        start = DEFAULT_LADDER.starts[row.severity]
        assert step.before.position <= step.position <= max(step.before.position + 1, start)
        assert all(rows[other].day < row.day for other in step.lapsed)


def test_a_removal_is_not_pardoned() -> None:
    rows = [TriedBreach(Severity.ZERO_TOLERANCE, day(0), pardoned=True)]
    rows.append(TriedBreach(Severity.MINOR, day(9)))
    assert [step.removed for step in try_out(DEFAULT_LADDER, rows)] == [False, True]
