# SPDX-License-Identifier: MIT
"""Whom a review picks and leaves out, in which steps it goes, on which days it writes."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Ground
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.review_enums import ReviewChoice, ReviewCriterion, ReviewLeftOut
from groupdesk.domain.reviews import (
    Candidate,
    Picking,
    ReviewCriteria,
    ReviewPlan,
    ground_of,
    pick,
    working_days,
)

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=timezone(timedelta(hours=8)))
INACTIVE, NEVER = ReviewCriterion.INACTIVE, ReviewCriterion.NEVER_SPOKE
HAND, OVER = ReviewCriterion.OFF_PURPOSE, ReviewCriterion.OVER_SIZE
REMIND, NOTICE, REMOVE = ReviewChoice.REMIND, ReviewChoice.LAST_NOTICE, ReviewChoice.REMOVE


def ago(days: float) -> str:
    return to_text(NOW - timedelta(days=days))


def member(ident: int = 1, **changes: Any) -> Candidate:
    """Return a member who was silent for 100 days and never stands out otherwise."""
    known = Candidate(
        id=ident,
        group_id=1,
        last_active=ago(100),
        messages=3,
        joined_at=ago(400),
        known_since=ago(400),
        role="member",
        bot=False,
        own=False,
        protected=False,
        key_customer=False,
        leaving=False,
        to_remove=False,
        in_review=False,
    )
    return known._replace(**changes)


def look(*members: Candidate, limit: int | None = None, **asked: object) -> Picking:
    by_hand = frozenset(asked.pop("by_hand", ()))  # type: ignore[call-overload]  # ids
    criteria = replace(ReviewCriteria(), **asked)  # type: ignore[arg-type]  # its fields
    return pick(members, criteria, {1: limit}, NOW, by_hand)


def test_who_was_silent_for_that_long_to_the_minute_is_picked() -> None:
    found = look(member(1, last_active=ago(90)), member(2, last_active=ago(89.99)), member(3))
    assert [(one.id, one.why) for one in found.picked] == [(1, (INACTIVE,)), (3, (INACTIVE,))]
    assert found.fits_none == 1


def test_the_zone_of_the_clock_changes_nothing() -> None:
    members = [member(1, last_active=ago(90)), member(2, last_active=ago(89.99))]
    here = pick(members, ReviewCriteria(), {}, NOW)
    assert pick(members, ReviewCriteria(), {}, NOW.astimezone(UTC)) == here


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ({"bot": True}, ReviewLeftOut.BOT),
        ({"own": True}, ReviewLeftOut.OWN_ACCOUNT),
        ({"role": "admin"}, ReviewLeftOut.OWNER_OR_ADMIN),
        ({"role": "owner"}, ReviewLeftOut.OWNER_OR_ADMIN),
        ({"protected": True}, ReviewLeftOut.PROTECTED),
        ({"to_remove": True}, ReviewLeftOut.TO_REMOVE),
        ({"leaving": True}, ReviewLeftOut.LEAVING),
        ({"in_review": True}, ReviewLeftOut.IN_REVIEW),
        ({"key_customer": True}, ReviewLeftOut.KEY_CUSTOMER),
        ({"last_active": ""}, ReviewLeftOut.UNKNOWN),
        ({"joined_at": ago(3), "last_active": ago(100)}, ReviewLeftOut.NEW),
    ],
)
def test_who_is_left_out_is_counted_with_the_reason(
    mark: dict[str, Any], reason: ReviewLeftOut
) -> None:
    found = look(member()._replace(**mark))
    assert (found.picked, found.left_out, found.fits_none) == ((), {reason: 1}, 0)


def test_key_customers_are_looked_at_where_that_is_wanted() -> None:
    assert look(member(key_customer=True), key_customers=True).picked


def test_who_never_wrote_is_picked_only_where_that_is_known() -> None:
    found = look(member(1, messages=0), member(2, messages=None), pick=frozenset({NEVER}))
    assert [one.id for one in found.picked] == [1]
    assert found.left_out == {ReviewLeftOut.MESSAGES_UNKNOWN: 1}


def test_who_may_have_joined_yesterday_is_not_picked_for_silence() -> None:
    fresh = member(joined_at="", last_active="", known_since=ago(1), messages=0)
    found = look(fresh, pick=frozenset({NEVER}))
    assert found.left_out == {ReviewLeftOut.UNKNOWN: 1}
    assert look(fresh._replace(known_since=ago(31)), pick=frozenset({NEVER})).picked


def test_whom_somebody_marked_is_picked_though_nothing_is_known_of_them() -> None:
    unknown = member(last_active="", joined_at="", known_since="", messages=None)
    found = look(unknown, by_hand={1})
    assert found.picked[0].why == (HAND,)
    assert look(unknown._replace(protected=True), by_hand={1}).left_out == {
        ReviewLeftOut.PROTECTED: 1
    }


def test_silence_is_known_only_up_to_the_day_on_which_the_list_was_read() -> None:
    """90 days asked, silent for 100: 20 days ago that were 80 as far as anybody knows."""
    old = look(member(known_to=ago(20)))
    assert (old.picked, old.left_out) == ((), {ReviewLeftOut.OUTDATED: 1})
    assert len(look(member(known_to=ago(9))).picked) == 1
    assert len(look(member(known_to=ago(20), last_active=ago(111))).picked) == 1
    assert len(look(member(known_to=ago(-1))).picked) == 1


def test_whoever_s_activity_is_known_is_not_called_unknown_for_a_number() -> None:
    found = look(member(last_active=ago(5), messages=None), pick=frozenset({INACTIVE, NEVER}))
    assert found.left_out == {ReviewLeftOut.MESSAGES_UNKNOWN: 1}


def test_beyond_the_limit_the_longest_silent_are_picked_and_bots_take_no_place() -> None:
    members = [member(n, last_active=ago(n)) for n in range(1, 6)]
    found = look(*members, member(9, bot=True), limit=3, pick=frozenset({OVER}))
    assert [one.id for one in found.picked] == [4, 5]


def test_who_is_about_to_go_makes_room() -> None:
    members = [member(n, last_active=ago(n)) for n in range(1, 5)]
    gone = [member(7, to_remove=True), member(8, leaving=True)]
    found = look(*members, *gone, limit=3, pick=frozenset({OVER}))
    assert [one.id for one in found.picked] == [4]


def test_a_group_within_its_limit_asks_nothing_of_those_of_whom_nothing_is_known() -> None:
    found = look(member(last_active=""), limit=5, pick=frozenset({OVER}))
    assert (found.picked, found.left_out) == ((), {})


moments = st.sampled_from(["", *(ago(days) for days in (0.5, 29, 31, 89, 90, 91, 400))])
flags = st.booleans()
candidates = st.lists(
    st.builds(
        Candidate,
        st.integers(),
        st.integers(1, 2),
        moments,
        st.sampled_from([None, 0, 5]),
        moments,
        moments,
        st.sampled_from(["member", "member", "admin", "owner"]),
        flags, flags, flags, flags, flags, flags, flags,
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)  # fmt: skip


@given(
    candidates,
    st.sets(st.sampled_from(list(ReviewCriterion)), min_size=1),
    st.dictionaries(st.integers(1, 2), st.one_of(st.none(), st.integers(0, 6))),
    st.data(),
)
def test_the_counts_add_up_and_nobody_is_picked_who_must_not_be(
    members: list[Candidate],
    wanted: set[ReviewCriterion],
    limits: dict[int, int | None],
    data: st.DataObject,
) -> None:
    ids = [one.id for one in members]
    by_hand = data.draw(st.sets(st.sampled_from(ids))) if ids else set()
    criteria = ReviewCriteria(frozenset(wanted), key_customers=data.draw(flags))
    found = pick(members, criteria, limits, NOW, frozenset(by_hand))
    assert found.looked_at == len(members)
    assert found.fits_none >= 0
    assert len({one.id for one in found.picked}) == len(found.picked)
    known = {one.id: one for one in members}
    over: Counter[int] = Counter()
    for ident, why in found.picked:
        one = known[ident]
        assert not any((one.bot, one.own, one.protected, one.leaving, one.to_remove))
        assert one.role == "member"
        assert criteria.key_customers or not one.key_customer
        assert one.last_active or not {INACTIVE, OVER} & set(why)
        assert one.messages == 0 or NEVER not in why
        assert ident in by_hand or HAND not in why
        over[one.group_id] += OVER in why
    for group, count in over.items():
        here = sum(one.group_id == group and not one.bot for one in members)
        limit = limits.get(group)
        assert not count or (limit is not None and count <= here - limit)


def test_criteria_and_plan_are_read_back_as_they_were_stored() -> None:
    criteria = ReviewCriteria(frozenset({INACTIVE, OVER}), 60, 0, key_customers=True)
    plan = ReviewPlan(remind=False, notice_wait=0, per_day=5)
    assert ReviewCriteria.from_json(criteria.to_json()) == criteria
    assert ReviewPlan.from_json(plan.to_json()) == plan


def test_what_cannot_be_meant_is_refused_under_its_field() -> None:
    for wrong, field in (
        (ReviewCriteria(frozenset()), "pick"),
        (ReviewCriteria(inactive_days=0), "inactive_days"),
        (ReviewCriteria(newer_days=-1), "newer_days"),
        (ReviewPlan(remind_wait=366), "remind_wait"),
        (ReviewPlan(per_day=0), "per_day"),
    ):
        with pytest.raises(ValidationError) as caught:
            wrong.checked()
        assert caught.value.field == field


def test_the_plan_goes_step_by_step_and_knows_what_comes_too_early() -> None:
    plan = ReviewPlan()
    assert plan.steps == (REMIND, NOTICE, REMOVE)
    assert [plan.next_after(one) for one in (None, REMIND, NOTICE)] == [REMIND, NOTICE, REMOVE]
    assert not plan.early(REMIND, None, over=False)
    assert plan.early(NOTICE, None, over=True)
    assert plan.early(NOTICE, REMIND, over=False)
    assert not plan.early(NOTICE, REMIND, over=True)
    assert plan.early(REMOVE, REMIND, over=True)
    assert not plan.early(REMOVE, NOTICE, over=True)
    assert not plan.early(ReviewChoice.KEEP, None, over=False)


def test_a_plan_without_messages_begins_with_the_removal() -> None:
    plan = ReviewPlan(remind=False, last_notice=False)
    assert plan.next_after(None) is REMOVE
    assert not plan.early(REMOVE, None, over=False)


def test_messages_are_spread_over_working_days_beside_those_that_are_there() -> None:
    friday = date(2026, 5, 29)
    days = list(islice(working_days(friday, 2, {friday: 1}), 4))
    assert days == [friday, date(2026, 6, 1), date(2026, 6, 1), date(2026, 6, 2)]


def test_more_than_a_day_holds_is_there_already() -> None:
    monday = date(2026, 6, 1)
    assert next(working_days(monday, 2, {monday: 5})) == date(2026, 6, 2)


def test_the_ground_follows_from_why_somebody_was_picked() -> None:
    assert ground_of([INACTIVE, HAND]) is Ground.OFF_PURPOSE
    assert ground_of([OVER, NEVER]) is Ground.INACTIVE
    assert ground_of([OVER]) is Ground.SIZE_LIMIT
