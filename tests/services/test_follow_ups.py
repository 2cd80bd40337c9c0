# SPDX-License-Identifier: MIT
"""What was agreed in talks, and whether it was kept."""

import uuid

import pytest

from groupdesk.domain.case_records import CaseRequest
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.talk_enums import Kept, NotHeld
from groupdesk.domain.talk_records import Agreement
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, make_group, make_member, talk


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


@pytest.mark.parametrize("kept", [None, *Kept])
def test_a_follow_up_tells_what_became_of_the_agreement(
    desk: Desk, clock: MovableClock, member: int, kept: Kept | None
) -> None:
    talk(desk, member, agreement="Offers to me first", follow_up_on="2026-06-08")
    (todo,) = desk.todo.all()
    assert todo.about == "Offers to me first"
    clock.move(days=8)
    desk.follow_ups.done(uuid.uuid4(), todo.id, kept, "One link since")
    (found,) = desk.follow_ups.agreements(member)
    later = found.follow_up
    assert later is not None
    assert (later.kept, later.result, later.done_at) == (kept, "One link since", clock.text)
    entry = next(one for one in desk.timeline.of_member(member) if one.kind == "talk")
    assert entry.follow_up == later
    assert desk.todo.all() == ()
    assert desk.verifier.run().findings == ()


def test_a_follow_up_that_was_put_off_keeps_the_day_it_was_first_due(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    talk(desk, member, follow_up_on="2026-06-08")
    (todo,) = desk.todo.all()
    for day, code in (("2026-05-31", "follow_up_in_past"), ("2026-06-08", "same_day")):
        with pytest.raises(ValidationError, match=code) as wrong:
            desk.todo.move(uuid.uuid4(), todo.id, day)
        clear_error(wrong.value)
    desk.todo.move(uuid.uuid4(), todo.id, "2026-06-12", reason="On holiday")
    desk.todo.move(uuid.uuid4(), todo.id, "2026-06-15")
    (todo,) = desk.todo.all()
    assert todo.due_on == "2026-06-15"
    later = desk.follow_ups.agreements(member)[0].follow_up
    assert later is not None
    assert (later.first_due_on, later.due_on) == ("2026-06-08", "2026-06-15")
    (before, after) = desk.audit.detail(desk.audit.count() - 1).changes[0]
    assert (before["due_on"], after["due_on"]) == ("2026-06-08", "2026-06-12")
    assert after["reason"] == "On holiday"
    desk.follow_ups.done(uuid.uuid4(), todo.id)
    with pytest.raises(StateChangedError, match="step_done"):
        desk.todo.move(uuid.uuid4(), todo.id, "2026-07-01")


def test_earlier_talks_are_known_over_all_entries_and_groups_of_the_person(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    other = make_member(desk, make_group(desk, "Borealis"), "Wei", "u2")
    talk(desk, other, agreement="No links", happened_at=clock.ago(days=30))
    talk(desk, member, not_held=NotHeld.DECLINED, problem="")
    persons = [desk.members.row(one).person_id for one in (member, other)]
    assert [one.not_held for one in desk.follow_ups.agreements(member)] == [NotHeld.DECLINED]
    desk.persons.link(uuid.uuid4(), persons[1], persons[0], "Two phones")

    def said(found: Agreement) -> tuple[object, ...]:
        return found.not_held, found.agreement, found.group_name

    assert [said(one) for one in desk.follow_ups.agreements(member)] == [
        (NotHeld.DECLINED, "", ""),
        (None, "No links", "Borealis"),
    ]
    assert desk.follow_ups.agreements(999) == ()


def test_the_dialog_gets_the_talk_that_is_followed_up(desk: Desk, member: int) -> None:
    talk(desk, member, agreement="Offers to me first", follow_up_on="2026-06-08")
    (todo,) = desk.todo.all()
    due = desk.follow_ups.get(todo.id)
    assert (due.member_name, due.due_on) == ("Li Wei", "2026-06-08")
    assert due.talk is not None
    assert due.talk.agreement == "Offers to me first"
    desk.follow_ups.done(uuid.uuid4(), todo.id)
    with pytest.raises(StateChangedError, match="step_done"):
        desk.follow_ups.get(todo.id)


@pytest.mark.parametrize("kept", [None, Kept.NOT_KEPT])
def test_a_talk_that_follows_another_up_ticks_it_and_says_whether_it_was_kept(
    desk: Desk, clock: MovableClock, member: int, kept: Kept | None
) -> None:
    talk(desk, member, agreement="Offers to me first", follow_up_on="2026-06-08")
    (todo,) = desk.todo.all()
    clock.move(days=8)
    talk(desk, member, follows_up=todo.id, kept=kept, follow_up_on="2026-06-20")
    _new, old = desk.follow_ups.agreements(member)
    assert old.follow_up is not None
    assert (old.follow_up.kept, old.follow_up.done_at) == (kept, clock.text)
    (later,) = desk.todo.all()
    assert later.due_on == "2026-06-20"
    (_, after) = desk.audit.detail(desk.audit.count()).changes[0]
    assert after["follow_up_of"] == clock.ago(days=8)
    assert after.get("kept") == kept
    with pytest.raises(StateChangedError, match="step_done") as caught:
        talk(desk, member, follows_up=todo.id)
    clear_error(caught.value)
    assert len(desk.follow_ups.agreements(member)) == 2
    assert desk.verifier.run().findings == ()


def test_a_talk_belongs_to_the_case_of_the_one_it_follows_up(desk: Desk, member: int) -> None:
    talk(desk, member, follow_up_on="2026-06-08")
    (todo,) = desk.todo.all()
    desk.case_acts.open(CaseRequest(uuid.uuid4(), member, None, "Something else"))
    talk(desk, member, follows_up=todo.id)
    assert {row.number: row.acts for row in desk.cases.rows()} == {1: 2, 2: 0}


def test_only_a_follow_up_with_the_same_person_in_the_group_is_ticked(
    desk: Desk, member: int
) -> None:
    twin = make_member(desk, 1, "Wei", "u2")
    talk(desk, twin, follow_up_on="2026-06-08")
    (todo,) = desk.todo.all()
    with pytest.raises(StateChangedError, match="step_done") as caught:
        talk(desk, member, follows_up=todo.id)
    clear_error(caught.value)
    persons = [desk.members.row(one).person_id for one in (twin, member)]
    desk.persons.link(uuid.uuid4(), persons[0], persons[1], "Two phones")
    talk(desk, member, follows_up=todo.id)
    assert desk.todo.all() == ()
