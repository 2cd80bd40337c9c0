# SPDX-License-Identifier: MIT
"""Reading the log: filters, pages, before and after."""

import uuid
from datetime import timedelta
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, OperatorRole, SubjectKind
from groupdesk.domain.errors import StateChangedError, StorageError
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from groupdesk.services.ledger import Entry
from tests.helpers import (
    MovableClock,
    as_role,
    clear_error,
    make_group,
    make_member,
    open_desk,
    raw,
    talk,
)
from tests.services.test_removal_batch import batch


def test_entries_come_newest_first_in_pages(desk: Desk) -> None:
    group = make_group(desk)
    for number in range(5):
        make_member(desk, group, f"M{number}")
    everything = desk.audit.rows(AuditFilter())
    assert [row.seq for row in everything] == list(range(8, 0, -1))
    assert desk.audit.count() == 8
    assert everything[0].subject == "M4"
    page = desk.audit.rows(AuditFilter(), limit=3)
    rest = desk.audit.rows(AuditFilter(), before_seq=page[-1].seq)
    assert page + rest == everything


def test_what_happened_is_told_without_what_the_desk_does_for_itself(desk: Desk) -> None:
    group = make_group(desk)
    talk(desk, make_member(desk, group), follow_up_on="2026-06-03")
    told = desk.audit.happened(3)
    desk.backups.make(uuid.uuid4())
    day = desk.clock().date() + timedelta(days=3)
    desk.todo.marks.put_off(uuid.uuid4(), desk.todo.all(), day)
    assert desk.audit.happened(3) == told
    assert [row.action for row in told[:2]] == [Action.TALK_RECORD, Action.MEMBER_ADD]


def test_filters_by_group_operator_action_and_local_day(desk: Desk, clock: MovableClock) -> None:
    one = make_group(desk)
    clock.move(hours=15)  # midnight at the desk, still the same day in UTC
    other = make_group(desk, "Borealis")
    colleague = as_role(desk, OperatorRole.MODERATOR)
    make_member(colleague, other)
    rows, count = colleague.audit.rows, colleague.audit.count
    assert {row.group_name for row in rows(AuditFilter(group_id=one))} == {"Aurora"}
    (entry,) = rows(AuditFilter(operator_id=colleague.operator.id))
    assert (entry.action, entry.operator) == (Action.MEMBER_ADD, "A moderator")
    assert count(AuditFilter(action=Action.GROUP_CREATE)) == 2
    first = AuditFilter(since="2026-06-01", until="2026-06-01")
    second = AuditFilter(since="2026-06-02", until="2026-06-02")
    assert (count(first), count(second)) == (3, count() - 3)
    assert {row.at[:10] for row in rows(second)} == {"2026-06-01"}
    assert set(colleague.audit.operators()) == {(1, "Mei"), (2, "A moderator")}
    colleague.close()


def test_an_entry_shows_what_it_changed(desk: Desk) -> None:
    make_group(desk)
    detail = desk.audit.detail(2)
    assert (detail.row.action, detail.row.subject_kind) == (Action.GROUP_CREATE, SubjectKind.GROUP)
    assert detail.changes[0][1]["group"] == "Aurora"
    assert detail.previous == desk.audit.detail(1).row.hash
    assert (detail.payloads, detail.branch) == (1, 1)
    with pytest.raises(StateChangedError, match="entry_gone") as caught:
        desk.audit.detail(99)
    clear_error(caught.value)


def test_who_has_a_nickname_is_named_with_it(desk: Desk) -> None:
    group = make_group(desk)
    member = desk.members.add(uuid.uuid4(), group, MemberFields("Lena", nickname="Leni")).subject_id
    desk.members.change(uuid.uuid4(), member, company="Aurora")
    talk(desk, member)
    desk.members.change(uuid.uuid4(), member, nickname="Lena")
    talk(desk, member)
    told = [(row.subject, row.nickname) for row in desk.audit.rows(AuditFilter(), limit=5)]
    assert told == [("Lena", ""), ("Lena", ""), *[("Lena", "Leni")] * 3]


def test_an_entry_about_several_members_counts_them(desk: Desk) -> None:
    group = make_group(desk)
    members = [make_member(desk, group, name) for name in ("Ann", "Bo", "Cy")]
    desk.removal_batches.decide(batch(desk, *members))
    (row,) = desk.audit.rows(AuditFilter(action=Action.REMOVAL_BATCH))
    assert (row.subject, row.others) == ("Ann", 2)


def test_of_very_many_members_all_are_counted(desk: Desk) -> None:
    def work(entry: Entry) -> None:
        entry.about(SubjectKind.REVIEW, 1)
        for number in range(1_002):
            entry.record(after={"member": f"M{number}"})

    desk.ledger.run(uuid.uuid4(), Action.REVIEW_DECIDE, work)
    (row,) = desk.audit.rows(AuditFilter(action=Action.REVIEW_DECIDE))
    assert (row.subject, row.others) == ("M0", 1_001)


@pytest.mark.parametrize("body", ["x'7b'", "x'ff'", "x'5b5d'", "x'7b226166746572223a317d'"])
def test_an_unreadable_payload_does_not_hide_the_log(
    desk: Desk, tmp_path: Path, clock: MovableClock, body: str
) -> None:
    make_group(desk)
    desk.close()
    raw(tmp_path, f"UPDATE audit_payload SET body = {body} WHERE seq = 2")
    reopened = open_desk(tmp_path, clock)
    assert len(reopened.audit.rows(AuditFilter())) == 3
    assert reopened.audit.detail(2).changes == (({}, {}),)
    reopened.close()


def test_an_entry_of_no_kind_is_said(desk: Desk, tmp_path: Path, clock: MovableClock) -> None:
    make_group(desk)
    desk.close()
    raw(tmp_path, "UPDATE audit_entry SET action = 'group.steal' WHERE seq = 2")
    reopened = open_desk(tmp_path, clock)
    with pytest.raises(StorageError, match="log_unreadable") as caught:
        reopened.audit.rows(AuditFilter())
    assert "Entry 2" in clear_error(caught.value)
    reopened.close()
