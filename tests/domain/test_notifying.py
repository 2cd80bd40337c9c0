# SPDX-License-Identifier: MIT
"""What the desktop is told: once for each thing and day, never in quiet hours, nothing lost."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.due import NOW, TodoRecord, section_of
from groupdesk.domain.notifying import NoticeRules, Told, look, time_of
from tests.domain.test_due import ME, TODAY, line, lines

ZONE = timezone(timedelta(hours=8))
MONDAY = date(2026, 11, 23)
ALWAYS = NoticeRules(quiet_from=time(0), quiet_to=time(0), quiet_weekends=False)


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE)


@pytest.mark.parametrize(
    ("now", "quiet"),
    [
        (at(7, 59), True),
        (at(8), False),
        (at(17, 59), False),
        (at(18), True),
        (at(0), True),
        (at(12, day=date(2026, 11, 21)), True),
        (at(12, day=date(2026, 11, 22)), True),
    ],
)
def test_nights_and_weekends_are_quiet(now: datetime, quiet: bool) -> None:
    assert NoticeRules().is_quiet(now) is quiet


def test_hours_within_a_day_and_none_at_all() -> None:
    noon = NoticeRules(quiet_from=time(12), quiet_to=time(13), quiet_weekends=False)
    assert [noon.is_quiet(at(hour)) for hour in (11, 12, 13)] == [False, True, False]
    assert not any(ALWAYS.is_quiet(at(hour)) for hour in range(24))


def test_several_things_are_one_message() -> None:
    things = (line(1, due=0), line(2, due=-1), line(3, due=5))
    bundle, told = look(things, ME, Told(), at(9, day=TODAY), ALWAYS, seen=False)
    assert bundle is not None
    assert (bundle.things, bundle.late) == (2, 1)
    assert look(things, ME, told, at(10, day=TODAY), ALWAYS, seen=False)[0] is None


def test_what_is_quiet_is_told_together_afterwards() -> None:
    told = Told()
    for hour, things in ((6, (line(1),)), (7, (line(1), line(2)))):
        bundle, told = look(things, ME, told, at(hour), NoticeRules(), seen=False)
        assert bundle is None
    bundle, _ = look((line(1), line(2)), ME, told, at(8), NoticeRules(), seen=False)
    assert bundle is not None
    assert bundle.things == 2


def test_what_was_in_front_of_a_person_is_not_told_that_day() -> None:
    things = (line(1, due=-1),)
    bundle, told = look(things, ME, Told(), at(9, day=TODAY), ALWAYS, seen=True)
    assert bundle is None
    assert look(things, ME, told, at(10, day=TODAY), ALWAYS, seen=False)[0] is None
    tomorrow = TODAY + timedelta(days=1)
    assert look(things, ME, told, at(9, day=tomorrow), ALWAYS, seen=False)[0] is not None


def test_only_what_is_late_where_that_was_chosen() -> None:
    rules = NoticeRules(only_late=True, quiet_from=time(0), quiet_to=time(0), quiet_weekends=False)
    bundle, _ = look((line(1), line(2, due=-1)), ME, Told(), at(9, day=TODAY), rules, seen=False)
    assert bundle is not None
    assert [one.id for one in bundle.items] == [2]


rules = st.builds(
    NoticeRules,
    only_late=st.booleans(),
    quiet_from=st.times(),
    quiet_to=st.times(),
    quiet_weekends=st.booleans(),
)
moments = st.integers(-3000, 3000).map(
    lambda minutes: at(12, day=TODAY) + timedelta(minutes=minutes)
)


@given(st.lists(st.tuples(moments, st.lists(lines, max_size=5), st.booleans()), max_size=15), rules)
def test_however_the_clock_goes_nothing_is_told_twice_a_day(
    looks: list[tuple[datetime, list[TodoRecord], bool]], chosen: NoticeRules
) -> None:
    told = Told()
    said: set[tuple[date, int]] = set()
    for now, items, seen in looks:
        bundle, told = look(items, ME, told, now, chosen, seen=seen)
        if bundle is None:
            continue
        assert not seen
        assert not chosen.is_quiet(now)
        for item in bundle.items:
            assert section_of(item, now.date(), ME) in NOW
        news = {(now.date(), item.id) for item in bundle.items}
        near = {one for one in said if abs((one[0] - now.date()).days) < 2}
        assert not (news & near)
        said |= news


@pytest.mark.parametrize(
    ("text", "found"),
    [("07:30", time(7, 30)), ("", time(18)), ("25:00", time(18)), ("07:30+08:00", time(18))],
)
def test_a_time_that_is_none_is_the_usual_one(text: str, found: time) -> None:
    assert time_of(text, time(18)) == found
