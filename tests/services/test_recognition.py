# SPDX-License-Identifier: MIT
"""What members did well."""

import uuid

import pytest

from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, make_group, make_member


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def record(desk: Desk, member: int, text: str = "Helped newcomers", day: str = "") -> int:
    return desk.recognition.record(uuid.uuid4(), member, text, day).subject_id


def test_it_stands_in_the_timeline_and_is_remembered_for_the_person(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    other = make_member(desk, make_group(desk, "Borealis"), "Wei", "u2")
    persons = [desk.members.row(one).person_id for one in (member, other)]
    record(desk, other, "Wrote a guide", "2026-04-12")
    record(desk, member)
    assert [one.text for one in desk.recognition.of_member(member)] == ["Helped newcomers"]
    desk.persons.link(uuid.uuid4(), persons[1], persons[0], "Two phones")
    found = desk.recognition.of_member(member)
    assert [(one.text, one.happened_on, one.group_name) for one in found] == [
        ("Helped newcomers", "2026-06-01", ""),
        ("Wrote a guide", "2026-04-12", "Borealis"),
    ]
    entries = desk.timeline.of_member(member, everywhere=True)
    assert [(e.kind, e.text, e.elsewhere, e.case_number) for e in entries] == [
        ("recognition", "Helped newcomers", "", 0),
        ("recognition", "Wrote a guide", "Borealis", 0),
    ]
    assert [e.text for e in desk.timeline.of_member(member)] == ["Helped newcomers"]
    assert len(desk.timeline.of_person(persons[0])) == 2
    assert desk.cases.rows() == ()
    assert desk.verifier.run().findings == ()


def test_it_is_taken_back_with_a_reason_and_stays_on_record(desk: Desk, member: int) -> None:
    one = record(desk, member)
    with pytest.raises(ValidationError, match="reason_missing"):
        desk.recognition.take_back(uuid.uuid4(), one, " ")
    desk.recognition.take_back(uuid.uuid4(), one, "It was somebody else")
    assert desk.recognition.of_member(member) == ()
    (entry,) = desk.timeline.of_member(member)
    assert (entry.text, entry.reversed_by, entry.reversal_reason) == (
        "Helped newcomers",
        "Mei",
        "It was somebody else",
    )
    for gone in (one, 99):
        with pytest.raises(StateChangedError, match="already_taken_back") as caught:
            desk.recognition.take_back(uuid.uuid4(), gone, "Again")
        clear_error(caught.value)
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize(
    ("text", "day", "field"),
    [
        (" ", "", "text"),
        ("x" * 100_000, "", "text"),
        ("\ud800", "", "text"),
        ("Helped", "2026-06-02", "happened_on"),
        ("Helped", "lately", "happened_on"),
    ],
)
def test_what_is_none_is_refused(desk: Desk, member: int, text: str, day: str, field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        record(desk, member, text, day)
    assert caught.value.field == field
    clear_error(caught.value)
    assert desk.timeline.of_member(member) == ()


def test_nothing_is_added_in_an_archived_group(desk: Desk, member: int) -> None:
    one = record(desk, member)
    desk.groups.archive(uuid.uuid4(), 1, "Over")
    with pytest.raises(RefusedError, match="group_archived"):
        record(desk, member)
    with pytest.raises(RefusedError, match="group_archived"):
        desk.recognition.take_back(uuid.uuid4(), one, "Not so")
    assert len(desk.recognition.of_member(member)) == 1
