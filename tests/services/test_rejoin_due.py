# SPDX-License-Identifier: MIT
"""What requests to come back leave to do on Today."""

import uuid

from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Channel, SubjectKind
from groupdesk.domain.leaving_enums import RejoinEntryKind
from groupdesk.domain.rejoin_records import Newcomer
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, make_group, make_member, removal, rule_id
from tests.services.rejoin_cases import answered, outcome, pleaded


def due(desk: Desk) -> list[tuple[str, str]]:
    return [(item.kind, item.due_on) for item in desk.todo.all()]


def test_each_step_is_to_be_done_on_its_day(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    ident = pleaded(desk, group, Newcomer("Chen Yu"))
    assert due(desk) == [("rejoin_answer", "2026-06-03")]
    answered(desk, ident, RejoinEntryKind.LATER)
    assert due(desk) == []
    clock.move(days=19)
    assert due(desk) == [("rejoin_answer", "2026-06-20")]
    answered(desk, ident, trial_days=10, letter="Welcome", letter_language="en")
    assert due(desk) == [("rejoin_come", ""), ("rejoin_letter", "")]
    desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident)
    assert due(desk) == [("rejoin_letter", ""), ("rejoin_trial", "2026-06-30")]
    desk.leaving.rejoin_requests.trial(outcome(ident, RejoinEntryKind.TRIAL_PASSED))
    assert ("rejoin_trial", "2026-06-30") not in due(desk)


def test_the_answer_that_was_promised_for_the_end_of_a_trial_is_sent(
    desk: Desk, clock: MovableClock
) -> None:
    group, requests = make_group(desk), desk.leaving.rejoin_requests
    ident = answered(desk, pleaded(desk, group, Newcomer("Chen Yu")), trial_days=7)
    requests.take_in(uuid.uuid4(), ident)
    letter = {"letter": "It went well.", "letter_language": "en"}
    requests.trial(outcome(ident, RejoinEntryKind.TRIAL_PASSED, **letter))
    record = requests.get(ident)
    assert record.letter is not None
    assert (record.letter.letter, record.row.letter_waits) == ("It went well.", True)
    assert [one.kind for one in desk.todo.all()] == ["rejoin_letter"]
    clock.move(minutes=1)
    sent = (NoticeState.SENT, to_text(desk.clock()), Channel.PRIVATE)
    desk.notices.record(uuid.uuid4(), SubjectKind.REJOIN, ident, *sent)
    assert [one.kind for one in desk.todo.all()] == []


def test_in_an_archived_group_it_rests(desk: Desk) -> None:
    group = make_group(desk)
    pleaded(desk, group, Newcomer("Chen Yu"))
    desk.groups.archive(uuid.uuid4(), group, "Quiet")
    assert due(desk) == []


def test_letting_back_in_is_one_line_only_once_they_asked(desk: Desk) -> None:
    group = make_group(desk)
    member = make_member(desk, group)
    request = removal(desk, member, rule_id(desk, group), already_removed_at=to_text(desk.clock()))
    lifted = desk.removals.decide(request).subject_id
    desk.reversals.record(uuid.uuid4(), SubjectKind.REMOVAL, lifted, "It was somebody else")
    assert [kind for kind, _ in due(desk)] == ["rejoin"]
    pleaded(desk, group, desk.members.row(member).person_id)
    assert [kind for kind, _ in due(desk)] == ["rejoin_answer"]
