# SPDX-License-Identifier: MIT
"""Parent side of the picture check: what the file is, then a child decodes it, then look again."""

import os
import re
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from groupdesk.domain.errors import FileRefusedError
from groupdesk.workers.outside import Kind, dimensions, display_name, kind_of, open_regular
from groupdesk.workers.runner import Limits, Message, WorkerFailedError, WorkerFailure, run_worker

MAX_FILE_BYTES = 25_000_000
MAX_PIXELS = 80_000_000
_MAX_COPY_BYTES = 60_000_000
_MAX_COPY_PIXELS = 20_000_000
_MAX_THUMBNAIL_BYTES = 500_000
_HEAD = 4096
_LIMITS = Limits(message_mb=1, file_mb=100, each_message=True, nice=15)
_MODULE = "groupdesk.workers.images"
_TAKEN = re.compile(r"(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)([+-]\d\d:\d\d)?")
_FIRST_YEAR = 1990  # clocks that were never set begin at 1970 or 1980


@dataclass(frozen=True, slots=True)
class ImageReport:
    """A picture that was decoded whole: upright size in pixels, format, and its two copies.

    `format` is "PNG", "JPEG" or "WEBP". The copies carry no metadata and are safe to show.
    `taken` is when the picture says it was taken, if it does; on the clock of wherever that was
    unless it names an offset.
    """

    width: int
    height: int
    format: str
    display_path: Path
    thumbnail_path: Path
    taken: datetime | None = None


