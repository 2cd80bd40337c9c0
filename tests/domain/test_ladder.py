# SPDX-License-Identifier: MIT
"""The ladder: what counts, where a member stands, which step follows."""

import json
import random
from datetime import UTC, date, datetime, timedelta, timezone

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
    clean_since,
    counts_until,
    proposed_step,
    standing,
)

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
moments = st.integers(-120, 120).map(lambda days: NOW + timedelta(days=days))
severities = st.sampled_from(list(Severity))


def end_of_day(moment: datetime) -> datetime:
    return moment.replace(hour=23, minute=59, second=59, microsecond=999_000)


@st.composite
def acts(draw: st.DrawFn) -> LadderAct:
    position = draw(st.integers(0, 4))
    sent_at = draw(moments)
    until = counts_until(DEFAULT_LADDER, max(1, position), sent_at)
    return LadderAct(position, sent_at, until, draw(st.none() | moments), draw(st.booleans()))


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    kinds = draw(st.lists(st.sampled_from(list(StepKind)), min_size=1, max_size=6))
    terms = st.builds(Terms, st.integers(0, 400), st.integers(1, 3))
    steps = tuple(LadderStep(kind, {s: draw(terms) for s in Severity}) for kind in kinds)
    return Ladder(steps, {severity: draw(st.integers(1, len(steps))) for severity in Severity})


@given(st.lists(acts()), moments)
def test_no_step_comes_from_what_lapsed_or_no_longer_counts(
    known: list[LadderAct], now: datetime
) -> None:
    alive = [
        act
        for act in known
        if act.position
        and act.sent_at <= now < act.counts_until
        and not (act.reversed_at is not None and act.reversed_at <= now)
    ]
    found = standing(known, now)
    assert found.position == max((act.position for act in alive), default=0)
    only = standing(alive, now)
    assert (found.until, found.breaches) == (only.until, only.breaches)


@given(st.lists(acts()), moments)
def test_standing_holds_until_the_next_change(known: list[LadderAct], now: datetime) -> None:
    found = standing(known, now)
    if found.next_change is not None:
        assert found.next_change > now
        just_before = found.next_change - timedelta(milliseconds=1)
        assert standing(known, just_before).position == found.position
    else:
        assert standing(known, now + timedelta(days=5000)).position == found.position == 0


def test_a_pardon_that_a_clock_set_back_has_ahead_of_it_is_when_to_look_again() -> None:
    pardoned_at = NOW + timedelta(days=5)
    act = LadderAct(2, NOW, NOW + timedelta(days=90), pardoned_at, pardoned=True)
    assert standing([act], NOW).next_change == pardoned_at


@given(st.lists(acts()), moments, st.integers(0, 99))
def test_the_order_of_recording_does_not_matter(
    known: list[LadderAct], now: datetime, seed: int
) -> None:
    mixed = list(known)
    random.Random(seed).shuffle(mixed)  # a shuffle, no secret
    assert standing(mixed, now) == standing(known, now)


@given(st.lists(acts(), min_size=1), st.integers(0, 99), moments, moments)
def test_a_pardon_takes_back_exactly_its_own_act(
    known: list[LadderAct], which: int, pardoned_at: datetime, now: datetime
) -> None:
    known = [act._replace(reversed_at=None, pardoned=False) for act in known]
    at = which % len(known)
    after = list(known)
    after[at] = known[at]._replace(reversed_at=pardoned_at, pardoned=True)
    others = known[:at] + known[at + 1 :]
    if now < pardoned_at:  # until then it counts as it always did
        assert standing(after, now).position == standing(known, now).position
    else:
        found, without = standing(after, now), standing(others, now)
        assert found[:3] == without[:3]
        assert found.position <= standing(known, now).position


