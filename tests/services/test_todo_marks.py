# SPDX-License-Identifier: MIT
"""Things that are put off come back; things that are given to somebody are theirs."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.due import Section, TodoRecord, section_of
from groupdesk.domain.enums import Action, OperatorRole
from groupdesk.domain.errors import PermissionDeniedError, StateChangedError, ValidationError
from groupdesk.domain.logged_marks import LoggedMark, MarkKind
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
    talk,
)
from tests.services.appeal_cases import objected
from tests.services.two_operators import seat_of


def place(desk: Desk) -> list[tuple[str, Section]]:
    today = desk.clock().date()
    return [(one.kind, section_of(one, today, desk.operator.id)) for one in desk.todo.lines()]


def day(desk: Desk, days: int) -> date:
    return desk.clock().date() + timedelta(days=days)


@pytest.fixture
def follow_up(desk: Desk, clock: MovableClock) -> TodoRecord:
    talk(desk, make_member(desk, make_group(desk), "A"), follow_up_on="2026-06-02")
    clock.move(days=3)
    (item,) = desk.todo.all()
    assert place(desk) == [("follow_up", Section.LATE)]
    return item


def test_it_comes_back_on_the_day_and_stands_where_its_own_day_puts_it(
    desk: Desk, clock: MovableClock, follow_up: TodoRecord
) -> None:
    desk.todo.marks.put_off(uuid.uuid4(), [follow_up], day(desk, 2))
    (item,) = desk.todo.all()
    assert (item.put_off, item.put_off_by) == (day(desk, 2).isoformat(), desk.operator.name)
    assert place(desk) == [("follow_up", Section.LATER)]
    assert desk.todo.now() == 0
    clock.move(days=1)
    assert desk.todo.now() == 0
    clock.move(days=1)
    assert place(desk) == [("follow_up", Section.LATE)]
    assert desk.todo.now() == 1


def test_each_change_is_in_the_log_with_what_stood_before(
    desk: Desk, follow_up: TodoRecord
) -> None:
    marks, other = desk.todo.marks, seat_of(desk).operator
    marks.put_off(uuid.uuid4(), [follow_up], day(desk, 2))
    marks.assign(uuid.uuid4(), desk.todo.all(), other.id)
    last, first = desk.audit.rows(AuditFilter(action=Action.TASK_MARK), limit=2)
    ((before, after),) = desk.audit.detail(first.seq).changes
    assert (before, after["put_off"]) == ({}, day(desk, 2).isoformat())
    ((before, after),) = desk.audit.detail(last.seq).changes
    assert before == {"put_off": day(desk, 2).isoformat()}
    assert (after["owner"], after["member"], after["todo"]) == (other.name, "A", "follow_up")
    assert last.subject == "A"


def test_what_was_given_away_is_on_the_other_list(desk: Desk, follow_up: TodoRecord) -> None:
    an = seat_of(desk)
    desk.todo.marks.assign(uuid.uuid4(), [follow_up], an.operator.id)
    assert place(desk) == [("follow_up", Section.OTHERS)]
    assert place(an) == [("follow_up", Section.LATE)]
    assert (desk.todo.now(), an.todo.now()) == (0, 1)
    desk.operators.deactivate(uuid.uuid4(), an.operator.id)
    assert desk.todo.now() == 1, "who is gone does nothing any more"
    with pytest.raises(StateChangedError, match="operator_gone"):
        desk.todo.marks.assign(uuid.uuid4(), [follow_up], an.operator.id)


def test_the_way_back_restores_each_things_own_mark(desk: Desk, follow_up: TodoRecord) -> None:
    marks = desk.todo.marks
    marks.put_off(uuid.uuid4(), [follow_up], day(desk, 2))
    before = desk.todo.all()
    act = marks.put_off(uuid.uuid4(), before, day(desk, 9))
    marks.restore(uuid.uuid4(), before, act.seq)
    assert desk.todo.all() == before
    marks.bring_back(uuid.uuid4(), before)
    assert place(desk) == [("follow_up", Section.LATE)]


def test_the_way_back_leaves_alone_what_a_colleague_did_since(
    desk: Desk, clock: MovableClock, follow_up: TodoRecord
) -> None:
    act = desk.todo.marks.put_off(uuid.uuid4(), [follow_up], day(desk, 2))
    an = seat_of(desk)
    clock.move(minutes=1)
    desk.todo.marks.assign(uuid.uuid4(), [follow_up], an.operator.id)
    with pytest.raises(StateChangedError, match="todo_marked") as caught:
        desk.todo.marks.restore(uuid.uuid4(), [follow_up], act.seq)
    clear_error(caught.value)
    assert desk.todo.all()[0].owner_id == an.operator.id


def test_past_an_answer_day_it_has_to_be_said(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    gone = make_member(desk, group, "A")
    decided = desk.removals.decide(removal(desk, gone, rule_id(desk, group)))
    objected(desk, decided.subject_id)
    (appeal,) = [one for one in desk.todo.all() if one.kind == "appeal"]
    last = date.fromisoformat(appeal.due_on)
    marks = desk.todo.marks
    with pytest.raises(ValidationError) as wrong:
        marks.put_off(uuid.uuid4(), [appeal], last + timedelta(days=1))
    assert wrong.value.code == "past_last_day"
    clear_error(wrong.value)
    marks.put_off(uuid.uuid4(), [appeal], last)
    marks.put_off(uuid.uuid4(), [appeal], last + timedelta(days=1), past_last_day=True)


@pytest.mark.parametrize("days", [-1, 0, 400])
def test_days_that_are_none_are_refused(desk: Desk, follow_up: TodoRecord, days: int) -> None:
    with pytest.raises(ValidationError) as wrong:
        desk.todo.marks.put_off(uuid.uuid4(), [follow_up], day(desk, days))
    clear_error(wrong.value)
    assert desk.todo.now() == 1


def test_removals_of_one_act_are_put_off_together(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    for name in "AB":
        talk(desk, make_member(desk, group, name), follow_up_on="2026-06-02")
    clock.move(days=3)
    first, second = desk.todo.all()
    desk.todo.marks.put_off(
        uuid.uuid4(), [replace(first, members=2, others=(second,))], day(desk, 1)
    )
    assert desk.todo.now() == 0


def test_a_draft_that_is_written_on_is_back_at_once(desk: Desk, clock: MovableClock) -> None:
    member = make_member(desk, make_group(desk), "A")
    desk.drafts.save("talk", {"thanks": "A"}, membership_id=member)
    desk.todo.marks.put_off(uuid.uuid4(), desk.todo.drafts(), day(desk, 2))
    assert desk.todo.now() == 0
    clock.move(minutes=1)
    desk.drafts.save("talk", {"thanks": "AB"}, membership_id=member)
    assert desk.todo.now() == 1


def test_a_viewer_changes_nothing(desk: Desk, follow_up: TodoRecord) -> None:
    olga = seat_of(desk, "Olga", OperatorRole.VIEWER)
    acts: list[Callable[[], object]] = [
        lambda: olga.todo.marks.put_off(uuid.uuid4(), [follow_up], day(desk, 2)),
        lambda: olga.todo.marks.assign(uuid.uuid4(), [follow_up], 0),
    ]
    for act in acts:
        with pytest.raises(PermissionDeniedError):
            act()
    assert desk.todo.all() == (follow_up,)


def test_the_log_says_which_of_the_acts_a_mark_was(desk: Desk, follow_up: TodoRecord) -> None:
    marks, other = desk.todo.marks, seat_of(desk).operator
    off = marks.put_off(uuid.uuid4(), [follow_up], day(desk, 2))
    marks.restore(uuid.uuid4(), [follow_up], off.seq)
    for owner in (other.id, 0):
        marks.assign(uuid.uuid4(), desk.todo.all(), owner)
    rows = desk.audit.rows(AuditFilter(action=Action.TASK_MARK))
    assert [row.mark for row in reversed(rows)] == [
        LoggedMark(MarkKind.PUT_OFF, "follow_up"),
        LoggedMark(MarkKind.BACK, "follow_up"),
        LoggedMark(MarkKind.GIVEN, "follow_up", other.name),
        LoggedMark(MarkKind.FREE, "follow_up", other.name),
    ]
