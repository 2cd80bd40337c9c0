# SPDX-License-Identifier: MIT
"""From the start of the process to the painted window, each start in a process of its own."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.ground import Ground

SIZE = 100_000
_TIMES = 7


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure bare window, sample and `size` members in turn: they share what disturbs them."""
    sample = ground.sample()
    many = ground.crowded(size).workspace.folder
    calls = {
        "bare": ["bare"],
        "first": ["first", str(sample)],
        "first of many": ["first", str(many)],
        "whole": ["whole", str(sample)],
        "whole of many": ["whole", str(many)],
    }
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(_TIMES + 1):
        for name, call in calls.items():
            found = _one(ground.folder, call)
            if turn:  # the first one fills the caches of the disk
                taken[name].append(found)
    value = {name: statistics.median(times) * 1000 for name, times in taken.items()}

    def figure(name: str, measured: str, peer: str, against: str, most: float | None) -> Figure:
        return Figure(name, value[measured], "ms", peer=peer, peer_value=value[against], most=most)

    bare, many_named = "bare PySide6 window with a table", f"with {size:,} members"
    return [
        figure("first rows painted, sample", "first", bare, "bare", 1.5),
        figure(f"first rows painted, {many_named}", "first of many", "sample", "first", 1.1),
        figure("whole window painted, sample", "whole", bare, "bare", None),
        figure(f"whole window painted, {many_named}", "whole of many", "sample", "whole", 1.1),
    ]


def _one(folder: Path, call: list[str]) -> float:
    home = {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        # an installed program has its modules compiled
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.window", *call],
        env=os.environ | home,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode:
        raise RuntimeError(f"the window was not painted: {done.stderr[-2000:]}")
    return float(done.stdout.split()[-1]) - begun
