# SPDX-License-Identifier: MIT
"""Collects garbage in the window's thread only.

Python collects in whatever thread happens to allocate. A widget that is part of a reference cycle
would then be destroyed in a worker's thread, which Qt does not survive. So the automatic collection
is off while the window runs, and this looks after it between events.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MILLISECONDS = 1000


class GarbageCollector(QObject):
    """Does what the automatic collection would do, once a second and here."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Turn the automatic collection off."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> int:
        """Collect the oldest generation that is due, as Python's own thresholds say.

        Return its number, -1 when none is due.
        """
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if threshold and count > threshold
        ]
        if not due:
            return -1
        gc.collect(due[-1])
        return due[-1]

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
