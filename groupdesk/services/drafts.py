# SPDX-License-Identifier: MIT
"""Drafts: unfinished work, with the screenshots it holds on to.

They are the one thing outside the log, because nothing was done yet. Each operator has at most
one draft of a kind for a member or a group.
"""

import json
from collections.abc import Mapping, Sequence

from groupdesk.domain.act_records import DraftRecord, EvidenceUse
from groupdesk.domain.clock import to_text
from groupdesk.domain.text import reject_unstorable
from groupdesk.models import stored
from groupdesk.models.evidence import Draft, DraftEvidence
from groupdesk.services.evidence_rows import draft_evidence
from groupdesk.services.ledger import Ledger


class Drafts:
    """The drafts of the operator at the desk."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def save(
        self,
        kind: str,
        payload: Mapping[str, object],
        *,
        group_id: int | None = None,
        membership_id: int | None = None,
        evidence: Sequence[EvidenceUse] = (),
    ) -> DraftRecord:
        """Keep the fields and screenshots of a dialog in place of an earlier draft.

        Raises StorageError when it cannot be written, ValidationError for a caption with a broken
        character; the dialog then keeps its contents.
        """
        for use in evidence:
            for name in ("caption", "quoted_text", "origin"):
                reject_unstorable(name, getattr(use, name))
        now = to_text(self._ledger.clock())
        with self._ledger.writing():
            row = self._find(kind, group_id, membership_id)
            text = json.dumps(dict(payload))  # escaped: a draft keeps even broken characters
            if row is None:
                row = Draft.create(
                    kind=kind,
                    group=group_id,
                    membership=membership_id,
                    operator=self._ledger.operator.id,
                    payload=text,
                    saved_at=now,
                )
            else:
                row.payload, row.saved_at = text, now
                row.save()
            DraftEvidence.delete().where(DraftEvidence.draft == row.id).execute()
            for position, use in enumerate(evidence, 1):
                DraftEvidence.insert(
                    draft=row.id,
                    evidence=use.evidence_id,
                    position=position,
                    caption=use.caption,
                    quoted_text=use.quoted_text or None,
                    origin=use.origin or None,
                    taken_at=use.taken_at or None,
                ).on_conflict_ignore().execute()
            return _record(row)

    def load(
        self, kind: str, *, group_id: int | None = None, membership_id: int | None = None
    ) -> DraftRecord | None:
        """Return the operator's draft of this kind, or None."""
        with self._ledger.reading():
            row = self._find(kind, group_id, membership_id)
            return None if row is None else _record(row)

    def there(self) -> tuple[int, int]:
        """Return how many drafts the operator has, and the newest one; keeping one changes neither.

        A window sees by it that another process began or dropped one.
        """
        with self._ledger.reading():
            row = self._ledger.database.execute_sql(
                "SELECT count(*), coalesce(max(id), 0) FROM draft WHERE operator_id = ?",
                (self._ledger.operator.id,),
            ).fetchone()
        return int(row[0]), int(row[1])

    def of_groups(self, kind: str) -> dict[int, DraftRecord]:
        """Return the operator's drafts of this kind that are about a group, by group."""
        with self._ledger.reading():
            rows = (
                Draft.select()
                .where((Draft.kind == kind) & (Draft.operator == self._ledger.operator.id))
                .order_by(Draft.id)
            )
            return {row.group_id: _record(row) for row in rows if row.group_id is not None}

    def save_for_groups(
        self, kind: str, payloads: Mapping[int, Mapping[str, object] | None]
    ) -> None:
        """Keep one draft for each group in place of an earlier one, all of them or none.

        None drops the draft of a group. Raises StorageError.
        """
        with self._ledger.writing():
            for group_id, payload in payloads.items():
                if payload is not None:
                    self.save(kind, payload, group_id=group_id)
                    continue
                row = self._find(kind, group_id, None)
                drop_draft(self._ledger, None if row is None else row.id)

    def discard(self, draft_id: int) -> None:
        """Drop a draft; its screenshots go with the next sweep unless something else uses them.

        A colleague's draft is left alone.
        """
        with self._ledger.writing():
            drop_draft(self._ledger, draft_id)

    def _find(self, kind: str, group_id: int | None, membership_id: int | None) -> Draft | None:
        found: Draft | None = (
            Draft.select()
            .where(
                (Draft.kind == kind)
                & (Draft.group.is_null() if group_id is None else Draft.group == group_id)
                & (
                    Draft.membership.is_null()
                    if membership_id is None
                    else Draft.membership == membership_id
                )
                & (Draft.operator == self._ledger.operator.id)
            )
            .order_by(Draft.id.desc())
            .first()
        )
        return found


def kinds_at(ledger: Ledger, membership_id: int) -> tuple[str, ...]:
    """Return of which kinds drafts about a member are kept, whoever keeps them."""
    rows = ledger.database.execute_sql(
        "SELECT DISTINCT kind FROM draft WHERE membership_id = ? ORDER BY kind", (membership_id,)
    )
    return tuple(str(kind) for (kind,) in rows)


def drop_draft(ledger: Ledger, draft_id: int | None) -> None:
    """Drop the operator's own draft inside the transaction that makes it superfluous."""
    if draft_id is not None:
        ledger.database.execute_sql(
            "DELETE FROM draft WHERE id = ? AND operator_id = ?", (draft_id, ledger.operator.id)
        )


def drop_draft_at(ledger: Ledger, kind: str, membership_id: int) -> None:
    """Drop the operator's own draft of a kind about a member, as `drop_draft` does."""
    ledger.database.execute_sql(
        "DELETE FROM draft WHERE kind = ? AND membership_id = ? AND operator_id = ?",
        (kind, membership_id, ledger.operator.id),
    )


def _record(row: Draft) -> DraftRecord:
    return DraftRecord(
        id=row.id,
        kind=row.kind,
        group_id=row.group_id,
        membership_id=row.membership_id,
        payload=stored.fields(row.payload),
        saved_at=stored.moment_text(row.saved_at),
        evidence=draft_evidence(row.id),
    )
