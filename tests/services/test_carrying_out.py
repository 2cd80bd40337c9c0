# SPDX-License-Identifier: MIT
"""Carrying out: what was done, tried or not needed, by whom and when; nothing is overwritten."""

from uuid import uuid4 as new

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.carrying_out import REMOVE, SEND_NOTICE, StepResult
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Channel, Ground, MembershipState, SubjectKind, Term
from groupdesk.domain.errors import GroupDeskError, RefusedError, StateChangedError, ValidationError
from groupdesk.domain.logged_steps import LoggedTick
from groupdesk.domain.step_records import StepRecord
from groupdesk.domain.talk_enums import TaskState
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
)
from tests.services.appeal_cases import somebody_else


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk), external_id="wx1")


@pytest.fixture
def decided(desk: Desk, member: int) -> int:
    request = removal(desk, member, rule_id(desk, 1), term=Term.MAY_RETURN)
    return desk.removals.decide(request).subject_id


def step(desk: Desk, removal_id: int, code: str) -> StepRecord:
    return next(one for one in desk.carrying_out.steps(removal_id) if one.code == code)


def refused(work: object, code: str) -> None:
    with pytest.raises(GroupDeskError, match=code) as caught:
        work()  # type: ignore[operator]
    clear_error(caught.value)


def test_a_step_was_done_earlier_than_it_is_written_down(
    desk: Desk, clock: MovableClock, member: int, decided: int
) -> None:
    clock.move(hours=2)
    at = clock.ago(hours=1)
    desk.carrying_out.tick(new(), step(desk, decided, REMOVE), at=at, text="on the phone")
    done = step(desk, decided, REMOVE)
    assert (done.done_at, done.done_by, done.result) == (at, "Mei", "on the phone")
    assert done.turns[0].recorded_at == clock.text
    detail = desk.members.detail(member)
    assert (detail.row.state, detail.ended_at) == (MembershipState.REMOVED, at)
    assert desk.verifier.run().findings == ()


def test_a_moment_that_has_not_come_is_refused(
    desk: Desk, clock: MovableClock, decided: int
) -> None:
    with pytest.raises(ValidationError, match="time_in_future") as caught:
        desk.carrying_out.tick(new(), step(desk, decided, REMOVE), at=clock.ago(hours=-1))
    assert caught.value.field == "at"


def test_what_could_not_be_done_stays_open_and_says_why(
    desk: Desk, member: int, decided: int
) -> None:
    tick = desk.carrying_out.tick
    first = step(desk, decided, REMOVE)
    refused(lambda: tick(new(), first, StepResult.COULD_NOT), "step_reason_missing")
    tick(new(), first, StepResult.COULD_NOT, text="I am no admin there")
    tried = step(desk, decided, REMOVE)
    assert (tried.state, tried.done_at) == (TaskState.COULD_NOT, "")
    (todo,) = desk.todo.all(member)
    assert (todo.kind, todo.done, todo.about) == ("carry_out", 0, "I am no admin there")
    tick(new(), tried)
    assert step(desk, decided, REMOVE).state is TaskState.DONE
    assert [turn.state for turn in step(desk, decided, REMOVE).turns] == ["could_not", "done"]
    (todo,) = desk.todo.all(member)
    assert (todo.done, todo.about) == (1, "")


def test_all_but_removing_may_be_not_needed(desk: Desk, member: int, decided: int) -> None:
    tick = desk.carrying_out.tick
    refused(
        lambda: tick(new(), step(desk, decided, REMOVE), StepResult.NOT_NEEDED, text="x"),
        "step_needed",
    )
    for one in desk.carrying_out.steps(decided):
        if one.code == REMOVE:
            tick(new(), one)
        else:
            tick(new(), one, StepResult.NOT_NEEDED, text="Done by phone")
    assert desk.members.detail(member).removal_pending == 0
    assert desk.todo.all(member) == ()
    assert desk.notices.of(SubjectKind.REMOVAL, decided) == ()


def test_a_slip_is_taken_back_within_the_minute_and_nothing_is_lost(
    desk: Desk, clock: MovableClock, member: int, decided: int
) -> None:
    desk.carrying_out.tick(new(), step(desk, decided, REMOVE))
    clock.move(seconds=59)
    desk.carrying_out.reopen(new(), step(desk, decided, REMOVE))
    again = step(desk, decided, REMOVE)
    assert (again.done_at, again.state) == ("", None)
    assert [turn.state for turn in again.turns] == [TaskState.DONE, TaskState.REOPENED]
    detail = desk.members.detail(member)
    assert (detail.row.state, detail.ended_at) == (MembershipState.ACTIVE, "")
    refused(lambda: desk.carrying_out.reopen(new(), again), "step_open")
    assert desk.verifier.run().findings == ()


def test_later_a_step_is_opened_again_only_with_a_reason(
    desk: Desk, clock: MovableClock, decided: int
) -> None:
    desk.carrying_out.tick(new(), step(desk, decided, "check_gone"))
    clock.move(seconds=61)
    done = step(desk, decided, "check_gone")
    with pytest.raises(ValidationError, match="reason_missing"):
        desk.carrying_out.reopen(new(), done, " ")
    desk.carrying_out.reopen(new(), done, "They are still in the list")
    assert step(desk, decided, "check_gone").turns[-1].text == "They are still in the list"


def test_a_removal_on_the_platform_is_not_undone_once_they_are_back(
    desk: Desk, member: int, decided: int
) -> None:
    desk.carrying_out.tick(new(), step(desk, decided, REMOVE))
    make_member(desk, 1, "Li Wei", "wx1")
    done = step(desk, decided, REMOVE)
    refused(lambda: desk.carrying_out.reopen(new(), done), "member_back")


