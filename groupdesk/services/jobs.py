# SPDX-License-Identifier: MIT
"""Long work for the window, done in a process of its own: which jobs there are, and their process.

The window starts the process (`ui/jobs.py`), sends requests through its standard input and reads
answers from its standard output, one pickled message after the other. Both ends are this program
and the pipe is private to them; nothing from outside is ever unpickled.

A new job is a function `(context, args) -> result` and a line in `_JOBS`. Whatever it asks,
sends back or raises must be small and picklable; what is large stays in `context.memory`, where
the next job of the same session finds it.
"""

import gc
import os
import pickle
import struct
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, BinaryIO, cast

from groupdesk.domain.errors import CancelledError, GroupDeskError
from groupdesk.logs import where
from groupdesk.services.desk import Desk

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is (0 for unknown)."""

_JOBS = {
    "verify": "groupdesk.services.jobs:verify",
    "restore": "groupdesk.services.jobs:restore_backup",
    "export": "groupdesk.services.exports.jobs:export",
    "members.bulk": "groupdesk.services.member_bulk:bulk_job",
    "members.bulk_count": "groupdesk.services.member_bulk:count_job",
    "members.bulk_undo": "groupdesk.services.member_bulk_undo:undo_job",
    "rules.tell": "groupdesk.services.telling:tell_job",
    "rules.acknowledge": "groupdesk.services.telling:acknowledge_job",
    "rules.take_back": "groupdesk.services.telling:take_back_job",
    "reviews.preview": "groupdesk.services.review_jobs:preview_job",
    "reviews.start": "groupdesk.services.review_jobs:start_job",
    "reviews.preview_again": "groupdesk.services.review_jobs:preview_again_job",
    "reviews.look_again": "groupdesk.services.review_jobs:look_again_job",
    "reviews.decide_preview": "groupdesk.services.review_jobs:decide_preview_job",
    "reviews.decide": "groupdesk.services.review_jobs:decide_job",
    "reviews.record": "groupdesk.services.review_jobs:record_job",
    "groups.archive": "groupdesk.services.group_archive:archive_job",
    "evidence.read": "groupdesk.services.evidence_text:read_job",
    "duplicates": "groupdesk.services.jobs:find_duplicates",
    "import.open": "groupdesk.services.imports.jobs:open_list",
    "import.lines": "groupdesk.services.imports.jobs:lines",
    "import.apply": "groupdesk.services.imports.jobs:apply",
    "import.undo": "groupdesk.services.imports.jobs:undo",
}
_SIZE = struct.Struct(">Q")
_PROGRESS_SECONDS = 0.05


@dataclass
class JobContext:
    """What a job works with."""

    desk: Desk
    progress: Progress
    """Tells how far the work is; raises CancelledError once the person has had enough."""
    cancelled: Callable[[], bool]
    memory: dict[str, Any] = field(default_factory=dict)
    """What a job keeps for the next ones of its session."""


Job = Callable[[JobContext, dict[str, Any]], object]


@dataclass(frozen=True, slots=True)
class Request:
    """A job to do. A request without a name asks the running one to stop."""

    number: int
    name: str = ""
    args: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request: `kind` is progress, done, failed or bug.

    The value is (stage, done, total), the result, the error, or the places a bug came through.
    """

    number: int
    kind: str
    value: Any = None


class JobBugError(Exception):
    """A bug of ours in the other process; the message is `logs.where` of what was raised there."""


def run_job(context: JobContext, name: str, args: dict[str, Any]) -> object:
    """Do one job. Raises KeyError for an unknown name, and what the job raises."""
    module, function = _JOBS[name].split(":")
    job = cast(Job, getattr(import_module(module), function))
    return job(context, args)


def verify(context: JobContext, _args: dict[str, Any]) -> object:
    """Check the workspace; the result is a Verification."""
    return context.desk.verifier.run(context.progress)


