# SPDX-License-Identifier: MIT
"""Opens a member list from outside in a child process and returns it as records.

Nothing is compared with the register and nothing is written here.
"""

import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from groupdesk.domain.enums import Platform
from groupdesk.domain.errors import FileRefusedError, ValidationError
from groupdesk.domain.import_records import (
    ImportFormat,
    ImportRow,
    Mapping,
    NeedsGroup,
    NeedsMapping,
    ReadResult,
    Rejected,
)
from groupdesk.models.storage_errors import classify
from groupdesk.services.imports import transport
from groupdesk.workers.outside import display_name, open_regular
from groupdesk.workers.runner import Limits, Message, WorkerFailedError, WorkerFailure, run_worker

MAX_FILE_BYTES = 1_000_000_000
"""For every kind; the child allows less for what is no JSON."""
MAX_PASTED = 5_000_000
"""Longest pasted text, in characters."""

LIMITS = Limits(memory_mb=2048, cpu_seconds=120, wall_seconds=180.0, file_mb=2000, message_mb=64)
_MODULE = "groupdesk.services.imports.child"
_FAILURES = {
    WorkerFailure.TIMEOUT: "list_worker_timeout",
    WorkerFailure.MEMORY: "list_needs_memory",
}


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """Where a list is to go: how references of this workspace begin, and the group.

    A file of our own tells by it which of its groups is wanted, and whom its rows mean.
    """

    workspace: str = ""
    group_ref: str = ""
    group_name: str = ""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a list is to be read; what is not told is guessed.

    `mapping` is the confirmed one; `remembered` holds earlier ones by shape key. `accept_guess`
    takes the guessed mapping without asking, `ask` asks even where the layout is known or
    remembered. `group` is the place of the wanted one among
    `NeedsGroup.groups`. `utc_offset_minutes` is for local times, None for
    this machine's own zone.
    """

    mapping: Mapping | None = None
    remembered: dict[str, Mapping] = field(default_factory=dict)
    accept_guess: bool = False
    ask: bool = False
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    group: int | None = None
    utc_offset_minutes: int | None = None
    own: OwnPlace = OwnPlace()


Progress = Callable[[int], None]
"""Told the number of rows read so far."""


def open_file(
    path: Path,
    options: ReadOptions | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ReadResult | NeedsMapping | NeedsGroup:
    """Read a member list, or say what it needs to be told first. The file itself is not changed.

    Raises FileRefusedError (one code for each reason; the file's name is in it), ValidationError
    for a mapping that does not fit, StorageError where the disk is full, and CancelledError.
    """
    name = display_name(path.name) or "list"
    try:
        os.close(open_regular(path, MAX_FILE_BYTES))
    except FileRefusedError as refusal:
        if refusal.code == "file_too_large":
            limit = f"{MAX_FILE_BYTES // 1_000_000} MB"
            raise FileRefusedError(name, "list_too_large", limit=limit) from refusal
        raise
    request = {"path": str(path.absolute()), "text": None}
    return _read(name, request, options or ReadOptions(), progress, cancelled)


def open_pasted(
    text: str,
    options: ReadOptions | None = None,
    *,
    name: str = "",
    cancelled: Callable[[], bool] | None = None,
) -> ReadResult | NeedsMapping | NeedsGroup:
    """Read pasted names, one per line, or a pasted table. Raises as `open_file` does.

    `name` is what the list is called in the history; there is no file.
    """
    if len(text) > MAX_PASTED:
        raise FileRefusedError(name, "pasted_too_long", limit=f"{MAX_PASTED:,}")
    return _read(name, {"path": "", "text": text}, options or ReadOptions(), None, cancelled)


def _read(
    name: str,
    request: Message,
    options: ReadOptions,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> ReadResult | NeedsMapping | NeedsGroup:
    request |= {"name": name, "options": asdict(options)}
    rows: list[ImportRow] = []
    rejected: list[Rejected] = []
    last: Message = {}
    try:
        for message in run_worker(_MODULE, request, LIMITS, cancelled=cancelled):
            if "rows" in message:
                rows.extend(transport.rows_from_json(message["rows"]))
                if progress is not None:
                    progress(len(rows))
            elif "rejected" in message:
                rejected += transport.rejected_from_json(message["rejected"])
            else:
                last = message
        return _answer(name, rows, rejected, last)
    except WorkerFailedError as error:
        code = _FAILURES.get(error.failure, "list_worker_failed")
        raise FileRefusedError(name, code) from error
    except OSError as error:
        raise classify(error) or FileRefusedError(name, "list_worker_failed") from error
    except (transport.TransportError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise FileRefusedError(name, "list_worker_failed") from error


def _answer(
    name: str, rows: list[ImportRow], rejected: list[Rejected], last: dict[str, Any]
) -> ReadResult | NeedsMapping | NeedsGroup:
    if "refused" in last:
        raise FileRefusedError(name, str(last["refused"]), **last["values"])
    if "invalid" in last:
        raise ValidationError(str(last["field"]), str(last["invalid"]), **last["values"])
    if "groups" in last:
        return NeedsGroup(name, transport.groups_from_json(last["groups"]))
    if "needs" in last:
        return transport.needs_from_json(last["needs"])
    told = last["result"]
    withdrawn = set(told["withdrawn"])
    mapping, platform = told["mapping"], told.get("platform")
    return ReadResult(
        format=ImportFormat(told["format"]),
        encoding=str(told["encoding"]),
        sha256=str(told["sha256"]),
        file_name=name,
        rows=[row for row in rows if row.line not in withdrawn] if withdrawn else rows,
        rejected=sorted(rejected, key=lambda one: one.line),
        notes=transport.notes_from_json(told["notes"]),
        group_name=told.get("group_name"),
        group_id=told.get("group_id"),
        platform=None if platform is None else Platform(platform),
        mapping=None if mapping is None else transport.mapping_from_json(mapping),
        shape_key=str(told.get("shape_key", "")),
        sheets=transport.sheets_from_json(told["sheets"]),
    )
