# SPDX-License-Identifier: MIT
"""Tells the pages what changed, whether this window changed it or another process did."""

from collections.abc import Callable, Hashable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from groupdesk.domain.enums import Topic

EVERY_MILLISECONDS = 1000


class DataEvents(QObject):
    """The hub between commands and pages."""

    changed = Signal(object)
    """A frozenset of Topic; pages that show one of them load again."""
    acted = Signal()
    """An act of this window was recorded: what was said before it may no longer be so."""
    chosen = Signal()
    """A setting was changed elsewhere than on the page of settings."""

    def __init__(
        self,
        version: Callable[[], int],
        parent: QObject | None = None,
        *,
        acts: Callable[[], Hashable] | None = None,
        drafts: Callable[[], Hashable] | None = None,
    ) -> None:
        """Watch `version` once a second: it changes when another connection wrote.

        `acts` is the last entry of the log, `drafts` which drafts there are. Where both are the
        same, nobody did anything: a draft was kept once more, or evidence taken in piece by piece,
        and no page need load again for that.
        """
        super().__init__(parent)
        self._version = version
        self._acts = acts
        self._seen = version()
        self._seen_acts = acts() if acts is not None else None
        self._drafts = drafts or (lambda: None)
        self._seen_drafts = self._drafts()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def publish(self, topics: Iterable[Topic]) -> None:
        """Tell at once that these topics changed."""
        self._seen = self._version()
        if self._acts is not None:
            self._seen_acts = self._acts()
        self._seen_drafts = self._drafts()
        self.changed.emit(frozenset(topics))

    def own_draft(self) -> None:
        """Know that this window began a draft; its pages need not hear of that yet."""
        self._seen_drafts = self._drafts()

    def stop(self) -> None:
        """Watch no more; the desk is about to be closed."""
        self._timer.stop()

    def _look(self) -> None:
        version = self._version()
        if version == self._seen:
            return
        self._seen = version
        acts = self._acts() if self._acts is not None else None
        seen, self._seen_drafts = self._seen_drafts, self._drafts()
        if self._acts is None or acts != self._seen_acts:
            self._seen_acts = acts
            self.changed.emit(frozenset(Topic))
        elif self._seen_drafts != seen:
            self.changed.emit(frozenset({Topic.DRAFTS}))
