# SPDX-License-Identifier: MIT
"""Where a request to come back stands, and what may become of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain import rejoins
from groupdesk.domain.enums import MembershipState
from groupdesk.domain.leaving_enums import RejoinChip, RejoinEntryKind, RejoinState
from groupdesk.domain.rejoins import Stands, Step

K = RejoinEntryKind
ACTIVE, LEFT, WITHDRAWN = MembershipState.ACTIVE, MembershipState.LEFT, MembershipState.WITHDRAWN
YES, BACK = Step(K.APPROVED), Step(K.CAME_BACK, "2026-07-01", ACTIVE)


@pytest.mark.parametrize(
    ("steps", "where"),
    [
        ([], Stands(RejoinState.OPEN)),
        ([Step(K.NOTE)], Stands(RejoinState.OPEN)),
        ([Step(K.LATER, "2026-06-20")], Stands(RejoinState.LATER, "2026-06-20")),
        ([Step(K.LATER, "2026-06-20"), YES], Stands(RejoinState.APPROVED)),
        ([YES, Step(K.DECLINED)], Stands(RejoinState.DECLINED)),
        ([YES, BACK], Stands(RejoinState.ON_TRIAL, "2026-07-01")),
        ([YES, Step(K.CAME_BACK, "", ACTIVE)], Stands(RejoinState.BACK)),
        ([YES, Step(K.CAME_BACK, "", LEFT)], Stands(RejoinState.BACK)),
        ([YES, Step(K.CAME_BACK, "2026-07-01", LEFT)], Stands(RejoinState.GONE)),
        ([YES, Step(K.CAME_BACK, "2026-07-01", WITHDRAWN)], Stands(RejoinState.APPROVED)),
        (
            [YES, BACK, Step(K.TRIAL_LONGER, "2026-08-01")],
            Stands(RejoinState.ON_TRIAL, "2026-08-01"),
        ),
        ([YES, BACK, Step(K.TRIAL_PASSED)], Stands(RejoinState.BACK)),
        ([YES, BACK, Step(K.TRIAL_ENDED)], Stands(RejoinState.TRIAL_ENDED)),
    ],
)
def test_a_request_stands_where_its_last_step_left_it(steps: list[Step], where: Stands) -> None:
    assert rejoins.stands(steps) == where


@given(st.lists(st.sampled_from([YES, BACK, Step(K.DECLINED), Step(K.TRIAL_PASSED)])))
def test_a_trial_runs_only_for_who_came_back(steps: list[Step]) -> None:
    where = rejoins.stands(steps)
    if where.state is RejoinState.ON_TRIAL:
        assert BACK in steps
        assert rejoins.allowed(where.state) >= rejoins.OUTCOMES
    assert K.NOTE in rejoins.allowed(where.state)


def test_what_is_decided_is_decided() -> None:
    for state in (RejoinState.DECLINED, RejoinState.WITHDRAWN, RejoinState.BACK, RejoinState.GONE):
        assert rejoins.allowed(state) == {K.NOTE}
    assert K.CAME_BACK in rejoins.allowed(RejoinState.APPROVED)
    assert K.CAME_BACK not in rejoins.allowed(RejoinState.OPEN)


def test_who_waits_is_to_be_answered_from_that_day_on() -> None:
    later = Stands(RejoinState.LATER, "2026-06-20")
    assert rejoins.chip_of(later, "2026-06-19") is RejoinChip.LATER
    assert rejoins.chip_of(later, "2026-06-20") is RejoinChip.TO_ANSWER
    assert rejoins.chip_of(Stands(RejoinState.BACK), "2026-06-20") is RejoinChip.OVER


def test_days_of_trial_and_of_cooling_off() -> None:
    today = date(2026, 2, 27)
    assert rejoins.trial_until(3, today) == "2026-03-02"
    assert rejoins.trial_until(0, today) == ""
    assert rejoins.cooled_on(today, 3, today) == "2026-03-02"
    assert rejoins.cooled_on(date(2026, 1, 1), 30, today) == ""
    assert rejoins.cooled_on(None, 30, today) == ""
    assert rejoins.cooled_on(today, 0, today) == ""
