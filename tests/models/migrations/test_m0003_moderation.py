# SPDX-License-Identifier: MIT
"""A workspace of the second schema goes on as it was; what is done about members is frozen."""

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

FROZEN = ("ladder_version", "warning_rule", "rules_told", "case_entry", "recognition")


def test_a_workspace_of_the_second_schema_keeps_all_it_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as early:
        early.setattr(schema, "MIGRATIONS", MIGRATIONS[:2])
        early.setattr(schema, "SCHEMA_VERSION", 2)
        schema._expected.cache_clear()
        made = make_desk(tmp_path, MovableClock(), anchors=tmp_path / "anchors")
        made.close()
    schema._expected.cache_clear()
    path = tmp_path / "desk" / DATABASE_NAME
    with closing(sqlite3.connect(path)) as second:
        assert second.execute("PRAGMA user_version").fetchone() == (2,)
        assert "ladder_version" not in str(
            second.execute("SELECT sql FROM sqlite_schema").fetchall()
        )
    before = kept(tmp_path)
    open_desk(tmp_path, MovableClock(), anchors=tmp_path / "anchors").close()
    desk = nothing_lost(before)
    make_member(desk, make_group(desk), "李伟")
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize("table", FROZEN)
@pytest.mark.parametrize("act", ["UPDATE", "DELETE"])
def test_what_is_done_about_members_is_frozen(table: str, act: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.build(connection)
        triggers = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()
    found = [sql for (sql,) in triggers if f"BEFORE {act} ON {table}" in sql]
    assert len(found) == 1
    assert "raise(ABORT" in found[0]


@pytest.mark.parametrize("table", ["talk", "member_warning"])
def test_an_act_can_be_put_into_another_case_and_changed_in_nothing_else(table: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.build(connection)
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        places = ", ".join(f"'{at}'" if at else "1" for at, _name in enumerate(columns))
        connection.execute("PRAGMA ignore_check_constraints = 1")
        connection.execute(f"INSERT INTO {table} VALUES ({places})")
        changeable = []
        for column in columns:
            try:
                connection.execute(f"UPDATE {table} SET {column} = 2")
            except sqlite3.IntegrityError:
                continue
            changeable.append(column)
    assert changeable == ["case_id"]
