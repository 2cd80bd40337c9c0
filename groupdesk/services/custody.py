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
from groupdesk.services.evidence import Evidences
from groupdesk.services.ledger import Entry, Ledger

ONCE_IN: Final = timedelta(minutes=15)
"""How long one entry speaks for the same operator, act and file."""


class Custody:
    """Writes down what operators do with evidence beside using it."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Write through `ledger`; files come from the store of `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

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
            places = self._evidence.places(evidence_id)
            group_id = _only([place.group_id for place in places])
            entry.about(SubjectKind.EVIDENCE, evidence_id, group_id=group_id)
            entry.record(
                person_id=_only([place.person_id for place in places]),
                after={
                    "file": evidence.file_name,
                    "cases": ", ".join(
                        str(case) for case in sorted({place.case_number for place in places})
                    ),
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
        return self._evidence.store.save_copy(evidence.sha256, target)

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


def _only(ids: Sequence[int]) -> int | None:
    """Return what all of them are; None where there are several, or none."""
    return ids[0] if len(set(ids)) == 1 else None
