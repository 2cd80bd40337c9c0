# SPDX-License-Identifier: MIT
"""Jobs in real child processes, and their twin for tests."""

import os
import signal
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QProcess
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from groupdesk.domain.errors import CancelledError, FileRefusedError, WorkStoppedError
from groupdesk.domain.findings import Verification
from groupdesk.domain.import_preview import ImportSummary, LineKind, Take
from groupdesk.domain.import_records import NeedsMapping
from groupdesk.domain.records import MemberFilter, Receipt
from groupdesk.services.desk import Desk
from groupdesk.services.imports.read import ReadOptions
from groupdesk.ui.jobs import ChildJobs, ChildSession, ImmediateJobs, Jobs, JobSession
from tests.ui.desks import Clock, small_desk


class Ends:
    """What a job ended with, and what it told before."""

    def __init__(self) -> None:
        self.results: list[Any] = []
        self.errors: list[Exception] = []
        self.stages: list[str] = []

    @property
    def count(self) -> int:
        return len(self.results) + len(self.errors)

    def run(self, session: JobSession, job: str, **args: Any) -> Any:
        return session.run(
            job,
            args, lambda stage, *_: self.stages.append(stage), self.results.append,
            self.errors.append,
        )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = small_desk(tmp_path, Clock())
    yield opened
    opened.close()


@pytest.fixture
def jobs(desk: Desk, tmp_path: Path) -> Iterator[ChildJobs]:
    made = ChildJobs(desk.workspace.folder, anchor_folder=tmp_path)
    yield made
    made.stop()
    delete(made)  # here and now: the collector may run in another test's thread


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def ends() -> Ends:
    return Ends()


def _process(session: ChildSession) -> QProcess:
    return session.findChildren(QProcess)[0]


def test_a_single_job_answers_and_its_process_ends(
    jobs: ChildJobs, owner: QObject, ends: Ends, qtbot: QtBot
) -> None:
    jobs.run(owner, "verify", {}, lambda *_: None, ends.results.append, ends.errors.append)
    (session,) = jobs.findChildren(ChildSession)
    with qtbot.waitSignal(session.destroyed):
        pass
    assert isinstance(ends.results[0], Verification)
    assert ends.results[0].entries >= 4


def test_an_import_goes_through_one_process_step_by_step(
    desk: Desk, jobs: ChildJobs, owner: QObject, ends: Ends, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("编号,姓名\n1,李伟\n2,王芳\n", encoding="utf-8")
    group = desk.groups.all()[0].id
    session = jobs.session(owner)
    ends.run(session, "import.open", path=str(path), group_id=group)
    qtbot.waitUntil(lambda: ends.count == 1)
    needs = ends.results.pop()
    assert isinstance(needs, NeedsMapping)
    options = ReadOptions(mapping=needs.mapping)
    ends.run(session, "import.open", path=str(path), group_id=group, options=options)
    ends.run(session, "import.lines", kind=LineKind.NEW, start=0, limit=10)
    ends.run(session, "import.apply", operation=uuid.uuid4(), take=Take())
    qtbot.waitUntil(lambda: ends.count == 3)
    summary, lines, receipt = ends.results
    assert isinstance(summary, ImportSummary)
    assert [line.name for line in lines] == ["李伟", "王芳"]
    assert isinstance(receipt, Receipt)
    assert {"match", "prepare", "commit"} <= set(ends.stages)
    assert len(desk.members.ids(MemberFilter(group))) == 3


def test_what_a_job_refuses_comes_back_as_it_was_raised(
    jobs: ChildJobs, owner: QObject, ends: Ends, qtbot: QtBot, tmp_path: Path
) -> None:
    session = jobs.session(owner)
    ends.run(session, "import.open", path=str(tmp_path / "no.csv"), group_id=1)
    qtbot.waitUntil(lambda: ends.count == 1)
    assert isinstance(ends.errors[0], FileRefusedError)
    assert ends.errors[0].name == "no.csv"


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
def test_a_process_that_dies_is_one_clear_error_and_the_next_job_gets_a_new_one(
    jobs: ChildJobs, owner: QObject, ends: Ends, qtbot: QtBot
) -> None:
    session = jobs.session(owner)
    process = _process(session)
    ends.run(session, "verify")
    assert process.waitForStarted(10_000)
    os.kill(process.processId(), signal.SIGKILL)
    qtbot.waitUntil(lambda: ends.count == 1)
    assert isinstance(ends.errors[0], WorkStoppedError)
    ends.run(session, "verify")
    qtbot.waitUntil(lambda: len(ends.results) == 1)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGSTOP is POSIX's")
def test_a_process_that_does_not_listen_is_ended(
    jobs: ChildJobs, owner: QObject, ends: Ends, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("groupdesk.ui.jobs._KILL_AFTER", 50)
    session = jobs.session(owner)
    process = _process(session)
    handle = ends.run(session, "verify")
    assert process.waitForStarted(10_000)
    os.kill(process.processId(), signal.SIGSTOP)
    handle.cancel()
    qtbot.waitUntil(lambda: ends.count == 1)
    assert isinstance(ends.errors[0], CancelledError)
    qtbot.waitUntil(lambda: process.state() == QProcess.ProcessState.NotRunning)
    assert ends.count == 1


def test_nothing_is_called_when_the_owner_is_gone(
    jobs: ChildJobs, ends: Ends, qtbot: QtBot
) -> None:
    owner = QObject()
    session = jobs.session(owner)
    ends.run(session, "verify")
    owner.deleteLater()
    with qtbot.waitSignal(session.destroyed):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert ends.count == 0


def test_stopping_leaves_no_process_behind(jobs: ChildJobs, owner: QObject, ends: Ends) -> None:
    session = jobs.session(owner)
    ends.run(session, "verify")
    process = _process(session)
    jobs.stop()
    assert process.state() == QProcess.ProcessState.NotRunning
    assert ends.count == 0


def test_what_is_given_after_the_end_starts_nothing(
    jobs: ChildJobs, owner: QObject, ends: Ends
) -> None:
    kept = jobs.session(owner)
    jobs.stop()
    for session in (kept, jobs.session(owner)):
        ends.run(session, "verify").cancel()
    jobs.run(owner, "verify", {}, lambda *_: None, ends.results.append, ends.errors.append)
    processes = jobs.findChildren(QProcess)
    assert {process.state() for process in processes} == {QProcess.ProcessState.NotRunning}
    assert ends.count == 0


def test_a_program_that_cannot_start_is_one_clear_error(
    jobs: ChildJobs, owner: QObject, ends: Ends, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    ends.run(jobs.session(owner), "verify")
    qtbot.waitUntil(lambda: ends.count == 1)
    assert isinstance(ends.errors[0], WorkStoppedError)


def test_the_twin_does_the_same_at_once(desk: Desk, owner: QObject, ends: Ends) -> None:
    twin: Jobs = ImmediateJobs(desk)
    session = twin.session(owner)
    group = desk.groups.all()[0].id
    ends.run(session, "import.open", text="李伟\n王芳", name="Pasted", group_id=group)
    ends.run(session, "import.lines", kind=LineKind.NEW, start=1, limit=10)
    assert [line.name for line in ends.results[1]] == ["王芳"]
    session.close()
    ends.run(session, "import.lines", kind=LineKind.NEW, start=1, limit=10)
    assert len(ends.errors) == 1
