# SPDX-License-Identifier: MIT
"""What is known of somebody before they are let in."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.group_size import Room
from groupdesk.domain.person_records import Concern, JoinAnswer, Match
from groupdesk.domain.records import GroupFields, MemberFields
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, make_desk, make_group, make_member, removal, rule_id

new = uuid.uuid4


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = MovableClock()
    made = make_desk(tmp_path, clock)
    make_group(made)
    make_group(made, "Borealis")
    yield made
    made.close()


def found(desk: Desk, group: int = 1, **fields: Any) -> list[tuple[Concern, Match]]:
    check = desk.joins.check(group, MemberFields(**fields))
    return [(one.concern, one.match) for one in check.findings]


def test_the_groups_own_words_and_its_room_with_one_more(desk: Desk) -> None:
    fields = GroupFields(
        "Aurora", Platform.WECOM, Language.EN, "Orders", "Customers with an order", 2
    )
    desk.groups.edit(new(), 1, fields)
    make_member(desk, 1, "A")
    check = desk.joins.check(1, MemberFields("B"))
    assert (check.purpose, check.belongs) == ("Orders", "Customers with an order")
    assert (check.members, check.size_limit, check.room) == (1, 2, Room.FULL)
    assert check.findings == ()
    assert not check.serious


def test_who_is_known_and_by_what(desk: Desk) -> None:
    fields = MemberFields("Li Wei", external_id="wx1", email="li@example.com", phone="13800138000")
    desk.members.add(new(), 2, fields)
    assert found(desk, name="Li") == []
    assert found(desk, name="X", external_id="wx1") == [(Concern.KNOWN, Match.ID)]
    assert found(desk, name="X", email="LI@example.com") == [(Concern.KNOWN, Match.EMAIL)]
    assert found(desk, name="X", phone="+86 138 0013 8000") == [(Concern.KNOWN, Match.PHONE)]
    assert found(desk, 2, name="X", external_id="wx1") == [(Concern.IN_GROUP, Match.ID)]
    assert found(desk, 2, name="li wei") == [(Concern.IN_GROUP, Match.NAME)]


def test_removals_here_and_elsewhere_and_the_blocklist(desk: Desk) -> None:
    member = make_member(desk, 1, "Li Wei", "wx1")
    when = MovableClock().text
    desk.removals.decide(removal(desk, member, rule_id(desk, 1), already_removed_at=when))
    assert found(desk, name="X", external_id="wx1") == [(Concern.REMOVED, Match.ID)]
    assert found(desk, 2, name="X", external_id="wx1") == [(Concern.REMOVED_ELSEWHERE, Match.ID)]
    assert found(desk, name="Li Wei") == [(Concern.REMOVED, Match.NAME)]
    desk.blocklist.block(new(), 1, "For good")
    assert found(desk, 2, name="X", external_id="wx1")[0] == (Concern.BLOCKED, Match.ID)
    assert found(desk, 2, name="Li Wei")[0] == (Concern.BLOCKED, Match.NAME)
    check = desk.joins.check(2, MemberFields("Li Wei"))
    assert check.serious
    assert check.findings[0].reason == "For good"


def test_a_linked_entry_is_looked_at_too(desk: Desk) -> None:
    make_member(desk, 2, "Li Wei", "wx1")
    make_member(desk, 2, "Wei", "wx2")
    desk.blocklist.block(new(), 1, "For good")
    assert found(desk, name="X", external_id="wx2") == [(Concern.KNOWN, Match.ID)]
    desk.persons.link(new(), 2, 1, "One")
    assert (Concern.BLOCKED, Match.LINKED) in found(desk, name="X", external_id="wx2")


def test_the_check_writes_nothing_and_its_answer_goes_to_the_log(desk: Desk) -> None:
    head = desk.ledger.head()
    desk.joins.check(1, MemberFields("Li Wei"))
    assert desk.ledger.head() == head
    answer = JoinAnswer(fits_purpose=True, belongs=True)
    receipt = desk.members.add(new(), 1, MemberFields("Li Wei"), answer)
    said = desk.audit.detail(receipt.seq).changes[0][1]
    assert said["fits_purpose"] is True
    assert said["belongs"] is True
    assert "let_in_reason" not in said
