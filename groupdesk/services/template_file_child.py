# SPDX-License-Identifier: MIT
"""Child side of reading a file of templates: parse it, and send what it says as plain texts.

Runs in a process of its own (see template_files.py): a file from outside may be made to harm.
"""

import os
import tomllib
from pathlib import Path
from typing import Any

from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.template_exchange import FORMAT, MOST_TEMPLATES, VERSION, told_texts
from groupdesk.workers.child import Emit
from groupdesk.workers.outside import open_regular

MAX_BYTES = 2_000_000


def serve(request: dict[str, Any], emit: Emit) -> None:
    """Read `path` and emit {templates} or {refused}."""
    try:
        descriptor = open_regular(Path(request["path"]), MAX_BYTES)
        with os.fdopen(descriptor, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        emit({"templates": _templates(data)})
    except FileRefusedError as refusal:
        emit({"refused": refusal.code})


def _templates(data: bytes) -> list[dict[str, str]]:
    try:
        document = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, or nested without end
        raise FileRefusedError("", "template_file_foreign") from error
    head, rows = document.get("groupdesk"), document.get("template", [])
    if not isinstance(head, dict) or head.get("format") != FORMAT or not isinstance(rows, list):
        raise FileRefusedError("", "template_file_foreign")
    version = head.get("version")
    if type(version) is not int or version > VERSION:
        raise FileRefusedError("", "template_file_newer")
    if not rows:
        raise FileRefusedError("", "template_file_empty")
    if len(rows) > MOST_TEMPLATES:
        raise FileRefusedError("", "template_file_too_many", limit=MOST_TEMPLATES)
    return [told_texts(row if isinstance(row, dict) else {}) for row in rows]
