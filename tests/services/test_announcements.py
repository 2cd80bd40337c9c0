# SPDX-License-Identifier: MIT
"""Who was told of the rules: in bulk, taken back, by whom, and how fast."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.case_enums import ToldState
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, Channel
from groupdesk.domain.errors import (
    CancelledError,
    RefusedError,
    StateChangedError,
    ValidationError,
)
from groupdesk.domain.records import MemberFields
from groupdesk.domain.told_records import TellDone, TellRequest, ToldWhich, by_which
from groupdesk.models import turns
from groupdesk.services import telling
from groupdesk.services.desk import Desk
from groupdesk.services.jobs import JobContext, run_job
from tests.costs import sqlite_steps
from tests.helpers import RULES, MovableClock, clear_error, make_group, make_member


def request(
    desk: Desk, ids: list[int], *, book: int = 0, at: str = "", channel: Channel = Channel.GROUP
) -> TellRequest:
    when = at or to_text(desk.clock())
    return TellRequest(uuid.uuid4(), book or book_of(desk), tuple(ids), when, channel)


def book_of(desk: Desk, group: int = 1) -> int:
    book = desk.rules.current(group)
    assert book is not None
    return book.id


def states(desk: Desk, book: int = 0) -> dict[str, ToldState | None]:
    return {m.name: m.state for m in desk.announcements.members(book or book_of(desk))}


def test_members_are_told_and_acknowledge(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    a, b, c = (make_member(desk, group, name) for name in "ABC")
    clock.move(hours=1)
    done = desk.announcements.tell(request(desk, [a, b, c]))
    assert (done.members, done.left_out) == (3, 0)
    clock.move(hours=1)
    done = desk.announcements.acknowledge(request(desk, [b], channel=Channel.PRIVATE))
    assert done.members == 1
    assert states(desk) == {"A": ToldState.TOLD, "B": ToldState.ACKNOWLEDGED, "C": ToldState.TOLD}
    newest = desk.announcements.newest(group)
    assert newest is not None
    assert (newest.version, newest.members, newest.told, newest.acknowledged) == (1, 3, 3, 1)
    assert (newest.untold, newest.joined_since) == (0, 0)
    assert desk.verifier.run().findings == ()


def test_one_log_entry_with_one_payload_for_each(desk: Desk) -> None:
    group = make_group(desk)
    ids = [make_member(desk, group, name) for name in "ABC"]
    before = desk.audit.count()
    receipt = desk.announcements.tell(request(desk, ids)).receipt
    assert desk.audit.count() == before + 1
    rows = desk.workspace.database.execute_sql(
        "SELECT person_id FROM audit_payload WHERE seq = ? ORDER BY position", (receipt.seq,)
    ).fetchall()
    assert [row[0] for row in rows] == [None, 1, 2, 3]
    assert desk.audit.count(AuditFilter(action=Action.RULES_TELL)) == 1


def test_who_was_told_is_not_told_twice(desk: Desk) -> None:
    group = make_group(desk)
    a, b = make_member(desk, group, "A"), make_member(desk, group, "B")
    desk.announcements.tell(request(desk, [a]))
    done = desk.announcements.tell(request(desk, [a, b, b]))
    assert (done.members, done.left_out) == (1, 1)
    with pytest.raises(ValidationError) as caught:
        desk.announcements.tell(request(desk, [a, b]))
    assert caught.value.code == "told_nobody"
    clear_error(caught.value)


def test_the_same_operation_is_recorded_once(desk: Desk) -> None:
    group = make_group(desk)
    asked = request(desk, [make_member(desk, group, "A")])
    first, again = desk.announcements.tell(asked), desk.announcements.tell(asked)
    assert (again.receipt.repeated, again.members) == (True, first.members)
    assert desk.audit.count(AuditFilter(action=Action.RULES_TELL)) == 1


def test_taking_back_leaves_what_was_before(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    a = make_member(desk, group, "A")
    told_at = clock.text
    desk.announcements.tell(request(desk, [a]))
    clock.move(days=1)
    desk.announcements.acknowledge(request(desk, [a], channel=Channel.PRIVATE))
    desk.announcements.take_back(uuid.uuid4(), book_of(desk), [a])
    member = desk.announcements.members(book_of(desk))[0]
    assert (member.state, member.at, member.channel) == (ToldState.TOLD, told_at, Channel.GROUP)
    desk.announcements.take_back(uuid.uuid4(), book_of(desk), [a])
    assert states(desk) == {"A": None}
    with pytest.raises(ValidationError, match="told_nobody"):
        desk.announcements.take_back(uuid.uuid4(), book_of(desk), [a])
    desk.announcements.tell(request(desk, [a]))
    assert states(desk) == {"A": ToldState.TOLD}
    rows = desk.workspace.database.execute_sql("SELECT state FROM rules_told ORDER BY id")
    assert [row[0] for row in rows] == ["told", "acknowledged", "told", "withdrawn", "told"]
    assert desk.verifier.run().findings == ()


def test_who_acknowledged_untold_is_unknown_again(desk: Desk) -> None:
    group = make_group(desk)
    a = make_member(desk, group, "A")
    desk.announcements.acknowledge(request(desk, [a]))
    desk.announcements.take_back(uuid.uuid4(), book_of(desk), [a])
    assert states(desk) == {"A": None}


def test_who_joined_since(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    early = [make_member(desk, group, name) for name in "AB"]
    clock.move(days=1)
    desk.announcements.tell(request(desk, early[:1]))
    clock.move(days=2)
    late = make_member(desk, group, "C")
    lists = by_which(desk.announcements.members(book_of(desk)))
    assert [m.name for m in lists[ToldWhich.JOINED_SINCE]] == ["C"]
    assert [m.name for m in lists[ToldWhich.UNTOLD]] == ["B", "C"]
    newest = desk.announcements.newest(group)
    assert newest is not None
    assert (newest.joined_since, newest.untold) == (1, 2)
    desk.announcements.tell(request(desk, [late], channel=Channel.PRIVATE))
    newest = desk.announcements.newest(group)
    assert newest is not None
    assert (newest.joined_since, newest.told) == (0, 2)


def test_who_joined_between_telling_and_reading_joined_since(
    desk: Desk, clock: MovableClock
) -> None:
    group = make_group(desk)
    early = make_member(desk, group, "A")
    desk.announcements.tell(request(desk, [early]))
    clock.move(days=1)
    make_member(desk, group, "B")
    clock.move(days=1)
    desk.announcements.acknowledge(request(desk, [early]))
    lists = by_which(desk.announcements.members(book_of(desk)))
    assert [m.name for m in lists[ToldWhich.JOINED_SINCE]] == ["B"]
    assert desk.announcements.counted(book_of(desk)).joined_since == 1


def test_a_new_version_begins_anew(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    a = make_member(desk, group, "A")
    desk.announcements.tell(request(desk, [a]))
    clock.move(days=1)
    desk.rules.publish(uuid.uuid4(), group, RULES[:2], based_on=1)
    second, first = desk.announcements.versions(group)
    assert (second.version, first.version) == (2, 1)
    told = [desk.announcements.counted(one.rulebook_id).told for one in (second, first)]
    assert told == [0, 1]
    found = desk.announcements.unannounced(clock() - timedelta(days=14))
    assert [(one.group_name, one.version) for one in found] == [("Aurora", 2)]
    assert desk.announcements.unannounced(clock()) == ()
    desk.announcements.tell(request(desk, [a]))
    assert desk.announcements.unannounced(clock() - timedelta(days=14)) == ()


def test_nobody_is_asked_to_announce_to_an_empty_group(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    assert desk.announcements.unannounced(clock() - timedelta(days=1)) == ()
    newest = desk.announcements.newest(group)
    assert newest is not None
    assert (newest.members, newest.told) == (0, 0)
    assert desk.announcements.newest(make_group(desk, "Empty", rules=False)) is None


def test_bots_former_members_and_other_groups_are_left_out(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    other = make_member(desk, make_group(desk, "Borealis"), "X")
    a, gone, bot = (make_member(desk, group, name) for name in ("A", "Gone", "Bot"))
    execute = desk.workspace.database.execute_sql
    with desk.ledger.writing():
        execute(
            "UPDATE membership SET state = 'left', ended_at = ? WHERE id = ?", (clock.text, gone)
        )
        execute("UPDATE membership SET is_bot = 1 WHERE id = ?", (bot,))
    done = desk.announcements.tell(request(desk, [a, gone, bot, other, 999]))
    assert (done.members, done.left_out) == (1, 4)
    assert states(desk) == {"A": ToldState.TOLD}


def test_times_that_cannot_be(desk: Desk, clock: MovableClock) -> None:
    clock.move(days=1)
    group = make_group(desk)
    a = make_member(desk, group, "A")
    for at, code in (
        (to_text(clock() + timedelta(hours=1)), "time_in_future"),
        (clock.ago(days=1), "told_before_published"),
        ("yesterday", "time_unreadable"),
    ):
        with pytest.raises(ValidationError) as caught:
            desk.announcements.tell(request(desk, [a], at=at))
        assert (caught.value.field, caught.value.code) == ("at", code)
        clear_error(caught.value)
    clock.move(seconds=40)
    minute = to_text(clock().replace(second=0))
    assert desk.announcements.tell(request(desk, [a], at=minute)).members == 1


def test_an_archived_group_and_a_missing_version_are_refused(desk: Desk) -> None:
    group = make_group(desk)
    a = make_member(desk, group, "A")
    with pytest.raises(StateChangedError, match="rules_version_gone"):
        desk.announcements.tell(request(desk, [a], book=99))
    with pytest.raises(StateChangedError, match="rules_version_gone"):
        desk.announcements.counted(99)
    asked = request(desk, [a])
    desk.groups.archive(uuid.uuid4(), group, "Over")
    with pytest.raises(RefusedError, match="group_archived"):
        desk.announcements.tell(asked)
    assert states(desk) == {"A": None}


def test_pasted_names_and_ids_are_found(desk: Desk) -> None:
    group = make_group(desk)
    fields = MemberFields("Lín Wei", nickname="小林", external_id="wx7", handle="@linwei")
    a = desk.members.add(uuid.uuid4(), group, fields).subject_id
    make_member(desk, group, "Sam")
    make_member(desk, group, "Sam")
    comma = make_member(desk, group, "Smith, John")
    found = desk.announcements.find(group, "ＷＸ７\n@LINWEI，小林\nSmith, John\nsam; Zoë\n\n")
    assert found.ids == (a, comma)
    assert found.several == ("sam",)
    assert found.unknown == ("Zoë",)


def test_the_timeline_has_one_quiet_line_for_each_version(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    a = make_member(desk, group, "A")
    desk.announcements.tell(request(desk, [a]))
    clock.move(days=1)
    desk.announcements.acknowledge(request(desk, [a], channel=Channel.PRIVATE))
    (entry,) = desk.timeline.of_member(a)
    assert (entry.kind, entry.state, entry.rule_version) == ("rules", "acknowledged", 1)
    assert (entry.at, entry.case_number, entry.elsewhere) == (clock.text, 0, "")
    person = desk.members.row(a).person_id
    assert [one.elsewhere for one in desk.timeline.of_person(person)] == ["Aurora"]


@pytest.mark.parametrize("name", ["\u202eevil", "<b>B</b>", "a\u0000b"])
def test_odd_text_finds_nobody(desk: Desk, name: str) -> None:
    group = make_group(desk)
    make_member(desk, group, "B")
    found = desk.announcements.find(group, name)
    assert (found.ids, found.unknown) == ((), (name,))


def many(desk: Desk, clock: MovableClock, count: int) -> int:
    """Put so many members into a new group, past the log, and return the group."""
    group = make_group(desk)
    with desk.ledger.writing():
        connection = desk.workspace.database.connection()
        connection.executemany(
            "INSERT INTO person (id, name, language, company, phone, email, tags, note,"
            " key_customer, protected, created_at) VALUES (?,?,'','','','','[]','',0,0,?)",
            [(1000 + n, f"M{n}", clock.text) for n in range(count)],
        )
        connection.executemany(
            "INSERT INTO membership (id, group_id, person_id, name, nickname, role, is_bot,"
            " joined_how, invited_by, state, standing_step, waiting, case_count, sort_key)"
            " VALUES (?,?,?,?,'','member',0,'unknown','','active',0,0,0,?)",
            [(1000 + n, group, 1000 + n, f"M{n}", f"m{n:05}") for n in range(count)],
        )
    return group


def test_two_thousand_members_are_told_without_reading_all_for_each(
    desk: Desk, clock: MovableClock
) -> None:
    group = many(desk, clock, 2000)
    ids = [member.membership_id for member in desk.announcements.members(book_of(desk))]
    with sqlite_steps(desk) as telling_steps:
        assert desk.announcements.tell(request(desk, ids)).members == 2000
    with sqlite_steps(desk) as counting_steps:
        newest = desk.announcements.newest(group)
    assert newest is not None
    assert newest.told == 2000
    with sqlite_steps(desk) as taking_back_steps:
        back = desk.announcements.take_back(uuid.uuid4(), newest.rulebook_id, ids)
        assert (back.members, desk.announcements.counted(newest.rulebook_id).told) == (2000, 0)
    assert telling_steps.thousands < 2000
    assert counting_steps.thousands < 1000
    assert taking_back_steps.thousands < 3000


def test_many_are_recorded_by_a_job_that_gives_way_and_can_be_stopped(
    desk: Desk, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "IN_A_THREAD", 1)
    many(desk, clock, 3)
    asked = request(desk, [1000, 1001, 1002])
    waits = [True, False]  # somebody wants to write while the first try is under way
    seen: list[tuple[str, int, int]] = []

    def progress(*told: object) -> None:
        seen.append(told)  # type: ignore[arg-type]  # as jobs tell it
        if waits.pop(0):
            turns.ask(desk.workspace.database.path)

    done = run_job(JobContext(desk, progress, lambda: False), "rules.tell", {"request": asked})
    assert isinstance(done, TellDone)
    assert (done.members, seen) == (3, [("write", 3, 3)] * 2)
    assert desk.audit.count(AuditFilter(action=Action.RULES_TELL)) == 1
    assert [m.state for m in desk.announcements.members(asked.rulebook_id)] == [ToldState.TOLD] * 3

    def enough(*_told: object) -> None:
        raise CancelledError

    args = {"request": replace(asked, operation=uuid.uuid4())}
    with pytest.raises(CancelledError):
        run_job(JobContext(desk, enough, lambda: True), "rules.acknowledge", args)
    assert desk.announcements.counted(asked.rulebook_id).acknowledged == 0
