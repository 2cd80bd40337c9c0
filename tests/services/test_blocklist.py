# SPDX-License-Identifier: MIT
"""The blocklist: shared by all groups, with reasons, append only."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from groupdesk.domain.decision_enums import BlockState
from groupdesk.domain.errors import (
    GroupDeskError,
    RefusedError,
    StateChangedError,
    ValidationError,
)
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, make_group, make_member, ready_desk, talk

new = uuid.uuid4


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = ready_desk(tmp_path, MovableClock())
    make_group(made)
    make_member(made, 1, "Li Wei", "wx1")
    make_member(made, 1, "赵敏", "wx2")
    yield made
    made.close()


def names(desk: Desk, text: str = "", *, lifted: bool = False) -> list[str]:
    return [row.name for row in desk.blocklist.rows(text, lifted=lifted)]


def test_who_is_blocked_is_listed_with_reason_and_case(desk: Desk) -> None:
    talk(desk, 1)
    desk.blocklist.block(new(), 1, "Sold fake vouchers", 1)
    (row,) = desk.blocklist.rows()
    assert (row.name, row.reason, row.operator) == ("Li Wei", "Sold fake vouchers", "Mei")
    assert (row.case_number, row.groups, row.state) == (1, 1, BlockState.BLOCKED)
    assert desk.persons.get(1).blocked is not None
    assert desk.members.detail(1).marks.blocked
    assert desk.verifier.run().findings == ()


def test_lifting_is_an_entry_of_its_own(desk: Desk) -> None:
    desk.blocklist.block(new(), 1, "Sold fake vouchers")
    desk.blocklist.lift(new(), 1, "It was a mix-up")
    assert names(desk) == []
    assert names(desk, lifted=True) == ["Li Wei"]
    one = desk.persons.get(1)
    assert [block.reason for block in one.blocks] == ["It was a mix-up", "Sold fake vouchers"]
    assert one.blocked is None
    desk.blocklist.block(new(), 1, "Again")
    assert names(desk) == ["Li Wei"]
    assert names(desk, lifted=True) == []


@pytest.mark.parametrize("text", ["zhao", "zm", "赵", "wx2", "voucher"])
def test_search_finds_names_in_pinyin_ids_and_reasons(desk: Desk, text: str) -> None:
    desk.blocklist.block(new(), 1, "Insults")
    desk.blocklist.block(new(), 2, "Vouchers")
    assert names(desk, text) == ["赵敏"]


def test_search_in_reasons_asks_for_no_accents(desk: Desk) -> None:
    desk.blocklist.block(new(), 1, "Reklama od Łukasza, für Möbel")
    assert len(desk.blocklist.rows("lukasza")) == len(desk.blocklist.rows("FUR MOBEL")) == 1


def test_a_block_holds_for_linked_entries_and_stays_with_its_own(desk: Desk) -> None:
    desk.blocklist.block(new(), 1, "Insults")
    desk.persons.link(new(), 1, 2, "One")
    assert desk.members.detail(2).marks.blocked
    with pytest.raises(StateChangedError, match="person_blocked"):
        desk.blocklist.block(new(), 2, "Insults")
    desk.persons.unlink(new(), 1, "Two")
    assert not desk.members.detail(2).marks.blocked
    desk.persons.link(new(), 1, 2, "One")
    desk.blocklist.lift(new(), 2, "Over")
    desk.persons.unlink(new(), 1, "Two")
    assert not desk.members.detail(1).marks.blocked


def test_what_cannot_be_says_why(desk: Desk) -> None:
    desk.members.edit(new(), 2, MemberFields("赵敏", external_id="wx2", protected=True))
    talk(desk, 2)
    calls: list[tuple[type[GroupDeskError], str, int, str, int | None]] = [
        (ValidationError, "reason_missing", 1, " ", None),
        (RefusedError, "person_protected_block", 2, "Insults", None),
        (StateChangedError, "person_gone", 99, "Insults", None),
        (ValidationError, "case_of_other_person", 1, "Insults", 1),
    ]
    for kind, code, person, reason, case in calls:
        with pytest.raises(kind) as caught:
            desk.blocklist.block(new(), person, reason, case)
        assert caught.value.code == code
        clear_error(caught.value)
    with pytest.raises(StateChangedError) as gone:
        desk.blocklist.lift(new(), 1, "Why not")
    assert gone.value.code == "person_not_blocked"
    assert names(desk) == []
