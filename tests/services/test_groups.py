# SPDX-License-Identifier: MIT
"""Groups: made, edited, refused, archived."""

import uuid
from collections.abc import Callable

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language, Platform
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.import_records import ReadResult
from groupdesk.domain.member_bulk import BulkChange
from groupdesk.domain.records import GroupFields, GroupFigures, MemberFields
from groupdesk.domain.talk_records import PlanRequest
from groupdesk.services.desk import Desk
from groupdesk.services.imports.read import ReadOptions, open_pasted
from tests.helpers import (
    RULES,
    MovableClock,
    clear_error,
    make_group,
    make_member,
    removal,
    rule_id,
    talk,
    warning,
)

FIELDS = GroupFields("Aurora", Platform.WECOM, Language.ZH, purpose="Orders", size_limit=500)


def test_a_group_reads_as_it_was_made(desk: Desk) -> None:
    group = desk.groups.create(uuid.uuid4(), FIELDS._replace(name=" Aurora  customers ")).subject_id
    record = desk.groups.get(group)
    assert (record.name, record.purpose, record.size_limit) == ("Aurora customers", "Orders", 500)
    assert (record.members, record.rules_version) == (0, 0)
    assert desk.groups.named("Aurora customers") == record
    assert desk.groups.named("Borealis") is None
    assert desk.groups.all() == (record,)


def test_an_edit_writes_only_what_the_person_changed(desk: Desk) -> None:
    group = desk.groups.create(uuid.uuid4(), FIELDS).subject_id
    desk.groups.edit(uuid.uuid4(), group, FIELDS._replace(purpose="Support"), FIELDS)
    desk.groups.edit(uuid.uuid4(), group, FIELDS._replace(owner_name="Mei"), FIELDS)
    record = desk.groups.get(group)
    assert (record.purpose, record.owner_name) == ("Support", "Mei")


