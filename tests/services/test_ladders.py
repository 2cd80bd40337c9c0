# SPDX-License-Identifier: MIT
"""Ladders in versions: what was given stays as it was, and everybody's standing follows."""

import json
import uuid
from datetime import timedelta

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Severity, StepKind, SubjectKind
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.ladder import DEFAULT_LADDER, Ladder, LadderStep, Terms
from groupdesk.services.desk import Desk
from groupdesk.services.lapses import bring_up_to_date
from groupdesk.words import Words
from tests.helpers import (
    MovableClock,
    clear_error,
    end_of_day,
    make_group,
    make_member,
    rule_id,
    warning,
)

R, W, F, X = StepKind
SHORT = Ladder(
    (LadderStep.alike(W, 60), LadderStep.alike(F, 120), LadderStep.alike(X, 0)),
    {Severity.MINOR: 1, Severity.SERIOUS: 2, Severity.ZERO_TOLERANCE: 3},
)
LONGER = SHORT._replace(steps=(LadderStep.alike(R, 20), *SHORT.steps))


@pytest.fixture
def group(desk: Desk) -> int:
    return make_group(desk)


def publish(desk: Desk, group: int, ladder: Ladder, based_on: int = 0, note: str = "") -> None:
    desk.ladders.publish(uuid.uuid4(), group, ladder, note=note, based_on=based_on)


def test_a_group_begins_with_version_nought(desk: Desk, group: int) -> None:
    (first,) = desk.ladders.versions(group)
    assert (first.version, first.ladder, first.published_at) == (0, DEFAULT_LADDER, "")
    assert desk.ladders.current(group) == first


def test_a_published_ladder_is_in_force_and_the_earlier_ones_can_be_looked_at(
    desk: Desk, clock: MovableClock, group: int
) -> None:
    publish(desk, group, SHORT, note="Fewer steps")
    clock.move(days=1)
    publish(desk, group, LONGER, based_on=1)
    assert [(v.version, v.ladder, v.note) for v in desk.ladders.versions(group)] == [
        (2, LONGER, ""),
        (1, SHORT, "Fewer steps"),
        (0, DEFAULT_LADDER, ""),
    ]
    assert desk.groups.get(group).ladder == LONGER
    assert desk.ladders.current(group).published_by == "Mei"
    assert desk.verifier.run().findings == ()


def test_the_log_has_the_ladder_before_and_after(desk: Desk, group: int) -> None:
    publish(desk, group, SHORT, note="Fewer steps")
    (row,) = desk.audit.rows(AuditFilter(action=Action.LADDER_PUBLISH))
    assert (row.subject_kind, row.subject, row.group_id) == (SubjectKind.LADDER, "Aurora", group)
    ((before, after),) = desk.audit.detail(row.seq).changes
    assert Ladder.from_json(str(before["ladder"])) == DEFAULT_LADDER
    assert Ladder.from_json(str(after["ladder"])) == SHORT
    assert (before["version"], after["version"], after["note"]) == (0, 1, "Fewer steps")


def test_two_at_once_are_told_and_nothing_is_overwritten(desk: Desk, group: int) -> None:
    publish(desk, group, SHORT)
    with pytest.raises(StateChangedError, match="ladder_published") as caught:
        publish(desk, group, LONGER)
    clear_error(caught.value)
    assert desk.ladders.current(group).ladder == SHORT


def test_the_same_operation_publishes_once(desk: Desk, group: int) -> None:
    operation = uuid.uuid4()
    first = desk.ladders.publish(operation, group, SHORT)
    again = desk.ladders.publish(operation, group, SHORT)
    assert (again.seq, again.repeated) == (first.seq, True)
    assert desk.ladders.current(group).version == 1


@pytest.mark.parametrize(
    ("ladder", "code"),
    [
        (SHORT._replace(steps=(LadderStep.alike(X, 0),)), "ladder_unusable"),
        (Ladder((), {}), "ladder_unusable"),
        (DEFAULT_LADDER, "ladder_unchanged"),
    ],
)
def test_what_cannot_work_is_refused(desk: Desk, group: int, ladder: Ladder, code: str) -> None:
    before = desk.audit.count()
    with pytest.raises(ValidationError, match=code) as caught:
        publish(desk, group, ladder)
    clear_error(caught.value)
    assert desk.audit.count() == before
    assert desk.ladders.current(group).version == 0


