# SPDX-License-Identifier: MIT
"""A file outside the workspace that is whole or not there, whatever becomes of the computer."""

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom
from pathlib import Path
from typing import IO, Final

from groupdesk.domain.errors import GroupDeskError, StorageError
from groupdesk.models.storage_errors import classify
from groupdesk.scratch import remove_old_files

_HALF: Final = ".groupdesk-"


@contextmanager
def new_file(path: Path, *, overwrite: bool = True) -> Iterator[BufferedRandom]:
    """Open a file beside its place; it gets its name once the block has ended without an error.

    What has to be in the log before there is a file is written there inside the block, after
    `on_disk`. An earlier file goes only at the end; without `overwrite` it stays, and so does one
    that came meanwhile. A folder, a device or a pipe is never replaced.
    Raises StorageError: file_not_written, export_disk_full; GroupDeskError: export_exists; and
    what the block raises.
    """
    if path.exists() and not path.is_file():
        raise StorageError("file_not_written", path=str(path))
    if path.exists() and not overwrite:
        raise GroupDeskError("export_exists", path=str(path))
    remove_old_files(time.time(), path.parent, f"{_HALF}*{path.suffix}")  # of killed programs
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=_HALF, suffix=path.suffix)
        half = Path(name)
        try:
            with os.fdopen(handle, "w+b") as stream:
                yield stream
                on_disk(stream)
            _give_name(half, path, overwrite=overwrite)
        except BaseException:
            with contextlib.suppress(OSError):
                half.unlink(missing_ok=True)
            raise
    except OSError as error:
        known = classify(error)
        full = known is not None and known.code == "disk_full"
        code = "export_disk_full" if full else "file_not_written"
        raise StorageError(code, path=str(path)) from error


def on_disk(stream: IO[bytes]) -> None:
    """Return once what was written into a file is on the disk. Raises OSError."""
    stream.flush()
    os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk, where the system knows of such a thing.

    Raises OSError.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def save_text(path: Path, text: str) -> Path:
    """Write `text` as UTF-8 with one line end at its end. Raises what `new_file` raises."""
    with new_file(path) as stream:
        stream.write(f"{text.rstrip()}\n".encode())
    return path


def _give_name(half: Path, path: Path, *, overwrite: bool) -> None:
    if overwrite:
        half.replace(path)
    else:
        try:
            os.link(half, path)
        except FileExistsError as error:
            raise GroupDeskError("export_exists", path=str(path)) from error
        except OSError:  # a file system without hard links, as on most USB sticks
            if path.exists():
                raise GroupDeskError("export_exists", path=str(path)) from None
            half.replace(path)
        else:
            half.unlink()
    with contextlib.suppress(OSError):  # the file is there and logged; a drive may sync no folders
        sync_folder(path.parent)
