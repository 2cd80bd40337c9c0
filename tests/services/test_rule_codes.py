# SPDX-License-Identifier: MIT
"""A rule that got another code is the same rule: for its open case, and for how it read then."""

import uuid
from dataclasses import replace

from groupdesk.models.rules import Rule
from groupdesk.services.desk import Desk
from groupdesk.services.rule_codes import code_at
from tests.helpers import RULES, MovableClock, make_group, make_member, rule_id, warning


def _renumber(desk: Desk, group: int) -> None:
    """Put a new rule in front, so that each other one is a number further."""
    first, second, third = RULES
    new = replace(first, titles={"en": "Be kind"}, texts={"en": "Be kind."})
    moved = (new, replace(first, code="R2"), replace(second, code="R3"), replace(third, code="R4"))
    desk.rules.publish(uuid.uuid4(), group, moved, based_on=1)


def test_a_rule_is_followed_back_to_the_code_it_had(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    before = clock.text
    clock.move(days=1)
    _renumber(desk, group)
    now = clock.text
    with desk.ledger.reading():
        first, second = (Rule.get_by_id(rule_id(desk, group, code)) for code in ("R1", "R2"))
        assert code_at(second, before) == "R1"
        assert code_at(first, before) == ""
        assert code_at(second, now) == "R2"
        assert code_at(second, "2020-01-01T00:00:00.000Z") == ""
        old = Rule.get((Rule.rulebook != first.rulebook_id) & (Rule.code == "R1"))
        assert code_at(old, now) == "R2"


def test_a_breach_joins_the_open_case_of_its_rule_and_not_of_its_number(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk)
    member = make_member(desk, group, "A")
    warning(desk, member, rule_id(desk, group, "R1"), sent_at=clock.text)
    clock.move(days=1)
    _renumber(desk, group)
    warning(desk, member, rule_id(desk, group, "R1"), sent_at=clock.text)
    warning(desk, member, rule_id(desk, group, "R2"), sent_at=clock.text)
    first, second = desk.cases.rows(membership_id=member)[::-1]
    assert (first.rule_code, first.acts) == ("R1", 2)
    assert (second.rule_code, second.acts) == ("R1", 1)


def test_a_case_has_the_title_that_its_rule_had(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    member = make_member(desk, group, "A")
    warning(desk, member, rule_id(desk, group, "R1"), sent_at=clock.text)
    clock.move(days=1)
    _renumber(desk, group)
    assert desk.cases.rows(membership_id=member)[0].rule_title == "Stay on topic"
