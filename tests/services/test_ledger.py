# SPDX-License-Identifier: MIT
"""Commands: one transaction, one entry, one UUID, the role of the moment."""

import threading
import uuid
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, OperatorRole, SubjectKind
from groupdesk.domain.errors import PermissionDeniedError, StorageError
from groupdesk.models.operators import Operator
from groupdesk.services.desk import Desk
from groupdesk.services.ledger import Entry
from tests.helpers import MovableClock, as_role, clear_error, make_group, make_member, open_desk


def nothing(entry: Entry) -> None:
    entry.about(SubjectKind.WORKSPACE, 7)


def test_the_same_operation_is_carried_out_once(desk: Desk) -> None:
    operation = uuid.uuid4()
    assert not desk.ledger.was_saved(operation)
    first = desk.ledger.run(operation, Action.GROUP_EDIT, nothing)
    again = desk.ledger.run(operation, Action.GROUP_EDIT, nothing)
    assert (first.repeated, again.repeated) == (False, True)
    assert (again.seq, again.subject_id) == (first.seq, 7)
    assert desk.ledger.was_saved(operation)
    assert desk.audit.count(AuditFilter(action=Action.GROUP_EDIT)) == 1


def test_work_that_fails_leaves_nothing(desk: Desk) -> None:
    before, operation = desk.ledger.head(), uuid.uuid4()

    def work(entry: Entry) -> None:
        Operator.create(name="Ghost", role="viewer", created_at=entry.now_text)
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError):
        desk.ledger.run(operation, Action.OPERATOR_CREATE, work)
    assert desk.ledger.head() == before
    assert not desk.ledger.was_saved(operation)
    assert [operator.name for operator in desk.workspace.operators()] == ["Mei"]


def test_a_denied_call_changes_nothing_and_is_logged(desk: Desk) -> None:
    viewer = as_role(desk, OperatorRole.VIEWER)
    seq = viewer.ledger.head()[0]
    with pytest.raises(PermissionDeniedError) as caught:
        viewer.ledger.run(uuid.uuid4(), Action.GROUP_EDIT, nothing)
    assert "ask an admin" in clear_error(caught.value)
    (newest,) = viewer.audit.rows(AuditFilter(), limit=1)
    assert (newest.seq, newest.action) == (seq + 1, Action.DENIED)
    assert viewer.audit.detail(newest.seq).changes == (({}, {"action": "group.edit"}),)
    viewer.close()


def test_a_role_that_was_lowered_meanwhile_counts_at_once(desk: Desk) -> None:
    admin = as_role(desk, OperatorRole.ADMIN)
    with admin.ledger.writing():
        Operator.update(role="viewer").where(Operator.id == admin.operator.id).execute()
    with pytest.raises(PermissionDeniedError):
        make_group(admin)
    with admin.ledger.writing():
        Operator.update(role="owner", active=False).where(
            Operator.id == admin.operator.id
        ).execute()
    with pytest.raises(PermissionDeniedError):
        make_group(admin)
    admin.close()


def test_a_finding_stops_all_writing_and_no_reading(desk: Desk) -> None:
    group = make_group(desk)
    desk.ledger.stopped = "row_changed"
    with pytest.raises(StorageError, match="writing_stopped") as caught:
        make_member(desk, group)
    clear_error(caught.value)
    with pytest.raises(StorageError, match="writing_stopped"):
        desk.drafts.save("warning", {}, group_id=group)
    assert desk.groups.get(group).members == 0


def test_threads_write_one_after_the_other(desk: Desk) -> None:
    group = make_group(desk)
    errors: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for part in range(4):
                make_member(desk, group, f"Member {number}-{part}")
        except BaseException as error:  # noqa: BLE001  # a thread must hand its error on
            errors.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert desk.groups.get(group).members == 32
    assert desk.verifier.run().findings == ()


def test_another_workspace_put_in_place_is_neither_read_nor_written(
    desk: Desk, tmp_path: Path, clock: MovableClock
) -> None:
    make_group(desk)
    path = desk.workspace.database.path
    other = path.with_name("other.db")
    other.write_bytes(path.read_bytes())
    path.rename(path.with_name("moved.db"))
    other.rename(path)
    with pytest.raises(StorageError, match="workspace_moved") as caught:
        make_group(desk, "Second")
    clear_error(caught.value)
    desk.close()
    with pytest.raises(StorageError, match="workspace_moved"):
        desk.groups.all()
    reopened = open_desk(tmp_path, clock)
    reopened.close()
