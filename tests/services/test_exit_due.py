# SPDX-License-Identifier: MIT
"""What requests to leave put on Today, day by day."""

import uuid

import pytest

from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Channel, SubjectKind
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.leaving_enums import CustomerTold, ExitChip, ExitEntryKind
from groupdesk.domain.records import MemberFields
from groupdesk.domain.talk_enums import TaskState
from groupdesk.services.desk import Desk
from groupdesk.services.exit_due import due_from_exits
from tests.helpers import MovableClock, clear_error, make_group, make_member
from tests.services.exit_cases import answered, asked, gone, telling


def due(desk: Desk) -> dict[str, tuple[str, int, int]]:
    with desk.ledger.reading():
        found = due_from_exits(desk.ledger)
    return {one.kind: (one.due_on, one.done, one.of) for one in found}


def sent(desk: Desk, exit_id: int, state: NoticeState = NoticeState.SENT, at: str = "") -> None:
    moment = at or to_text(desk.clock())
    desk.notices.record(
        uuid.uuid4(), SubjectKind.EXIT, exit_id, state, moment, Channel.PRIVATE, "Away"
    )


def test_a_request_goes_over_today_until_all_is_done(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk, rules=False)
    fields = MemberFields("A", key_customer=True)
    customer = desk.members.add(uuid.uuid4(), group, fields).subject_id
    ident = asked(desk, make_member(desk, group))
    assert due(desk) == {"exit_answer": ("2026-06-03", 0, 0)}
    answered(desk, ident, ExitEntryKind.ASKED_TO_STAY, letter="Please stay", letter_language="en")
    until = "2026-06-20"
    assert due(desk) == {
        "exit_letter": ("", 0, 0),
        "exit_stay": (until, 0, 0),
        "exit_items": (until, 0, 6),
        "exit_customers": (until, 0, 1),
    }
    sent(desk, ident)
    assert "exit_letter" not in due(desk)
    answered(desk, ident, until="2026-06-05")
    assert "exit_leave" not in due(desk)
    clock.move(days=4)
    assert due(desk)["exit_leave"] == ("2026-06-05", 0, 0)
    gone(desk, ident)
    desk.leaving.exit_customers.tell(telling(desk, ident, customer))
    assert due(desk) == {"exit_items": ("2026-06-05", 0, 6), "exit_check": ("2026-06-08", 0, 0)}
    lines = [one.task_id for one in desk.leaving.exits.get(ident).items[:-2]]
    desk.leaving.exit_items.tick(uuid.uuid4(), ident, lines)
    desk.leaving.exit_items.check(uuid.uuid4(), ident, TaskState.DONE)
    assert due(desk) == {}


def test_what_is_over_or_archived_rests(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    answered(desk, asked(desk, make_member(desk, group)), ExitEntryKind.WITHDRAWN)
    assert due(desk) == {}
    asked(desk, make_member(desk, group, "B"))
    desk.groups.archive(uuid.uuid4(), group, "Over")
    assert due(desk) == {}


def test_a_letter_for_several_groups_is_sent_once(desk: Desk) -> None:
    first = make_member(desk, make_group(desk, rules=False), "Li Wei", "wx1")
    second = make_member(desk, make_group(desk, "B", rules=False), "Li Wei", "wx1")
    both = asked(desk, first, second)
    of_both = (both, both + 1)
    answered(desk, both, exit_ids=of_both, letter="All the best", letter_language="en")
    assert "exit_letter" in due(desk)
    sent(desk, both)
    assert "exit_letter" not in due(desk)
    assert desk.leaving.exits.get(both + 1).row.letter is NoticeState.SENT
    gone(desk, both + 1)
    assert "exit_letter" not in due(desk)
    answered(desk, both, letter="Another day", letter_language="en")
    assert "exit_letter" in due(desk)


def test_a_letter_is_recorded_as_sent_only_where_there_is_one(
    desk: Desk, clock: MovableClock
) -> None:
    ident = asked(desk, make_member(desk, make_group(desk, rules=False)))
    with pytest.raises(StateChangedError, match="exit_no_letter") as caught:
        sent(desk, ident)
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="exit_gone"):
        sent(desk, 99)
    answered(desk, ident, letter="All the best", letter_language="en")
    with pytest.raises(ValidationError, match="exit_letter_too_early") as early:
        sent(desk, ident, at=clock.ago(minutes=5))
    clear_error(early.value)
    sent(desk, ident, NoticeState.NOT_DELIVERED)
    found = desk.leaving.exits.get(ident)
    assert (found.row.letter, found.row.letter_waits) == (NoticeState.NOT_DELIVERED, True)
    assert [one.note for one in found.deliveries] == ["Away"]
    clock.move(minutes=1)
    answered(desk, ident, until="2026-06-09", letter="Another day", letter_language="en")
    assert desk.leaving.exits.get(ident).row.letter is None  # of this one nothing is known yet
    assert desk.verifier.run().findings == ()


