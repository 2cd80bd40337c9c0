# SPDX-License-Identifier: MIT
"""A list of a million memberships in a window: frames while it is used, and its memory.

All of it happens in a process of its own, so that memory is the window's and nothing else's.
"""

import json
import os
import subprocess
import sys
import time
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figure import Figure, percentile
from benchmarks.ground import Ground
from groupdesk.app import build
from groupdesk.domain.clock import system_clock
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.records import MemberFilter

if TYPE_CHECKING:
    from groupdesk.services.desk import Desk

SIZE = 1_000_000
FRAME = 16
_IMPORTED = 50_000
_STEPS = 120


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure a list of `size` memberships over all groups."""
    desk = ground.scale(size)
    folder = desk.workspace.folder
    told = _child("window", str(folder), str(min(_IMPORTED, size)))
    named = f"{size:,} memberships"
    idle = told["idle"]
    return [
        Figure(f"scrolling {named}, frame p95", told["scroll"], "ms", limit=FRAME),
        Figure("jump to the end and back, frame p95", told["jump"], "ms", limit=FRAME),
        Figure("typing while the list loads, frame p95", told["typing"], "ms", limit=FRAME),
        Figure("Ctrl+A", told["select"], "ms", limit=3 * FRAME),
        Figure(
            "frame while an import runs, p95",
            told["importing"],
            "ms",
            peer="idle frame, p95",
            peer_value=idle,
            most=2,
        ),
        Figure("memory of the list", told["memory"], "MB", limit=60),
    ]


def _child(*call: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.frames", *call],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


class _List:
    """The list of the members page with its search field, and nothing around it."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QVBoxLayout, QWidget

        from groupdesk.ui.dates import Dates
        from groupdesk.ui.item_delegates import CellDelegate, MemberDelegate, PillDelegate
        from groupdesk.ui.item_models.member_model import MemberModel, Voice
        from groupdesk.ui.tasks import TaskRunner
        from groupdesk.ui.theme import Theme, make_application
        from groupdesk.ui.widgets.record_table import RecordTable
        from groupdesk.ui.widgets.search_field import SearchField
        from groupdesk.words import Words

        self.app = make_application("groupdesk")
        self._theme = Theme(self.app, "light")
        self.desk: Desk = build(folder, anchor_folder=folder.parent)
        self.desk.workspace.database.use_for_reading()
        self.runner = TaskRunner()
        self.model: MemberModel = MemberModel(self.desk.members.rows)
        heads = ["Member", "Standing", "Last active", "Cases"]
        words = Words("en")
        voice = Voice(words, Dates("en"), DEFAULT_LADDER, system_clock())
        self.model.speak(heads, voice)
        self.table: RecordTable = RecordTable()
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(0, MemberDelegate(self.table))
        self.table.setItemDelegateForColumn(1, PillDelegate(self.table))
        self.search: SearchField = SearchField("")
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        column.addWidget(self.search)
        column.addWidget(self.table)
        self.window.resize(1280, 800)
        self.window.show()
        self.app.processEvents()

    def load(self, sort: str = "name") -> None:
        """Read all ids in the thread of the page; return at once."""

        def show(ids: "array[int]") -> None:
            self.model.show_ids(ids)

        members = self.desk.members
        self.runner.run(
            self.model, lambda: members.ids(MemberFilter(), sort), show, _raise, pool="files"
        )

    def wait(self) -> None:
        """Let the thread finish."""
        while not self.runner.idle:
            self.app.processEvents()

    def frame(self, act: Callable[[], object]) -> float:
        """Return how long an act and all that it paints hold the window, in milliseconds."""
        begun = time.perf_counter()
        act()
        self.app.processEvents()
        return (time.perf_counter() - begun) * 1000


def _raise(error: Exception) -> None:
    raise error


def _window(folder: Path, imported: int) -> dict[str, float]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    shown = _List(folder)
    empty = _memory()
    shown.load()
    typed: list[float] = []
    letters = "zhangweiliwangchen"
    while not shown.runner.idle:
        letter = letters[len(typed) % len(letters)]
        typed.append(shown.frame(partial(QTest.keyClicks, shown.search, letter)))
    bar = shown.table.verticalScrollBar()
    most = bar.maximum()

    def wheel(number: int) -> float:
        return shown.frame(lambda: bar.setValue(most // 3 + number * 120))

    def leap(number: int) -> float:
        place = most if number % 2 else most // 7 * (number % 7)
        return shown.frame(lambda: bar.setValue(place))

    told = {
        "typing": percentile(typed, 0.95),
        "scroll": percentile([wheel(number) for number in range(_STEPS)], 0.95),
        "jump": percentile([leap(number) for number in range(_STEPS)], 0.95),
    }
    told["memory"] = (_memory() - empty) / 1_000_000

    def select() -> float:
        shown.table.clearSelection()
        shown.app.processEvents()
        key, control = Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier
        return shown.frame(lambda: QTest.keyClick(shown.table, key, control))

    told["select"] = percentile([select() for _ in range(5)], 0.5)
    shown.table.clearSelection()
    told["idle"] = percentile([wheel(number) for number in range(_STEPS)], 0.95)
    importing = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.imports", str(folder), str(imported)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert importing.stdout is not None
    importing.stdout.readline()  # it has its list and begins
    frames: list[float] = []
    while importing.poll() is None:
        frames.append(wheel(len(frames) % 500))
        time.sleep(0.01)
    if importing.returncode:
        raise RuntimeError("the import failed")
    told["importing"] = percentile(frames, 0.95)
    shown.runner.shut_down()
    return told


def _memory() -> float:
    """Return the memory of this process in bytes (Linux; nothing elsewhere)."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024.0


if __name__ == "__main__":
    print(json.dumps(_window(Path(sys.argv[2]), int(sys.argv[3]))))
    sys.stdout.flush()
    os._exit(0)  # what Qt tears down at the end is not measured
