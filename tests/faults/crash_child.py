# SPDX-License-Identifier: MIT
"""Runs a job again and again on fresh copies of a workspace, and kills it each time elsewhere.

`python -m tests.faults.crash_child steps JOB SOURCE OUT STRIDE` kills before the first point, the
one STRIDE further … (SQL statement, fsync, rename, opening, removing), until the job gets through.
Of the statements that make one table after the other the first is a point; `every` takes them all.
`… moments JOB SOURCE OUT SEED TIMES` kills at random moments. One JSON line is printed for each
run: the folder, whether it was killed, and which operations it had been told were saved.
"""

import contextlib
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import sys
import time
import uuid
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.enums import EvidenceSource, Language
from groupdesk.models.schema import schema_fingerprint
from groupdesk.services.workspace import create_workspace
from tests.faults import leaving_acts, removal_acts
from tests.faults.removal_acts import open_for, play
from tests.helpers import MovableClock, make_member, next_version, open_desk, png, removal, rule_id

Told = Callable[[object], None]
ACTS = {**removal_acts.ACTS, **leaving_acts.ACTS}


def remove(folder: Path, told: Told) -> None:
    """Remove a member with a screenshot that is already in the register."""
    clock = MovableClock()
    clock.move(days=1)
    desk = open_desk(folder, clock)
    request = removal(desk, 1, rule_id(desk, 1), evidence=(EvidenceUse(1, "The offer"),))
    desk.removals.decide(request)
    told(request.operation)
    desk.close()


def remove_many(folder: Path, told: Told) -> None:
    """Take members in and remove them, until the end comes."""
    clock = MovableClock()
    clock.move(days=1)
    desk = open_desk(folder, clock)
    for _ in range(60):
        member = make_member(desk, 1)
        request = removal(desk, member, rule_id(desk, 1), evidence=(EvidenceUse(1),))
        desk.removals.decide(request)
        told(request.operation)
    desk.close()


def screenshot(folder: Path, _told: Told) -> None:
    """Take a screenshot in."""
    clock = MovableClock()
    clock.move(days=1)
    desk = open_desk(folder, clock)
    desk.evidence.take_bytes(png(30, 30, 7), "pasted.png", EvidenceSource.PASTE)
    desk.close()


def back_up(folder: Path, told: Told) -> None:
    """Make a backup with its screenshots into a folder of one's own, and an automatic one."""
    clock = MovableClock()
    clock.move(days=1)
    desk = open_desk(folder, clock)
    for target in (folder / "stick", None):
        operation = uuid.uuid4()
        desk.backups.make(operation, target)
        told(operation)
    desk.close()


def create(folder: Path, _told: Told) -> None:
    """Make a workspace."""
    create_workspace(folder / "desk", "Mei", Language.EN, MovableClock())


def add_column(connection: sqlite3.Connection) -> None:
    """Be the second migration."""
    connection.execute('ALTER TABLE removal ADD COLUMN "approved_by" TEXT')
    connection.execute('CREATE INDEX "removal_approved_by" ON "removal" ("approved_by")')


def migrate(folder: Path, _told: Told) -> None:
    """Open an older workspace with the next version of the program."""
    clock = MovableClock()
    clock.move(days=1)
    with next_version(add_column):
        open_desk(folder, clock).close()


def operation_of(act: str) -> uuid.UUID:
    """Return the operation under which one of `ACTS` is carried out here."""
    return uuid.uuid5(uuid.NAMESPACE_OID, act)


def do(act: str, folder: Path, told: Told) -> None:
    """Do one of `ACTS`; only the act itself is cut off, not the opening."""
    desk = open_for(folder, ACTS[act].operator)
    sys.audit(_BEGIN)
    operation = operation_of(act)
    ACTS[act].act(desk, operation)
    told(operation)
    desk.close()


_WHOLE = (remove, remove_many, play, screenshot, back_up, create, migrate)
JOBS: dict[str, Callable[[Path, Told], None]] = {
    **{job.__name__: job for job in _WHOLE},
    **{act: partial(do, act) for act in ACTS},
}
_BEGIN = "tests.faults.begin"
_MAKING = re.compile(r"^\s*(CREATE|ALTER|DROP) ", re.MULTILINE)
_ROUND = 12  # acts, after which the jobs that go on and on begin again


