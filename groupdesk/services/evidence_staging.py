# SPDX-License-Identifier: MIT
"""Files on their way into the evidence: copied beside their final place, hashed, then checked.

Copying comes first for all of them, so that a drop is safe within a moment; then children decode
the pictures, two at a time, and each answer is handed on as soon as it is there.
"""

import hashlib
import io
import os
import sys
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from groupdesk.domain.errors import FileRefusedError
from groupdesk.scratch import INSIDE_PREFIX
from groupdesk.workers.images_client import MAX_FILE_BYTES, ImageReport, check_head, each_image
from groupdesk.workers.outside import display_name, kind_of, open_regular
from groupdesk.workers.unopened import MAX_UNOPENED_BYTES, is_taken, may_be_kept, media_type_of

_HEAD = 4096
_CHUNK = 1 << 20
_COPIERS = 2  # faster than cp already; more of them would keep the window from a processor
_LANE = 4  # pictures for which a second child is worth its start


class Files(Enum):
    """What becomes of files that are no pictures."""

    REFUSED = "refused"
    CHATS_KEPT = "chats_kept"
    """Voice, video, PDF and forwarded chats are kept unopened, others are refused."""
    ALL_KEPT = "all_kept"
    """Kept unopened, pictures too: somebody asked for it after the reason was told."""


@dataclass(frozen=True, slots=True)
class Staged:
    """Bytes that lie in our own folder under a passing name.

    `media_type` is known for what is kept unopened; a picture has yet to be checked.
    """

    path: Path
    sha256: str
    size: int
    name: str
    media_type: str = ""


_Found = tuple[Staged, ImageReport | FileRefusedError]
_Answers = SimpleQueue[_Found | Exception | None]


def stage_files(
    sources: Sequence[Path], names: Sequence[str], folder: Path, files: Files
) -> list[Staged | FileRefusedError]:
    """Copy and hash files into `folder`; raises OSError when the disk does not take them."""

    def stage(source: Path, name: str) -> Staged | FileRefusedError:
        try:
            with os.fdopen(open_regular(source, sys.maxsize), "rb") as stream:
                size = os.fstat(stream.fileno()).st_size
                return _stage(stream, size, shown(name), folder, files)
        except FileRefusedError as refusal:
            values = {key: value for key, value in refusal.values.items() if key != "name"}
            return FileRefusedError(shown(name), refusal.code, **values)

    if len(sources) == 1:
        return [stage(sources[0], names[0])]
    with ThreadPoolExecutor(_COPIERS, "groupdesk-copy") as pool:
        work = [pool.submit(stage, *pair) for pair in zip(sources, names, strict=True)]
    done = [job.exception() or job.result() for job in work]
    failed = [found for found in done if not isinstance(found, Staged | FileRefusedError)]
    if failed:
        discard(found for found in done if isinstance(found, Staged))
        raise failed[0]
    return [found for found in done if isinstance(found, Staged | FileRefusedError)]


def stage_bytes(data: bytes, name: str, folder: Path) -> Staged:
    """Do the same with a picture that is no file. Raises FileRefusedError, OSError."""
    return _stage(io.BytesIO(data), len(data), shown(name), folder, Files.REFUSED)


def check_pictures(
    staged: Sequence[Staged], out: Path, cancelled: Callable[[], bool] | None
) -> Iterator[_Found]:
    """Yield each staged picture with what a child found, as soon as it is known.

    Their copies are left in `out`. Raises CancelledError once `cancelled` says so, and OSError.
    """
    if len(staged) < _LANE:
        for index, found in _images(staged, out, cancelled):
            yield staged[index], found
        return
    given_up = threading.Event()

    def stop() -> bool:
        return given_up.is_set() or (cancelled is not None and cancelled())

    answers: _Answers = SimpleQueue()
    # Every other picture each: those at the front, which are seen first, are done first.
    lanes = [
        threading.Thread(target=_serve, args=(lane, out, stop, answers), daemon=True)
        for lane in (staged[::2], staged[1::2])
    ]
    for lane in lanes:
        lane.start()
    try:
        yield from _until_done(answers, len(lanes))
    finally:
        given_up.set()
        for lane in lanes:
            lane.join()


def _serve(lane: Sequence[Staged], out: Path, stop: Callable[[], bool], answers: _Answers) -> None:
    try:
        for index, found in _images(lane, out, stop):
            answers.put((lane[index], found))
        answers.put(None)
    except Exception as error:  # noqa: BLE001 — raised again by whoever waits for answers
        answers.put(error)


def _until_done(answers: _Answers, lanes: int) -> Iterator[_Found]:
    while lanes:
        answer = answers.get()
        if isinstance(answer, Exception):
            raise answer
        if answer is None:
            lanes -= 1
        else:
            yield answer


def discard(staged: "Iterator[Staged] | Sequence[Staged]") -> None:
    """Delete what was not given its final name."""
    for item in staged:
        item.path.unlink(missing_ok=True)


def shown(name: str) -> str:
    """Return a supplied name as it is kept for display."""
    return display_name(name) or "screenshot"


def _images(
    staged: Sequence[Staged], out: Path, cancelled: Callable[[], bool] | None
) -> Iterator[tuple[int, ImageReport | FileRefusedError]]:
    names = [item.name for item in staged]
    return each_image([item.path for item in staged], out, names=names, cancelled=cancelled)


def _stage(stream: BinaryIO, stated: int, name: str, folder: Path, files: Files) -> Staged:
    """Write what comes to a temporary file; what is hashed is what is written.

    One that is `stated` to be too large is not read; the limit is that of its kind.
    """
    head = _read(stream, _HEAD, name)
    if not head:
        raise FileRefusedError(name, "empty_file")
    media_type = _kept_type(head, name, files)
    limit = MAX_UNOPENED_BYTES if media_type else MAX_FILE_BYTES
    _check_size(stated, limit, name)
    path = folder / f"{INSIDE_PREFIX}{uuid.uuid4().hex}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    digest, size, chunk = hashlib.sha256(), 0, head
    try:
        with os.fdopen(os.open(path, flags, 0o600), "wb") as target:
            while chunk:
                size += len(chunk)
                _check_size(size, limit, name)
                digest.update(chunk)
                target.write(chunk)
                chunk = _read(stream, _CHUNK, name)
            target.flush()
            os.fsync(target.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Staged(path, digest.hexdigest(), size, name, media_type)


def _check_size(size: int, limit: int, name: str) -> None:
    if size > limit:
        raise FileRefusedError(name, "file_too_large", limit=f"{limit // 1_000_000} MB")


def _read(stream: BinaryIO, count: int, name: str) -> bytes:
    try:
        return stream.read(count)
    except OSError as error:  # theirs, not ours: a stick that was pulled out, say
        raise FileRefusedError(name, "file_unreadable") from error


def _kept_type(head: bytes, name: str, files: Files) -> str:
    """Return the media type of what is kept unopened, "" for a picture to be checked.

    Raises FileRefusedError for what is neither.
    """
    kind = kind_of(head)
    if files is Files.ALL_KEPT:
        refusal = FileRefusedError(name, kind.refusal, type=kind.type_name)
        if kind.refusal and not may_be_kept(refusal):
            raise refusal
        return media_type_of(kind, head)
    if files is Files.CHATS_KEPT and is_taken(kind, head, name):
        return media_type_of(kind, head)
    check_head(head, name)
    return ""
