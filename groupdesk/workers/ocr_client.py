# SPDX-License-Identifier: MIT
"""Parent side of reading pictures: whether the extra `ocr` is there, and a child that reads."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import metadata, util
from pathlib import Path

from groupdesk.domain.machine_text import joined
from groupdesk.workers.runner import (
    Limits,
    Message,
    WorkerFailedError,
    WorkerFailure,
    run_worker,
)

LIBRARY = "rapidocr"
_RUNTIME = "onnxruntime"
_MODULE = "groupdesk.workers.ocr"
_LIMITS = Limits(
    memory_mb=2048, cpu_seconds=90, wall_seconds=180, file_mb=8, message_mb=2, each_message=True
)
_PROBLEMS = {
    WorkerFailure.TIMEOUT: "text_timeout",
    WorkerFailure.MEMORY: "text_memory",
}

Answer = tuple[str, str]
"""The text of a picture, and the code of what kept it from being read; one of them is empty."""


@cache
def engine() -> str:
    """Return name and version of what reads, "rapidocr 3.10.0"; empty where it is missing."""
    if util.find_spec(LIBRARY) is None or util.find_spec(_RUNTIME) is None:
        return ""
    try:
        return f"{LIBRARY} {metadata.version(LIBRARY)}"
    except metadata.PackageNotFoundError:
        return LIBRARY


def each_text(
    pictures: Sequence[Path],
    *,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Answer]:
    """Yield what each display copy says, in order, as soon as it is known.

    One child reads as many as it can; one that is too much for it spoils only itself, and the
    others go on in a new child. Raises CancelledError when `cancelled` says so, and OSError when
    the disk has no room for what child and parent say to each other.
    """
    waiting = [path.absolute() for path in pictures]
    while waiting:
        served = 0
        problem = ""
        try:
            request: Message = {"paths": [os.fspath(path) for path in waiting]}
            for message in run_worker(_MODULE, request, _LIMITS, cancelled=cancelled):
                if served == len(waiting):
                    break  # it said more than it was asked: nobody listens
                served += 1
                yield _answer(message)
        except WorkerFailedError as error:
            problem = _PROBLEMS.get(error.failure, "text_failed")
        if served < len(waiting):
            served += 1
            yield "", problem or "text_failed"
        waiting = waiting[served:]


def _answer(message: Message) -> Answer:
    """Look again at what the child says: a picture may have taken it over."""
    lines = message.get("lines")
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        return "", "text_failed"
    return joined(lines), ""
