# SPDX-License-Identifier: MIT
"""The file side of evidence: originals under their SHA-256, and copies that can be made again.

Order of writing: temporary file in the target's folder, fsync, close, rename, fsync of the
folder. Only then may a row of the database name the file. Nothing is ever deleted here.
"""

import contextlib
import hashlib
import os
import re
import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from groupdesk.domain.errors import FileRefusedError, StorageError
from groupdesk.models.storage_errors import classify
from groupdesk.scratch import INSIDE_PREFIX, ScratchFolder
from groupdesk.workers.images_client import (
    MAX_FILE_BYTES,
    ImageReport,
    check_head,
    inspect_images,
)
from groupdesk.workers.outside import display_name, open_regular

_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_SHA256 = re.compile(r"[0-9a-f]{64}")
_BATCH = 16


class FileState(StrEnum):
    """What a look at a stored original found."""

    OK = "ok"
    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class StoredEvidence:
    """An original that is safely on the disk; `file_name` is for display, never a path.

    `size` in bytes, `width` and `height` in pixels as seen upright. `duplicate` says that the
    same picture was there before.
    """

    sha256: str
    media_type: str
    size: int
    width: int
    height: int
    file_name: str
    duplicate: bool


@dataclass(frozen=True, slots=True)
class _Staged:
    """Bytes copied into our own folder and hashed, not yet under their final name."""

    path: Path
    sha256: str
    size: int
    name: str


