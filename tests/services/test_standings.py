# SPDX-License-Identifier: MIT
"""The cached standing says what the domain says, whatever was done."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.ladder import standing
from groupdesk.services.desk import Desk
from groupdesk.services.standings import acts_of, refresh_due, standing_of
from tests.helpers import (
    MovableClock,
    make_desk,
    make_group,
    make_member,
    removal,
    rule_id,
    warning,
)

acts = st.lists(
    st.tuples(
        st.sampled_from(
            ["prepare", "send", "old", "sent", "not_sent", "not_delivered", "lift", "wait"]
        ),
        st.integers(1, 4),
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One workspace for all examples; each takes a member of its own."""
    clock = MovableClock()
    desk = make_desk(Path(tmp_path_factory.mktemp("standings")), clock)
    make_group(desk)
    yield desk
    desk.close()


def act(desk: Desk, clock: MovableClock, member: int, rule: int, what: str, number: int) -> None:
    known = [entry.id for entry in desk.timeline.of_member(member)]
    target = known[number % len(known)] if known else 0
    if what == "wait":
        clock.move(days=number * 25)
    elif what == "prepare":
        warning(desk, member, rule, number)
    elif what == "send":
        warning(desk, member, rule, number, sent_at=clock.text)
    elif what == "old":
        warning(desk, member, rule, number, sent_at=clock.ago(days=number * 40))
    elif what == "sent":
        desk.warnings.mark_sent(uuid.uuid4(), target, clock.text)
    elif what == "not_sent":
        desk.warnings.mark_not_sent(uuid.uuid4(), target)
    elif what == "not_delivered":
        desk.warnings.mark_not_delivered(uuid.uuid4(), target)
    else:
        desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, target, "Not so")


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts)
def test_the_cache_follows_every_act(shared: Desk, todo: list[tuple[str, int]]) -> None:
    desk = shared
    clock = desk.clock
    assert isinstance(clock, MovableClock)
    member, rule = make_member(desk, 1), rule_id(desk, 1)
    for what, number in todo:
        try:
            act(desk, clock, member, rule, what, number)
        except StateChangedError:
            continue  # this message cannot become that any more
        with desk.ledger.writing():
            refresh_due(desk.ledger.database, clock())
        row = desk.members.row(member)
        with desk.ledger.reading():
            now = standing_of(desk.ledger.database, row.person_id, 1, clock())
            assert now == standing(acts_of(desk.ledger.database, row.person_id, 1), clock())
        until = "" if now.until is None else to_text(now.until)
        assert (row.standing, row.standing_until) == (now.position, until)
        waiting = [e for e in desk.timeline.of_member(member) if e.state == "prepared"]
        assert row.waiting == len(waiting)


def test_refreshing_touches_only_what_is_due(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    rule = rule_id(desk, group)
    early, late = make_member(desk, group, "A"), make_member(desk, group, "B")
    warning(desk, early, rule, 1, sent_at=clock.text)
    warning(desk, late, rule, 2, sent_at=clock.text)
    clock.move(days=31)
    with desk.ledger.writing():
        assert refresh_due(desk.ledger.database, clock()) == 1
    assert (desk.members.row(early).standing, desk.members.row(late).standing) == (0, 2)


def taken(desk: Desk, member: int) -> tuple[int, tuple[int, ...]]:
    detail = desk.members.detail(member)
    return detail.position, detail.steps_taken


def test_only_steps_that_were_taken_lead_to_the_standing(desk: Desk, clock: MovableClock) -> None:
    member = make_member(desk, make_group(desk))
    assert taken(desk, member) == (0, ())
    warning(desk, member, rule_id(desk, 1), 2, sent_at=clock.text)
    assert taken(desk, member) == (2, (2,))
    warning(desk, member, rule_id(desk, 1), 1, sent_at=clock.text)
    lifted = warning(desk, member, rule_id(desk, 1), 3, sent_at=clock.text)
    desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, lifted, "Too hasty.")
    clock.move(days=40)  # the reminder lapsed; it was given all the same
    assert taken(desk, member) == (2, (1, 2))


def test_a_removal_is_reached_once_it_is_carried_out_until_it_is_lifted(
    desk: Desk, clock: MovableClock
) -> None:
    member = make_member(desk, make_group(desk))
    warning(desk, member, rule_id(desk, 1), 2, sent_at=clock.text)
    decided = desk.removals.decide(removal(desk, member, rule_id(desk, 1, "R3"))).subject_id
    assert taken(desk, member) == (2, (2,))
    for step in desk.removals.get(decided).steps[:3]:
        desk.carrying_out.tick(uuid.uuid4(), step)
    assert taken(desk, member) == (5, (2, 5))
    desk.reversals.record(uuid.uuid4(), SubjectKind.REMOVAL, decided, "Too hasty.")
    assert taken(desk, member) == (2, (2,))
