# SPDX-License-Identifier: MIT
"""Where a request to leave stands, whatever was recorded about it and in whatever order."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain import exits
from groupdesk.domain.enums import MembershipState
from groupdesk.domain.leaving_enums import ExitAdvice, ExitChip, ExitEntryKind, ExitState

KINDS = st.lists(st.sampled_from(ExitEntryKind), max_size=8)
STAYS = st.sampled_from(MembershipState)
FINAL = {ExitEntryKind.WITHDRAWN, ExitEntryKind.MISTAKEN}
ACTIVE, LEFT = MembershipState.ACTIVE, MembershipState.LEFT


@given(KINDS, STAYS)
def test_notes_and_corrections_change_nothing(
    kinds: list[ExitEntryKind], stay: MembershipState
) -> None:
    beside = {ExitEntryKind.NOTE, ExitEntryKind.CORRECTED}
    without = [kind for kind in kinds if kind not in beside]
    assert exits.state_of(kinds, stay) is exits.state_of(without, stay)


@given(KINDS, STAYS)
def test_what_ended_a_request_ends_it(kinds: list[ExitEntryKind], stay: MembershipState) -> None:
    ended = next((kind for kind in kinds if kind in FINAL), None)
    over = exits.state_of(kinds, stay) in {ExitState.WITHDRAWN, ExitState.MISTAKEN}
    assert over is (ended is not None)


@given(KINDS)
def test_taking_a_departure_back_gives_the_answer_before(kinds: list[ExitEntryKind]) -> None:
    before = [kind for kind in kinds if kind is not ExitEntryKind.LEFT]
    assert exits.state_of([*kinds, ExitEntryKind.LEFT], ACTIVE) is exits.state_of(before, ACTIVE)


@given(KINDS, STAYS)
def test_the_state_says_whether_they_are_there(
    kinds: list[ExitEntryKind], stay: MembershipState
) -> None:
    state = exits.state_of(kinds, stay)
    if state in exits.IN_FORCE:
        assert stay is ACTIVE
    if state is ExitState.LEFT:
        assert stay is LEFT
        assert ExitEntryKind.LEFT in kinds


@given(KINDS, STAYS)
def test_whoever_is_there_and_wants_to_go_may_go(
    kinds: list[ExitEntryKind], stay: MembershipState
) -> None:
    state = exits.state_of(kinds, stay)
    may = exits.allowed(state, stay)
    assert ExitEntryKind.NOTE in may
    if state in exits.IN_FORCE:
        assert ExitEntryKind.LEFT in may
    if state in {ExitState.WITHDRAWN, ExitState.MISTAKEN, ExitState.LEFT}:
        assert may - {ExitEntryKind.CORRECTED} == {ExitEntryKind.NOTE}
    assert (ExitEntryKind.CORRECTED in may) is (state is not ExitState.MISTAKEN)


@given(KINDS, st.sampled_from(sorted({*ExitEntryKind} - {ExitEntryKind.LEFT})))
def test_an_answer_that_is_allowed_holds(kinds: list[ExitEntryKind], answer: ExitEntryKind) -> None:
    state = exits.state_of(kinds, ACTIVE)
    if answer not in exits.allowed(state, ACTIVE):
        return
    wanted = {
        ExitEntryKind.NOTE: state,
        ExitEntryKind.CORRECTED: state,
        ExitEntryKind.APPROVED: ExitState.APPROVED,
        ExitEntryKind.ASKED_TO_STAY: ExitState.STAYING,
        ExitEntryKind.WITHDRAWN: ExitState.WITHDRAWN,
        ExitEntryKind.MISTAKEN: ExitState.MISTAKEN,
    }
    assert exits.state_of([*kinds, answer], ACTIVE) is wanted[answer]


def test_what_is_not_done_keeps_a_request_in_sight() -> None:
    assert exits.chip_of(ExitState.LEFT, something_open=True) is ExitChip.AFTER
    assert exits.chip_of(ExitState.LEFT, something_open=False) is ExitChip.OVER
    assert exits.chip_of(ExitState.ENDED, something_open=True) is ExitChip.OVER
    assert exits.chip_of(ExitState.OPEN, something_open=False) is ExitChip.TO_ANSWER


def test_advice_goes_from_the_easy_to_the_last() -> None:
    tried: list[ExitAdvice] = []
    for wanted in (*ExitAdvice, ExitAdvice.SUPPORT):
        assert exits.next_advice(tried) is wanted
        tried.append(wanted)


def test_a_group_keeps_an_owner() -> None:
    assert exits.only_owner([7], 7)
    assert not exits.only_owner([7, 8], 7)
    assert not exits.only_owner([8], 7)
    assert not exits.only_owner([], 7)


def test_one_is_asked_to_stay_for_whole_days() -> None:
    assert exits.last_day(14, date(2026, 6, 1)) == date(2026, 6, 15)