class Points:
    """Counts the points at which a job can be cut off, and cuts it off at one of them."""

    def __init__(
        self, folder: Path, fatal: int, *, waiting: bool = False, every: bool = False
    ) -> None:
        """Count from the start, or `waiting` from where the job says that it begins."""
        self._every = every
        self._making = False  # whether the last point was a statement that makes a table
        self._folder = os.fspath(folder)
        self._fatal = fatal
        self._waiting = waiting
        self._reached = 0
        fsync = os.fsync

        def counted(descriptor: Any) -> None:
            self.reach()
            fsync(descriptor)

        def connected(*values: Any, **more: Any) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*values, **more)
            if values[0] != ":memory:":  # where the expected schema is worked out
                connection.set_trace_callback(self.reach)
            return connection

        connect = sqlite3.connect
        os.fsync = counted  # type: ignore[assignment]  # the same but for a name
        sqlite3.connect = sqlite3.dbapi2.connect = connected  # type: ignore[assignment]
        sys.addaudithook(self._hear)

    def reach(self, statement: str = "") -> None:
        again, self._making = self._making, bool(_MAKING.search(statement))
        if self._waiting or (again and self._making and not self._every):
            return
        self._reached += 1
        if self._reached == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def _hear(self, event: str, values: tuple[Any, ...]) -> None:
        if event == _BEGIN:
            self._waiting = False
        elif event in {"os.rename", "os.remove", "os.mkdir"} or (
            event == "open" and str(values[0]).startswith(self._folder)
        ):
            self.reach()


class _EnoughError(Exception):
    """A job that would go on for long has loaded all that it loads."""


def load(job: str, folder: Path) -> None:
    """Load what the job loads while it runs, once for all: it is what takes longest in each run."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        told = []

        def tell(operation: object) -> None:
            told.append(operation)
            if len(told) == _ROUND:
                raise _EnoughError

        with contextlib.suppress(_EnoughError):
            JOBS[job](folder, tell)
        with open(writing, "w", encoding="utf-8") as pipe:  # noqa: PTH123  # it has no path
            json.dump(list(sys.modules), pipe)
        os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as pipe:  # noqa: PTH123
        names = json.load(pipe)
    for name in names:
        import_module(name)
    schema_fingerprint()  # and is kept
    os.waitpid(process, 0)
    shutil.rmtree(folder)


def run(job: str, folder: Path, before: Callable[[], object], after: Callable[[int], None]) -> bool:
    """Run a job in a process of its own; say whether it was killed, and print the line."""
    told = folder.with_suffix(".told")
    process = os.fork()
    if process == 0:
        handle = os.open(told, os.O_CREAT | os.O_APPEND | os.O_WRONLY)

        def tell(operation: object) -> None:
            os.write(handle, f"{operation}\n".encode())

        before()
        JOBS[job](folder, tell)
        os._exit(0)
    after(process)
    _, status = os.waitpid(process, 0)
    killed = os.WIFSIGNALED(status)
    if not killed and os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError("the job failed by itself")
    operations = told.read_text().split() if told.exists() else []
    sys.stdout.write(
        json.dumps({"folder": str(folder), "killed": killed, "told": operations}) + "\n"
    )
    sys.stdout.flush()  # or the next fork would say it again
    return killed


def main(way: str, job: str, source: str, out: str, *rest: str) -> None:
    """Run the job as the first argument says."""
    folders = Path(out)

    def fresh(number: int) -> Path:
        folder = folders / f"{job}-{number}"
        shutil.copytree(source, folder)
        return folder

    load(job, fresh(0))
    if way in {"steps", "every"}:
        number = 1
        while True:
            folder = fresh(number)
            every = way == "every"
            count = partial(Points, folder, number, waiting=job in ACTS, every=every)
            if not run(job, folder, count, lambda _process: None):
                return
            number += int(rest[0])
    chance = random.Random(int(rest[0]))
    for number in range(int(rest[1])):
        folder = fresh(number)
        # each second one only once something was acknowledged, however slow the machine is
        awaited = folder.with_suffix(".told") if number % 2 else folder

        def kill(process: int, awaited: Path = awaited) -> None:
            while not (awaited.exists() and awaited.stat().st_size):
                time.sleep(0.001)
            time.sleep(chance.uniform(0.005, 0.15))
            os.kill(process, signal.SIGKILL)

        run(job, folder, lambda: None, kill)


if __name__ == "__main__":
    main(*sys.argv[1:])
