# SPDX-License-Identifier: MIT
import os
import subprocess
import sys
from pathlib import Path

import pytest

from groupdesk.ui import qt_check


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have one")
@pytest.mark.parametrize(
    ("environment", "seen"),
    [
        ({}, False),
        ({"DISPLAY": ":9876"}, False),  # a display that nobody serves
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:configfile=a.json"}, False),
        ({"QT_QPA_PLATFORM": "vnc"}, True),
    ],
)
def test_a_screen_is_there_when_a_window_can_be_seen(
    environment: dict[str, str], seen: bool
) -> None:
    assert qt_check.has_screen(environment) is seen


def test_nothing_is_missing_where_the_tests_run() -> None:
    assert qt_check.missing_library({"QT_QPA_PLATFORM": "offscreen"}) == ""
    assert qt_check.missing_library({"QT_QPA_PLATFORM": "somebodys-own"}) == ""


def _start(folder: Path, error: str) -> "subprocess.CompletedProcess[str]":
    """Start the program with a Qt that cannot be loaded, for this reason."""
    (folder / "PySide6").mkdir()
    (folder / "PySide6" / "__init__.py").write_text("")
    (folder / "PySide6" / "QtCore.py").write_text(f"raise ImportError({error!r})")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(folder), *sys.path))}
    return subprocess.run(
        [sys.executable, "-m", "groupdesk", "--demo"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_a_missing_library_is_named_in_one_sentence_with_the_packages(tmp_path: Path) -> None:
    reason = "libEGL.so.1: cannot open shared object file: No such file or directory"
    ended = _start(tmp_path, reason)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert "libEGL.so.1" in ended.stderr
    assert "apt-get install -y libegl1 " in ended.stderr


def test_another_trouble_with_qt_is_not_taken_for_a_missing_library(tmp_path: Path) -> None:
    ended = _start(tmp_path, "undefined symbol: qt_version_tag")
    assert ended.returncode == 1
    assert "undefined symbol" in ended.stderr
    assert "apt-get" not in ended.stderr
