# SPDX-License-Identifier: MIT
"""The file side of evidence: originals under their SHA-256, and copies that can be made again.

Order of writing: temporary file in the target's folder, fsync, close, rename, fsync of the
folder. Only then may a row of the database name the file. What no row names any more goes by
`evidence_sweep`.
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

from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.errors import FileRefusedError, StorageError
from groupdesk.models.storage_errors import classify
from groupdesk.scratch import INSIDE_PREFIX, ScratchFolder
from groupdesk.services import evidence_sweep
from groupdesk.services.evidence_staging import (
    Files,
    Staged,
    check_pictures,
    discard,
    stage_bytes,
    stage_files,
)
from groupdesk.services.evidence_sweep import Swept
from groupdesk.workers.images_client import ImageReport, inspect_images

_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ENDS = {".jpg": b"\xff\xd9", ".png": b"\x60\x82"}


class FileState(StrEnum):
    """What a look at a stored original found."""

    OK = "ok"
    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class StoredEvidence:
    """An original that is safely on the disk; `file_name` is for display, never a path.

    `size` in bytes, `width` and `height` in pixels as seen upright, 0 for what is kept unopened.
    `duplicate` says that the same bytes were there before, `taken` when the picture says it was
    taken (see ImageReport).
    """

    sha256: str
    media_type: str
    size: int
    width: int
    height: int
    file_name: str
    duplicate: bool
    kind: EvidenceKind = EvidenceKind.PICTURE
    taken: datetime | None = None


_CHUNK = 1 << 20

Answer = StoredEvidence | FileRefusedError
Told = Callable[[int, Answer], object]


class EvidenceStore:
    """The evidence of one workspace, below `folder`: evidence/, derived/, set_aside/."""

    def __init__(self, folder: Path) -> None:
        self._folder_of_all = folder
        self._originals = folder / "evidence"
        self._derived = folder / "derived"

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
            staged = stage_bytes(data, name, self._staging())
            (result,) = self._settle([staged])
        return _stored(result)

    def take_many(
        self,
        sources: Sequence[Path],
        names: Sequence[str] | None = None,
        *,
        files: Files = Files.REFUSED,
        told: Told | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> list[Answer]:
        """Take many files; each gets its own answer, in order, and good ones stay.

        `told` is called with the index of a file and its answer as soon as that is known, in this
        thread. Raises StorageError, and CancelledError when `cancelled` says so; what was stored
        until then stays and is swept later if nothing names it.
        """
        given = names if names is not None else [source.name for source in sources]
        with _storage_errors():
            return self._settle(
                stage_files(sources, given, self._staging(), files), told, cancelled
            )

    def _settle(
        self,
        staged: Sequence[Staged | FileRefusedError],
        told: Told | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> list[Answer]:
        """Check the staged pictures and give what passes its final name."""
        places = {item.path: at for at, item in enumerate(staged) if isinstance(item, Staged)}
        answers: dict[int, Answer] = {}

        def answer(at: int, found: Answer) -> None:
            answers[at] = found
            if told is not None:
                told(at, found)

        waiting: list[Staged] = []
        try:
            for at, item in enumerate(staged):
                if isinstance(item, FileRefusedError):
                    answer(at, item)
                elif item.media_type:
                    answer(at, self._publish(item, None))
                else:
                    waiting.append(item)
            with ScratchFolder(self._derived_root()) as out:
                for item, report in check_pictures(waiting, out, cancelled):
                    if isinstance(report, ImageReport):
                        answer(places[item.path], self._publish(item, report))
                    else:
                        answer(places[item.path], report)
        finally:
            discard(item for item in staged if isinstance(item, Staged))
        return [answers[at] for at in range(len(staged))]

    def _publish(self, item: Staged, report: ImageReport | None) -> StoredEvidence:
        final = self._folder(self._originals, item.sha256) / item.sha256
        with contextlib.suppress(FileNotFoundError):
            os.utime(final)  # before the look: what was touched lately is not swept
        duplicate = self.verify(item.sha256) is FileState.OK
        if not duplicate:  # a damaged original is healed by the same bytes coming in again
            item.path.replace(final)
            _sync_folder(final.parent)
        if report is not None:
            self._keep_copies(item.sha256, report)
        return StoredEvidence(
            sha256=item.sha256,
            media_type=_MEDIA_TYPES[report.format] if report else item.media_type,
            size=item.size,
            width=report.width if report else 0,
            height=report.height if report else 0,
            file_name=item.name,
            duplicate=duplicate,
            kind=EvidenceKind.PICTURE if report else EvidenceKind.FILE,
            taken=report.taken if report else None,
        )

    def _staging(self) -> Path:
        """Return where files lie before they have a name: on the same disk as their place."""
        return self._folder(self._originals, "0" * 64)

    # -- looking

    def original(self, sha256: str) -> Path:
        """Return the path of the original bytes; one that was set aside is in its place again.

        Raises StorageError("evidence_missing").
        """
        path = self._path(self._originals, sha256)
        if not path.is_file() and not self.bring_back(sha256):
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

    def save_copy(self, sha256: str, target: Path) -> Path:
        """Write the original bytes to `target`, and beside it what `sha256sum -c` reads.

        An earlier file of that name goes only when all is written. Returns the path of the hash.
        Raises StorageError: evidence_missing, evidence_changed, or what the disk says; then no
        file was made.
        """
        hashes = target.with_name(f"{target.name}.sha256")
        unfinished = target.with_name(f"{INSIDE_PREFIX}{uuid.uuid4().hex}")
        told = unfinished.with_name(f"{unfinished.name}.sha256")
        digest = hashlib.sha256()
        with _storage_errors():
            try:
                with self.original(sha256).open("rb") as source, unfinished.open("xb") as stream:
                    while chunk := source.read(_CHUNK):
                        digest.update(chunk)
                        stream.write(chunk)
                if digest.hexdigest() != sha256:
                    raise StorageError("evidence_changed", sha256=sha256)
                told.write_text(_checked_line(sha256, target.name), encoding="utf-8", newline="\n")
                told.replace(hashes)
                unfinished.replace(target)
            finally:
                unfinished.unlink(missing_ok=True)
                told.unlink(missing_ok=True)
        return hashes

    def _copy(self, sha256: str, endings: tuple[str, ...]) -> Path:
        for _attempt in range(2):
            for ending in endings:
                path = self._path(self._derived, sha256, ending)
                if _is_whole(path):
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

    def sweep(self, referenced: Collection[str], now: datetime) -> Swept:
        """Set aside originals that no record names; `referenced` are the SHA-256 that some do.

        See `evidence_sweep`. Raises StorageError.
        """
        with _storage_errors():
            return evidence_sweep.sweep(self._folder_of_all, referenced, now)

    def bring_back(self, sha256: str) -> bool:
        """Put an original that was set aside in its place again; say whether there was one.

        Raises StorageError.
        """
        with _storage_errors():
            return evidence_sweep.bring_back(self._folder_of_all, sha256)

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


def _stored(result: StoredEvidence | FileRefusedError) -> StoredEvidence:
    if isinstance(result, FileRefusedError):
        raise result
    return result


def _is_whole(copy: Path) -> bool:
    """Say whether a copy has its end: they are not synced, and a crash may cut them off."""
    try:
        with copy.open("rb") as stream:
            stream.seek(-2, os.SEEK_END)
            return stream.read() == _ENDS[copy.suffix]
    except OSError:
        return False  # missing, or empty


def _checked_line(sha256: str, name: str) -> str:
    """Return what `sha256sum -c` reads; it marks a line whose name is escaped."""
    escaped = name.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{'' if escaped == name else chr(92)}{sha256} *{escaped}\n"


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