def test_an_edit_goes_to_the_log_with_before_and_after(desk: Desk) -> None:
    group = desk.groups.create(uuid.uuid4(), FIELDS).subject_id
    desk.groups.edit(uuid.uuid4(), group, FIELDS._replace(purpose="Returns", size_limit=None))
    assert desk.groups.get(group).size_limit is None
    (newest,) = desk.audit.rows(AuditFilter(action=Action.GROUP_EDIT))
    ((before, after),) = desk.audit.detail(newest.seq).changes
    assert before == {"purpose": "Orders", "size_limit": 500}
    assert after == {"group": "Aurora", "purpose": "Returns", "size_limit": None}
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        (FIELDS._replace(name="  "), "name", "group_name_missing"),
        (FIELDS._replace(name="\u200b\u2800"), "name", "group_name_missing"),
        (FIELDS._replace(name="x" * 201), "name", "text_too_long"),
        (FIELDS._replace(name="a\x00"), "name", "text_unstorable"),
        (FIELDS._replace(purpose="\ud83d"), "purpose", "text_unstorable"),
        (FIELDS._replace(belongs="x" * 100_000), "belongs", "text_too_long"),
        (FIELDS._replace(size_limit=0), "size_limit", "size_limit_too_small"),
    ],
)
def test_what_cannot_be_a_group_is_refused(
    desk: Desk, fields: GroupFields, field: str, code: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        desk.groups.create(uuid.uuid4(), fields)
    assert (caught.value.field, caught.value.code) == (field, code)
    clear_error(caught.value)
    assert desk.groups.all() == ()


def test_names_and_platform_ids_are_taken_once(desk: Desk) -> None:
    first = desk.groups.create(uuid.uuid4(), FIELDS._replace(external_id="wr1")).subject_id
    with pytest.raises(ValidationError, match="group_name_taken"):
        desk.groups.create(uuid.uuid4(), FIELDS)
    with pytest.raises(ValidationError, match="group_id_taken") as caught:
        desk.groups.create(uuid.uuid4(), FIELDS._replace(name="Borealis", external_id=" wr1 "))
    clear_error(caught.value)
    other = FIELDS._replace(name="Borealis", platform=Platform.QQ, external_id="wr1")
    second = desk.groups.create(uuid.uuid4(), other).subject_id
    with pytest.raises(ValidationError, match="group_id_taken"):
        desk.groups.edit(uuid.uuid4(), second, other._replace(platform=Platform.WECOM))
    desk.groups.edit(uuid.uuid4(), first, FIELDS)


def test_a_group_that_is_gone_is_said(desk: Desk) -> None:
    make_group(desk)
    with pytest.raises(StateChangedError, match="group_gone"):
        desk.groups.get(99)
    with pytest.raises(StateChangedError, match="group_gone") as caught:
        desk.groups.edit(uuid.uuid4(), 99, FIELDS)
    clear_error(caught.value)


# ---- archiving


@pytest.fixture
def archived(desk: Desk) -> int:
    """A group with a member, a case and something to do, put away."""
    group = make_group(desk, "Aurora")
    member = make_member(desk, group, "Li Wei")
    talk(desk, member, follow_up_on="2026-07-01")
    warning(desk, member, rule_id(desk, group))
    assert len(desk.todo.all()) == 2
    desk.groups.archive(uuid.uuid4(), group, "  The product is no longer sold.\r\n")
    return group


def test_an_archived_group_leaves_the_list_and_is_found_again(desk: Desk, archived: int) -> None:
    record = desk.groups.get(archived)
    assert record.archived_at
    assert record.archive_reason == "The product is no longer sold."
    assert desk.groups.all() == ()
    assert desk.groups.archived() == (record,)
    assert desk.groups.named("Aurora") == record
    (entry,) = desk.audit.rows(AuditFilter(action=Action.GROUP_ARCHIVE))
    ((before, after),) = desk.audit.detail(entry.seq).changes
    assert (before, after) == ({}, {"group": "Aurora", "reason": record.archive_reason})
    assert desk.verifier.run().findings == ()


def test_it_is_in_use_again_when_it_is_restored(desk: Desk, archived: int) -> None:
    desk.groups.restore(uuid.uuid4(), archived)
    record = desk.groups.get(archived)
    assert (record.archived_at, record.archive_reason) == (None, "")
    assert desk.groups.all() == (record,)
    assert desk.groups.archived() == ()
    assert len(desk.todo.all()) == 2
    talk(desk, 1)
    (entry,) = desk.audit.rows(AuditFilter(action=Action.GROUP_RESTORE))
    ((before, _after),) = desk.audit.detail(entry.seq).changes
    assert before == {"reason": "The product is no longer sold."}
    assert desk.verifier.run().findings == ()


def test_archiving_asks_for_a_reason(desk: Desk) -> None:
    group = make_group(desk)
    for nothing in ("", " \n", "\u200b"):
        with pytest.raises(ValidationError, match="reason_missing") as caught:
            desk.groups.archive(uuid.uuid4(), group, nothing)
        assert caught.value.field == "reason"
    assert desk.groups.get(group).archived_at is None


def test_what_was_done_before_is_said(desk: Desk, archived: int) -> None:
    with pytest.raises(StateChangedError, match="group_archived_before") as caught:
        desk.groups.archive(uuid.uuid4(), archived, "Once more")
    clear_error(caught.value)
    desk.groups.restore(uuid.uuid4(), archived)
    with pytest.raises(StateChangedError, match="group_in_use") as caught:
        desk.groups.restore(uuid.uuid4(), archived)
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="group_gone"):
        desk.groups.archive(uuid.uuid4(), 99, "Over")
    with pytest.raises(StateChangedError, match="group_gone"):
        desk.groups.restore(uuid.uuid4(), 99)


def test_the_name_of_an_archived_group_is_free_until_it_is_to_be_restored(
    desk: Desk, archived: int
) -> None:
    other = desk.groups.create(uuid.uuid4(), FIELDS).subject_id
    found = desk.groups.named("Aurora")
    assert found is not None
    assert found.id == other
    with pytest.raises(RefusedError, match="group_restore_taken") as caught:
        desk.groups.restore(uuid.uuid4(), archived)
    clear_error(caught.value)
    desk.groups.edit(uuid.uuid4(), other, FIELDS._replace(name="Aurora 2"))
    desk.groups.restore(uuid.uuid4(), archived)