class EvidenceStore:
    """The evidence of one workspace, below `folder`: evidence/, derived/, set_aside/."""

    def __init__(self, folder: Path) -> None:
        self._originals = folder / "evidence"
        self._derived = folder / "derived"
        self._set_aside = folder / "set_aside"

    # -- taking in

    def take_file(self, source: Path, name: str | None = None) -> StoredEvidence:
        """Copy a picture in, check the copy and store it.

        Raises FileRefusedError (see `inspect_image`) and StorageError; then nothing was stored.
        """
        (result,) = self.take_many([source], None if name is None else [name])
        return _stored(result)

    def take_bytes(self, data: bytes, name: str) -> StoredEvidence:
        """Store a picture that is no file: from the clipboard, or dragged out of a program."""
        with _storage_errors():
            staged = self._stage(data, _shown(name))
            (result,) = self._settle([staged])
        return _stored(result)

    def take_many(
        self,
        sources: Sequence[Path],
        names: Sequence[str] | None = None,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> list[StoredEvidence | FileRefusedError]:
        """Take many files; each gets its own answer, in order, and good ones stay.

        `progress` is told (done, all). Raises StorageError, and CancelledError when `cancelled`
        says so; what was stored until then stays and is swept later if nothing names it.
        """
        shown = names if names is not None else [source.name for source in sources]
        results: list[StoredEvidence | FileRefusedError] = []
        with _storage_errors():
            for start in range(0, len(sources), _BATCH):
                batch = slice(start, start + _BATCH)
                pairs = zip(sources[batch], shown[batch], strict=True)
                staged = [self._stage_file(source, _shown(name)) for source, name in pairs]
                results += self._settle(staged, cancelled)
                if progress is not None:
                    progress(len(results), len(sources))
        return results

    def _stage_file(self, source: Path, name: str) -> _Staged | FileRefusedError:
        try:
            with os.fdopen(open_regular(source, MAX_FILE_BYTES), "rb") as stream:
                data = stream.read(MAX_FILE_BYTES + 1)
        except FileRefusedError as refusal:
            values = {key: value for key, value in refusal.values.items() if key != "name"}
            return FileRefusedError(name, refusal.code, **values)
        except OSError:
            return FileRefusedError(name, "file_unreadable")
        return self._stage(data, name)

    def _stage(self, data: bytes, name: str) -> _Staged | FileRefusedError:
        """Write the bytes to a temporary file beside their final place; hash what is written."""
        try:
            _check_bytes(data, name)
        except FileRefusedError as refusal:
            return refusal
        sha256 = hashlib.sha256(data).hexdigest()
        folder = self._folder(self._originals, sha256)
        path = folder / f"{INSIDE_PREFIX}{uuid.uuid4().hex}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            with os.fdopen(os.open(path, flags, 0o600), "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            raise
        return _Staged(path, sha256, len(data), name)

    def _settle(
        self,
        staged: Sequence[_Staged | FileRefusedError],
        cancelled: Callable[[], bool] | None = None,
    ) -> list[StoredEvidence | FileRefusedError]:
        """Check the staged copies in a child and give those that pass their final name."""
        waiting = [item for item in staged if isinstance(item, _Staged)]
        try:
            with ScratchFolder(self._derived_root()) as out:
                reports = inspect_images(
                    [item.path for item in waiting],
                    out,
                    names=[item.name for item in waiting],
                    cancelled=cancelled,
                )
                answers = {
                    item.path: report
                    if isinstance(report, FileRefusedError)
                    else self._publish(item, report)
                    for item, report in zip(waiting, reports, strict=True)
                }
        finally:
            for item in waiting:
                item.path.unlink(missing_ok=True)  # those published have moved on
        return [
            item if isinstance(item, FileRefusedError) else answers[item.path] for item in staged
        ]

    def _publish(self, item: _Staged, report: ImageReport) -> StoredEvidence:
        final = self._path(self._originals, item.sha256)
        duplicate = self.verify(item.sha256) is FileState.OK
        if not duplicate:  # a damaged original is healed by the same bytes coming in again
            item.path.replace(final)
            _sync_folder(final.parent)
        self._keep_copies(item.sha256, report)
        return StoredEvidence(
            sha256=item.sha256,
            media_type=_MEDIA_TYPES[report.format],
            size=item.size,
            width=report.width,
            height=report.height,
            file_name=item.name,
            duplicate=duplicate,
        )

    # -- looking

    def original(self, sha256: str) -> Path:
        """Return the path of the original bytes. Raises StorageError("evidence_missing")."""
        path = self._path(self._originals, sha256)
        if not path.is_file():
            raise StorageError("evidence_missing", sha256=sha256)
        return path

    def display(self, sha256: str) -> Path:
        """Return the display copy, made again if it is gone.

        Raises StorageError("evidence_missing") or ("evidence_changed"), and FileRefusedError.
        """
        return self._copy(sha256, (".display.jpg", ".display.png"))

    def thumbnail(self, sha256: str) -> Path:
        """Return the thumbnail, made again if it is gone. Raises as `display` does."""
        return self._copy(sha256, (".thumb.jpg",))

    def verify(self, sha256: str) -> FileState:
        """Hash the stored original again and say whether it still is what its name says."""
        path = self._path(self._originals, sha256)
        try:
            with path.open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except FileNotFoundError:
            return FileState.MISSING
        except OSError:
            return FileState.CHANGED  # unreadable: a bad sector, or a folder in its place
        return FileState.OK if found == sha256 else FileState.CHANGED

    def _copy(self, sha256: str, endings: tuple[str, ...]) -> Path:
        for _attempt in range(2):
            for ending in endings:
                path = self._path(self._derived, sha256, ending)
                if path.is_file():
                    return path
            with _storage_errors():
                self._rebuild(sha256)
        raise StorageError("evidence_missing", sha256=sha256)

    def _rebuild(self, sha256: str) -> None:
        original = self.original(sha256)
        if self.verify(sha256) is not FileState.OK:
            raise StorageError("evidence_changed", sha256=sha256)
        with ScratchFolder(self._derived_root()) as out:
            (report,) = inspect_images([original], out)
            if isinstance(report, FileRefusedError):
                raise report
            self._keep_copies(sha256, report)

    def _keep_copies(self, sha256: str, report: ImageReport) -> None:
        self._folder(self._derived, sha256)
        ending = ".display" + report.display_path.suffix
        report.display_path.replace(self._path(self._derived, sha256, ending))
        report.thumbnail_path.replace(self._path(self._derived, sha256, ".thumb.jpg"))

    # -- tidying

    def sweep(
        self, referenced: Collection[str], older_than_seconds: float, now: datetime
    ) -> list[str]:
        """Move originals that no row names, and left-over temporary files, into set_aside/.

        `referenced` holds the SHA-256 of all evidence rows and drafts. Only files untouched for
        `older_than_seconds` before `now` are moved, so that a command under way keeps its file.
        Returns the names of the moved files. Raises StorageError.
        """
        moved: list[str] = []
        limit = now.timestamp() - older_than_seconds
        with _storage_errors():
            for path in sorted(self._originals.glob("??/*")):
                if path.name in referenced or path.stat().st_mtime > limit:
                    continue
                _private_folder(self._set_aside)
                target = self._set_aside / path.name
                if target.exists():
                    target = self._set_aside / f"{path.name}-{uuid.uuid4().hex[:8]}"
                path.rename(target)
                moved.append(path.name)
        return moved

    # -- places

    def _path(self, root: Path, sha256: str, ending: str = "") -> Path:
        if _SHA256.fullmatch(sha256) is None:
            raise ValueError("not a SHA-256 in hex")
        return root / sha256[:2] / (sha256 + ending)

    def _folder(self, root: Path, sha256: str) -> Path:
        folder = root / sha256[:2]
        if not folder.is_dir():
            _private_folder(root)
            _private_folder(folder)
            _sync_folder(root)
        return folder

    def _derived_root(self) -> Path:
        _private_folder(self._derived)
        return self._derived


def _check_bytes(data: bytes, name: str) -> None:
    if not data:
        raise FileRefusedError(name, "empty_file")
    if len(data) > MAX_FILE_BYTES:
        raise FileRefusedError(name, "file_too_large", limit=f"{MAX_FILE_BYTES // 1_000_000} MB")
    check_head(data[:4096], name)


def _stored(result: StoredEvidence | FileRefusedError) -> StoredEvidence:
    if isinstance(result, FileRefusedError):
        raise result
    return result


def _shown(name: str) -> str:
    return display_name(name) or "screenshot"


def _private_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make a rename last; Windows neither needs nor allows it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _storage_errors() -> Iterator[None]:
    """Turn what the disk says into StorageError: disk_full, read_only, disk_error."""
    try:
        yield
    except OSError as error:
        raise classify(error) or StorageError("disk_error") from error
