# SPDX-License-Identifier: MIT
"""Whoever asked for approval is told of a decline, and of a yes, until they acted on it."""

from uuid import uuid4

import pytest

from groupdesk.domain.errors import StateChangedError
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, removal, rule_id
from tests.services.two_operators import asked, seat_of

WHY = "The screenshot shows somebody else."


def told(desk: Desk) -> list[tuple[str, str, str, int]]:
    return [
        (one.kind, one.by, one.about, one.members)
        for one in desk.todo.lines()
        if one.kind == "declined"
    ]


def test_whoever_asked_is_told_who_declined_and_why_until_they_know(
    desk: Desk, clock: MovableClock
) -> None:
    an = seat_of(desk)
    first = asked(desk)
    clock.move(days=2)
    an.approvals.decline(uuid4(), [first], WHY)
    assert told(desk) == [("declined", "An", WHY, 1)]
    assert told(an) == []
    (line,) = [one for one in desk.todo.all() if one.kind == "declined"]
    assert (line.since, line.id) == (clock.text, first)
    clock.move(days=40)
    assert told(desk) == [("declined", "An", WHY, 1)]
    with pytest.raises(StateChangedError) as caught:
        an.declined.seen(uuid4(), [first])
    assert caught.value.code == "declined_known"
    clear_error(caught.value)
    desk.declined.seen(uuid4(), [first])
    assert told(desk) == []
    assert desk.verifier.run().findings == ()


def test_asking_again_says_that_one_knows(desk: Desk, clock: MovableClock) -> None:
    an = seat_of(desk)
    first = asked(desk)
    an.approvals.decline(uuid4(), [first], WHY)
    clock.move(minutes=5)
    member = desk.removals.get(first).membership_id
    again = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    assert told(desk) == []
    an.approvals.decline(uuid4(), [again], "Still somebody else.")
    assert told(desk) == [("declined", "An", "Still somebody else.", 1)]


def test_the_line_to_carry_out_says_who_asked_and_who_approved(
    desk: Desk, clock: MovableClock
) -> None:
    an = seat_of(desk)
    first = asked(desk)
    clock.move(days=2)
    an.approvals.approve(uuid4(), [first])
    for seat in (desk, an):
        (line,) = [one for one in seat.todo.lines() if one.kind == "carry_out"]
        assert (line.asked_by, line.by, line.since) == ("Mei", "An", clock.text)
