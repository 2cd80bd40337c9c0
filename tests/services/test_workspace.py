# SPDX-License-Identifier: MIT
"""Making, opening and refusing workspaces."""

import os
import sqlite3
import uuid
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language, OperatorRole
from groupdesk.domain.errors import StorageError, ValidationError
from groupdesk.models import schema
from groupdesk.models.migrations import Migration
from groupdesk.models.schema import SCHEMA_VERSION
from groupdesk.services.desk import Desk
from groupdesk.services.first_look import DATABASE_NAME, exists
from groupdesk.services.workspace import (
    add_operator,
    create_workspace,
    open_workspace,
)
from tests.helpers import (
    Kept,
    MovableClock,
    clear_error,
    kept,
    make_desk,
    make_group,
    next_version,
    nothing_lost,
    open_desk,
    raw,
)


def test_a_new_workspace_is_private_sound_and_logged(desk: Desk) -> None:
    record = desk.workspace.record()
    assert (record.sample, record.read_only, record.folder) == (
        False,
        False,
        str(desk.workspace.folder),
    )
    assert [(o.name, o.role) for o in desk.workspace.operators()] == [("Mei", OperatorRole.OWNER)]
    assert desk.verifier.run().findings == ()
    if os.name == "posix":
        assert desk.workspace.database.path.stat().st_mode & 0o077 == 0
        assert desk.workspace.folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "a\x00b", "\ud800", "x" * 201])
def test_an_operator_needs_a_name_that_can_be_kept(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValidationError) as caught:
        create_workspace(tmp_path / "w", name, Language.EN, MovableClock())
    assert caught.value.field == "operator_name"
    clear_error(caught.value)
    assert not (tmp_path / "w").exists()


def test_a_second_workspace_never_replaces_the_first(desk: Desk, clock: MovableClock) -> None:
    content = desk.workspace.database.path.read_bytes()
    with pytest.raises(StorageError, match="workspace_exists") as caught:
        create_workspace(desk.workspace.folder, "Otto", Language.EN, clock)
    clear_error(caught.value)
    assert desk.workspace.database.path.read_bytes() == content


def test_a_start_that_was_cut_off_can_be_made_again(tmp_path: Path, clock: MovableClock) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / f"{DATABASE_NAME}.unfinished").write_bytes(b"half")
    (folder / f"{DATABASE_NAME}.unfinished-wal").write_bytes(b"half")
    assert not exists(folder)
    make_desk(tmp_path, clock).close()
    assert sorted(path.name for path in folder.iterdir()) == ["backups", "evidence", DATABASE_NAME]


def test_a_file_in_the_way_is_said(tmp_path: Path, clock: MovableClock) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StorageError, match="cannot_create") as caught:
        create_workspace(tmp_path / "file", "Mei", Language.EN, clock)
    clear_error(caught.value)
    assert (tmp_path / "file").read_text() == "mine"


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(8192))


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")


def pragma(name: str, value: int) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA {name} = {value}")

    return change


def trigger(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TRIGGER planted AFTER INSERT ON removal BEGIN DELETE FROM draft; END"
        )


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (Path.unlink, "workspace_missing"),
        (empty, "not_a_workspace"),
        (garbage, "damaged"),
        (foreign, "not_a_workspace"),
        (pragma("application_id", 7), "not_a_workspace"),
        (pragma("user_version", schema.SCHEMA_VERSION + 1), "workspace_newer"),
        (trigger, "schema_changed"),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_what_is_no_sound_workspace_is_refused_and_left_as_it_is(
    desk: Desk, tmp_path: Path, clock: MovableClock, spoil: Callable[[Path], None], code: str
) -> None:
    desk.close()
    path = desk.workspace.database.path
    spoil(path)
    before = path.read_bytes() if path.exists() else b""
    with pytest.raises(StorageError, match=code) as caught:
        open_desk(tmp_path, clock)
    clear_error(caught.value)
    assert (path.read_bytes() if path.exists() else b"") == before


def test_without_an_operator_nobody_gets_in(
    desk: Desk, tmp_path: Path, clock: MovableClock
) -> None:
    desk.close()
    raw(tmp_path, "UPDATE operator SET active = 0")
    with pytest.raises(StorageError, match="workspace_without_operator") as caught:
        open_desk(tmp_path, clock)
    clear_error(caught.value)


def test_an_operator_is_added_and_can_be_chosen(
    desk: Desk, tmp_path: Path, clock: MovableClock
) -> None:
    receipt = add_operator(desk.ledger, uuid.uuid4(), " Otto ", OperatorRole.VIEWER)
    desk.close()
    reopened = open_desk(tmp_path, clock, operator_id=receipt.subject_id)
    assert (reopened.operator.name, reopened.operator.role) == ("Otto", OperatorRole.VIEWER)
    reopened.close()
    owner = open_desk(tmp_path, clock, operator_id=99)
    assert owner.operator.name == "Mei"
    owner.close()


def add_column(connection: sqlite3.Connection) -> None:
    connection.execute('ALTER TABLE removal ADD COLUMN "approved_by" TEXT')


def break_off(connection: sqlite3.Connection) -> None:
    add_column(connection)
    connection.execute("DELETE FROM draft")
    raise sqlite3.OperationalError("the second half is missing")


def lose_a_trigger(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA user_version")
    if connection.execute("SELECT count(*) FROM operator").fetchone()[0]:
        connection.execute("DROP TRIGGER removal_no_delete")


@pytest.fixture
def older(tmp_path: Path, desk: Desk) -> Kept:
    """Make a workspace with content that the next version of the program will open."""
    make_group(desk)
    desk.drafts.save("warning", {"message": "half"}, group_id=1)
    desk.close()
    return kept(tmp_path)


def test_a_good_migration_keeps_everything_and_is_logged(older: Kept, tmp_path: Path) -> None:
    with next_version(add_column):
        desk = nothing_lost_after_migration(older)
        (newest,) = desk.audit.rows(AuditFilter(), limit=1)
        assert (newest.action, newest.operator) == (Action.WORKSPACE_MIGRATE, "GroupDesk")
        assert desk.drafts.load("warning", group_id=1) is not None
        desk.close()
    assert backup_version(tmp_path) == SCHEMA_VERSION
    with pytest.raises(StorageError, match="workspace_newer"):
        open_workspace(tmp_path / "desk")


def nothing_lost_after_migration(older: Kept) -> Desk:
    open_desk(older.folder, MovableClock()).close()
    return nothing_lost(older)


@pytest.mark.parametrize(
    ("migration", "error"),
    [(break_off, sqlite3.OperationalError), (lose_a_trigger, StorageError)],
)
def test_a_failed_migration_leaves_all_as_it_was(
    older: Kept, tmp_path: Path, migration: Migration, error: type[Exception]
) -> None:
    path = tmp_path / "desk" / DATABASE_NAME
    content = path.read_bytes()
    with next_version(migration), pytest.raises(error) as caught:
        open_workspace(tmp_path / "desk")
    if isinstance(caught.value, StorageError):
        assert "everything is as it was before" in clear_error(caught.value)
    assert path.read_bytes() == content
    assert backup_version(tmp_path) == SCHEMA_VERSION
    nothing_lost(older).close()


def backup_version(folder: Path) -> int:
    (copy,) = (folder / "desk" / "backups").glob("before-version-*.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM draft").fetchall() == [(1,)]
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
