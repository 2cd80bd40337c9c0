# SPDX-License-Identifier: MIT
"""Which open case an act joins, as docs/decisions/24-joining-a-case.md has it."""

import itertools
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from groupdesk.domain.case_records import CaseRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Ground
from groupdesk.domain.talk_records import PlanRequest
from groupdesk.services.desk import Desk
from tests.helpers import (
    RULES,
    MovableClock,
    make_desk,
    make_group,
    make_member,
    removal,
    rule_id,
    talk,
    warning,
)

new = uuid.uuid4
_names = itertools.count(1)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A group in which each test has a member of its own."""
    made = make_desk(tmp_path_factory.mktemp("joining"), MovableClock())
    make_group(made)
    yield made
    made.close()


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, 1, f"Member {next(_names)}")


def _by_hand(desk: Desk, member: int, code: str) -> None:
    rule = rule_id(desk, 1, code) if code else None
    desk.case_acts.open(CaseRequest(new(), member, rule, "He sends offers to everybody."))


def _talk(desk: Desk, member: int, code: str) -> None:
    talk(desk, member, rule_id=rule_id(desk, 1, code) if code else None)


def _message(desk: Desk, member: int, codes: str) -> None:
    """Send a reminder about rules: "R1", "R1 R2", or none."""
    rules = [rule_id(desk, 1, code) for code in codes.split()]
    first, further = (rules[0], tuple(rules[1:])) if rules else (None, ())
    warning(desk, member, first, 1, sent_at=to_text(desk.clock()), further=further)


def _removal(desk: Desk, member: int, code: str) -> None:
    rule = rule_id(desk, 1, code) if code else None
    ground = Ground.BREACH if code else Ground.INACTIVE
    desk.removals.decide(removal(desk, member, rule, ground=ground))


Act = tuple[Callable[[Desk, int, str], None], str]


@pytest.mark.parametrize(
    ("acts", "cases"),
    [
        # the same rule, and another one
        ([(_message, "R1"), (_talk, "R1"), (_removal, "R1")], {"R1": 3}),
        ([(_message, "R1"), (_message, "R2")], {"R1": 1, "R2": 1}),
        # a case that named no rule takes the rule of the first act that names one
        ([(_talk, ""), (_message, "R1")], {"R1": 2}),
        ([(_by_hand, ""), (_message, "R1")], {"R1": 1}),
        ([(_message, ""), (_removal, "R2")], {"R2": 2}),
        ([(_talk, ""), (_message, "R1"), (_message, "R2")], {"R1": 2, "R2": 1}),
        ([(_message, "R1"), (_by_hand, ""), (_talk, "R1")], {"R1": 2, "": 0}),
        # an act that names no rule belongs to what is going on
        ([(_message, "R1"), (_talk, ""), (_message, "")], {"R1": 3}),
        ([(_message, "R1"), (_message, "R2"), (_talk, "")], {"R1": 1, "R2": 2}),
        # a message about several rules: the first of them that has a case
        ([(_message, "R2"), (_message, "R1 R2")], {"R2": 2}),
        ([(_message, "R2"), (_message, "R1"), (_message, "R1 R2")], {"R1": 2, "R2": 1}),
        ([(_message, "R1 R2"), (_message, "R2")], {"R1": 1, "R2": 1}),
        # a removal on other grounds is a matter of its own
        ([(_message, "R1"), (_removal, "")], {"R1": 1, "": 1}),
        ([(_talk, ""), (_removal, "")], {"": 2}),
        ([(_removal, ""), (_message, "R1")], {"": 1, "R1": 1}),
    ],
)
def test_an_act_joins_the_case_of_its_rule_or_what_is_going_on(
    desk: Desk, member: int, acts: list[Act], cases: dict[str, int]
) -> None:
    for act, code in acts:
        act(desk, member, code)
    found = desk.cases.rows(membership_id=member)
    assert {row.rule_code: row.acts for row in found} == cases
    assert len(found) == len(cases)
    named = {"": "", "R1": "Stay on topic", "R2": "No advertising"}
    assert all(row.rule_title == named[row.rule_code] for row in found)


def test_the_log_vouches_for_the_rule_that_a_case_took(desk: Desk, member: int) -> None:
    _talk(desk, member, "")
    _message(desk, member, "R1")
    assert desk.verifier.run().findings == ()


def test_a_talk_that_was_planned_in_a_case_is_held_in_it(desk: Desk, member: int) -> None:
    _message(desk, member, "R1")
    tomorrow = (desk.clock() + timedelta(days=1)).date().isoformat()
    plan = desk.talk_plans.plan(
        PlanRequest(new(), member, due_on=tomorrow, rule_id=rule_id(desk, 1, "R1"))
    ).subject_id
    _message(desk, member, "R2")
    talk(desk, member, rule_id=None, plan_id=plan)
    assert {row.rule_code: row.acts for row in desk.cases.rows(membership_id=member)} == {
        "R1": 2,
        "R2": 1,
    }


def test_a_case_that_took_a_rule_follows_it_to_its_new_code(desk: Desk) -> None:
    """The rule came into force after the case was opened, and was renumbered after that."""
    group = make_group(desk, "Borealis", rules=False)
    member = make_member(desk, group)
    talk(desk, member)
    desk.rules.publish(new(), group, RULES)
    warning(desk, member, rule_id(desk, group, "R1"), sent_at=to_text(desk.clock()))
    first, *others = RULES
    in_front = replace(first, titles={"en": "Be kind"}, texts={"en": "Be kind."})
    moved = [in_front, replace(first, code="R9"), *others]
    desk.rules.publish(new(), group, moved, based_on=1)
    warning(desk, member, rule_id(desk, group, "R9"), sent_at=to_text(desk.clock()))
    (row,) = desk.cases.rows(group_id=group)
    assert (row.acts, row.rule_title) == (3, "Stay on topic")
    warning(desk, member, rule_id(desk, group, "R1"), sent_at=to_text(desk.clock()))
    assert [r.rule_title for r in desk.cases.rows(group_id=group)] == ["Be kind", "Stay on topic"]


def test_a_case_from_before_is_known_by_what_its_rule_was_called(desk: Desk, member: int) -> None:
    _message(desk, member, "R1")
    with desk.ledger.writing():
        desk.workspace.database.execute_sql("UPDATE case_file SET rule_id = NULL")
    _message(desk, member, "R1")
    (row,) = desk.cases.rows(membership_id=member)
    assert (row.acts, row.rule_title) == (2, "Stay on topic")
