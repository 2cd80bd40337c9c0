# SPDX-License-Identifier: MIT
"""A list reader taken over by a file, for the test that the parent checks what it is told."""

from collections.abc import Callable
from typing import Any


def serve(request: dict[str, Any], emit: Callable[[dict[str, Any]], None]) -> None:
    match request["name"]:
        case "types":
            emit({"rows": {"line": [1], "name": [["not", "text"]]}})
        case "columns":
            emit({"rows": {"line": [1, 2], "name": ["only one"]}})
        case "role":
            emit({"rows": {"line": [1], "name": ["x"], "role": ["emperor"]}})
        case "result":
            emit({"result": {"format": "unheard_of"}})
