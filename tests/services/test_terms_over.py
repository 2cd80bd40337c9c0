# SPDX-License-Identifier: MIT
"""Removals until a date: over once, then a person decides, and whoever asks later is told."""

from uuid import uuid4 as new

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.carrying_out import CLOSE_WAYS_BACK, OPEN_WAYS_BACK
from groupdesk.domain.enums import Action, SubjectKind, Term
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.person_records import Concern
from groupdesk.domain.records import MemberFields
from groupdesk.domain.talk_enums import TaskState
from groupdesk.services.desk import Desk
from groupdesk.services.lapses import bring_up_to_date
from groupdesk.services.terms_over import any_term_over
from tests.helpers import MovableClock, clear_error, make_group, make_member, removal, rule_id

LAST_DAY = "2026-06-30"


def removed(desk: Desk, clock: MovableClock) -> int:
    member = make_member(desk, make_group(desk), external_id="wx1")
    clock.move(hours=1)
    request = removal(
        desk,
        member,
        rule_id(desk, 1),
        term=Term.UNTIL,
        until=LAST_DAY,
        already_removed_at=clock.text,
    )
    decided = desk.removals.decide(request).subject_id
    for step in desk.carrying_out.steps(decided):
        if not step.done_at:
            desk.carrying_out.tick(new(), step)
    return decided


def test_what_was_lifted_meanwhile_is_not_decided(desk: Desk, clock: MovableClock) -> None:
    target = removed(desk, clock)
    clock.move(days=30)
    refresh(desk)
    (task,) = waiting(desk)
    desk.reversals.record(new(), SubjectKind.REMOVAL, target, "It was somebody else")
    for act in (
        lambda: desk.terms_over.get(task),
        lambda: desk.terms_over.decide(new(), task, TaskState.KEPT_OUT, "Still unsure"),
    ):
        with pytest.raises(StateChangedError) as caught:
            act()
        assert caught.value.code == "step_done"
        clear_error(caught.value)


def refresh(desk: Desk) -> None:
    while bring_up_to_date(desk.ledger, desk.clock()):
        pass


def lapses(desk: Desk) -> int:
    return len(desk.audit.rows(AuditFilter(action=Action.REMOVAL_LAPSE)))


def waiting(desk: Desk) -> list[int]:
    return [item.id for item in desk.todo.all() if item.kind == "term_over"]


def concerns(desk: Desk) -> list[tuple[Concern, str]]:
    check = desk.joins.check(1, MemberFields("Li Wei", external_id="wx1"))
    return [(one.concern, one.reason) for one in check.findings]


def test_it_is_over_the_day_after_the_last_and_written_down_once(
    desk: Desk, clock: MovableClock
) -> None:
    removed(desk, clock)
    clock.move(days=29)  # the last day itself
    assert not any_term_over(desk.workspace.database, desk.clock())
    refresh(desk)
    assert waiting(desk) == []
    assert concerns(desk)[0][0] is Concern.REMOVED
    clock.move(days=1)
    assert any_term_over(desk.workspace.database, desk.clock())
    refresh(desk)
    refresh(desk)
    assert (lapses(desk), len(waiting(desk))) == (1, 1)
    assert concerns(desk)[0][0] is Concern.REMOVAL_OVER
    member = desk.members.detail(1)
    assert member.removal_pending == 0, "there is nothing more to carry out"
    (entry,) = desk.timeline.of_member(1)
    assert entry.steps_done == entry.steps
    assert desk.verifier.run().findings == ()


def test_who_may_come_back_is_decided_once(desk: Desk, clock: MovableClock) -> None:
    decided = removed(desk, clock)
    clock.move(days=31)
    refresh(desk)
    (task,) = waiting(desk)
    over = desk.terms_over.get(task)
    assert (over.removal_id, over.member_name, over.until) == (decided, "Li Wei", LAST_DAY)
    desk.terms_over.decide(new(), task, TaskState.LET_IN, "Told by phone")
    assert waiting(desk) == []
    assert desk.returns.alerts() == ()
    with pytest.raises(StateChangedError, match="step_done"):
        desk.terms_over.decide(new(), task, TaskState.LET_IN)
    with pytest.raises(StateChangedError, match="step_done"):
        desk.terms_over.get(task)


@pytest.mark.parametrize("closed", [True, False])
def test_for_who_may_come_back_ways_that_were_closed_are_opened_and_no_more_are_closed(
    desk: Desk, clock: MovableClock, closed: bool
) -> None:
    decided = removed(desk, clock)
    (way,) = [one for one in desk.carrying_out.steps(decided) if one.code == CLOSE_WAYS_BACK]
    if not closed:
        desk.carrying_out.reopen(new(), way, "It was never done")
    clock.move(days=31)
    refresh(desk)
    desk.terms_over.decide(new(), waiting(desk)[0], TaskState.LET_IN)
    left = [one.code for one in desk.carrying_out.steps(decided) if not one.done_at]
    assert left == [OPEN_WAYS_BACK], "the platform itself keeps out whoever was removed"
    (line,) = [item for item in desk.todo.all() if item.kind == "carry_out"]
    assert line.due_on == desk.clock().date().isoformat(), "it is not late"
    assert line.lets_back
    assert desk.verifier.run().findings == ()


def test_who_is_kept_out_is_told_of_with_the_reason(desk: Desk, clock: MovableClock) -> None:
    removed(desk, clock)
    clock.move(days=31)
    refresh(desk)
    (task,) = waiting(desk)
    with pytest.raises(ValidationError, match="reason_missing"):
        desk.terms_over.decide(new(), task, TaskState.KEPT_OUT, " ")
    with pytest.raises(ValidationError, match="term_over_choice") as caught:
        desk.terms_over.decide(new(), task, TaskState.DONE)
    clear_error(caught.value)
    desk.terms_over.decide(new(), task, TaskState.KEPT_OUT, "Wrote threats meanwhile")
    assert concerns(desk)[0] == (Concern.REMOVED, "Wrote threats meanwhile")
    make_member(desk, 1, "Li Wei", "wx1")
    assert [alert.reason for alert in desk.returns.alerts()] == ["Wrote threats meanwhile"]
    assert desk.verifier.run().findings == ()


def test_what_was_lifted_or_never_carried_out_is_never_over(
    desk: Desk, clock: MovableClock
) -> None:
    decided = removed(desk, clock)
    desk.reversals.record(new(), SubjectKind.REMOVAL, decided, "A mistake")
    other = make_member(desk, 1, "Wang Fang", "u2")
    desk.removals.decide(removal(desk, other, rule_id(desk, 1), term=Term.UNTIL, until=LAST_DAY))
    clock.move(days=40)
    refresh(desk)
    assert lapses(desk) == 0


def test_who_is_back_already_needs_no_decision(desk: Desk, clock: MovableClock) -> None:
    removed(desk, clock)
    clock.move(days=31)
    refresh(desk)
    make_member(desk, 1, "Li Wei", "wx1")
    assert waiting(desk) == []
