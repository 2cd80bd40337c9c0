# SPDX-License-Identifier: MIT
"""Making, checking and copying a workspace's database."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from groupdesk.domain.errors import StorageError
from groupdesk.models import workspace_file
from groupdesk.models.schema import SCHEMA_VERSION, fingerprint_of, schema_fingerprint


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "groupdesk.db"
    workspace_file.create(path)
    return path


def execute(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


def test_a_new_database_is_todays(path: Path) -> None:
    assert workspace_file.version_of(path) == SCHEMA_VERSION
    assert workspace_file.problems(path) == []
    content = path.read_bytes()
    with pytest.raises(FileExistsError):
        workspace_file.create(path)
    assert path.read_bytes() == content


def test_anothers_database_has_no_version(tmp_path: Path) -> None:
    execute(tmp_path / "songs.db", "CREATE TABLE songs (title TEXT)")
    assert workspace_file.version_of(tmp_path / "songs.db") == 0
    (tmp_path / "noise.db").write_bytes(b"x" * 5000)
    with pytest.raises(StorageError, match="damaged"):
        workspace_file.version_of(tmp_path / "noise.db")


def test_what_is_wrong_with_a_copy_is_named(path: Path) -> None:
    execute(path, "INSERT INTO account VALUES (1, 99, 'qq', NULL, '')")
    assert workspace_file.problems(path) == ["references_broken"]
    execute(path, "DROP TABLE account")
    assert "schema_changed" in workspace_file.problems(path)
    path.write_bytes(path.read_bytes()[:5000])
    assert workspace_file.problems(path)[0] == "damaged"
    assert workspace_file.problems(path.with_name("absent.db")) == ["damaged"]


def test_a_copy_is_checked_before_it_gets_its_name(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    (tmp_path / "copy.db.unfinished").write_bytes(b"from a run that was cut off")
    with closing(sqlite3.connect(path)) as connection:
        workspace_file.copy_checked(connection, target)
        good = target.read_bytes()
        connection.execute("CREATE TABLE planted (x)")
        with pytest.raises(StorageError, match="backup_bad"):
            workspace_file.copy_checked(connection, target)
    assert target.read_bytes() == good
    assert workspace_file.problems(target) == []
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["copy.db", "groupdesk.db"]


def test_a_copy_before_a_migration_keeps_the_old_schema(path: Path, tmp_path: Path) -> None:
    execute(path, "CREATE TABLE older (x)")
    workspace_file.copy_before_migration(path, tmp_path / "before.db")
    with closing(sqlite3.connect(tmp_path / "before.db")) as connection:
        assert fingerprint_of(connection) != schema_fingerprint()
        assert connection.execute("SELECT count(*) FROM older").fetchone() == (0,)


def test_a_newer_database_is_not_migrated(path: Path) -> None:
    execute(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    content = path.read_bytes()
    with pytest.raises(StorageError, match="workspace_newer"):
        workspace_file.migrate(path)
    assert path.read_bytes() == content


def test_a_broken_reference_stops_a_migration(path: Path) -> None:
    execute(path, "INSERT INTO account VALUES (1, 99, 'qq', NULL, '')")
    with pytest.raises(StorageError, match="migration_failed"):
        workspace_file.migrate(path)
