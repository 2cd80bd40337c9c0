# SPDX-License-Identifier: MIT
"""What travels between services and window of handovers: sides, the book, what moves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from groupdesk.domain.handover_enums import (
    BookPart,
    HandoverChip,
    HandoverSide,
    HandoverState,
    Held,
    MoveKind,
)
from groupdesk.domain.leaving_enums import HandoverEntryKind


class Party(NamedTuple):
    """One side: an operator, a member by a stay of theirs, or only a name; 0 for none."""

    operator_id: int = 0
    membership_id: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class HandoverRequest:
    """A book to be opened: for a group, or with 0 for all that the giver looks after.

    `exit_id` is the request to leave that it belongs to; `back_of` the handover whose items are
    given back, 0 for none.
    """

    operation: UUID
    giver: Party
    taker: Party
    group_id: int = 0
    exit_id: int = 0
    back_of: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class EntryInput:
    """Something written into the book by hand, or struck out: `strikes` is the entry's id."""

    operation: UUID
    handover_id: int
    kind: HandoverEntryKind
    text: str
    strikes: int = 0


@dataclass(frozen=True, slots=True)
class SignRequest:
    """A side signs the book whose digest is `digest`: the one that was read.

    An operator signs with their own sign-in; `on_paper` says that a colleague saw the signature
    on paper. `unprinted` says what was signed where the book was never printed. `seen` is the last
    entry that was read, 0 where there was none.
    """

    operation: UUID
    handover_id: int
    side: HandoverSide
    digest: str
    at: str = ""
    on_paper: bool = False
    unprinted: str = ""
    seen: int | None = None


class MoveItem(NamedTuple):
    """One thing that goes from hand to hand; `held` says why it stays instead.

    `before` and `after` are who has it, as it is stored: an operator's id for cases and things to
    do, a name for groups and customers, a role for owners. `what` names it: a case's number, a
    kind of thing to do; `who` is the person it is about.
    """

    kind: MoveKind
    id: int
    what: str
    who: str
    group: str
    before: str
    after: str
    held: Held | None = None
    person_id: int = 0
    group_id: int = 0

    @property
    def key(self) -> tuple[MoveKind, int, int]:
        """What names it among all."""
        return (self.kind, self.id, self.group_id)


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """Hand these items over, as they were shown; all others stay.

    `override` says why although not both sides have signed.
    """

    operation: UUID
    handover_id: int
    items: tuple[MoveItem, ...]
    override: str = ""
    seen: int | None = None


class BookGroup(NamedTuple):
    """A group in the book; `owners` are its owners and admins by the member list."""

    id: int
    name: str
    platform: str
    purpose: str
    belongs: str
    owner_name: str
    owners: tuple[str, ...]
    members: int
    size_limit: int
    rules_version: int
    rules_published_at: str
    rules: tuple[str, ...]
    """The rules in force, one line each."""
    why: str = ""
    """Why the group is there, as it was last written down, beyond purpose and who belongs."""


class BookLine(NamedTuple):
    """One line of the book. What does not matter for its part is empty.

    `label` names by a code what kind it is or what comes next, `day` is a local day or a moment,
    `by` who looks after it or wrote it, `contact` how to reach the person.
    """

    key: str
    who: str = ""
    what: str = ""
    group: str = ""
    label: str = ""
    day: str = ""
    by: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """What the records say of a group, or of all that somebody looks after, at one moment."""

    groups: tuple[BookGroup, ...] = ()
    parts: Mapping[BookPart, tuple[BookLine, ...]] = field(default_factory=dict)

    def lines(self, part: BookPart) -> tuple[BookLine, ...]:
        """Return the lines of a part."""
        return self.parts.get(part, ())


class BookChange(NamedTuple):
    """How a part differs from what was signed; None stands for the groups themselves."""

    part: BookPart | None
    new: int
    gone: int
    other: int


class Signature(NamedTuple):
    """A side's signature; `current` says that the book still reads as it was signed.

    It does not count where the other side signed something else since.
    """

    side: HandoverSide
    name: str
    at: str
    operator: str
    on_paper: bool
    digest: str
    current: bool
    counts: bool = True
    unprinted: str = ""
    """What was signed on paper although the book had never been printed."""


class HandoverEntryRecord(NamedTuple):
    """One entry; `struck` is why it was struck out, by whom."""

    id: int
    kind: HandoverEntryKind
    at: str
    operator: str
    text: str
    struck: str = ""
    struck_by: str = ""


class HandoverRow(NamedTuple):
    """A handover as a list shows it. A side has signed where its signature counts."""

    id: int
    group_id: int
    group_name: str
    giver: Party
    taker: Party
    opened_at: str
    opened_by: str
    state: HandoverState
    giver_signed: bool
    taker_signed: bool
    exit_id: int
    back_of: int
    archived: bool
    note: str
    ended_at: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing can be done about it any more."""
        return self.state in {HandoverState.MOVED, HandoverState.CALLED_OFF}

    @property
    def chip(self) -> HandoverChip:
        """Which chip shows it."""
        if self.over:
            return HandoverChip.OVER
        signed = self.state is HandoverState.SIGNED
        return HandoverChip.SIGNED if signed else HandoverChip.OPEN


@dataclass(frozen=True, slots=True)
class HandoverRecord:
    """A handover with its book.

    `book` is what the records say now, `signed` the one that was signed last, None before.
    `moves` is what would go, or of one that is over what went. `last` is the last entry, for
    `seen`. `giver_only_owner` are groups that have no other owner. `taker_gone` says that whoever
    takes over works here no longer, or has left.
    """

    row: HandoverRow
    book: Book
    digest: str
    entries: tuple[HandoverEntryRecord, ...]
    signatures: tuple[Signature, ...]
    changes: tuple[BookChange, ...]
    moves: tuple[MoveItem, ...]
    last: int
    signed: Book | None = None
    giver_only_owner: tuple[str, ...] = ()
    taker_gone: bool = False
    override: str = ""
    printed: str = ""
    """When the book was printed last with everything in it, "" for never."""
    handed_back: int = 0
    """The handover that gives these items back, 0 while there is none."""
    unsure: frozenset[tuple[MoveKind, int, int]] = frozenset()
    """The keys of what may be somebody else's of the giver's name: it is known by a name only."""

    def signature(self, side: HandoverSide) -> Signature | None:
        """Return the signature of a side, None while there is none."""
        return next((one for one in self.signatures if one.side is side), None)


class HandoverFilter(NamedTuple):
    """Which handovers a list shows; `text` is looked for in the names of sides and group."""

    group_id: int | None = None
    chip: HandoverChip | None = None
    text: str = ""


class HandoverCounts(NamedTuple):
    """How many handovers each chip shows."""

    all: int
    chips: Mapping[HandoverChip, int]
