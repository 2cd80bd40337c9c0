# SPDX-License-Identifier: MIT
"""What travels between services and window about reviews of groups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from groupdesk.domain.enums import Channel, Ground, Language, WarningState
from groupdesk.domain.records import Receipt
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.review_enums import (
    ReviewChange,
    ReviewChoice,
    ReviewCriterion,
    ReviewEntryKind,
    ReviewLeftOut,
    ReviewSkipped,
    ReviewStage,
    ReviewState,
)
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan

MAX_MESSAGES: Final = 500
"""How many messages are recorded in one act."""
SETTLED: Final = (ReviewStage.KEPT, ReviewStage.REMOVAL, ReviewStage.GONE)
"""Nothing more is to be done about these."""
NAMED: Final = 3
"""So many are named where many are meant; the others are counted."""


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """A review to be started. `by_hand` are stays that somebody marked as off purpose.

    `expected` is how many the preview picked: with another number by now it is not started.
    """

    operation: UUID
    name: str
    groups: tuple[int, ...]
    criteria: ReviewCriteria = field(default_factory=ReviewCriteria)
    plan: ReviewPlan = field(default_factory=ReviewPlan)
    note: str = ""
    by_hand: tuple[int, ...] = ()
    expected: int | None = None


@dataclass(frozen=True, slots=True)
class PickedInGroup:
    """What a look at one group gave."""

    group_id: int
    group_name: str
    looked_at: int
    picked: int
    over_by: int = 0
    """How many are beyond the size limit."""
    staying: int = field(default=0, compare=False)
    """How many members the group has beside those who are about to go; not stored."""
    limit: int | None = field(default=None, compare=False)
    """How many it may have; not stored."""
    read_at: str = ""
    """The moment until which activity is known; empty where it is kept up by hand, or stored."""


@dataclass(frozen=True, slots=True)
class PickPreview:
    """What a review would pick, or picked when it was started; the counts add up.

    looked_at = picked + all that were left out + fits_none.
    """

    looked_at: int
    picked: int
    fits_none: int
    left_out: Mapping[ReviewLeftOut, int] = field(hash=False)
    why: Mapping[ReviewCriterion, int] = field(hash=False)
    """A member who fits several criteria is counted in each."""
    groups: tuple[PickedInGroup, ...] = ()
    already: int = 0
    """Of a look again: how many of those who fit are on the list already."""
    changed: Mapping[ReviewChange, int] = field(default_factory=dict, hash=False)
    """Of a look again: what is another with those on the list."""

    @property
    def members(self) -> int:
        """How many members were looked at; bots are counted as members nowhere."""
        return self.looked_at - self.left_out.get(ReviewLeftOut.BOT, 0)


@dataclass(frozen=True, slots=True)
class LeftOutMember:
    """A member whom a review leaves out for a reason, as of now."""

    membership_id: int
    group_id: int
    name: str
    group_name: str
    joined_at: str
    last_active: str


@dataclass(frozen=True, slots=True)
class ReviewDone:
    """What an act on a review did: how many members it was about, how many it left alone."""

    receipt: Receipt
    members: int
    left: int = 0


@dataclass(frozen=True, slots=True)
class ReviewProgress:
    """How far a review is."""

    members: int
    stages: Mapping[ReviewStage, int] = field(hash=False)
    choices: Mapping[ReviewChoice, int] = field(hash=False)
    send_today: int = 0
    """Messages whose day has come."""
    next_day: str = ""
    """Where none has: the next local day for which messages are planned, and how many they are."""
    send_next: int = 0
    changes: Mapping[ReviewChange, int] = field(default_factory=dict, hash=False)
    changed: int = 0
    """With how many members anything is another than when they were picked."""

    @property
    def settled(self) -> int:
        """How many nothing more is to be done about."""
        return sum(self.stages.get(stage, 0) for stage in SETTLED)


@dataclass(frozen=True, slots=True)
class ReviewEntryRecord:
    """That a review was started, rests, goes on, looked again, is over; or a note."""

    id: int
    kind: ReviewEntryKind
    at: str
    operator: str
    text: str = ""
    picked: PickPreview | None = None
    """What a look at the groups gave, where it was one."""
    stages: Mapping[ReviewStage, int] = field(default_factory=dict, hash=False)
    """Where all stood when it was over."""
    members: int = 0
    """How many were put on it by hand."""


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """A review with its groups and how far it is."""

    id: int
    name: str
    note: str
    criteria: ReviewCriteria
    plan: ReviewPlan
    state: ReviewState
    operator: str
    created_at: str
    groups: tuple[tuple[int, str], ...]
    """Ids and names as they are now."""
    progress: ReviewProgress
    finished_at: str = ""
    finished_by: str = ""
    seen: int = 0
    """The last decision in it; whoever decides says which one they knew of."""
    list_at: str = ""
    """When the oldest of the groups' last lists was read: what "now" means in it. Of one review."""


