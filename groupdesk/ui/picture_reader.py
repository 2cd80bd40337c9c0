# SPDX-License-Identifier: MIT
"""Has the text in new screenshots read, beside everything else and only where that is wanted."""

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from groupdesk.domain.enums import Topic
from groupdesk.domain.machine_text import MachineText, ReadingState
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from groupdesk.ui.jobs import JobSession

_LOG = logging.getLogger(__name__)
_PAUSE = 1500  # milliseconds after an act: whoever records several is not in its way
_CAUSES = {Topic.EVIDENCE, Topic.CASES, Topic.MEMBERS}


class PictureReader(QObject):
    """Reads what waits, some pictures at a time; what was switched off or fails stays quiet.

    A process of its own does it, with the lowest claim to the processor. It ends with the window at
    once: what it had not handed over is read again next time.
    """

    def __init__(self, context: UiContext, status: StatusLine, parent: QObject) -> None:
        """Say in `status` how far it is."""
        super().__init__(parent)
        self._context = context
        self._status = status
        self._session: JobSession | None = None
        self._state = ReadingState(0, 0, 0)
        self._done = 0
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Read what was left over last time, and from now on what comes in."""
        self._context.events.changed.connect(self._on_changed)
        self.look()

    def look(self) -> None:
        """Begin to read if there is something, unless that is done already."""
        if self._busy or not self._may:
            return
        texts = self._context.desk.evidence_texts
        self._busy = True
        self._context.runner.run(self, texts.state, self._on_state, self._on_failed, pool="files")

    def say_again(self) -> None:
        """Say how far it is in the window's present language."""
        self._say()

    @property
    def _may(self) -> bool:
        context = self._context
        return (
            context.settings.values.read_pictures
            and not context.desk.ledger.refusal
            and bool(context.desk.evidence_texts.engine)
        )

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if not self._may:
            self._stop()
        elif topics & _CAUSES and not self._busy and not self._timer.isActive():
            self._timer.start()

    def _on_state(self, state: ReadingState) -> None:
        self._state, self._done = state, 0
        if not self._may or state.read >= state.total:
            self._stop()
            return
        if self._session is None:
            self._session = self._context.jobs.session(self)
        self._say()
        self._session.run("evidence.read", {}, self._on_progress, self._on_read, self._on_failed)

    def _on_progress(self, _stage: str, done: int, _total: int) -> None:
        self._done = done
        self._say()

    def _on_read(self, texts: tuple[MachineText, ...]) -> None:
        if not texts or not self._may:
            self._stop()
            return
        store = partial(self._context.desk.evidence_texts.store, texts)
        self._context.runner.run(self, store, self._on_stored, self._on_failed)

    def _on_stored(self, _nothing: None) -> None:
        self._busy = False
        self._context.events.publish({Topic.EVIDENCE})
        self.look()

    def _on_failed(self, error: Exception) -> None:
        _LOG.warning("pictures were not read: %s", type(error).__name__)
        self._stop()

    def _stop(self) -> None:
        """End what runs; the next act begins anew."""
        self._busy = False
        if self._session is not None:
            self._session.close()
            self._session = None
        self._status.show_work("")

    def _say(self) -> None:
        if self._session is not None:
            state = self._state
            text = self.tr("Reading the text in screenshots: {0} of {1}")
            self._status.show_work(text.format(state.read + self._done, state.total))
