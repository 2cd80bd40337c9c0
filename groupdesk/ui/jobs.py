# SPDX-License-Identifier: MIT
"""Long Python work for the window, in a process of its own so that painting never waits for it.

`Jobs.run` does one job in a fresh process. `Jobs.session` keeps a process for several jobs that
build on one another, an import's preview and its pages for instance. Which jobs there are, and
how to add one, stands in `services/jobs.py`.

A job ends in exactly one call, in the window's thread: `on_success(result)`, or
`on_failure(error)` with what the job raised, CancelledError, WorkStoppedError when the process
died, or JobBugError. When the owner is gone by then, nothing is called and the process is ended.
"""

import json
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QProcess, QTimer
from shiboken6 import isValid

from groupdesk.domain.errors import CancelledError, WorkStoppedError
from groupdesk.services.desk import Desk
from groupdesk.services.jobs import (
    Answer,
    JobBugError,
    JobContext,
    Request,
    Unpacker,
    packed,
    run_job,
)

OnProgress = Callable[[str, int, int], object]
"""Told the stage, how much of it is done, and how much there is (0 for unknown)."""
OnSuccess = Callable[[Any], object]
OnFailure = Callable[[Exception], object]

_LOG = logging.getLogger(__name__)
_KILL_AFTER = 5000
"""Milliseconds in which a job that was asked to stop may do so by itself."""
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from groupdesk.app import serve_jobs; serve_jobs(*sys.argv[2:])"
)


class JobHandle(Protocol):
    """A job that was given."""

    def cancel(self) -> None:
        """Ask the job to stop: it fails with CancelledError, unless it was done already."""
        ...


class JobSession(Protocol):
    """A process that remembers; jobs are done one after the other in the order given."""

    def run(
        self,
        name: str,
        args: dict[str, Any],
        on_progress: OnProgress,
        on_success: OnSuccess,
        on_failure: OnFailure,
    ) -> JobHandle:
        """Do a job; see the module."""
        ...

    def close(self) -> None:
        """End the process; what still runs is dropped without a call."""
        ...


class Jobs(Protocol):
    """What pages and dialogs are given to have long work done."""

    def run(
        self,
        owner: QObject,
        name: str,
        args: dict[str, Any],
        on_progress: OnProgress,
        on_success: OnSuccess,
        on_failure: OnFailure,
    ) -> JobHandle:
        """Do one job in a process of its own; see the module."""
        ...

    def session(self, owner: QObject) -> JobSession:
        """Return a session; it ends with its owner at the latest."""
        ...

    def stop(self) -> None:
        """End all processes, for closing the window; what is given later is dropped."""
        ...


@dataclass
class _Call:
    on_progress: OnProgress
    on_success: OnSuccess
    on_failure: OnFailure


class ChildJobs(QObject):
    """Jobs in child processes on one workspace. Lives in the window's thread."""

    def __init__(
        self,
        folder: Path,
        parent: QObject | None = None,
        *,
        operator_id: int = 0,
        anchor_folder: Path | None = None,
    ) -> None:
        """Work on the workspace in `folder` as `operator_id`; the rest is as in `app.build`."""
        super().__init__(parent)
        self._arguments = [str(folder), str(operator_id), str(anchor_folder or "")]
        self._stopped = False

    def run(
        self,
        owner: QObject,
        name: str,
        args: dict[str, Any],
        on_progress: OnProgress,
        on_success: OnSuccess,
        on_failure: OnFailure,
    ) -> JobHandle:
        """See Jobs."""
        session = self.session(owner)

        def closing(call: Callable[[Any], object]) -> Callable[[Any], object]:
            def ended(value: Any) -> None:
                session.close()
                call(value)

            return ended

        return session.run(name, args, on_progress, closing(on_success), closing(on_failure))

    def session(self, owner: QObject) -> "ChildSession":
        """See Jobs."""
        session = ChildSession(owner, self._arguments, self)
        if self._stopped:
            session.close()
        return session

    def stop(self) -> None:
        """See Jobs."""
        self._stopped = True
        sessions = self.findChildren(ChildSession)
        for session in sessions:
            session.close()
        for session in sessions:
            session.wait()


