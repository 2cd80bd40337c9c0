# SPDX-License-Identifier: MIT
"""What travels between services and window about one person: entries, links, blocks, returns."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groupdesk.domain.decision_enums import BlockState
from groupdesk.domain.enums import MemberRole, MembershipState, Platform
from groupdesk.domain.group_size import Room
from groupdesk.domain.ladder import Ladder

if TYPE_CHECKING:
    from groupdesk.domain.leaving_enums import ExitReason


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """One entry of the register; a person may have several, each with its own contact data."""

    id: int
    name: str
    company: str
    phone: str
    email: str
    language: str
    tags: tuple[str, ...]
    note: str
    key_customer: bool
    protected: bool
    own_name: str = ""
    """What the entry itself says; `name` is what a group calls them now."""


@dataclass(frozen=True, slots=True)
class PersonAccount:
    """An account on a platform, and the entry that it belongs to."""

    entry_id: int
    platform: Platform
    external_id: str
    handle: str


@dataclass(frozen=True, slots=True)
class PersonStay:
    """A stay in a group, and where the person stands there."""

    membership_id: int
    entry_id: int
    group_id: int
    group_name: str
    name: str
    nickname: str
    role: MemberRole
    state: MembershipState
    joined_at: str
    ended_at: str
    ladder: Ladder
    standing: int
    standing_until: str
    waiting: int
    cases: int


@dataclass(frozen=True, slots=True)
class PersonLinkRecord:
    """That an entry was said to be the person of another one."""

    entry_id: int
    name: str
    same_as_name: str
    at: str
    operator: str
    reason: str


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """A line of the blocklist: blocked, or let go again."""

    person_id: int
    """The entry that stands for the person."""
    name: str
    state: BlockState
    at: str
    operator: str
    reason: str
    case_number: int = 0
    groups: int = 0
    """In how many groups the person is now."""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person over all entries, accounts and groups; the entry that stands comes first."""

    id: int
    name: str
    entries: tuple[PersonEntry, ...]
    accounts: tuple[PersonAccount, ...]
    stays: tuple[PersonStay, ...]
    links: tuple[PersonLinkRecord, ...]
    blocks: tuple[BlockRecord, ...]
    """What the blocklist said, newest first."""
    cases: int

    @property
    def also_known_as(self) -> tuple[str, ...]:
        """What groups and entries call the person beside `name`."""
        names = (
            *(entry.name for entry in self.entries),
            *(stay.name for stay in self.stays),
            *(entry.own_name for entry in self.entries),
        )
        return tuple(name for name in dict.fromkeys(names) if name not in {"", self.name})

    @property
    def blocked(self) -> BlockRecord | None:
        """The block that holds now."""
        last: dict[int, BlockRecord] = {}
        for block in reversed(self.blocks):
            last[block.person_id] = block
        held = [block for block in last.values() if block.state is BlockState.BLOCKED]
        return max(held, key=lambda block: block.at, default=None)

    @property
    def key_customer(self) -> bool:
        """Whether any entry says so."""
        return any(entry.key_customer for entry in self.entries)

    @property
    def protected(self) -> bool:
        """Whether any entry says so: nobody removes this person, whatever the account."""
        return any(entry.protected for entry in self.entries)


@dataclass(frozen=True, slots=True)
class LinkPreview:
    """Two persons side by side, before they are said to be one."""

    first: PersonRecord
    second: PersonRecord
    common_groups: tuple[str, ...]
    """Groups that both are in now, under two accounts."""


class PersonHit(NamedTuple):
    """Somebody found by name, id, phone or note, to be chosen."""

    person_id: int
    name: str
    about: str
    groups: int


class Likeness(StrEnum):
    """Why two entries may be one person; words under `likeness`."""

    SAME_ID = "same_id"
    EMAIL = "email"
    PHONE = "phone"
    NAME_COMPANY = "name_company"
    SAME_NAME = "same_name"
    PINYIN = "pinyin"
    NICKNAME = "nickname"


