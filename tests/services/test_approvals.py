# SPDX-License-Identifier: MIT
"""Approval: somebody else says yes or no, and until then a removal counts for nothing."""

import uuid
from collections.abc import Callable
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.decision_enums import ApprovalNeed, ReversalKind
from groupdesk.domain.enums import (
    Action,
    FairItem,
    Ground,
    MemberRole,
    MembershipState,
    OperatorRole,
    SubjectKind,
    Term,
)
from groupdesk.domain.errors import (
    CancelledError,
    GroupDeskError,
    PermissionDeniedError,
    RefusedError,
    StateChangedError,
    ValidationError,
)
from groupdesk.domain.removable import why_not_removable
from groupdesk.domain.removal_records import BatchMember, BatchRequest
from groupdesk.domain.removal_states import RemovalState
from groupdesk.models import turns
from groupdesk.services.desk import Desk
from tests.helpers import (
    ALL_OVERRIDES,
    MovableClock,
    clear_error,
    give_pin,
    make_group,
    make_member,
    removal,
    rule_id,
    talk,
    warning,
)
from tests.services.two_operators import ask_always, asked, seat_of

Answer = Callable[[Desk, int], object]
ANSWERS: dict[str, Answer] = {
    "approve": lambda seat, ident: seat.approvals.approve(uuid.uuid4(), [ident]),
    "decline": lambda seat, ident: seat.approvals.decline(uuid.uuid4(), [ident], "Too soon"),
}


def test_who_asks_for_approval_removes_nobody_yet(desk: Desk) -> None:
    ident = asked(desk)
    record = desk.removals.get(ident)
    assert (record.state, record.asked, record.steps) == (RemovalState.WAITING, True, ())
    detail = desk.members.detail(record.membership_id)
    assert detail.row.state is MembershipState.ACTIVE
    assert (detail.removal_pending, detail.removal_waiting) == (0, ident)
    assert [item.kind for item in desk.todo.all(record.membership_id)] == ["approve"]
    (case,) = desk.cases.rows()
    assert case.waiting
    assert not case.carried_out
    assert desk.audit.count(AuditFilter(action=Action.REMOVAL_REQUEST)) == 1
    assert desk.audit.count(AuditFilter(action=Action.REMOVAL_DECIDE)) == 0
    with pytest.raises(StateChangedError, match="removal_waiting") as caught:
        desk.removals.decide(removal(desk, record.membership_id, rule_id(desk, 1)))
    clear_error(caught.value)


def test_another_operators_yes_lets_it_hold(desk: Desk, clock: MovableClock) -> None:
    ident = asked(desk)
    other = seat_of(desk)
    assert other.approvals.count() == 1
    clock.move(minutes=20)
    other.approvals.approve(uuid.uuid4(), [ident], "  Agreed by phone ")
    record = desk.removals.get(ident)
    assert (record.state, record.approval) == (
        RemovalState.HOLDING,
        ("An", clock.text, "Agreed by phone"),
    )
    assert record.approved_after is not None
    assert record.approved_after.total_seconds() == 1200
    assert record.operator == "Mei"
    assert record.steps
    assert desk.members.detail(record.membership_id).removal_pending == ident
    assert [item.kind for item in desk.todo.all(record.membership_id)] == ["carry_out"]
    assert desk.approvals.waiting() == ()
    (entry,) = desk.timeline.of_member(record.membership_id)
    assert entry.approval == record.approval
    (newest,) = desk.audit.rows(AuditFilter(action=Action.REMOVAL_APPROVE))
    assert desk.audit.detail(newest.seq).changes[0][1]["requested_by"] == "Mei"
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize("answer", ANSWERS)
def test_whoever_asked_never_answers(desk: Desk, answer: str) -> None:
    ident = asked(desk)
    head = desk.ledger.head()
    with pytest.raises(RefusedError, match=r"approval_own$") as caught:
        ANSWERS[answer](desk, ident)
    clear_error(caught.value)
    assert desk.ledger.head() == head
    (row,) = desk.approvals.waiting()
    assert (row.not_mine, row.own) == ("approval_own", True)


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("without", ["asker", "answerer"])
def test_both_need_a_pin(desk: Desk, answer: str, without: str) -> None:
    if without == "asker":
        ask_always(desk, make_group(desk))
        member = make_member(desk, 1)
        ident = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    else:
        ident = asked(desk)
    other = seat_of(desk, pin=without == "asker")
    (row,) = other.approvals.waiting()
    assert row.not_mine == "approval_needs_pins"
    with pytest.raises(RefusedError, match="approval_needs_pins") as caught:
        ANSWERS[answer](other, ident)
    assert "Mei" in clear_error(caught.value)
    give_pin(desk if without == "asker" else other)
    ANSWERS[answer](other, ident)