def inspect_image(
    path: Path,
    out_dir: Path,
    *,
    name: str | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImageReport:
    """Decode one picture in a child and leave display copy and thumbnail in `out_dir`.

    `name` is what the person calls the file. Raises FileRefusedError; its codes are those of
    `kind_of` and `open_regular`, and image_broken, image_truncated, image_animated,
    image_too_large_pixels, image_needs_memory, image_worker_timeout, image_worker_failed.
    """
    names = None if name is None else [name]
    (result,) = inspect_images([path], out_dir, names=names, cancelled=cancelled)
    if isinstance(result, FileRefusedError):
        raise result
    return result


def inspect_images(
    paths: Sequence[Path],
    out_dir: Path,
    *,
    names: Sequence[str] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[ImageReport | FileRefusedError]:
    """Decode many pictures; one that is refused, hangs or crashes spoils only itself.

    See `each_image`. Raises CancelledError when `cancelled` says so.
    """
    found = dict(each_image(paths, out_dir, names=names, cancelled=cancelled))
    return [found[index] for index in range(len(paths))]


def each_image(
    paths: Sequence[Path],
    out_dir: Path,
    *,
    names: Sequence[str] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[tuple[int, ImageReport | FileRefusedError]]:
    """Yield the index of each picture with what was found, as soon as it is known.

    One child serves as many as it can; after a crash the rest go on in a new one. Raises
    CancelledError when `cancelled` says so.
    """
    shown = [display_name(n) for n in (names or [path.name for path in paths])]
    waiting: list[_Job] = []
    for index, (path, name) in enumerate(zip(paths, shown, strict=True)):
        try:
            _look_at_head(path, name)
        except FileRefusedError as refusal:
            yield index, refusal
        else:
            stem = uuid.uuid4().hex
            waiting.append(_Job(index, name, path.absolute(), out_dir.absolute() / stem))
    while waiting:
        served = 0
        for job, result in _serve(waiting, cancelled):
            served += 1
            yield job.index, result
        waiting = waiting[served:]


@dataclass(frozen=True, slots=True)
class _Job:
    index: int
    name: str
    path: Path
    stem: Path

    @property
    def thumbnail(self) -> Path:
        return self.stem.with_name(self.stem.name + ".thumb.jpg")

    def request(self) -> dict[str, str]:
        paths = {"path": self.path, "display": self.stem, "thumbnail": self.thumbnail}
        return {key: os.fspath(path) for key, path in paths.items()}


def _look_at_head(path: Path, name: str) -> None:
    """Refuse by kind, size and stated dimensions before any child is started."""
    try:
        descriptor = open_regular(path, MAX_FILE_BYTES)
    except FileRefusedError as refusal:
        raise FileRefusedError(name, refusal.code, **_others(refusal)) from refusal
    with os.fdopen(descriptor, "rb") as stream:
        head = stream.read(_HEAD)
    check_head(head, name)


def _others(refusal: FileRefusedError) -> dict[str, object]:
    return {key: value for key, value in refusal.values.items() if key != "name"}


def check_head(head: bytes, name: str) -> Kind:
    """Return the accepted kind of a file that begins with `head`, or raise FileRefusedError."""
    kind = kind_of(head)
    if kind.refusal:
        raise FileRefusedError(name, kind.refusal, type=kind.type_name)
    stated = dimensions(head)
    if stated is not None and stated[0] * stated[1] > MAX_PIXELS:
        raise _too_large(name)
    return kind


def _too_large(name: str) -> FileRefusedError:
    return FileRefusedError(name, "image_too_large_pixels")


def _serve(
    jobs: Sequence[_Job], cancelled: Callable[[], bool] | None
) -> "Iterator[tuple[_Job, ImageReport | FileRefusedError]]":
    """Run one child over `jobs`; yield what it did, and the blame for the one it died of."""
    done = 0
    request: Message = {"files": [job.request() for job in jobs]}
    failure = WorkerFailure.JUNK
    try:
        for message in run_worker(_MODULE, request, _LIMITS, cancelled=cancelled):
            if done == len(jobs):
                return
            done += 1
            yield jobs[done - 1], _result(jobs[done - 1], message)
    except WorkerFailedError as error:
        failure = error.failure
    if done < len(jobs):
        yield jobs[done], _blame(jobs[done], failure)


def _blame(job: _Job, failure: WorkerFailure) -> FileRefusedError:
    _discard(job)
    code = {
        WorkerFailure.TIMEOUT: "image_worker_timeout",
        WorkerFailure.MEMORY: "image_needs_memory",
    }.get(failure, "image_worker_failed")
    return FileRefusedError(job.name, code)


_CHILD_REFUSALS = frozenset(
    {"image_broken", "image_truncated", "image_animated", "image_too_large_pixels"}
)


def _result(job: _Job, message: dict[str, Any]) -> ImageReport | FileRefusedError:
    """Look again at what the child says it made; a picture may have taken it over."""
    refused = message.get("refused")
    if refused in _CHILD_REFUSALS:
        _discard(job)
        if refused == "image_too_large_pixels":
            return _too_large(job.name)
        return FileRefusedError(job.name, str(refused))
    report = _checked(job, message)
    if report is None:
        return _blame(job, WorkerFailure.JUNK)
    return report


def _checked(job: _Job, message: dict[str, Any]) -> ImageReport | None:
    width, height, ending = message.get("width"), message.get("height"), message.get("display")
    if not (isinstance(width, int) and isinstance(height, int) and ending in {".jpg", ".png"}):
        return None
    if not (0 < width * height <= MAX_PIXELS and width > 0):
        return None
    if message.get("format") not in {"PNG", "JPEG", "WEBP"}:
        return None
    display = job.stem.with_name(job.stem.name + str(ending))
    copy = _own_copy(display, "PNG" if ending == ".png" else "JPEG", _MAX_COPY_BYTES)
    small = _own_copy(job.thumbnail, "JPEG", _MAX_THUMBNAIL_BYTES)
    if copy is None or small is None or max(small) > 320 or copy[0] * copy[1] > _MAX_COPY_PIXELS:
        return None
    taken = _moment(message.get("taken"))
    return ImageReport(width, height, message["format"], display, job.thumbnail, taken)


def _moment(said: object) -> datetime | None:
    """Read a time as cameras write it; None for what is none, or no believable one."""
    found = _TAKEN.fullmatch(said) if isinstance(said, str) else None
    if found is None:
        return None
    day, time, offset = found.groups(default="")
    try:
        moment = datetime.fromisoformat(f"{day.replace(':', '-')}T{time}{offset}")
    except ValueError:
        return None
    return moment if moment.year >= _FIRST_YEAR else None


def _own_copy(path: Path, kind: str, largest: int) -> tuple[int, int] | None:
    """Return the size that a copy states, None if it is not what it must be."""
    try:
        descriptor = open_regular(path, largest)
    except FileRefusedError:
        return None
    with os.fdopen(descriptor, "rb") as stream:
        head = stream.read(_HEAD)
    return dimensions(head) if kind_of(head).image == kind else None


def _discard(job: _Job) -> None:
    for ending in (".jpg", ".png", ".thumb.jpg"):
        job.stem.with_name(job.stem.name + ending).unlink(missing_ok=True)