WEIGHTS = {
    Likeness.EMAIL: 60,
    Likeness.PHONE: 60,
    Likeness.SAME_ID: 50,
    Likeness.NAME_COMPANY: 40,
    Likeness.SAME_NAME: 20,
    Likeness.PINYIN: 15,
    Likeness.NICKNAME: 20,
}
"""How much each likeness says; the report shows the pairs with the largest sums first."""


@dataclass(frozen=True, slots=True)
class DuplicateSide:
    """One of the two of a pair, as much as is needed to tell them apart."""

    person_id: int
    name: str
    about: str
    """Company, phone, e-mail and accounts, as far as they are known."""
    groups: tuple[str, ...]
    membership_id: int
    group_id: int


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two entries that may be one person, and why."""

    first: DuplicateSide
    second: DuplicateSide
    why: tuple[tuple[Likeness, str], ...]
    """Each likeness with what is alike, the heaviest first."""
    score: int


@dataclass(frozen=True, slots=True)
class DuplicateReport:
    """The pairs with the largest scores, how many there are in all, and what was passed over."""

    pairs: tuple[DuplicatePair, ...]
    found: int
    too_common: int
    """Values that too many entries share to say anything: a company's switchboard, say."""


class Concern(StrEnum):
    """What somebody should know before a person is let in; words under `concern`."""

    BLOCKED = "blocked"
    REMOVED = "removed"
    REMOVED_ELSEWHERE = "removed_elsewhere"
    REMOVAL_LIFTED = "removal_lifted"
    REMOVAL_OVER = "removal_over"
    """Removed once; the day until which it held has passed."""
    LEFT = "left"
    IN_GROUP = "in_group"
    KNOWN = "known"


class Match(StrEnum):
    """By what somebody is known again; words under `match`."""

    SAME = "same"
    LINKED = "linked"
    ID = "id"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class JoinFinding:
    """One thing that the join check found about somebody."""

    concern: Concern
    match: Match
    person_id: int
    name: str
    at: str = ""
    group_name: str = ""
    reason: str = ""
    case_number: int = 0
    exit_reason: "ExitReason | None" = None
    """Of somebody who left: what they gave as the reason, with `reason` in their own words."""
    times: int = 0
    """Of somebody who left: how often they did."""

    @property
    def serious(self) -> bool:
        """Whether letting this person in wants a reason."""
        return self.concern in {Concern.BLOCKED, Concern.REMOVED}

    @property
    def may_be_same(self) -> bool:
        """Whether one is asked if this is the same person: a platform ID says so by itself."""
        return self.concern is not Concern.IN_GROUP and self.match is not Match.ID


@dataclass(frozen=True, slots=True)
class JoinCheck:
    """The group's own words on who belongs, its room with one more, and what is known."""

    purpose: str
    belongs: str
    members: int
    size_limit: int | None
    room: Room
    findings: tuple[JoinFinding, ...]

    @property
    def serious(self) -> bool:
        """Whether letting this person in wants a reason."""
        return any(finding.serious for finding in self.findings)


@dataclass(frozen=True, slots=True)
class JoinAnswer:
    """What was ticked of the check, to be recorded with the member."""

    fits_purpose: bool = False
    belongs: bool = False
    let_in_reason: str = ""
    """Why somebody who was blocked or removed is let in."""
    same_as: int = 0
    """The entry of the person that this one was said to be: the history goes on; 0 for nobody."""
    rejoin_id: int = 0
    """The request to come back by which they are taken in: a yes to it must still hold."""


@dataclass(frozen=True, slots=True)
class ReturnAlert:
    """Somebody who is in a group although they, or who they seem to be, were blocked or removed."""

    membership_id: int
    group_id: int
    group_name: str
    name: str
    since: str
    concern: Concern
    match: Match
    earlier_id: int
    earlier_name: str
    reason: str
    at: str
    to_remove: bool = False
    """It was decided to remove them, and that has not begun."""

    @property
    def is_back(self) -> bool:
        """Whether they came after it; who was blocked and never left is not back."""
        return self.concern is not Concern.BLOCKED or self.since > self.at
