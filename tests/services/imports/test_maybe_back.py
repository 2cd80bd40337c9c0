# SPDX-License-Identifier: MIT
"""Who comes with a list under a new ID and may be somebody whom the group removed before."""

import uuid

import pytest

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.import_records import ImportRow
from groupdesk.domain.person_records import Likeness
from groupdesk.domain.records import MemberFields, MemberFilter
from groupdesk.services.desk import Desk
from groupdesk.words import Words
from tests.helpers import make_group, make_member, removal, rule_id, warning
from tests.services.imports.rows import listed, row

U = uuid.uuid4
OTHERS = (row(8, "Somebody"), row(9, "钱多"))


@pytest.fixture
def group(desk: Desk) -> int:
    return make_group(desk)


def removed(desk: Desk, group: int, *, lifted: bool = True) -> int:
    """Return the entry of a warned member who was removed, in error as it turned out."""
    fields = MemberFields("钱 多多", external_id="u1", email="Duo@example.com", phone="13800138000")
    member = desk.members.add(U(), group, fields).subject_id
    rule = rule_id(desk, group)
    warning(desk, member, rule, sent_at=to_text(desk.clock()))
    request = removal(desk, member, rule, already_removed_at="2026-06-01T00:00:00.000Z")
    number = desk.removals.decide(request).subject_id
    if lifted:
        desk.reversals.record(U(), SubjectKind.REMOVAL, number, "It was her brother.")
    return desk.members.row(member).person_id


def named(desk: Desk, group: int, *rows: ImportRow) -> list[str]:
    """Return whom the preview of a list names as maybe the same, and check that it has words."""
    preview = desk.imports.preview(listed(*rows, *OTHERS), group)
    notes = [note for note in preview.summary.notes if note.code == "maybe_back"]
    for note in notes:
        for language in ("en", "zh"):
            said = Words(language)("import_note.maybe_back", **note.values)
            assert note.values["names"] in said
    return [name for note in notes for name in note.values["names"].split(", ")]


@pytest.mark.parametrize(
    "new",
    [
        row(5, "钱多多"),
        row(5, "Duoduo", email="duo@example.com"),
        row(5, "Duoduo", phone="+86 138 0013 8000"),
    ],
)
def test_after_a_lifted_removal_a_new_id_may_be_the_same_person(
    desk: Desk, group: int, new: ImportRow
) -> None:
    first = removed(desk, group)
    assert named(desk, group, new) == [new.name]
    preview = desk.imports.preview(listed(new, *OTHERS), group)
    desk.imports.apply(U(), preview)
    (back,) = desk.members.rows(desk.members.ids(MemberFilter(group, text=new.name)))[:1]
    # never one by itself, but offered where persons are linked; then what stands counts
    assert (back.person_id != first, back.standing) == (True, 0)
    pair = desk.duplicates.report().pairs[0]
    assert {pair.first.person_id, pair.second.person_id} == {first, back.person_id}
    assert Likeness.SAME_ID not in dict(pair.why)
    desk.persons.link(U(), back.person_id, first, "Her voice")
    assert desk.members.row(back.id).standing > 0


def test_a_removal_that_holds_is_told_of_by_the_name_too(desk: Desk, group: int) -> None:
    removed(desk, group, lifted=False)
    assert named(desk, group, row(5, "钱多多")) == ["钱多多"]
    # a sure sign is told as one, and once
    assert named(desk, group, row(5, "钱多多", phone="13800138000")) == []
    codes = [
        note.code
        for note in desk.imports.preview(
            listed(row(5, "钱多多", phone="13800138000")), group
        ).summary.notes
    ]
    assert codes == ["watched"]


def test_a_name_on_the_blocklist_is_told_in_every_group(desk: Desk, group: int) -> None:
    member = make_member(desk, group, "Łukasz Nowak", "u1")
    desk.blocklist.block(U(), desk.members.row(member).person_id, "Sells our list")
    other = make_group(desk, "Borealis")
    assert named(desk, other, row(5, "lukasz nowak")) == ["lukasz nowak"]


def test_who_is_back_already_or_only_left_is_no_matter(desk: Desk, group: int) -> None:
    removed(desk, group)
    assert named(desk, make_group(desk, "Borealis"), row(5, "钱多多")) == []
    desk.members.add(U(), group, MemberFields("钱多多", external_id="u1"))
    assert named(desk, group, row(5, "钱多多")) == []
    assert named(desk, group, row(1, "钱多多")) == []
