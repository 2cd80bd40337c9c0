# SPDX-License-Identifier: MIT
"""Who was told of which version of the rules, as it travels between services and window."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from groupdesk.domain.case_enums import ToldState
from groupdesk.domain.enums import Channel
from groupdesk.domain.records import Receipt

_BETWEEN = re.compile(r"[\n\r\t,;，；、]+")


class ToldWhich(StrEnum):
    """Which members a list shows."""

    ALL = "all"
    UNTOLD = "untold"
    JOINED_SINCE = "joined_since"
    TOLD = "told"
    ACKNOWLEDGED = "acknowledged"


class ToldMember(NamedTuple):
    """A member of today and what is known of them and one version; "" is nothing."""

    membership_id: int
    name: str
    language: str
    joined_at: str
    state: ToldState | None
    at: str
    channel: Channel | None
    operator: str
    joined_since: bool
    """Whether they came after the version was told to the others, or published if it was not."""

    @property
    def knows(self) -> bool:
        """Say whether they were told or acknowledged, and nobody took it back."""
        return self.state in {ToldState.TOLD, ToldState.ACKNOWLEDGED}


def by_which(members: Iterable[ToldMember]) -> dict[ToldWhich, list[ToldMember]]:
    """Return the members of each list, in their order; whoever acknowledged was told, too."""
    lists: dict[ToldWhich, list[ToldMember]] = {which: [] for which in ToldWhich}
    for member in members:
        lists[ToldWhich.ALL].append(member)
        if member.knows:
            lists[ToldWhich.TOLD].append(member)
            if member.state is ToldState.ACKNOWLEDGED:
                lists[ToldWhich.ACKNOWLEDGED].append(member)
        else:
            lists[ToldWhich.UNTOLD].append(member)
            if member.joined_since:
                lists[ToldWhich.JOINED_SINCE].append(member)
    return lists


class VersionOf(NamedTuple):
    """Which version a rulebook is."""

    rulebook_id: int
    version: int


class VersionTold(NamedTuple):
    """What is known of a version and the members of today, bots aside."""

    rulebook_id: int
    version: int
    published_at: str
    members: int
    told: int
    acknowledged: int
    joined_since: int

    @property
    def untold(self) -> int:
        """How many were not told, those who joined since included."""
        return self.members - self.told


class Unannounced(NamedTuple):
    """A version in force that nobody was told of yet."""

    group_id: int
    group_name: str
    rulebook_id: int
    version: int
    published_at: str


@dataclass(frozen=True, slots=True)
class RulesKnown:
    """The newest version that a member was told of, or acknowledged, and when."""

    version: int
    at: str
    acknowledged: bool


@dataclass(frozen=True, slots=True)
class TellRequest:
    """Record that members were told, or that they acknowledged; `at` is a stored moment.

    `template` is that of the announcement, where it is known.
    """

    operation: UUID
    rulebook_id: int
    ids: tuple[int, ...]
    at: str
    channel: Channel
    template: str = ""


class TellDone(NamedTuple):
    """What was recorded: how many, and how many were left out since nothing was to record."""

    receipt: Receipt
    members: int
    left_out: int


@dataclass(frozen=True, slots=True)
class NamesFound:
    """What a pasted list of names or ids meant: members, and what is nobody or several."""

    ids: tuple[int, ...]
    unknown: tuple[str, ...]
    several: tuple[str, ...]


def find_names(text: str, people: Mapping[int, Sequence[str]]) -> NamesFound:
    """Return whom a pasted text names, one name or id for each line or between commas.

    `people` has the names and ids of each member. Case, width and blanks make no difference; a
    name with a comma in it is found on a line of its own.
    """
    known: dict[str, set[int]] = {}
    for ident, names in people.items():
        for name in names:
            if key := _key(name):
                known.setdefault(key, set()).add(ident)
    ids: dict[int, None] = {}
    unknown: dict[str, None] = {}
    several: dict[str, None] = {}
    for line in text.splitlines():
        whole = known.get(_key(line))
        for name in [line] if whole else _BETWEEN.split(line):
            said = name.strip().lstrip("@").strip()
            found = known.get(_key(said), set())
            if len(found) == 1:
                ids[next(iter(found))] = None
            elif said:
                (several if found else unknown)[said] = None
    return NamesFound(tuple(ids), tuple(unknown), tuple(several))


def _key(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(folded.split()).lstrip("@")
