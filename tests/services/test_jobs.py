# SPDX-License-Identifier: MIT
"""The process that works for the window, fed through pipes of the test's own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.errors import FileRefusedError, GroupDeskError, ValidationError
from groupdesk.domain.findings import Verification
from groupdesk.services import jobs
from groupdesk.services.desk import Desk
from groupdesk.services.jobs import Answer, JobContext, JobServer, Request, Unpacker, packed


class Client:
    """The window's end of the pipes."""

    def __init__(self, to_server: int, from_server: int) -> None:
        self._to, self._from = to_server, from_server
        self._unpacker = Unpacker()
        self._come: list[Answer] = []

    def ask(self, *requests: Request) -> None:
        os.write(self._to, b"".join(map(packed, requests)))

    def answer(self, number: int) -> Answer:
        """Wait for the end of a job."""
        while True:
            for at, one in enumerate(self._come):
                if one.number == number and one.kind != "progress":
                    return self._come.pop(at)
            piece = os.read(self._from, 1 << 16)
            assert piece, "the process is gone"
            self._come += self._unpacker.feed(piece)


@contextmanager
def _server(desk: Desk) -> Iterator[Client]:
    # the desk lives in this thread's connection; the server opens one of its own thread
    request_end, requests = os.pipe()
    answers, answer_end = os.pipe()

    def build() -> Desk:
        desk.workspace.database.connect(reuse_if_open=True)
        return desk

    def serve() -> None:
        with os.fdopen(request_end, "rb") as incoming, os.fdopen(answer_end, "wb") as outgoing:
            JobServer(build, incoming, outgoing).serve()

    thread = Thread(target=serve)
    thread.start()
    try:
        yield Client(requests, answers)
    finally:
        os.close(requests)
        thread.join(10)
        os.close(answers)
        assert not thread.is_alive(), "the process outlives its window"


def test_jobs_are_done_in_order_and_remember(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(jobs._JOBS, "count", f"{__name__}:_count")
    with _server(desk) as client:
        client.ask(Request(1, "count"), Request(2, "count"), Request(3, "verify"))
        assert client.answer(1).value == 1
        assert client.answer(2).value == 2
        verdict = client.answer(3).value
        assert isinstance(verdict, Verification)
        assert verdict.sound


def _count(context: JobContext, _args: dict[str, Any]) -> int:
    context.memory["count"] = context.memory.get("count", 0) + 1
    return int(context.memory["count"])


def test_an_error_with_words_travels_whole_and_a_bug_without_what_it_says(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(jobs._JOBS, "refuse", f"{__name__}:_refuse")
    monkeypatch.setitem(jobs._JOBS, "break", f"{__name__}:_break")
    with _server(desk) as client:
        client.ask(Request(1, "refuse"), Request(2, "break"), Request(3, "verify"))
        error = client.answer(1).value
        assert isinstance(error, FileRefusedError)
        assert (error.code, error.name, error.values) == (
            "list_empty", "a.csv", {"name": "a.csv", "limit": 3},
        )  # fmt: skip
        bug = client.answer(2)
        assert bug.kind == "bug"
        assert "RuntimeError" in bug.value
        assert "Li Wei" not in bug.value
        assert client.answer(3).kind == "done"  # and it goes on working


def _refuse(_context: JobContext, _args: dict[str, Any]) -> None:
    raise FileRefusedError("a.csv", "list_empty", limit=3)


def _break(_context: JobContext, _args: dict[str, Any]) -> None:
    raise RuntimeError("Li Wei")


def test_a_job_can_be_stopped_and_the_next_one_is_not(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(jobs._JOBS, "forever", f"{__name__}:_forever")
    with _server(desk) as client:
        client.ask(Request(1, "forever"), Request(2, "verify"), Request(1))
        failed = client.answer(1)
        assert (failed.kind, failed.value.code) == ("failed", "cancelled")
        assert client.answer(2).kind == "done"


def test_a_window_that_goes_away_ends_what_runs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(jobs._JOBS, "forever", f"{__name__}:_forever")
    with _server(desk) as client:
        client.ask(Request(1, "forever"))


def _forever(context: JobContext, _args: dict[str, Any]) -> None:
    while True:
        context.progress("verify", 1, 0)


@given(st.lists(st.binary(max_size=50), min_size=1), st.integers(1, 30))
def test_messages_come_whole_however_the_pipe_cuts_them(bodies: list[bytes], cut: int) -> None:
    stream = b"".join(packed(Answer(n, "done", body)) for n, body in enumerate(bodies))
    unpacker = Unpacker()
    found: list[bytes] = []
    for start in range(0, len(stream), cut):
        found += [message.value for message in unpacker.feed(stream[start : start + cut])]
    assert found == bodies


@pytest.mark.parametrize(
    "error", [ValidationError("name", "text_too_long", limit=3), GroupDeskError("cancelled")]
)
def test_errors_keep_their_kind_on_the_way(error: GroupDeskError) -> None:
    (back,) = Unpacker().feed(packed(Answer(1, "failed", error)))
    assert type(back.value) is type(error)
    assert back.value.__dict__ == error.__dict__
