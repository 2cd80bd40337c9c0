# SPDX-License-Identifier: MIT
"""What travels between services and window about members who want to leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.appeal_records import DeliveryRecord
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Channel, Language, MemberRole, MembershipState, Platform
from groupdesk.domain.exits import ANSWERS
from groupdesk.domain.leaving import OF_PERSON, Leaving
from groupdesk.domain.leaving_enums import (
    CustomerTold,
    ExitAdvice,
    ExitChip,
    ExitConcern,
    ExitEntryKind,
    ExitItem,
    ExitReason,
    ExitState,
)
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.step_records import StepTurn
from groupdesk.domain.talk_enums import TaskState


@dataclass(frozen=True, slots=True)
class ExitRequestInput:
    """A member who wants to leave, as they said it; in one group or in several at once.

    `membership_ids` are stays of one person. `asked_at` and `left_at` are stored moments,
    `left_at` says that they left already; `wish_on` is the local day they would like to leave on.
    """

    operation: UUID
    membership_ids: tuple[int, ...]
    asked_at: str
    channel: AppealChannel
    reason: ExitReason
    reason_text: str = ""
    """In their own words; asked for where the reason is another one."""
    wish_on: str = ""
    left_at: str = ""


@dataclass(frozen=True, slots=True)
class ExitAnswer:
    """What becomes of requests to leave; several of one person may be answered together.

    `until` is the local day through which they stay, `replacement_id` the entry of whoever takes
    over, in one of the groups; 0 where they are no member. `seen` is the last entry that the
    writer knew of, so that nobody answers over another's answer; None to ask for nothing newer.
    """

    operation: UUID
    exit_ids: tuple[int, ...]
    kind: ExitEntryKind
    text: str = ""
    until: str = ""
    replacement_name: str = ""
    replacement_id: int = 0
    letter: str = ""
    letter_language: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class ExitCorrection:
    """Why a member leaves, put right; `why` says how it came to be recorded otherwise."""

    operation: UUID
    exit_ids: tuple[int, ...]
    reason: ExitReason
    reason_text: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ExitLeft:
    """That a member left on the platform; `left_at` is a stored moment."""

    operation: UUID
    exit_ids: tuple[int, ...]
    left_at: str
    text: str = ""


class ExitChoice(NamedTuple):
    """One of the groups that a person may want to leave, as the window offers it.

    `exit_id` is a request that is there already; 0 where there is none.
    """

    membership_id: int
    group_id: int
    group_name: str
    platform: Platform
    member_name: str
    state: MembershipState
    ended_at: str
    exit_id: int
    only_owner: bool


class NamedStay(NamedTuple):
    """A member by name, to choose from or to lead to."""

    membership_id: int
    name: str
    nickname: str = ""
    leaving: bool = False
    """They want to leave themselves."""
    here: bool = True


class ExitEntryRecord(NamedTuple):
    """What somebody recorded about a request; `replacement_id` is 0 for who is no member."""

    id: int
    kind: ExitEntryKind
    at: str
    recorded_at: str
    operator: str
    text: str
    until: str
    replacement_name: str
    replacement_id: int
    letter: str
    letter_language: str
    reason: ExitReason | None = None
    """Of a correction: what holds since."""
    reason_text: str = ""
    snapshot_id: int = 0
    """The member list that no longer showed them; 0 where a person recorded it."""
    customers: tuple[int, ...] = ()
    """Of leaving: whom it concerned by then."""
    holds: bool = True
    """Not what was said of leaving and was taken back since."""


class ItemElsewhere(NamedTuple):
    """The same line on the checklist of another group of the same request."""

    exit_id: int
    group_name: str
    task_id: int
    done_at: str


@dataclass(frozen=True, slots=True)
class ExitItemRecord:
    """One line of the checklist; `code` has words unless the group wrote `texts` of its own.

    `task_id` is 0 for what is not ticked by hand: that they left, and the question whether
    messages still come, before they left.
    """

    code: str
    task_id: int
    texts: Mapping[Language, str]
    done_at: str
    done_by: str
    result: str
    due_on: str = ""
    turns: tuple[StepTurn, ...] = ()
    """All that was recorded about it, the newest last."""
    elsewhere: tuple[ItemElsewhere, ...] = ()

    @property
    def once(self) -> bool:
        """Whether it concerns the person, so that it is ticked for all groups of the request."""
        return bool(self.elsewhere) and self.code in OF_PERSON

    @property
    def key(self) -> object:
        """What is the same of a line on every checklist: its code, or the group's own words."""
        return tuple(sorted(self.texts.items())) if self.texts else self.code

    @property
    def state(self) -> TaskState | None:
        """What became of it; None while nothing did."""
        last = self.turns[-1].state if self.turns else None
        if self.done_at:
            return last or TaskState.DONE
        return last if last is TaskState.COULD_NOT else None


class ExitCustomer(NamedTuple):
    """A customer whom it concerns that somebody leaves, and whether they were told.

    `told` is None while nothing is recorded; `elsewhere` names the group of another request of the
    same act in which it was recorded.
    """

    membership_id: int
    person_id: int
    name: str
    nickname: str
    company: str
    language: str
    concerns: frozenset[ExitConcern]
    told: CustomerTold | None = None
    at: str = ""
    operator: str = ""
    contact: str = ""
    letter: str = ""
    note: str = ""
    elsewhere: str = ""
    gone: bool = False
    """They are no longer in the group themselves."""
    account_owner: str = ""
    """Who of ours looks after them now, by name."""

    @property
    def waits(self) -> bool:
        """Whether somebody still has to tell them."""
        return self.told in {None, CustomerTold.PREPARED} and not self.gone


