# SPDX-License-Identifier: MIT
"""Lifting decisions: the first record stays."""

import uuid
from collections.abc import Callable

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.carrying_out import StepResult
from groupdesk.domain.enums import Action, FairItem, MembershipState, SubjectKind
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.fairness import FairState
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
from tests.services.rejoin_cases import pleaded
from tests.services.two_operators import seat_of


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def lift(desk: Desk, kind: SubjectKind, target: int, reason: str = "Not his account") -> None:
    desk.reversals.record(uuid.uuid4(), kind, target, reason)


def test_a_lifted_warning_stays_on_record_and_no_longer_counts(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    first = warning(desk, member, rule, 2, sent_at=clock.text)
    second = warning(desk, member, rule, 3, sent_at=clock.text)
    lift(desk, SubjectKind.WARNING, second)
    assert desk.members.row(member).standing == 2
    lift(desk, SubjectKind.WARNING, first)
    assert desk.members.row(member).standing == 0
    entries = desk.timeline.of_member(member)
    assert len(entries) == 2
    assert {(e.reversed_by, e.reversal_reason) for e in entries} == {("Mei", "Not his account")}


def test_a_removal_not_yet_carried_out_is_called_off(desk: Desk, member: int) -> None:
    receipt = desk.removals.decide(removal(desk, member, rule_id(desk, 1)))
    steps = desk.removals.get(receipt.subject_id).steps
    desk.carrying_out.tick(uuid.uuid4(), steps[0])
    lift(desk, SubjectKind.REMOVAL, receipt.subject_id)
    record = desk.removals.get(receipt.subject_id)
    assert [step.code for step in record.steps] == ["prepare"]
    assert record.reversed_at
    assert desk.todo.all() == ()
    assert desk.members.detail(member).removal_pending == 0
    with pytest.raises(StateChangedError, match="removal_lifted") as caught:
        desk.carrying_out.tick(uuid.uuid4(), steps[1])
    clear_error(caught.value)


def test_what_was_tried_before_a_removal_is_called_off_stays_to_be_read(
    desk: Desk, member: int
) -> None:
    removed = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    first, second, *_ = desk.removals.get(removed).steps
    tick = desk.carrying_out.tick
    tick(uuid.uuid4(), first, StepResult.COULD_NOT, text="The app is down")
    tick(uuid.uuid4(), second)
    desk.carrying_out.reopen(uuid.uuid4(), second)
    lift(desk, SubjectKind.REMOVAL, removed)
    left = desk.removals.get(removed).steps
    assert [(step.code, step.done_at, len(step.turns)) for step in left] == [
        (first.code, "", 1),
        (second.code, "", 2),
    ]
    assert desk.todo.all() == ()
    assert desk.members.detail(member).removal_pending == 0
    assert desk.verifier.run().findings == ()


def test_whom_a_lifted_removal_put_out_is_to_be_let_in_again(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    request = removal(desk, member, rule_id(desk, 1), already_removed_at=clock.text)
    removed = desk.removals.decide(request).subject_id
    lift(desk, SubjectKind.REMOVAL, removed)
    (back,) = desk.rejoins.open()
    assert back.membership_id == member
    pleaded(desk, back.group_id, back.person_id)
    assert desk.rejoins.open() == ()


def test_a_step_called_off_ticks_none_of_the_next_removal(desk: Desk, member: int) -> None:
    first = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    called_off = desk.removals.get(first).steps
    lift(desk, SubjectKind.REMOVAL, first)
    second = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id
    assert {step.id for step in desk.removals.get(second).steps} & {s.id for s in called_off}
    for step in called_off:
        with pytest.raises(StateChangedError, match="removal_lifted"):
            desk.carrying_out.tick(uuid.uuid4(), step)
    assert not any(step.done_at for step in desk.removals.get(second).steps)
    assert desk.members.row(member).state is MembershipState.ACTIVE


def test_after_lifting_nothing_more_is_carried_out(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    request = removal(desk, member, rule_id(desk, 1), already_removed_at=clock.text)
    receipt = desk.removals.decide(request)
    lift(desk, SubjectKind.REMOVAL, receipt.subject_id)
    assert desk.members.row(member).state is MembershipState.REMOVED
    step = desk.removals.get(receipt.subject_id).steps[-1]
    with pytest.raises(StateChangedError, match="removal_lifted") as caught:
        desk.carrying_out.tick(uuid.uuid4(), step)
    clear_error(caught.value)


def test_a_decision_is_lifted_once_and_with_a_reason(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    ident = warning(desk, member, rule_id(desk, 1), sent_at=clock.text)
    for reason in ("", "x" * 100_000):
        with pytest.raises(ValidationError) as wrong:
            lift(desk, SubjectKind.WARNING, ident, reason)
        assert wrong.value.field == "reason"
    lift(desk, SubjectKind.WARNING, ident)
    for target in (ident, 99):
        with pytest.raises(StateChangedError, match="already_lifted") as caught:
            lift(desk, SubjectKind.WARNING, target)
        clear_error(caught.value)
    with pytest.raises(ValidationError, match="not_reversible") as refused:
        lift(desk, SubjectKind.TALK, ident)
    clear_error(refused.value)


def test_nobody_lifts_what_somebody_else_decided_about_their_own_account(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    warned = warning(desk, member, rule_id(desk, 1), 2, sent_at=clock.text)
    other = seat_of(desk)
    person = desk.members.row(member).person_id
    other.operators.link_me(uuid.uuid4(), person)
    acts: tuple[Callable[[], object], ...] = (
        lambda: lift(other, SubjectKind.WARNING, warned),
        lambda: other.reversals.pardon(uuid.uuid4(), warned, "I was tired"),
    )
    for act in acts:
        with pytest.raises(RefusedError, match="lift_own_account") as caught:
            act()
        clear_error(caught.value)
    other.operators.unlink_me(uuid.uuid4(), person)
    desk.operators.link_me(uuid.uuid4(), person)
    lift(desk, SubjectKind.WARNING, warned)  # one's own slip about oneself


def test_a_pardoned_warning_counted_until_then_and_not_after(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    warning(desk, member, rule, 2, sent_at=clock.text)
    second = warning(desk, member, rule, 3, sent_at=clock.text)
    clock.move(days=2)
    desk.reversals.pardon(uuid.uuid4(), second, "He apologised to all")
    assert desk.members.row(member).standing == 2
    assert desk.members.detail(member).steps_taken == (2,)
    (entry,) = [e for e in desk.timeline.of_member(member) if e.id == second]
    assert (entry.pardoned, entry.reversed_at) == (True, clock.text)
    (row,) = desk.audit.rows(AuditFilter(action=Action.WARNING_PARDON))
    assert (row.operator, row.subject) == ("Mei", "Li Wei")
    assert desk.verifier.run().findings == ()


def test_a_breach_that_was_pardoned_was_a_breach_and_one_that_was_lifted_was_none(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    lifted = warning(desk, member, rule, 2, sent_at=clock.text)
    pardoned = warning(desk, member, rule, 2, sent_at=clock.text)
    lift(desk, SubjectKind.WARNING, lifted)
    desk.reversals.pardon(uuid.uuid4(), pardoned, "He apologised")
    book = desk.rules.current(1)
    assert book is not None
    assert book.rules[0].breaches == 1


def test_only_what_counts_now_can_be_pardoned(desk: Desk, clock: MovableClock, member: int) -> None:
    rule = rule_id(desk, 1)
    prepared = warning(desk, member, rule, 2)
    lost = warning(desk, member, rule, 2, sent_at=clock.text)
    desk.warnings.mark_not_delivered(uuid.uuid4(), lost)
    lapsed = warning(desk, member, rule, 1, sent_at=clock.text)
    clock.move(days=31)
    for target in (prepared, lost, lapsed):
        with pytest.raises(RefusedError, match="pardon_nothing") as caught:
            desk.reversals.pardon(uuid.uuid4(), target, "He apologised")
        clear_error(caught.value)
    counts = warning(desk, member, rule, 2, sent_at=clock.text)
    for reason in ("", "x" * 100_000):
        with pytest.raises(ValidationError):
            desk.reversals.pardon(uuid.uuid4(), counts, reason)
    desk.reversals.pardon(uuid.uuid4(), counts, "He apologised")
    for target in (counts, 99):
        with pytest.raises(StateChangedError, match="already_lifted") as changed:
            desk.reversals.pardon(uuid.uuid4(), target, "Again")
        clear_error(changed.value)
    with pytest.raises(StateChangedError, match="already_lifted"):
        lift(desk, SubjectKind.WARNING, counts)


def test_before_a_removal_a_pardoned_warning_is_told_and_a_lifted_one_is_not(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    request = removal(desk, member, rule)

    def warned() -> tuple[FairState, int, str]:
        lines = desk.removals.fair_process(request)
        line = next(line for line in lines if line.item is FairItem.WARNED)
        return line.state, line.count, line.at

    lifted = warning(desk, member, rule, 2, sent_at=clock.text)
    lift(desk, SubjectKind.WARNING, lifted)
    assert warned() == (FairState.MISSING, 0, "")
    sent_at = clock.text
    pardoned = warning(desk, member, rule, 2, sent_at=sent_at)
    assert warned() == (FairState.MET, 1, sent_at)
    clock.move(days=1)
    desk.reversals.pardon(uuid.uuid4(), pardoned, "He apologised")
    assert warned() == (FairState.MISSING, 1, sent_at)
