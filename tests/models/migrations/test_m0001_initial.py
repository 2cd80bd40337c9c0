# SPDX-License-Identifier: MIT
"""The first schema: what was done stays as it was written, whoever asks."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from groupdesk.models.migrations import m0001_initial

FROZEN = (
    "talk",
    "member_warning",
    "warning_event",
    "removal",
    "reversal",
    "evidence",
    "evidence_link",
    "rulebook",
    "rule",
    "operation",
    "audit_entry",
    "audit_payload",
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        m0001_initial.apply(opened)
        opened.execute("PRAGMA recursive_triggers = 1")
        yield opened


def entry(seq: int, previous: str, digest: str) -> str:
    return (
        f"INSERT INTO audit_entry VALUES ({seq}, '', '', 1, '', '', '', 0, NULL, 1, '',"
        f" x'', {previous}, {digest})"
    )


@pytest.mark.parametrize("table", FROZEN)
@pytest.mark.parametrize("act", ["UPDATE", "DELETE"])
def test_every_act_is_frozen(connection: sqlite3.Connection, table: str, act: str) -> None:
    triggers = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).fetchall()
    found = [sql for (sql,) in triggers if f"BEFORE {act} ON {table}" in sql]
    assert len(found) == 1
    assert "raise(ABORT" in found[0]
    assert " WHEN " not in found[0]


def test_the_log_grows_at_its_end_only(connection: sqlite3.Connection) -> None:
    one, two = f"x'{'01' * 32}'", f"x'{'02' * 32}'"
    connection.execute(entry(1, "zeroblob(32)", one))
    connection.execute(entry(2, one, two))
    for bad in (
        entry(4, two, one),
        entry(3, one, two),
        entry(2, two, one),
        entry(3, two, one).replace("INSERT", "REPLACE").replace("(3,", "(2,"),
        "UPDATE audit_entry SET at = 'x'",
        "DELETE FROM audit_entry",
        "INSERT INTO audit_payload VALUES (1, 1, 0, NULL, x'', x'')",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="the log"):
            connection.execute(bad)
    connection.execute("INSERT INTO audit_payload VALUES (1, 2, 0, NULL, x'', x'')")
    assert connection.execute("SELECT count(*) FROM audit_entry").fetchone() == (2,)


def test_a_wrong_type_is_refused(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        connection.execute("INSERT INTO operator VALUES (1, 'Mei', 'owner', 'yes', '')")
