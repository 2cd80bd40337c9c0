# SPDX-License-Identifier: MIT
"""One window per workspace; a lock that nobody holds does not keep anybody out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from groupdesk.ui.single_window import LOCK_NAME, SingleWindow
from tests.faults.test_disk_and_locks import files_up_to

HOLD = (
    "import sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
    "from pathlib import Path; from groupdesk.ui.single_window import SingleWindow;"
    "single = SingleWindow(Path(sys.argv[1])); print(single.take(), flush=True); sys.stdin.read()"
)


def test_a_second_start_brings_the_first_window_to_the_front(qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[bool] = []
    owner = QObject()
    first = SingleWindow(tmp_path, owner)
    assert first.take()
    first.listen(lambda: asked.append(True))
    second = SingleWindow(tmp_path, owner)
    assert second.show_first()
    qtbot.waitUntil(lambda: asked == [True])
    first.release()
    assert not second.show_first(), "nobody is there any more"


def test_another_process_that_lives_keeps_the_workspace(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    with holder:
        assert holder.stdout.readline() == "True\n"
        assert not SingleWindow(tmp_path).take()
        holder.kill()
        holder.wait()
    after = SingleWindow(tmp_path)
    assert after.take(), "a lock of a process that was killed is stale"
    after.release()


@pytest.mark.parametrize(
    "content", [b"", b"\0\xff garbage", b"999999999\nelsewhere\nhost\n", b"12\n" * 1000]
)
def test_a_lock_file_that_means_nothing_is_cleared_away(tmp_path: Path, content: bytes) -> None:
    (tmp_path / LOCK_NAME).write_bytes(content)
    single = SingleWindow(tmp_path)
    assert single.take()
    single.release()


def test_two_workspaces_have_a_window_each(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    both = [SingleWindow(folder) for folder in folders]
    assert all(single.take() for single in both)
    for single in both:
        single.release()
    assert list(folders[0].iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="file size limits are POSIX")
def test_a_full_disk_has_no_room_for_a_lock_and_keeps_nobody_out(tmp_path: Path) -> None:
    with files_up_to(0):
        single = SingleWindow(tmp_path)
        assert single.take()
        single.release()
