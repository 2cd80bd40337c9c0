# SPDX-License-Identifier: MIT
"""Removing several members in one act: a dry run, then all of them or none."""

from collections.abc import Callable

from groupdesk.domain.records import Receipt
from groupdesk.domain.removal_records import BatchPreview, BatchRequest
from groupdesk.services.evidence import Evidences
from groupdesk.services.ledger import Ledger


class RemovalBatches:
    """Removals of several members at once."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Work through `ledger`; screenshots come from `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    def everywhere(self, membership_id: int) -> tuple[int, ...]:
        """Return all stays in which the person of a stay is active now, under any linked entry.

        The one that is asked about comes first; archived groups are left out.
        """
        raise NotImplementedError

    def preview(
        self, batch: BatchRequest, progress: Callable[[int, int], None] | None = None
    ) -> BatchPreview:
        """Say for each member what would become of them, writing nothing.

        `progress` is told how many of how many are done.
        """
        raise NotImplementedError

    def decide(
        self, batch: BatchRequest, progress: Callable[[int, int], None] | None = None
    ) -> Receipt:
        """Record the removals of all members in one transaction; the subject is the first one.

        What a group's process asks approval for waits, the others hold at once. Others who want
        to write meanwhile are let go first. Raises what `Removals.decide` raises for the first
        member that cannot be removed, with that member's name; nothing is written then.
        """
        raise NotImplementedError
