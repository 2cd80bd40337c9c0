# SPDX-License-Identifier: MIT
"""What is said of a ladder before it is published."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import (
    DEFAULT_LADDER,
    Ladder,
    LadderAct,
    LadderStep,
    Terms,
    counts_until,
    proposed_step,
    standing,
)
from groupdesk.domain.ladder_checks import MAX_STEPS, ladder_problems, publishable

R, W, F, X = StepKind.REMINDER, StepKind.WARNING, StepKind.FINAL_WARNING, StepKind.REMOVAL


def ladder(*steps: tuple[StepKind, int, int] | StepKind, starts: str = "111") -> Ladder:
    made = tuple(
        LadderStep.alike(step, 0 if step is X else 60)
        if isinstance(step, StepKind)
        else LadderStep.alike(*step)
        for step in steps
    )
    return Ladder(made, dict(zip(Severity, map(int, starts), strict=True)))


def codes(made: Ladder) -> list[tuple[str, int]]:
    return [(problem.code, problem.position) for problem in ladder_problems(made)]


def with_terms(made: Ladder, position: int, severity: Severity, terms: Terms) -> Ladder:
    steps = list(made.steps)
    step = steps[position - 1]
    steps[position - 1] = LadderStep(step.kind, {**step.terms, severity: terms})
    return made._replace(steps=tuple(steps))


def test_of_the_ladder_with_which_groups_begin_nothing_is_said() -> None:
    assert ladder_problems(DEFAULT_LADDER) == ()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (Ladder((), dict.fromkeys(Severity, 1)), [("no_steps", 0)]),
        (ladder(*([R] * (MAX_STEPS + 1))), [("too_many_steps", 0)]),
        (ladder(R, W, X, starts="104"), [("no_start", 0)]),
        (ladder(X), [("minor_removal", 1)]),
        (ladder(R, W, X, starts="333"), [("minor_removal", 3)]),
        (ladder(R, X, W), [("after_removal", 3)]),
        (ladder(R, X, X), [("after_removal", 3)]),
        (ladder(R, F, W, X), [("out_of_order", 3)]),
        (ladder(R, W, X, starts="213"), [("starts_lower", 0)]),
        (ladder((R, 0, 1), W, X), [("never_leads_on", 1)]),
        (ladder(R, (W, 40_000, 1), X), [("days_absurd", 2)]),
        (ladder(R, (W, 90, 5_000), X), [("breaches_absurd", 2)]),
        (ladder(R, (W, 90, 0), X), [("breaches_absurd", 2)]),
        (ladder(R, (W, 3, 4), X), [("lapses_first", 2)]),
    ],
)
def test_what_can_never_work_keeps_a_ladder_from_being_published(
    made: Ladder, said: list[tuple[str, int]]
) -> None:
    assert codes(made) == said
    assert all(problem.blocks for problem in ladder_problems(made))
    assert not publishable(made)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (ladder(R, W), [("no_removal", 2)]),
        (ladder(R, W, X, starts="223"), [("unused", 1)]),
        (ladder(R, W, X, starts="133"), [("serious_removal", 3)]),
        (ladder(R, X, starts="112"), [("no_warning", 2)]),
        (ladder((R, 5, 1), W, X), [("short", 1)]),
        (ladder(R, (W, 800, 1), X), [("long", 2)]),
        (ladder(R, (W, 90, 11), X), [("many", 2)]),
        (ladder((R, 61, 1), W, X), [("shorter", 2)]),
        (
            with_terms(ladder(R, W, X), 2, Severity.ZERO_TOLERANCE, Terms(60, 2)),
            [("graver_slower", 2)],
        ),
        (
            with_terms(ladder((R, 10, 1), W, X), 2, Severity.ZERO_TOLERANCE, Terms(50)),
            [("graver_shorter", 2)],
        ),
    ],
)
def test_what_is_seldom_meant_is_advice(made: Ladder, said: list[tuple[str, int]]) -> None:
    assert codes(made) == said
    assert publishable(made)


def test_what_is_the_same_for_all_severities_is_said_once() -> None:
    (all_of_them,) = ladder_problems(ladder((R, 0, 1), W, X))
    assert all_of_them.severity is None
    only = with_terms(ladder(R, W, X), 1, Severity.SERIOUS, Terms(0))
    (one,) = ladder_problems(only)
    assert (one.code, one.severity) == ("never_leads_on", Severity.SERIOUS)


def test_a_severity_that_never_comes_to_a_step_is_not_asked_there() -> None:
    made = with_terms(ladder(R, W, X, starts="122"), 1, Severity.SERIOUS, Terms(0))
    assert ladder_problems(made) == ()


@st.composite
def any_ladder(draw: st.DrawFn) -> Ladder:
    kinds = draw(st.lists(st.sampled_from(list(StepKind)), min_size=1, max_size=5))
    terms = st.builds(Terms, st.integers(-1, 40), st.integers(0, 4))
    steps = tuple(LadderStep(kind, {s: draw(terms) for s in Severity}) for kind in kinds)
    return Ladder(steps, {severity: draw(st.integers(0, 6)) for severity in Severity})


@given(any_ladder(), st.sampled_from(list(Severity)))
def test_what_may_be_published_leads_on_to_its_last_step(made: Ladder, severity: Severity) -> None:
    if not publishable(made):
        return
    now, reached = datetime(2026, 1, 1, tzinfo=UTC), 0
    acts: list[LadderAct] = []
    for _ in range(5 * 4 + 5):  # each step asks for 4 messages at most
        reached = proposed_step(made, standing(acts, now), severity)
        acts.append(LadderAct(reached, now, counts_until(made, reached, now, severity)))
        if made.steps[reached - 1].kind is X:
            break
    assert reached == len(made.steps)
    assert Ladder.from_json(made.to_json()) == made


@given(any_ladder())
def test_a_publishable_ladder_gives_everybody_a_message_before_removal(made: Ladder) -> None:
    if publishable(made):
        first = made.starts[Severity.MINOR]
        until = counts_until(made, first, datetime(2026, 1, 1, tzinfo=UTC))
        assert made.steps[first - 1].kind is not X
        assert until >= datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=1)
