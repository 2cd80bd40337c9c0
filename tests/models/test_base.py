# SPDX-License-Identifier: MIT
"""A row by one column is what peewee would read, whatever its columns hold."""

import uuid
from pathlib import Path

import pytest
from peewee import DoesNotExist

from groupdesk.models.audit import Operation
from groupdesk.models.moderation import MemberWarning
from groupdesk.models.people import Group, Membership
from groupdesk.models.tables import TABLES
from tests.helpers import (
    MovableClock,
    make_group,
    make_member,
    ready_desk,
    removal,
    rule_id,
    screenshot,
    warning,
)


def test_a_row_is_what_peewee_reads(tmp_path: Path) -> None:
    clock = MovableClock()
    desk = ready_desk(tmp_path, clock)
    group = make_group(desk)
    member, rule = make_member(desk, group, "李伟"), rule_id(desk, group)
    warning(desk, member, rule, sent_at=clock.text)
    desk.removals.decide(removal(desk, member, rule))
    screenshot(desk)
    compared = set()
    for table in TABLES:
        for row in table.select():
            for name, value in row.__data__.items():
                if value is None:
                    continue
                asked = table._meta.fields[name] == value
                if name != "id" and "id" in row.__data__:
                    asked &= table._meta.primary_key == row.__data__["id"]
                meant, found = table.select().where(asked).get(), table.get(asked)
                assert found.__data__ == meant.__data__
                assert list(map(type, found.__data__.values())) == list(
                    map(type, meant.__data__.values())
                )
                assert not found.is_dirty()
                compared.add(table)
    assert {Group, Membership, MemberWarning, Operation} <= compared
    held = MemberWarning.get(MemberWarning.membership == member)
    assert held.membership.group.name == "Aurora"
    aurora, other = Group.name == "Aurora", Group.name == "Borealis"
    assert Group.get_or_none(aurora & other) is None
    assert Group.get_or_none(aurora & (other | (Group.id == group))) is not None
    assert Group.get_or_none(aurora & (Group.id > group)) is None
    assert Membership.get(Membership.id == held.membership) == held.membership
    desk.close()


def test_no_row_is_said_as_peewee_says_it(tmp_path: Path) -> None:
    desk = ready_desk(tmp_path, MovableClock())
    with pytest.raises(DoesNotExist, match="customer_group"):
        Group.get(Group.id == 99)
    assert Group.get_or_none(Group.name == "") is None
    assert Operation.get_or_none(Operation.id == str(uuid.uuid4())) is None
    desk.close()
