# SPDX-License-Identifier: MIT
"""The composition root: puts the program together for the window, for tests and for tools."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from groupdesk.domain.clock import Clock, system_clock

if TYPE_CHECKING:
    from groupdesk.services.desk import Desk
    from groupdesk.words import Words


def build(
    folder: Path,
    *,
    operator_id: int = 0,
    clock: Clock = system_clock,
    anchor_folder: Path | None = None,
) -> "Desk":
    """Open the workspace in `folder` and put its services together.

    The operator is the one with this id, or the owner. `anchor_folder` is where the log's
    fingerprints are remembered, the person's data folder by default; it lies outside the
    workspace on purpose. When the log's end or an anchor does not fit, everything can be read and
    nothing is written (`ledger.stopped`). Raises StorageError when it cannot be opened.
    """
    # the window shows its first rows before any of this is loaded
    from groupdesk.services.opening import open_desk  # noqa: PLC0415

    return open_desk(folder, operator_id, clock, anchor_folder)


def run_window(folder: Path | None = None, *, demo: bool = False) -> int:
    """Show the window until it is closed; return the exit code.

    Without a folder the workspace of the last time is opened, or the first start offers one.
    """
    from groupdesk.ui.application import run  # noqa: PLC0415  # commands must not load Qt

    return run(build, folder, demo=demo)


def run_tour(words: "Words", say: Callable[[str], object]) -> int:
    """Do the main job off screen, in a fresh folder that is named; return the exit code."""
    from groupdesk.ui.tour.run import run  # noqa: PLC0415  # as above

    return run(build, words, say)


def serve_jobs(folder: str, operator_id: str, anchor_folder: str) -> None:
    """Be the process that does long work for a window; `ui/jobs.py` starts it."""
    from groupdesk.services import jobs  # noqa: PLC0415  # the window does without

    where = Path(anchor_folder) if anchor_folder else None
    jobs.serve(lambda: build(Path(folder), operator_id=int(operator_id), anchor_folder=where))
