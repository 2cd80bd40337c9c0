# SPDX-License-Identifier: MIT
"""Evidence in the register: which stored screenshots and files there are, and who uses them.

The files come first (`evidence_store`), then the rows: a row never names a missing file.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import EvidenceKind
from groupdesk.domain.enums import EvidenceSource
from groupdesk.domain.errors import FileRefusedError, ValidationError
from groupdesk.domain.evidence_records import EvidencePlace
from groupdesk.domain.records import EvidenceRecord
from groupdesk.models.evidence import Evidence
from groupdesk.services.evidence_rows import FIELDS, ITSELF, evidence_of, execute
from groupdesk.services.evidence_staging import Files
from groupdesk.services.evidence_store import EvidenceStore, StoredEvidence
from groupdesk.services.evidence_sweep import Swept
from groupdesk.services.ledger import Ledger

_PLACES = """
SELECT DISTINCT CASE l.subject_kind
        WHEN 'case' THEN l.subject_id
        WHEN 'warning' THEN (SELECT case_id FROM member_warning WHERE id = l.subject_id)
        WHEN 'talk' THEN (SELECT case_id FROM talk WHERE id = l.subject_id)
        WHEN 'removal' THEN (SELECT case_id FROM removal WHERE id = l.subject_id)
        WHEN 'appeal' THEN (SELECT case_id FROM appeal WHERE id = l.subject_id)
    END AS number, m.name, m.person_id, m.group_id
FROM evidence_link l JOIN membership m ON m.id = l.membership_id
WHERE (l.evidence_id = ? OR l.evidence_id IN
    (SELECT original_id FROM redaction WHERE copy_id = ?)) AND number IS NOT NULL
ORDER BY number, m.name
"""

Told = Callable[[int, EvidenceRecord | FileRefusedError], object]


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the files of one drop: those that were kept, and those that were refused."""

    kept: tuple[EvidenceRecord, ...]
    refused: tuple[FileRefusedError, ...]