@pytest.mark.parametrize("late", [True, False])
def test_a_pin_that_came_after_the_request_is_told_with_the_approval(
    desk: Desk, clock: MovableClock, *, late: bool
) -> None:
    other = seat_of(desk)
    clock.move(minutes=2)
    ident = asked(desk)
    if late:
        clock.move(minutes=2)
        desk.operators.reset_pin(uuid.uuid4(), other.ledger.operator.id, "1357")
    set_at = clock.text
    clock.move(minutes=5)
    receipt = other.approvals.approve(uuid.uuid4(), [ident])
    told = set_at if late else ""
    assert desk.removals.get(ident).approver_pin_set_at == told
    assert desk.audit.detail(receipt.seq).changes[0][1].get("pin_set_at", "") == told


@pytest.mark.parametrize("answer", ANSWERS)
def test_nobody_answers_about_their_own_account(desk: Desk, answer: str) -> None:
    ident = asked(desk)
    other = seat_of(desk)
    other.operators.link_me(uuid.uuid4(), desk.members.row(1).person_id)
    with pytest.raises(RefusedError, match="approval_own_account") as caught:
        ANSWERS[answer](other, ident)
    clear_error(caught.value)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_moderator_asks_and_does_not_answer(desk: Desk, answer: str) -> None:
    give_pin(desk)
    ask_always(desk, make_group(desk))
    moderator = seat_of(desk, "Bo", OperatorRole.MODERATOR)
    member = make_member(desk, 1)
    ident = moderator.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    colleague = seat_of(desk, "Cy", OperatorRole.MODERATOR)
    with pytest.raises(PermissionDeniedError):
        ANSWERS[answer](colleague, ident)
    ANSWERS[answer](desk, ident)


@pytest.mark.parametrize(
    ("end", "state", "kind"),
    [
        ("decline", RemovalState.DECLINED, ReversalKind.DECLINED),
        ("withdraw", RemovalState.WITHDRAWN, ReversalKind.WITHDRAWN),
    ],
)
def test_a_no_is_no_lifting(
    desk: Desk, clock: MovableClock, end: str, state: RemovalState, kind: ReversalKind
) -> None:
    ident = asked(desk)
    clock.move(hours=1)
    seat = desk if end == "withdraw" else seat_of(desk)
    getattr(seat.approvals, end)(uuid.uuid4(), [ident], " Not enough ")
    record = desk.removals.get(ident)
    assert (record.state, record.reversed_at, record.reversal_reason) == (
        state,
        clock.text,
        "Not enough",
    )
    (entry,) = desk.timeline.of_member(record.membership_id)
    assert (entry.reversal, entry.state) == (kind, state.value)
    assert desk.approvals.waiting() == ()
    for again in (ANSWERS["approve"], ANSWERS["decline"]):
        with pytest.raises(StateChangedError, match="removal_answered") as caught:
            again(seat, ident)
        clear_error(caught.value)
    with pytest.raises(StateChangedError, match="already_lifted"):
        desk.reversals.record(uuid.uuid4(), SubjectKind.REMOVAL, ident, "Wrong")
    request = removal(desk, record.membership_id, rule_id(desk, 1))
    assert desk.removals.decide(request).subject_id != ident
    assert desk.verifier.run().findings == ()


