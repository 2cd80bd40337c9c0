# SPDX-License-Identifier: MIT
"""What a killed process left goes; what a living one works in stays."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from groupdesk.scratch import INSIDE_PREFIX, ScratchFolder, remove_left_overs, remove_old_files

CHILD = """
import sys, tempfile
from pathlib import Path
from groupdesk.scratch import ScratchFolder
parent = Path(sys.argv[1]) if sys.argv[1] else None
folder = ScratchFolder(parent)
(folder.path / "list.csv").write_text("name")
print(folder.path, flush=True)
sys.stdin.read()
"""
DAY = 86_400


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)


@pytest.mark.parametrize("inside", [False, True])
def test_a_killed_process_leaves_nothing_for_ever(tmp_path: Path, inside: bool) -> None:
    derived = tmp_path / "derived"
    derived.mkdir()
    command = [sys.executable, "-c", CHILD, str(derived) if inside else ""]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        folder = Path(child.stdout.readline().decode().strip())
        assert remove_left_overs(time.time() + 9 * DAY, derived) == 0, "it lives"
        assert (folder / "list.csv").exists()
        child.kill()
        child.wait()
        assert folder.exists()
    assert remove_left_overs(time.time(), derived) == 0, "its lock may be about to be taken"
    assert remove_left_overs(time.time() + 61, derived) == 1
    assert not folder.exists()


def test_a_folder_is_gone_once_it_is_closed() -> None:
    with ScratchFolder() as folder:
        (folder / "list.csv").write_text("name")
        assert remove_left_overs(time.time() + 9 * DAY) == 0
        assert folder.exists()
        assert folder.stat().st_mode & 0o77 == 0
    assert not folder.exists()


def test_what_is_not_ours_or_just_in_the_making_stays(tmp_path: Path) -> None:
    place = Path(tempfile.gettempdir())
    (place / "groupdesk-sample-1").mkdir()
    (place / "groupdesk-work-file").write_text("somebody's")
    target = tmp_path / "target"
    target.mkdir()
    (place / "groupdesk-work-link").symlink_to(target)
    in_the_making = place / "groupdesk-work-new"
    in_the_making.mkdir()
    assert remove_left_overs(time.time()) == 0
    assert remove_left_overs(time.time() + 2 * DAY) == 1
    assert not in_the_making.exists()
    assert sorted(path.name for path in place.iterdir()) == [
        "groupdesk-sample-1",
        "groupdesk-work-file",
        "groupdesk-work-link",
    ]
    assert target.exists()


def test_half_written_files_go_after_a_day(tmp_path: Path) -> None:
    now = time.time()
    for name, age in (("old.db.unfinished", 2 * DAY), ("new.db.unfinished", 60), ("kept.db", DAY)):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (now - age, now - age))
    assert remove_old_files(now, tmp_path, "*.unfinished", f"??/{INSIDE_PREFIX}*") == 1
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["kept.db", "new.db.unfinished"]