@given(
    ladders(),
    st.builds(Standing, st.integers(0, 8), st.none(), st.integers(0, 4)),
    severities,
)
def test_no_double_step_and_never_past_the_end(
    ladder: Ladder, current: Standing, severity: Severity
) -> None:
    step = proposed_step(ladder, current, severity)
    assert 1 <= step <= len(ladder.steps)
    assert step >= min(current.position, len(ladder.steps))
    assert step <= max(current.position + 1, ladder.starts[severity])


@given(
    ladders(),
    st.builds(Standing, st.integers(0, 8), st.none(), st.integers(0, 4)),
    st.builds(Standing, st.integers(0, 8), st.none(), st.integers(0, 4)),
    severities,
)
def test_who_stands_higher_is_never_proposed_less(
    ladder: Ladder, one: Standing, other: Standing, severity: Severity
) -> None:
    lower, higher = sorted((one, other), key=lambda s: (s.position, s.breaches))
    assert proposed_step(ladder, lower, severity) <= proposed_step(ladder, higher, severity)


@given(ladders(), st.lists(st.tuples(moments, severities), max_size=12))
def test_a_step_that_was_given_acts_once(
    ladder: Ladder, breaches: list[tuple[datetime, Severity]]
) -> None:
    given_acts: list[LadderAct] = []
    for at, severity in sorted(breaches, key=lambda breach: breach[0]):
        before = standing(given_acts, at)
        position = proposed_step(ladder, before, severity)
        until = counts_until(ladder, position, at, severity)
        given_acts.append(LadderAct(position, at, until))
        after = standing(given_acts, at)
        lasting = until > at
        assert after.position == (max(position, before.position) if lasting else before.position)
        if lasting and position == before.position:
            assert after.breaches == before.breaches + 1
        # looking again changes nothing: only a new breach leads on
        assert standing(given_acts, at) == after


@given(ladders(), ladders())
def test_another_ladder_moves_nobody_up(old: Ladder, new: Ladder) -> None:
    order = list(StepKind)
    for position, step in enumerate(old.steps, 1):
        place = new.place(step.kind, old.number(position))
        assert 0 <= place <= len(new.steps)
        if place:
            assert order.index(new.steps[place - 1].kind) <= order.index(step.kind)
        assert old.place(step.kind, old.number(position)) == position


@given(ladders())
def test_a_ladder_is_read_back_as_it_was_written(ladder: Ladder) -> None:
    assert Ladder.from_json(ladder.to_json()) == ladder


def test_a_ladder_stored_before_there_were_severities_is_read() -> None:
    text = (
        '{"starts": {"minor": 1, "serious": 2, "zero_tolerance": 5}, "steps": [["reminder", 30, 1],'
        ' ["warning", 90, 1], ["warning", 90, 1], ["final_warning", 180, 1], ["removal", 0, 1]]}'
    )
    assert Ladder.from_json(text) == DEFAULT_LADDER
    assert DEFAULT_LADDER.to_json() == text  # and is not written anew when nothing changed


def test_only_what_differs_is_stored_for_each_severity() -> None:
    terms = {
        Severity.MINOR: Terms(90, 2),
        Severity.SERIOUS: Terms(180, 2),
        Severity.ZERO_TOLERANCE: Terms(180, 2),
    }
    ladder = Ladder((LadderStep(StepKind.WARNING, terms),), dict.fromkeys(Severity, 1))
    (step,) = json.loads(ladder.to_json())["steps"]
    assert step == ["warning", {"minor": 90, "serious": 180, "zero_tolerance": 180}, 2]
    assert counts_until(ladder, 1, NOW, Severity.SERIOUS) == end_of_day(NOW + timedelta(days=180))


