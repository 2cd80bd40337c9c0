# SPDX-License-Identifier: MIT
"""Somebody leaves and comes back three times: what each time leaves behind, and what not."""

import uuid
from datetime import date

import pytest

from groupdesk.domain.handover_enums import BookPart, MoveKind
from groupdesk.domain.leaving import Leaving
from groupdesk.domain.leaving_enums import RejoinEntryKind, RejoinState
from groupdesk.domain.person_records import Concern
from groupdesk.domain.rejoin_records import RejoinFilter
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, make_group, rule_id, warning
from tests.services.exit_cases import asked, gone
from tests.services.handover_cases import NOBODY_ELSE, book_for, customer, me, moved, of, signed
from tests.services.rejoin_cases import answered, outcome, pleaded

PASSED = RejoinEntryKind.TRIAL_PASSED


@pytest.fixture
def group(desk: Desk) -> int:
    made = make_group(desk)
    desk.leaving.ways.save(uuid.uuid4(), made, Leaving(cooling_days=14, trial_days=30))
    return made


def back(desk: Desk, group: int, person: int, days: int) -> int:
    """Let somebody come back on trial; return the request."""
    ident = answered(desk, pleaded(desk, group, person), trial_days=days)
    desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident)
    return ident


def stay_of(desk: Desk, ident: int) -> int:
    return desk.leaving.rejoin_requests.get(ident).here


def due(desk: Desk) -> list[tuple[str, int]]:
    return [(item.kind, item.id) for item in desk.todo.all() if item.kind != "lapse"]


def test_three_times_away_and_back(desk: Desk, group: int, clock: MovableClock) -> None:
    stay = customer(desk, group, "Zhao Min", desk.operator.name, key_customer=True)
    person = desk.members.row(stay).person_id
    requests = desk.leaving.rejoin_requests

    # left in the middle of the first trial, passed the second, is on the third
    gone(desk, asked(desk, stay))
    clock.move(days=20)
    first = back(desk, group, person, 30)
    assert due(desk) == [("rejoin_trial", first)]
    clock.move(days=5)
    gone(desk, asked(desk, stay_of(desk, first)))
    assert requests.get(first).row.state is RejoinState.GONE
    assert {ident for _kind, ident in due(desk)} == {2}, "of the first time nothing comes up again"
    clock.move(days=3)
    known = requests.known(group, person)
    assert known.cooled_on == "2026-07-10", "fourteen days from the last time, not from the first"
    second = back(desk, group, person, 10)
    assert due(desk) == [("rejoin_trial", second)]
    warning(desk, stay_of(desk, second), rule_id(desk, group), sent_at=clock.text)
    clock.move(days=10)
    requests.trial(outcome(second, PASSED))
    gone(desk, asked(desk, stay_of(desk, second)))
    clock.move(days=1)
    ident = pleaded(desk, group, person)
    known = requests.get(ident).known
    assert [len(part) for part in (known.stays, known.exits, known.rejoins)] == [3, 3, 2]
    assert {one.state for one in known.rejoins} == {RejoinState.GONE, RejoinState.BACK}
    assert (known.breaches, known.standing) == (1, 2), "what counted goes on counting"
    (found,) = known.check.findings
    assert (found.concern, found.times) == (Concern.LEFT, 3)
    answered(desk, ident, trial_days=7)
    requests.take_in(uuid.uuid4(), ident)
    record = requests.get(ident)
    assert record.trial is not None
    assert (record.trial.warnings, record.known.members) == (0, 1), "only what came since"
    assert due(desk) == [("rejoin_trial", ident)]
    states = [row.state for row in desk.leaving.rejoin_list.rows(RejoinFilter())]
    assert states == [RejoinState.ON_TRIAL, RejoinState.BACK, RejoinState.GONE]

    # how long they stayed is counted for each time, the person once
    total = desk.leaving.exit_statistics.of(group, date(2026, 6, 1), date(2026, 12, 31))
    assert (total.statistics.total.exits, total.statistics.total.persons) == (3, 1)

    # in a handover they are one customer, by the stay that is
    handover = book_for(desk, me(desk), NOBODY_ELSE, group_id=group)
    book = signed(desk, handover)
    assert [line.who for line in book.book.lines(BookPart.CUSTOMERS)] == ["Zhao Min"]
    assert [item.kind for item in book.moves if item.who == "Zhao Min"] == [MoveKind.CUSTOMER]
    moved(desk, handover)
    assert desk.members.detail(stay_of(desk, ident)).fields.account_owner == "Zhou Min"
    assert of(desk, handover).row.over
    assert desk.verifier.run().findings == ()