@dataclass(frozen=True, slots=True)
class ReviewDetail:
    """A review with what was picked at the start and all its entries, the oldest first."""

    review: ReviewRecord
    picked: PickPreview
    entries: tuple[ReviewEntryRecord, ...]


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """Which rows of a review a list shows; empty asks nothing."""

    stage: ReviewStage | None = None
    choice: ReviewChoice | None = None
    change: ReviewChange | None = None
    changed: bool = False
    """Only those with whom anything is another than when they were picked."""
    criterion: ReviewCriterion | None = None
    group_id: int | None = None
    send_by: str = ""
    """Messages to write by this local day, 2026-11-30."""
    snapshot_id: int = 0
    """Only those whom this list changed."""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRowRecord:
    """A member who was picked out: what was known then, what is so now, what was decided."""

    id: int
    review_id: int
    membership_id: int
    person_id: int
    group_id: int
    group_name: str
    name: str
    name_then: str
    why: tuple[ReviewCriterion, ...]
    picked_at: str
    stage: ReviewStage
    last_active: str
    last_active_then: str
    messages: int | None
    messages_then: int | None
    joined_at: str
    key_customer: bool
    protected: bool
    choice: ReviewChoice = ReviewChoice.UNDECIDED
    reason: str = ""
    decided_at: str = ""
    decided_by: str = ""
    send_on: str = ""
    """The local day for which a message is planned that is not written yet."""
    warning_id: int = 0
    message_state: WarningState | None = None
    sent_at: str = ""
    next_on: str = ""
    """The local day from which on the next step may be taken; empty before a message is sent."""
    next_step: ReviewChoice = ReviewChoice.REMIND
    """What the plan has next for this member."""
    reminded_at: str = ""
    noticed_at: str = ""
    """When a reminder and a last notice of this review were sent, if they were."""
    removal_id: int = 0
    removal_state: RemovalState | None = None
    changes: tuple[ReviewChange, ...] = ()


@dataclass(frozen=True, slots=True)
class DecideRequest:
    """A decision about members of a review, one or many; UNDECIDED takes the last one back.

    `close_cases` goes with KEEP: it closes the cases that hold nothing but reminders of this
    review, with the reason as their outcome.
    """

    operation: UUID
    review_id: int
    choice: ReviewChoice
    rows: tuple[int, ...]
    seen: int
    """The last decision that the person knew of: `ReviewRecord.seen`."""
    reason: str = ""
    close_cases: bool = False
    first_day: str = ""
    """Of messages: the local day on which to begin, a weekend too; moves those that are planned."""


@dataclass(frozen=True, slots=True)
class DecidedByOther:
    """What another operator decided about a member of a review; the last one holds."""

    row_id: int
    name: str
    operator: str
    choice: ReviewChoice


@dataclass(frozen=True, slots=True)
class ReviewNews:
    """What became of members of a review since a window was opened."""

    seen: int
    """The last decision by now: `ReviewRecord.seen`."""
    decided: tuple[DecidedByOther, ...]


@dataclass(frozen=True, slots=True)
class ReviewTouched:
    """A review that goes on and of whose members a list told something that matters to it."""

    review_id: int
    name: str
    members: int


@dataclass(frozen=True, slots=True)
class DecidePreview:
    """What a decision would do, before anything is written."""

    chosen: int
    members: int
    skipped: Mapping[ReviewSkipped, int] = field(hash=False)
    early: int = 0
    """For how many the step comes before its turn: that asks for a reason."""
    names: tuple[str, ...] = ()
    """The first ones of those it is about."""
    active_again: tuple[int, ...] = ()
    """The rows of those who have become active again since they were picked."""
    active_names: tuple[str, ...] = ()
    """The first ones of these."""
    unread: tuple[str, ...] = ()
    """The groups whose list was not read since a message was sent: who came back is not known."""
    days: tuple[tuple[str, int], ...] = ()
    """On which local days how many messages are to be written."""
    needs_reason: bool = False
    cases: int = 0
    """Of KEEP: how many open cases hold nothing but reminders of this review."""


@dataclass(frozen=True, slots=True)
class MessageTarget:
    """A member whom a reminder or last notice is to be written to, with what it can name."""

    row_id: int
    membership_id: int
    group_id: int
    name: str
    group_name: str
    language: str
    """That of the person, else of the group."""
    choice: ReviewChoice
    why: tuple[ReviewCriterion, ...]
    last_active: str
    joined_at: str
    answer_by: str
    """The last local day for an answer, if it is sent today; the next step follows after it."""


@dataclass(frozen=True, slots=True)
class ReviewMessage:
    """The message to one member."""

    row_id: int
    message: str
    language: Language
    template: str = ""


@dataclass(frozen=True, slots=True)
class MessagesRequest:
    """Reminders or last notices, recorded in one act.

    They were sent at the stored moment `sent_at`; without one they are prepared only.
    """

    operation: UUID
    review_id: int
    choice: ReviewChoice
    messages: tuple[ReviewMessage, ...]
    seen: int
    channel: Channel = Channel.PRIVATE
    channel_reason: str = ""
    sent_at: str = ""


@dataclass(frozen=True, slots=True)
class RemovalInput:
    """What the removal of several begins with: one ground, and as many as go in one act."""

    review_id: int
    ground: Ground
    membership_ids: tuple[int, ...]
    waiting: int = 0
    """How many more with this ground are left for the next act."""
    said: tuple[str, ...] = ()
    """The reasons that were written as the removals were decided on, each once."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """With what the window of a removal begins that was decided on in a review."""

    review_id: int
    ground: Ground
    reasons: Mapping[Language, str]
    """The reason, in each language that letters are written in."""
    comment: str = ""
    """Where they were decided on and why, for the operators."""
