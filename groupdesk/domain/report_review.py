# SPDX-License-Identifier: MIT
"""What the paper of a review prints: why, whom, who was left out, what was decided, by whom."""

from dataclasses import dataclass, field
from datetime import datetime

from groupdesk.domain.report_records import MaskedNames, SignatureLine
from groupdesk.domain.review_enums import (
    ReviewChange,
    ReviewChoice,
    ReviewCriterion,
    ReviewEntryKind,
    ReviewStage,
    ReviewState,
)
from groupdesk.domain.review_records import PickPreview
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan


@dataclass(frozen=True, slots=True)
class ReviewedMember:
    """A member who was picked out, and what was decided last."""

    name: str
    group_name: str
    why: tuple[ReviewCriterion, ...]
    stage: ReviewStage
    choice: ReviewChoice
    last_active: datetime | None = None
    """As it was known when the member was picked out."""
    reason: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    reminded_at: datetime | None = None
    noticed_at: datetime | None = None
    changes: tuple[ReviewChange, ...] = ()
    active_since: datetime | None = None
    """When they were active last, where that is after they were picked out."""
    case_number: int = 0
    """The case of their removal."""


@dataclass(frozen=True, slots=True)
class ReviewTurn:
    """That a review was started, rested, went on, looked again, was over; or a note."""

    kind: ReviewEntryKind
    at: datetime
    operator: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReviewContent:
    """A review as it stands when it is printed."""

    name: str
    note: str
    groups: tuple[str, ...]
    state: ReviewState
    criteria: ReviewCriteria
    plan: ReviewPlan
    picked: PickPreview
    stages: tuple[tuple[ReviewStage, int], ...]
    members: tuple[ReviewedMember, ...]
    not_shown: int
    """How many more members there are than a paper can hold."""
    turns: tuple[ReviewTurn, ...]
    signatures: tuple[SignatureLine, ...] = ()
    masked: MaskedNames = field(default_factory=MaskedNames)
