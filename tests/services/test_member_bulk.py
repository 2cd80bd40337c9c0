# SPDX-License-Identifier: MIT
"""Many members are changed together or not at all, each once, and the log knows what was before."""

import uuid

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, MemberRole
from groupdesk.domain.errors import CancelledError, ValidationError
from groupdesk.domain.member_bulk import BulkChange
from groupdesk.domain.member_filter import Conditions, MemberFilter
from groupdesk.domain.records import MemberFields
from groupdesk.domain.text import MAX_REASON
from groupdesk.services import member_bulk
from groupdesk.services.desk import Desk
from groupdesk.services.jobs import JobContext, run_job
from tests.helpers import clear_error, make_group, make_member


@pytest.fixture
def chosen(desk: Desk) -> list[int]:
    """Li Wei in two groups, Ana and Bo in one."""
    one, two = make_group(desk), make_group(desk, "Borealis")
    return [
        make_member(desk, one, "Li Wei", "wx1"),
        make_member(desk, two, "Li Wei", "wx1"),
        desk.members.add(uuid.uuid4(), one, MemberFields("Ana", tags=("vip", "new"))).subject_id,
        desk.members.add(uuid.uuid4(), one, MemberFields("Bo", note="Old")).subject_id,
    ]


def run(desk: Desk, ids: list[int], change: BulkChange) -> list[tuple[dict, dict]]:  # type: ignore[type-arg]
    receipt = desk.bulk.run(uuid.uuid4(), ids, change).receipt
    assert desk.verifier.run().findings == ()
    return list(desk.audit.detail(receipt.seq).changes)


@pytest.mark.parametrize("batch", [1, 1000])
def test_a_person_in_two_groups_is_changed_once(
    desk: Desk, chosen: list[int], batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(member_bulk, "_BATCH", batch)
    change = BulkChange(add_tags=("VIP",), add_note="Spoke at the fair", role=MemberRole.ADMIN)
    assert desk.bulk.preview(chosen, change) == (4, 4, 3)
    changes = run(desk, chosen, change)
    fields = [desk.members.detail(ident).fields for ident in chosen]
    assert [one.note for one in fields] == [
        *("Spoke at the fair", "Spoke at the fair", "Spoke at the fair"),
        "Old\nSpoke at the fair",
    ]
    assert fields[2].tags == ("vip", "new"), "a tag that is there in other letters is there"
    assert {one.role for one in fields} == {MemberRole.ADMIN}
    by_member = [(before, after) for before, after in changes if "member" in after]
    assert len(by_member) == 4
    assert [before.get("note") for before, _ in by_member if before.get("note")] == ["Old"]
    summary = [after for _, after in changes if "members" in after]
    assert summary == [
        {"members": 4, "tags_added": "VIP", "note_added": "Spoke at the fair", "role": "admin"}
    ]


def test_only_those_whom_it_changes_are_counted_and_written(desk: Desk, chosen: list[int]) -> None:
    change = BulkChange(remove_tags=("NEW",), key_customer=False)
    assert desk.bulk.preview(chosen, change) == (4, 1, 1)
    changes = run(desk, chosen, change)
    assert [after.get("member") for _, after in changes if "member" in after] == ["Ana"]
    assert desk.members.detail(chosen[2]).fields.tags == ("vip",)


def test_customers_of_somebody_who_leaves_are_given_on_at_once_and_found(
    desk: Desk, chosen: list[int]
) -> None:
    run(desk, chosen, BulkChange(account_owner=" Zhou  Min "))
    assert {desk.members.detail(one).fields.account_owner for one in chosen} == {"Zhou Min"}
    assert set(desk.members.ids(MemberFilter(text="zhou min"))) == set(chosen)


def test_nobody_can_be_said_to_look_after_them_any_more(desk: Desk, chosen: list[int]) -> None:
    run(desk, chosen, BulkChange(account_owner="Zhou Min"))
    changes = run(desk, chosen, BulkChange(account_owner=" "))
    assert {desk.members.detail(one).fields.account_owner for one in chosen} == {""}
    assert len(desk.members.ids(MemberFilter(text="zhou min"))) == 0
    assert changes[-1][1]["account_owner"] == "", "the log says so of the change as a whole"


def test_flags_and_language_are_given_and_taken(desk: Desk, chosen: list[int]) -> None:
    run(desk, chosen, BulkChange(key_customer=True, protected=True, language="zh"))
    marked = MemberFilter(conditions=Conditions(key_customer=True, protected=True))
    assert desk.members.count(marked) == 4
    run(desk, chosen, BulkChange(protected=False, language=""))
    assert desk.members.count(marked) == 0
    assert desk.members.detail(chosen[0]).fields.language == ""


def test_what_was_written_is_found_at_once(desk: Desk, chosen: list[int]) -> None:
    run(desk, chosen, BulkChange(add_tags=("大客户",)))
    assert len(desk.members.ids(MemberFilter(text="大客户"))) == 4
    assert len(desk.members.ids(MemberFilter(conditions=Conditions(tag="大客户")))) == 4


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (BulkChange(), "change"),
        (BulkChange(add_tags=(" ",)), "change"),
        (BulkChange(add_tags=("a\0",)), "add_tags"),
        (BulkChange(add_note="x" * (MAX_REASON + 1)), "add_note"),
        (BulkChange(add_note="x" * MAX_REASON), "add_note"),
        (BulkChange(language="xx"), "language"),
        (BulkChange(key_customer=False), "ids"),
    ],
)
def test_what_cannot_be_done_is_done_to_nobody(
    desk: Desk, chosen: list[int], change: BulkChange, field: str
) -> None:
    before = [desk.members.detail(ident).fields for ident in chosen]
    seq = desk.ledger.head()[0]
    with pytest.raises(ValidationError) as caught:
        desk.bulk.run(uuid.uuid4(), chosen, change)
    assert caught.value.field == field
    clear_error(caught.value)
    assert [desk.members.detail(ident).fields for ident in chosen] == before
    assert desk.ledger.head()[0] == seq


def test_the_job_tells_how_far_it_is_and_can_be_stopped(desk: Desk, chosen: list[int]) -> None:
    told: list[tuple[str, int, int]] = []

    def progress(*said: object) -> None:
        told.append(said)  # type: ignore[arg-type]

    args = {"operation": uuid.uuid4(), "ids": chosen, "change": BulkChange(add_tags=("VIP",))}
    found = run_job(JobContext(desk, progress, lambda: False), "members.bulk", args)
    assert told == [("write", 0, 4)]
    assert desk.audit.rows(AuditFilter(action=Action.MEMBER_BULK))[0].seq == found.receipt.seq  # type: ignore[attr-defined]

    def stop(*_said: object) -> None:
        raise CancelledError

    args |= {"operation": uuid.uuid4(), "change": BulkChange(protected=True)}
    with pytest.raises(CancelledError):
        run_job(JobContext(desk, stop, lambda: True), "members.bulk", args)
    assert not desk.members.detail(chosen[0]).fields.protected
