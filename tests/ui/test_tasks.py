# SPDX-License-Identifier: MIT
"""Work runs beside the window and comes back to it, or not at all when its owner is gone."""

import logging
import threading
from collections.abc import Iterator
from functools import partial
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from groupdesk.ui.tasks import ImmediateRunner, Pool, TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    result = TaskRunner()
    yield result
    result.shut_down()


def _wait_until_idle(qtbot: QtBot, runner: TaskRunner) -> None:
    qtbot.waitUntil(lambda: runner.idle)


def _unwanted(value: object) -> None:
    raise AssertionError(f"unexpected {value!r}")


def test_the_result_arrives_in_the_window_s_thread(qtbot: QtBot, runner: TaskRunner) -> None:
    seen: list[object] = []
    owner = QObject()
    runner.run(
        owner,
        lambda: current_thread() is main_thread(),
        lambda value: seen.extend((value, current_thread() is main_thread())),
        _unwanted,
    )
    assert seen == []
    _wait_until_idle(qtbot, runner)
    assert seen == [False, True]


def test_a_failure_arrives_as_the_error_it_was(qtbot: QtBot, runner: TaskRunner) -> None:
    seen: list[Exception] = []
    owner = QObject()
    runner.run(owner, lambda: 1 // 0, _unwanted, seen.append)
    _wait_until_idle(qtbot, runner)
    assert isinstance(seen[0], ZeroDivisionError)


def test_writes_keep_their_order_and_never_overlap(qtbot: QtBot, runner: TaskRunner) -> None:
    busy = threading.Lock()
    owner = QObject()
    seen: list[int] = []

    def write(number: int) -> int:
        assert busy.acquire(blocking=False)
        try:
            return number
        finally:
            busy.release()

    for number in range(200):
        runner.run(owner, partial(write, number), seen.append, _unwanted)
    _wait_until_idle(qtbot, runner)
    assert seen == list(range(200))


def test_a_write_does_not_wait_for_files(qtbot: QtBot, runner: TaskRunner) -> None:
    release = Event()
    owner = QObject()
    seen: list[str] = []
    for _ in range(5):
        runner.run(
            owner, lambda: release.wait(60), lambda _: seen.append("file"), _unwanted, pool="files"
        )
    runner.run(owner, lambda: "write", seen.append, _unwanted)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["write"]
    release.set()
    _wait_until_idle(qtbot, runner)


def test_the_result_of_a_closed_window_is_dropped_and_logged(
    qtbot: QtBot, runner: TaskRunner, caplog: pytest.LogCaptureFixture
) -> None:
    release = Event()
    owner = QObject()
    runner.run(owner, lambda: release.wait(60), _unwanted, _unwanted)
    runner.run(owner, lambda: 1 // 0, _unwanted, _unwanted)
    delete(owner)
    with caplog.at_level(logging.INFO):
        release.set()
        _wait_until_idle(qtbot, runner)
    assert [record.levelname for record in caplog.records] == ["INFO", "ERROR"]


def test_shutting_down_waits_for_writes_and_delivers_them(qtbot: QtBot) -> None:
    runner = TaskRunner()
    owner = QObject()
    seen: list[int] = []
    for number in range(50):
        runner.run(owner, partial(int, number), seen.append, _unwanted)
    runner.shut_down()
    assert seen == list(range(50))
    with pytest.raises(RuntimeError):
        runner.run(owner, lambda: 1, _unwanted, _unwanted)


@pytest.mark.parametrize("pool", ["read", "files"])
def test_what_is_read_after_the_end_is_dropped(qtbot: QtBot, pool: Pool) -> None:
    runner = TaskRunner()
    runner.shut_down()
    runner.run(QObject(), lambda: 1, _unwanted, _unwanted, pool=pool)
    assert runner.idle


def test_shutting_down_does_what_a_write_leads_to_and_reads_nothing_more(qtbot: QtBot) -> None:
    runner = TaskRunner()
    owner = QObject()
    seen: list[str] = []

    def written(text: str) -> None:
        seen.append(text)
        runner.run(owner, lambda: 1, _unwanted, _unwanted, pool="read")
        runner.run(owner, lambda: 1, _unwanted, _unwanted, pool="files")
        if len(seen) < 3:
            runner.run(owner, lambda: text + "+", written, _unwanted)

    runner.run(owner, lambda: "act", written, _unwanted)
    runner.shut_down()
    assert seen == ["act", "act+", "act++"]
    assert runner.idle


def test_shutting_down_ends_the_threads_also_where_a_result_is_taken_badly(qtbot: QtBot) -> None:
    stopped: list[str] = []
    runner = TaskRunner(thread_stopping=lambda: stopped.append("stopped"))
    owner = QObject()
    runner.run(owner, lambda: 1, _unwanted, _unwanted)
    with pytest.raises(AssertionError, match="unexpected 1"):
        runner.shut_down()
    assert len(stopped) == 3


def test_reads_see_what_was_written_before_them(qtbot: QtBot, runner: TaskRunner) -> None:
    owner = QObject()
    written: list[int] = []
    seen: list[int] = []
    for number in range(50):
        runner.run(owner, partial(written.append, number), lambda _done: None, _unwanted)
        runner.run(owner, lambda: len(written), seen.append, _unwanted, pool="read")
    _wait_until_idle(qtbot, runner)
    assert seen == list(range(1, 51))


def test_each_thread_calls_the_hooks_once(qtbot: QtBot) -> None:
    started: list[str] = []
    stopped: list[str] = []
    runner = TaskRunner(
        thread_started=lambda: started.append(current_thread().name),
        thread_stopping=lambda: stopped.append(current_thread().name),
    )
    runner.shut_down()
    assert sorted(started) == ["groupdesk-files", "groupdesk-files", "groupdesk-write"]
    assert sorted(stopped) == sorted(started)


def test_a_thread_that_cannot_start_fails_its_calls(qtbot: QtBot) -> None:
    def broken() -> None:
        raise OSError("no database")

    runner = TaskRunner(thread_started=broken)
    owner = QObject()
    seen: list[Exception] = []
    runner.run(owner, lambda: 1, _unwanted, seen.append)
    runner.shut_down()
    assert isinstance(seen[0], OSError)


def test_idle_is_told(qtbot: QtBot, runner: TaskRunner) -> None:
    owner = QObject()
    with qtbot.waitSignal(runner.idle_changed):
        runner.run(owner, lambda: 1, lambda _: None, _unwanted)
    assert not runner.idle
    with qtbot.waitSignal(runner.idle_changed):
        pass
    assert runner.idle


def test_the_immediate_runner_has_done_it_all_when_it_returns() -> None:
    seen: list[object] = []
    owner = QObject()
    ImmediateRunner().run(owner, lambda: 7, seen.append, _unwanted)
    ImmediateRunner().run(owner, lambda: 1 // 0, _unwanted, seen.append)
    assert seen[0] == 7
    assert isinstance(seen[1], ZeroDivisionError)
