# SPDX-License-Identifier: MIT
"""The ladder of a group, and where a member stands on it.

A position is 0 for good standing and n for the ladder's n-th step. A reminder is a step, so
that the next breach leads to a warning, but it is informal and is no warning.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from groupdesk.domain.enums import Severity, StepKind

MAX_COUNTS_DAYS = 36_500
"""A hundred years; what counts for longer was written by nobody of ours."""


class LadderStep(NamedTuple):
    """One step: what it is, for how many days it counts, after how many breaches the next comes."""

    kind: StepKind
    counts_days: int
    breaches: int = 1


class Ladder(NamedTuple):
    """The steps in order, and the position at which a rule of each severity starts."""

    steps: tuple[LadderStep, ...]
    starts: Mapping[Severity, int]

    def number(self, position: int) -> int:
        """Return which of the steps of its kind a position is: 2 for the second warning."""
        kind = self.steps[position - 1].kind
        return sum(step.kind is kind for step in self.steps[:position])

    def repeats(self, kind: StepKind) -> bool:
        """Say whether the ladder has several steps of this kind, which are then numbered."""
        return sum(step.kind is kind for step in self.steps) > 1

    def positions(self, *kinds: StepKind) -> tuple[int, ...]:
        """Return the positions of the steps of these kinds."""
        return tuple(n for n, step in enumerate(self.steps, 1) if step.kind in kinds)

    def to_json(self) -> str:
        """Return the ladder as it is stored."""
        return json.dumps(
            {
                "steps": [[s.kind.value, s.counts_days, s.breaches] for s in self.steps],
                "starts": {severity.value: n for severity, n in self.starts.items()},
            },
            sort_keys=True,
        )

    @classmethod
    def from_json(cls, text: str) -> "Ladder":
        """Read a stored ladder. Raises ValueError, KeyError, TypeError… for anything else."""
        stored = json.loads(text)
        steps = tuple(LadderStep(StepKind(k), int(d), int(b)) for k, d, b in stored["steps"])
        starts = {severity: int(stored["starts"][severity.value]) for severity in Severity}
        if not all(0 <= s.counts_days <= MAX_COUNTS_DAYS and s.breaches > 0 for s in steps):
            raise ValueError("no steps of a ladder")
        if not all(0 < start <= len(steps) for start in starts.values()):
            raise ValueError("a severity starts outside the ladder")
        return cls(steps, starts)


DEFAULT_LADDER = Ladder(
    (
        LadderStep(StepKind.REMINDER, 30),
        LadderStep(StepKind.WARNING, 90),
        LadderStep(StepKind.WARNING, 90),
        LadderStep(StepKind.FINAL_WARNING, 180),
        LadderStep(StepKind.REMOVAL, 0),
    ),
    {Severity.MINOR: 1, Severity.SERIOUS: 2, Severity.ZERO_TOLERANCE: 5},
)


class LadderAct(NamedTuple):
    """A message that was sent: its step, and from when until when it counts."""

    position: int
    sent_at: datetime
    counts_until: datetime
    reversed_at: datetime | None = None

    def counts(self, now: datetime) -> bool:
        """Say whether the act counts at `now`."""
        lifted = self.reversed_at is not None and self.reversed_at <= now
        return self.sent_at <= now < self.counts_until and not lifted


class Standing(NamedTuple):
    """Where a member stands: position, until when, how many acts hold it, when to look again."""

    position: int = 0
    until: datetime | None = None
    breaches: int = 0
    next_change: datetime | None = None


def standing(acts: Iterable[LadderAct], now: datetime) -> Standing:
    """Work out the standing from what counts at `now`: the highest step that still counts."""
    known = list(acts)
    counting = [act for act in known if act.counts(now)]
    changes = [act.counts_until for act in counting]
    changes += [act.sent_at for act in known if act.sent_at > now and act.reversed_at is None]
    next_change = min(changes, default=None)
    if not counting:
        return Standing(next_change=next_change)
    position = max(act.position for act in counting)
    top = [act for act in counting if act.position == position]
    return Standing(position, max(act.counts_until for act in top), len(top), next_change)


def proposed_step(ladder: Ladder, current: Standing, severity: Severity) -> int:
    """Return the position that the next breach of a rule of this severity leads to.

    It is at least where the severity starts, and one above today's step once that step's
    number of breaches is reached; it never goes past the last step.
    """
    last = len(ladder.steps)
    following = min(current.position, last)  # an act may stem from a ladder that was longer
    if following == 0 or current.breaches >= ladder.steps[following - 1].breaches:
        following += 1
    return min(max(following, ladder.starts[severity]), last)


def counts_until(ladder: Ladder, position: int, sent_at: datetime) -> datetime:
    """Return the clean-slate moment of a step taken at `sent_at`."""
    return sent_at + timedelta(days=ladder.steps[position - 1].counts_days)
