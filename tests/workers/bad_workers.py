# SPDX-License-Identifier: MIT
"""Workers that misbehave, for the tests of the runner."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def serve(request: dict[str, Any], emit: Callable[[dict[str, Any]], None]) -> None:
    emit({"pid": os.getpid()})
    getattr(sys.modules[__name__], request["do"])(emit)


def nothing(emit: Any) -> None:
    os.write(1, b"junk on standard output\n")


def hang(emit: Any) -> None:
    time.sleep(60)


def ignore_term(emit: Any) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    emit({"deaf": True})
    time.sleep(60)


def fork(emit: Any) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    emit({"grandchild": child.pid})


def junk(emit: Any) -> None:
    _say(b"<html>\n")


def half(emit: Any) -> None:
    _say(b'{"a": ')


def _say(data: bytes) -> None:
    with Path("messages.jsonl").open("ab") as stream:
        stream.write(data)


def flood(emit: Any) -> None:
    with Path("messages.jsonl").open("ab") as stream:
        while True:
            stream.write(b"x" * 1_000_000)


def crash(emit: Any) -> None:
    os.abort()


def eat_memory(emit: Any) -> None:
    kept = []
    while True:
        kept.append(bytearray(50_000_000))


def spin(emit: Any) -> None:
    while True:
        pass


def environment(emit: Any) -> None:
    emit({"environment": sorted(os.environ), "folder": str(Path.cwd()), "path": sys.path})
