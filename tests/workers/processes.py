# SPDX-License-Identifier: MIT
"""Whether a process runs, and a clock by which only what hangs takes any time."""

import time
from collections.abc import Callable
from pathlib import Path


def alive(pid: int) -> bool:
    """Say whether the process runs; an orphan that init has not collected yet does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


class Patience:
    """Stands in for `time`: while something hangs, a second passes between two looks; else none.

    However busy the machine is, nothing else ever takes too long.
    """

    def __init__(self, hangs: Callable[[], bool]) -> None:
        self._hangs = hangs
        self._now = 0.0
        self.sleep = time.sleep

    def monotonic(self) -> float:
        """Return the seconds that have passed."""
        self._now += self._hangs()
        return self._now
