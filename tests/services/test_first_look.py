# SPDX-License-Identifier: MIT
"""The first names come from the same rows, in the same order, as the list that follows them."""

import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

import pytest

from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.records import MemberFilter
from groupdesk.services.first_look import DATABASE_NAME, FirstLook, exists, first_look
from tests.helpers import MovableClock, give_pin, make_desk, make_group, make_member

NAMES = ("李伟", "王小明", "Ana", "\u202egnp.exe", "Zoë", "陈思", "李伟")


def test_it_shows_what_the_list_shows(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk", MovableClock())
    group = make_group(desk)
    for name in NAMES:
        make_member(desk, group, name)
    first = desk.members.ids(MemberFilter(group), "name", limit=5)
    folder = desk.workspace.folder
    expected = tuple(row.name for row in desk.members.rows(first))
    desk.close()
    assert first_look(folder, group, 5) == FirstLook(False, "Aurora", expected)
    assert first_look(folder, 999, 5) == FirstLook(False, "Aurora", expected)


def test_who_left_is_not_shown(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk", MovableClock())
    group = make_group(desk)
    gone = make_member(desk, group, "李伟")
    make_member(desk, group, "王小明")
    database = desk.workspace.database
    database.execute_sql("UPDATE membership SET state = 'left' WHERE id = ?", (gone,))
    look = first_look(desk.workspace.folder, group, 5)
    desk.close()
    assert look is not None
    assert look.names == ("王小明",)


def test_without_a_group_there_is_nothing_to_show(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk", MovableClock())
    desk.close()
    assert first_look(desk.workspace.folder, 0, 5) is None


def test_an_archived_group_is_never_the_first(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk", MovableClock())
    group, other = make_group(desk), make_group(desk, "Borealis")
    folder = desk.workspace.folder
    desk.groups.archive(uuid.uuid4(), group, "Over")
    assert first_look(folder, group, 5) == FirstLook(False, "Borealis", ())
    desk.groups.archive(uuid.uuid4(), other, "Over")
    assert first_look(folder, group, 5) is None
    desk.close()


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 100])
def test_what_cannot_be_read_is_left_to_the_opening(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / DATABASE_NAME).write_bytes(content)
    assert first_look(tmp_path, 0, 5) is None
    assert exists(tmp_path) is (content is not None)
    assert sorted(path.name for path in tmp_path.iterdir()) == [DATABASE_NAME] * exists(tmp_path)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / DATABASE_NAME
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE membership (id INTEGER)")
    before = path.read_bytes()
    assert first_look(tmp_path, 0, 5) is None
    assert path.read_bytes() == before


def test_a_folder_in_place_of_the_database_is_no_workspace_to_look_into(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).mkdir()
    assert first_look(tmp_path, 0, 5) is None


def test_nobody_is_shown_before_the_pin_of_whoever_comes_to_the_desk(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk", MovableClock())
    make_member(desk, make_group(desk))
    arun = desk.operators.add(uuid.uuid4(), "Arun", OperatorRole.VIEWER).subject_id
    give_pin(desk)
    assert first_look(desk.workspace.folder, 0, 5) is None
    assert first_look(desk.workspace.folder, 0, 5, operator_id=1) is None
    assert first_look(desk.workspace.folder, 0, 5, operator_id=arun) is not None
    desk.operators.deactivate(uuid.uuid4(), arun)
    assert first_look(desk.workspace.folder, 0, 5, operator_id=arun) is None, "the owner comes then"
    desk.close()
