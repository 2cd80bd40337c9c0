# SPDX-License-Identifier: MIT
"""The stage on which the sample's year is played: desks, a moving clock, events in their order."""

import random
import tomllib
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from groupdesk.domain.case_enums import CaseState
from groupdesk.domain.clock import Clock
from groupdesk.domain.enums import EvidenceSource
from groupdesk.domain.records import EvidenceRecord, MemberFilter, RulebookRecord
from groupdesk.paths import resource
from groupdesk.services.desk import Desk
from groupdesk.services.evidence_store import StoredEvidence
from groupdesk.services.sample.people import Cast

DRAWN = "20261121"
"""What all draws begin with: whoever makes a sample, on whatever day, meets the same people."""


class MovingClock:
    """A clock that stands still until it is put forward."""

    def __init__(self, start: datetime) -> None:
        """Begin at `start`, aware."""
        self.now = start

    def __call__(self) -> datetime:
        """Return the moment at which the clock stands."""
        return self.now


@dataclass
class Picture:
    """A screenshot that was stored, waiting for the act that shows it."""

    stored: StoredEvidence
    caption: str


@dataclass
class Stage:
    """What the acts of the sample need."""

    desks: dict[str, Desk]
    clock: MovingClock
    today: datetime
    rng: random.Random
    groups: dict[str, Mapping[str, Any]]
    casts: dict[str, Cast] = field(default_factory=dict)
    group_ids: dict[str, int] = field(default_factory=dict)
    members: dict[tuple[str, str], int] = field(default_factory=dict)
    books: dict[str, RulebookRecord | None] = field(default_factory=dict)
    """The rules in force, read once for each version."""
    events: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)

    @property
    def owner(self) -> Desk:
        """The desk of the one who owns the workspace."""
        return next(iter(self.desks.values()))

    def at(self, ago: float, hour: float) -> datetime:
        """Return the moment at `hour` o'clock, `ago` days before today."""
        return self.today - timedelta(days=ago) + timedelta(hours=hour)

    def add(self, moment: datetime, act: Callable[[], None]) -> None:
        """Put an act on the programme; what would lie after yesterday is left out."""
        if moment < self.today:
            self.events.append((moment, len(self.events), act))

    def play(self) -> None:
        """Carry all acts out, each at its moment."""
        for moment, _number, act in sorted(self.events, key=lambda event: event[:2]):
            self.clock.now = moment
            act()

    def operation(self) -> uuid.UUID:
        """Return the next operation's UUID, the same in each sample."""
        return seeded_uuid(self.rng)

    def book(self, key: str) -> RulebookRecord | None:
        """Return the rules of a group that are in force."""
        if key not in self.books:
            self.books[key] = self.owner.rules.current(self.group_ids[key])
        return self.books[key]

    def know_members(self, key: str) -> None:
        """Learn the memberships of a group's members, after a list was taken in."""
        desk = self.owner
        ids = desk.members.ids(MemberFilter(self.group_ids[key]))
        for row in desk.members.rows(list(ids)):
            self.members[key, row.name] = row.id

    def take(self, picture: Picture) -> EvidenceRecord:
        """Give a stored picture its row, at this moment."""
        return self.owner.evidence.register([picture.stored], EvidenceSource.SAMPLE)[0]

    def case_number(self, key: str, name: str, rule: str) -> int:
        """Return the number of the open case of a member for a rule."""
        rows = self.owner.cases.rows(membership_id=self.members[key, name], state=CaseState.OPEN)
        return next(row.number for row in rows if row.rule_code == rule)


def seeded_uuid(rng: random.Random) -> uuid.UUID:
    """Return a UUID that is the same for the same seed."""
    return uuid.UUID(int=rng.getrandbits(128), version=4)


def read(name: str) -> dict[str, Any]:
    """Return one of the sample's data files."""
    return tomllib.loads(resource("sample", f"{name}.toml").read_text(encoding="utf-8"))


def midnight(clock: Clock) -> datetime:
    """Return the beginning of today in the clock's zone."""
    return clock().replace(hour=0, minute=0, second=0, microsecond=0)
