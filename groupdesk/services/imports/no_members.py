# SPDX-License-Identifier: MIT
"""Rows of a table that are no members: those that add the others up, and headings once more."""

import re
from collections.abc import Mapping, Sequence
from itertools import compress
from typing import Any

from groupdesk.domain.import_records import Rejected
from groupdesk.services.imports.sources import Batch

_HINT = re.compile(r"[计人]|共|total|sum", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:合\s*计|总\s*计|小\s*计|共\s*计|总人数|人数合计|(?:grand |sub)?totals?|sum)"
    r"\s*[:：]?\s*(?:\d[\d,]*)?\s*(?:人|名|位|members?|people|rows)?"
    r"|共\s*\d+\s*(?:人|名|位|条)",
    re.IGNORECASE,
)
_TELLING = ("external_id", "email", "handle", "phone")


def totals(names: Sequence[str], columns: Mapping[str, Sequence[Any]]) -> list[int]:
    """Return the positions of rows that add the others up.

    Somebody who is called so has an id, an address or a number.
    """
    if not _HINT.search("\n".join(names)):
        return []
    told = [columns[key] for key in _TELLING if key in columns]
    return [
        at
        for at, name in enumerate(names)
        if _TOTAL.fullmatch(name) and not any(column[at] for column in told)
    ]


def without_headings(batch: Batch, header: Sequence[str]) -> tuple[Batch, list[Rejected]]:
    """Return the batch without rows that repeat the header, as at the top of each printed page."""
    lines, rows = batch
    if header not in rows:
        return batch, []
    keep = [row != header for row in rows]
    again = [line for line, kept in zip(lines, keep, strict=True) if not kept]
    kept = list(compress(lines, keep)), list(compress(rows, keep))
    return kept, [Rejected(line, "header_again") for line in again]
