# SPDX-License-Identifier: MIT
"""A folder of files that is whole or not there; nothing that is there is ever overwritten."""

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from groupdesk.domain.errors import StorageError
from groupdesk.models.storage_errors import classify
from groupdesk.scratch import remove_old_folders
from groupdesk.services.new_file import sync_folder

_HALF: Final = ".groupdesk-"
_MOST: Final = 1000


class NewFolder:
    """A folder in the making, beside its place and under a name of its own."""

    def __init__(self, half: Path, place: Path) -> None:
        """Write into `half`; `place` is where the finished folder belongs."""
        self._half, self._place = half, place
        self._named: Path | None = None
        self.digests: dict[str, str] = {}
        """The SHA-256 of each file, by its name."""

    @contextmanager
    def file(self, name: str) -> Iterator[IO[bytes]]:
        """Open a new file of that name; it is on the disk when this ends."""
        with (self._half / name).open("x+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            stream.seek(0)
            self.digests[name] = hashlib.file_digest(stream, "sha256").hexdigest()

    def add(self, name: str, content: bytes) -> None:
        """Write a file."""
        with self.file(name) as stream:
            stream.write(content)

    def give_name(self, title: str) -> Path:
        """Give the finished folder its name; where it is taken, one with a number.

        Raises StorageError as `new_folder` does: inside a transaction an error of the system
        would be taken for one of the database.
        """
        try:
            sync_folder(self._half)
            for number in range(1, _MOST):
                target = self._place / (title if number == 1 else f"{title} ({number})")
                if target.exists() or target.is_symlink():
                    continue
                self._half.rename(target)
                self._named = target
                sync_folder(self._place)
                return target
            raise FileExistsError(title)
        except OSError as error:
            raise _said(error, self._place) from error

    def drop(self) -> None:
        """Take it away again, under whatever name it has."""
        with contextlib.suppress(OSError):
            shutil.rmtree(self._named or self._half)


@contextmanager
def new_folder(place: Path) -> Iterator[NewFolder]:
    """Make a folder below `place`; what goes wrong before this ends leaves nothing behind.

    What a process that was killed left there a day ago or earlier goes first. Raises
    StorageError: folder_not_written, disk_full.
    """
    remove_old_folders(time.time(), place, f"{_HALF}*")
    try:
        folder = NewFolder(Path(tempfile.mkdtemp(dir=place, prefix=_HALF)), place)
        try:
            yield folder
        except BaseException:
            folder.drop()
            raise
    except OSError as error:
        raise _said(error, place) from error


def _said(error: OSError, place: Path) -> StorageError:
    known = classify(error)
    if known is not None and known.code == "disk_full":
        return known
    return StorageError("folder_not_written", path=str(place))
