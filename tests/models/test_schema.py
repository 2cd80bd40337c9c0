# SPDX-License-Identifier: MIT
"""The schema as a fingerprint."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from groupdesk.domain.errors import StorageError
from groupdesk.models.migrations import MIGRATIONS
from groupdesk.models.schema import SCHEMA_VERSION, build, schema_fingerprint, schema_rows
from groupdesk.services.verify import VOUCHED

REGISTER = {
    *("workspace_value", "operator", "operator_pin"),
    *("customer_group", "membership", "case_file"),
}
"""What the log vouches for and may be changed: the log has what stood before."""


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        build(opened)
        yield opened


def test_every_build_gives_the_same_fingerprint(connection: sqlite3.Connection) -> None:
    assert schema_fingerprint(connection) == schema_fingerprint()
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert len(MIGRATIONS) == SCHEMA_VERSION


@pytest.mark.parametrize(
    "change",
    [
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE t (x)",
        "CREATE INDEX i ON talk (channel)",
        "DROP INDEX talk_case_id",
        "DROP TRIGGER removal_no_delete",
        "ALTER TABLE draft ADD COLUMN x TEXT",
        "CREATE TRIGGER planted AFTER INSERT ON draft BEGIN SELECT 1; END",
    ],
)
def test_any_change_changes_it(connection: sqlite3.Connection, change: str) -> None:
    connection.execute(change)
    assert schema_fingerprint(connection) != schema_fingerprint()


def test_a_schema_of_the_future_is_not_built_upon(connection: sqlite3.Connection) -> None:
    with pytest.raises(StorageError, match="workspace_newer"):
        build(connection, start=SCHEMA_VERSION + 1)


def test_every_table_is_strict(connection: sqlite3.Connection) -> None:
    loose = [
        name
        for kind, name, sql in schema_rows(connection)
        if kind == "table" and not sql.rstrip().endswith("STRICT") and not name.endswith("_index")
    ]
    assert loose == []


def test_what_was_recorded_is_neither_changed_nor_taken_away(
    connection: sqlite3.Connection,
) -> None:
    connection.execute("PRAGMA recursive_triggers = 1")  # as the program opens it
    kinds = {"TEXT": "x", "INTEGER": 1, "BLOB": b"x"}
    for table in sorted({*VOUCHED} - REGISTER):
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        row = [kinds[kind] for _place, _name, kind, *_rest in columns]
        insert = f"INTO {table} VALUES ({', '.join('?' * len(row))})"
        connection.execute(f"INSERT {insert}", row)
        for change, values in (
            (f"UPDATE {table} SET id = id + 1", ()),
            (f"DELETE FROM {table}", ()),
            (f"INSERT OR REPLACE {insert}", row),
        ):
            with pytest.raises(sqlite3.IntegrityError, match="never changed"):
                connection.execute(change, values)
        assert connection.execute(f"SELECT * FROM {table}").fetchall() == [tuple(row)]