def test_only_the_asker_withdraws(desk: Desk) -> None:
    ident = asked(desk)
    with pytest.raises(RefusedError, match="withdraw_not_own") as caught:
        seat_of(desk).approvals.withdraw(uuid.uuid4(), [ident], "Mine now")
    clear_error(caught.value)


def test_what_waits_cannot_be_lifted(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="lift_waiting") as caught:
        desk.reversals.record(uuid.uuid4(), SubjectKind.REMOVAL, asked(desk), "Wrong")
    clear_error(caught.value)


@pytest.mark.parametrize("end", ["decline", "withdraw"])
@pytest.mark.parametrize("reason", ["", " \u200b "])
def test_a_no_has_a_reason(desk: Desk, end: str, reason: str) -> None:
    with pytest.raises(ValidationError, match="reason_missing"):
        getattr(desk.approvals, end)(uuid.uuid4(), [1], reason)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"protected": True}, "person_protected"),
        ({"role": MemberRole.OWNER}, "group_owner"),
    ],
)
def test_who_became_untouchable_meanwhile_is_not_removed(
    desk: Desk, change: dict[str, object], code: str
) -> None:
    ident = asked(desk)
    fields = desk.members.detail(1).fields
    desk.members.edit(uuid.uuid4(), 1, replace(fields, **change))  # type: ignore[arg-type]
    other = seat_of(desk)
    (row,) = other.approvals.waiting()
    assert (row.refusal, row.not_mine) == (code, "")
    with pytest.raises(RefusedError, match=code):
        ANSWERS["approve"](other, ident)
    ANSWERS["decline"](other, ident)


def test_nobody_is_removed_for_a_time_that_has_passed(desk: Desk, clock: MovableClock) -> None:
    ident = asked(desk, term=Term.UNTIL, until="2026-06-05")
    other = seat_of(desk)
    clock.move(days=4)
    assert other.approvals.waiting()[0].refusal == ""  # the last day itself counts
    clock.move(days=1)
    assert other.approvals.waiting()[0].refusal == "request_term_over"
    with pytest.raises(StateChangedError, match="request_term_over") as caught:
        ANSWERS["approve"](other, ident)
    assert "Li Wei" in clear_error(caught.value)
    ANSWERS["decline"](other, ident)


def test_what_the_request_rested_on_is_looked_at_again(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    member, rule = make_member(desk, group), rule_id(desk, group)
    clock.move(days=2)
    warned = [
        warning(desk, member, rule, 2, sent_at=clock.ago(days=1)),
        warning(desk, member, rule, 4, sent_at=clock.text),
    ]
    give_pin(desk)
    ask_always(desk, group)
    ident = desk.removals.decide(removal(desk, member, rule)).subject_id
    (row,) = desk.approvals.waiting(member)
    assert (row.changed, row.worse) == ((), ())
    then = {line.item: line for line in row.removal.fair_process}
    assert then[FairItem.WARNED].found == (SubjectKind.WARNING, warned[1], 1)
    clock.move(days=1)
    talk(desk, member)
    (row,) = desk.approvals.waiting(member)
    assert (row.changed, row.worse) == ((FairItem.TALKED,), ())
    desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, warned[1], "Wrong member")
    other = seat_of(desk)
    (row,) = other.approvals.waiting(member)
    assert row.worse == (FairItem.FINAL_WARNED,)
    assert FairItem.WARNED in row.changed
    with pytest.raises(ValidationError, match="approval_note_missing") as caught:
        ANSWERS["approve"](other, ident)
    clear_error(caught.value)
    other.approvals.approve(uuid.uuid4(), [ident], "One warning is enough here")
    record = desk.removals.get(ident)
    assert record.fair_process == tuple(then.values())


