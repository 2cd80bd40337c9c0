# SPDX-License-Identifier: MIT
"""The one place that turns what SQLite and the disk report into errors with words."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from peewee import DoesNotExist, PeeweeException

from groupdesk.domain.errors import GroupDeskError, StorageError

_BY_NAME = {
    "SQLITE_READONLY_DBMOVED": "workspace_moved",
    "SQLITE_FULL": "disk_full",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_CANTOPEN": "cannot_open",
    "SQLITE_PERM": "read_only",
    # Opening makes the file that connections share; only a full disk has no room for it.
    "SQLITE_IOERR_SHMSIZE": "disk_full",
    "SQLITE_IOERR": "disk_error",
    "SQLITE_NOMEM": "no_memory",
}
_BY_ERRNO = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EIO: "disk_error",
}


def classify(error: BaseException) -> StorageError | None:
    """Return the StorageError behind `error`, or None when it is a bug of ours.

    The first cause counts: a full disk may arrive as "cannot rollback", with the true reason
    behind `orig`, `__cause__` or `__context__`.
    """
    found: StorageError | None = None
    for cause in _chain(error):
        if isinstance(cause, StorageError):
            return cause
        code = _code(cause)
        if code is not None:
            found = StorageError(code)
    return found


@contextmanager
def storage_errors() -> Iterator[None]:
    """Raise what storage reports inside this block as StorageError; bugs stay what they are."""
    try:
        yield
    except GroupDeskError:
        raise
    except Exception as error:
        known = classify(error)
        if known is None:
            raise
        raise known from error


def _chain(error: BaseException) -> list[BaseException]:
    seen: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        cause = waiting.pop(0)
        if cause is None or any(cause is known for known in seen):
            continue
        seen.append(cause)
        original = getattr(cause, "orig", None)
        waiting += [
            original if isinstance(original, BaseException) else None,
            cause.__cause__,
            cause.__context__,
        ]
    return seen


def _code(cause: BaseException) -> str | None:
    if isinstance(cause, sqlite3.Error):
        name = getattr(cause, "sqlite_errorname", "") or ""
        for known, code in _BY_NAME.items():
            if name == known or name.startswith(known + "_"):
                return code
        # Python's own word for text that is no UTF-8; it has no code of SQLite's.
        return "damaged" if str(cause).startswith("Could not decode to UTF-8") else None
    if isinstance(cause, UnicodeDecodeError):
        return "damaged"  # SQLite hands out bytes that are no text only from a damaged file
    if isinstance(cause, DoesNotExist):
        return "damaged"  # a row that another one refers to was taken out behind the triggers
    if isinstance(cause, OSError) and not isinstance(cause, PeeweeException):
        return _BY_ERRNO.get(cause.errno or 0)
    return None
