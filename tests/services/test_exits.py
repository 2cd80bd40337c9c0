# SPDX-License-Identifier: MIT
"""A member who wants to leave: recorded, answered, left; nobody is kept from going."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import (
    Action,
    DepartureHow,
    MemberRole,
    MembershipState,
    Topic,
)
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.exit_filter import ExitFilter
from groupdesk.domain.import_preview import Take
from groupdesk.domain.leaving_enums import ExitChip, ExitEntryKind, ExitReason, ExitState
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.person_records import JoinAnswer
from groupdesk.domain.records import GroupFields, MemberFields
from groupdesk.domain.removal_states import RemovalState
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
from tests.services.exit_cases import answered, asked, asked_by_anybody, gone, reply, wish
from tests.services.imports.rows import listed, row

APPROVED, STAY = ExitEntryKind.APPROVED, ExitEntryKind.ASKED_TO_STAY


@pytest.fixture
def group(desk: Desk) -> int:
    return make_group(desk)


@pytest.fixture
def member(desk: Desk, group: int) -> int:
    return make_member(desk, group)


def state(desk: Desk, exit_id: int) -> ExitState:
    return desk.leaving.exits.get(exit_id).row.state


def test_a_request_is_recorded_and_waits_for_an_answer(desk: Desk, member: int) -> None:
    request = wish(desk, member, reason_text="I move to Wuhan.", wish_on="2026-06-30")
    receipt = desk.leaving.exits.record(request)
    assert receipt.topics >= {Topic.REQUESTS, Topic.MEMBERS, Topic.TASKS}
    found = desk.leaving.exits.get(receipt.subject_id)
    assert (found.row.state, found.row.chip) == (ExitState.OPEN, ExitChip.TO_ANSWER)
    assert (found.row.reason_text, found.row.wish_on) == ("I move to Wuhan.", "2026-06-30")
    assert found.row.answer_by == "2026-06-03"
    assert (found.operator, found.row.items) == ("Mei", 0)
    assert desk.leaving.exits.record(request).repeated
    assert desk.leaving.exit_list.counts(ExitFilter()).chips[None] == 1
    assert desk.verifier.run().findings == ()


def test_one_request_for_several_groups_is_one_act(desk: Desk, member: int) -> None:
    person = desk.members.row(member).person_id
    other = make_group(desk, "Borealis")
    second = make_member(desk, other, "Li W.")
    desk.persons.link(uuid.uuid4(), desk.members.row(second).person_id, person, "One")
    assert [one.group_name for one in desk.leaving.exits.choices(second)] == ["Borealis", "Aurora"]
    receipt = desk.leaving.exits.record(wish(desk, member, second))
    assert desk.audit.detail(receipt.seq).payloads == 2
    rows = desk.leaving.exit_list.rows(ExitFilter())
    assert {row.batch for row in rows} == {receipt.operation}
    assert [one.together for one in desk.leaving.exits.get(rows[0].id).earlier] == [True]
    both = tuple(row.id for row in rows)
    desk.leaving.exits.answer(reply(both[0], exit_ids=both, until="2026-06-10"))
    assert {state(desk, one) for one in both} == {ExitState.APPROVED}
    assert [one.exit_id for one in desk.leaving.exits.choices(second)] == [both[1], both[0]]


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"membership_ids": ()}, "membership_ids", "exit_groups_missing"),
        ({"asked_at": "2027-01-01T00:00:00.000Z"}, "asked_at", "time_in_future"),
        ({"asked_at": "yesterday"}, "asked_at", "time_unreadable"),
        ({"left_at": "2027-01-01T00:00:00.000Z"}, "left_at", "time_in_future"),
        ({"wish_on": "2026-05-31"}, "wish_on", "exit_day_past"),
        ({"wish_on": "2028-05-31"}, "wish_on", "exit_day_far"),
        ({"wish_on": "soon"}, "wish_on", "time_unreadable"),
        (
            {"reason": ExitReason.OTHER, "reason_text": " \u200b"},
            "reason_text",
            "exit_reason_missing",
        ),
        ({"reason_text": "x" * 10_001}, "reason_text", "text_too_long"),
        ({"reason_text": "a\0b"}, "reason_text", "text_unstorable"),
    ],
)
def test_what_is_wrong_with_a_request_is_said_at_its_field(
    desk: Desk, member: int, values: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        desk.leaving.exits.record(replace(wish(desk, member), **values))  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.code) == (field, code)
    clear_error(caught.value)


def test_whoever_wants_to_leave_already_is_not_recorded_twice(desk: Desk, member: int) -> None:
    first = asked(desk, member)
    with pytest.raises(StateChangedError, match="exit_open") as caught:
        asked(desk, member)
    clear_error(caught.value)
    answered(desk, first, ExitEntryKind.WITHDRAWN)
    assert state(desk, first) is ExitState.WITHDRAWN
    assert state(desk, asked(desk, member)) is ExitState.OPEN


def test_groups_of_two_people_are_two_requests(desk: Desk, group: int, member: int) -> None:
    with pytest.raises(RefusedError, match="exit_of_several") as caught:
        asked(desk, member, make_member(desk, group, "Zhao"))
    clear_error(caught.value)
    both = (asked(desk, member), asked(desk, make_member(desk, group, "Qian")))
    with pytest.raises(RefusedError, match="exit_of_several"):
        desk.leaving.exits.answer(reply(0, exit_ids=both, letter="Dear Li Na"))
    assert not desk.leaving.exits.get(both[1]).entries


def test_asked_to_stay_names_who_takes_over_and_until_when(
    desk: Desk, group: int, member: int
) -> None:
    ident, successor = asked(desk, member), make_member(desk, group, "Zhou Min")
    answered(
        desk, ident, STAY, replacement_id=successor, letter="Please stay.", letter_language="en"
    )
    found = desk.leaving.exits.get(ident)
    assert found.row.state is ExitState.STAYING
    assert (found.row.until, found.row.replacement_name) == ("2026-06-20", "Zhou Min")
    assert found.replacement is not None
    assert (found.replacement.membership_id, found.replacement.leaving) == (successor, False)
    assert (found.row.has_letter, found.row.letter_waits) == (True, True)
    asked(desk, successor)
    again = desk.leaving.exits.get(ident).replacement
    assert again is not None
    assert again.leaving


def test_who_takes_over_may_be_no_member(desk: Desk, member: int) -> None:
    found = desk.leaving.exits.get(answered(desk, asked(desk, member), STAY))
    assert (found.row.replacement_name, found.replacement) == ("Zhou Min", None)


def test_who_joined_since_under_the_name_is_the_one_who_takes_over(
    desk: Desk, group: int, member: int
) -> None:
    ident = answered(desk, asked(desk, member), STAY)
    successor = make_member(desk, group, "Zhou Min")
    found = desk.leaving.exits.get(ident).replacement
    assert found is not None
    assert found.membership_id == successor
    make_member(desk, group, "Zhou Min")
    assert desk.leaving.exits.get(ident).replacement is None, "two of that name: nobody knows"


@pytest.mark.parametrize(
    ("kind", "values", "field", "code"),
    [
        (STAY, {"replacement_name": " "}, "replacement_name", "exit_replacement_missing"),
        (STAY, {"until": ""}, "until", "exit_until_missing"),
        (STAY, {"until": "2026-05-31"}, "until", "exit_day_past"),
        (APPROVED, {"until": "2026-05-31"}, "until", "exit_day_past"),
        (APPROVED, {"until": "2027-06-02"}, "until", "exit_day_far"),
        (APPROVED, {"replacement_name": "x" * 300}, "replacement_name", "text_too_long"),
        (APPROVED, {"exit_ids": ()}, "exit_ids", "exit_groups_missing"),
        (ExitEntryKind.NOTE, {"text": ""}, "text", "exit_note_missing"),
        (ExitEntryKind.MISTAKEN, {"text": ""}, "text", "reason_missing"),
        (ExitEntryKind.LEFT, {}, "kind", "exit_answer_unknown"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said_at_its_field(
    desk: Desk, member: int, kind: ExitEntryKind, values: dict[str, object], field: str, code: str
) -> None:
    ident = asked(desk, member)
    with pytest.raises(ValidationError) as caught:
        desk.leaving.exits.answer(replace(reply(ident, kind), **values))  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.code) == (field, code)
    clear_error(caught.value)
    assert desk.leaving.exits.get(ident).entries == ()


def test_nobody_takes_over_from_themselves_or_from_outside(
    desk: Desk, group: int, member: int
) -> None:
    ident, outside = asked(desk, member), make_member(desk, make_group(desk, "B"), "Bo")
    with pytest.raises(ValidationError, match="exit_replacement_self") as caught:
        answered(desk, ident, STAY, replacement_id=member)
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="exit_replacement_gone") as missing:
        answered(desk, ident, STAY, replacement_id=outside)
    clear_error(missing.value)


def test_two_answers_at_once_do_not_overwrite_each_other(desk: Desk, member: int) -> None:
    ident = asked(desk, member)
    seen = desk.leaving.exits.get(ident).seen
    answered(desk, ident, ExitEntryKind.NOTE)
    with somebody_else(desk):
        answered(desk, ident, STAY, seen=seen)
    with pytest.raises(StateChangedError, match="exit_answered") as caught:
        answered(desk, ident, seen=seen)
    clear_error(caught.value)
    answered(desk, ident, seen=desk.leaving.exits.get(ident).seen)
    assert state(desk, ident) is ExitState.APPROVED


def test_leaving_ends_the_stay_by_own_wish(desk: Desk, group: int, member: int) -> None:
    ident = asked(desk, member)
    answered(desk, ident, until="2026-06-10")
    gone(desk, ident)
    found = desk.leaving.exits.get(ident)
    assert (found.row.state, found.row.chip) == (ExitState.LEFT, ExitChip.AFTER)
    assert desk.members.row(member).state is MembershipState.LEFT
    departure = desk.departures.get(found.departure_id)
    assert (departure.how, departure.ended_at) == (DepartureHow.OWN_WISH, found.row.left_at)
    assert found.row.check_on == "2026-06-04"
    assert found.choices == {ExitEntryKind.NOTE, ExitEntryKind.CORRECTED}
    with pytest.raises(StateChangedError, match="exit_over") as caught:
        answered(desk, ident, ExitEntryKind.WITHDRAWN)
    clear_error(caught.value)
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize("before", [None, STAY])
def test_nobody_is_kept_from_leaving(desk: Desk, member: int, before: ExitEntryKind | None) -> None:
    ident = asked(desk, member)
    if before is not None:
        answered(desk, ident, before)
    gone(desk, ident)
    assert state(desk, ident) is ExitState.LEFT


def test_nobody_leaves_before_they_asked_or_joined(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    exit_id = asked(desk, member)
    with pytest.raises(ValidationError, match="exit_left_before") as caught:
        gone(desk, exit_id, left_at=clock.ago(days=2))
    assert caught.value.field == "left_at"
    assert "recorded by mistake" in clear_error(caught.value)
    group = desk.members.row(member).group_id
    other, new = make_member(desk, group, "Late"), make_member(desk, group, "New")
    asked(desk, new, left_at=clock.ago(days=2))  # they were written in today only
    clock.move(days=5)
    with pytest.raises(ValidationError, match="exit_left_unjoined") as caught:
        asked(desk, other, left_at=clock.ago(days=7))
    clear_error(caught.value)
    assert desk.members.row(member).state is MembershipState.ACTIVE
    gone(desk, exit_id)


def test_somebody_who_left_already_is_recorded_in_one_act(desk: Desk, member: int) -> None:
    ident = asked(desk, member, left_at=to_text(desk.clock()))
    assert state(desk, ident) is ExitState.LEFT
    assert desk.members.row(member).state is MembershipState.LEFT


def test_of_a_stay_that_a_list_ended_it_says_why(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    for rows in ([row(1, "A"), row(2, "B")], [row(2, "B")]):
        clock.move(hours=1)
        found = desk.imports.preview(listed(*rows), group)
        desk.imports.apply(uuid.uuid4(), found, Take(compare=True))
    member = next(one.id for one in desk.members.rows([1, 2]) if one.name == "A")
    ended = desk.members.detail(member).ended_at
    clock.move(days=1)
    with pytest.raises(StateChangedError, match="exit_not_here") as caught:
        asked(desk, member)
    clear_error(caught.value)
    ident = asked(desk, member, left_at=to_text(desk.clock()))
    found_exit = desk.leaving.exits.get(ident)
    assert (found_exit.row.state, found_exit.row.left_at) == (ExitState.LEFT, ended)
    assert desk.departures.get(found_exit.departure_id).how is DepartureHow.OWN_WISH


def test_a_departure_that_was_none_gives_the_request_back(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    ident = answered(desk, asked(desk, member), until="2026-06-10")
    gone(desk, ident)
    departure = desk.leaving.exits.get(ident).departure_id
    desk.departures.correct(uuid.uuid4(), departure, DepartureHow.STAYED, "She is still there")
    found = desk.leaving.exits.get(ident)
    assert (found.row.state, found.row.left_at, found.row.check_on) == (ExitState.APPROVED, "", "")
    assert [one.holds for one in found.entries] == [True, False]
    clock.move(days=5)
    gone(desk, ident)
    again = desk.leaving.exits.get(ident)
    assert (again.row.state, again.row.check_on) == (ExitState.LEFT, "2026-06-09")
    assert [one.holds for one in again.entries] == [True, False, True]
    assert desk.verifier.run().findings == ()


def test_who_is_removed_meanwhile_needs_no_answer(desk: Desk, group: int, member: int) -> None:
    ident = asked(desk, member)
    desk.removals.decide(removal(desk, member, rule_id(desk, group)))
    (one,) = desk.leaving.exits.get(ident).removals
    assert one.state is RemovalState.HOLDING
    for step in desk.removals.get(one.id).steps:
        desk.carrying_out.tick(uuid.uuid4(), step)
    found = desk.leaving.exits.get(ident)
    assert (found.row.state, found.row.stay) == (ExitState.ENDED, MembershipState.REMOVED)
    also = {ExitEntryKind.MISTAKEN, ExitEntryKind.CORRECTED}
    assert found.choices == {ExitEntryKind.NOTE, *also}
    with pytest.raises(StateChangedError, match="exit_over"):
        gone(desk, ident)


def test_open_cases_are_shown_and_stay_open(desk: Desk, group: int, member: int) -> None:
    warning(desk, member, rule_id(desk, group), sent_at=to_text(desk.clock()))
    ident = asked(desk, member)
    gone(desk, ident)
    (case,) = desk.leaving.exits.get(ident).cases
    assert (case.number, case.rule_code, case.rule_title) == (1, "R1", "Stay on topic")


def test_the_only_owner_names_another_one_first(desk: Desk, group: int) -> None:
    fields = MemberFields("Li Wei", role=MemberRole.OWNER)
    owner = desk.members.add(uuid.uuid4(), group, fields).subject_id
    alone = asked(desk, owner)
    gone(desk, alone)  # nobody else is there
    back = desk.members.add(uuid.uuid4(), group, fields).subject_id
    other = make_member(desk, group, "Zhou Min")
    known = desk.groups.get(group)
    said = GroupFields(known.name, known.platform, known.language, owner_name="Li Wei")
    desk.groups.edit(uuid.uuid4(), group, said)
    ident = asked(desk, back)
    found = desk.leaving.exits.get(ident)
    assert found.only_owner
    assert "owner_named" in {item.code for item in found.items}
    answered(desk, ident)  # agreed all the same
    with pytest.raises(RefusedError, match="exit_owner_needed") as caught:
        gone(desk, ident)
    clear_error(caught.value)
    outside = make_member(desk, make_group(desk, "B"), "Bo")
    with pytest.raises(RefusedError, match="exit_owner_other") as refused:
        desk.leaving.exits.name_owner(uuid.uuid4(), ident, outside)
    clear_error(refused.value)
    desk.leaving.exits.name_owner(uuid.uuid4(), ident, other)
    named = desk.leaving.exits.get(ident)
    assert (named.only_owner, [one.name for one in named.owners]) == (False, ["Zhou Min"])
    assert desk.groups.get(group).owner_name == "Zhou Min"
    (entry,) = desk.audit.rows(AuditFilter(action=Action.EXIT_OWNER))
    role, name = desk.audit.detail(entry.seq).changes
    assert (role[0]["role"], role[1]["role"]) == ("member", "owner")
    assert (name[0]["owner_name"], name[1]["owner_name"]) == ("Li Wei", "Zhou Min")
    gone(desk, ident)
    assert state(desk, ident) is ExitState.LEFT
    assert desk.verifier.run().findings == ()


def test_who_leaves_and_comes_back_three_times_has_three_requests(
    desk: Desk, clock: MovableClock, group: int
) -> None:
    stay = make_member(desk, group, external_id="wx1")
    person = desk.members.row(stay).person_id
    for turn in range(3):
        ident = asked(desk, stay)
        assert len(desk.leaving.exits.get(ident).earlier) == turn
        gone(desk, answered(desk, ident))
        clock.move(days=30)
        fields = MemberFields("Li Wei", external_id="wx1")
        answer = JoinAnswer(same_as=person)
        stay = desk.members.add(uuid.uuid4(), group, fields, answer).subject_id
    rows = desk.leaving.exit_list.rows(ExitFilter(group, ExitChip.OVER))
    assert [(row.state, row.back) for row in rows] == [(ExitState.LEFT, True)] * 3
    assert desk.leaving.exit_list.of_stay(stay) is None
    assert desk.leaving.exits.get(asked(desk, stay)).row.state is ExitState.OPEN
    assert desk.verifier.run().findings == ()


def test_in_an_archived_group_requests_rest(desk: Desk, group: int, member: int) -> None:
    ident = asked(desk, member)
    desk.groups.archive(uuid.uuid4(), group, "Over")
    with pytest.raises(RefusedError, match="group_archived"):
        answered(desk, ident)
    assert desk.leaving.exits.choices(member) == ()
    assert desk.leaving.exits.get(ident).row.archived


def test_the_list_shows_by_chip_and_text(desk: Desk, group: int, member: int) -> None:
    first, second = asked(desk, member), asked(desk, make_member(desk, group, "Zhào Min"))
    answered(desk, first, until="2026-06-05")
    answered(desk, second, STAY)
    listing = desk.leaving.exit_list
    assert [row.id for row in listing.rows(ExitFilter(group))] == [first, second]
    assert [row.id for row in listing.rows(ExitFilter(text="zhao"))] == [second]
    assert [row.id for row in listing.rows(ExitFilter(chip=ExitChip.STAYING))] == [second]
    chips = listing.counts(ExitFilter()).chips
    assert (chips[None], chips[ExitChip.LEAVING], chips[ExitChip.STAYING]) == (2, 1, 1)
    assert listing.rows(ExitFilter(make_group(desk, "Empty"))) == ()


def test_searching_the_list_does_not_read_it_again_and_never_shows_what_was(
    desk: Desk, member: int
) -> None:
    asked(desk, member)
    told: list[str] = []
    with desk.ledger.reading():
        assert len(desk.leaving.exit_list.rows(ExitFilter())) == 1
        connection = desk.ledger.database.connection()
        connection.set_trace_callback(told.append)
        assert len(desk.leaving.exit_list.rows(ExitFilter(text="li wei"))) == 1
        assert desk.leaving.exit_list.counts(ExitFilter()).chips[None] == 1
        connection.set_trace_callback(None)
    assert not [sql for sql in told if "exit_request" in sql]
    answered(desk, 1)
    assert desk.leaving.exit_list.rows(ExitFilter())[0].state is ExitState.APPROVED


def test_what_is_said_stands_in_the_log(desk: Desk, member: int) -> None:
    ident = asked(desk, member, reason_text="Wuhan")
    answered(desk, ident, STAY, letter="Please stay", letter_language="en", text="New job")
    (entry,) = desk.audit.rows(AuditFilter(action=Action.EXIT_ANSWER))
    ((_before, after),) = desk.audit.detail(entry.seq).changes
    assert after == {
        "member": "Li Wei",
        "group": "Aurora",
        "answer": "asked_to_stay",
        "reason": "New job",
        "until": "2026-06-20",
        "replacement": "Zhou Min",
        "letter": True,
    }


def test_an_unknown_request_is_gone(desk: Desk) -> None:
    with pytest.raises(StateChangedError, match="exit_gone") as caught:
        desk.leaving.exits.get(99)
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="exit_gone"):
        answered(desk, 99)


def test_the_timeline_tells_what_was_asked_and_answered(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    ident = asked(desk, member, reason_text="I move to Wuhan.")
    clock.move(hours=1)
    answered(desk, ident, STAY)
    answered(desk, ident, ExitEntryKind.NOTE)
    clock.move(hours=1)
    gone(desk, ident)
    told = desk.timeline.of_member(member)
    assert [(one.kind, one.state) for one in told] == [
        ("departure", "own_wish"),
        ("exit_answer", "asked_to_stay"),
        ("exit", "job_changed"),
    ]
    assert told[1].lines == (("exit_until", "2026-06-20"), ("exit_replacement", "Zhou Min"))
    assert told[2].text == "I move to Wuhan."


def test_entries_that_are_one_person_show_each_others_requests(
    desk: Desk, group: int, member: int
) -> None:
    other = make_member(desk, make_group(desk, "B"), "Li W.")
    first = asked(desk, other)
    second = asked(desk, member)
    assert desk.leaving.exits.get(second).earlier == ()
    person = desk.members.row(member).person_id
    desk.persons.link(uuid.uuid4(), desk.members.row(other).person_id, person, "One")
    assert [one.id for one in desk.leaving.exits.get(second).earlier] == [first]
    assert state(desk, first) is ExitState.OPEN


def test_the_list_with_which_a_leaver_came_is_not_undone(desk: Desk, group: int) -> None:
    found = desk.imports.preview(listed(row(1, "A")), group)
    snapshot = desk.imports.apply(uuid.uuid4(), found).subject_id
    (came,) = desk.members.ids(MemberFilter(group, text="A"))
    asked_by_anybody(desk, came)
    block = desk.import_undo.blocked_by(snapshot)
    assert block is not None
    assert (block.member_name, block.action) == ("A", Action.EXIT_RECORD)
