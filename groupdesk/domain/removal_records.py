# SPDX-License-Identifier: MIT
"""What travels between services and window about removals of many, and about approvals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from groupdesk.domain.act_records import EvidenceUse, Incident, RemovalRecord
from groupdesk.domain.enums import FairItem, Ground, Language, MembershipState, Term
from groupdesk.domain.fairness import FairLine, FairState, unanswered
from groupdesk.domain.records import EvidenceRecord
from groupdesk.domain.removal_states import RemovalConcern

MAX_MEMBERS: Final = 500
"""How many can be removed in one act."""


@dataclass(frozen=True, slots=True)
class BatchMember:
    """One member of a batch, with what is said of this member alone."""

    membership_id: int
    overrides: Mapping[FairItem, str] = field(default_factory=dict)
    """Reasons for what is missing; where there is none, those of the batch."""
    sure: frozenset[RemovalConcern] = frozenset()
    notice: str = ""
    """The notice to this member; where it is empty, that of the batch in the member's language."""
    notice_language: str = ""
    asks: bool | None = None
    """See RemovalRequest."""


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """A decision to remove several members in one act, from one group or several.

    `rules` names for a breach the rule of each group by its code, by the group's id. All share
    ground, reason, comment, term, screenshots and notices; each has a case, a fair-process list
    and links to the screenshots of its own.
    """

    operation: UUID
    members: tuple[BatchMember, ...]
    ground: Ground
    reason: str
    term: Term
    evidence: tuple[EvidenceUse, ...]
    rules: Mapping[int, str] = field(default_factory=dict)
    comment: str = ""
    until: str = ""
    notices: Mapping[Language, str] = field(default_factory=dict)
    overrides: Mapping[FairItem, str] = field(default_factory=dict)
    already_removed_at: str = ""
    incident: Incident = field(default_factory=Incident)
    blocks: bool = False
    draft_id: int | None = None
    seen_seq: int | None = None
    template: str = ""
    review: int | None = None
    """The review in which it was decided to remove them; its rows then name the removals."""


@dataclass(frozen=True, slots=True)
class BatchLine:
    """What a batch would do about one member, before anything is written."""

    membership_id: int
    person_id: int
    group_id: int
    group_name: str
    member_name: str
    state: MembershipState
    rule_code: str
    refusal: str = ""
    """The code of the error that this member alone would meet; empty where there is none."""
    concerns: tuple[RemovalConcern, ...] = ()
    """What must be meant, whether or not somebody said so."""
    unsure: tuple[RemovalConcern, ...] = ()
    """What nobody said yet that it is meant."""
    fair: tuple[FairLine, ...] = ()
    case_number: int = 0
    """The open case that it would join; 0: a new one."""
    asks_approval: bool = False
    notice_language: str = ""
    """Empty where the member gets no notice."""
    acted_by: str = ""
    """Who else did something about this person after `BatchRequest.seen_seq`, the last of them."""

    @property
    def gaps(self) -> tuple[FairItem, ...]:
        """What is missing of the fair process, with or without a reason."""
        return tuple(line.item for line in self.fair if line.state is FairState.MISSING)

    @property
    def unanswered(self) -> tuple[FairItem, ...]:
        """What is missing and nobody gave a reason for yet."""
        return unanswered(self.fair)

    @property
    def ready(self) -> bool:
        """Whether the batch can be recorded with this member in it."""
        return not (self.refusal or self.unsure or self.unanswered)


@dataclass(frozen=True, slots=True)
class BatchPreview:
    """A dry run: one line for each member, in the order of the request."""

    lines: tuple[BatchLine, ...]
    missing: tuple[tuple[str, str], ...] = ()
    """What the batch as a whole lacks: fields of the request with the codes of their errors."""

    @property
    def ready(self) -> bool:
        """Whether `decide` would record it."""
        return bool(self.lines) and not self.missing and all(line.ready for line in self.lines)


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """A removal that waits for approval, with all that whoever decides about it must see."""

    removal: RemovalRecord
    group_id: int
    group_name: str
    rule_titles: dict[str, str]
    happened_at: str
    quoted_text: str
    evidence: tuple[EvidenceRecord, ...]
    fair_now: tuple[FairLine, ...]
    """The list as it would be today; `removal.fair_process` is the one that was recorded."""
    changed: tuple[FairItem, ...]
    """Where the two differ."""
    worse: tuple[FairItem, ...]
    """What was there and is missing now: approving then asks for a note."""
    refusal: str = ""
    """The code of the error that approving would meet; declining may be possible all the same."""
    not_mine: str = ""
    """The code of the error that says why this operator can neither approve nor decline."""
    own: bool = False
    """Whether the operator at the desk asked for it, and so can withdraw it."""