class Evidences:
    """The screenshots of a workspace."""

    def __init__(self, ledger: Ledger, store: EvidenceStore) -> None:
        """Keep rows through `ledger` and files in `store`."""
        self._ledger = ledger
        self.store = store

    def take_files(
        self,
        paths: Sequence[Path],
        source: EvidenceSource,
        *,
        files: Files = Files.CHATS_KEPT,
        told: Told | None = None,
    ) -> Intake:
        """Keep the screenshots among these files; the others are named with the reason.

        `files` says what becomes of those that are no pictures. `told` is called in this thread
        with the index of a file and what became of it, as soon as that is known. Raises
        StorageError when the disk does not take them.
        """
        kept: dict[int, EvidenceRecord] = {}
        refused: dict[int, FileRefusedError] = {}

        def on_answer(at: int, answer: StoredEvidence | FileRefusedError) -> None:
            if isinstance(answer, FileRefusedError):
                refused[at] = answer
            else:
                (kept[at],) = self.register([answer], source)
            if told is not None:
                told(at, kept[at] if at in kept else refused[at])

        self.store.take_many(paths, files=files, told=on_answer)
        in_order = range(len(paths))
        return Intake(
            tuple(kept[at] for at in in_order if at in kept),
            tuple(refused[at] for at in in_order if at in refused),
        )

    def take_bytes(self, data: bytes, name: str, source: EvidenceSource) -> EvidenceRecord:
        """Keep a screenshot from the clipboard or a drag. Raises FileRefusedError, StorageError."""
        return self.register([self.store.take_bytes(data, name)], source)[0]

    def require_stored(self, evidence_ids: Sequence[int]) -> None:
        """Raise ValidationError("evidence", …) unless each file is there and unchanged."""
        for evidence_id in evidence_ids:
            with self._ledger.reading():
                row = Evidence.get_or_none(Evidence.id == evidence_id)
            state = "missing" if row is None else self.store.verify(row.sha256)
            if row is not None and state == "missing" and self.store.bring_back(row.sha256):
                state = self.store.verify(row.sha256)
            if state != "ok":
                name = "" if row is None else row.file_name
                raise ValidationError("evidence", f"evidence_file_{state}", name=name)

    def pictures(self, uses: Sequence[EvidenceUse]) -> int:
        """Return how many of these are screenshots; files that are kept unopened do not count."""
        with self._ledger.reading():
            found: int = (
                Evidence.select()
                .where(
                    Evidence.id.in_({use.evidence_id for use in uses})
                    & (Evidence.kind.is_null() | (Evidence.kind != EvidenceKind.FILE.value))
                )
                .count()
            )
        return found

    def get(self, evidence_id: int) -> EvidenceRecord | None:
        """Return a piece of evidence by itself, or None when there is none."""
        with self._ledger.reading():
            row = execute(f"{ITSELF} WHERE e.id = ?", (evidence_id,)).fetchone()
            return None if row is None else evidence_of(row)

    def places(self, evidence_id: int) -> tuple[EvidencePlace, ...]:
        """Return the cases whose acts use this picture, or the original of this redacted copy."""
        with self._ledger.reading():
            return tuple(
                EvidencePlace(*row) for row in execute(_PLACES, (evidence_id, evidence_id))
            )

    def earlier(self, membership_id: int) -> tuple[EvidenceRecord, ...]:
        """Return the pictures that acts on this person in any group used, the newest first."""
        sql = (
            f"SELECT {FIELDS}, max(l.id) FROM evidence_link l"
            " JOIN evidence e ON e.id = l.evidence_id"
            " JOIN membership m ON m.id = l.membership_id"
            " WHERE m.person_id = (SELECT person_id FROM membership WHERE id = ?)"
            " AND NOT (l.subject_kind = 'case' AND EXISTS (SELECT 1 FROM case_entry x"
            " WHERE x.case_id = l.subject_id AND x.kind = 'mistaken'))"  # about somebody else
            " GROUP BY e.id ORDER BY max(l.id) DESC"
        )
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(sql, (membership_id,))
            return tuple(evidence_of(row) for row in rows)

    def sweep(self) -> Swept:
        """Set files aside that nothing refers to, and delete those that lie there for a month.

        A picture that only a dropped draft held is unreferenced. Its row stays, and has its file
        again as soon as the same picture is taken in once more, or is named by an act or a draft.
        Raises StorageError.
        """
        with self._ledger.reading():
            used = {
                str(sha)
                for (sha,) in execute(
                    "SELECT e.sha256 FROM evidence e WHERE"
                    " EXISTS (SELECT 1 FROM evidence_link l WHERE l.evidence_id = e.id)"
                    " OR EXISTS (SELECT 1 FROM draft_evidence d WHERE d.evidence_id = e.id)"
                    " OR EXISTS (SELECT 1 FROM redaction r"
                    " WHERE e.id IN (r.original_id, r.copy_id))",
                    (),
                )
            }
        return self.store.sweep(used, self._ledger.clock())

    def register(
        self, stored: Sequence[StoredEvidence], source: EvidenceSource
    ) -> tuple[EvidenceRecord, ...]:
        """Give stored pictures their rows, as seen first at this moment."""
        if not stored:
            return ()
        moment = self._ledger.clock()
        now = to_text(moment)
        with self._ledger.writing():
            for item in stored:
                Evidence.insert(
                    sha256=item.sha256,
                    media_type=item.media_type,
                    size=item.size,
                    width=item.width,
                    height=item.height,
                    file_name=item.file_name,
                    source=source.value,
                    added_at=now,
                    taken_at=_taken_text(item.taken, moment),
                    kind=None if item.kind is EvidenceKind.PICTURE else item.kind.value,
                ).on_conflict_ignore().execute()
            marks = ",".join("?" * len(stored))
            found = [
                evidence_of(row)
                for row in execute(
                    f"{ITSELF} WHERE e.sha256 IN ({marks})", [item.sha256 for item in stored]
                )
            ]
        rows = {record.sha256: record for record in found}
        return tuple(rows[item.sha256] for item in stored)


def _taken_text(taken: datetime | None, now: datetime) -> str | None:
    """Return when a picture says it was taken; None for one that says so of the future."""
    if taken is None:
        return None
    moment = taken if taken.tzinfo is not None else taken.replace(tzinfo=now.tzinfo)
    return to_text(moment) if moment <= now else None
