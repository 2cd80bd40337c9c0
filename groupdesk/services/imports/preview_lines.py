# SPDX-License-Identifier: MIT
"""The lines of an import's preview, as they are made of rows and of what they were matched with."""

from groupdesk.domain.import_preview import (
    Candidate,
    FieldChange,
    FormerStay,
    LineKind,
    PreviewLine,
)
from groupdesk.domain.import_records import ImportRow
from groupdesk.services.imports.compare import said
from groupdesk.services.imports.match import Conflict
from groupdesk.services.imports.register import Stay
from groupdesk.services.imports.reused import REUSED


def new_line(
    row: ImportRow, *, former: FormerStay | None = None, elsewhere: bool = False
) -> PreviewLine:
    """Return the line of somebody who is new to the group, or comes back to it."""
    changes = tuple(FieldChange(k, "", text) for k, text in said(row).items() if k != "name")
    return PreviewLine(
        LineKind.NEW,
        row.line,
        row.name,
        changes,
        former,
        elsewhere,
        row.is_bot,
        row.deactivated,
        ended=row.former,
    )


def line_of(
    kind: LineKind, row: ImportRow, changes: tuple[FieldChange, ...], name: str = ""
) -> PreviewLine:
    """Return the line of a known member, under the name that the register has."""
    return PreviewLine(
        kind,
        row.line,
        name or row.name,
        changes,
        is_bot=row.is_bot,
        deactivated=row.deactivated,
        ended=row.former,
    )


def conflict_line(conflict: Conflict, row: ImportRow) -> PreviewLine:
    """Return the line of a row that a person has to decide about."""
    values = {"line": str(conflict.other_line)} if conflict.other_line else {}
    values |= {"count": str(len(conflict.candidates)), "id": row.external_id}
    if conflict.code in REUSED:
        values["name"] = conflict.candidates[0].name
    return PreviewLine(
        LineKind.CONFLICT,
        row.line,
        row.name,
        tuple(FieldChange(k, "", text) for k, text in said(row).items() if k != "name"),
        candidates=tuple(_candidate(stay) for stay in conflict.candidates),
        may_be_new=conflict.may_be_new,
        code=conflict.code,
        values=values,
    )


def _candidate(stay: Stay) -> Candidate:
    about = " · ".join(
        filter(None, (stay.nickname, stay.external_id, stay.email, stay.phone, stay.company))
    )
    return Candidate(stay.membership_id, stay.name, about, stay.joined_at or "")
