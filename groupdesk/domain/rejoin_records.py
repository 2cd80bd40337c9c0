# SPDX-License-Identifier: MIT
"""What travels between services and window about people who want to come back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from groupdesk.domain.appeal_enums import AppealChannel, AppealState
from groupdesk.domain.appeal_records import DeliveryRecord
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import DepartureHow, Ground, Language, Platform, SubjectKind
from groupdesk.domain.exit_records import EarlierExit
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.leaving_enums import RejoinChip, RejoinEntryKind, RejoinState
from groupdesk.domain.person_records import JoinCheck, JoinFinding, Match
from groupdesk.domain.removal_states import RemovalState


class Newcomer(NamedTuple):
    """Somebody whom the register does not know: they asked to join, and were never here."""

    name: str
    external_id: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class RejoinRequestInput:
    """Somebody who wants to come back, as they said it; `asked_at` is a stored moment.

    `person_id` is any of their entries; 0 where nobody knows them, then `newcomer` says who.
    """

    operation: UUID
    group_id: int
    asked_at: str
    channel: AppealChannel
    person_id: int = 0
    newcomer: Newcomer | None = None
    reason: str = ""
    """Why, in their own words."""


@dataclass(frozen=True, slots=True)
class RejoinAnswer:
    """What becomes of a request: approved, later, declined, withdrawn, or a note.

    `until` is the local day before which it is not looked at again. `seen` is the last entry that
    the writer knew of, so that nobody answers over another's answer.
    """

    operation: UUID
    rejoin_id: int
    kind: RejoinEntryKind
    text: str = ""
    until: str = ""
    trial_days: int = 0
    override_reason: str = ""
    letter: str = ""
    letter_language: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class TrialOutcome:
    """How a trial goes on or ends, and the letter that says so to whoever came back.

    `until` is its new last day where it goes on.
    """

    operation: UUID
    rejoin_id: int
    kind: RejoinEntryKind
    text: str = ""
    until: str = ""
    letter: str = ""
    letter_language: str = ""
    seen: int | None = None


class RejoinEntryRecord(NamedTuple):
    """What somebody recorded about a request; `operator` is empty for what a list showed."""

    id: int
    kind: RejoinEntryKind
    at: str
    recorded_at: str
    operator: str
    text: str
    until: str
    trial_days: int
    override_reason: str
    letter: str
    letter_language: str
    membership_id: int
    snapshot_id: int
    holds: bool = True
    """Not what a list showed that was taken back since."""
    to_read: bool = False
    """A yes against what holds, of somebody who may not lift it: others should read why."""


class EarlierStay(NamedTuple):
    """A stay of theirs in the group; `how` is how it ended, as far as it is known."""

    membership_id: int
    name: str
    joined_at: str
    ended_at: str
    how: str
    active: bool = False


class EarlierRemoval(NamedTuple):
    """A removal of theirs from this group, whatever became of it."""

    id: int
    case_number: int
    decided_at: str
    ground: Ground
    state: RemovalState
    until: str
    group_name: str


class EarlierAppeal(NamedTuple):
    """An objection of theirs to what was decided in the group."""

    id: int
    case_number: int
    received_at: str
    target_kind: SubjectKind
    state: AppealState


class EarlierRejoin(NamedTuple):
    """Another request of theirs to come back to this group."""

    id: int
    asked_at: str
    state: RejoinState
    text: str
    """Why it was answered so."""


@dataclass(frozen=True, slots=True)
class RejoinKnown:
    """What is known of somebody who wants to come back, before it is answered."""

    person_id: int
    group_id: int
    group_name: str
    check: JoinCheck
    stays: tuple[EarlierStay, ...]
    """In this group, the last one first; empty for somebody who was never here."""
    exits: tuple[EarlierExit, ...]
    removals: tuple[EarlierRemoval, ...]
    appeals: tuple[EarlierAppeal, ...]
    rejoins: tuple[EarlierRejoin, ...]
    open_cases: tuple[int, ...]
    breaches: int
    """How many still count in this group."""
    breaches_until: str
    ladder: Ladder
    standing: int
    """The step of the ladder at which they stand, 0 for none."""
    cooled_on: str
    """Until which day one usually waits in this group; empty where that has passed."""
    trial_days: int
    """How long a trial usually is in this group."""
    own: bool = False
    """It is the operator at the desk who asks."""
    needs_approver: int = 0
    """The case of a removal that two decided, so that the operator at the desk, who may approve
    none, cannot say yes; 0 where they can."""
    here: bool = False
    """They are in the group by now."""

    @property
    def usual_trial(self) -> int:
        """How long a trial usually is for them: none for who left in good standing by own wish."""
        last = next((one for one in self.stays if not one.active), None)
        well = last is not None and last.how == DepartureHow.OWN_WISH.value
        return (
            0 if well and not (self.held or self.breaches or self.open_cases) else self.trial_days
        )

    @property
    def members(self) -> int:
        """How many the group has with this person, who is counted once."""
        return self.check.members + (not self.here)

    @property
    def held(self) -> tuple[JoinFinding, ...]:
        """The blocks and removals that hold; somebody of the same name is only said."""
        return tuple(
            one for one in self.check.findings if one.serious and one.match is not Match.NAME
        )

    @property
    def needs_override(self) -> bool:
        """Whether to let them back in asks for a reason of its own."""
        return bool(self.held) or self.own


@dataclass(frozen=True, slots=True)
class RejoinRow:
    """One line of the list of requests to come back. Days are local."""

    id: int
    person_id: int
    membership_id: int
    """Their new stay once they are back, else their last one; 0 where they were never here."""
    group_id: int
    group_name: str
    platform: Platform
    name: str
    asked_at: str
    reason: str
    state: RejoinState
    chip: RejoinChip
    answer_by: str
    until: str
    """Not before this day, or the last day of the trial."""
    has_letter: bool
    letter: NoticeState | None
    archived: bool

    @property
    def letter_waits(self) -> bool:
        """Whether a letter is written and nobody recorded that it reached them."""
        return self.has_letter and self.letter not in {NoticeState.SENT, NoticeState.ACKNOWLEDGED}


class TrialFacts(NamedTuple):
    """What happened since somebody came back."""

    since: str
    messages: int | None
    """How many they wrote by the last list; None where no list says so."""
    last_active: str
    warnings: int
    talks: int
    open_cases: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RejoinRecord:
    """A request to come back with all that whoever answers it must see."""

    row: RejoinRow
    operator: str
    recorded_at: str
    channel: AppealChannel
    language: Language
    known: RejoinKnown
    entries: tuple[RejoinEntryRecord, ...]
    choices: frozenset[RejoinEntryKind]
    deliveries: tuple[DeliveryRecord, ...]
    here: int
    """Their stay in the group now, 0 where they are not in it."""
    trial: TrialFacts | None
    """While a trial runs."""

    @property
    def answer(self) -> RejoinEntryRecord | None:
        """The answer that holds."""
        kinds = {
            RejoinEntryKind.APPROVED,
            RejoinEntryKind.LATER,
            RejoinEntryKind.DECLINED,
            RejoinEntryKind.WITHDRAWN,
        }
        return next((one for one in reversed(self.entries) if one.kind in kinds), None)

    @property
    def letter(self) -> RejoinEntryRecord | None:
        """The letter that was written last."""
        return next((one for one in reversed(self.entries) if one.letter), None)

    @property
    def seen(self) -> int:
        """The last entry there is, for an answer that follows."""
        return max((one.id for one in self.entries), default=0)


class RejoinFilter(NamedTuple):
    """Which requests a list shows."""

    group_id: int | None = None
    chip: RejoinChip | None = None
    text: str = ""


class RejoinCounts(NamedTuple):
    """How many requests each chip would show; None stands for all."""

    chips: Mapping[RejoinChip | None, int]
