# SPDX-License-Identifier: MIT
"""Removals: nothing without a reason and a screenshot, and a person carries them out."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import AuditFilter, EvidenceUse, Incident
from groupdesk.domain.carrying_out import REMOVE
from groupdesk.domain.decision_enums import NoticeState, ReversalKind
from groupdesk.domain.enums import (
    Action,
    Channel,
    FairItem,
    Ground,
    MemberRole,
    MembershipState,
    SubjectKind,
    Term,
)
from groupdesk.domain.errors import GroupDeskError, RefusedError, StateChangedError, ValidationError
from groupdesk.domain.fairness import FairState
from groupdesk.domain.import_preview import Take
from groupdesk.domain.removal_states import RemovalConcern, RemovalState
from groupdesk.services.desk import Desk
from tests.helpers import (
    ALL_OVERRIDES,
    MovableClock,
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
    screenshot,
    talk,
    warning,
)
from tests.services.appeal_cases import objected
from tests.services.imports.rows import listed, row
from tests.services.two_operators import seat_of


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def test_a_decision_reads_as_it_was_made_and_removes_nobody_yet(desk: Desk, member: int) -> None:
    draft = desk.drafts.save("removal", {"reason": "half"}, membership_id=member)
    request = removal(
        desk,
        member,
        rule_id(desk, 1, "R2"),
        comment=" For colleagues only ",
        term=Term.UNTIL,
        until="2026-12-31",
        draft_id=draft.id,
    )
    receipt = desk.removals.decide(request)
    record = desk.removals.get(receipt.subject_id)
    assert (record.reason, record.comment) == (request.reason, "For colleagues only")
    assert (record.rule_code, record.term, record.until) == ("R2", Term.UNTIL, "2026-12-31")
    assert [step.code for step in record.steps] == [
        "prepare",
        "find_member",
        "remove",
        "check_gone",
        "close_ways_back",
        "send_notice",
    ]
    assert not any(step.done_at for step in record.steps)
    detail = desk.members.detail(member)
    assert detail.row.state is MembershipState.ACTIVE
    assert detail.removal_pending == record.id
    assert detail.drafts == ()
    (todo,) = desk.todo.all(member)
    assert (todo.kind, todo.done, todo.of) == ("carry_out", 0, 6)


@pytest.mark.parametrize("reason", ["", "   \n\t ", "\u200b\u2800"])
def test_no_override_replaces_the_written_reason(desk: Desk, member: int, reason: str) -> None:
    request = removal(desk, member, rule_id(desk, 1), reason=reason, overrides=ALL_OVERRIDES)
    lines = {line.item: line.state for line in desk.removals.fair_process(request)}
    assert lines[FairItem.REASON] is FairState.MISSING
    with pytest.raises(ValidationError) as caught:
        desk.removals.decide(request)
    assert (caught.value.field, caught.value.code) == ("reason", "reason_missing")
    clear_error(caught.value)


def test_no_override_replaces_the_screenshot(desk: Desk, member: int) -> None:
    request = removal(desk, member, rule_id(desk, 1), evidence=(), overrides=ALL_OVERRIDES)
    with pytest.raises(ValidationError) as caught:
        desk.removals.decide(request)
    assert (caught.value.field, caught.value.code) == ("evidence", "screenshot_missing")
    clear_error(caught.value)


@pytest.mark.parametrize("spoil", ["missing", "changed"])
def test_a_screenshot_whose_file_is_not_sound_stops_the_removal(
    desk: Desk, member: int, spoil: str
) -> None:
    picture = screenshot(desk)
    path = desk.workspace.evidence_folder / picture.sha256[:2] / picture.sha256
    if spoil == "missing":
        path.unlink()
    else:
        path.write_bytes(b"something else")
    head = desk.ledger.head()
    use = (EvidenceUse(picture.id),)
    with pytest.raises(ValidationError, match=f"evidence_file_{spoil}") as caught:
        desk.removals.decide(removal(desk, member, rule_id(desk, 1), evidence=use))
    clear_error(caught.value)
    assert desk.ledger.head() == head


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"reason": "x" * 100_000}, "text_too_long"),
        ({"reason": "\ud83d"}, "text_unstorable"),
        ({"comment": "x" * 100_000}, "text_too_long"),
        ({"notice": "\x00"}, "text_unstorable"),
        ({"rule_id": None}, "rule_missing"),
        ({"rule_id": 999}, "rule_of_other_group"),
        ({"membership_id": 999}, "member_gone"),
        ({"overrides": {}}, "override_missing"),
        ({"overrides": ALL_OVERRIDES | {FairItem.WARNED: "\u200b"}}, "override_missing"),
        ({"overrides": ALL_OVERRIDES | {FairItem.WARNED: "\ud800"}}, "text_unstorable"),
        ({"term": Term.UNTIL, "until": ""}, "until_missing"),
        ({"term": Term.UNTIL, "until": "20261231"}, "until_missing"),
        ({"term": Term.UNTIL, "until": "2026-06-01"}, "until_in_past"),
        ({"already_removed_at": "yesterday"}, "time_unreadable"),
        ({"already_removed_at": "2099-01-01T00:00:00.000Z"}, "time_in_future"),
        ({"incident": Incident("2099-01-01T00:00:00.000Z")}, "time_in_future"),
    ],
)
def test_what_is_no_removal_is_refused_and_writes_nothing(
    desk: Desk, member: int, values: dict[str, object], code: str
) -> None:
    request = removal(desk, member, rule_id(desk, 1), **values)
    head = desk.ledger.head()
    with pytest.raises(GroupDeskError, match=code) as caught:
        desk.removals.decide(request)
    clear_error(caught.value)
    assert desk.ledger.head() == head
    assert desk.cases.rows() == ()


def test_neither_the_owner_nor_a_protected_person_is_removed(desk: Desk, member: int) -> None:
    fields = desk.members.detail(member).fields
    for change, code in (
        ({"protected": True}, "person_protected"),
        ({"protected": False, "role": MemberRole.OWNER}, "group_owner"),
    ):
        desk.members.edit(uuid.uuid4(), member, replace(fields, **change))
        with pytest.raises(RefusedError, match=code) as caught:
            desk.removals.decide(removal(desk, member, rule_id(desk, 1)))
        assert "Li Wei" in clear_error(caught.value)


def test_a_second_decision_waits_for_the_first(desk: Desk, member: int) -> None:
    request = removal(desk, member, rule_id(desk, 1))
    first = desk.removals.decide(request)
    assert desk.removals.decide(request).repeated
    with pytest.raises(StateChangedError, match="removal_pending") as caught:
        desk.removals.decide(replace(request, operation=uuid.uuid4()))
    clear_error(caught.value)
    desk.reversals.record(uuid.uuid4(), SubjectKind.REMOVAL, first.subject_id, "A mistake")
    desk.removals.decide(replace(request, operation=uuid.uuid4()))


def test_carrying_out_ends_the_stay_when_the_person_says_so(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    request = removal(desk, member, None, ground=Ground.INACTIVE, term=Term.MAY_RETURN)
    receipt = desk.removals.decide(request)
    find, remove, check, notice = desk.removals.get(receipt.subject_id).steps
    desk.carrying_out.tick(uuid.uuid4(), find)
    assert desk.members.row(member).state is MembershipState.ACTIVE
    clock.move(minutes=5)
    desk.carrying_out.tick(uuid.uuid4(), remove, text=" by phone ")
    detail = desk.members.detail(member)
    assert (detail.row.state, detail.ended_at) == (MembershipState.REMOVED, clock.text)
    with pytest.raises(StateChangedError, match="step_done") as caught:
        desk.carrying_out.tick(uuid.uuid4(), remove)
    clear_error(caught.value)
    desk.carrying_out.tick(uuid.uuid4(), check)
    assert desk.members.detail(member).removal_pending == receipt.subject_id
    desk.carrying_out.tick(uuid.uuid4(), notice)
    assert desk.members.detail(member).removal_pending == 0
    assert desk.todo.all() == ()
    assert desk.removals.get(receipt.subject_id).steps[1].result == "by phone"
    with pytest.raises(StateChangedError, match="member_not_active") as gone:
        desk.removals.decide(removal(desk, member, rule_id(desk, 1)))
    clear_error(gone.value)
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize("result", ["x" * 100_000, "\ud800"])
def test_a_steps_result_is_checked(desk: Desk, member: int, result: str) -> None:
    receipt = desk.removals.decide(removal(desk, member, rule_id(desk, 1)))
    step = desk.removals.get(receipt.subject_id).steps[0]
    with pytest.raises(ValidationError) as caught:
        desk.carrying_out.tick(uuid.uuid4(), step, text=result)
    assert caught.value.field == "result"


def test_somebody_already_removed_leaves_only_the_rest_to_do(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    request = removal(
        desk, member, rule_id(desk, 1), already_removed_at=clock.ago(days=2), notice=""
    )
    record = desk.removals.get(desk.removals.decide(request).subject_id)
    assert [(step.code, bool(step.done_at)) for step in record.steps] == [
        ("find_member", True),
        ("remove", True),
        ("check_gone", False),
    ]
    assert desk.members.detail(member).ended_at == clock.ago(days=2)


def test_only_a_breach_names_a_rule(desk: Desk, member: int) -> None:
    request = removal(desk, member, rule_id(desk, 1), ground=Ground.INACTIVE)
    record = desk.removals.get(desk.removals.decide(request).subject_id)
    assert record.rule_code == ""
    assert {line.state for line in record.fair_process if line.item is FairItem.WARNED} == {
        FairState.NOT_NEEDED
    }


def test_a_whole_history_needs_no_override(desk: Desk, clock: MovableClock, member: int) -> None:
    rule = rule_id(desk, 1)
    clock.move(days=1)
    for position in (1, 2, 4):
        ident = warning(desk, member, rule, position, sent_at=clock.text)
        clock.move(days=3)
    desk.warnings.acknowledge(uuid.uuid4(), ident, "I see")
    talk(desk, member)
    clock.move(days=1)
    request = removal(desk, member, rule, overrides={}, incident=Incident(clock.text))
    lines = desk.removals.fair_process(request)
    assert {line.state for line in lines} == {FairState.MET}
    record = desk.removals.get(desk.removals.decide(request).subject_id)
    assert record.fair_process == lines


def test_the_reason_for_an_override_is_kept_and_logged(desk: Desk, member: int) -> None:
    record = desk.removals.get(
        desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    )
    warned = next(line for line in record.fair_process if line.item is FairItem.WARNED)
    assert (warned.state, warned.override) == (FairState.MISSING, "Agreed with the owner.")
    (newest,) = desk.audit.rows(AuditFilter(action=Action.REMOVAL_DECIDE))
    after = desk.audit.detail(newest.seq).changes[0][1]
    assert after["reason"] == record.reason
    assert "warned" in after["overrides"]  # type: ignore[operator]  # a dict of JSON


def test_a_removal_that_is_gone_is_said(desk: Desk) -> None:
    with pytest.raises(StateChangedError, match="removal_gone") as caught:
        desk.removals.get(99)
    clear_error(caught.value)


CONCERNS = {
    RemovalConcern.BOT: "removal_of_bot",
    RemovalConcern.OWN_ACCOUNT: "removal_own_account",
    RemovalConcern.LEFT: "removal_of_left",
}


@pytest.mark.parametrize("concern", CONCERNS)
def test_nobody_removes_by_accident_what_must_be_meant(
    desk: Desk, clock: MovableClock, concern: RemovalConcern
) -> None:
    group = make_group(desk)
    rows = [row(1, "A", is_bot=concern is RemovalConcern.BOT), row(2, "B")]
    desk.imports.apply(uuid.uuid4(), desk.imports.preview(listed(*rows), group))
    member = 1 if desk.members.row(1).name == "A" else 2
    if concern is RemovalConcern.LEFT:
        clock.move(days=1)
        desk.imports.apply(
            uuid.uuid4(), desk.imports.preview(listed(rows[1]), group), Take(compare=True)
        )
    if concern is RemovalConcern.OWN_ACCOUNT:
        desk.operators.link_me(uuid.uuid4(), desk.members.row(member).person_id)
    request = removal(desk, member, rule_id(desk, group))
    assert desk.removals.concerns(request) == (concern,)
    with pytest.raises(RefusedError, match=CONCERNS[concern]) as caught:
        desk.removals.decide(request)
    assert "A" in clear_error(caught.value)
    sure = replace(request, sure=frozenset(RemovalConcern))
    record = desk.removals.get(desk.removals.decide(sure).subject_id)
    assert record.sure == {concern}
    assert bool(record.left_at) is (concern is RemovalConcern.LEFT)
    assert (REMOVE in [step.code for step in record.steps]) is not bool(record.left_at)
    with pytest.raises(StateChangedError):
        desk.removals.decide(replace(sure, operation=uuid.uuid4()))
    assert desk.verifier.run().findings == ()


def test_another_account_of_the_operator_is_their_own_too(desk: Desk) -> None:
    group = make_group(desk)
    members = [make_member(desk, group, name) for name in "AB"]
    persons = [desk.members.row(member).person_id for member in members]
    desk.operators.link_me(uuid.uuid4(), persons[0])
    desk.persons.link(uuid.uuid4(), persons[1], persons[0], "Two phones")
    request = removal(desk, members[1], rule_id(desk, group))
    assert desk.removals.concerns(request) == (RemovalConcern.OWN_ACCOUNT,)


def test_a_removal_is_cancelled_within_a_minute_and_only_then(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    ident = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    assert desk.removals.get(ident).cancel_until
    clock.move(seconds=60)
    desk.removals.cancel(uuid.uuid4(), ident)
    record = desk.removals.get(ident)
    assert (record.state, record.steps, record.cancel_until) == (RemovalState.CANCELLED, (), "")
    assert desk.todo.all() == ()
    assert desk.members.detail(member).removal_pending == 0
    (entry,) = desk.timeline.of_member(member)
    assert entry.reversal is ReversalKind.CANCELLED
    again = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    assert desk.removals.get(again).case_number == record.case_number
    clock.move(seconds=61)
    assert desk.removals.get(again).cancel_until == ""
    with pytest.raises(RefusedError, match="cancel_too_late") as caught:
        desk.removals.cancel(uuid.uuid4(), again)
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="already_lifted"):
        desk.removals.cancel(uuid.uuid4(), ident)
    assert desk.verifier.run().findings == ()


def test_what_somebody_began_or_another_recorded_is_not_cancelled(desk: Desk, member: int) -> None:
    ident = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    other = seat_of(desk)
    assert other.removals.get(ident).cancel_until == ""
    with pytest.raises(RefusedError, match="cancel_not_own") as caught:
        other.removals.cancel(uuid.uuid4(), ident)
    clear_error(caught.value)
    desk.carrying_out.tick(uuid.uuid4(), desk.removals.get(ident).steps[0])
    assert desk.removals.get(ident).cancel_until == ""
    with pytest.raises(RefusedError, match="cancel_begun") as begun:
        desk.removals.cancel(uuid.uuid4(), ident)
    clear_error(begun.value)


def test_what_the_member_was_told_or_objects_to_is_not_cancelled(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    told = desk.removals.decide(removal(desk, member, rule_id(desk, 1), notice="")).subject_id
    notices = desk.notices
    notices.record(
        uuid.uuid4(), SubjectKind.REMOVAL, told, NoticeState.SENT, clock.text, Channel.PHONE
    )
    other = make_member(desk, 1, "Wang Fang", "u2")
    objected_to = desk.removals.decide(removal(desk, other, rule_id(desk, 1))).subject_id
    objected(desk, objected_to)
    for ident in (told, objected_to):
        assert desk.removals.get(ident).cancel_until == ""
        with pytest.raises(RefusedError, match="cancel_begun"):
            desk.removals.cancel(uuid.uuid4(), ident)


def test_who_is_back_meanwhile_stays_as_they_are(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    member = make_member(desk, group, external_id="wx1")
    request = removal(desk, member, rule_id(desk, group), already_removed_at=clock.ago(days=1))
    ident = desk.removals.decide(request).subject_id
    assert make_member(desk, group, external_id="wx1") != member
    with pytest.raises(StateChangedError, match="cancel_back") as caught:
        desk.removals.cancel(uuid.uuid4(), ident)
    clear_error(caught.value)
