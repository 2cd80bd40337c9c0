# SPDX-License-Identifier: MIT
"""Rulebooks: versions, and that a published one never changes."""

import sqlite3
import uuid
from contextlib import closing
from dataclasses import replace

import pytest

from groupdesk.domain.enums import Severity, SubjectKind
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.services.desk import Desk
from tests.helpers import (
    RULES,
    MovableClock,
    clear_error,
    make_group,
    make_member,
    rule_id,
    warning,
)


def test_versions_follow_one_another_and_the_newest_holds(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    assert desk.rules.current(group) is None
    desk.rules.publish(uuid.uuid4(), group, RULES, note="First")
    desk.rules.publish(uuid.uuid4(), group, RULES[:1], based_on=1)
    newest, oldest = desk.rules.versions(group)
    assert (newest.version, oldest.version, oldest.note) == (2, 1, "First")
    assert [rule.code for rule in oldest.rules] == ["R1", "R2", "R3"]
    assert oldest.rules[0].titles == {"en": "Stay on topic", "zh": "不跑题"}
    assert desk.rules.current(group) == newest
    assert desk.groups.get(group).rules_version == 2


def test_a_version_published_meanwhile_is_noticed(desk: Desk) -> None:
    group = make_group(desk)
    draft = desk.drafts.save("rules", {"rules": []}, group_id=group)
    with pytest.raises(StateChangedError, match="rules_published") as caught:
        desk.rules.publish(uuid.uuid4(), group, RULES, based_on=0, draft_id=draft.id)
    clear_error(caught.value)
    assert desk.drafts.load("rules", group_id=group) == draft
    desk.rules.publish(uuid.uuid4(), group, RULES, based_on=1, draft_id=draft.id)
    assert desk.drafts.load("rules", group_id=group) is None


def test_rules_that_cannot_be_published_leave_the_old_ones(desk: Desk) -> None:
    group = make_group(desk)
    bad = RuleDraft("", Severity.MINOR, {}, {})
    with pytest.raises(ValidationError):
        desk.rules.publish(uuid.uuid4(), group, [bad], based_on=1)
    with pytest.raises(ValidationError) as caught:
        desk.rules.publish(uuid.uuid4(), group, RULES, based_on=1, note="\ud800")
    assert caught.value.field == "note"
    assert desk.groups.get(group).rules_version == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE rule SET severity = 'minor'",
        "DELETE FROM rule",
        "UPDATE rulebook SET published_at = '2020-01-01T00:00:00.000Z'",
        "DELETE FROM rulebook",
        "REPLACE INTO rule SELECT * FROM rule",
    ],
)
def test_a_published_version_cannot_be_changed_even_with_sql(desk: Desk, statement: str) -> None:
    before = desk.rules.versions(make_group(desk))
    with closing(sqlite3.connect(desk.workspace.database.path)) as connection:
        connection.execute("PRAGMA recursive_triggers = 1")
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            connection.execute(statement)
    assert desk.rules.versions(1) == before


def test_breaches_are_counted_over_all_versions(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    warning(desk, make_member(desk, group), rule_id(desk, group), sent_at=clock.text)
    desk.rules.publish(uuid.uuid4(), group, RULES, based_on=1)
    book = desk.rules.current(group)
    assert book is not None
    assert [rule.breaches for rule in book.rules] == [1, 0, 0]


def test_only_what_was_sent_and_stands_is_a_breach(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    member, rule = make_member(desk, group), rule_id(desk, group)
    warning(desk, member, rule)
    standing = warning(desk, member, rule, sent_at=clock.text)
    lifted = warning(desk, member, rule, sent_at=clock.text)
    desk.warnings.acknowledge(uuid.uuid4(), standing)
    desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, lifted, "A mistake of ours.")
    book = desk.rules.current(group)
    assert book is not None
    assert book.rules[0].breaches == 1


def test_breaches_follow_a_rule_to_its_new_code(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    warning(desk, make_member(desk, group), rule_id(desk, group), sent_at=clock.text)
    first, second, third = RULES
    other = replace(second, code="R1"), replace(first, code="R2"), third
    desk.rules.publish(uuid.uuid4(), group, other, based_on=1)
    desk.rules.publish(uuid.uuid4(), group, other[:1], based_on=2)
    desk.rules.publish(uuid.uuid4(), group, other, based_on=3)
    book = desk.rules.current(group)
    assert book is not None
    assert [(rule.code, rule.breaches) for rule in book.rules] == [("R1", 0), ("R2", 1), ("R3", 0)]
    oldest = desk.rules.versions(group)[-1]
    assert [(rule.code, rule.breaches) for rule in oldest.rules] == [
        ("R1", 1),
        ("R2", 0),
        ("R3", 0),
    ]