def test_what_was_done_before_the_decision_belongs_to_it(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    request = removal(desk, member, rule_id(desk, 1), already_removed_at=clock.ago(days=1))
    decided = desk.removals.decide(request).subject_id
    with pytest.raises(RefusedError, match="step_before"):
        desk.carrying_out.reopen(new(), step(desk, decided, REMOVE), "no")


def test_the_same_is_done_for_several_members_at_once_or_for_none(desk: Desk, member: int) -> None:
    other = make_member(desk, 1, "Wang Fang", "u2")
    steps = []
    for one in (member, other):
        request = removal(desk, one, None, ground=Ground.SIZE_LIMIT, term=Term.MAY_RETURN)
        steps.append(step(desk, desk.removals.decide(request).subject_id, REMOVE))
    desk.carrying_out.tick(new(), steps[1])
    with pytest.raises(StateChangedError, match="step_done"):
        desk.carrying_out.tick(new(), steps)
    assert desk.members.row(member).state is MembershipState.ACTIVE
    finding = [step(desk, one.removal_id, "find_member") for one in steps]
    receipt = desk.carrying_out.tick(new(), finding, text="both")
    assert len(desk.audit.detail(receipt.seq).changes) == 2
    assert {step(desk, one.removal_id, "find_member").result for one in steps} == {"both"}
    refused(lambda: desk.carrying_out.tick(new(), ()), "step_missing")


def test_in_an_archived_group_no_step_is_ticked_along_with_others(desk: Desk, decided: int) -> None:
    other = make_member(desk, make_group(desk, "Borealis"), "Wang Fang", "u2")
    request = removal(desk, other, None, ground=Ground.SIZE_LIMIT, term=Term.MAY_RETURN)
    steps = [step(desk, one, REMOVE) for one in (desk.removals.decide(request).subject_id, decided)]
    desk.groups.archive(new(), 2, "Over")
    refused(lambda: desk.carrying_out.tick(new(), steps), "group_archived")
    assert desk.members.row(other).state is MembershipState.ACTIVE


def test_sending_the_notice_and_what_became_of_it_belong_together(
    desk: Desk, member: int, decided: int
) -> None:
    carrying, notices = desk.carrying_out, desk.notices
    carrying.tick(
        new(),
        step(desk, decided, SEND_NOTICE),
        StepResult.COULD_NOT,
        text="Does not take messages",
        channel=Channel.PRIVATE,
    )
    assert [one.state for one in notices.of(SubjectKind.REMOVAL, decided)] == ["not_delivered"]
    carrying.tick(new(), step(desk, decided, SEND_NOTICE), text="told", channel=Channel.PHONE)
    last = notices.of(SubjectKind.REMOVAL, decided)[-1]
    assert (last.state, last.channel, last.note) == (NoticeState.SENT, Channel.PHONE, "told")
    carrying.reopen(new(), step(desk, decided, SEND_NOTICE))
    assert notices.of(SubjectKind.REMOVAL, decided)[-1].state is NoticeState.NOT_SENT
    assert desk.verifier.run().findings == ()


def test_a_lifted_removal_takes_no_tick(desk: Desk, decided: int) -> None:
    first = step(desk, decided, REMOVE)
    desk.reversals.record(new(), SubjectKind.REMOVAL, decided, "A mistake")
    refused(lambda: desk.carrying_out.tick(new(), first), "removal_lifted")


def test_the_log_says_what_became_of_a_step(desk: Desk, member: int, decided: int) -> None:
    tick = desk.carrying_out.tick
    tick(new(), step(desk, decided, REMOVE), StepResult.COULD_NOT, text="I am no admin there")
    tick(new(), step(desk, decided, "check_gone"), StepResult.NOT_NEEDED, text="They said so")
    tick(new(), step(desk, decided, REMOVE), text="as the owner")
    desk.carrying_out.reopen(new(), step(desk, decided, REMOVE), "It was another one")
    expected = [
        LoggedTick(TaskState.REOPENED, (REMOVE,), "It was another one"),
        LoggedTick(TaskState.DONE, (REMOVE,), "as the owner"),
        LoggedTick(TaskState.NOT_NEEDED, ("check_gone",), "They said so"),
        LoggedTick(TaskState.COULD_NOT, (REMOVE,), "I am no admin there"),
    ]
    assert [row.tick for row in desk.audit.rows(AuditFilter(), limit=4)] == expected
    with somebody_else(desk):
        acts = desk.recent_acts.about(member).acts[:4]
    assert [act.tick for act in acts] == expected


def test_the_timeline_tells_the_last_try_that_failed_until_it_is_done(
    desk: Desk, clock: MovableClock, member: int, decided: int
) -> None:
    tick = desk.carrying_out.tick
    clock.move(hours=2)
    tick(new(), step(desk, decided, "check_gone"), StepResult.NOT_NEEDED, text="They said so")
    at = clock.ago(hours=1)
    tick(new(), step(desk, decided, REMOVE), StepResult.COULD_NOT, at=at, text="I am no admin")
    (entry,) = desk.timeline.of_member(member)
    assert (entry.steps, entry.steps_done, entry.steps_not_needed) == (5, 1, 1)
    assert entry.tried == (REMOVE, at, "Mei", "I am no admin")
    tick(new(), step(desk, decided, REMOVE))
    (entry,) = desk.timeline.of_member(member)
    assert (entry.steps_done, entry.tried) == (2, None)
