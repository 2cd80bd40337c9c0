# SPDX-License-Identifier: MIT
"""Jobs that load their machinery with the first one: no start of the window waits for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from groupdesk.ui.jobs import JobHandle, Jobs, JobSession, OnFailure, OnProgress, OnSuccess


class LateJobs:
    """Hands everything on to the jobs that `make` returns."""

    def __init__(self, make: "Callable[[], Jobs]") -> None:
        """Call `make` once, when the first job is given."""
        self._make = make
        self._made: Jobs | None = None

    def run(
        self,
        owner: QObject,
        name: str,
        args: dict[str, Any],
        on_progress: "OnProgress",
        on_success: "OnSuccess",
        on_failure: "OnFailure",
    ) -> "JobHandle":
        """See Jobs."""
        return self._jobs().run(owner, name, args, on_progress, on_success, on_failure)

    def session(self, owner: QObject) -> "JobSession":
        """See Jobs."""
        return self._jobs().session(owner)

    def stop(self) -> None:
        """See Jobs."""
        if self._made is not None:
            self._made.stop()

    def _jobs(self) -> "Jobs":
        if self._made is None:
            self._made = self._make()
        return self._made