def test_several_are_answered_together_or_not_at_all(desk: Desk) -> None:
    idents = [asked(desk, name) for name in ("A", "B", "C")]
    other = seat_of(desk)
    fields = desk.members.detail(2).fields
    desk.members.edit(uuid.uuid4(), 2, replace(fields, protected=True))
    with pytest.raises(RefusedError, match="person_protected"):
        other.approvals.approve(uuid.uuid4(), idents)
    assert desk.approvals.count() == 3
    receipt = other.approvals.approve(uuid.uuid4(), [idents[0], idents[2], idents[0]])
    assert receipt.subject_id == idents[0]
    assert [row.removal.id for row in desk.approvals.waiting()] == [idents[1]]


def test_who_wants_to_write_is_let_go_first(desk: Desk) -> None:
    idents, other = [asked(desk, name) for name in ("A", "B")], seat_of(desk)
    told: list[int] = []

    def somebody_writes(done: int, _of: int) -> None:
        if not told:
            turns.ask(desk.workspace.database.path)
        told.append(done)

    other.approvals.approve(uuid.uuid4(), idents, progress=somebody_writes)
    assert told == [1, 1, 2]
    assert desk.approvals.count() == 0
    assert desk.audit.count(AuditFilter(action=Action.REMOVAL_APPROVE)) == 1


