# SPDX-License-Identifier: MIT
"""Parent side of the redacted copy: a child draws it, then what it made is looked at again."""

import os
import uuid
from collections.abc import Sequence
from pathlib import Path

from groupdesk.domain.errors import FileRefusedError, RefusedError, WorkStoppedError
from groupdesk.domain.redaction import Mark, Size, size_after, to_json
from groupdesk.workers.images_client import MAX_FILE_BYTES
from groupdesk.workers.outside import dimensions, kind_of, open_regular
from groupdesk.workers.runner import Limits, WorkerFailedError, run_worker

_MODULE = "groupdesk.workers.redact"
_LIMITS = Limits(memory_mb=1536, cpu_seconds=90, wall_seconds=120, file_mb=400, message_mb=1)
_HEAD = 4096


def redacted_copy(
    original: Path, marks: Sequence[Mark], picture: Size, font: Path, folder: Path
) -> Path:
    """Draw `marks` into a copy of `original`, which is `picture` large, and return it in `folder`.

    A PNG, or a JPEG where a PNG would be larger than evidence may be; without metadata. Raises
    RefusedError("redaction_too_large"), WorkStoppedError("redaction_failed"), and OSError when
    the disk has no room.
    """
    out = folder.absolute() / uuid.uuid4().hex
    request = {
        "path": os.fspath(original.absolute()),
        "out": os.fspath(out),
        "marks": to_json(marks, picture),
        "font": os.fspath(font),
        "most": MAX_FILE_BYTES,
    }
    try:
        answers = list(run_worker(_MODULE, request, _LIMITS))
    except WorkerFailedError as error:
        raise WorkStoppedError("redaction_failed") from error
    wanted = size_after(picture, marks)
    kind = answers[0].get("kind") if len(answers) == 1 else None
    if kind == "TOO_LARGE":
        raise RefusedError("redaction_too_large")
    # The original may have taken the child over: believe the file, not what was said of it.
    if kind not in {"PNG", "JPEG"} or _stated(out, str(kind)) != wanted:
        raise WorkStoppedError("redaction_failed")
    return out


def _stated(path: Path, kind: str) -> tuple[int, int] | None:
    """Return the size that the copy states, None when it is not of the kind that was said."""
    try:
        descriptor = open_regular(path, MAX_FILE_BYTES)
    except FileRefusedError:
        return None
    with os.fdopen(descriptor, "rb") as stream:
        head = stream.read(_HEAD)
    return dimensions(head) if kind_of(head).image == kind else None
