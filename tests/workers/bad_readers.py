# SPDX-License-Identifier: MIT
"""A reader of pictures that dies, lies, babbles or reads, by the name of the picture."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any


def serve(request: dict[str, Any], emit: Callable[[dict[str, Any]], None]) -> None:
    for path in request["paths"]:
        match Path(path).stem:
            case "killer":
                os.abort()
            case "liar":
                emit({"lines": "<b>all</b>"})
            case "silent":
                return
            case "hider":
                emit({"lines": ["pay\u202eus", "\u0000", " \u3164 ", "x" * 30_000, "\ud800"]})
            case name:
                emit({"lines": [f"read  {name}", "广告"]})
