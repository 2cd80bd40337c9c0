# SPDX-License-Identifier: MIT
"""A clean-slate date that has passed is written down once, by the program."""

import uuid
from datetime import timedelta
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, OperatorRole, SubjectKind
from groupdesk.services.desk import Desk
from groupdesk.services.lapses import bring_up_to_date
from groupdesk.words import Words
from tests.helpers import (
    MovableClock,
    as_role,
    end_of_day,
    make_group,
    make_member,
    open_desk,
    rule_id,
    talk,
    warning,
)

LAPSES = AuditFilter(action=Action.WARNING_LAPSE)


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def refresh(desk: Desk) -> int:
    return bring_up_to_date(desk.ledger, desk.clock())


def events(desk: Desk, ident: int) -> list[tuple[str, str]]:
    with desk.ledger.reading():
        return desk.ledger.database.execute_sql(
            "SELECT state, at FROM warning_event WHERE warning_id = ? ORDER BY id", (ident,)
        ).fetchall()


def test_it_is_recorded_once_with_the_moment_at_which_it_lapsed(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    ident = warning(desk, member, rule_id(desk, 1), 2, sent_at=clock.text)
    clean = end_of_day(clock() + timedelta(days=90))
    clock.move(days=89)
    assert refresh(desk) == 0
    clock.move(days=32)  # a month without the program
    assert refresh(desk) == 1
    assert refresh(desk) == 0
    assert events(desk, ident)[-1] == ("lapsed", clean)
    assert len(events(desk, ident)) == 2
    (row,) = desk.audit.rows(LAPSES)
    assert (row.operator, row.subject, row.group_id) == ("GroupDesk", "Li Wei", 1)
    assert (row.subject_kind, row.subject_id) == (SubjectKind.WARNING, ident)
    ((_, after),) = desk.audit.detail(row.seq).changes
    assert (after["state"], after["counts_until"]) == ("lapsed", clean)
    for language in ("en", "zh"):
        assert f"action.{row.action.value}" in Words(language)
    assert desk.members.row(member).standing == 0
    assert desk.verifier.run().findings == ()


def test_what_never_counted_or_was_lifted_does_not_lapse(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    rule = rule_id(desk, 1)
    warning(desk, member, rule, 1)
    lost = warning(desk, member, rule, 1, sent_at=clock.text)
    lifted = warning(desk, member, rule, 1, sent_at=clock.text)
    pardoned = warning(desk, member, rule, 1, sent_at=clock.text)
    desk.warnings.mark_not_delivered(uuid.uuid4(), lost)
    desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, lifted, "Not his account")
    desk.reversals.pardon(uuid.uuid4(), pardoned, "He apologised")
    clock.move(days=400)
    assert refresh(desk) == 0
    assert desk.audit.rows(LAPSES) == ()


def test_what_was_lifted_only_afterwards_had_lapsed(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    ident = warning(desk, member, rule_id(desk, 1), 1, sent_at=clock.text)
    clock.move(days=31)
    desk.reversals.record(uuid.uuid4(), SubjectKind.WARNING, ident, "Not his account")
    assert [state for state, _ in events(desk, ident)] == ["sent", "lapsed"]
    assert refresh(desk) == 0


def test_the_next_act_on_a_member_records_it_before_itself(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    ident = warning(desk, member, rule_id(desk, 1), 1, sent_at=clock.text)
    clock.move(days=31)
    talk(desk, member)
    newest, before = desk.audit.rows(AuditFilter(), limit=2)
    assert (newest.action, before.action) == (Action.TALK_RECORD, Action.WARNING_LAPSE)
    assert events(desk, ident)[-1][0] == "lapsed"
    assert refresh(desk) == 0
    assert desk.verifier.run().findings == ()


def test_an_act_that_fails_takes_the_entry_back_with_it(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    ident = warning(desk, member, rule_id(desk, 1), 1, sent_at=clock.text)
    clock.move(days=31)
    desk.groups.archive(uuid.uuid4(), 1, "Over")
    before = desk.audit.count()
    with pytest.raises(Exception, match="group_archived"):
        talk(desk, member)
    assert desk.audit.count() == before
    assert [state for state, _ in events(desk, ident)] == ["sent"]
    assert refresh(desk) == 1  # the date passes in an archived group as well


def test_each_group_has_an_entry_of_its_own(desk: Desk, clock: MovableClock) -> None:
    for name in ("Aurora", "Borealis"):
        group = make_group(desk, name)
        for who in ("A", "B"):
            member = make_member(desk, group, f"{name} {who}")
            warning(desk, member, rule_id(desk, group), 1, sent_at=clock.text)
    clock.move(days=31)
    assert refresh(desk) == 4
    rows = desk.audit.rows(LAPSES)
    assert [(row.group_name, row.subject_kind) for row in rows] == [
        ("Borealis", SubjectKind.GROUP),
        ("Aurora", SubjectKind.GROUP),
    ]
    assert desk.audit.detail(rows[0].seq).payloads == 2
    assert desk.verifier.run().findings == ()


def test_others_can_write_between_two_portions(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    other = make_member(desk, 1, "Zoe")
    for who in (member, other, member):
        warning(desk, who, rule_id(desk, 1), 1, sent_at=clock.text)
    clock.move(days=31)
    assert bring_up_to_date(desk.ledger, clock(), most=2) == 2
    talk(desk, member)  # records what lapsed for him before itself
    assert bring_up_to_date(desk.ledger, clock(), most=2) == 0
    assert [desk.members.row(who).standing for who in (member, other)] == [0, 0]
    counted = [desk.audit.detail(row.seq).payloads for row in desk.audit.rows(LAPSES)]
    assert counted == [1, 2]
    assert desk.verifier.run().findings == ()


def test_where_nothing_is_due_the_write_lock_is_not_asked_for(
    tmp_path: Path, desk: Desk, clock: MovableClock, member: int
) -> None:
    warning(desk, member, rule_id(desk, 1), 1, sent_at=clock.text)
    clock.move(days=31)
    refresh(desk)
    again = open_desk(tmp_path, clock)
    with again.ledger.writing():  # as long as somebody else writes
        assert refresh(desk) == 0
    again.close()


def test_an_answer_may_still_come_and_the_message_stays_what_it_was(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    ident = warning(desk, member, rule_id(desk, 1), 1, sent_at=clock.text)
    clock.move(days=31)
    refresh(desk)
    assert [entry.state for entry in desk.timeline.of_member(member)] == ["sent"]
    desk.warnings.acknowledge(uuid.uuid4(), ident, "Sorry, I was away")
    (entry,) = desk.timeline.of_member(member)
    assert (entry.state, entry.reply) == ("acknowledged", "Sorry, I was away")
    assert refresh(desk) == 0
    book = desk.rules.current(1)
    assert book is not None
    assert book.rules[0].breaches == 1  # it was broken all the same


def test_a_viewer_may_be_there_and_the_program_records_it(
    desk: Desk, clock: MovableClock, member: int
) -> None:
    warning(desk, member, rule_id(desk, 1), 1, sent_at=clock.text)
    seen = as_role(desk, OperatorRole.VIEWER)
    clock.move(days=31)
    assert refresh(seen) == 1
    assert seen.audit.rows(LAPSES)[0].operator == "GroupDesk"
    assert seen.audit.count(AuditFilter(action=Action.DENIED)) == 0
    assert seen.verifier.run().findings == ()


def test_a_workspace_that_can_only_be_read_tells_the_same_without_the_entry(
    tmp_path: Path, desk: Desk, clock: MovableClock, member: int
) -> None:
    warning(desk, member, rule_id(desk, 1), 1, sent_at=clock.text)
    clock.move(days=31)
    desk.close()
    again = open_desk(tmp_path, clock)
    again.ledger.stopped = "chain_broken"  # as when a check found something
    assert again.ledger.refusal
    assert again.members.standing(member).position == 0
    (entry,) = again.timeline.of_member(member)
    assert entry.until < clock.text
    again.close()
