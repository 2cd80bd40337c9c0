# SPDX-License-Identifier: MIT
"""What the records say before a removal: only what still counts."""

import uuid

import pytest

from groupdesk.domain.enums import FairItem, Ground, Severity, SubjectKind
from groupdesk.domain.fairness import FairFacts, FairFound, FairState, fair_process
from groupdesk.domain.talk_enums import NotHeld
from groupdesk.models.people import Membership
from groupdesk.models.rules import Rule
from groupdesk.services.desk import Desk
from groupdesk.services.fair_facts import fair_facts, rule_in_force
from tests.helpers import RULES, MovableClock, make_group, make_member, rule_id, talk, warning


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def facts(desk: Desk, member: int, rule: int, happened_at: str = "") -> FairFacts:
    clock = desk.clock
    assert isinstance(clock, MovableClock)
    with desk.ledger.reading():
        stay, cited = Membership.get_by_id(member), Rule.get_by_id(rule)
        database = desk.ledger.database
        then = rule_in_force(database, cited, happened_at or clock.text)
        return fair_facts(database, stay, cited, clock.text, then)


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
    assert found.found == {
        FairItem.REMINDED: FairFound(SubjectKind.WARNING, 1, 1),
        FairItem.WARNED: FairFound(SubjectKind.WARNING, kept, 1),
        FairItem.FINAL_WARNED: FairFound(SubjectKind.WARNING, kept, 1),
        FairItem.ANSWERED: FairFound(SubjectKind.WARNING, kept, 1),
        FairItem.TALKED: FairFound(SubjectKind.TALK, 1, 1),
    }


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


def test_a_talk_counts_whichever_entry_and_case_of_the_person_it_is_in(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    other = make_member(desk, 1, "Wei", "u2")
    elsewhere = make_member(desk, make_group(desk, "Borealis"), "Wei", "u3")
    rule = rule_id(desk, 1)
    persons = [desk.members.row(one).person_id for one in (member, other, elsewhere)]
    desk.persons.link(uuid.uuid4(), persons[1], persons[0], "Two phones")
    talk(desk, other, rule_id=rule_id(desk, 1, "R2"), happened_at=clock.ago(days=3))
    talk(desk, elsewhere)
    assert (facts(desk, elsewhere, rule).talks, desk.cases.rows()[-1].rule_code) == (1, "R2")
    for entry in (member, other):
        found = facts(desk, entry, rule)
        assert (found.talks, found.last_talk_at) == (1, clock.ago(days=3))
    desk.persons.unlink(uuid.uuid4(), persons[1], "A namesake")
    assert (facts(desk, member, rule).talks, facts(desk, other, rule).talks) == (0, 1)


def test_a_talk_that_was_only_offered_is_told_and_is_no_talk(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    talk(desk, member, not_held=NotHeld.NO_ANSWER, happened_at=clock.ago(days=4))
    talk(desk, member, not_held=NotHeld.DECLINED, happened_at=clock.ago(days=2))
    found = facts(desk, member, rule)
    assert (found.talks, found.last_talk_at) == (0, "")
    assert found.talk_offered == (2, clock.ago(days=2))
    lines = fair_process(Ground.BREACH, Severity.MINOR, found, has_reason=True, screenshots=1)
    line = next(line for line in lines if line.item is FairItem.TALKED)
    assert (line.state, line.count, line.at) == (FairState.MISSING, 2, clock.ago(days=2))
    talk(desk, member, happened_at=clock.ago(days=9))
    assert facts(desk, member, rule).last_talk_at == clock.ago(days=9)


def test_a_friendly_reminder_is_a_reminder_for_as_long_as_one_of_the_ladder(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    warning(desk, member, rule, 0, sent_at=clock.text)
    first = clock.text
    found = facts(desk, member, rule)
    assert (found.reminders, found.last_reminder_at, found.warnings) == (1, first, 0)
    assert desk.members.row(member).standing == 0
    lost = warning(desk, member, rule, 0, sent_at=clock.text)
    desk.warnings.mark_not_delivered(uuid.uuid4(), lost)
    assert facts(desk, member, rule).reminders == 1
    clock.move(days=desk.groups.get(1).ladder.steps[0].days(Severity.MINOR) + 1)
    assert facts(desk, member, rule).reminders == 0
