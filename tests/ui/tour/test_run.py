# SPDX-License-Identifier: MIT
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from groupdesk.ui.tour.run import _fresh_folder


def test_two_tours_never_share_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    first, second = _fresh_folder(), _fresh_folder()
    assert first != second
    assert first.parent == tmp_path
    assert (second / "pictures").is_dir()


def test_without_a_screen_a_window_is_refused_in_one_sentence() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have a screen")
    ended = subprocess.run(
        [sys.executable, "-m", "groupdesk"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "--demo" in ended.stderr
