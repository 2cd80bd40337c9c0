# SPDX-License-Identifier: MIT
"""Text, or a small table, written to a file that is complete or not there."""

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from groupdesk.domain.errors import StorageError
from groupdesk.models.storage_errors import classify


def save_text(path: Path, text: str) -> Path:
    """Write `text` as UTF-8 beside its place, then give it its name; return the path.

    An earlier file goes only then. Raises StorageError: file_not_written, disk_full.
    """
    return save_bytes(path, f"{text.rstrip()}\n".encode())


def save_bytes(path: Path, content: bytes, then: Callable[[], object] | None = None) -> Path:
    """Write a file as `save_text` does; `then` is called before it gets its name.

    Where that raises there is no file.
    """
    if path.exists() and not path.is_file():
        raise StorageError("file_not_written", path=str(path))
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".groupdesk-", suffix=".txt")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            if then is not None:
                then()
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        known = classify(error)
        if known is not None and known.code == "disk_full":
            raise known from error
        raise StorageError("file_not_written", path=str(path)) from error
    return path
