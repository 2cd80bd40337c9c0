# SPDX-License-Identifier: MIT
"""Lifting a warning or a removal: a record of its own, the first one stays."""

from uuid import UUID

from groupdesk.domain.enums import Action, MembershipState, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.models.moderation import MemberWarning, Removal, Reversal, Task
from groupdesk.models.people import Membership
from groupdesk.services import casework
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.standings import refresh


class Reversals:
    """The reversals of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def record(self, operation: UUID, kind: SubjectKind, target_id: int, reason: str) -> Receipt:
        """Lift a warning or a removal, with a reason.

        A lifted warning no longer counts. A removal that was not yet carried out is called off,
        its open steps go; one that was carried out lets the person come back.
        Raises ValidationError for a missing reason, StateChangedError when it was lifted already.
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            target = _target(kind, target_id)
            known = Reversal.get_or_none(
                (Reversal.target_kind == kind.value) & (Reversal.target_id == target_id)
            )
            if target is None or known is not None:
                raise StateChangedError("already_lifted")
            stay: Membership = target.membership
            row = Reversal.create(
                target_kind=kind.value,
                target_id=target_id,
                operator=entry.operator.id,
                at=entry.now_text,
                reason=text,
            )
            called_off = 0
            if kind is SubjectKind.REMOVAL and stay.state == MembershipState.ACTIVE.value:
                called_off = (
                    Task.delete()
                    .where((Task.removal == target_id) & Task.done_at.is_null())
                    .execute()
                )
            refresh(self._ledger.database, stay.person_id, stay.group_id, entry.now)
            entry.about(
                SubjectKind.REVERSAL,
                row.id,
                Topic.MEMBERS,
                Topic.CASES,
                Topic.TASKS,
                group_id=stay.group_id,
            )
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay, target.rule)
                | {
                    "case": target.case_id,
                    "lifted": kind.value,
                    "reason": text,
                    "steps_called_off": called_off,
                },
                rows=[row],
            )

        return self._ledger.run(operation, Action.REVERSAL_RECORD, work)


def _target(kind: SubjectKind, target_id: int) -> MemberWarning | Removal | None:
    if kind is SubjectKind.WARNING:
        return MemberWarning.get_or_none(MemberWarning.id == target_id)
    if kind is SubjectKind.REMOVAL:
        return Removal.get_or_none(Removal.id == target_id)
    raise ValidationError("target", "not_reversible")
