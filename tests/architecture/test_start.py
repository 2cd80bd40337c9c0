# SPDX-License-Identifier: MIT
"""What a window has loaded when it is painted for the first time; the time itself is measured."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import MovableClock, make_desk, make_group, make_member

ROOT = Path(__file__).parent.parent.parent
MOST_MODULES = 320  # some 265 when this was written, 125 of them PySide6's and Python's own
LATE = (
    "PIL",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "groupdesk.services.backups",
    "groupdesk.services.imports",
    "groupdesk.services.jobs",
    "groupdesk.services.removals",
    "groupdesk.services.reports",
    "groupdesk.ui.dialogs",
    "groupdesk.ui.widgets.member_detail",
    "logging.handlers",
    "pypdfium2",
    "pypinyin",
    "python_calamine",
    "tomli_w",
    "typst",
    "xlsxwriter",
)
_CHILD = """
import json, os, sys
import groupdesk.app
start = groupdesk.app.run_window

def tell():
    os.write(1, json.dumps(list(sys.modules)).encode())
    os._exit(0)

def run_window(folder, *, demo):
    from PySide6.QtCore import QTimer
    from groupdesk.ui.main_window import MainWindow
    paint = MainWindow.paintEvent

    def painted(window, event):
        QTimer.singleShot(0, tell)  # before what the window itself does next
        paint(window, event)

    MainWindow.paintEvent = painted
    return start(folder, demo=demo)

groupdesk.app.run_window = run_window
from groupdesk.__main__ import main
main()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of what was loaded until the first paint, in that order."""
    folder = tmp_path_factory.mktemp("start")
    desk = make_desk(folder / "desk", MovableClock())
    make_member(desk, make_group(desk), "李伟")
    desk.close()
    settings = folder / "GroupDesk" / "settings.toml"
    settings.parent.mkdir()
    settings.write_text(f"workspace = '{desk.workspace.folder}'\n")  # opened before
    homes = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    ended = subprocess.run(
        [sys.executable, "-c", _CHILD, "--workspace", str(desk.workspace.folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | dict.fromkeys(homes, str(folder)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    names: list[str] = json.loads(ended.stdout)
    return names


def test_the_first_paint_waits_for_nothing_that_it_does_not_show(loaded: list[str]) -> None:
    assert "groupdesk.ui.pages.members_page" in loaded
    assert [name for name in loaded if name.startswith(LATE)] == []


def test_what_lies_below_the_window_is_loaded_before_qt(loaded: list[str]) -> None:
    """Once Qt is there, PySide6 reads the source of each module that is imported."""
    qt = loaded.index("PySide6.QtCore")
    assert loaded.index("groupdesk.services.desk") < qt
    assert loaded.index("peewee") < qt


def test_a_start_stays_small(loaded: list[str]) -> None:
    assert len(loaded) <= MOST_MODULES
