# SPDX-License-Identifier: MIT
"""Runs what a review does about its members: in a thread, and for very many in a process."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject

from groupdesk.services.review_jobs import IN_A_THREAD
from groupdesk.ui.context import UiContext
from groupdesk.ui.jobs import JobHandle, OnProgress
from groupdesk.ui.tasks import Pool

UNDO_SECONDS: Final = 20


class Work(NamedTuple):
    """One piece of work, told twice: for a thread, and as a job of `services/jobs.py`."""

    here: Callable[[], Any]
    job: str
    args: dict[str, Any]
    reads: bool = False
    """Whether it writes nothing, and so need not wait for its turn."""


def run(
    context: UiContext,
    owner: QObject,
    work: Work,
    members: int,
    on_success: Callable[[Any], object],
    on_failure: Callable[[Exception], object],
    on_progress: OnProgress = lambda _stage, _done, _whole: None,
) -> JobHandle | None:
    """Do work about so many members; return what stops it, None where it cannot be stopped."""
    if members > IN_A_THREAD:
        return context.jobs.run(owner, work.job, work.args, on_progress, on_success, on_failure)
    pool: Pool = "files" if work.reads else "write"
    context.runner.run(owner, work.here, on_success, on_failure, pool=pool)
    return None
