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
        "sample": ["groupdesk", str(sample)],
        "many": ["groupdesk", str(many)],
    }
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(_TIMES + 1):
        for name, call in calls.items():
            found = _one(ground.folder, call)
            if turn:  # the first one fills the caches of the disk
                taken[name].append(found)
    bare, with_sample, with_many = (statistics.median(taken[name]) for name in calls)
    return [
        Figure(
            "start with the sample",
            with_sample * 1000,
            "ms",
            peer="bare PySide6 window with a table",
            peer_value=bare * 1000,
            most=1.5,
        ),
        Figure(
            f"start with {size:,} members",
            with_many * 1000,
            "ms",
            peer="start with the sample",
            peer_value=with_sample * 1000,
            most=1.1,
        ),
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
