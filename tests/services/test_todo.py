# SPDX-License-Identifier: MIT
"""What waits on the desk."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.due import TodoRecord, together
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
    talk,
    warning,
)


def test_everything_that_waits_is_named_once(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    rule = rule_id(desk, group)
    one, other = make_member(desk, group, "A"), make_member(desk, group, "B")
    warning(desk, one, rule)
    warning(desk, one, rule)
    talk(desk, one, follow_up_on="2026-06-09")
    talk(desk, other, follow_up_on="2026-06-05")
    desk.removals.decide(removal(desk, other, rule))
    kinds = [(item.kind, item.member_name, item.due_on) for item in desk.todo.all()]
    assert kinds == [
        ("confirm_sent", "A", ""),
        ("confirm_sent", "A", ""),
        ("carry_out", "B", "2026-06-01"),
        ("follow_up", "B", "2026-06-05"),
        ("follow_up", "A", "2026-06-09"),
    ]
    assert {item.member_name for item in desk.todo.all(one)} == {"A"}


def test_a_follow_up_is_ticked_once(desk: Desk) -> None:
    member = make_member(desk, make_group(desk))
    talk(desk, member, follow_up_on="2026-06-09")
    (item,) = desk.todo.all()
    for result in ("\ud800", "x" * 100_000):
        with pytest.raises(ValidationError) as wrong:
            desk.follow_ups.done(uuid.uuid4(), item.id, result=result)
        assert wrong.value.field == "result"
    desk.follow_ups.done(uuid.uuid4(), item.id, result="All is well")
    assert desk.todo.all() == ()
    for task in (item.id, 99):
        with pytest.raises(StateChangedError, match="step_done") as caught:
            desk.follow_ups.done(uuid.uuid4(), task)
        clear_error(caught.value)


def test_a_follow_up_names_the_day_of_the_talk_not_that_of_the_note(
    desk: Desk, clock: MovableClock
) -> None:
    member = make_member(desk, make_group(desk))
    talk(desk, member, happened_at=clock.ago(days=2), follow_up_on="2026-06-09")
    (item,) = desk.todo.all()
    assert item.since == clock.ago(days=2)


def test_kept_drafts_wait_for_the_one_who_wrote_them(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    one, other = make_member(desk, group, "A"), make_member(desk, group, "B")
    desk.drafts.save("warning", {"text": "Ple"}, membership_id=one)
    clock.move(minutes=1)
    desk.drafts.save("removal", {}, membership_id=other)
    desk.drafts.save("rules", {}, group_id=group)
    found = [(item.kind, item.member_name, item.due_on) for item in desk.todo.drafts()]
    assert found == [("draft_removal", "B", ""), ("draft_warning", "A", "")]
    assert desk.todo.all() == ()
    desk.removals.decide(removal(desk, other, rule_id(desk, group)))
    desk.groups.archive(uuid.uuid4(), group, "Over")
    assert desk.todo.drafts() == ()


def test_another_try_of_what_did_not_arrive_is_one_thing(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    member = make_member(desk, group, "A")
    lost = warning(desk, member, rule_id(desk, group), sent_at=clock.text)
    desk.warnings.mark_not_delivered(uuid.uuid4(), lost)
    desk.drafts.save("warning", {"again": lost, "message": "Hel"}, membership_id=member)
    (item,) = (*desk.todo.all(), *desk.todo.drafts())
    assert (item.kind, item.id, item.draft_at) == ("not_delivered", lost, clock.text)
    (case,) = desk.cases.rows()
    desk.cases.close(uuid.uuid4(), case.number, "Settled on the phone.")
    (item,) = (*desk.todo.all(), *desk.todo.drafts())
    assert item.kind == "draft_warning", "what is written is not lost from sight"


def line(ident: int, *, batch: str = "", done: int = 0, about: str = "") -> TodoRecord:
    return TodoRecord(
        kind="carry_out",
        id=ident,
        membership_id=ident,
        group_id=1,
        member_name=f"M{ident}",
        group_name="Aurora",
        due_on="2026-06-01",
        since="2026-06-01T01:00:00.000Z",
        done=done,
        of=4,
        about=about,
        batch=batch,
    )


def test_removals_of_one_act_are_one_line_in_its_first_place() -> None:
    items = (
        line(1),
        line(2, batch="b", done=1),
        line(3),
        line(4, batch="b", done=4, about="no admin there"),
    )
    first, batch, last = together(items)
    assert (first, last) == (items[0], items[2])
    assert (batch.id, batch.members, batch.done, batch.of) == (2, 2, 5, 8)
    assert batch.about == "no admin there"


def test_an_act_that_is_answered_in_part_stands_there_twice() -> None:
    waits = replace(line(3, batch="b"), kind="approve")
    found = together((line(1, batch="b"), line(2, batch="b"), waits))
    assert [(one.kind, one.members) for one in found] == [("carry_out", 2), ("approve", 1)]
