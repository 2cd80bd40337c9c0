# SPDX-License-Identifier: MIT
"""What the database of a workspace looks like, as numbers that a start can check at once."""

import hashlib
import sqlite3
from functools import cache

from groupdesk.domain.errors import StorageError
from groupdesk.models.migrations import MIGRATIONS

APPLICATION_ID = 0x47724473  # "GrDs"; tells our files from other SQLite files
SCHEMA_VERSION = len(MIGRATIONS)


def build(connection: sqlite3.Connection, *, start: int = 0) -> None:
    """Run the migrations after number `start`; the caller holds the transaction.

    Raises StorageError("workspace_newer") for a database that a later version has written.
    """
    if start > SCHEMA_VERSION:
        raise StorageError("workspace_newer", found=start, known=SCHEMA_VERSION)
    for migration in MIGRATIONS[start:]:
        migration(connection)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def schema_rows(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Return type, name and SQL of every table, index, trigger and view."""
    rows = connection.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema"
        " WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index_%'"
        " AND name NOT LIKE 'evidence_index_%' ORDER BY type, name"
    )
    return [(str(kind), str(name), str(sql)) for kind, name, sql in rows]


def fingerprint_of(connection: sqlite3.Connection) -> str:
    """Return the fingerprint of the database's whole schema."""
    text = "\n".join("\0".join(row) for row in schema_rows(connection))
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _expected() -> str:
    connection = sqlite3.connect(":memory:")
    try:
        build(connection)
        return fingerprint_of(connection)
    finally:
        connection.close()


def schema_fingerprint(connection: sqlite3.Connection | None = None) -> str:
    """Return the fingerprint of a connection's schema, or of a freshly made workspace."""
    return _expected() if connection is None else fingerprint_of(connection)
