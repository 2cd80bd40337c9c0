# SPDX-License-Identifier: MIT
"""Who writes next, where one transaction takes seconds and the others a moment.

SQLite lets one write at a time and cannot say that somebody waits. So a long transaction puts a
file beside the database, and whoever wants to write takes that file away first. The long one
looks now and then, and where its file is gone it takes back what it wrote and begins again later.
A file that a killed program left behind does no harm: the next writer takes it away.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path


class GaveWayError(Exception):
    """Somebody else wants to write: take everything back and try again."""


class LongTurn:
    """The file of one long transaction."""

    def __init__(self, database: Path) -> None:
        """Nothing is made yet; `database` is the workspace's database file."""
        self._path = _beside(database)
        self._there = False
        self.given = False
        """Whether somebody asked for it, and was given way."""

    @contextlib.contextmanager
    def taken(self) -> Iterator[None]:
        """Have the file there. A folder that takes no file means that nobody can ask."""
        with contextlib.suppress(OSError):
            self._path.touch(0o600)
        self._there = self._path.exists()
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)

    def look(self) -> None:
        """Raise GaveWayError where somebody took the file away."""
        if self._there and not self._path.exists():
            self.given = True
            raise GaveWayError


def ask(database: Path) -> None:
    """Make a long transaction give way; costs nothing to speak of where there is none."""
    with contextlib.suppress(OSError):
        _beside(database).unlink()


def _beside(database: Path) -> Path:
    return database.with_name(database.name + "-long")
