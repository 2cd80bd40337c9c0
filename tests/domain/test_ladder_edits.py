# SPDX-License-Identifier: MIT
"""Editing a ladder: nothing is lost on the way, and each severity still starts somewhere."""

from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder, LadderStep, Terms
from groupdesk.domain.ladder_edits import (
    all_alike,
    made_alike,
    with_kind,
    with_new_step,
    with_start,
    with_step,
    with_step_moved,
    with_terms,
    without_step,
)

R, W, F, X = StepKind
EMPTY = Ladder((), dict.fromkeys(Severity, 1))


def kinds(ladder: Ladder) -> list[StepKind]:
    return [step.kind for step in ladder.steps]


def test_a_new_step_comes_before_the_removal_and_is_like_the_one_before() -> None:
    ladder, at = with_new_step(DEFAULT_LADDER)
    assert (at, kinds(ladder)) == (4, [R, W, W, F, F, X])
    assert ladder.starts[Severity.ZERO_TOLERANCE] == 6  # still the removal
    first, at = with_new_step(EMPTY)
    assert (at, kinds(first)) == (0, [R])
    second, at = with_new_step(first)
    assert (at, kinds(second), second.steps[1].days(Severity.MINOR)) == (1, [R, W], 90)


def test_what_started_at_a_step_that_goes_starts_at_the_next() -> None:
    ladder = without_step(DEFAULT_LADDER, 0)
    assert (kinds(ladder), list(ladder.starts.values())) == ([W, W, F, X], [1, 1, 4])
    ladder = without_step(ladder, 3)
    assert list(ladder.starts.values()) == [1, 1, 3]


def test_a_step_is_moved_and_the_starts_stay_at_their_places() -> None:
    ladder = with_step_moved(DEFAULT_LADDER, 3, 1)
    assert kinds(ladder) == [R, F, W, W, X]
    assert ladder.starts == DEFAULT_LADDER.starts


def test_a_step_becomes_another_kind() -> None:
    ladder = with_kind(DEFAULT_LADDER, 4, F)
    assert ladder.steps[4] == LadderStep.alike(F, 90)
    assert with_kind(ladder, 3, X).steps[3] == LadderStep.alike(X, 0)
    assert with_kind(DEFAULT_LADDER, 0, W).steps[0] == LadderStep.alike(W, 30)


def test_numbers_for_one_severity_and_for_all() -> None:
    own = with_terms(DEFAULT_LADDER, 1, (Severity.SERIOUS,), Terms(180, 1))
    assert not all_alike(own)
    assert (own.steps[1].days(Severity.MINOR), own.steps[1].days(Severity.SERIOUS)) == (90, 180)
    assert made_alike(own) == DEFAULT_LADDER
    assert all_alike(DEFAULT_LADDER)
    assert with_start(own, Severity.SERIOUS, 3).starts[Severity.SERIOUS] == 3


edits = st.lists(
    st.tuples(st.sampled_from(["add", "put", "take", "move", "kind"]), st.integers(0, 9)),
    max_size=15,
)


@given(edits)
def test_whatever_is_done_to_it_the_ladder_can_be_read_back(todo: list[tuple[str, int]]) -> None:
    ladder = DEFAULT_LADDER
    for what, number in todo:
        at = number % len(ladder.steps)
        if what == "add":
            ladder, _ = with_new_step(ladder)
        elif what == "put":
            ladder = with_step(ladder, at, LadderStep.alike(W, 7))
        elif what == "take" and len(ladder.steps) > 1:
            ladder = without_step(ladder, at)
        elif what == "move":
            before = sorted(kinds(ladder))
            ladder = with_step_moved(ladder, at, (number * 7) % len(ladder.steps))
            assert sorted(kinds(ladder)) == before
        elif what == "kind":
            ladder = with_kind(ladder, at, list(StepKind)[number % 4])
        assert Ladder.from_json(ladder.to_json()) == ladder
