# SPDX-License-Identifier: MIT
"""A change to many members is taken back for all whom nobody changed since, and logged."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, MemberRole
from groupdesk.domain.errors import CancelledError, GroupDeskError, RefusedError
from groupdesk.domain.member_bulk import BulkChange
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.records import MemberFields
from groupdesk.services import member_bulk_undo
from groupdesk.services.desk import Desk
from groupdesk.services.jobs import JobContext, run_job
from tests.helpers import clear_error, make_group, make_member

CHANGE = BulkChange(
    add_tags=("VIP",),
    remove_tags=("old",),
    add_note="Spoke at the fair",
    account_owner=" Zhou  Min ",
    language="zh",
    role=MemberRole.ADMIN,
    key_customer=True,
    protected=True,
)


@pytest.fixture
def chosen(desk: Desk) -> list[int]:
    """Li Wei in two groups; Ana, whose tags hold a comma; Bo, who is an admin already."""
    one, two = make_group(desk), make_group(desk, "Borealis")
    ana = MemberFields("Ana", tags=("a, b", "old", "new"), note="Known\nsince May", language="en")
    bo = MemberFields("Bo", key_customer=True, role=MemberRole.ADMIN)
    return [
        make_member(desk, one, "Li Wei", "wx1"),
        make_member(desk, two, "Li Wei", "wx1"),
        desk.members.add(uuid.uuid4(), one, ana).subject_id,
        desk.members.add(uuid.uuid4(), one, bo).subject_id,
    ]


def fields(desk: Desk, ids: list[int]) -> list[MemberFields]:
    return [desk.members.detail(ident).fields for ident in ids]


@pytest.mark.parametrize("batch", [1, 500])
def test_everybody_is_as_before_and_both_are_in_the_log(
    desk: Desk, chosen: list[int], batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(member_bulk_undo, "_BATCH", batch)
    before = fields(desk, chosen)
    changed = desk.bulk.run(uuid.uuid4(), chosen, CHANGE)
    assert changed.members == 4
    assert fields(desk, chosen) != before
    operation = uuid.uuid4()
    undone = desk.bulk_undo.undo(operation, changed.receipt.seq)
    assert (undone.members, undone.left) == (4, 0)
    assert fields(desk, chosen) == before
    assert desk.verifier.run().findings == ()
    assert desk.audit.count(AuditFilter(action=Action.MEMBER_BULK)) == 2
    said = [after for _, after in desk.audit.detail(undone.receipt.seq).changes]
    assert {"members": 4, "undoes_entry": changed.receipt.seq} in said
    assert desk.members.ids(MemberFilter(text="fair")) == desk.members.ids(MemberFilter(text="VIP"))
    assert not desk.members.ids(MemberFilter(text="fair")), "the search knows it, too"
    again = desk.bulk_undo.undo(operation, changed.receipt.seq)
    assert again.receipt.repeated
    assert again.members == 4


def test_who_was_changed_since_is_left_alone_and_counted(desk: Desk, chosen: list[int]) -> None:
    changed = desk.bulk.run(uuid.uuid4(), chosen, BulkChange(add_tags=("VIP",)))
    ana = desk.members.detail(chosen[2]).fields
    desk.members.edit(uuid.uuid4(), chosen[2], replace(ana, tags=("mine",)))
    desk.members.change(uuid.uuid4(), chosen[3], phone="138")  # another field is no hindrance
    undone = desk.bulk_undo.undo(uuid.uuid4(), changed.receipt.seq)
    assert (undone.members, undone.left) == (2, 1)
    assert [one.tags for one in fields(desk, chosen)] == [(), (), ("mine",), ()]
    with pytest.raises(RefusedError) as caught:
        desk.bulk_undo.undo(uuid.uuid4(), changed.receipt.seq)
    clear_error(caught.value)


def test_what_is_no_such_change_or_lies_in_an_archived_group_is_refused(
    desk: Desk, chosen: list[int]
) -> None:
    changed = desk.bulk.run(uuid.uuid4(), chosen, BulkChange(add_tags=("VIP",)))
    for seq in (1, 10_000):
        with pytest.raises(GroupDeskError) as caught:
            desk.bulk_undo.undo(uuid.uuid4(), seq)
        clear_error(caught.value)
    desk.groups.archive(uuid.uuid4(), desk.members.row(chosen[0]).group_id, "Over")
    with pytest.raises(RefusedError):
        desk.bulk_undo.undo(uuid.uuid4(), changed.receipt.seq)
    assert "VIP" in desk.members.detail(chosen[0]).fields.tags


def test_the_job_can_be_stopped_and_then_nothing_was_done(desk: Desk, chosen: list[int]) -> None:
    changed = desk.bulk.run(uuid.uuid4(), chosen, BulkChange(protected=True))

    def stop(*_said: object) -> None:
        raise CancelledError

    args = {"operation": uuid.uuid4(), "seq": changed.receipt.seq}
    with pytest.raises(CancelledError):
        run_job(JobContext(desk, stop, lambda: True), "members.bulk_undo", args)
    assert desk.members.detail(chosen[0]).fields.protected