class ToldCustomer(NamedTuple):
    """A customer, the letter to them as it was copied, and its language."""

    membership_id: int
    letter: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class TellCustomers:
    """What became of telling customers who looks after them from now on, the same for all.

    `contact` names whoever that is, `at` is a stored moment.
    """

    operation: UUID
    exit_id: int
    customers: tuple[ToldCustomer, ...]
    state: CustomerTold
    at: str
    contact: str = ""
    channel: Channel = Channel.PRIVATE
    note: str = ""


class ExitCase(NamedTuple):
    """A case about the member that is still open; leaving does not close it."""

    number: int
    rule_code: str
    rule_title: str
    opened_at: str
    owner: str


class ExitRemoval(NamedTuple):
    """A removal of the member that waits for approval, or holds and was not carried out."""

    id: int
    case_number: int
    state: RemovalState
    decided_at: str


class EarlierExit(NamedTuple):
    """Another request of the same person to leave, here or elsewhere."""

    id: int
    group_id: int
    group_name: str
    asked_at: str
    reason: ExitReason
    state: ExitState
    left_at: str
    together: bool
    """Recorded in the same act as the one in front."""
    seen: int = 0
    """The last entry there is."""


@dataclass(frozen=True, slots=True)
class ExitOutlook:
    """What whoever records a request to leave should know before: of one stay, as it is now."""

    cases: tuple[ExitCase, ...]
    removals: tuple[ExitRemoval, ...]
    earlier: tuple[EarlierExit, ...]
    customers: tuple[ExitCustomer, ...]
    only_owner: bool


@dataclass(frozen=True, slots=True)
class ExitRow:
    """One line of the list of requests to leave. Days are local."""

    id: int
    membership_id: int
    person_id: int
    group_id: int
    group_name: str
    platform: Platform
    member_name: str
    nickname: str
    role: MemberRole
    stay: MembershipState
    asked_at: str
    reason: ExitReason
    reason_text: str
    wish_on: str
    state: ExitState
    chip: ExitChip
    answer_by: str
    until: str
    """Through which day they stay, as last agreed; empty where no day was said."""
    replacement_name: str
    left_at: str
    items_done: int
    items: int
    customers_waiting: int
    customers: int
    check_on: str
    """When to ask whether messages still come; empty unless they left and it is not known."""
    letter: NoticeState | None
    """What became of the last letter; None while nothing is recorded."""
    has_letter: bool
    batch: str
    archived: bool
    back: bool = False
    """They left and came back since: nothing about having left is to be done any more."""

    @property
    def letter_waits(self) -> bool:
        """Whether a letter is written and nobody recorded that it reached the member."""
        return self.has_letter and self.letter not in {NoticeState.SENT, NoticeState.ACKNOWLEDGED}


@dataclass(frozen=True, slots=True)
class ExitRecord:
    """A request to leave with all that whoever answers it must see."""

    row: ExitRow
    operator: str
    recorded_at: str
    channel: AppealChannel
    first_reason: ExitReason
    """Why they want to leave as it was recorded first; the row has what holds now."""
    first_text: str
    language: Language
    """The language in which the member is written to."""
    way: Leaving
    """How the group leaves now; the checklist is that of the day of the request."""
    group_owner: str
    entries: tuple[ExitEntryRecord, ...]
    items: tuple[ExitItemRecord, ...]
    customers: tuple[ExitCustomer, ...]
    cases: tuple[ExitCase, ...]
    removals: tuple[ExitRemoval, ...]
    earlier: tuple[EarlierExit, ...]
    only_owner: bool
    """Nobody else owns the group: somebody has to be named before they leave."""
    owners: tuple[NamedStay, ...]
    """Who else owns the group by the register."""
    replacement: NamedStay | None
    """The entry of whoever takes over, while they are in the group."""
    choices: frozenset[ExitEntryKind]
    """What may be recorded about it now."""
    deliveries: tuple[DeliveryRecord, ...]
    advice: ExitAdvice
    """What to try next where messages still come."""
    tried: tuple[ExitAdvice, ...] = ()
    """What was advised already."""
    departure_id: int = 0
    """What says how the stay ended, to be corrected where they did not leave; 0 for none."""
    saved_at: str = ""
    """When the folder to pass on was last saved."""
    colleague: bool = False
    """They lead the group, work with this program or look after customers."""
    handed_over: bool = False
    operator_too: bool = False
    """Whoever reads this is the one who leaves."""

    @property
    def answer(self) -> ExitEntryRecord | None:
        """The answer that holds."""
        return next((one for one in reversed(self.entries) if one.kind in ANSWERS), None)

    @property
    def hands_over(self) -> bool:
        """Whether somebody has to take over from them."""
        codes = {item.code for item in self.items}
        return self.colleague or not codes.isdisjoint(
            {ExitItem.CONTACT_NAMED, ExitItem.CUSTOMERS_TOLD}
        )

    @property
    def seen(self) -> int:
        """The last entry there is, for an answer that follows."""
        return max((one.id for one in self.entries), default=0)