def stored(steps: str, serious: int = 1) -> str:
    starts = {"minor": 1, "serious": serious, "zero_tolerance": 1}
    return f'{{"steps": {steps}, "starts": {json.dumps(starts)}}}'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        stored("[]"),
        stored('[["nudge", 1, 1]]'),
        stored('[["warning", -1, 1]]'),
        stored('[["warning", 9, 0]]'),
        stored('[["warning", 9]]'),
        stored('[["warning", "9", 1]]'),
        stored('[["warning", true, 1]]'),
        stored('[["warning", {"minor": 9}, 1]]'),
        stored('[["warning", 9, 1]]', serious=2),
    ],
)
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
    reminder = {
        Severity.MINOR: Terms(30, 2),
        Severity.SERIOUS: Terms(30, 1),
        Severity.ZERO_TOLERANCE: Terms(30, 1),
    }
    ladder = Ladder(
        (LadderStep(StepKind.REMINDER, reminder), LadderStep.alike(StepKind.WARNING, 90)),
        dict.fromkeys(Severity, 1),
    )
    once, twice = Standing(1, None, 1), Standing(1, None, 2)
    assert proposed_step(ladder, once, Severity.MINOR) == 1
    assert proposed_step(ladder, once, Severity.SERIOUS) == 2
    assert proposed_step(ladder, twice, Severity.MINOR) == 2


def test_a_warning_counts_on_the_whole_of_its_last_day_and_not_after_it() -> None:
    shanghai = timezone(timedelta(hours=8))
    sent = datetime(2026, 2, 10, 15, 2, tzinfo=shanghai)
    act = LadderAct(2, sent, counts_until(DEFAULT_LADDER, 2, sent))
    assert act.counts_until.date() == date(2026, 5, 11)  # the day that the message names
    assert act.counts(sent)
    assert act.counts(datetime(2026, 5, 11, 23, 59, 59, tzinfo=shanghai))
    assert not act.counts(datetime(2026, 5, 12, tzinfo=shanghai))
    assert not act.counts(sent - timedelta(microseconds=1))
    assert clean_since([act], datetime(2026, 5, 12, tzinfo=shanghai)) == datetime(
        2026, 5, 12, tzinfo=shanghai
    )


def test_what_counts_for_no_day_never_counts() -> None:
    assert counts_until(DEFAULT_LADDER, 5, NOW) == NOW


def test_steps_of_one_kind_are_numbered() -> None:
    assert DEFAULT_LADDER.number(3) == 2
    assert DEFAULT_LADDER.repeats(StepKind.WARNING)
    assert not DEFAULT_LADDER.repeats(StepKind.FINAL_WARNING)
    assert DEFAULT_LADDER.positions(StepKind.WARNING, StepKind.FINAL_WARNING) == (2, 3, 4)


def test_a_step_is_found_again_on_another_ladder() -> None:
    strict = Ladder(
        (LadderStep.alike(StepKind.WARNING, 60), LadderStep.alike(StepKind.REMOVAL, 0)),
        {Severity.MINOR: 1, Severity.SERIOUS: 1, Severity.ZERO_TOLERANCE: 2},
    )
    places = [
        strict.place(step.kind, DEFAULT_LADDER.number(at))
        for at, step in enumerate(DEFAULT_LADDER.steps, 1)
    ]
    assert places == [0, 1, 1, 1, 2]  # the reminder leads nowhere, the final warning is a warning


def test_since_when_the_slate_is_clean() -> None:
    early, late = NOW - timedelta(days=100), NOW - timedelta(days=50)
    lapsed = LadderAct(1, early, early + timedelta(days=30))
    pardoned = LadderAct(2, early, NOW + timedelta(days=1), late, pardoned=True)
    lifted = LadderAct(2, early, NOW + timedelta(days=1), NOW)
    never = LadderAct(0, late, late)
    assert clean_since([lapsed], NOW) == early + timedelta(days=30, milliseconds=1)
    assert clean_since([lapsed, pardoned, lifted, never], NOW) == late
    assert clean_since([lifted, never], NOW) is None
    assert clean_since([lapsed, LadderAct(1, NOW, NOW + timedelta(days=30))], NOW) is None


@given(st.lists(acts()), moments)
def test_a_clean_slate_is_when_nothing_counts(known: list[LadderAct], now: datetime) -> None:
    since = clean_since(known, now)
    if since is not None:
        assert since <= now
        assert standing(known, now).position == 0
