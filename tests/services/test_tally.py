# SPDX-License-Identifier: MIT
"""Today counts what holds: not what waits, was declined, taken back or did not arrive."""

from uuid import uuid4

from groupdesk.domain.act_records import Tally
from groupdesk.domain.decision_enums import AppealOutcome
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, make_group, make_member, rule_id, talk, warning
from tests.services import exit_cases
from tests.services.appeal_cases import REMOVAL, decided, objected, removed
from tests.services.exit_cases import gone
from tests.services.rejoin_cases import answered, pleaded
from tests.services.two_operators import asked, seat_of


def test_removals_count_while_they_hold_and_what_an_appeal_lifts_is_lifted(desk: Desk) -> None:
    held, cancelled, lifted, upheld = (removed(desk) for _ in range(4))
    desk.removals.cancel(uuid4(), cancelled)
    desk.reversals.record(uuid4(), REMOVAL, lifted, "It was somebody else")
    assert desk.tallies.lately(30) == Tally(0, 0, 2, 1)
    decided(desk, objected(desk, upheld), AppealOutcome.LIFTED)
    assert desk.tallies.lately(30) == Tally(0, 0, 1, 2)
    decided(desk, objected(desk, held), AppealOutcome.KEPT)
    assert desk.tallies.lately(30).removals == 1


def test_a_removal_counts_from_its_approval_and_one_that_is_declined_never(
    desk: Desk, clock: MovableClock
) -> None:
    an = seat_of(desk)
    first, second, _waiting = (asked(desk, name) for name in ("Li", "Wu", "He"))
    clock.move(days=40)
    assert desk.tallies.lately(30).removals == 0
    an.approvals.approve(uuid4(), [first])
    an.approvals.decline(uuid4(), [second], "The screenshot shows somebody else.")
    assert desk.tallies.lately(30) == Tally(0, 0, 1, 0)


def test_messages_that_arrived_and_hold_count_by_the_day_on_which_they_were_sent(
    desk: Desk, clock: MovableClock
) -> None:
    member = make_member(desk, make_group(desk))
    rule, clock_then = rule_id(desk, 1), clock.text
    clock.move(days=31)
    warning(desk, member, rule, 1, sent_at=clock_then)
    talk(desk, member, happened_at=clock_then)
    assert desk.tallies.lately(30) == Tally(0, 0, 0, 0)
    warning(desk, member, rule, 1, sent_at=clock.text)
    lost = warning(desk, member, rule, 1, sent_at=clock.text)
    talk(desk, member)
    assert desk.tallies.lately(30) == Tally(1, 2, 0, 0)
    desk.warnings.mark_not_delivered(uuid4(), lost)
    assert desk.tallies.lately(30).messages == 1
    assert desk.tallies.lately(31) == Tally(2, 2, 0, 0)


def test_who_left_and_who_came_back_count_by_the_day_on_which_they_did(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk)
    member = make_member(desk, group)
    gone(desk, exit_cases.answered(desk, exit_cases.asked(desk, member)))
    assert desk.tallies.lately(30) == Tally(0, 0, 0, 0, left=1)
    clock.move(days=31)
    back = pleaded(desk, group, desk.members.row(member).person_id)
    answered(desk, back)
    desk.leaving.rejoin_requests.take_in(uuid4(), back)
    assert desk.tallies.lately(30) == Tally(0, 0, 0, 0, came_back=1)
