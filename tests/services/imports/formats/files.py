# SPDX-License-Identifier: MIT
"""JSON files of the platforms, made for the tests."""

import json
from pathlib import Path

from groupdesk.domain.import_records import ImportNote, ReadResult
from groupdesk.services.imports.read import ReadOptions
from tests.services.imports import lists


def json_file(folder: Path, document: object) -> Path:
    """Write it as the platforms do: indented, characters as they are; the name says nothing."""
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return lists.text_file(folder, text, name="download.txt")


def read_json(folder: Path, document: object, options: ReadOptions = lists.GUESS) -> ReadResult:
    return lists.read(json_file(folder, document), options)


def told(notes: list[ImportNote]) -> dict[str, dict[str, str]]:
    return {note.code: note.values for note in notes}
