# SPDX-License-Identifier: MIT
"""Work beside the window: writes one after the other, files in a pool of their own.

A finished call comes back through one signal without arguments and a queue, so no Python object
travels inside Qt's events and the order of results is the order of endings.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Literal, Protocol, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")
Pool = Literal["write", "read", "files"]
Hook = Callable[[], object]

_log = logging.getLogger(__name__)
_THREADS: tuple[Pool, ...] = ("write", "files", "files")
_LOOK_AGAIN = 0.2
"""Seconds between two looks at whether the threads still live."""


class Runner(Protocol):
    """What pages and dialogs are given to run work with."""

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        on_success: Callable[[T], object],
        on_failure: Callable[[Exception], object],
        *,
        pool: Pool = "write",
    ) -> None:
        """Call `work` beside the window, then one of the others in the window's thread.

        When `owner` is gone by then, neither is called. Writes run one after the other in the
        order they were given, and so does "read", what is to see the writes before it; "files"
        (hashing, pictures, what may be read at any time) run two at a time.
        """
        ...

    def relay(self, owner: QObject, on_told: Callable[[T], object]) -> Callable[[T], None]:
        """Return what work may call on its way: `on_told` hears of each value in the window.

        All of them are heard, in order, before the work's end is; none once `owner` is gone.
        """
        ...


@dataclass(frozen=True, slots=True)
class _Call:
    owner: QObject
    work: Callable[[], object]
    on_success: Callable[..., object]
    on_failure: Callable[[Exception], object]


class TaskRunner(QObject):
    """Runs work in threads of its own. Lives in the window's thread."""

    idle_changed = Signal()
    """`idle` is another now."""

    _finished = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        thread_started: Hook | None = None,
        thread_stopping: Hook | None = None,
    ) -> None:
        """Start the threads; the hooks run in each of them first and last (connections)."""
        super().__init__(parent)
        self._ends: SimpleQueue[Callable[[], None]] = SimpleQueue()
        """What is still to be done in this thread: told values, and ends of calls."""
        self._pending = 0
        writes: SimpleQueue[_Call | None] = SimpleQueue()
        self._queues: dict[Pool, SimpleQueue[_Call | None]] = {
            "write": writes,
            "read": writes,
            "files": SimpleQueue(),
        }
        self._threads: list[tuple[Pool, Thread]] = []
        self._ending = self._stopped = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        for name in _THREADS:
            body = partial(self._loop, self._queues[name], thread_started, thread_stopping)
            thread = Thread(target=body, name=f"groupdesk-{name}", daemon=True)
            self._threads.append((name, thread))
            thread.start()

    @property
    def idle(self) -> bool:
        """Whether nothing runs and no result waits to be delivered."""
        return self._pending == 0

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        on_success: Callable[[T], object],
        on_failure: Callable[[Exception], object],
        *,
        pool: Pool = "write",
    ) -> None:
        """See Runner. From `shut_down` on reads are dropped; after it writes raise RuntimeError."""
        if self._ending and pool != "write":
            return  # a field whose typing rests just now: nobody sees the answer
        if self._stopped:
            raise RuntimeError("the task runner is shut down")
        self._pending += 1
        self._queues[pool].put(_Call(owner, work, on_success, on_failure))
        if self._pending == 1:
            self.idle_changed.emit()

    def relay(self, owner: QObject, on_told: Callable[[T], object]) -> Callable[[T], None]:
        """See Runner."""

        def tell(value: T) -> None:
            self._ends.put(partial(_tell, owner, on_told, value))
            self._finished.emit()

        return tell

    def shut_down(self) -> None:
        """Finish all work that was given, then end the threads. Blocks; call it at the end.

        Results whose owners still live are delivered before it returns; what they write in turn
        is finished, too.
        """
        if self._ending:
            return
        self._ending = True
        try:
            while self._pending and all(thread.is_alive() for _name, thread in self._threads):
                if (end := self._next_end(_LOOK_AGAIN)) is not None:
                    end()
        finally:
            self._stopped = True
            for name, _thread in self._threads:
                self._queues[name].put(None)
            for _name, thread in self._threads:
                thread.join()
            self._deliver()

    def _loop(
        self, queue: "SimpleQueue[_Call | None]", started: Hook | None, stopping: Hook | None
    ) -> None:
        broken = _started(started)
        while (box := [queue.get()])[0] is not None:
            # the box is emptied, so that the last hold on an owner is let go by the window's thread
            self._ends.put(partial(self._end_call, _carry_out(box, broken)))
            self._finished.emit()
        if stopping is not None and broken is None:
            stopping()

    def _deliver(self) -> None:
        while (end := self._next_end()) is not None:
            end()

    def _next_end(self, seconds: float = 0) -> Callable[[], None] | None:
        """Take out the next one; None when none came in so many seconds."""
        try:
            return self._ends.get(timeout=seconds)
        except Empty:
            return None

    def _end_call(self, end: Callable[[], None]) -> None:
        self._pending -= 1
        try:
            end()
        finally:
            if self._pending == 0:
                self.idle_changed.emit()


class ImmediateRunner:
    """The same for tests: `run` has done everything when it returns."""

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        on_success: Callable[[T], object],
        on_failure: Callable[[Exception], object],
        *,
        pool: Pool = "write",  # noqa: ARG002 — the same call as Runner
    ) -> None:
        """See Runner."""
        _carry_out([_Call(owner, work, on_success, on_failure)])()

    def relay(self, owner: QObject, on_told: Callable[[T], object]) -> Callable[[T], None]:
        """See Runner."""
        return partial(_tell, owner, on_told)


def _started(hook: Hook | None) -> Exception | None:
    """Run the hook; a thread whose start failed fails each call instead of hanging."""
    try:
        if hook is not None:
            hook()
    except Exception as error:  # noqa: BLE001 — told to the person by each owner
        return error
    return None


def _carry_out(box: list[_Call | None], broken: Exception | None = None) -> Callable[[], None]:
    """Do the work in the box; return what remains to be done in the window's thread."""
    call = cast(_Call, box.pop())
    if broken is not None:
        return partial(_end, call, call.on_failure, broken)
    try:
        result = call.work()
    except Exception as error:  # noqa: BLE001 — told to the person by the owner
        return partial(_end, call, call.on_failure, error)
    return partial(_end, call, call.on_success, result)


def _tell(owner: QObject, on_told: Callable[[T], object], value: T) -> None:
    if isValid(owner):
        on_told(value)


def _end(call: _Call, callback: Callable[..., object], value: object) -> None:
    if isValid(call.owner):
        callback(value)
    elif isinstance(value, Exception):
        _log.error("work failed after its window was closed", exc_info=value)
    else:
        _log.info("a result came after its window was closed")
