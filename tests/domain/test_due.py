# SPDX-License-Identifier: MIT
"""Where a thing to do stands: every one in exactly one place, and never late by itself."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.due import NOW, Section, TodoRecord, in_order, late_on, section_of, together

TODAY = date(2026, 11, 21)
ME, OTHER = 1, 2


def line(
    ident: int = 1,
    *,
    due: int | None = 0,
    off: int | None = None,
    owner: int = 0,
    batch: str = "",
    done: int = 0,
    about: str = "",
) -> TodoRecord:
    """Return a line due in so many days, put off until so many days from now."""
    return TodoRecord(
        kind="carry_out",
        id=ident,
        membership_id=ident,
        group_id=1,
        member_name=f"M{ident}",
        group_name="Aurora",
        due_on="" if due is None else (TODAY + timedelta(days=due)).isoformat(),
        since="2026-06-01T01:00:00.000Z",
        put_off="" if off is None else (TODAY + timedelta(days=off)).isoformat(),
        owner_id=owner,
        batch=batch,
        done=done,
        of=4,
        about=about,
    )


@pytest.mark.parametrize(
    ("item", "section"),
    [
        (line(due=-1), Section.LATE),
        (line(due=0), Section.TODAY),
        (line(due=None), Section.TODAY),
        (line(due=1), Section.WEEK),
        (line(due=7), Section.WEEK),
        (line(due=8), Section.LATER),
        (line(due=-3, off=1), Section.LATER),
        (line(due=-3, off=0), Section.LATE),
        (line(due=None, off=-1), Section.TODAY),
        (line(due=-1, owner=OTHER), Section.OTHERS),
        (line(due=-1, owner=ME), Section.LATE),
    ],
)
def test_each_thing_stands_in_its_place(item: TodoRecord, section: Section) -> None:
    assert section_of(item, TODAY, ME) is section


days = st.none() | st.integers(-400, 400)
lines = st.builds(
    line,
    st.integers(1, 99),
    due=days,
    off=days,
    owner=st.sampled_from((0, ME, OTHER)),
    batch=st.sampled_from(("", "a", "b")),
)


def test_an_answer_that_somebody_waits_for_is_late_after_three_days() -> None:
    now = datetime(2026, 11, 21, 9, tzinfo=timezone(timedelta(hours=8)))
    since = "2026-11-17T16:30:00.000Z"  # the 18th, here
    item = replace(line(due=None), since=since, late_on=late_on(since, now))
    assert item.late_on == "2026-11-21"
    assert section_of(item, TODAY, ME) is Section.LATE
    assert section_of(item, TODAY - timedelta(days=1), ME) is Section.TODAY
    assert section_of(replace(item, put_off="2026-11-25"), TODAY, ME) is Section.LATER


@given(lines, st.integers(0, 400))
def test_time_only_brings_things_nearer(item: TodoRecord, later: int) -> None:
    order = list(Section)
    before = section_of(item, TODAY, ME)
    after = section_of(item, TODAY + timedelta(days=later), ME)
    assert order.index(after) <= order.index(before)


@given(lines)
def test_what_belongs_to_another_is_on_exactly_one_list(item: TodoRecord) -> None:
    mine, theirs = (section_of(item, TODAY, who) in NOW for who in (ME, OTHER))
    if item.owner_id:
        assert not (mine and theirs)
    else:
        assert mine == theirs


@given(st.lists(lines, max_size=20))
def test_nothing_is_lost_where_things_are_taken_together(items: list[TodoRecord]) -> None:
    shown = together(in_order(items))
    assert sorted(one.id for item in shown for one in (item, *item.others)) == sorted(
        item.id for item in items
    )
    assert sum(item.members for item in shown) == len(items)


def test_removals_of_one_act_are_one_line_in_its_first_place() -> None:
    items = (
        line(1),
        line(2, batch="b", done=1),
        line(3),
        line(4, batch="b", done=4, about="no admin there"),
    )
    first, batch, last = together(items)
    assert (first, last) == (items[0], items[2])
    assert (batch.id, batch.members, batch.done, batch.of) == (2, 2, 5, 8)
    assert batch.about == "no admin there"
    assert batch.others == (items[3],)


def test_what_was_put_off_of_an_act_stands_apart() -> None:
    rest, off = line(1, batch="b"), line(2, batch="b", off=3)
    assert [one.members for one in together((rest, off))] == [1, 1]


def test_an_act_that_is_answered_in_part_stands_there_twice() -> None:
    waits = replace(line(3, batch="b"), kind="approve")
    found = together((line(1, batch="b"), line(2, batch="b"), waits))
    assert [(one.kind, one.members) for one in found] == [("carry_out", 2), ("approve", 1)]