def test_a_customer_to_tell_and_a_letter_to_send_wait_after_all_else(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    fields = MemberFields("A", key_customer=True)
    customer = desk.members.add(uuid.uuid4(), group, fields).subject_id
    ident = asked(desk, make_member(desk, group))
    answered(desk, ident, letter="All the best", letter_language="en")
    gone(desk, ident)
    lines = [one.task_id for one in desk.leaving.exits.get(ident).items[:-2]]
    desk.leaving.exit_items.tick(uuid.uuid4(), ident, lines)
    desk.leaving.exit_items.check(uuid.uuid4(), ident, TaskState.DONE)
    assert set(due(desk)) == {"exit_letter", "exit_customers"}
    sent(desk, ident)
    assert set(due(desk)) == {"exit_customers"}
    prepared = telling(desk, ident, customer, state=CustomerTold.PREPARED)
    desk.leaving.exit_customers.tell(prepared)
    assert set(due(desk)) == {"exit_customers"}
    desk.leaving.exit_customers.tell(telling(desk, ident, customer))
    assert due(desk) == {}


def test_who_is_in_the_group_again_is_asked_nothing_about_having_left(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk, rules=False)
    customer = MemberFields("A", key_customer=True)
    desk.members.add(uuid.uuid4(), group, customer)
    stay = make_member(desk, group, external_id="li")
    ident = answered(desk, asked(desk, stay), letter="Farewell", letter_language="en")
    gone(desk, ident)
    assert set(due(desk)) == {"exit_items", "exit_customers", "exit_letter", "exit_check"}
    clock.move(days=2)
    back = desk.members.add(uuid.uuid4(), group, desk.members.detail(stay).fields).subject_id
    assert desk.members.row(back).person_id == desk.members.row(stay).person_id
    assert due(desk) == {}
    row = desk.leaving.exits.get(ident).row
    assert (row.back, row.chip) == (True, ExitChip.OVER)


@pytest.mark.parametrize("wish", ["", "2026-06-03"])
def test_who_may_leave_is_asked_after_although_no_last_day_was_agreed(
    desk: Desk, clock: MovableClock, wish: str
) -> None:
    ident = asked(desk, make_member(desk, make_group(desk, rules=False)), wish_on=wish)
    answered(desk, ident)
    lines = [one.task_id for one in desk.leaving.exits.get(ident).items[:-2]]
    assert set(due(desk)) == {"exit_items"}
    desk.leaving.exit_items.tick(uuid.uuid4(), ident, lines)
    clock.move(days=2)
    assert due(desk) == {"exit_leave": (wish, 0, 0)}


def test_who_changed_their_mind_is_still_sent_the_letter(desk: Desk) -> None:
    ident = asked(desk, make_member(desk, make_group(desk, rules=False)))
    answered(desk, ident, ExitEntryKind.WITHDRAWN, letter="Good to have you", letter_language="en")
    assert due(desk) == {"exit_letter": ("", 0, 0)}
    sent(desk, ident)
    assert due(desk) == {}


def test_a_letter_that_did_not_arrive_stays_to_be_sent(desk: Desk) -> None:
    ident = asked(desk, make_member(desk, make_group(desk, rules=False)))
    answered(desk, ident, letter="Goodbye", letter_language="en")
    gone(desk, ident)
    desk.leaving.exit_items.check(uuid.uuid4(), ident, TaskState.DONE)
    lines = [one.task_id for one in desk.leaving.exits.get(ident).items[:-2]]
    desk.leaving.exit_items.tick(uuid.uuid4(), ident, lines)
    for state in (NoticeState.SENT, NoticeState.NOT_DELIVERED):
        sent(desk, ident, state)
    assert set(due(desk)) == {"exit_letter"}
    for state in (NoticeState.SENT, NoticeState.NOT_SENT):
        sent(desk, ident, state)
    assert set(due(desk)) == {"exit_letter"}
    sent(desk, ident)
    assert due(desk) == {}
