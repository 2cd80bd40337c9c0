# SPDX-License-Identifier: MIT
"""Garbage is collected in the window's thread, and nowhere else."""

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from groupdesk.ui.garbage import GarbageCollector


class _Knot:
    def __init__(self) -> None:
        self.me = self


def test_a_cycle_dies_in_the_windows_thread(qtbot: QtBot) -> None:
    collector = GarbageCollector()
    died_in: list[int] = []
    knot = _Knot()
    weakref.finalize(knot, lambda: died_in.append(threading.get_ident()))
    del knot
    worker = threading.Thread(target=lambda: [[] for _ in range(20_000)])
    worker.start()
    worker.join()
    assert died_in == []  # the worker's allocations collected nothing
    kept: list[list[int]] = [[] for _ in range(2_000)]
    qtbot.waitUntil(lambda: collector.look() >= 0 or bool(died_in))
    gc.collect()
    assert died_in == [threading.get_ident()]
    assert len(kept) == 2_000
    collector.stop()


def test_python_collects_again_afterwards() -> None:
    collector = GarbageCollector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
