# SPDX-License-Identifier: MIT
"""A workspace of the fourth schema goes on as it was; what was asked and decided is frozen."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from groupdesk.models import schema
from groupdesk.models.migrations import MIGRATIONS
from groupdesk.services.first_look import DATABASE_NAME
from tests.helpers import (
    MovableClock,
    kept,
    make_desk,
    make_group,
    make_member,
    nothing_lost,
    open_desk,
)

FROZEN = (
    "exit_request",
    "exit_entry",
    "exit_told",
    "rejoin_request",
    "rejoin_entry",
    "handover",
    "handover_entry",
    "review",
    "review_group",
    "review_row",
    "review_decision",
    "review_entry",
    "group_note",
)


def test_a_workspace_of_the_fourth_schema_keeps_all_it_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as early:
        early.setattr(schema, "MIGRATIONS", MIGRATIONS[:4])
        early.setattr(schema, "SCHEMA_VERSION", 4)
        schema._expected.cache_clear()
        made = make_desk(tmp_path, MovableClock(), anchors=tmp_path / "anchors")
        made.close()
    schema._expected.cache_clear()
    path = tmp_path / "desk" / DATABASE_NAME
    with closing(sqlite3.connect(path)) as fourth:
        assert fourth.execute("PRAGMA user_version").fetchone() == (4,)
        names = str(fourth.execute("SELECT name FROM sqlite_schema").fetchall())
        assert "exit_request" not in names
    before = kept(tmp_path)
    open_desk(tmp_path, MovableClock(), anchors=tmp_path / "anchors").close()
    desk = nothing_lost(before)
    make_member(desk, make_group(desk), "李伟")
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize("table", FROZEN)
@pytest.mark.parametrize("act", ["UPDATE", "DELETE"])
def test_what_was_asked_and_decided_is_frozen(table: str, act: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.build(connection)
        triggers = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()
    found = [sql for (sql,) in triggers if f"BEFORE {act} ON {table}" in sql]
    assert len(found) == 1
    assert "raise(ABORT" in found[0]
