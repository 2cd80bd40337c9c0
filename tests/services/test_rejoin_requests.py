# SPDX-License-Identifier: MIT
"""Somebody who wants to come back: recorded, answered, taken in, and looked at after a trial."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Action, Channel, SubjectKind, Term, Topic
from groupdesk.domain.errors import GroupDeskError, RefusedError, StateChangedError, ValidationError
from groupdesk.domain.exit_filter import ExitFilter
from groupdesk.domain.leaving import Leaving
from groupdesk.domain.leaving_enums import RejoinChip, RejoinEntryKind, RejoinState
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.person_records import Concern, Match
from groupdesk.domain.rejoin_records import Newcomer, RejoinFilter
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
    warning,
)
from tests.services.appeal_cases import somebody_else
from tests.services.exit_cases import asked, gone
from tests.services.imports.rows import listed, row
from tests.services.rejoin_cases import answered, outcome, plea, pleaded, reply

LATER, DECLINED = RejoinEntryKind.LATER, RejoinEntryKind.DECLINED


@pytest.fixture
def group(desk: Desk) -> int:
    return make_group(desk)


@pytest.fixture
def away(desk: Desk, group: int) -> int:
    """Return a person who was in the group and left by their own wish."""
    member = make_member(desk, group, "Li Wei", "u1")
    gone(desk, asked(desk, member))
    return desk.members.row(member).person_id


def state(desk: Desk, ident: int) -> RejoinState:
    return desk.leaving.rejoin_requests.get(ident).row.state


def removed(desk: Desk, group: int, name: str = "Wu Gang", **values: object) -> int:
    """Let somebody be removed for good; return the person."""
    member = make_member(desk, group, name, name)
    known = {"term": Term.FOR_GOOD, "already_removed_at": to_text(desk.clock())} | values
    desk.removals.decide(removal(desk, member, rule_id(desk, group), **known))
    return desk.members.row(member).person_id


def refused(code: str, act: object, *args: object) -> GroupDeskError:
    with pytest.raises(GroupDeskError) as caught:
        act(*args)  # type: ignore[operator]
    clear_error(caught.value)
    assert caught.value.code == code
    return caught.value


def test_a_request_is_recorded_and_shows_what_is_known(desk: Desk, group: int, away: int) -> None:
    request = plea(desk, group, away, reason="I am back in Shanghai.")
    receipt = desk.leaving.rejoin_requests.record(request)
    assert receipt.topics >= {Topic.REQUESTS, Topic.TASKS}
    assert desk.leaving.rejoin_requests.record(request).repeated
    found = desk.leaving.rejoin_requests.get(receipt.subject_id)
    assert (found.row.state, found.row.chip) == (RejoinState.OPEN, RejoinChip.TO_ANSWER)
    assert (found.row.answer_by, found.row.reason) == ("2026-06-03", "I am back in Shanghai.")
    known = found.known
    assert [(one.name, one.how) for one in known.stays] == [("Li Wei", "own_wish")]
    assert [one.group_name for one in known.exits] == ["Aurora"]
    assert [(one.concern, one.match) for one in known.check.findings] == [
        (Concern.LEFT, Match.SAME)
    ]
    assert not known.needs_override
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"asked_at": "2027-01-01T00:00:00.000Z"}, "asked_at", "time_in_future"),
        ({"asked_at": "yesterday"}, "asked_at", "time_unreadable"),
        ({"reason": "x" * 10_001}, "reason", "text_too_long"),
        ({"person_id": 0}, "name", "member_name_missing"),
        ({"person_id": 0, "newcomer": Newcomer("  ")}, "name", "member_name_missing"),
    ],
)
def test_what_is_wrong_with_a_request_is_said_at_its_field(
    desk: Desk, group: int, away: int, values: dict[str, object], field: str, code: str
) -> None:
    request = replace(plea(desk, group, away), **values)  # type: ignore[arg-type]
    error = refused(code, desk.leaving.rejoin_requests.record, request)
    assert isinstance(error, ValidationError)
    assert error.field == field


def test_who_is_in_the_group_or_asked_already_is_not_recorded_twice(
    desk: Desk, group: int, away: int
) -> None:
    first = pleaded(desk, group, away)
    refused("rejoin_open", desk.leaving.rejoin_requests.record, plea(desk, group, away))
    answered(desk, first, DECLINED)
    pleaded(desk, group, away)  # once more, after a no
    here = desk.members.row(make_member(desk, group, "Zhou Min")).person_id
    refused("rejoin_here", desk.leaving.rejoin_requests.record, plea(desk, group, here))


def test_somebody_who_was_never_here_gets_an_entry_and_a_list_knows_them_again(
    desk: Desk, group: int
) -> None:
    ident = pleaded(desk, group, Newcomer("Chen Yu", "u7", "138 0000 0000"))
    found = desk.leaving.rejoin_requests.get(ident)
    assert (found.row.name, found.row.membership_id, found.known.stays) == ("Chen Yu", 0, ())
    answered(desk, ident, trial_days=0)
    desk.imports.apply(uuid.uuid4(), desk.imports.preview(listed(row(7, "Chen Yu")), group))
    found = desk.leaving.rejoin_requests.get(ident)
    assert found.row.state is RejoinState.BACK
    assert desk.members.row(found.here).person_id == found.row.person_id
    assert desk.verifier.run().findings == ()


def test_who_gives_an_id_that_is_known_is_the_person_who_was_here(
    desk: Desk, group: int, away: int
) -> None:
    ident = pleaded(desk, group, Newcomer("Wei", "u1", "138 0000 0000"))
    found = desk.leaving.rejoin_requests.get(ident)
    assert (found.row.person_id, found.row.name, len(found.known.stays)) == (away, "Li Wei", 1)
    assert found.row.membership_id == desk.persons.get(away).stays[0].membership_id
    (entry,) = desk.audit.rows(AuditFilter(action=Action.REJOIN_RECORD))
    ((before, after),) = desk.audit.detail(entry.seq).changes
    assert (before["phone"], after["phone"]) == ("", "138 0000 0000")
    assert "newcomer" not in after
    assert len(desk.members.ids(MemberFilter(chip="former", text="138 0000 0000"))) == 1


def test_taking_somebody_in_twice_by_one_operation_takes_them_in_once(
    desk: Desk, group: int, away: int
) -> None:
    ident, operation = pleaded(desk, group, away), uuid.uuid4()
    answered(desk, ident)
    first = desk.leaving.rejoin_requests.take_in(operation, ident)
    again = desk.leaving.rejoin_requests.take_in(operation, ident)
    assert (again.repeated, again.seq) == (True, first.seq)


def test_an_approved_request_is_taken_in_and_a_trial_begins(
    desk: Desk, group: int, away: int, clock: MovableClock
) -> None:
    ident = answered(desk, pleaded(desk, group, away), trial_days=30, text="Welcome.")
    assert state(desk, ident) is RejoinState.APPROVED
    stay = desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident).subject_id
    found = desk.leaving.rejoin_requests.get(ident)
    assert (found.row.state, found.row.until) == (RejoinState.ON_TRIAL, "2026-07-01")
    assert (found.here, found.row.membership_id) == (stay, stay)
    assert desk.members.row(stay).person_id == away
    clock.move(days=2)
    warning(desk, stay, rule_id(desk, group), sent_at=clock.text)
    warning(desk, stay, rule_id(desk, group))  # written, and nobody sent it
    warning(desk, stay, None, 0, sent_at=clock.text)  # a friendly reminder is none
    lost = warning(desk, stay, rule_id(desk, group), sent_at=clock.text)
    desk.warnings.mark_not_delivered(uuid.uuid4(), lost)
    trial = desk.leaving.rejoin_requests.get(ident).trial
    assert trial is not None
    assert (trial.warnings, trial.messages, len(trial.open_cases)) == (1, None, 1)
    refused("rejoin_changed", desk.leaving.rejoin_requests.answer, reply(ident, DECLINED))
    assert desk.verifier.run().findings == ()


def test_a_trial_goes_on_and_then_ends_and_nothing_else_follows(
    desk: Desk, group: int, away: int
) -> None:
    ident = answered(desk, pleaded(desk, group, away), trial_days=7)
    stay = desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident).subject_id
    act = desk.leaving.rejoin_requests.trial
    longer = outcome(ident, RejoinEntryKind.TRIAL_LONGER)
    refused("rejoin_day_past", act, replace(longer, until="2026-06-01"))
    refused("reason_missing", act, replace(longer, text=""))
    act(longer)
    assert desk.leaving.rejoin_requests.get(ident).row.until == "2026-08-01"
    act(outcome(ident, RejoinEntryKind.TRIAL_ENDED))
    assert state(desk, ident) is RejoinState.TRIAL_ENDED
    assert desk.members.row(stay).state == "active"
    refused("rejoin_changed", act, replace(longer, operation=uuid.uuid4()))


def test_later_waits_for_its_day_and_then_asks_again(
    desk: Desk, group: int, away: int, clock: MovableClock
) -> None:
    ident = pleaded(desk, group, away)
    for day in ("2026-06-01", "2026-05-01"):
        refused(
            "rejoin_day_past", desk.leaving.rejoin_requests.answer, reply(ident, LATER, until=day)
        )
    refused("time_unreadable", desk.leaving.rejoin_requests.answer, reply(ident, LATER, until=""))
    refused("reason_missing", desk.leaving.rejoin_requests.answer, reply(ident, LATER, text=" "))
    answered(desk, ident, LATER)
    found = desk.leaving.rejoin_requests.get(ident).row
    assert (found.state, found.chip, found.until) == (
        RejoinState.LATER,
        RejoinChip.LATER,
        "2026-06-20",
    )
    clock.move(days=19)
    assert desk.leaving.rejoin_requests.get(ident).row.chip is RejoinChip.TO_ANSWER
    answered(desk, ident)
    assert state(desk, ident) is RejoinState.APPROVED


def test_against_a_removal_that_holds_a_yes_asks_for_a_reason_and_raises_no_alert(
    desk: Desk, group: int
) -> None:
    person = removed(desk, group)
    ident = pleaded(desk, group, person)
    found = desk.leaving.rejoin_requests.get(ident)
    assert [one.concern for one in found.known.held] == [Concern.REMOVED]
    assert [one.state for one in found.known.removals] == ["holding"]
    error = refused("rejoin_override_missing", desk.leaving.rejoin_requests.answer, reply(ident))
    assert isinstance(error, ValidationError)
    assert error.field == "override_reason"
    answered(desk, ident, override_reason="Promised to stop; agreed with Mei.")
    desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident)
    assert desk.returns.alerts() == ()
    assert desk.verifier.run().findings == ()


def test_a_block_holds_under_every_entry_of_the_person(desk: Desk, group: int, away: int) -> None:
    other = make_member(desk, make_group(desk, "Borealis"), "L. Wei")
    entry = desk.members.row(other).person_id
    desk.persons.link(uuid.uuid4(), entry, away, "One")
    desk.blocklist.block(uuid.uuid4(), entry, "Insults")
    ident = pleaded(desk, group, away)
    assert [one.concern for one in desk.leaving.rejoin_requests.get(ident).known.held] == [
        Concern.BLOCKED
    ]
    refused("rejoin_override_missing", desk.leaving.rejoin_requests.answer, reply(ident))


def test_an_import_closes_an_approved_request_and_its_undo_opens_it_again(
    desk: Desk, group: int
) -> None:
    person = removed(desk, group, "Wu Gang")
    ident = answered(desk, pleaded(desk, group, person), trial_days=5, override_reason="Agreed.")
    preview = desk.imports.preview(listed(row(1, "Wu Gang", external_id="Wu Gang")), group)
    assert "watched" not in {note.code for note in preview.summary.notes}
    snapshot = desk.imports.apply(uuid.uuid4(), preview).subject_id
    found = desk.leaving.rejoin_requests.get(ident)
    assert (found.row.state, found.entries[-1].snapshot_id) == (RejoinState.ON_TRIAL, snapshot)
    assert desk.returns.alerts() == ()
    assert desk.verifier.run().findings == ()
    desk.import_undo.undo(uuid.uuid4(), snapshot, "Wrong list")
    assert state(desk, ident) is RejoinState.APPROVED
    desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident)
    assert state(desk, ident) is RejoinState.ON_TRIAL


def test_who_is_taken_in_by_hand_meanwhile_is_back(desk: Desk, group: int, away: int) -> None:
    ident = answered(desk, pleaded(desk, group, away), trial_days=3)
    make_member(desk, group, "Li Wei", "u1")
    assert state(desk, ident) is RejoinState.ON_TRIAL


def test_who_came_before_the_answer_is_back_with_it(desk: Desk, group: int, away: int) -> None:
    ident = pleaded(desk, group, away)
    make_member(desk, group, "Li Wei", "u1")
    assert state(desk, ident) is RejoinState.OPEN
    answered(desk, ident)
    assert state(desk, ident) is RejoinState.BACK


def test_a_second_account_that_is_linked_later_is_taken_in_as_it_is(
    desk: Desk, group: int, away: int
) -> None:
    ident = answered(desk, pleaded(desk, group, away))
    stay = make_member(desk, group, "Wei", "u99")
    desk.persons.link(uuid.uuid4(), desk.members.row(stay).person_id, away, "One")
    desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident)
    found = desk.leaving.rejoin_requests.get(ident)
    assert (found.row.state, found.here, found.row.membership_id) == (RejoinState.BACK, stay, stay)


def test_somebody_leaves_and_comes_back_three_times(desk: Desk, group: int, away: int) -> None:
    for _time in range(3):
        ident = answered(desk, pleaded(desk, group, away))
        stay = desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident).subject_id
        gone(desk, asked(desk, stay))
    ident = pleaded(desk, group, away)
    known = desk.leaving.rejoin_requests.get(ident).known
    assert [len(part) for part in (known.stays, known.exits, known.rejoins)] == [4, 4, 3]
    rows = desk.leaving.rejoin_list.rows(RejoinFilter())
    assert [row.state for row in rows] == [RejoinState.OPEN, *[RejoinState.BACK] * 3]
    counts = desk.leaving.rejoin_list.counts(RejoinFilter(text="li wei"))
    assert (counts.chips[None], counts.chips[RejoinChip.TO_ANSWER]) == (4, 1)
    assert desk.leaving.rejoin_list.rows(RejoinFilter(text="nobody")) == ()
    assert desk.verifier.run().findings == ()


def test_two_operators_do_not_answer_over_each_other(desk: Desk, group: int, away: int) -> None:
    ident = pleaded(desk, group, away)
    seen = desk.leaving.rejoin_requests.get(ident).seen
    with somebody_else(desk):
        answered(desk, ident, LATER)
    refused("rejoin_answered", desk.leaving.rejoin_requests.answer, reply(ident, seen=seen))
    answered(desk, ident, RejoinEntryKind.NOTE, seen=seen)  # a note answers nothing
    assert state(desk, ident) is RejoinState.LATER


def test_whoever_asks_for_themselves_says_why_nobody_else_answers(
    desk: Desk, group: int, away: int
) -> None:
    desk.operators.link_me(uuid.uuid4(), away)
    ident = pleaded(desk, group, away)
    refused("rejoin_own_missing", desk.leaving.rejoin_requests.answer, reply(ident))
    answered(desk, ident, override_reason="Alone here today.")


def test_cooling_off_and_trial_are_the_groups_own(desk: Desk, group: int, away: int) -> None:
    desk.leaving.ways.save(uuid.uuid4(), group, Leaving(cooling_days=14, trial_days=10))
    known = desk.leaving.rejoin_requests.known(group, away)
    assert (known.cooled_on, known.trial_days) == ("2026-06-15", 10)
    assert desk.leaving.rejoin_requests.known(group, Newcomer("Chen")).cooled_on == ""


def test_who_left_in_good_standing_needs_no_trial(desk: Desk, group: int, away: int) -> None:
    requests, newcomer = desk.leaving.rejoin_requests, Newcomer("Chen")
    days = requests.known(group, newcomer).usual_trial
    assert days > 0
    assert requests.known(group, away).usual_trial == 0
    desk.blocklist.block(uuid.uuid4(), away, "Insults")
    assert requests.known(group, away).usual_trial == days
    removed = make_member(desk, group, "Li")
    removal(desk, removed, rule_id(desk, group))
    assert requests.known(group, desk.members.row(removed).person_id).usual_trial == days


def test_a_letter_is_recorded_as_sent(desk: Desk, group: int, away: int) -> None:
    ident = pleaded(desk, group, away)
    sent = (NoticeState.SENT, to_text(desk.clock()), Channel.PRIVATE)
    refused(
        "exit_no_letter",
        lambda: desk.notices.record(uuid.uuid4(), SubjectKind.REJOIN, ident, *sent),
    )
    answered(desk, ident, DECLINED, letter="We are sorry.", letter_language="en")
    assert desk.leaving.rejoin_requests.get(ident).row.letter_waits
    desk.notices.record(uuid.uuid4(), SubjectKind.REJOIN, ident, *sent)
    assert not desk.leaving.rejoin_requests.get(ident).row.letter_waits


def test_an_archived_group_takes_nobody_back(desk: Desk, group: int, away: int) -> None:
    desk.groups.archive(uuid.uuid4(), group, "Quiet")
    error = refused("group_archived", desk.leaving.rejoin_requests.record, plea(desk, group, away))
    assert isinstance(error, RefusedError)


def test_what_is_gone_says_so(desk: Desk, group: int) -> None:
    for act in (
        lambda: desk.leaving.rejoin_requests.get(99),
        lambda: desk.leaving.rejoin_requests.answer(reply(99)),
    ):
        assert isinstance(refused("rejoin_gone", act), StateChangedError)
    refused("person_gone", desk.leaving.rejoin_requests.known, group, 99)
    assert desk.leaving.exit_list.rows(ExitFilter()) == ()


def test_the_timeline_tells_what_was_asked_and_what_became_of_it(
    desk: Desk, group: int, away: int
) -> None:
    ident = pleaded(desk, group, away, reason="Back in Shanghai")
    answered(desk, ident, LATER)
    answered(desk, ident, trial_days=3)
    desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident)
    told = [one for one in desk.timeline.of_person(away) if one.kind.startswith("rejoin")]
    assert [(one.kind, one.state) for one in told] == [
        ("rejoin_answer", "came_back"),
        ("rejoin_answer", "approved"),
        ("rejoin_answer", "later"),
        ("rejoin", ""),
    ]
    assert (told[0].lines, told[2].lines, told[3].text) == (
        (("rejoin_trial", "2026-06-04"),),
        (("rejoin_after", "2026-06-20"),),
        "Back in Shanghai",
    )