def test_the_platform_id_of_an_archived_group_stays_its_own(desk: Desk) -> None:
    first = desk.groups.create(uuid.uuid4(), FIELDS._replace(external_id="wr1")).subject_id
    desk.groups.archive(uuid.uuid4(), first, "Over")
    with pytest.raises(ValidationError, match="group_id_archived") as caught:
        desk.groups.create(uuid.uuid4(), FIELDS._replace(name="Borealis", external_id="wr1"))
    clear_error(caught.value)


def _import(desk: Desk, group: int) -> object:
    read = open_pasted("Nora\nTheo", ReadOptions())
    assert isinstance(read, ReadResult)
    return desk.imports.apply(uuid.uuid4(), desk.imports.preview(read, group))


WRITES: dict[str, Callable[[Desk, int], object]] = {
    "edit": lambda d, g: d.groups.edit(uuid.uuid4(), g, FIELDS),
    "member": lambda d, g: d.members.add(uuid.uuid4(), g, MemberFields("Nora")),
    "member edit": lambda d, _: d.members.edit(uuid.uuid4(), 1, MemberFields("Lee")),
    "list": _import,
    "rules": lambda d, g: d.rules.publish(uuid.uuid4(), g, RULES, based_on=1),
    "talk": lambda d, _: talk(d, 1),
    "warning": lambda d, g: warning(d, 1, rule_id(d, g)),
    "sent": lambda d, _: d.warnings.mark_sent(uuid.uuid4(), 1, MovableClock().text),
    "removal": lambda d, g: d.removals.decide(removal(d, 1, rule_id(d, g))),
    "case": lambda d, _: d.cases.close(uuid.uuid4(), 1, "Done"),
    "plan": lambda d, _: d.talk_plans.plan(PlanRequest(uuid.uuid4(), 1, "2026-07-02")),
    "recognition": lambda d, _: d.recognition.record(uuid.uuid4(), 1, "Helped newcomers"),
    "put off": lambda d, _: d.todo.move(uuid.uuid4(), 1, "2026-07-03"),
    "follow-up": lambda d, _: d.follow_ups.done(uuid.uuid4(), 1),
}


@pytest.mark.parametrize("write", WRITES)
def test_nothing_is_written_in_an_archived_group(desk: Desk, archived: int, write: str) -> None:
    members, cases = desk.members.counts(archived), desk.cases.rows(group_id=archived)
    entries = desk.ledger.head()
    with pytest.raises(RefusedError, match="group_archived") as caught:
        WRITES[write](desk, archived)
    clear_error(caught.value)
    assert caught.value.values["name"] == "Aurora"
    assert desk.members.counts(archived) == members
    assert desk.cases.rows(group_id=archived) == cases
    assert desk.ledger.head() == entries
    desk.groups.restore(uuid.uuid4(), archived)
    WRITES[write](desk, archived)


def test_a_change_of_several_groups_at_once_leaves_the_archived_one_alone(
    desk: Desk, archived: int
) -> None:
    other = make_group(desk, "Borealis")
    both = [1, make_member(desk, other, "Nora")]
    change = BulkChange(add_tags=("vip",))
    with pytest.raises(RefusedError, match="group_archived"):
        desk.bulk.run(uuid.uuid4(), both, change)
    assert desk.members.detail(both[1]).fields.tags == ()
    desk.groups.restore(uuid.uuid4(), archived)
    desk.bulk.run(uuid.uuid4(), both, change)


def test_nothing_of_an_archived_group_is_due(desk: Desk, archived: int) -> None:
    assert desk.todo.all() == ()
    assert [row.group_id for row in desk.cases.rows()] == [archived] * len(desk.cases.rows())
    assert desk.timeline.of_member(1)


def test_the_numbers_of_a_group(desk: Desk) -> None:
    group = make_group(desk)
    assert desk.groups.figures(group) == GroupFigures(0, 0, "", "")
    member = make_member(desk, group, "Li Wei")
    warning(desk, member, rule_id(desk, group), sent_at=MovableClock().text)
    _import(desk, group)
    figures = desk.groups.figures(group)
    assert (figures.bots, figures.open_cases) == (0, 1)
    assert figures.last_list_at
