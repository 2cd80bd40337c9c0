# SPDX-License-Identifier: MIT
"""Who was blocked or removed and is in a group again: named until somebody decided."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import ReturnChoice
from groupdesk.domain.enums import SubjectKind, Term
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.import_records import ImportFormat, ImportRow, ReadResult
from groupdesk.domain.person_records import Concern, JoinAnswer, Match
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    make_group,
    ready_desk,
    removal,
    rule_id,
)

new = uuid.uuid4
PHONE, EMAIL = "+86 138 0013 8000", "li.wei@example.com"


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def desk(tmp_path: Path, clock: MovableClock) -> Iterator[Desk]:
    made = ready_desk(tmp_path, clock)
    make_group(made)
    make_group(made, "Borealis")
    yield made
    made.close()


def add(desk: Desk, name: str, group: int = 1, reason: str = "", **fields: Any) -> int:
    answer = JoinAnswer(let_in_reason=reason) if reason else None
    return desk.members.add(new(), group, MemberFields(name, **fields), answer).subject_id


def removed(desk: Desk, name: str = "Li Wei", **values: object) -> int:
    """Remove somebody from Aurora; return the removal."""
    member = add(desk, name, external_id="wx1", phone=PHONE, email=EMAIL)
    request = removal(
        desk, member, rule_id(desk, 1), already_removed_at=to_text(desk.clock()), **values
    )
    return desk.removals.decide(request).subject_id


def told(desk: Desk) -> list[tuple[str, str, Concern, Match]]:
    return [(a.name, a.group_name, a.concern, a.match) for a in desk.returns.alerts()]


def test_somebody_removed_who_is_added_again_is_named(desk: Desk) -> None:
    removed(desk)
    assert told(desk) == []
    add(desk, "Li Wei", external_id="wx1")
    assert told(desk) == [("Li Wei", "Aurora", Concern.REMOVED, Match.SAME)]
    (item,) = [item for item in desk.todo.all() if item.kind == "returned"]
    assert item.alert is not None
    assert item.alert.reason == "Advertised again after the final warning."


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({"email": "LI.WEI@example.com"}, Match.EMAIL),
        ({"phone": "13800138000"}, Match.PHONE),
    ],
)
def test_another_account_with_the_same_contact_is_named(
    desk: Desk, fields: dict[str, Any], match: Match
) -> None:
    removed(desk)
    add(desk, "Weiwei", external_id="wx7", **fields)
    assert told(desk) == [("Weiwei", "Aurora", Concern.REMOVED, match)]


def test_a_linked_account_is_named(desk: Desk) -> None:
    removed(desk)
    other = add(desk, "Weiwei", external_id="wx7")
    person = desk.members.row(other).person_id
    desk.persons.link(new(), person, 1, "Same voice")
    assert told(desk) == [("Weiwei", "Aurora", Concern.REMOVED, Match.LINKED)]
    desk.persons.unlink(new(), person, "A namesake")
    assert told(desk) == []


def test_a_removal_concerns_its_group_a_block_all(desk: Desk) -> None:
    removed(desk)
    add(desk, "Li Wei", 2, external_id="wx1")
    assert told(desk) == []
    desk.blocklist.block(new(), 1, "For good")
    assert told(desk) == [("Li Wei", "Borealis", Concern.BLOCKED, Match.SAME)]
    desk.blocklist.lift(new(), 1, "Made up")
    assert told(desk) == []


def test_a_removal_that_was_lifted_or_is_over_names_nobody(desk: Desk, clock: MovableClock) -> None:
    lifted = removed(desk)
    desk.reversals.record(new(), SubjectKind.REMOVAL, lifted, "Mistaken")
    add(desk, "Li Wei", external_id="wx1")
    assert told(desk) == []


def test_a_removal_until_a_day_holds_until_then(desk: Desk, clock: MovableClock) -> None:
    removed(desk, term=Term.UNTIL, until="2026-06-30")
    add(desk, "Li Wei", external_id="wx1")
    assert len(told(desk)) == 1
    clock.move(days=30)
    assert told(desk) == []


def test_letting_in_wants_a_reason_and_ends_the_alert(desk: Desk, clock: MovableClock) -> None:
    removed(desk)
    back = add(desk, "Li Wei", external_id="wx1")
    with pytest.raises(ValidationError) as caught:
        desk.returns.decide(new(), back, ReturnChoice.LET_IN, " ")
    assert caught.value.code == "reason_missing"
    desk.returns.decide(new(), back, ReturnChoice.LET_IN, "Apologised, and bought again")
    assert told(desk) == []
    assert desk.verifier.run().findings == ()
    clock.move(hours=1)
    desk.blocklist.block(new(), 1, "Something new")
    assert len(told(desk)) == 1, "what came later was not decided about"


def test_who_is_to_be_removed_stays_on_today_until_that_begins(desk: Desk) -> None:
    removed(desk)
    back = add(desk, "Li Wei", external_id="wx1")
    desk.returns.decide(new(), back, ReturnChoice.TO_REMOVE)
    assert [item.kind for item in desk.todo.all(back)] == ["to_remove"]
    desk.removals.decide(removal(desk, back, rule_id(desk, 1)))
    assert [item.kind for item in desk.todo.all(back)] == ["carry_out"]


def test_nothing_is_decided_about_somebody_who_is_gone(desk: Desk) -> None:
    removed(desk)
    with pytest.raises(StateChangedError) as caught:
        desk.returns.decide(new(), 1, ReturnChoice.TO_REMOVE)
    assert caught.value.code == "member_not_active"


def test_a_reason_given_with_the_add_decides_at_once(desk: Desk) -> None:
    removed(desk)
    add(desk, "Li Wei", external_id="wx1", reason="Apologised")
    assert told(desk) == []
    said = desk.audit.detail(desk.ledger.head()[0]).changes[0][1]
    assert said["let_in_reason"] == "Apologised"


def test_a_list_says_it_before_it_is_taken_in_and_today_after(desk: Desk) -> None:
    removed(desk)
    rows = [
        ImportRow(2, "Somebody", external_id="wx50"),
        ImportRow(3, "Weiwei", external_id="wx7", phone="13800138000"),
        ImportRow(4, "Li Wei", external_id="wx1"),
    ]
    result = ReadResult(ImportFormat.TABLE, "utf-8", "0" * 64, "list.csv", rows, [], [])
    preview = desk.imports.preview(result, 1)
    (note,) = [note for note in preview.summary.notes if note.code == "watched"]
    assert note.values["count"] == "2"
    assert set(note.values["names"].split(", ")) == {"Weiwei", "Li Wei"}
    desk.imports.apply(new(), preview)
    assert {name for name, *_ in told(desk)} == {"Weiwei", "Li Wei"}
    again = desk.imports.preview(result, 1)
    assert not [note for note in again.summary.notes if note.code == "watched"]


def test_only_who_came_after_being_blocked_is_back(desk: Desk, clock: MovableClock) -> None:
    stayed = add(desk, "Li Wei", external_id="wx1")
    clock.move(days=1)
    desk.blocklist.block(new(), desk.members.row(stayed).person_id, "Fake vouchers")
    clock.move(days=1)
    beta = make_group(desk, "Beta")
    came = add(desk, "Li Wei", beta, external_id="wx1")
    assert {a.membership_id: a.is_back for a in desk.returns.alerts()} == {
        stayed: False,
        came: True,
    }
