# SPDX-License-Identifier: MIT
"""The lists that a group was given, and how large it was."""

import uuid

import pytest

from groupdesk.domain.departures import GroupSize
from groupdesk.domain.enums import DepartureHow, MemberRole
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.import_preview import FieldChange, LineKind, Take
from groupdesk.domain.import_records import ImportRow, Rejected
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, make_group, make_member
from tests.services.imports.rows import listed, row

U = uuid.uuid4


def take(desk: Desk, group: int, *rows: ImportRow, **more: object) -> int:
    found = desk.imports.preview(listed(*rows, **more), group)
    how = Take(compare=True, how=DepartureHow.OWN_WISH)
    return desk.imports.apply(U(), found, how).subject_id


def test_each_list_has_its_numbers(desk: Desk, clock: MovableClock) -> None:
    group, other = make_group(desk), make_group(desk, "Borealis")
    take(desk, other, row(70, "Elsewhere"))
    take(desk, group, *(row(i, f"M{i}") for i in range(8)), file_name="may.csv")
    first_at = clock.text
    clock.move(days=30)
    second = take(
        desk,
        group,
        *(row(i, f"M{i}", phone="1" if i == 4 else "") for i in range(1, 10)),
        file_name="june.csv",
        rejected=[Rejected(9, "row_without_name")],
    )
    clock.move(days=1)
    desk.import_undo.undo(U(), second, "The wrong group")
    later, earlier = desk.lists.of_group(group)
    assert (earlier.file_name, earlier.new, earlier.left, earlier.undone_at) == (
        "may.csv",
        8,
        0,
        "",
    )
    assert (earlier.taken_at, earlier.operator, earlier.format) == (first_at, "Mei", "table")
    numbers = (later.new, later.changed, later.left, later.unchanged, later.rejected)
    assert numbers == (2, 1, 1, 6, 1)
    assert (later.undone_at, later.undone_by, later.undo_reason) == (
        clock.text, "Mei", "The wrong group",
    )  # fmt: skip
    assert desk.lists.get(later.id) == later


def test_a_list_shows_what_it_changed(desk: Desk) -> None:
    group = make_group(desk)
    first = take(desk, group, *(row(i, f"M{i}") for i in range(6)))
    second = take(
        desk, group,
        row(1, "M1", role=MemberRole.ADMIN), row(2, "M2", tags=("vip",)),
        *(row(i, f"M{i}") for i in range(3, 6)), row(7, "M7", nickname="Seven"),
    )  # fmt: skip
    assert [line.name for line in desk.lists.lines(first, LineKind.NEW, 2, 3)] == ["M2", "M3", "M4"]
    (new,) = desk.lists.lines(second, LineKind.NEW)
    assert (new.name, new.nickname, new.changes) == ("M7", "Seven", ())
    changed = {line.name: line.changes for line in desk.lists.lines(second, LineKind.CHANGED)}
    assert changed == {
        "M1": (FieldChange("role", "member", "admin"),),
        "M2": (FieldChange("tags", "", "vip"),),
    }
    (gone,) = desk.lists.lines(second, LineKind.LEFT)
    assert (gone.name, gone.how) == ("M0", DepartureHow.OWN_WISH)


def test_the_size_follows_the_lists(desk: Desk, clock: MovableClock) -> None:
    group = make_group(desk)
    assert desk.lists.sizes(group) == ()
    moments = []
    for members in (range(4), range(6), range(1, 6)):
        take(desk, group, *(row(i, f"M{i}") for i in members), row(9, "Robot", is_bot=True))
        moments.append(clock.text)
        clock.move(days=7)
    make_member(desk, group, "By hand")
    undone = take(desk, group, row(33, "Stranger"))
    desk.import_undo.undo(U(), undone, "Wrong")
    sizes = desk.lists.sizes(group)
    assert sizes[:3] == tuple(map(GroupSize, moments, (4, 6, 5)))
    assert sizes[3:] == (GroupSize(clock.text, desk.groups.get(group).members),)
    assert sizes[3].members == 6


def test_a_list_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(StateChangedError) as caught:
        desk.lists.get(5)
    clear_error(caught.value)
