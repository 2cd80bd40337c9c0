# SPDX-License-Identifier: MIT
"""Redacted copies: a picture of its own beside the original, which stays as it came.

The newest copy of a picture is the one that reports show.
"""

from collections.abc import Sequence

from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.enums import Action, EvidenceSource, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StorageError, ValidationError
from groupdesk.domain.records import EvidenceRecord, Receipt
from groupdesk.domain.redaction import (
    Mark,
    Size,
    Text,
    check_marks,
    drawn_text,
    from_json,
    to_json,
    without_blank,
)
from groupdesk.domain.redaction_records import MOST_NOTE, RedactionRecord, RedactionRequest
from groupdesk.domain.text import optional_text
from groupdesk.models import stored
from groupdesk.models.decisions import Redaction
from groupdesk.models.evidence import Evidence, EvidenceLink
from groupdesk.models.operators import Operator
from groupdesk.models.people import Membership
from groupdesk.models.storage_errors import classify
from groupdesk.scratch import ScratchFolder
from groupdesk.services.drafts import drop_draft
from groupdesk.services.evidence import Evidences
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.reports.printable import report_coverage, report_font
from groupdesk.workers.redact_client import redacted_copy

_TOPICS = (Topic.EVIDENCE, Topic.CASES, Topic.DRAFTS)


class Redactions:
    """The redacted copies of a workspace."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Work through `ledger`; originals and copies lie in the store of `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    def save(self, request: RedactionRequest) -> Receipt:
        """Make a copy of a picture with marks drawn into it; the receipt's subject is the copy.

        The copy's file is on the disk before a row names it. Raises ValidationError for marks that
        cannot be drawn or change nothing, and for an original that is missing or damaged;
        RefusedError for what is no picture, is a copy itself or would be too large;
        WorkStoppedError, and StorageError.
        """
        note = optional_text("note", request.note, limit=MOST_NOTE)
        original = self._original(request.evidence_id)
        picture = Size(stored.number(original.width), stored.number(original.height))
        marks = check_marks(without_blank(request.marks), picture)
        _require_drawable(marks)
        self._evidence.require_stored([original.id])
        copy = self._make(original, marks, picture)

        def work(entry: Entry) -> None:
            if copy.sha256 in {original.sha256, _newest_copy(original.id)}:
                raise ValidationError("marks", "redaction_unchanged")
            row = Redaction.create(
                original=original.id,
                copy=copy.id,
                original_sha256=original.sha256,
                copy_sha256=copy.sha256,
                operator=entry.operator.id,
                at=entry.now_text,
                marks=to_json(marks, picture),
                note=note or None,
            )
            drop_draft(self._ledger, request.draft_id)
            entry.about(SubjectKind.EVIDENCE, copy.id, *_TOPICS)
            after = {
                "file": original.file_name,
                "original_sha256": original.sha256,
                "copy_sha256": copy.sha256,
                "marks": len(marks),
                "note": note,
            }
            first, *others = _persons(original.id) or [None]
            entry.record(person_id=first, after=after, rows=[row])
            for person_id in others:
                entry.record(person_id=person_id, after=after)

        return self._ledger.run(request.operation, Action.EVIDENCE_REDACT, work)

    def of(self, evidence_id: int) -> tuple[RedactionRecord, ...]:
        """Return the copies of a picture, the newest first: that is the one reports show.

        Raises StorageError("damaged") for marks that cannot be read.
        """
        with self._ledger.reading():
            rows = (
                Redaction.select(Redaction, Operator.name)
                .join(Operator)
                .where(Redaction.original == evidence_id)
                .order_by(Redaction.id.desc())
            )
            return tuple(_record(row) for row in rows)

    def newest(self, evidence_ids: Sequence[int]) -> dict[int, tuple[int, str]]:
        """Return the newest copies of these pictures, by picture: evidence id and SHA-256."""
        with self._ledger.reading():
            rows = (
                Redaction.select(Redaction.original, Redaction.copy, Redaction.copy_sha256)
                .where(Redaction.original.in_(evidence_ids))
                .order_by(Redaction.id)
            )
            return {
                row.original_id: (row.copy_id, stored.fingerprint(row.copy_sha256)) for row in rows
            }

    def original_of(self, evidence: EvidenceRecord) -> EvidenceRecord:
        """Return the picture that this one is a copy of, or the same where it is none."""
        with self._ledger.reading():
            row = (
                Redaction.select()
                .where(Redaction.copy == evidence.id)
                .order_by(Redaction.id.desc())
                .first()
            )
        found = None if row is None else self._evidence.get(row.original_id)
        return evidence if found is None else found

    def _original(self, evidence_id: int) -> Evidence:
        with self._ledger.reading():
            row: Evidence | None = Evidence.get_or_none(Evidence.id == evidence_id)
            if row is None:
                raise ValidationError("evidence", "evidence_file_missing", name="")
            if row.kind == EvidenceKind.FILE.value:
                raise RefusedError("redaction_no_picture")
            if row.source == EvidenceSource.REDACTED.value:
                raise RefusedError("redaction_of_copy")
        return row

    def _make(self, original: Evidence, marks: tuple[Mark, ...], picture: Size) -> EvidenceRecord:
        store = self._evidence.store
        with ScratchFolder() as folder:
            try:
                path = redacted_copy(
                    store.original(original.sha256), marks, picture, report_font(), folder
                )
            except OSError as error:
                raise classify(error) or StorageError("disk_error") from error
            taken = store.take_file(path, original.file_name)
        return self._evidence.register([taken], EvidenceSource.REDACTED)[0]


def _require_drawable(marks: tuple[Mark, ...]) -> None:
    """Refuse characters that our font lacks: they would be empty boxes in the picture."""
    text = "".join(drawn_text(mark.text) for mark in marks if isinstance(mark, Text))
    coverage = report_coverage()
    missing = dict.fromkeys(char for char in text if char != "\n" and char not in coverage)
    if missing:
        raise ValidationError("marks", "mark_text_not_drawable", characters=" ".join(missing))


def _newest_copy(original_id: int) -> str:
    row = (
        Redaction.select()
        .where(Redaction.original == original_id)
        .order_by(Redaction.id.desc())
        .first()
    )
    return "" if row is None else str(row.copy_sha256)


def _persons(evidence_id: int) -> list[int | None]:
    """Return whom the acts that use a picture are about."""
    rows = (
        Membership.select(Membership.person)
        .join(EvidenceLink, on=(EvidenceLink.membership == Membership.id))
        .where(EvidenceLink.evidence == evidence_id)
        .distinct()
        .order_by(Membership.person)
    )
    return [row.person_id for row in rows]


def _record(row: Redaction) -> RedactionRecord:
    try:
        marks, picture = from_json(row.marks)
    except ValidationError as error:
        raise StorageError("damaged") from error
    return RedactionRecord(
        id=row.id,
        original_id=row.original_id,
        original_sha256=stored.fingerprint(row.original_sha256),
        copy_id=row.copy_id,
        copy_sha256=stored.fingerprint(row.copy_sha256),
        operator=row.operator.name,
        at=stored.moment_text(row.at),
        marks=marks,
        picture=picture,
        note=row.note or "",
    )
