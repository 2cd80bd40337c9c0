# SPDX-License-Identifier: MIT
"""Lists of cases go by the rule, not its number; and by the person, not one of their stays."""

import uuid
from dataclasses import replace

from groupdesk.domain.case_enums import CaseState, RelatedHow
from groupdesk.domain.case_records import CaseFilter
from groupdesk.services.desk import Desk
from tests.helpers import RULES, MovableClock, make_group, make_member, removal, rule_id, warning

new = uuid.uuid4


def _renumber(desk: Desk, group: int) -> None:
    """Put a new rule in front and leave the last one out, so that the others have other codes."""
    first, second, _third = RULES
    in_front = replace(first, titles={"en": "Be kind", "zh": "友善"}, texts={"en": "Be kind."})
    moved = (in_front, replace(first, code="R2"), replace(second, code="R10"))
    desk.rules.publish(new(), group, moved, based_on=1)


def test_filter_and_relations_follow_a_rule_that_was_renumbered(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk)
    li, wu, xu = (make_member(desk, group, name) for name in ("Li", "Wu", "Xu"))
    warning(desk, li, rule_id(desk, group, "R1"), sent_at=clock.text)  # case 1: on topic
    warning(desk, li, rule_id(desk, group, "R3"), sent_at=clock.text)  # case 2: left out later
    clock.move(days=1)
    _renumber(desk, group)
    warning(desk, wu, rule_id(desk, group, "R1"), sent_at=clock.text)  # case 3: be kind
    warning(desk, xu, rule_id(desk, group, "R2"), sent_at=clock.text)  # case 4: on topic
    warning(desk, xu, rule_id(desk, group, "R10"), sent_at=clock.text)  # case 5
    kind, topic, offers, gone = desk.cases.rules(group)
    assert [(r.code, r.title, r.cases, r.in_force) for r in (kind, topic, offers, gone)] == [
        ("R1", "Be kind", 1, True),
        ("R2", "Stay on topic", 2, True),
        ("R10", "No advertising", 1, True),
        ("R3", RULES[2].titles["en"], 1, False),
    ]
    shown = [set(desk.cases.ids(CaseFilter(rules=r.ids))) for r in (kind, topic, offers, gone)]
    assert shown == [{3}, {1, 4}, {5}, {2}]
    assert desk.cases.chip_counts(CaseFilter(rules=topic.ids)).states[CaseState.OPEN] == 2
    related = {
        one.row.number for one in desk.case_relations.of_case(4) if one.how is RelatedHow.SAME_RULE
    }
    assert related == {1}
    assert set(desk.cases.ids(CaseFilter(text="topic"))) == {1, 4}
    assert [desk.cases.get(n).rule_code for n in desk.cases.ids(CaseFilter(group), "rule")] == [
        *("R1", "R1", "R2", "R3", "R10"),
    ]


def test_groups_with_the_same_rule_share_a_line(desk: Desk, clock: MovableClock) -> None:
    groups = [make_group(desk, name) for name in ("Aurora", "Borealis")]
    for group in groups:
        member = make_member(desk, group)
        warning(desk, member, rule_id(desk, group, "R1"), sent_at=clock.text)
    (both,) = desk.cases.rules(None)
    assert (both.code, both.cases) == ("R1", 2)
    assert set(desk.cases.ids(CaseFilter(rules=both.ids))) == {1, 2}
    assert desk.cases.rules(groups[0])[0].cases == 1


def test_who_left_and_came_back_is_found_and_shown_as_they_are_now(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk)
    rule = rule_id(desk, group)
    first = make_member(desk, group, "Li Wei", "wx1")
    desk.removals.decide(removal(desk, first, rule, already_removed_at=clock.text))
    second = make_member(desk, group, "Zhang San", "wx1")
    row = desk.cases.get(1)
    assert (row.membership_id, row.member_name) == (second, "Zhang San")
    warning(desk, second, rule)  # to be confirmed, in the case of the first stay
    assert [row.acts for row in desk.cases.rows(membership_id=second)] == [2]
    assert desk.cases.rows(membership_id=first) == desk.cases.rows(membership_id=second)
    assert list(desk.cases.ids(CaseFilter(waiting=True))) == [1]
    assert desk.cases.chip_counts(CaseFilter()).waiting == 1
    for name in ("zhang", "li wei"):
        assert list(desk.cases.ids(CaseFilter(text=name))) == [1], name
    make_member(desk, group, "Mo")
    warning(desk, second + 1, rule)
    assert list(desk.cases.ids(CaseFilter(), "member")) == [2, 1], "Mo, Zhang San"
