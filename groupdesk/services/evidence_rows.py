# SPDX-License-Identifier: MIT
"""Rows of evidence as records, read without what takes files in: a window needs these at once."""

from collections.abc import Iterable, Sequence
from typing import Any

from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.enums import EvidenceSource
from groupdesk.domain.records import EvidenceRecord
from groupdesk.models import stored
from groupdesk.models.evidence import Evidence

FIELDS = (
    "e.id, e.sha256, e.file_name, l.caption, e.width, e.height, e.size, e.added_at, e.source,"
    " coalesce(l.taken_at, e.taken_at, ''), coalesce(l.quoted_text, ''), coalesce(l.origin, ''),"
    " coalesce(e.kind, 'picture'), coalesce((SELECT x.copy_id || ' ' || x.copy_sha256"
    " FROM redaction x WHERE x.original_id = e.id ORDER BY x.id DESC LIMIT 1), ''), e.media_type"
)
"""The columns that `evidence_of` reads, of evidence `e` and what an act says of it, `l`."""
_WIDTH = 15  # how many columns these are
ITSELF = (
    f"SELECT {FIELDS} FROM evidence e, (SELECT '' AS caption, NULL AS taken_at,"
    " NULL AS quoted_text, NULL AS origin) l"
)
"""Selects pieces of evidence `e` by themselves, with nothing of what acts say of them."""


def evidence_of(row: Sequence[Any]) -> EvidenceRecord:
    """Return the picture of a row that begins with `FIELDS`."""
    ident, sha256, file_name, caption, width, height, size, added_at, source, taken_at = row[:10]
    quoted_text, origin, kind, redacted, media_type = row[10:_WIDTH]
    copy_id, _, copy_sha256 = redacted.partition(" ")
    return EvidenceRecord(
        id=ident,
        sha256=stored.fingerprint(sha256),
        file_name=file_name,
        caption=caption,
        width=stored.number(width),
        height=stored.number(height),
        size=stored.number(size),
        added_at=stored.moment_text(added_at),
        source=stored.one_of(EvidenceSource, source).value,
        taken_at=stored.known_moment(taken_at),
        quoted_text=quoted_text,
        origin=origin,
        kind=stored.one_of(EvidenceKind, kind),
        redacted_id=stored.count(copy_id) if copy_id else 0,
        redacted_sha256=stored.fingerprint(copy_sha256) if copy_id else "",
        media_type=media_type,
    )


def draft_evidence(draft_id: int) -> tuple[EvidenceRecord, ...]:
    """Return the pictures that a draft holds on to, in their order; the caller reads."""
    rows = execute(
        f"SELECT {FIELDS} FROM draft_evidence l JOIN evidence e ON e.id = l.evidence_id"
        " WHERE l.draft_id = ? ORDER BY l.position",
        (draft_id,),
    )
    return tuple(evidence_of(row) for row in rows)


def linked_evidence(kind: str, subject_ids: Sequence[int]) -> dict[int, tuple[EvidenceRecord, ...]]:
    """Return the pictures of several acts of one kind, by act; the caller reads."""
    if not subject_ids:
        return {}
    marks = ",".join("?" * len(subject_ids))
    found: dict[int, list[EvidenceRecord]] = {}
    for row in execute(
        f"SELECT {FIELDS}, l.subject_id FROM evidence_link l JOIN evidence e"
        f" ON e.id = l.evidence_id WHERE l.subject_kind = ? AND l.subject_id IN ({marks})"
        " ORDER BY l.subject_id, l.position",
        (kind, *subject_ids),
    ):
        found.setdefault(row[_WIDTH], []).append(evidence_of(row))
    return {subject: tuple(pictures) for subject, pictures in found.items()}


def execute(sql: str, values: Iterable[object]) -> Any:  # a DB-API cursor
    """Run a statement on the connection of the evidence's tables."""
    return Evidence._meta.database.execute_sql(sql, tuple(values))
