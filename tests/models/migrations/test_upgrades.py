# SPDX-License-Identifier: MIT
"""A workspace of any earlier schema goes on as it was; what was done and decided is frozen."""

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

# What each schema after the first added and never changes again.
FROZEN = {
    2: (
        "person_link",
        "person_apart",
        "return_decision",
        "block_entry",
        "import_change",
        "import_undo",
        "departure",
    ),
    3: (
        "ladder_version",
        "warning_rule",
        "rules_told",
        "case_entry",
        "recognition",
        "task_event",
    ),
    4: (
        "removal_approval",
        "removal_term",
        "appeal",
        "appeal_entry",
        "appeal_decision",
        "notice_event",
        "redaction",
    ),
    5: (
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
    ),
}


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_workspace_of_an_earlier_schema_keeps_all_it_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    with monkeypatch.context() as early:
        early.setattr(schema, "MIGRATIONS", MIGRATIONS[:version])
        early.setattr(schema, "SCHEMA_VERSION", version)
        schema._expected.cache_clear()
        make_desk(tmp_path, MovableClock(), anchors=tmp_path / "anchors").close()
    schema._expected.cache_clear()
    path = tmp_path / "desk" / DATABASE_NAME
    with closing(sqlite3.connect(path)) as made:
        assert made.execute("PRAGMA user_version").fetchone() == (version,)
        names = {name for (name,) in made.execute("SELECT name FROM sqlite_schema")}
    assert not names & set(FROZEN[version + 1])
    before = kept(tmp_path)
    open_desk(tmp_path, MovableClock(), anchors=tmp_path / "anchors").close()
    desk = nothing_lost(before)
    make_member(desk, make_group(desk), "李伟")
    assert desk.verifier.run().findings == ()
    desk.close()
    assert (tmp_path / "desk" / "backups" / f"before-version-{schema.SCHEMA_VERSION}.db").is_file()


@pytest.mark.parametrize("table", [table for tables in FROZEN.values() for table in tables])
def test_what_was_done_is_frozen(table: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.build(connection)
        triggers = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()
    for act in ("UPDATE", "DELETE"):
        found = [sql for (sql,) in triggers if f"BEFORE {act} ON {table}" in sql]
        assert len(found) == 1
        assert "raise(ABORT" in found[0]
        assert " WHEN " not in found[0]
