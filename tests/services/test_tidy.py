# SPDX-License-Identifier: MIT
"""What killed processes left in a workspace goes; what is in use and what is kept stays."""

import os
import tempfile
import time
import uuid
from pathlib import Path

import pytest

from groupdesk.scratch import ScratchFolder
from groupdesk.services.desk import Desk
from groupdesk.services.tidy import remove_what_was_left
from tests.helpers import screenshot


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))


def _left(path: Path, *, folder: bool = False) -> Path:
    """Make what a process that was killed two days ago would have left."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if folder:
        path.mkdir()
        (path / ".alive").touch()
        (path / "list.csv").write_text("name")
    else:
        path.write_bytes(b"half")
    for one in (path, *path.glob(".alive")):
        os.utime(one, (time.time() - 172_800,) * 2)
    return path


def test_left_overs_go_and_nothing_else(desk: Desk) -> None:
    folder = desk.workspace.folder
    picture, made = screenshot(desk), desk.backups.make(uuid.uuid4())
    gone = [
        _left(Path(tempfile.gettempdir()) / "groupdesk-work-import", folder=True),
        _left(folder / "derived" / ".incoming-picture", folder=True),
        _left(folder / "evidence" / "ab" / ".incoming-half"),
        _left(folder / "backups" / "groupdesk-20260101-000000-000000.db.unfinished"),
    ]
    with ScratchFolder(folder / "derived") as living:
        assert remove_what_was_left(desk.workspace) == len(gone)
        assert living.exists()
    assert not any(path.exists() for path in gone)
    assert (folder / "evidence" / picture.sha256[:2] / picture.sha256).exists()
    assert [found.path for found in desk.backups.all()] == [made.path]


def test_in_a_workspace_that_can_only_be_read_nothing_is_touched(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = _left(desk.workspace.folder / "derived" / ".incoming-picture", folder=True)
    monkeypatch.setattr(desk.workspace.database, "read_only", True)
    assert remove_what_was_left(desk.workspace) == 0
    assert left.exists()
