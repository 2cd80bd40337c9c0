# SPDX-License-Identifier: MIT
"""A full disk, a folder that cannot be written, a lock: a clear error, and nothing lost."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from groupdesk.domain.act_records import EvidenceUse, RemovalRequest
from groupdesk.domain.enums import EvidenceSource
from groupdesk.domain.errors import StorageError
from groupdesk.models import database
from groupdesk.services import anchors
from groupdesk.services.desk import Desk
from groupdesk.services.first_look import DATABASE_NAME
from tests.helpers import (
    MovableClock,
    clear_error,
    kept,
    make_desk,
    make_group,
    make_member,
    nothing_lost,
    open_desk,
    png,
    raw,
    removal,
    rule_id,
    say,
    screenshot,
)


@pytest.fixture
def desk(out: Path) -> Iterator[Desk]:
    opened = make_desk(out, MovableClock())
    make_member(opened, make_group(opened))
    screenshot(opened)
    yield opened
    opened.close()


def test_a_disk_that_fills_up_at_any_page(
    desk: Desk, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Give the database one more page each time, until the removal fits."""
    request = removal(
        desk, 1, rule_id(desk, 1), reason="x" * 9_000, evidence=(EvidenceUse(1, "y" * 9_000),)
    )
    before, points = kept(out), 0
    pages = desk.workspace.database.pragma("page_count")
    while True:
        desk.workspace.database.pragma("max_page_count", pages + points)
        if desk_takes(desk, request):
            break
        assert not desk.ledger.was_saved(request.operation)
        assert kept(out) == before
        points += 1
    say(capsys, f"disk full at {points} points")
    assert points >= 5
    desk.close()
    nothing_lost(replace(before, operations=before.operations | {str(request.operation)})).close()


def desk_takes(desk: Desk, request: RemovalRequest) -> bool:
    try:
        desk.removals.decide(request)
    except StorageError as error:
        text = clear_error(error)
    else:
        return True
    assert "Everything saved before is safe" in text
    return False


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let no file grow past `size` bytes: how a quota and a full disk look to a program."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(os.name != "posix", reason="file size limits are POSIX")
def test_files_that_cannot_grow(desk: Desk, out: Path) -> None:
    before = kept(out)
    picture = png(500, 500) + os.urandom(50_000)
    with files_up_to(40_000):
        for attempt in (
            lambda: desk.evidence.take_bytes(picture, "big.png", EvidenceSource.PASTE),
            lambda: desk.backups.make(uuid.uuid4()),
            lambda: desk.backups.make(uuid.uuid4(), out / "stick"),
            lambda: make_desk(out / "second", MovableClock()),
        ):
            with pytest.raises(StorageError) as caught:
                attempt()
            assert caught.value.code in {"disk_full", "disk_error"}
            clear_error(caught.value)
    assert list(desk.workspace.backup_folder.iterdir()) == []
    assert [path for path in (out / "stick").rglob("*") if path.is_file()] == []
    assert not any(path.is_file() for path in (out / "second").rglob("*"))
    desk.close()
    nothing_lost(before).close()


@pytest.mark.skipif(os.name != "posix", reason="modes of folders are POSIX")
def test_a_workspace_that_can_only_be_read(desk: Desk, out: Path) -> None:
    desk.close()
    before = kept(out)
    out.parent.chmod(0o755)
    for path in (out, *out.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (out / "stick").mkdir()
    (out / "stick").chmod(0o777)
    command = [sys.executable, "-m", "tests.faults.other_process", "look", os.fspath(out)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    for path in (out, *out.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert answer.returncode == 0, answer.stderr
    said = json.loads(answer.stdout)
    assert said["read_only"] is True
    assert (said["groups"], said["entries"], said["findings"]) == (["Aurora"], before.seq, [])
    assert said["refused"] == ["read_only", "read_only", "read_only"]
    assert (out / "stick" / said["backup"]).exists()
    assert kept(out) == before


def test_a_lock_of_somebody_else_is_said_and_passes(
    desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.close()
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    waiting = open_desk(out, MovableClock())
    path = waiting.workspace.database.path
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="locked") as caught:
            make_group(waiting, "Borealis")
        assert "still here" in clear_error(caught.value)
        assert [group.name for group in waiting.groups.all()] == ["Aurora"]  # reading goes on
        other.execute("ROLLBACK")
    make_group(waiting, "Borealis")
    assert len(waiting.groups.all()) == 2
    waiting.close()


def two_processes(desk: Desk, out: Path, times: int) -> None:
    with desk.ledger.writing():
        desk.ledger.database.execute_sql("UPDATE customer_group SET size_limit = 1")
    desk.close()
    before = kept(out)
    command = [sys.executable, "-m", "tests.faults.other_process", "count", os.fspath(out)]
    command.append(str(times))
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for process in processes:
        _, said = process.communicate(timeout=300)
        assert process.returncode == 0, said
    again = nothing_lost(before)
    assert again.groups.get(1).size_limit == 1 + 2 * times
    assert again.ledger.head()[0] == before.seq + 2 * times
    again.close()


def test_two_processes_lose_no_increment(desk: Desk, out: Path) -> None:
    two_processes(desk, out, 100)


@pytest.mark.soak
def test_two_processes_lose_none_of_many_increments(desk: Desk, out: Path) -> None:
    two_processes(desk, out, 1_500)


def test_a_lost_write_ahead_log_is_noticed_by_the_anchor(desk: Desk, out: Path) -> None:
    """Whoever deletes the -wal of an open workspace takes the last commits away."""
    assert desk.anchor_file is not None
    anchors.append(desk.anchor_file, desk.ledger, desk.workspace.value("id"))
    folder = out / "copy" / "desk"
    folder.mkdir(parents=True)
    desk.workspace.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    make_group(desk, "Borealis")
    anchors.append(desk.anchor_file, desk.ledger, desk.workspace.value("id"))
    shutil.copy(desk.workspace.database.path, folder / DATABASE_NAME)  # without its -wal
    shutil.copytree(out / "anchors", out / "copy" / "anchors")
    desk.close()
    older = open_desk(out / "copy", MovableClock())
    assert older.ledger.stopped == "log_cut_off"
    with pytest.raises(StorageError, match="writing_stopped"):
        make_group(older, "Third")
    older.close()


def test_text_that_is_no_text_is_a_finding_and_no_crash(desk: Desk, out: Path) -> None:
    desk.close()
    raw(out, "UPDATE membership SET name = CAST(x'ff' AS TEXT)")
    broken = open_desk(out, MovableClock())
    with pytest.raises(StorageError, match="damaged") as caught:
        broken.members.row(1)
    clear_error(caught.value)
    assert "damaged" in {finding.code for finding in broken.verifier.run().findings}
    broken.close()
