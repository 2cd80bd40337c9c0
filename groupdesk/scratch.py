# SPDX-License-Identifier: MIT
"""Folders for work in progress, and what processes that were killed left of them.

A process holds a lock in each of its folders; the system lets go of it when the process ends,
however it ends. A number of a process would not do: it may belong to another process by now, and
another container that shares the folder has numbers of its own.
"""

import contextlib
import os
import shutil
import stat
import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO

PREFIX = "groupdesk-work-"
INSIDE_PREFIX = ".incoming-"
"""The same inside a workspace."""
_LOCK = ".alive"
_OLD_SECONDS = 86_400
"""What has no lock, or cannot have one, is left alone for a day: it may just be in the making."""
_MADE_SECONDS = 60  # between the making of a lock and the taking of it lies less than one


class ScratchFolder:
    """A private folder that is gone once it is closed, and tells others that it is in use."""

    def __init__(self, parent: Path | None = None) -> None:
        """Make it in `parent`, or where the system keeps such folders. Raises OSError."""
        prefix = PREFIX if parent is None else INSIDE_PREFIX
        self._folder = tempfile.TemporaryDirectory(
            prefix=prefix, dir=parent, ignore_cleanup_errors=True
        )
        self.path = Path(self._folder.name)
        try:
            self._lock = (self.path / _LOCK).open("wb")
        except BaseException:
            self._folder.cleanup()
            raise
        _try_lock(self._lock)

    def close(self) -> None:
        """Delete the folder with all that is in it."""
        self._lock.close()  # Windows deletes no open file
        self._folder.cleanup()

    def __enter__(self) -> Path:
        return self.path

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def remove_left_overs(now: float, *workspace_folders: Path) -> int:
    """Delete folders of processes that are gone; return how many.

    In the system's folder and, below a workspace, the ones named. `now` is in seconds since 1970.
    What is not ours, what a living process holds and what cannot be deleted stays.
    """
    places = [(Path(tempfile.gettempdir()), PREFIX)]
    places += [(folder, INSIDE_PREFIX) for folder in workspace_folders]
    gone = 0
    for place, prefix in places:
        with contextlib.suppress(OSError):
            for path in place.glob(f"{prefix}*"):
                gone += _removed(path, now)
    return gone


def remove_old_files(now: float, folder: Path, *patterns: str) -> int:
    """Delete half-written files that nobody has touched for a day; return how many."""
    gone = 0
    for pattern in patterns:
        with contextlib.suppress(OSError):
            for path in folder.glob(pattern):
                with contextlib.suppress(OSError):
                    if path.is_file() and not path.is_symlink() and _is_old(path, now):
                        path.unlink()
                        gone += 1
    return gone


def remove_old_folders(now: float, folder: Path, pattern: str) -> int:
    """Delete half-written folders that nobody has touched for a day; return how many."""
    gone = 0
    with contextlib.suppress(OSError):
        for path in folder.glob(pattern):
            gone += _removed(path, now)
    return gone


def _removed(path: Path, now: float) -> bool:
    try:
        status = path.lstat()
        if not stat.S_ISDIR(status.st_mode) or not _is_mine(status):
            return False
        lock = path / _LOCK
        if not lock.exists():
            if not _is_old(path, now):
                return False
        elif not _is_old(lock, now, _MADE_SECONDS):
            return False
        else:
            with lock.open("r+b") as stream:
                if not _try_lock(stream):
                    return False
        shutil.rmtree(path)
    except OSError:
        return False
    return True


def _is_mine(status: os.stat_result) -> bool:
    return os.name != "posix" or status.st_uid == os.getuid()


def _is_old(path: Path, now: float, seconds: int = _OLD_SECONDS) -> bool:
    return path.stat().st_mtime < now - seconds


def _try_lock(stream: IO[bytes]) -> bool:
    """Take the lock; False when another process, or another folder object, holds it."""
    try:
        if os.name == "posix":
            import fcntl  # noqa: PLC0415  # each system has its own

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]  # Windows only
    except OSError:
        return False
    return True
