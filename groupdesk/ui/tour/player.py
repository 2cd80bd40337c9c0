# SPDX-License-Identifier: MIT
"""Plays a script of steps inside the running event loop, waiting for the effect of each."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_EVERY = 10  # milliseconds between two looks at what is waited for


class TourError(Exception):
    """Something that should have come did not; the message names it."""


@dataclass(frozen=True, slots=True)
class Wait:
    """What a script waits for, in words, and how to see it."""

    what: str
    seen: Callable[[], object]
    seconds: float = 30.0


Script = Generator[Wait, None, None]


class Player(QObject):
    """Goes on with a script whenever what it waits for is there; the window lives meanwhile."""

    ended = Signal(object)
    """None, or the error that ended the script."""
    looked = Signal()
    """About to go on; whoever sees a reason against it may call `fail`."""

    def __init__(self, script: Script, parent: QObject | None = None) -> None:
        """Be ready to play `script`."""
        super().__init__(parent)
        self._script = script
        self._wait: Wait | None = None
        self._until = 0.0
        self._over = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def play(self) -> None:
        """Begin, as soon as the event loop runs."""
        self._timer.start()

    def fail(self, error: Exception) -> None:
        """End the script, for a reason that came from elsewhere."""
        self._end(error)

    def _look(self) -> None:
        self._timer.stop()  # a step may open dialogs, which must not lead back into here
        self.looked.emit()
        if self._over:
            return
        try:
            self._go_on()
        except StopIteration:
            self._end(None)
        except Exception as error:  # noqa: BLE001  # whatever it is, the tour has failed
            self._end(error)
        else:
            self._timer.start()

    def _go_on(self) -> None:
        if self._wait is None or self._wait.seen():
            self._wait = next(self._script)
            self._until = monotonic() + self._wait.seconds
        elif monotonic() > self._until:
            raise TourError(self._wait.what)

    def _end(self, error: Exception | None) -> None:
        if self._over:
            return
        self._timer.stop()
        self._over = True
        self.ended.emit(error)
