# SPDX-License-Identifier: MIT
import subprocess
import sys
from pathlib import Path

import pytest

from groupdesk import __main__ as entry
from groupdesk import app
from groupdesk.ui import qt_check


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ([], (None, False)),
        (["--demo"], (None, True)),
        (["--workspace", "/w"], (Path("/w"), False)),
        (["--workspace=/w", "--demo"], (Path("/w"), True)),
    ],
)
def test_without_a_command_the_window_is_shown(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], shown: tuple[Path | None, bool]
) -> None:
    asked: list[tuple[Path | None, bool]] = []

    def window(folder: Path | None = None, *, demo: bool = False) -> int:
        asked.append((folder, demo))
        return 7

    monkeypatch.setattr(app, "run_window", window)
    monkeypatch.setattr(qt_check, "has_screen", lambda: True)
    monkeypatch.setattr(sys, "argv", ["groupdesk", *arguments])
    assert entry.main() == 7
    assert asked == [shown]


def test_commands_load_no_qt_and_no_pillow(tmp_path: Path) -> None:
    script = (
        "import sys; from groupdesk.cli import run;"
        f"code = run(['verify', '--workspace', {str(tmp_path)!r}]);"
        "loaded = {'PySide6', 'PIL', 'typst'} & set(sys.modules);"
        "sys.exit(f'{code} {loaded}' if loaded or code != 1 else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=300)
    assert done.returncode == 0


def test_wrong_use_ends_with_two() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "groupdesk", "import"], capture_output=True, check=False, timeout=300
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