def test_an_archived_group_keeps_its_ladder(desk: Desk, group: int) -> None:
    desk.groups.archive(uuid.uuid4(), group, "Over")
    with pytest.raises(RefusedError, match="group_archived"):
        publish(desk, group, SHORT)
    with pytest.raises(StateChangedError, match="group_gone"):
        publish(desk, 99, SHORT)
    with pytest.raises(StateChangedError, match="group_gone"):
        desk.ladders.versions(99)


def test_publishing_takes_the_draft_with_it(desk: Desk, group: int) -> None:
    draft = desk.drafts.save("ladder", {"ladder": "x"}, group_id=group)
    desk.ladders.publish(uuid.uuid4(), group, SHORT, draft_id=draft.id)
    assert desk.drafts.load("ladder", group_id=group) is None


def test_warnings_keep_what_they_were_given_and_stand_at_their_step_of_the_new_ladder(
    desk: Desk, clock: MovableClock, group: int
) -> None:
    reminded, warned = make_member(desk, group, "A"), make_member(desk, group, "B")
    twice, final = make_member(desk, group, "C"), make_member(desk, group, "D")
    for member, step in ((reminded, 1), (warned, 2), (twice, 3), (final, 4)):
        warning(desk, member, rule_id(desk, group), step, sent_at=clock.text)
    members = (reminded, warned, twice, final)
    until = [desk.members.row(member).standing_until for member in members]
    impact = desk.ladders.impact(group, SHORT)
    assert (impact.standing, impact.moved) == (4, 2)  # the reminder, and the second warning
    publish(desk, group, SHORT)
    assert [desk.members.row(member).standing for member in members] == [0, 1, 1, 2]
    assert [desk.members.row(m).standing_until for m in members[1:]] == until[1:]
    (entry,) = desk.timeline.of_member(twice)
    assert (entry.step_kind, entry.number, entry.numbered) == ("warning", 2, True)
    assert (entry.position, entry.until) == (3, until[2])
    # back again: everybody stands where they stood
    publish(desk, group, DEFAULT_LADDER, based_on=1)
    assert [desk.members.row(member).standing for member in members] == [1, 2, 3, 4]
    assert [desk.members.row(member).standing_until for member in members] == until
    assert desk.verifier.run().findings == ()


def test_the_ladder_of_then_is_known_for_each_message(
    desk: Desk, clock: MovableClock, group: int
) -> None:
    member, rule = make_member(desk, group), rule_id(desk, group)
    warning(desk, member, rule, 2, sent_at=clock.text)
    assert [entry.ladder_version for entry in desk.timeline.of_member(member)] == [None]
    publish(desk, group, SHORT)
    clock.move(minutes=1)
    warning(desk, member, rule, 1, sent_at=clock.text)
    shown = [(e.ladder_version, e.numbered) for e in desk.timeline.of_member(member)]
    assert shown == [(1, False), (0, True)]


def test_a_serious_breach_counts_as_long_as_the_ladder_says(
    desk: Desk, clock: MovableClock, group: int
) -> None:
    terms = {
        Severity.MINOR: Terms(60),
        Severity.SERIOUS: Terms(200),
        Severity.ZERO_TOLERANCE: Terms(200),
    }
    publish(desk, group, SHORT._replace(steps=(LadderStep(W, terms), *SHORT.steps[1:])))
    book = desk.rules.current(group)
    assert book is not None
    for severity, days in ((Severity.MINOR, 60), (Severity.SERIOUS, 200)):
        rule = next(rule.id for rule in book.rules if rule.severity is severity)
        member = make_member(desk, group, severity.value)
        warning(desk, member, rule, 1, sent_at=clock.text)
        until = end_of_day(clock() + timedelta(days=days))
        assert desk.members.row(member).standing_until == until


