# SPDX-License-Identifier: MIT
"""A workspace whose search index an older version made is found through as any other."""

import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

import pytest

from groupdesk.domain.errors import StorageError
from groupdesk.domain.records import MemberFields, MemberFilter
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.workspace_file import create
from groupdesk.services import search
from groupdesk.services.desk import Desk
from groupdesk.services.first_look import DATABASE_NAME
from groupdesk.services.search_upkeep import bring_up_to_date, needs_rebuild
from tests.helpers import MovableClock, make_group, make_member, open_desk, ready_desk

OLD = {  # as the first version folded and sorted them
    "Lzz": ("1 lzz", "1lzz\x01lzz"),
    "Łukasz": ("1 łukasz", "1łukasz\x01łukasz"),
    "🌸小花": ("1 🌸小花 xiaohua xh h", "3🌸 xiao hua\x01🌸小花"),
    "Zoe": ("1 zoe", "1zoe\x01zoe"),
}


@pytest.fixture
def old(tmp_path: Path, clock: MovableClock) -> Path:
    """A closed workspace as the first version left it."""
    desk = ready_desk(tmp_path, clock)
    group = make_group(desk)
    members = {name: make_member(desk, group, name) for name in OLD}
    desk.close()
    with closing(sqlite3.connect(tmp_path / "desk" / DATABASE_NAME)) as connection:
        for name, (words, key) in OLD.items():
            search.put(connection, members[name], words)
            connection.execute(
                "UPDATE membership SET sort_key = ? WHERE id = ?", (key, members[name])
            )
        connection.commit()
    return tmp_path


def listed(desk: Desk, text: str = "") -> list[str]:
    ids = desk.members.ids(MemberFilter(text=text))
    return [row.name for row in desk.members.rows(ids)]


def test_an_old_workspace_is_found_and_sorted_as_a_new_one(old: Path, clock: MovableClock) -> None:
    desk = open_desk(old, clock)
    try:
        assert listed(desk, "lukasz") == listed(desk, "Łuk") == ["Łukasz"]
        assert listed(desk) == ["Łukasz", "Lzz", "🌸小花", "Zoe"]
        assert desk.verifier.run().findings == ()
        desk.members.add(uuid.uuid4(), 1, MemberFields("Æsa"))
        assert listed(desk, "aes") == ["Æsa"]
    finally:
        desk.close()


def test_it_is_done_once(old: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> None:
    open_desk(old, clock).close()
    monkeypatch.setattr(search, "rebuild", None)
    open_desk(old, clock).close()


def test_what_breaks_off_leaves_the_old_index(
    old: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(connection: sqlite3.Connection) -> int:
        connection.execute("DELETE FROM search_text")
        raise StorageError("disk_error")

    with monkeypatch.context() as patched:
        patched.setattr(search, "rebuild", break_off)
        with pytest.raises(StorageError, match="disk_error"):
            open_desk(old, clock)
    with closing(sqlite3.connect(old / "desk" / DATABASE_NAME)) as connection:
        assert search.first_ids(connection, "zoe", 5) != []
    desk = open_desk(old, clock)
    assert listed(desk, "lukasz") == ["Łukasz"]
    desk.close()


def test_on_a_full_disk_the_old_index_serves_for_reading(
    old: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_the_disk(_connection: sqlite3.Connection) -> int:
        raise StorageError("disk_full")

    monkeypatch.setattr(search, "rebuild", fill_the_disk)
    desk = open_desk(old, clock)
    assert desk.ledger.refusal == "disk_was_full"
    assert listed(desk, "zoe") == ["Zoe"]
    desk.close()


def test_an_empty_workspace_has_nothing_to_do(tmp_path: Path) -> None:
    create(tmp_path / "w.db")
    database = WorkspaceDatabase(tmp_path / "w.db")
    database.open_checked()
    try:
        assert not needs_rebuild(database.connection())
        assert not bring_up_to_date(database)
    finally:
        database.release()
