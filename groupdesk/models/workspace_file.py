# SPDX-License-Identifier: MIT
"""Making a workspace's database, checking it, copying it, and bringing it up to date."""

import contextlib
import os
import sqlite3
from pathlib import Path

from groupdesk.domain.errors import StorageError
from groupdesk.models.database import connect_read_only, create_private_file
from groupdesk.models.schema import APPLICATION_ID, build, fingerprint_of, schema_fingerprint
from groupdesk.models.storage_errors import classify


def create(path: Path) -> None:
    """Create a database with today's schema and no content at `path`.

    Raises FileExistsError when something lies there: an existing file is never touched.
    """
    create_private_file(path)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("BEGIN IMMEDIATE")
        build(connection)
        connection.execute("COMMIT")


def version_of(path: Path) -> int:
    """Return the schema version of the database at `path`, 0 when it is none of ours."""
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as c:
            if c.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return 0
            return int(c.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error as error:
        raise classify(error) or error from error


def migrate(path: Path) -> None:
    """Bring an older database up to date, all steps in one transaction.

    The caller makes a checked backup first. Raises StorageError("migration_failed") when the
    outcome differs from a freshly made database or breaks a reference; nothing is changed then.
    """
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Rebuilding a table must not cascade; references are checked as a whole at the end.
        connection.execute("PRAGMA foreign_keys = 0")
        connection.execute("PRAGMA synchronous = 2")
        connection.execute("BEGIN IMMEDIATE")
        try:
            start = int(connection.execute("PRAGMA user_version").fetchone()[0])
            build(connection, start=start)
            _require_migrated(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _require_migrated(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None or fingerprint_of(connection) != schema_fingerprint():
        raise StorageError("migration_failed")


def copy_checked(source: sqlite3.Connection, target: Path, *, schema: str = "") -> None:
    """Copy the open database to `target`, check the copy, and only then give it its name.

    The copy needs no log beside it, so it can be kept anywhere and opened read only.
    Raises StorageError("backup_bad") when the copy does not pass the checks.
    """
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    create_private_file(unfinished)
    try:
        with contextlib.closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
            source.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode = delete")
        _require_sound(unfinished, schema)
        with unfinished.open("rb") as stream:
            os.fsync(stream.fileno())
        unfinished.replace(target)
        sync_folder(target.parent)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        unfinished.with_name(unfinished.name + "-journal").unlink(missing_ok=True)
        raise


def _require_sound(copy: Path, schema: str) -> None:
    if problems(copy, schema=schema):
        raise StorageError("backup_bad")


def copy_before_migration(path: Path, target: Path) -> None:
    """Make a checked copy of an older database before it is changed.

    Raises StorageError("backup_bad") when the copy is not sound.
    """
    with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as c:
        copy_checked(c, target, schema=fingerprint_of(c))


def problems(path: Path, *, schema: str = "") -> list[str]:
    """Return what is wrong with a published copy: nothing for a sound one.

    `schema` is the fingerprint it must have, today's when empty.
    """
    try:
        with connect_read_only(path) as connection:
            found = check(connection)
            if fingerprint_of(connection) != (schema or schema_fingerprint()):
                found.append("schema_changed")
            return found
    except (sqlite3.Error, UnicodeDecodeError):
        return ["damaged"]


def check(connection: sqlite3.Connection) -> list[str]:
    """Run SQLite's own checks: "damaged" and "references_broken", or nothing."""
    found = []
    try:
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            found.append("damaged")
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            found.append("references_broken")
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        found.append("damaged")
    return found


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system allows it."""
    if os.name != "posix":
        return  # Windows cannot open a folder; its file system journals the rename
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
