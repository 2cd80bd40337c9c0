# SPDX-License-Identifier: MIT
"""What travels between services and window about appeals."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.appeal_enums import AppealChannel, AppealState, FirstPart, HeardBy
from groupdesk.domain.decision_enums import AppealEntryKind, AppealOutcome, NoticeState
from groupdesk.domain.enums import Language, Platform, StepKind, SubjectKind, Term
from groupdesk.domain.records import EvidenceRecord


class Answer(NamedTuple):
    """One of the group's own questions, with what the member said to it; it may be empty."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class AppealTarget:
    """The removal or the message that a member objects to, and what the group says of appeals.

    `decided_at` is when it was decided or, for a message, sent; `heard_on` the local day on which
    the member heard of it, as far as the records say.
    """

    kind: SubjectKind
    id: int
    case_number: int
    membership_id: int
    person_id: int
    group_id: int
    group_name: str
    platform: Platform
    member_name: str
    language: Language
    """The language in which the member is written to."""
    decided_at: str
    decided_by: str
    first: Mapping[int, FirstPart]
    """Who took part in the first decision, by the operator's number."""
    approved_by: str
    heard_on: str
    heard_by: HeardBy
    earliest: str
    """Nobody can have objected before this moment."""
    last_day: str
    """The last local day on which one may object; empty where there is no such day."""
    appeal_days: int
    """How many days one has: those of the group's process when it was decided; 0 for any time."""
    answer_days: int
    questions: Mapping[Language, tuple[str, ...]]
    step_kind: StepKind | None = None
    position: int = 0
    number: int = 0
    """Which warning it is, where the ladder has several."""
    term: Term | None = None
    until: str = ""
    carried_out: bool = False
    """The member of a removal is out of the group."""
    refusal: str = ""
    """The code of the error that says why nobody can object to it now; empty where one can."""
    open_appeal: int = 0
    decided_appeals: int = 0
    """How often an appeal against it was decided before."""


@dataclass(frozen=True, slots=True)
class AppealRequest:
    """An objection to be recorded. `late_reason` says why it is heard although it came late.

    `again_reason` says why it is heard although an appeal was decided before.
    """

    operation: UUID
    target_kind: SubjectKind
    target_id: int
    received_at: str
    channel: AppealChannel
    statement: str
    answers: tuple[Answer, ...] = ()
    evidence: tuple[EvidenceUse, ...] = ()
    late_reason: str = ""
    again_reason: str = ""


@dataclass(frozen=True, slots=True)
class EntryRequest:
    """Something to be added to an open appeal: a question, an answer, a note, a withdrawal.

    `evidence` is linked to the appeal, after what is there already.
    """

    operation: UUID
    appeal_id: int
    kind: AppealEntryKind
    text: str
    at: str
    evidence: tuple[EvidenceUse, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionRequest:
    """How an appeal ends. `term` and `until` are those in force from now on, for a reduction."""

    operation: UUID
    appeal_id: int
    outcome: AppealOutcome
    reason: str
    override_reason: str = ""
    letter: str = ""
    letter_language: str = ""
    term: Term | None = None
    until: str = ""
    seen: int | None = None
    """The `version` of the appeal that whoever decides has read; None asks for none."""
    lift_block: bool = False
    """A block that was made for this case is lifted as well; only together with the decision."""


class AppealEntryRecord(NamedTuple):
    """What was said about an appeal before it was decided."""

    id: int
    kind: AppealEntryKind
    at: str
    operator: str
    text: str


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """How an appeal ended, by whom and why; `term` and `until` are those of a reduction."""

    outcome: AppealOutcome
    at: str
    operator: str
    reason: str
    override_reason: str
    letter: str
    letter_language: str
    term: Term | None = None
    until: str = ""


class DeliveryRecord(NamedTuple):
    """What became of the letter; the last one holds."""

    state: NoticeState
    at: str
    operator: str
    channel: str
    note: str


@dataclass(frozen=True, slots=True)
class AppealRow:
    """One line of the list of appeals."""

    id: int
    target_kind: SubjectKind
    target_id: int
    case_number: int
    membership_id: int
    group_id: int
    group_name: str
    member_name: str
    received_at: str
    answer_by: str
    state: AppealState
    decided_at: str
    decider: str
    letter: NoticeState | None
    """What became of the decision letter; None while nothing is recorded."""
    has_letter: bool
    step_kind: StepKind | None = None
    nickname: str = ""


@dataclass(frozen=True, slots=True)
class AppealRecord:
    """An appeal with all that whoever decides about it must see, and what a letter names."""

    row: AppealRow
    target: AppealTarget
    operator: str
    recorded_at: str
    channel: AppealChannel
    statement: str
    answers: tuple[Answer, ...]
    late_reason: str
    again_reason: str
    days_late: int
    evidence: tuple[EvidenceRecord, ...]
    entries: tuple[AppealEntryRecord, ...]
    decision: DecisionRecord | None
    deliveries: tuple[DeliveryRecord, ...]
    outcomes: tuple[AppealOutcome, ...]
    """What an open appeal can still end with."""
    own_part: FirstPart | None
    """What the operator at the desk had to do with the first decision."""
    block_reason: str = ""
    """Why the person was put on the blocklist for this case; empty where that holds no more."""
    lifted_meanwhile: bool = False
    """What it is about was lifted while the appeal was open."""

    @property
    def version(self) -> int:
        """The last of its entries, 0 for none: another one once something was added."""
        return max((entry.id for entry in self.entries), default=0)


class AppealFilter(NamedTuple):
    """Which appeals a list shows. `undelivered` asks for letters that nobody recorded as sent."""

    group_id: int | None = None
    state: AppealState | None = None
    overdue: bool = False
    undelivered: bool = False
    decided: bool = False
    text: str = ""


class AppealCounts(NamedTuple):
    """How many appeals each chip would show."""

    all: int
    open: int
    overdue: int
    decided: int
    undelivered: int


@dataclass(frozen=True, slots=True)
class RejoinTask:
    """Somebody whose removal was lifted after it was carried out: they may come back."""

    id: int
    membership_id: int
    person_id: int
    group_id: int
    group_name: str
    platform: Platform
    member_name: str
    since: str
    case_number: int
