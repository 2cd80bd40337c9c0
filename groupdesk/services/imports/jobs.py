# SPDX-License-Identifier: MIT
"""The steps of an import as jobs: rows stay in their process, the window gets counts and pages."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.import_preview import ImportSummary, LineKind, PreviewLine, Take
from groupdesk.domain.import_records import NeedsGroup, NeedsMapping
from groupdesk.domain.records import Receipt
from groupdesk.services.imports.read import ReadOptions, open_file, open_pasted
from groupdesk.services.imports.service import ImportPreview
from groupdesk.services.jobs import JobContext

_KEY = "import"


def open_list(
    context: JobContext, args: dict[str, Any]
) -> ImportSummary | NeedsMapping | NeedsGroup:
    """Read a list and compare it with a group; ask for what the list does not tell.

    That is the mapping where the columns are unknown, and one group of several in a file.
    `path`, or `text` with `name`; `group_id`; `options`, a ReadOptions; `ask`, to ask for the
    mapping even if one is remembered.
    """
    options: ReadOptions = args.get("options") or ReadOptions()
    remembered = context.desk.imports.remembered()
    own = context.desk.imports.own_place(args["group_id"])
    options = replace(options, remembered=remembered, ask=bool(args.get("ask")), own=own)
    context.memory.pop(_KEY, None)
    if "path" in args:
        result = open_file(
            Path(args["path"]),
            options,
            progress=lambda rows: context.progress("read", rows, 0),
            cancelled=context.cancelled,
        )
    else:
        result = open_pasted(args["text"], options, name=args["name"], cancelled=context.cancelled)
    if isinstance(result, NeedsMapping | NeedsGroup):
        return result
    preview = context.desk.imports.preview(result, args["group_id"], context.progress)
    context.memory[_KEY] = preview
    return preview.summary


def lines(context: JobContext, args: dict[str, Any]) -> tuple[PreviewLine, ...]:
    """Return a page of the preview: `kind`, `start`, `limit`."""
    kind: LineKind = args["kind"]
    return context.desk.imports.lines(_preview(context), kind, args["start"], args["limit"])


def apply(context: JobContext, args: dict[str, Any]) -> Receipt:
    """Take the list in: `operation`, `take`."""
    operation: UUID = args["operation"]
    take: Take = args["take"]
    return context.desk.imports.apply(operation, _preview(context), take, context.progress)


def undo(context: JobContext, args: dict[str, Any]) -> Receipt:
    """Take a whole import back: `operation`, `snapshot_id`, `reason`."""
    context.progress("undo", 0, 0)
    operation: UUID = args["operation"]
    return context.desk.import_undo.undo(
        operation,
        args["snapshot_id"],
        args["reason"],
        context.progress,
        forget_mapping=bool(args.get("forget_mapping")),
    )


def _preview(context: JobContext) -> ImportPreview:
    preview = context.memory.get(_KEY)
    if not isinstance(preview, ImportPreview):
        raise StateChangedError("import_register_changed")
    return preview
