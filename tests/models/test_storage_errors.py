# SPDX-License-Identifier: MIT
"""What SQLite and the disk report becomes one of our codes; a bug stays a bug."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import peewee
import pytest

from groupdesk.domain.errors import StorageError, ValidationError
from groupdesk.models.storage_errors import classify, storage_errors


def sqlite_error(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("whatever")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_BUSY", "locked"),
        ("SQLITE_BUSY_SNAPSHOT", "locked"),
        ("SQLITE_READONLY", "read_only"),
        ("SQLITE_READONLY_DIRECTORY", "read_only"),
        ("SQLITE_READONLY_DBMOVED", "workspace_moved"),
        ("SQLITE_CORRUPT_VTAB", "damaged"),
        ("SQLITE_NOTADB", "damaged"),
        ("SQLITE_IOERR_WRITE", "disk_error"),
        ("SQLITE_CANTOPEN_ISDIR", "cannot_open"),
    ],
)
def test_sqlites_names(name: str, code: str) -> None:
    found = classify(sqlite_error(name))
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EFBIG, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.EIO, "disk_error"),
    ],
)
def test_the_systems_numbers(number: int, code: str) -> None:
    found = classify(OSError(number, "whatever"))
    assert found is not None
    assert found.code == code


def test_the_reason_behind_a_failed_rollback_counts() -> None:
    try:
        try:
            raise sqlite_error("SQLITE_FULL")
        except sqlite3.Error:
            raise peewee.OperationalError("cannot rollback - no transaction is active")  # noqa: B904  # how it arrives
    except peewee.OperationalError as error:
        found = classify(error)
    assert found is not None
    assert found.code == "disk_full"


@pytest.mark.parametrize(
    "error",
    [
        ValueError("x"),
        KeyError("x"),
        FileNotFoundError(errno.ENOENT, "x"),
        sqlite_error("SQLITE_ERROR"),
        sqlite_error("SQLITE_CONSTRAINT_TRIGGER"),
        peewee.IntegrityError("x"),
    ],
)
def test_a_bug_stays_a_bug(error: Exception) -> None:
    assert classify(error) is None
    with pytest.raises(type(error)) as caught, storage_errors():
        raise error
    assert caught.value is error


def test_our_own_errors_pass_as_they_are() -> None:
    refused = ValidationError("name", "group_name_missing")
    with pytest.raises(ValidationError) as caught, storage_errors():
        raise refused
    assert caught.value is refused
    known = StorageError("workspace_moved", path="/a")
    assert classify(known) is known


def test_text_that_is_no_text_means_damage(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("CREATE TABLE t (x TEXT) STRICT")
        connection.execute("INSERT INTO t VALUES (CAST(x'ff' AS TEXT))")
        with pytest.raises(StorageError, match="damaged"), storage_errors():
            connection.execute("SELECT x FROM t").fetchone()
    found = classify(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"))
    assert found is not None
    assert found.code == "damaged"
