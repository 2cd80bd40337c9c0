# SPDX-License-Identifier: MIT
"""The child's side of runner.py: limits first, then the worker module, then its messages.

A worker module offers `serve(request, emit)`. It is never imported by the window's process.
"""

import contextlib
import errno
import gc
import importlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Emit = Callable[[dict[str, Any]], None]

EXIT_MEMORY = 77
"""The exit code that says: out of memory."""
EXIT_DISK = 78
"""The exit code that says: the disk is full."""

_MB = 1_000_000


def main(module: str, folder: str) -> None:
    """Serve the request in `folder` with `module` and end the process.

    No memory and a full disk end it with codes of their own, everything else with 1.
    """
    gc.disable()  # what one request makes goes with its process; the memory is limited
    told = json.loads((Path(folder) / "request.json").read_text(encoding="utf-8"))
    _limit(told["limits"])
    try:
        with (Path(folder) / "messages.jsonl").open("ab", buffering=0) as stream:
            fresh_time = _timer(told["limits"])

            def emit(message: dict[str, Any]) -> None:
                text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
                # A lone surrogate becomes its JSON escape again: nothing is lost on the way.
                rest = text.encode("utf-8", "backslashreplace") + b"\n"
                while rest:  # a disk that is filling up takes a part first, and then says so
                    rest = rest[stream.write(rest) :]
                fresh_time()

            fresh_time()
            importlib.import_module(module).serve(told["request"], emit)
    except MemoryError:
        os._exit(EXIT_MEMORY)
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        os._exit(EXIT_DISK)
    os._exit(0)  # all is said and written: nobody needs to tidy up a hundred thousand rows


def _limit(limits: dict[str, Any]) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 — POSIX only

    os.nice(limits["nice"])
    memory = limits["memory_mb"] * 1024 * 1024
    # macOS accepts no limit on the address space; the wall time holds there.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    largest = limits["file_mb"] * _MB
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))


def _timer(limits: dict[str, Any]) -> Callable[[], None]:
    """Return what grants the processor time, and the time after which an orphan ends itself."""
    if sys.platform == "win32":
        return lambda: None
    import resource  # noqa: PLC0415 — POSIX only
    import signal  # noqa: PLC0415

    granted = False

    def fresh_time() -> None:
        nonlocal granted
        if granted and not limits["each_message"]:
            return
        granted = True
        usage = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(usage.ru_utime + usage.ru_stime) + 1 + limits["cpu_seconds"]
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
        signal.alarm(int(limits["wall_seconds"]) + 5)

    return fresh_time
