# SPDX-License-Identifier: MIT
"""A second operator's yes or no to removals that wait for it."""

from collections.abc import Sequence
from uuid import UUID

from groupdesk.domain.records import Receipt
from groupdesk.domain.removal_records import ApprovalRow
from groupdesk.services.evidence import Evidences
from groupdesk.services.ledger import Ledger


class Approvals:
    """The removals of a workspace that wait for approval."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Work through `ledger`; screenshots come from `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    def waiting(self, membership_id: int | None = None) -> tuple[ApprovalRow, ...]:
        """Return what waits, the oldest first; those of one act stand together."""
        raise NotImplementedError

    def count(self) -> int:
        """Return how many wait."""
        raise NotImplementedError

    def approve(self, operation: UUID, removal_ids: Sequence[int], note: str = "") -> Receipt:
        """Approve removals that somebody else asked for; they hold from now on.

        All of them or none, in one transaction; the receipt's subject is the first one. Raises
        RefusedError("approval_own") for whoever asked, "approval_own_account" for a removal of
        the operator's own account, "approval_needs_pins" where one of the two has no PIN,
        "person_protected" or "group_owner" for what came up meanwhile; StateChangedError for
        one that is answered already, a member who is gone, or whom another act removes already;
        ValidationError("note", "approval_note_missing") where something that the request rested
        on is missing by now.
        """
        raise NotImplementedError

    def decline(self, operation: UUID, removal_ids: Sequence[int], reason: str) -> Receipt:
        """Say no, with a reason; the removals never held. Raises as `approve` does."""
        raise NotImplementedError

    def withdraw(self, operation: UUID, removal_ids: Sequence[int], reason: str) -> Receipt:
        """Take requests of one's own back, with a reason.

        Raises RefusedError("withdraw_not_own") for somebody else's, StateChangedError for one
        that is answered already, ValidationError for a missing reason.
        """
        raise NotImplementedError
