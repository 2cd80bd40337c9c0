# SPDX-License-Identifier: MIT
"""Runs one worker module in a child process of its own, with limits, and hands on what it says.

The child reads `request.json` in a private folder and appends one JSON object per line to
`messages.jsonl` beside it. Files, not pipes: nothing it prints can be taken for an answer, and
a grandchild that keeps a pipe open cannot hold the parent up.

On POSIX the child limits its own address space, processor time and file size before it imports
anything else, and is ended with its whole process group. On Windows only the wall time is limited.
"""

import errno
import json
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from groupdesk.domain.errors import CancelledError
from groupdesk.scratch import ScratchFolder
from groupdesk.workers.child import EXIT_DISK, EXIT_MEMORY

Message = dict[str, Any]

POSIX = os.name == "posix"
MB = 1_000_000
_GRACE_SECONDS = 0.5
_POLL_SECONDS = 0.005
_LOG = logging.getLogger(__name__)

# The child's first words: our own search path and no other, then the real entry.
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from groupdesk.workers.child import main; main(sys.argv[2], sys.argv[3])"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use; wall time runs anew with each message if `each_message`.

    A higher `nice` lets the window go first where both have work to do.
    """

    memory_mb: int = 1024
    cpu_seconds: int = 10
    wall_seconds: float = 15.0
    file_mb: int = 500
    message_mb: int = 16
    each_message: bool = False
    nice: int = 0


class WorkerFailure(StrEnum):
    """Why a child gave no whole answer."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"
    JUNK = "junk"


class WorkerFailedError(Exception):
    """The child ran out of time or memory, crashed, or said something that is no message."""

    def __init__(self, failure: WorkerFailure) -> None:
        super().__init__(failure.value)
        self.failure = failure


def run_worker(
    module: str,
    request: Message,
    limits: Limits,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Message]:
    """Run `module`'s `serve(request, emit)` in a child and yield its messages as they come.

    Raises WorkerFailedError, OSError when the disk has no room for what they say to each other,
    and CancelledError once `cancelled` says so. The child is gone,
    and its private folder with it, when the iteration ends for whatever reason.
    """
    with ScratchFolder() as folder:
        (folder / "request.json").write_text(
            json.dumps({"limits": asdict(limits), "request": request}), encoding="utf-8"
        )
        messages = folder / "messages.jsonl"
        messages.touch(mode=0o600)
        try:
            child = _start(module, folder)
        except OSError as error:  # no memory for one more process, or it may not be run
            short = error.errno in {errno.ENOMEM, errno.EAGAIN}
            failure = WorkerFailure.MEMORY if short else WorkerFailure.CRASHED
            raise WorkerFailedError(failure) from error
        try:
            with messages.open("rb") as stream:
                yield from _listen(child, stream, limits, cancelled)
        finally:
            _end(child)


def _start(module: str, folder: Path) -> "subprocess.Popen[bytes]":
    # -I keeps the environment, the user's site folder and the current folder out; the parent's
    # own search path is handed over so that a checkout and a wheel both work.
    here = str(Path(__file__).resolve().parent.parent.parent)
    search = [here, *(entry for entry in sys.path if entry and Path(entry).is_absolute())]
    kept = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "TZ", "TZDIR", "LD_LIBRARY_PATH")
    environment = {key: os.environ[key] for key in kept if key in os.environ}
    environment |= {"TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    return subprocess.Popen(  # noqa: S603 — our own interpreter and our own arguments
        [sys.executable, "-I", "-X", "utf8", "-c", _BOOT, json.dumps(search), module, str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=folder,
        start_new_session=POSIX,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _listen(
    child: "subprocess.Popen[bytes]",
    stream: BinaryIO,
    limits: Limits,
    cancelled: Callable[[], bool] | None,
) -> Iterator[Message]:
    """Yield whole lines until the child is gone and everything it wrote was read."""
    deadline = time.monotonic() + limits.wall_seconds
    lines = _Lines(stream, limits.message_mb * MB)
    while True:
        gone = child.poll() is not None  # asked before reading: what follows is all there is
        for line in lines:
            handed_over = time.monotonic()
            yield _message(line)
            # What the receiver does with a message is not the child's time.
            deadline += time.monotonic() - handed_over
            if limits.each_message:
                deadline = time.monotonic() + limits.wall_seconds
        if cancelled is not None and cancelled():
            raise CancelledError
        if gone:
            break
        if time.monotonic() > deadline:
            raise WorkerFailedError(WorkerFailure.TIMEOUT)
        time.sleep(_POLL_SECONDS)
    if child.returncode == EXIT_DISK:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if child.returncode != 0:
        _LOG.warning("a worker ended with %d", child.returncode)
        raise WorkerFailedError(_failure(child.returncode))
    if lines.rest:
        raise WorkerFailedError(WorkerFailure.JUNK)


class _Lines:
    """Whole lines of a file that still grows; each round gives those that are new."""

    def __init__(self, stream: BinaryIO, longest: int) -> None:
        self._stream = stream
        self._longest = longest
        self.rest = bytearray()

    def __iter__(self) -> Iterator[bytes]:
        while block := self._stream.read(1 << 20):
            self.rest += block
            if len(self.rest) > self._longest:
                raise WorkerFailedError(WorkerFailure.JUNK)
            if b"\n" in block:
                *lines, tail = bytes(self.rest).split(b"\n")
                self.rest = bytearray(tail)
                yield from lines


def _message(line: bytes) -> Message:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        raise WorkerFailedError(WorkerFailure.JUNK) from None
    if not isinstance(message, dict):
        raise WorkerFailedError(WorkerFailure.JUNK)
    return message


def _failure(code: int) -> WorkerFailure:
    """Tell from the exit what happened."""
    if code == EXIT_MEMORY:
        return WorkerFailure.MEMORY
    if POSIX and -code in {signal.SIGXCPU, signal.SIGALRM}:
        return WorkerFailure.TIMEOUT
    return WorkerFailure.CRASHED


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Terminate what still runs, then kill it, together with all it started."""
    if child.poll() is None:
        _signal(child, "SIGTERM")
        try:
            child.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            _signal(child, "SIGKILL")
            child.wait()
    if POSIX:
        _signal(child, "SIGKILL")  # grandchildren; the group is empty in the usual case


def _signal(child: "subprocess.Popen[bytes]", name: str) -> None:
    if not POSIX:
        child.terminate()
        return
    try:
        os.killpg(child.pid, getattr(signal, name))
    except (ProcessLookupError, PermissionError):
        return  # already gone; macOS says EPERM for a group of zombies
