# SPDX-License-Identifier: MIT
"""The connection keeps the storage contract, and says so when it cannot."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from groupdesk.domain.errors import StorageError
from groupdesk.models import database as module
from groupdesk.models import workspace_file
from groupdesk.models.database import WorkspaceDatabase, connect_read_only, create_private_file
from groupdesk.models.operators import WorkspaceValue
from tests.helpers import clear_error


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a #1 %20?.db"  # what a URI would read as something else
    workspace_file.create(path)
    return path


@pytest.fixture
def database(path: Path) -> Iterator[WorkspaceDatabase]:
    opened = WorkspaceDatabase(path)
    opened.open_checked()
    opened.bind_tables()
    yield opened
    opened.release()


def test_every_pragma_holds(database: WorkspaceDatabase) -> None:
    held = {
        name: database.pragma(name)
        for name in (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "recursive_triggers",
            "trusted_schema",
            "cell_size_check",
            "secure_delete",
            "mmap_size",
        )
    }
    assert held == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "mmap_size": 0,
    }


def test_a_pragma_that_does_not_take_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = (*module._WRITE_PRAGMAS, ("foreign_key", 1))  # misspelt: SQLite says nothing
    monkeypatch.setattr(module, "_WRITE_PRAGMAS", wanted)
    database = WorkspaceDatabase(path)
    with pytest.raises(StorageError, match="pragma_refused") as caught:
        database.open_checked()
    clear_error(caught.value)
    assert database.is_closed()


def test_the_window_can_only_read(database: WorkspaceDatabase) -> None:
    database.use_for_reading()
    with pytest.raises(Exception, match="readonly"):
        WorkspaceValue.create(key="a", value="b")
    database.use_for_writing()
    WorkspaceValue.create(key="a", value="b")


def test_a_replaced_file_is_noticed(database: WorkspaceDatabase, path: Path) -> None:
    database.check_identity()
    path.rename(path.with_name("moved.db"))
    with pytest.raises(StorageError, match="workspace_moved"):
        database.check_identity()
    workspace_file.create(path)
    with pytest.raises(StorageError, match="workspace_moved"):
        database.check_identity()


@pytest.mark.parametrize("with_log", [False, True])
def test_reading_only_changes_nothing_and_sees_all(
    path: Path, tmp_path: Path, with_log: bool
) -> None:
    writer = WorkspaceDatabase(path)
    writer.open_checked()
    writer.bind_tables()
    WorkspaceValue.create(key="a", value="b")
    if not with_log:
        writer.release()
    before = {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()}
    reader = WorkspaceDatabase(path, read_only=True)
    reader.open_checked()
    reader.bind_tables()
    assert WorkspaceValue.get(WorkspaceValue.key == "a").value == "b"
    with pytest.raises(Exception, match="readonly"):
        WorkspaceValue.create(key="c", value="d")
    reader.release()
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == before
    writer.release()


def test_a_missing_database_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="workspace_missing"):
        WorkspaceDatabase(tmp_path / "absent.db").open_checked()
    assert list(tmp_path.iterdir()) == []


def test_an_older_database_is_not_opened_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    with pytest.raises(StorageError, match="workspace_older") as caught:
        WorkspaceDatabase(path, read_only=True).open_checked()
    clear_error(caught.value)


def test_private_files_are_private_and_never_replace(tmp_path: Path) -> None:
    create_private_file(tmp_path / "a")
    assert (tmp_path / "a").stat().st_mode & 0o077 == 0
    with pytest.raises(FileExistsError):
        create_private_file(tmp_path / "a")
    with connect_read_only(tmp_path / "a") as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("CREATE TABLE x (y)")
