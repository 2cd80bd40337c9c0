# SPDX-License-Identifier: MIT
"""Backups: checked, complete, thinned by age, never the last good one."""

import sqlite3
import uuid
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action
from groupdesk.domain.errors import StorageError
from groupdesk.models import workspace_file
from groupdesk.services import anchors
from groupdesk.services.backups import describe
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, make_group, png, screenshot


def test_a_backup_holds_what_was_there_and_is_logged(desk: Desk) -> None:
    make_group(desk)
    head = desk.ledger.head()
    made = desk.backups.make(uuid.uuid4())
    assert (made.seq, made.head) == (head[0], head[1].hex())
    assert workspace_file.problems(Path(made.path)) == []
    assert desk.backups.all() == (made,)
    (entry,) = desk.audit.rows(AuditFilter(action=Action.BACKUP_MAKE))
    assert entry.subject == Path(made.path).name
    assert desk.anchor_file is not None
    known = anchors.read(desk.anchor_file, desk.workspace.value("id"))
    assert known[-1][0] == desk.ledger.head()[0]


def test_a_backup_is_due_only_when_something_was_done(desk: Desk) -> None:
    assert desk.backups.due()
    desk.backups.make(uuid.uuid4())
    assert not desk.backups.due()
    make_group(desk, rules=False)
    assert desk.backups.due()


def test_a_folder_of_ones_own_gets_the_screenshots_too(desk: Desk, tmp_path: Path) -> None:
    one, two = screenshot(desk, 1), screenshot(desk, 2)
    target = tmp_path / "stick"
    desk.backups.make(uuid.uuid4(), target)
    copies = {path.name: path.read_bytes() for path in target.glob("evidence/*/*")}
    assert copies == {one.sha256: png(shade=1), two.sha256: png(shade=2)}
    # A screenshot damaged later never replaces its good copy; a damaged copy is replaced.
    folder = desk.workspace.evidence_folder
    (folder / one.sha256[:2] / one.sha256).write_bytes(b"cut")
    (target / "evidence" / two.sha256[:2] / two.sha256).write_bytes(b"x" * two.size)
    desk.backups.make(uuid.uuid4(), target)
    assert {path.name: path.read_bytes() for path in target.glob("evidence/*/*")} == copies
    third = screenshot(desk, 3)
    (folder / third.sha256[:2] / third.sha256).write_bytes(b"cut")
    desk.backups.make(uuid.uuid4(), target)
    newest = desk.audit.rows(AuditFilter(action=Action.BACKUP_MAKE))[0]
    assert desk.audit.detail(newest.seq).changes[0][1]["screenshots_damaged"] == 1


def test_where_nothing_may_be_written_the_backup_is_made_all_the_same(
    desk: Desk, tmp_path: Path
) -> None:
    make_group(desk)
    desk.ledger.stopped = "row_changed"
    made = desk.backups.make(uuid.uuid4(), tmp_path / "stick")
    assert workspace_file.problems(Path(made.path)) == []
    assert desk.audit.count(AuditFilter(action=Action.BACKUP_MAKE)) == 0


def test_a_target_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StorageError, match="cannot_create") as caught:
        desk.backups.make(uuid.uuid4(), tmp_path / "file")
    clear_error(caught.value)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_file_that_is_no_backup_is_left_out_and_left_alone(desk: Desk) -> None:
    good = desk.backups.make(uuid.uuid4())
    folder = desk.workspace.backup_folder
    (folder / "groupdesk-notes.db").write_bytes(b"mine")
    (folder / "groupdesk-20200101-000000-000000.db").write_bytes(b"")
    assert desk.backups.all() == (good,)
    desk.backups.make(uuid.uuid4())
    assert (folder / "groupdesk-notes.db").read_bytes() == b"mine"
    with pytest.raises(StorageError) as caught:
        describe(folder / "groupdesk-notes.db")
    clear_error(caught.value)


def test_thinning_keeps_recent_daily_weekly_monthly(desk: Desk, clock: MovableClock) -> None:
    folder = desk.workspace.backup_folder
    now = clock()
    made: list[datetime] = []
    good = Path(desk.backups.make(uuid.uuid4()).path).read_bytes()
    for days in range(500):
        for hour in (9, 18):
            moment = (now - timedelta(days=days)).replace(hour=hour, minute=30)
            made.append(moment)
            (folder / moment.strftime("groupdesk-%Y%m%d-%H%M%S-%f.db")).write_bytes(good)
    desk.backups.thin(now)
    kept = sorted(path.name for path in folder.iterdir())
    assert len(kept) < 35
    for days in range(7):
        assert any((now - timedelta(days=days)).strftime("%Y%m%d") in name for name in kept)
    for months in range(1, 12):
        month = (now - timedelta(days=30 * months)).strftime("-%Y%m")
        assert any(month in name for name in kept)
    assert desk.backups.thin(now) == ()


def test_the_last_good_one_stays_however_old(desk: Desk, clock: MovableClock) -> None:
    old = Path(desk.backups.make(uuid.uuid4()).path)
    clock.move(days=1000)
    for number in range(8):
        name = (clock() + timedelta(seconds=number)).strftime("groupdesk-%Y%m%d-%H%M%S-%f.db")
        (old.parent / name).write_bytes(b"bad")
    desk.backups.thin(clock())
    assert old.exists()


def test_a_plain_copy_of_an_open_workspace_would_not_do(desk: Desk, tmp_path: Path) -> None:
    """The canary: what `make` does better than copying the file."""
    make_group(desk)
    copy = tmp_path / "copy.db"
    copy.write_bytes(desk.workspace.database.path.read_bytes())
    try:
        with closing(sqlite3.connect(copy)) as connection:
            rows = connection.execute("SELECT count(*) FROM customer_group").fetchone()[0]
    except sqlite3.DatabaseError:
        rows = 0
    assert rows == 0
    made = desk.backups.make(uuid.uuid4())
    with closing(sqlite3.connect(made.path)) as connection:
        assert connection.execute("SELECT count(*) FROM customer_group").fetchone() == (1,)
