# SPDX-License-Identifier: MIT
"""A measured figure beside its limit or its peer, and how to measure one."""

import gc
import os
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: a value in `unit`, at most `limit`, or at most `most` times its peer's value.

    `parts` are shares of the value, in the same unit.
    """

    name: str
    value: float
    unit: str
    limit: float | None = None
    peer: str = ""
    peer_value: float | None = None
    most: float | None = None
    parts: dict[str, float] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        """Return the value over the peer's value, or over the limit where there is no peer."""
        base = self.peer_value if self.peer_value is not None else self.limit
        return None if not base else self.value / base

    @property
    def reached(self) -> bool:
        """Say whether the figure keeps its limits."""
        within = self.limit is None or self.value <= self.limit
        ratio = self.ratio
        return within and (self.most is None or ratio is None or ratio <= self.most)

    def as_data(self) -> dict[str, Any]:
        """Return the figure for JSON."""
        return {**asdict(self), "ratio": self.ratio, "reached": self.reached}


def median(work: Callable[[], object], times: int = 5) -> float:
    """Return the median of several runs in seconds, after one run that warms up."""
    work()
    return statistics.median(seconds(work) for _ in range(times))


def seconds(work: Callable[[], object]) -> float:
    """Return how long one run takes, without what the garbage of others costs."""
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of all lie."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def machine() -> str:
    """Return the machine in a few words."""
    name = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as stream:  # noqa: PTH123  # no file of ours
            lines = [line for line in stream if line.startswith("model name")]
        name = lines[0].partition(":")[2].strip() if lines else name
    except OSError:
        pass
    system = f"{platform.system()} {platform.release()}"
    return f"{name}, {os.cpu_count()} cores, {system}, Python {platform.python_version()}"
