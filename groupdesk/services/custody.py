# SPDX-License-Identifier: MIT
"""Who looked at which evidence, copied it or took it along: custody, as the log tells it.

Small pictures are not told, and the same act on the same file once in a quarter of an hour.
"""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import Receipt
from groupdesk.models.evidence import Evidence
from groupdesk.services.evidence_store import EvidenceStore
from groupdesk.services.ledger import Entry, Ledger

ONCE_IN: Final = timedelta(minutes=15)
"""How long one entry speaks for the same operator, act and file."""


class Custody:
    """Writes down what operators do with evidence beside using it."""

    def __init__(self, ledger: Ledger, store: EvidenceStore) -> None:
        """Write through `ledger`; files come from `store`."""
        self._ledger = ledger
        self._store = store

    def note(self, operation: UUID, action: Action, evidence_id: int) -> Receipt | None:
        """Write down EVIDENCE_VIEW, _COPY or _SAVE_COPY; None when an entry of late says so.

        Raises PermissionDeniedError, StorageError, and StateChangedError("evidence_gone").
        """
        if self._told_lately(action, evidence_id):
            return None

        def work(entry: Entry) -> None:
            evidence = Evidence.get_or_none(Evidence.id == evidence_id)
            if evidence is None:
                raise StateChangedError("evidence_gone")
            uses = self._uses(evidence_id)
            entry.about(SubjectKind.EVIDENCE, evidence_id, group_id=_only([use[2] for use in uses]))
            entry.record(
                person_id=_only([use[1] for use in uses]),
                after={
                    "file": evidence.file_name,
                    "cases": ", ".join(str(case) for case in sorted({use[0] for use in uses})),
                    "sha256": evidence.sha256,
                },
            )

        return self._ledger.run(operation, action, work)

    def save_copy(self, operation: UUID, evidence_id: int, target: Path) -> Path:
        """Write the unchanged bytes to `target`, and their hash beside it; return where that is.

        The log tells it first: nothing leaves without an entry, as long as entries can be written.
        Raises what `note` raises, and StorageError: evidence_missing, evidence_changed, or what
        the disk says; no file stays then.
        """
        with self._ledger.reading():
            evidence = Evidence.get_or_none(Evidence.id == evidence_id)
        if evidence is None:
            raise StateChangedError("evidence_gone")
        if not self._ledger.refusal:
            self.note(operation, Action.EVIDENCE_SAVE_COPY, evidence_id)
        return self._store.save_copy(evidence.sha256, target)

    def _told_lately(self, action: Action, evidence_id: int) -> bool:
        now = self._ledger.clock()
        with self._ledger.reading():
            # From the end of the log, by the index of acts: as far back as a quarter of an hour.
            row = self._ledger.database.execute_sql(
                "SELECT 1 FROM audit_entry WHERE action = ? AND subject_kind = ?"
                " AND subject_id = ? AND operator_id = ? AND at > ? AND at <= ?"
                " AND seq > coalesce((SELECT max(seq) FROM audit_entry WHERE action = ?"
                " AND at <= ?), 0) LIMIT 1",
                (
                    *(action.value, SubjectKind.EVIDENCE.value, evidence_id),
                    *(self._ledger.operator.id, to_text(now - ONCE_IN), to_text(now)),
                    *(action.value, to_text(now - ONCE_IN)),
                ),
            ).fetchone()
        return row is not None

    def _uses(self, evidence_id: int) -> list[tuple[int, int, int]]:
        """Return case, person and group of each act that uses a picture, or its redacted copy."""
        rows = self._ledger.database.execute_sql(_USES, (evidence_id, evidence_id)).fetchall()
        return [(int(case), int(person), int(group)) for case, person, group in rows]


_USES = """
SELECT CASE l.subject_kind
        WHEN 'case' THEN l.subject_id
        WHEN 'warning' THEN (SELECT case_id FROM member_warning WHERE id = l.subject_id)
        WHEN 'talk' THEN (SELECT case_id FROM talk WHERE id = l.subject_id)
        WHEN 'removal' THEN (SELECT case_id FROM removal WHERE id = l.subject_id)
        WHEN 'appeal' THEN (SELECT case_id FROM appeal WHERE id = l.subject_id)
    END AS number, m.person_id, m.group_id
FROM evidence_link l JOIN membership m ON m.id = l.membership_id
WHERE (l.evidence_id = ? OR l.evidence_id IN
    (SELECT original_id FROM redaction WHERE copy_id = ?)) AND number IS NOT NULL
"""


def _only(ids: Sequence[int]) -> int | None:
    """Return what all of them are; None where there are several, or none."""
    return ids[0] if len(set(ids)) == 1 else None