class ChildSession(QObject):
    """One child process; it starts with the first job."""

    def __init__(self, owner: QObject, arguments: list[str], parent: QObject) -> None:
        """Work for `owner`; `arguments` are those of `app.serve_jobs`."""
        super().__init__(parent)
        self._owner = owner
        self._arguments = arguments
        self._calls: dict[int, _Call] = {}
        self._number = 0
        self._closed = False
        self._unpacker = Unpacker()
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_gone)
        self._process.errorOccurred.connect(self._on_error)
        owner.destroyed.connect(self.close)

    def run(
        self,
        name: str,
        args: dict[str, Any],
        on_progress: OnProgress,
        on_success: OnSuccess,
        on_failure: OnFailure,
    ) -> JobHandle:
        """See JobSession."""
        if self._closed:  # what a write led to while the window closes: nobody sees the answer
            return _ChildHandle(self, 0)
        self._number += 1
        self._calls[self._number] = _Call(on_progress, on_success, on_failure)
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._start()
        self._process.write(packed(Request(self._number, name, args)))
        return _ChildHandle(self, self._number)

    def cancel(self, number: int) -> None:
        """Ask for the end of a job, and see to it."""
        if number not in self._calls:
            return
        self._process.write(packed(Request(number)))
        QTimer.singleShot(_KILL_AFTER, self, lambda: self._kill(number))

    def close(self) -> None:
        """See JobSession."""
        if self._closed:
            return
        self._closed = True
        self._calls.clear()
        if not isValid(self._process):
            return
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self._process.closeWriteChannel()  # it stops what runs, undoes it, and ends
            QTimer.singleShot(_KILL_AFTER, self._process, self._process.kill)

    def wait(self) -> None:
        """Wait until the process of a closed session is gone. Blocks; for the window's end."""
        if not self._process.waitForFinished(_KILL_AFTER):
            self._process.kill()
            self._process.waitForFinished(_KILL_AFTER)

    def _start(self) -> None:
        # -I keeps the current folder and the user's variables out of Python's search path; ours
        # is handed over, so that a checkout and an installed program both work.
        here = str(Path(__file__).resolve().parent.parent.parent)
        search = [here, *(entry for entry in sys.path if entry and Path(entry).is_absolute())]
        arguments = ["-I", "-X", "utf8", "-c", _BOOT, json.dumps(search), *self._arguments]
        self._unpacker = Unpacker()
        self._process.start(sys.executable, arguments)

    def _kill(self, number: int) -> None:
        call = self._calls.pop(number, None)
        if call is not None:
            self._process.kill()
            self._end(call.on_failure, CancelledError())

    def _on_output(self) -> None:
        data = bytes(self._process.readAllStandardOutput().data())
        for answer in self._unpacker.feed(data):
            self._deliver(answer)

    def _deliver(self, answer: Answer) -> None:
        call = self._calls.get(answer.number)
        if call is None:
            return
        if answer.kind == "progress":
            if isValid(self._owner):
                call.on_progress(*answer.value)
            return
        del self._calls[answer.number]
        if answer.kind == "done":
            self._end(call.on_success, answer.value)
        elif answer.kind == "failed":
            self._end(call.on_failure, answer.value)
        else:
            _LOG.error("a job failed:\n%s", answer.value)
            self._end(call.on_failure, JobBugError(answer.value))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._on_gone()

    def _on_gone(self) -> None:
        self._on_output()
        calls, self._calls = self._calls, {}
        for call in calls.values():
            _LOG.error("a job's process ended with %d", self._process.exitCode())
            self._end(call.on_failure, WorkStoppedError("work_stopped"))
        if self._closed:
            self.deleteLater()

    def _end(self, callback: Callable[[Any], object], value: object) -> None:
        if isValid(self._owner):
            callback(value)


class _ChildHandle:
    def __init__(self, session: ChildSession, number: int) -> None:
        self._session = session
        self._number = number

    def cancel(self) -> None:
        """See JobHandle."""
        if isValid(self._session):
            self._session.cancel(self._number)


class ImmediateJobs:
    """The same for tests, in the window's own process: `run` has done everything on return."""

    def __init__(self, desk: Desk) -> None:
        """Work on `desk`."""
        self._desk = desk

    def run(
        self,
        owner: QObject,
        name: str,
        args: dict[str, Any],
        on_progress: OnProgress,
        on_success: OnSuccess,
        on_failure: OnFailure,
    ) -> JobHandle:
        """See Jobs."""
        return self.session(owner).run(name, args, on_progress, on_success, on_failure)

    def session(self, owner: QObject) -> JobSession:  # noqa: ARG002 — the same call as Jobs
        """See Jobs."""
        return _ImmediateSession(self._desk)

    def stop(self) -> None:
        """See Jobs."""


class _ImmediateSession:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._memory: dict[str, Any] = {}

    def run(
        self,
        name: str,
        args: dict[str, Any],
        on_progress: OnProgress,
        on_success: OnSuccess,
        on_failure: OnFailure,
    ) -> JobHandle:
        """See JobSession."""

        def progress(stage: str, done: int, total: int) -> None:
            on_progress(stage, done, total)

        context = JobContext(self._desk, progress, lambda: False, self._memory)
        try:
            result = run_job(context, name, args)
        except Exception as error:  # noqa: BLE001 — told to the person by the owner
            on_failure(error)
        else:
            on_success(result)
        return self

    def cancel(self) -> None:
        """See JobHandle: it is done already."""

    def close(self) -> None:
        """See JobSession."""
        self._memory.clear()
