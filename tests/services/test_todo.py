# SPDX-License-Identifier: MIT
"""What waits on the desk."""

import sys
import uuid

import pytest

from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.services.desk import Desk
from groupdesk.services.draft_due import due_from_drafts
from groupdesk.services.todo import SOURCES
from groupdesk.ui.due.presenters import PRESENTERS
from groupdesk.ui.lucide_svg import icon_svg
from groupdesk.words import Words
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


def test_everything_that_can_be_due_has_words_and_somebody_who_speaks_for_it() -> None:
    sources = (*SOURCES, due_from_drafts)
    kinds = [kind for one in sources for kind in sys.modules[one.__module__].KINDS]
    assert len(kinds) == len(set(kinds))
    spoken_for = [kind for one in PRESENTERS for kind in one.LOOKS]
    assert sorted(kinds) == sorted(spoken_for)
    for look in (look for one in PRESENTERS for look in one.LOOKS.values()):
        assert icon_svg(look.icon, "#000")
    for language in ("en", "zh"):
        words = Words(language)
        assert [kind for kind in kinds if f"todo.{kind}" not in words] == []


def test_the_badge_is_what_stands_under_late_and_today(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    member = make_member(desk, group, "A")
    rule = rule_id(desk, group)
    warning(desk, member, rule)
    for days in (1, 2, 9):
        talk(desk, member, follow_up_on=f"2026-06-{1 + days:02}")
    desk.drafts.save("talk", {}, membership_id=member)
    assert desk.todo.now() == 2
    clock.move(days=1)
    assert desk.todo.now() == 3, "midnight brings things nearer"
    clock.move(days=5)
    assert desk.todo.now() == 4


def test_whose_standing_lapses_is_told_a_week_before_and_not_after(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk)
    one, other = make_member(desk, group, "A"), make_member(desk, group, "B")
    for member in (one, other):
        warning(desk, member, rule_id(desk, group), sent_at=clock.text)
    until = desk.members.row(one).standing_until
    assert desk.todo.all() == ()
    last = from_text(str(until)).astimezone(clock().tzinfo).date()
    clock.move(days=(last - clock().date()).days - 7)
    (line,) = desk.todo.lines()
    assert (line.kind, line.members, line.due_on, line.of) == ("lapse", 2, last.isoformat(), 0)
    clock.move(days=7)
    assert [item.due_on for item in desk.todo.all()] == [last.isoformat()] * 2
    clock.move(days=1)
    assert desk.todo.all() == ()
