# SPDX-License-Identifier: MIT
"""The acts on a member, newest first."""

from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    make_group,
    make_member,
    removal,
    rule_id,
    talk,
    warning,
)


def test_acts_come_newest_first_over_all_stays(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    rule = rule_id(desk, group)
    first = make_member(desk, group, "Li Wei", "wx1")
    warning(desk, first, rule, 2, sent_at=clock.text)
    clock.move(days=1)
    warning(desk, first, rule, 3, sent_at=clock.text)
    clock.move(days=1)
    talk(desk, first, happened_at=clock.ago(hours=36), follow_up_on="2026-07-01")
    desk.removals.decide(removal(desk, first, rule, already_removed_at=clock.text))
    second = make_member(desk, group, "Li Wei", "wx1")
    entries = desk.timeline.of_member(second)
    assert [(e.kind, e.number) for e in entries] == [
        ("removal", 0),
        ("warning", 2),
        ("talk", 0),
        ("warning", 1),
    ]
    assert [e.at for e in entries] == sorted((e.at for e in entries), reverse=True)
    assert all(e.numbered for e in entries if e.kind == "warning")
    assert entries[2].until == "2026-07-01"
    gone = entries[0]
    assert (gone.steps_done, gone.steps, gone.rule_code, gone.rule_version) == (2, 4, "R1", 1)
    assert dict(gone.lines)["notice"]
    assert desk.timeline.of_case(1) == entries


def test_a_message_stands_where_it_was_sent_not_where_it_was_written(
    desk: Desk, clock: MovableClock
) -> None:
    member = make_member(desk, make_group(desk))
    warning(desk, member, rule_id(desk, 1), sent_at=clock.ago(days=3))
    (entry,) = desk.timeline.of_member(member)
    assert (entry.at, entry.state) == (clock.ago(days=3), "sent")


def test_other_groups_and_nobody_have_histories_of_their_own(
    desk: Desk, clock: MovableClock
) -> None:
    one, other = make_group(desk), make_group(desk, "Borealis")
    here, there = make_member(desk, one, "Li", "wx1"), make_member(desk, other, "Li", "wx1")
    warning(desk, here, rule_id(desk, one), sent_at=clock.text)
    assert desk.timeline.of_member(there) == ()
    assert desk.members.row(there).standing == 0
    assert desk.timeline.of_member(99) == ()


def test_a_talk_whose_time_is_cut_to_the_minute_stands_after_the_warning_before_it(
    desk: Desk, clock: MovableClock
) -> None:
    member = make_member(desk, make_group(desk))
    minute = clock.text
    clock.move(seconds=20)
    warning(desk, member, rule_id(desk, 1), sent_at=clock.text)
    clock.move(seconds=25)
    talk(desk, member, happened_at=minute)
    clock.move(seconds=5)
    desk.removals.decide(removal(desk, member, rule_id(desk, 1)))
    entries = desk.timeline.of_member(member)
    assert [entry.kind for entry in entries] == ["removal", "talk", "warning"]
    assert [entry.kind for entry in desk.timeline.of_case(1)] == ["removal", "talk", "warning"]