def find_duplicates(context: JobContext, _args: dict[str, Any]) -> object:
    """Look for entries that may be one person; the result is a DuplicateReport."""
    return context.desk.duplicates.report(context.progress)


def restore_backup(context: JobContext, args: dict[str, Any]) -> object:
    """Make a workspace from the backup that `args` names; the result is a RestoredRecord."""
    from groupdesk.services.restore import restore  # noqa: PLC0415  # other jobs do without

    backup, folder = Path(args["backup"]), Path(args["folder"])
    desk = context.desk
    return restore(backup, folder, desk.clock, operator_id=desk.operator.id)


# ---- messages


def packed(message: Request | Answer) -> bytes:
    """Return a message as it goes through the pipe."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return _SIZE.pack(len(body)) + body


class Unpacker:
    """Puts messages together from the pieces in which a pipe hands them out."""

    def __init__(self) -> None:
        """Start with an empty pipe."""
        self._rest = bytearray()

    def feed(self, piece: bytes) -> Iterator[Any]:
        """Yield the messages that are complete with this piece."""
        self._rest += piece
        while len(self._rest) >= _SIZE.size:
            end = _SIZE.size + _SIZE.unpack_from(self._rest)[0]
            if len(self._rest) < end:
                return
            body = bytes(self._rest[_SIZE.size : end])
            del self._rest[:end]
            yield pickle.loads(body)  # noqa: S301 — written by our own process


# ---- the process


class JobServer:
    """Does what comes in, one job after the other, until the pipe is closed."""

    def __init__(
        self,
        build: Callable[[], Desk],
        requests: BinaryIO,
        answers: BinaryIO,
        after_each: Callable[[], object] = lambda: None,
    ) -> None:
        """`build` opens the workspace with the first job; `after_each` runs behind every job."""
        self._build = build
        self._after_each = after_each
        self._requests = requests
        self._answers = answers
        self._lock = Lock()
        self._waiting: SimpleQueue[Request | None] = SimpleQueue()
        self._cancelled: set[int] = set()
        self._ended = False
        self._current = 0
        self._told = 0.0
        self._stage = ""

    def serve(self) -> None:
        """Work until the window goes away."""
        Thread(target=self._listen, daemon=True).start()
        context: JobContext | None = None
        while (request := self._waiting.get()) is not None:
            self._current, self._stage = request.number, ""
            try:
                if context is None:
                    context = JobContext(self._build(), self._progress, self._stopped)
                self._say("done", run_job(context, request.name, request.args))
            except GroupDeskError as error:
                self._say("failed", error)
            except Exception as error:  # noqa: BLE001 — a bug of ours: the window reports it
                self._say("bug", where(error))
            self._after_each()
        if context is not None:
            context.desk.close()

    def _listen(self) -> None:
        unpacker = Unpacker()
        while piece := os.read(self._requests.fileno(), 1 << 16):
            for request in unpacker.feed(piece):
                if request.name:
                    self._waiting.put(request)
                else:
                    self._cancelled.add(request.number)
        self._ended = True  # the window is gone: stop what runs, and end
        self._waiting.put(None)

    def _stopped(self) -> bool:
        return self._ended or self._current in self._cancelled

    def _progress(self, stage: str, done: int, total: int) -> None:
        if self._stopped():
            raise CancelledError
        now = time.monotonic()
        if stage != self._stage or now - self._told >= _PROGRESS_SECONDS:
            self._stage, self._told = stage, now
            self._say("progress", (stage, done, total))

    def _say(self, kind: str, value: object) -> None:
        with self._lock:
            self._answers.write(packed(Answer(self._current, kind, value)))
            self._answers.flush()


def serve(build: Callable[[], Desk]) -> None:
    """Serve jobs over standard input and output; what libraries print goes to standard error."""
    # While a job runs, the collector would walk over its hundred thousand rows again and again.
    gc.disable()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    JobServer(build, sys.stdin.buffer, answers, gc.collect).serve()
