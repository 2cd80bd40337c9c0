# SPDX-License-Identifier: MIT
"""What is known of somebody before they are let in."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Language, Platform, SubjectKind, Term
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.group_size import Room
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitReason
from groupdesk.domain.person_records import Concern, JoinAnswer, Match
from groupdesk.domain.records import GroupFields, MemberFields
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    make_group,
    make_member,
    ready_desk,
    removal,
    rule_id,
    warning,
)
from tests.services.exit_cases import answered, asked, gone

new = uuid.uuid4


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = MovableClock()
    made = ready_desk(tmp_path, clock)
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


def test_who_was_removed_and_is_back_is_told_to_be_here(desk: Desk) -> None:
    stay = make_member(desk, 1, "Li Wei", "wx1")
    removed_at = to_text(desk.clock())
    desk.removals.decide(removal(desk, stay, rule_id(desk, 1), already_removed_at=removed_at))
    make_member(desk, 1, "Li Wei", "wx1")
    here = [(Concern.REMOVED, Match.ID), (Concern.IN_GROUP, Match.ID)]
    assert found(desk, name="Other", external_id="wx1") == here
    elsewhere = [(Concern.REMOVED_ELSEWHERE, Match.ID), (Concern.KNOWN, Match.ID)]
    assert found(desk, 2, name="Other", external_id="wx1") == elsewhere


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


def removed_and_lifted(desk: Desk) -> int:
    """Return a member who was warned, removed, and whose removal was lifted again."""
    member = make_member(desk, 1, "钱多多")
    warning(desk, member, rule_id(desk, 1), sent_at=MovableClock().text)
    when = MovableClock().text
    request = removal(desk, member, rule_id(desk, 1), already_removed_at=when)
    lifted = desk.removals.decide(request).subject_id
    desk.reversals.record(new(), SubjectKind.REMOVAL, lifted, "It was her brother.")
    return member


def test_a_lifted_removal_is_still_told_and_asks_for_no_reason(desk: Desk) -> None:
    removed_and_lifted(desk)
    check = desk.joins.check(1, MemberFields("钱多多"))
    (told,) = check.findings
    assert (told.concern, told.match) == (Concern.REMOVAL_LIFTED, Match.NAME)
    assert (told.at, told.reason) == (MovableClock().text, "It was her brother.")
    assert not check.serious
    assert desk.returns.alerts() == ()


def test_a_removal_whose_day_has_passed_is_still_told(desk: Desk) -> None:
    member = make_member(desk, 1, "Li Wei")
    when = MovableClock().text
    until = {"term": Term.UNTIL, "until": "2026-07-01"}
    desk.removals.decide(removal(desk, member, rule_id(desk, 1), already_removed_at=when, **until))
    assert found(desk, name="Li Wei") == [(Concern.REMOVED, Match.NAME)]
    assert isinstance(desk.clock, MovableClock)
    desk.clock.move(days=60)
    assert found(desk, name="Li Wei") == [(Concern.REMOVAL_OVER, Match.NAME)]


def test_the_same_person_comes_back_with_the_warning_that_stands(desk: Desk) -> None:
    member = desk.members.row(removed_and_lifted(desk))
    answer = JoinAnswer(same_as=member.person_id)
    receipt = desk.members.add(new(), 1, MemberFields("钱多多", external_id="wx9"), answer)
    back = desk.members.detail(receipt.subject_id)
    assert back.row.person_id == member.person_id
    assert back.row.standing == member.standing > 0
    assert back.fields.external_id == "wx9"
    assert {entry.kind for entry in desk.timeline.of_member(back.row.id)} == {"removal", "warning"}
    assert desk.audit.detail(receipt.seq).changes[0][1]["same_person"] is True
    assert found(desk, name="钱多多") == [(Concern.IN_GROUP, Match.NAME)]


def test_somebody_elses_account_is_not_taken_for_the_person_that_was_chosen(desk: Desk) -> None:
    member = desk.members.row(removed_and_lifted(desk))
    make_member(desk, 2, "Li Wei", "wx1")
    answer = JoinAnswer(same_as=member.person_id)
    fields = MemberFields("钱多多", external_id="wx1")
    with pytest.raises(ValidationError) as refused:
        desk.members.add(new(), 1, fields, answer)
    assert (refused.value.field, refused.value.code) == ("external_id", "account_taken")
    with pytest.raises(StateChangedError) as gone:
        desk.members.add(new(), 1, MemberFields("A"), JoinAnswer(same_as=999))
    assert gone.value.code == "person_gone"


def test_without_the_choice_the_same_name_is_another_person(desk: Desk) -> None:
    member = desk.members.row(removed_and_lifted(desk))
    other = desk.members.row(make_member(desk, 1, "钱多多"))
    assert other.person_id != member.person_id
    assert other.standing == 0


def test_earlier_exits_say_why_and_how_often(desk: Desk) -> None:
    for reason, words in ((ExitReason.TOO_BUSY, ""), (ExitReason.OTHER, "Moved to Wuhan")):
        stay = make_member(desk, 1, "Li Wei", "wx1")
        gone(desk, answered(desk, asked(desk, stay, reason=reason, reason_text=words)))
    (one,) = desk.joins.check(1, MemberFields("Li Wei", external_id="wx1")).findings
    assert (one.concern, one.times) == (Concern.LEFT, 2)
    assert (one.exit_reason, one.reason) == (ExitReason.OTHER, "Moved to Wuhan")


def test_a_request_that_was_recorded_by_mistake_says_nothing(desk: Desk) -> None:
    stay = make_member(desk, 1, "Li Wei", "wx1")
    answered(desk, asked(desk, stay, reason=ExitReason.TOO_BUSY), ExitEntryKind.MISTAKEN)
    gone(desk, answered(desk, asked(desk, stay, reason=ExitReason.JOB_CHANGED)))
    (one,) = desk.joins.check(1, MemberFields("Li Wei", external_id="wx1")).findings
    assert (one.exit_reason, one.times) == (ExitReason.JOB_CHANGED, 1)
