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
MOST_BEFORE_THE_FIRST_ROWS = 210  # 198 when this was written, 116 of them for a bare window
MOST_MODULES = 360  # some 265 when this was written, 125 of them PySide6's and Python's own
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
    os.write(1, json.dumps([first, list(sys.modules)]).encode())
    os._exit(0)

def run_window(folder, *, demo):
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
    from groupdesk.ui.application import Application
    open_first = Application._first_window

    class Teller(QObject):
        def event(self, event):
            tell()

    def first_window(application, folder, operator, signed_in):
        global first, teller
        teller = Teller()
        window = open_first(application, folder, operator, signed_in=signed_in)
        first = list(sys.modules)
        from groupdesk.ui.workbench import Workbench
        from groupdesk.ui.pages import members_page
        members_page._SHOW_AFTER = 60_000  # on a busy machine its time is over before the paint
        paint = Workbench.paintEvent

        def painted(bench, event):
            # before what the window itself does next: no timer of its own comes first
            user, first_of_all = QEvent.Type.User, Qt.EventPriority.HighEventPriority.value
            QCoreApplication.postEvent(teller, QEvent(user), first_of_all)
            paint(bench, event)

        Workbench.paintEvent = painted
        return window

    Application._first_window = first_window
    return start(folder, demo=demo)

groupdesk.app.run_window = run_window
from groupdesk.__main__ import main
main()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    """The names of what was loaded until the first rows and until the whole window was painted."""
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
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    first, whole = json.loads(ended.stdout)
    return first, whole


def test_the_first_rows_wait_for_next_to_nothing(loaded: tuple[list[str], list[str]]) -> None:
    first, _whole = loaded
    assert "groupdesk.ui.first_rows" in first
    assert [name for name in first if name.startswith(("peewee", "groupdesk.models"))] == []
    services = [name for name in first if name.startswith("groupdesk.services.")]
    assert services == ["groupdesk.services.first_look"]
    assert len(first) <= MOST_BEFORE_THE_FIRST_ROWS


def test_the_window_waits_for_nothing_that_it_does_not_show(
    loaded: tuple[list[str], list[str]],
) -> None:
    _first, whole = loaded
    assert "groupdesk.ui.pages.members_page" in whole
    assert [name for name in whole if name.startswith(LATE)] == []


def test_a_start_stays_small(loaded: tuple[list[str], list[str]]) -> None:
    assert len(loaded[1]) <= MOST_MODULES
