# SPDX-License-Identifier: MIT
"""A workspace of the first schema goes on as it was; what was decided about members is frozen."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from groupdesk.models import schema
from groupdesk.models.migrations import m0001_initial
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

FROZEN = ("person_link", "block_entry", "import_change", "import_undo", "departure")


def test_a_workspace_of_the_first_schema_keeps_all_it_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as early:
        early.setattr(schema, "MIGRATIONS", (m0001_initial.apply,))
        early.setattr(schema, "SCHEMA_VERSION", 1)
        schema._expected.cache_clear()
        made = make_desk(tmp_path, MovableClock(), anchors=tmp_path / "anchors")
        made.close()
    schema._expected.cache_clear()
    path = tmp_path / "desk" / DATABASE_NAME
    with closing(sqlite3.connect(path)) as first:
        assert first.execute("PRAGMA user_version").fetchone() == (1,)
        assert "policy" not in str(first.execute("SELECT sql FROM sqlite_schema").fetchall())
    before = kept(tmp_path)
    open_desk(tmp_path, MovableClock(), anchors=tmp_path / "anchors").close()
    desk = nothing_lost(before)
    make_member(desk, make_group(desk), "李伟")
    desk.close()
    assert (tmp_path / "desk" / "backups" / f"before-version-{schema.SCHEMA_VERSION}.db").is_file()


@pytest.mark.parametrize("table", FROZEN)
@pytest.mark.parametrize("act", ["UPDATE", "DELETE"])
def test_what_was_decided_is_frozen(table: str, act: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        schema.build(connection)
        triggers = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()
    found = [sql for (sql,) in triggers if f"BEFORE {act} ON {table}" in sql]
    assert len(found) == 1
    assert "raise(ABORT" in found[0]
    assert " WHEN " not in found[0]