def test_a_copy_goes_to_other_groups_and_says_where_it_could_not(
    desk: Desk, clock: MovableClock, group: int
) -> None:
    other, busy = make_group(desk, "Borealis"), make_group(desk, "Zephyr")
    gone = make_group(desk, "Over")
    publish(desk, group, SHORT)
    publish(desk, busy, LONGER)
    desk.groups.archive(uuid.uuid4(), gone, "Over")
    operation = uuid.uuid4()
    done = desk.ladders.copy(operation, SHORT, {other: 0, busy: 0, gone: 0, 99: 0}, "As in Aurora")
    assert [(copy.group_name, copy.error) for copy in done] == [
        ("Borealis", ""),
        ("Zephyr", "ladder_published"),
        ("Over", "group_archived"),
        ("", "group_gone"),
    ]
    assert desk.ladders.current(other).ladder == SHORT
    assert desk.ladders.current(busy).ladder == LONGER
    assert desk.ladders.numbers() == {group: 1, other: 1, busy: 1}
    again = desk.ladders.copy(operation, SHORT, {other: 0})
    assert again[0].receipt is not None
    assert again[0].receipt.repeated
    assert desk.verifier.run().findings == ()


def test_linked_entries_of_one_person_are_followed(
    desk: Desk, clock: MovableClock, group: int
) -> None:
    one, two = make_member(desk, group, "A"), make_member(desk, group, "B")
    warning(desk, two, rule_id(desk, group), 3, sent_at=clock.text)
    persons = [desk.members.row(member).person_id for member in (one, two)]
    desk.persons.link(uuid.uuid4(), persons[1], persons[0], "The same")
    assert desk.ladders.impact(group, SHORT).standing == 1
    publish(desk, group, SHORT)
    assert [desk.members.row(member).standing for member in (one, two)] == [1, 1]


def test_a_crowd_is_asked_for_at_once(desk: Desk, clock: MovableClock, group: int) -> None:
    asked: list[str] = []
    counts = []
    for name in ("A", "B", "C"):
        warning(desk, make_member(desk, group, name), rule_id(desk, group), 2, sent_at=clock.text)
        with desk.ledger.reading():
            connection = desk.ledger.database.connection()
            connection.set_trace_callback(asked.append)
            desk.ladders.impact(group, SHORT)
            connection.set_trace_callback(None)
        counts.append(len(asked))
        asked.clear()
    assert counts == [counts[0]] * 3


def test_what_lapsed_on_the_old_ladder_stands_nowhere_on_the_new_one(
    desk: Desk, clock: MovableClock, group: int
) -> None:
    member = make_member(desk, group)
    warning(desk, member, rule_id(desk, group), 2, sent_at=clock.text)
    clock.move(days=91)
    publish(desk, group, SHORT)
    assert bring_up_to_date(desk.ledger, clock()) == 1
    assert desk.members.row(member).standing == 0
    assert desk.ladders.impact(group, DEFAULT_LADDER).standing == 0


def test_a_damaged_ladder_is_told_in_words(desk: Desk, group: int) -> None:
    publish(desk, group, SHORT)
    with desk.ledger.writing():
        desk.ledger.database.execute_sql("DROP TRIGGER ladder_version_no_update")
        desk.ledger.database.execute_sql(
            "UPDATE ladder_version SET ladder = ?", (json.dumps({"steps": []}),)
        )
    with pytest.raises(Exception, match="damaged") as caught:
        desk.ladders.versions(group)
    clear_error(caught.value)


def test_a_version_that_was_changed_outside_the_log_is_found(desk: Desk, group: int) -> None:
    publish(desk, group, SHORT)
    with desk.ledger.writing():
        desk.ledger.database.execute_sql("DROP TRIGGER ladder_version_no_update")
        desk.ledger.database.execute_sql("UPDATE ladder_version SET note = 'Mei wished it'")
    finding = next(f for f in desk.verifier.run().findings if f.subject == "ladder_version:1")
    assert finding.in_words(Words("en")) == (
        "A record was changed outside the log: a published ladder of the group Aurora."
    )