@pytest.mark.parametrize("answer", ["approve", "decline"])
def test_who_stops_an_answer_has_answered_nothing(desk: Desk, answer: str) -> None:
    idents, other = [asked(desk, name) for name in ("A", "B")], seat_of(desk)
    head = desk.ledger.head()

    def stop(_done: int, _of: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        getattr(other.approvals, answer)(uuid.uuid4(), idents, "Agreed", stop)
    assert desk.approvals.count() == 2
    assert desk.ledger.head() == head


def test_a_long_list_asks_little_about_each_request(desk: Desk) -> None:
    told: list[str] = []
    statements: list[int] = []
    for names in (("A",), ("B", "C", "D")):
        for name in names:
            asked(desk, name)
        with desk.ledger.reading():
            connection = desk.ledger.database.connection()
            connection.set_trace_callback(told.append)
            assert len(desk.approvals.waiting()) == len(statements) * 3 + 1
            connection.set_trace_callback(None)
        statements.append(len(told))
        told.clear()
    assert statements[1] - statements[0] <= 3 * 20


def test_the_requests_of_one_act_are_read_without_the_others(desk: Desk) -> None:
    alone = asked(desk, "A")
    members = tuple(BatchMember(make_member(desk, 1, name)) for name in ("B", "C"))
    one = removal(desk, 1, None)
    act = BatchRequest(
        operation=uuid.uuid4(),
        members=members,
        ground=Ground.SIZE_LIMIT,
        reason=one.reason,
        term=Term.MAY_RETURN,
        evidence=one.evidence,
        overrides=ALL_OVERRIDES,
    )
    first = desk.removal_batches.decide(act).subject_id
    approvals = desk.approvals
    assert [row.removal.id for row in approvals.of_act(first + 1)] == [first, first + 1]
    assert [row.removal.id for row in approvals.of_act(alone)] == [alone]
    approvals.withdraw(uuid.uuid4(), [first], "Not this one")
    assert approvals.of_act(first) == ()
    assert [row.removal.id for row in approvals.of_act(first + 1)] == [first + 1]


@pytest.mark.parametrize("end", ["decline", "withdraw"])
def test_who_was_put_out_for_what_came_to_nothing_is_to_be_let_in_again(
    desk: Desk, clock: MovableClock, end: str
) -> None:
    ident = asked(desk, already_removed_at=clock.ago(hours=1))
    seat = desk if end == "withdraw" else seat_of(desk)
    getattr(seat.approvals, end)(uuid.uuid4(), [ident], "It was somebody else")
    assert "rejoin" in {item.kind for item in desk.todo.all()}
    member = desk.removals.get(ident).membership_id
    again = removal(desk, member, rule_id(desk, 1), already_removed_at=clock.ago(hours=1))
    desk.removals.decide(again)
    assert [item.kind for item in desk.todo.all()] == ["approve"]
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize("idents", [[], [99]])
def test_nothing_to_answer_is_said(desk: Desk, idents: list[int]) -> None:
    with pytest.raises(GroupDeskError, match="removal_gone") as caught:
        desk.approvals.approve(uuid.uuid4(), idents)
    clear_error(caught.value)


def test_who_was_removed_already_is_gone_before_anybody_agreed(
    desk: Desk, clock: MovableClock
) -> None:
    before = clock.ago(hours=2)
    ident = asked(desk, already_removed_at=before)
    record = desk.removals.get(ident)
    assert record.already_removed_at == before
    detail = desk.members.detail(record.membership_id)
    assert (detail.row.state, detail.ended_at) == (MembershipState.REMOVED, before)
    assert detail.steps_taken == ()
    ANSWERS["approve"](seat_of(desk), ident)
    steps = {step.code: step.done_by for step in desk.removals.get(ident).steps}
    assert steps["remove"] == "Mei"


@pytest.mark.parametrize(
    ("values", "asks"),
    [
        ({"term": Term.MAY_RETURN}, False),
        ({"term": Term.UNTIL, "until": "2026-12-01"}, False),
        ({"term": Term.UNTIL, "until": "2999-01-01"}, True),
        ({"term": Term.FOR_GOOD}, True),
        ({"term": Term.MAY_RETURN, "blocks": True}, True),
    ],
)
def test_a_group_may_ask_only_about_what_is_for_good(
    desk: Desk, values: dict[str, object], asks: bool
) -> None:
    group = make_group(desk)
    ask_always(desk, group, ApprovalNeed.FOR_GOOD)
    request = removal(desk, make_member(desk, group), None, ground=Ground.INACTIVE, **values)
    assert desk.removals.asks_approval(request) is asks
    assert desk.removals.get(desk.removals.decide(request).subject_id).asked is asks


def test_whom_a_removal_blocks_is_blocked_once_it_holds(desk: Desk) -> None:
    ident = asked(desk, blocks=True, term=Term.FOR_GOOD)
    assert desk.blocklist.rows() == ()
    ANSWERS["approve"](seat_of(desk), ident)
    (block,) = desk.blocklist.rows()
    assert (block.name, block.case_number) == ("Li Wei", desk.removals.get(ident).case_number)
    desk.reversals.record(uuid.uuid4(), SubjectKind.REMOVAL, ident, "It was somebody else")
    assert desk.blocklist.rows() == ()
    assert desk.verifier.run().findings == ()


def test_who_is_gone_already_can_be_asked_about_again(desk: Desk, clock: MovableClock) -> None:
    """What was withdrawn left the member removed, and is no dead end."""
    before = clock.ago(hours=2)
    ident = asked(desk, already_removed_at=before)
    member = desk.removals.get(ident).membership_id
    desk.approvals.withdraw(uuid.uuid4(), [ident], "The wrong rule")
    request = removal(desk, member, rule_id(desk, 1, "R2"))
    assert why_not_removable(desk.members.detail(member)) == ""
    with pytest.raises(ValidationError, match="already_missing") as caught:
        desk.removals.decide(request)
    clear_error(caught.value)
    again = replace(request, already_removed_at=before)
    second = desk.removals.decide(again).subject_id
    desk.removals.cancel(uuid.uuid4(), second)
    assert desk.members.row(member).state is MembershipState.REMOVED
    third = desk.removals.decide(replace(again, operation=uuid.uuid4())).subject_id
    ANSWERS["approve"](seat_of(desk), third)
    assert desk.removals.get(third).state is RemovalState.HOLDING
    with pytest.raises(StateChangedError, match="member_not_active"):
        desk.removals.decide(replace(again, operation=uuid.uuid4()))
