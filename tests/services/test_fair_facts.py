# SPDX-License-Identifier: MIT
"""What the records say before a removal: only what still counts."""

import uuid

import pytest

from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.fairness import FairFacts
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services.desk import Desk
from groupdesk.services.fair_facts import fair_facts
from tests.helpers import RULES, MovableClock, make_group, make_member, rule_id, talk, warning


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def facts(desk: Desk, member: int, rule: int, happened_at: str = "") -> FairFacts:
    clock = desk.clock
    assert isinstance(clock, MovableClock)
    with desk.ledger.reading():
        stay, cited = Membership.get_by_id(member), Rule.get_by_id(rule)
        return fair_facts(desk.ledger.database, stay, cited, clock.text, happened_at)


def test_nothing_is_found_where_nothing_was_done(desk: Desk, member: int) -> None:
    found = facts(desk, member, rule_id(desk, 1))
    assert (found.reminders, found.warnings, found.talks, found.answered_at) == (0, 0, 0, "")
    assert found.ladder_has_reminder
    assert found.ladder_has_final_warning


def test_only_what_arrived_and_still_counts_is_counted(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    warning(desk, member, rule, 1, sent_at=clock.text)
    warning(desk, member, rule, 2, sent_at=clock.ago(days=100))
    warning(desk, member, rule, 2)
    lost = warning(desk, member, rule, 2, sent_at=clock.text)
    desk.warnings.mark_not_delivered(uuid.uuid4(), lost)
    lifted = warning(desk, member, rule, 4, sent_at=clock.text)
    desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, lifted, "Not so")
    found = facts(desk, member, rule)
    assert (found.reminders, found.warnings, found.final_warning_at) == (1, 0, "")
    kept = warning(desk, member, rule, 4, sent_at=clock.text)
    desk.warnings.acknowledge(uuid.uuid4(), kept, "I see")
    talk(desk, member)
    found = facts(desk, member, rule)
    assert (found.warnings, found.final_warning_at) == (1, clock.text)
    assert (found.talks, found.last_talk_at, found.answered_at) == (1, clock.text, clock.text)


def test_the_rule_must_have_been_in_force_when_it_was_broken(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1, "R2")
    published = clock.text
    clock.move(days=10)
    assert facts(desk, member, rule, clock.ago(days=11)).published_before_breach is False
    inside = facts(desk, member, rule, clock.ago(days=9))
    assert (inside.published_before_breach, inside.rule_version) == (True, 1)
    assert inside.rule_published_at == published
    desk.rules.publish(uuid.uuid4(), 1, RULES[:1], based_on=1)  # R2 is given up
    clock.move(days=1)
    assert facts(desk, member, rule, clock.ago(hours=1)).published_before_breach is False
    assert facts(desk, member, rule, clock.ago(days=5)).published_before_breach is True
