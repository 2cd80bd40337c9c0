# SPDX-License-Identifier: MIT
"""A worker may hang, crash, fork, babble or eat: the parent hears one reason and is rid of it."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from groupdesk.domain.errors import CancelledError
from groupdesk.workers import runner
from groupdesk.workers.runner import Limits, Message, WorkerFailedError, run_worker
from tests.workers.processes import Patience, alive

MODULE = "tests.workers.bad_workers"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="only wall time is limited elsewhere")


def told(do: str, limits: Limits | None = None) -> tuple[list[Message], str]:
    messages: list[Message] = []
    try:
        for message in run_worker(MODULE, {"do": do}, limits or Limits(wall_seconds=100)):
            messages.append(message)  # noqa: PERF402 — what came before a failure counts
    except WorkerFailedError as error:
        return messages, error.failure.value
    return messages, ""


def gone(pid: int) -> bool:
    return _soon(lambda: not alive(pid))


def _soon(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 60
    while not condition() and time.monotonic() < deadline:
        os.sched_yield()
    return condition()


def test_what_a_worker_prints_is_no_answer() -> None:
    messages, failure = told("nothing")
    assert failure == ""
    assert [list(message) for message in messages] == [["pid"]]


@pytest.mark.parametrize(
    ("do", "failure"),
    [
        ("junk", "junk"),
        ("half", "junk"),
        ("flood", "junk"),
        ("crash", "crashed"),
        ("eat_memory", "memory"),
        ("no_such_thing", "crashed"),
    ],
)
def test_failures_are_told_apart(do: str, failure: str) -> None:
    messages, found = told(do, Limits(memory_mb=400, wall_seconds=100, message_mb=2, file_mb=50))
    assert found == failure
    assert gone(messages[0]["pid"])


@pytest.mark.parametrize(("do", "says"), [("hang", 1), ("ignore_term", 2)])
def test_a_worker_that_hangs_is_ended_even_if_it_ignores_the_request(
    monkeypatch: pytest.MonkeyPatch, do: str, says: int
) -> None:
    hangs = False
    monkeypatch.setattr(runner, "time", Patience(lambda: hangs))
    listening = run_worker(MODULE, {"do": do}, Limits(wall_seconds=10))
    messages = [next(listening) for _ in range(says)]
    hangs = True  # however long it took to start
    with pytest.raises(WorkerFailedError) as failed:
        next(listening)
    assert failed.value.failure.value == "timeout"
    assert gone(messages[0]["pid"])


def test_processor_time_is_limited_by_itself() -> None:
    messages, failure = told("spin", Limits(cpu_seconds=0, wall_seconds=100))
    assert failure == "timeout"
    assert gone(messages[0]["pid"])


def test_what_a_worker_starts_ends_with_it() -> None:
    messages, failure = told("fork")
    assert failure == ""
    assert gone(messages[1]["grandchild"])


def test_a_worker_sees_neither_our_environment_nor_our_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    messages, failure = told("environment")
    assert failure == ""
    assert "SECRET_TOKEN" not in messages[1]["environment"]
    assert "/nowhere" not in messages[1]["path"]
    assert messages[1]["folder"] != str(Path.cwd())
    assert not Path(messages[1]["folder"]).exists()


def test_cancelling_ends_the_worker_at_once() -> None:
    wanted = False
    listening = run_worker(MODULE, {"do": "hang"}, Limits(), cancelled=lambda: wanted)
    pid = next(listening)["pid"]
    wanted = True
    with pytest.raises(CancelledError):
        next(listening)
    assert gone(pid)


def test_a_caller_who_stops_listening_leaves_nothing_behind() -> None:
    listening = run_worker(MODULE, {"do": "hang"}, Limits())
    pid = next(listening)["pid"]
    assert alive(pid)
    listening.close()  # type: ignore[attr-defined]  # it is a generator
    assert gone(pid)
