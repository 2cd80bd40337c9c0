# SPDX-License-Identifier: MIT
"""A picture worker that dies, hangs or lies, as a picture made to harm might make it."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from groupdesk.workers import images


def serve(request: dict[str, Any], emit: Callable[[dict[str, Any]], None]) -> None:
    for item in request["files"]:
        match Path(item["path"]).stem:
            case "killer":
                os.abort()
            case "hanger":
                Path(item["path"]).with_name(f"hangs-{os.getpid()}").touch()
                time.sleep(300)
            case "liar":
                Path(item["display"] + ".jpg").write_bytes(b"<svg onload='run()'/>")
                Path(item["thumbnail"]).write_bytes(b"\xff\xd8\xff")
                emit({"width": 10, "height": 10, "format": "PNG", "display": ".jpg"})
            case _:
                images.serve({"files": [item]}, emit)
