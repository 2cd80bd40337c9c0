# SPDX-License-Identifier: MIT
"""The connection to a workspace's database, under the storage contract.

Every pragma is read back after it was set: SQLite takes a misspelt one in silence.
"""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from peewee import SqliteDatabase

from groupdesk.domain.errors import StorageError
from groupdesk.models import schema
from groupdesk.models.schema import APPLICATION_ID, schema_fingerprint
from groupdesk.models.tables import TABLES
from groupdesk.scratch import ScratchFolder

_WRITE_PRAGMAS: tuple[tuple[str, str | int], ...] = (
    ("journal_mode", "wal"),
    ("synchronous", 2),  # FULL: NORMAL lost acknowledged commits at power cuts
    ("foreign_keys", 1),
    ("recursive_triggers", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("secure_delete", 1),
    ("mmap_size", 0),
    ("wal_autocheckpoint", 4000),
)
_READ_PRAGMAS: tuple[tuple[str, str | int], ...] = (
    ("query_only", 1),
    ("foreign_keys", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("mmap_size", 0),
)
BUSY_SECONDS = 10


class WorkspaceDatabase(SqliteDatabase):
    """One workspace's database file. Threads open and close their own connections."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Prepare for the existing file at `path`; nothing is opened yet.

        Read only, a file without a log beside it is read in place; otherwise a temporary copy
        is read, because SQLite cannot follow a log that it may not lock.
        """
        self.path = path
        self.read_only = read_only
        self.refusal = "read_only"  # the code of the error that says why nothing can be written
        self._copy: ScratchFolder | None = None
        self._identity: tuple[int, int] | None = None
        source = path
        mode = "rw"
        if read_only:
            mode = "ro&immutable=1"
            wal = path.with_name(path.name + "-wal")
            if wal.exists() and wal.stat().st_size:
                source, mode = self._read_copy(wal), "rw"
        super().__init__(
            f"file:{_uri_path(source)}?mode={mode}",
            uri=True,
            pragmas=list(_READ_PRAGMAS if read_only else _WRITE_PRAGMAS),
            timeout=BUSY_SECONDS,
            lock_type="IMMEDIATE",
            autoconnect=False,
        )

    # peewee leaves these two untyped; everything of ours goes through them.

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> sqlite3.Cursor:
        """Run one statement on this thread's connection."""
        cursor: sqlite3.Cursor = super().execute_sql(sql, params)  # type: ignore[no-untyped-call]
        return cursor

    def connection(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        connection: sqlite3.Connection = super().connection()  # type: ignore[no-untyped-call]
        return connection

    def open_checked(self) -> None:
        """Open this thread's connection and refuse anything but a sound workspace of ours.

        Raises StorageError: missing, not_a_workspace, newer, older, schema_changed,
        pragma_refused, or what SQLite says of the file.
        """
        if not self.path.exists():
            raise StorageError("workspace_missing", path=str(self.path))
        self.connect()
        try:
            self._check()
        except BaseException:
            self.close()
            raise

    def _check(self) -> None:
        self._identity = _identity(self.path)
        for name, wanted in _READ_PRAGMAS if self.read_only else _WRITE_PRAGMAS:
            if self.pragma(name) != wanted:
                raise StorageError("pragma_refused", pragma=name)
        if self.pragma("application_id") != APPLICATION_ID:
            raise StorageError("not_a_workspace", path=str(self.path))
        version = self.pragma("user_version")
        if version > schema.SCHEMA_VERSION:
            raise StorageError("workspace_newer", found=version, known=schema.SCHEMA_VERSION)
        if version < schema.SCHEMA_VERSION:
            raise StorageError("workspace_older", found=version, known=schema.SCHEMA_VERSION)
        if schema_fingerprint(self.connection()) != schema_fingerprint():
            raise StorageError("schema_changed")

    def use_for_reading(self) -> None:
        """Make this thread's connection refuse writes: the window only ever reads."""
        self.pragma("query_only", 1)

    def use_for_writing(self) -> None:
        """Let this thread's connection write again, for the last backup."""
        self.pragma("query_only", 0)

    def check_identity(self) -> None:
        """Raise StorageError("workspace_moved") when another file lies at our path by now."""
        try:
            same = _identity(self.path) == self._identity
        except OSError:
            same = False
        if not same:
            raise StorageError("workspace_moved", path=str(self.path))

    def bind_tables(self) -> None:
        """Make this the database that the tables speak to, in every thread."""
        self.bind(TABLES, bind_refs=False, bind_backrefs=False)

    def release(self) -> None:
        """Close this thread's connection and drop a temporary copy."""
        if not self.is_closed():
            self.close()
        if self._copy is not None:
            self._copy.close()
            self._copy = None

    def _read_copy(self, wal: Path) -> Path:
        self._copy = ScratchFolder()
        folder = self._copy.path
        copy = folder / self.path.name
        shutil.copyfile(self.path, copy)
        shutil.copyfile(wal, folder / wal.name)
        return copy


def create_private_file(path: Path) -> None:
    """Create an empty file that only its owner may read. Raises FileExistsError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def connect_read_only(path: Path) -> contextlib.closing[sqlite3.Connection]:
    """Return a context with a plain read-only connection to a published copy."""
    return contextlib.closing(
        sqlite3.connect(f"file:{_uri_path(path)}?mode=ro&immutable=1", uri=True)
    )


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _uri_path(path: Path) -> str:
    # as_uri() quotes what a path may hold and a URI may not; SQLite takes the part after "file:"
    return path.absolute().as_uri().removeprefix("file:")
