# SPDX-License-Identifier: MIT
"""What work costs, counted so that neither a slower machine nor other load on it changes it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from groupdesk.services.desk import Desk

_STEPS = 1000


class Steps:
    """How many steps SQLite's machine took, in thousands."""

    def __init__(self) -> None:
        self.thousands = 0

    def __call__(self) -> int:
        self.thousands += 1
        return 0  # go on


@contextmanager
def sqlite_steps(desk: Desk) -> Iterator[Steps]:
    """Count what the database does meanwhile: reading everything for each row shows at once."""
    steps = Steps()
    connection = desk.ledger.database.connection()
    connection.set_progress_handler(steps, _STEPS)
    try:
        yield steps
    finally:
        connection.set_progress_handler(None, _STEPS)


@contextmanager
def not_for_ever() -> Iterator[None]:
    """Fail what takes this thread's processor for a hundred times as long as it needs."""
    began = time.thread_time()
    yield
    took = time.thread_time() - began
    assert took < 20, f"{took:.0f} seconds of the processor"
