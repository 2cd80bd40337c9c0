# SPDX-License-Identifier: MIT
"""Which groups nobody seems to need, from what is known and no more."""

import uuid
from datetime import timedelta

import pytest

from groupdesk.domain.clock import to_text
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import GroupFields
from groupdesk.domain.review_enums import GroupConcern, GroupNoteKind
from groupdesk.domain.upkeep_records import GroupNoteRequest, GroupUse
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

MORE = {GroupConcern.NO_OWNER, GroupConcern.NO_WHY}


def use(desk: Desk, group: int, days: int = 90) -> GroupUse:
    return next(one for one in desk.upkeep.clean_up.look(days).groups if one.id == group)


def member(desk: Desk, group: int, name: str, last_active: str = "") -> int:
    ident = make_member(desk, group, name)
    with desk.ledger.reading():
        desk.ledger.database.execute_sql(
            "UPDATE membership SET last_active = ? WHERE id = ?", (last_active or None, ident)
        )
    return ident


def concerns(desk: Desk, group: int, days: int = 90) -> set[GroupConcern]:
    return set(use(desk, group, days).concerns) - MORE - {GroupConcern.NO_PURPOSE}


def test_a_group_is_quiet_once_of_all_members_it_is_known(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk, rules=False)
    member(desk, group, "A", clock.text)
    clock.move(days=91)
    assert concerns(desk, group) == {GroupConcern.QUIET}
    assert concerns(desk, group, days=120) == set()
    member(desk, group, "B")
    clock.move(days=91)
    assert concerns(desk, group) == {GroupConcern.UNKNOWN}
    assert use(desk, group).unknown == 1


def test_what_we_did_there_is_a_sign_of_use_and_looking_after_it_is_none(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk)
    ident = member(desk, group, "A", clock.text)
    clock.move(days=80)
    talk(desk, ident)
    clock.move(days=20)
    assert concerns(desk, group) == set()
    clock.move(days=80)
    note = GroupNoteRequest(uuid.uuid4(), (group,), GroupNoteKind.MUTED, text="Too loud")
    desk.upkeep.group_notes.record(note)
    found = use(desk, group)
    assert GroupConcern.QUIET in found.concerns
    assert found.muted is not None
    assert found.muted.text == "Too loud"


def test_an_empty_group_without_owner_and_purpose_says_all_of_it(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    empty = set(use(desk, group).concerns)
    assert {GroupConcern.EMPTY, GroupConcern.NO_OWNER, GroupConcern.NO_WHY} <= empty
    assert GroupConcern.QUIET not in empty


def test_that_nobody_wrote_why_is_said_and_asks_for_nothing(
    desk: Desk, clock: MovableClock
) -> None:
    fields = desk.groups.get(make_group(desk, rules=False))
    member(desk, fields.id, "A", clock.text)
    desk.groups.edit(
        uuid.uuid4(),
        fields.id,
        GroupFields(
            fields.name, fields.platform, fields.language, purpose="Orders", owner_name="Mei"
        ),
    )
    found = use(desk, fields.id)
    assert found.concerns == {GroupConcern.NO_WHY}
    assert not found.asked_about


def test_what_was_kept_is_asked_about_again_after_the_days(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk, rules=False)
    kept = GroupNoteRequest(uuid.uuid4(), (group,), GroupNoteKind.KEPT, text="Opens in May")
    desk.upkeep.group_notes.record(kept)
    clock.move(days=89)
    assert not use(desk, group).asked_about
    clock.move(days=2)
    assert use(desk, group).asked_about


def test_what_is_open_stands_beside_it(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    first, second = make_member(desk, group, "A"), make_member(desk, group, "B")
    warning(desk, first, rule_id(desk, group))
    desk.removals.decide(removal(desk, second, rule_id(desk, group, "R2")))
    found = use(desk, group)
    assert (found.open_cases, found.to_carry_out) == (2, 1)
    assert found.waits >= 2


def test_the_longest_unused_comes_first_and_the_unknown_after_the_known(
    desk: Desk, clock: MovableClock
) -> None:
    unknown, old, newer = (make_group(desk, name, rules=False) for name in "UVW")
    member(desk, unknown, "A")
    member(desk, newer, "C", to_text(clock() + timedelta(days=20)))
    member(desk, old, "B", to_text(clock() + timedelta(days=10)))
    clock.move(days=200)
    assert [one.name for one in desk.upkeep.clean_up.look().groups] == ["V", "W", "U"]


def test_archived_groups_are_not_asked_about(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    desk.groups.archive(uuid.uuid4(), group, "Over")
    assert desk.upkeep.clean_up.look().groups == ()


@pytest.mark.parametrize("days", [0, -1, 3_651])
def test_days_out_of_range_are_refused(desk: Desk, days: int) -> None:
    with pytest.raises(ValidationError):
        desk.upkeep.clean_up.look(days)


def test_some_groups_are_read_without_the_others(desk: Desk) -> None:
    first, second = make_group(desk, rules=False), make_group(desk, "Borealis", rules=False)
    desk.groups.archive(uuid.uuid4(), first, "Over")
    assert [one.id for one in desk.upkeep.clean_up.of([first, second, 99])] == [second]
