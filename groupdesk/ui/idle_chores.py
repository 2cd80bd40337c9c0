# SPDX-License-Identifier: MIT
"""What is done a while after opening, when nobody waits for it: the first composer opens faster.

And files of dropped drafts go: see `services/evidence_sweep`.
"""

import logging
import time
from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from groupdesk.services.evidence_sweep import Swept
from groupdesk.ui.context import UiContext

_LOG = logging.getLogger(__name__)
_AFTER = 4_000  # milliseconds
_PAUSE = 25  # milliseconds between two portions
_PORTION = 0.004  # seconds; a quarter of a frame
_COURTESY = ("terms", "fold", "masks", "shouting")

Steps = Iterator[object]


class IdleChores(QObject):
    """Begins after a pause; in this thread a few milliseconds at a time, files beside it."""

    ended = Signal()

    def __init__(
        self,
        context: UiContext,
        parent: QObject,
        prepare: "Callable[[], Steps] | None" = None,
        after: int = _AFTER,
    ) -> None:
        """Begin `after` so many milliseconds; `prepare` gives the steps done in this thread."""
        super().__init__(parent)
        self._context = context
        self._prepare = prepare or _prepare_courtesy
        self._steps: Steps = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._portion)
        QTimer.singleShot(after, self, self._begin)

    def _begin(self) -> None:
        self._steps = self._prepare()
        self._timer.start()

    def _portion(self) -> None:
        until = time.perf_counter() + _PORTION
        for _step in self._steps:
            if time.perf_counter() > until:
                return
        self._timer.stop()
        self._sweep()

    def _sweep(self) -> None:
        desk = self._context.desk
        if desk.workspace.database.read_only or desk.ledger.refusal:
            self.ended.emit()
            return

        def sweep() -> Swept:
            return desk.evidence.sweep()  # loaded beside the window, too

        self._context.runner.run(self, sweep, self._on_swept, self._on_failed, pool="files")

    def _on_swept(self, swept: Swept) -> None:
        for done, files in (
            ("set aside", swept.set_aside),
            ("brought back", swept.brought_back),
            ("deleted", swept.deleted),
        ):
            if files:
                _LOG.info("evidence files %s: %s", done, ", ".join(files))
        self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        _LOG.warning("evidence was not swept: %s", type(error).__name__)
        self.ended.emit()


def _prepare_courtesy() -> Steps:
    """Load what the courtesy check needs, and compile its patterns, in small steps."""
    for part in _COURTESY:
        yield import_module(f"groupdesk.domain.courtesy_{part}")
    from groupdesk.domain.courtesy import warm_up  # noqa: PLC0415  # not at start

    yield from warm_up()
