# SPDX-License-Identifier: MIT
"""The services of a desk that decide about members: removals, their approval, what lifts them."""

from functools import cached_property
from typing import TYPE_CHECKING

from groupdesk.services.ledger import Ledger
from groupdesk.services.workspace import Workspace

if TYPE_CHECKING:
    from groupdesk.services.approvals import Approvals
    from groupdesk.services.carrying_out import CarryingOut
    from groupdesk.services.custody import Custody
    from groupdesk.services.declined import Declined
    from groupdesk.services.evidence import Evidences
    from groupdesk.services.evidence_text import EvidenceTexts
    from groupdesk.services.group_upkeep import GroupUpkeep
    from groupdesk.services.leaving import LeavingServices
    from groupdesk.services.notices import Notices
    from groupdesk.services.processes import Processes
    from groupdesk.services.redactions import Redactions
    from groupdesk.services.removal_batch import RemovalBatches
    from groupdesk.services.removals import Removals
    from groupdesk.services.reversals import Reversals
    from groupdesk.services.tally import Tallies
    from groupdesk.services.terms_over import TermsOver


class Deciding:
    """A part of `Desk`, made like it: each service when it is first asked for."""

    workspace: Workspace
    ledger: Ledger

    @cached_property
    def evidence(self) -> "Evidences":
        """The screenshots."""
        from groupdesk.services.evidence import Evidences  # noqa: PLC0415
        from groupdesk.services.evidence_store import EvidenceStore  # noqa: PLC0415

        return Evidences(self.ledger, EvidenceStore(self.workspace.folder))

    @cached_property
    def custody(self) -> "Custody":
        """Who looked at evidence, copied it or took it along."""
        from groupdesk.services.custody import Custody  # noqa: PLC0415

        return Custody(self.ledger, self.evidence)

    @cached_property
    def evidence_texts(self) -> "EvidenceTexts":
        """What a machine read in screenshots."""
        from groupdesk.services.evidence_text import EvidenceTexts  # noqa: PLC0415

        return EvidenceTexts(self.ledger, self.evidence)

    @cached_property
    def redactions(self) -> "Redactions":
        """Redacted copies of screenshots."""
        from groupdesk.services.redactions import Redactions  # noqa: PLC0415

        return Redactions(self.ledger, self.evidence)

    @cached_property
    def leaving(self) -> "LeavingServices":
        """Leaving well and coming back."""
        from groupdesk.services.leaving import LeavingServices  # noqa: PLC0415

        return LeavingServices(self.ledger)

    @cached_property
    def upkeep(self) -> "GroupUpkeep":
        """Looking after groups."""
        from groupdesk.services.group_upkeep import GroupUpkeep  # noqa: PLC0415

        return GroupUpkeep(self.ledger)

    @cached_property
    def processes(self) -> "Processes":
        """How groups decide about removals."""
        from groupdesk.services.processes import Processes  # noqa: PLC0415

        return Processes(self.ledger)

    @cached_property
    def removals(self) -> "Removals":
        """Removals and how they are carried out."""
        from groupdesk.services.removals import Removals  # noqa: PLC0415

        return Removals(self.ledger, self.evidence)

    @cached_property
    def removal_batches(self) -> "RemovalBatches":
        """Removals of several members at once."""
        from groupdesk.services.removal_batch import RemovalBatches  # noqa: PLC0415

        return RemovalBatches(self.ledger, self.evidence)

    @cached_property
    def approvals(self) -> "Approvals":
        """Removals that wait for another operator."""
        from groupdesk.services.approvals import Approvals  # noqa: PLC0415

        return Approvals(self.ledger)

    @cached_property
    def declined(self) -> "Declined":
        """What the operator asked for and was told no."""
        from groupdesk.services.declined import Declined  # noqa: PLC0415

        return Declined(self.ledger)

    @cached_property
    def carrying_out(self) -> "CarryingOut":
        """What was done of removals on the platform."""
        from groupdesk.services.carrying_out import CarryingOut  # noqa: PLC0415

        return CarryingOut(self.ledger)

    @cached_property
    def notices(self) -> "Notices":
        """What became of notices and letters."""
        from groupdesk.services.notices import Notices  # noqa: PLC0415

        return Notices(self.ledger)

    @cached_property
    def tallies(self) -> "Tallies":
        """How much was done of late."""
        from groupdesk.services.tally import Tallies  # noqa: PLC0415

        return Tallies(self.ledger)

    @cached_property
    def terms_over(self) -> "TermsOver":
        """Removals whose last day has passed."""
        from groupdesk.services.terms_over import TermsOver  # noqa: PLC0415

        return TermsOver(self.ledger)

    @cached_property
    def reversals(self) -> "Reversals":
        """What was lifted."""
        from groupdesk.services.reversals import Reversals  # noqa: PLC0415

        return Reversals(self.ledger)
