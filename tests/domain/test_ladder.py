# SPDX-License-Identifier: MIT
"""The ladder: what counts, where a member stands, which step follows."""

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
    Standing,
    Terms,
    counts_until,
    proposed_step,
    standing,
)

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
moments = st.integers(-400, 400).map(lambda days: NOW + timedelta(days=days))


@st.composite
def acts(draw: st.DrawFn) -> LadderAct:
    position = draw(st.integers(1, 4))
    sent_at = draw(moments)
    until = counts_until(DEFAULT_LADDER, position, sent_at)
    return LadderAct(position, sent_at, until, draw(st.none() | moments))


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    kinds = draw(st.lists(st.sampled_from(list(StepKind)), min_size=1, max_size=6))
    steps = tuple(
        LadderStep(
            kind, {s: Terms(draw(st.integers(0, 400)), draw(st.integers(1, 3))) for s in Severity}
        )
        for kind in kinds
    )
    return Ladder(steps, {severity: draw(st.integers(1, len(steps))) for severity in Severity})


@given(st.lists(acts()), moments)
def test_no_step_comes_from_what_lapsed_or_was_lifted(
    known: list[LadderAct], now: datetime
) -> None:
    alive = [
        act
        for act in known
        if act.sent_at <= now < act.counts_until
        and not (act.reversed_at is not None and act.reversed_at <= now)
    ]
    found = standing(known, now)
    assert found.position == max((act.position for act in alive), default=0)
    only = standing(alive, now)
    assert (found.until, found.breaches) == (only.until, only.breaches)


@given(st.lists(acts()), moments)
def test_standing_holds_until_the_next_change(known: list[LadderAct], now: datetime) -> None:
    known = [act for act in known if act.reversed_at is None or act.reversed_at <= now]
    found = standing(known, now)
    if found.next_change is not None:
        assert found.next_change > now
        just_before = found.next_change - timedelta(milliseconds=1)
        assert standing(known, just_before).position == found.position
    else:
        assert standing(known, now + timedelta(days=5000)).position == found.position == 0


@given(
    ladders(),
    st.builds(Standing, st.integers(0, 8), st.none(), st.integers(0, 4)),
    st.sampled_from(list(Severity)),
)
def test_no_double_step_and_never_past_the_end(
    ladder: Ladder, current: Standing, severity: Severity
) -> None:
    step = proposed_step(ladder, current, severity)
    assert 1 <= step <= len(ladder.steps)
    assert step >= min(current.position, len(ladder.steps))
    assert step <= max(current.position + 1, ladder.starts[severity])


@given(ladders())
def test_a_ladder_is_read_back_as_it_was_written(ladder: Ladder) -> None:
    assert Ladder.from_json(ladder.to_json()) == ladder


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"steps": [["nudge", 1, 1]], "starts": {}}'])
def test_another_text_is_no_ladder(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        Ladder.from_json(text)


@pytest.mark.parametrize(
    ("position", "severity", "proposed"),
    [
        (0, Severity.MINOR, 1),
        (0, Severity.SERIOUS, 2),
        (0, Severity.ZERO_TOLERANCE, 5),
        (1, Severity.MINOR, 2),
        (1, Severity.SERIOUS, 2),
        (4, Severity.MINOR, 5),
        (5, Severity.MINOR, 5),
    ],
)
def test_the_usual_ladder(position: int, severity: Severity, proposed: int) -> None:
    assert proposed_step(DEFAULT_LADDER, Standing(position, None, 1), severity) == proposed


def test_two_breaches_are_waited_for_where_the_step_says_so() -> None:
    ladder = Ladder(
        (
            LadderStep.alike(StepKind.REMINDER, 30, breaches=2),
            LadderStep.alike(StepKind.WARNING, 90),
        ),
        dict.fromkeys(Severity, 1),
    )
    assert proposed_step(ladder, Standing(1, None, 1), Severity.MINOR) == 1
    assert proposed_step(ladder, Standing(1, None, 2), Severity.MINOR) == 2


def test_a_warning_counts_up_to_its_clean_slate_moment_and_not_at_it() -> None:
    act = LadderAct(2, NOW, counts_until(DEFAULT_LADDER, 2, NOW))
    assert act.counts(NOW)
    assert act.counts(NOW + timedelta(days=90, microseconds=-1))
    assert not act.counts(NOW + timedelta(days=90))
    assert not act.counts(NOW - timedelta(microseconds=1))


def test_steps_of_one_kind_are_numbered() -> None:
    assert DEFAULT_LADDER.number(3) == 2
    assert DEFAULT_LADDER.repeats(StepKind.WARNING)
    assert not DEFAULT_LADDER.repeats(StepKind.FINAL_WARNING)
    assert DEFAULT_LADDER.positions(StepKind.WARNING, StepKind.FINAL_WARNING) == (2, 3, 4)
