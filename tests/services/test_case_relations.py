# SPDX-License-Identifier: MIT
"""Cases that belong together: found by themselves, and said by hand."""

import uuid

import pytest

from groupdesk.domain.case_enums import RelatedHow
from groupdesk.domain.clock import to_text
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, make_group, make_member, rule_id, warning

new = uuid.uuid4


def related(desk: Desk, number: int) -> list[tuple[int, RelatedHow]]:
    return [(one.row.number, one.how) for one in desk.case_relations.of_case(number)]


def case(desk: Desk, member: int, group: int, code: str = "R1") -> int:
    warning(desk, member, rule_id(desk, group, code), sent_at=to_text(desk.clock()))
    return max(row.number for row in desk.cases.rows(membership_id=member))


def test_the_same_person_is_found_in_all_groups_and_under_all_entries(desk: Desk) -> None:
    one, two = make_group(desk), make_group(desk, "Borealis")
    first = case(desk, make_member(desk, one, "Li", "wx1"), one)
    there = case(desk, make_member(desk, two, "Li", "wx1"), two, "R2")
    linked = case(desk, make_member(desk, two, "Lily"), two, "R3")
    assert related(desk, first) == [(there, RelatedHow.SAME_PERSON)]
    desk.persons.link(new(), 2, 1, "Same phone")
    assert related(desk, first) == [
        (linked, RelatedHow.SAME_PERSON),
        (there, RelatedHow.SAME_PERSON),
    ]
    assert (first, RelatedHow.SAME_PERSON) in related(desk, linked)


def test_the_same_rule_is_found_in_the_group_for_some_weeks(
    desk: Desk, clock: MovableClock
) -> None:
    group, other = make_group(desk), make_group(desk, "Borealis")
    members = [make_member(desk, group, name) for name in ("Li", "Wu", "Xu", "Yu")]
    first = case(desk, members[0], group)
    case(desk, make_member(desk, other, "Zu"), other)  # another group's R1 is another rule
    case(desk, members[1], group, "R2")
    clock.move(days=29)
    second = case(desk, members[2], group)
    clock.move(days=29)
    third = case(desk, members[3], group)
    rule = RelatedHow.SAME_RULE
    assert related(desk, first) == [(second, rule)]
    assert related(desk, second) == [(third, rule), (first, rule)]


def test_cases_are_put_together_by_hand_and_taken_apart(desk: Desk) -> None:
    group = make_group(desk)
    one = case(desk, make_member(desk, group, "Li"), group)
    two = case(desk, make_member(desk, group, "Wu"), group, "R2")
    assert related(desk, one) == []
    desk.case_acts.relate(new(), one, two, "They answer each other.")
    (found,) = desk.case_relations.of_case(two)
    assert (found.row.number, found.how, found.reason, found.operator) == (
        one,
        RelatedHow.BY_HAND,
        "They answer each other.",
        "Mei",
    )
    for ours, theirs in ((one, two), (two, one)):
        with pytest.raises(StateChangedError, match="case_related") as caught:
            desk.case_acts.relate(new(), ours, theirs, "Again")
        clear_error(caught.value)
    desk.case_acts.unrelate(new(), two, one, "Only by chance.")
    assert related(desk, one) == related(desk, two) == []
    with pytest.raises(StateChangedError, match="case_related"):
        desk.case_acts.unrelate(new(), one, two, "Twice")
    desk.case_acts.relate(new(), two, one, "After all.")
    assert related(desk, one) == [(two, RelatedHow.BY_HAND)]
    entries = [(e.kind.value, e.other_case, e.text) for e in desk.case_entries.of_case(two)]
    assert entries == [
        ("unrelated", one, "Only by chance."),
        ("related", one, "After all."),
    ]
    assert desk.verifier.run().findings == ()


def test_a_case_belongs_to_another_one_that_exists(desk: Desk) -> None:
    group = make_group(desk)
    number = case(desk, make_member(desk, group), group)
    for other in (number, 99):
        with pytest.raises(ValidationError, match="other_case_unknown") as caught:
            desk.case_acts.relate(new(), number, other, "Why not")
        assert caught.value.field == "other"
        clear_error(caught.value)
    with pytest.raises(ValidationError, match="reason_missing"):
        desk.case_acts.relate(new(), number, 99, " ")
    with pytest.raises(StateChangedError, match="case_gone"):
        desk.case_relations.of_case(99)
