# SPDX-License-Identifier: MIT
"""The benchmarks run on tiny sizes; how fast they are is not asked here."""

import pytest

from benchmarks.__main__ import NAMES, lines_of, measure
from benchmarks.figure import Figure


@pytest.mark.parametrize("name", [name for name in NAMES if name != "start"])
def test_each_benchmark_gives_figures(name: str) -> None:
    figures = measure((name,), 12)
    assert figures
    assert all(figure.value >= 0 for figure in figures)


def test_a_missed_limit_is_said() -> None:
    slow = Figure("x", 3.0, "s", limit=2.0)
    assert not slow.reached
    assert lines_of(slow)[0].endswith("MISSED")
    beside = Figure("x", 3.0, "s", peer="y", peer_value=2.0, most=1.6)
    assert beside.reached
    assert "ratio 1.50" in lines_of(beside)[0]
