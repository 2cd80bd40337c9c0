# SPDX-License-Identifier: MIT
"""Why groups are there: written once, kept as it was, shown again."""

import uuid

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language, Platform
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.records import GroupFields
from groupdesk.domain.review_enums import GroupNoteKind
from groupdesk.domain.upkeep_records import GroupNoteRequest
from groupdesk.services.desk import Desk
from tests.helpers import make_group, make_member

FIELDS = GroupFields("Aurora", Platform.WECOM, Language.EN, purpose="Orders", belongs="Buyers")


def joined(*groups: int, **said: str) -> GroupNoteRequest:
    return GroupNoteRequest(uuid.uuid4(), groups, GroupNoteKind.JOINED, **said)


def test_a_new_group_keeps_the_words_of_the_day(desk: Desk) -> None:
    group = desk.groups.create(uuid.uuid4(), FIELDS, " A big launch in June ").subject_id
    desk.groups.edit(uuid.uuid4(), group, FIELDS._replace(purpose="Support"))
    (note,) = desk.upkeep.group_notes.of_group(group)
    assert (note.kind, note.purpose, note.belongs, note.why_now) == (
        *(GroupNoteKind.OPENED, "Orders", "Buyers"),
        "A big launch in June",
    )
    assert desk.verifier.run().findings == ()


def test_a_group_about_which_nothing_was_said_has_no_note(desk: Desk) -> None:
    bare = FIELDS._replace(purpose="", belongs="")
    group = desk.groups.create(uuid.uuid4(), bare, "  ").subject_id
    assert desk.upkeep.group_notes.of_group(group) == ()


def test_joining_is_noted_and_in_the_log_with_its_words(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    desk.upkeep.group_notes.record(joined(group, why_now="The buyers moved here"))
    (row,) = desk.audit.rows(AuditFilter(action=Action.GROUP_NOTE))
    ((_before, after),) = desk.audit.detail(row.seq).changes
    assert after == {
        "group": "Aurora",
        "group_note": "joined",
        "why_now": "The buyers moved here",
    }


def test_several_groups_are_kept_in_one_act_with_the_reason(desk: Desk) -> None:
    groups = make_group(desk, rules=False), make_group(desk, "Borealis", rules=False)
    kept = GroupNoteRequest(uuid.uuid4(), groups, GroupNoteKind.KEPT, text="Season begins in May")
    desk.upkeep.group_notes.record(kept)
    assert desk.upkeep.group_notes.record(kept).repeated
    told = [desk.upkeep.group_notes.of_group(group)[0].text for group in groups]
    assert told == ["Season begins in May"] * 2
    assert len(desk.audit.rows(AuditFilter(action=Action.GROUP_NOTE))) == 1


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (joined(1, why_now="  "), "why_now"),
        (GroupNoteRequest(uuid.uuid4(), (1,), GroupNoteKind.KEPT, why_now="No reason"), "text"),
        (joined(1, purpose="x" * 100_000), "purpose"),
    ],
)
def test_a_note_that_says_nothing_is_told_so(
    desk: Desk, request_: GroupNoteRequest, field: str
) -> None:
    make_group(desk, rules=False)
    with pytest.raises(ValidationError) as caught:
        desk.upkeep.group_notes.record(request_)
    assert caught.value.field == field
    assert desk.upkeep.group_notes.of_group(1) == ()


def test_nothing_is_written_about_archived_groups_and_those_that_are_gone(desk: Desk) -> None:
    here, away = make_group(desk, rules=False), make_group(desk, "Over", rules=False)
    desk.groups.archive(uuid.uuid4(), away, "Over")
    with pytest.raises(RefusedError, match="group_archived"):
        desk.upkeep.group_notes.record(joined(here, away, why_now="Both"))
    with pytest.raises(StateChangedError, match="group_gone"):
        desk.upkeep.group_notes.record(joined(here, 99, why_now="Both"))
    assert desk.upkeep.group_notes.of_group(here) == ()


def test_one_of_us_in_a_group_is_asked_why_until_somebody_wrote_it(desk: Desk) -> None:
    group = make_group(desk, rules=False)
    person = desk.members.row(make_member(desk, group, "Mei L.")).person_id
    assert desk.upkeep.group_notes.ours_without_why(group) == ()
    desk.operators.link_me(uuid.uuid4(), person)
    assert desk.upkeep.group_notes.ours_without_why(group) == ("Mei",)
    desk.upkeep.group_notes.record(joined(group, why_now="The buyers moved here"))
    assert desk.upkeep.group_notes.ours_without_why(group) == ()
