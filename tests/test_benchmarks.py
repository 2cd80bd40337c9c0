# SPDX-License-Identifier: MIT
"""The benchmarks run on tiny sizes; how fast they are is not asked here."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from benchmarks.__main__ import NAMES, lines_of, measure
from benchmarks.figure import Figure
from groupdesk.ui.theme import current_theme


@pytest.fixture(autouse=True)
def _theme_stays() -> Iterator[None]:
    """Give the application its theme back: which tests a process has run before is chance."""
    application = QApplication.instance()
    before = None if application is None else application.property("groupdesk_theme")
    yield
    if before is not None and current_theme() is not before:
        current_theme().deleteLater()
        QCoreApplication.instance().setProperty("groupdesk_theme", before)  # type: ignore[union-attr]  # it runs
        before._apply()


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
