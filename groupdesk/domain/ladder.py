# SPDX-License-Identifier: MIT
"""The ladder of a group, and where a member stands on it.

A position is 0 for good standing and n for the ladder's n-th step. A reminder is a step, so
that the next breach leads to a warning, but it is informal and is no warning. Standing is worked
out from what counts today, so a step acts when it is crossed, once: what lapsed or was pardoned
takes back its own act and nothing else.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from types import MappingProxyType
from typing import NamedTuple

from groupdesk.domain.enums import Severity, StepKind

MAX_COUNTS_DAYS = 36_500
"""A hundred years; what counts for longer was written by nobody of ours."""
MAX_BREACHES = 1_000
_TICK = timedelta(milliseconds=1)  # moments are stored to the millisecond
_DAY_ENDS = time(23, 59, 59, 999_000)

_ORDER = tuple(StepKind)  # from the mildest on


class Terms(NamedTuple):
    """How a step treats breaches of one severity.

    `days` is how long a message at this step counts. `breaches` is how many messages at this
    step there must be before the next breach leads on.
    """

    days: int
    breaches: int = 1


class LadderStep(NamedTuple):
    """One step: what it is, and its terms for each severity."""

    kind: StepKind
    terms: Mapping[Severity, Terms]

    @classmethod
    def alike(cls, kind: StepKind, days: int, breaches: int = 1) -> "LadderStep":
        """Return a step that treats all severities alike."""
        return cls(kind, dict.fromkeys(Severity, Terms(days, breaches)))

    def days(self, severity: Severity) -> int:
        """Return for how many days a message about a rule of this severity counts."""
        return self.terms[severity].days

    def breaches(self, severity: Severity) -> int:
        """Return how many messages at this step let a breach of this severity lead on."""
        return self.terms[severity].breaches


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

    def place(self, kind: StepKind, number: int) -> int:
        """Return where a message stands that was given on another ladder.

        It is the same step where this ladder has it, or the last one of its kind; else the last
        step that is milder. Nobody is moved up by a change of the ladder. 0 where all is graver.
        """
        same = self.positions(kind)
        if same:
            return same[min(number, len(same)) - 1]
        return max(self.positions(*_ORDER[: _ORDER.index(kind)]), default=0)

    def to_json(self) -> str:
        """Return the ladder as it is stored; a number stands for all severities alike."""
        return json.dumps(
            {
                "steps": [
                    [
                        step.kind.value,
                        _stored({s: step.days(s) for s in Severity}),
                        _stored({s: step.breaches(s) for s in Severity}),
                    ]
                    for step in self.steps
                ],
                "starts": {severity.value: n for severity, n in self.starts.items()},
            },
            sort_keys=True,
        )

    @classmethod
    def from_json(cls, text: str) -> "Ladder":
        """Read a stored ladder, which cannot be changed. Raises ValueError, KeyError and others."""
        stored = json.loads(text)
        steps = tuple(_step(*columns) for columns in stored["steps"])
        starts = {severity: _number(stored["starts"][severity.value]) for severity in Severity}
        if not all(0 < start <= len(steps) for start in starts.values()):
            raise ValueError("a severity starts outside the ladder")
        return cls(steps, MappingProxyType(starts))


def _stored(numbers: Mapping[Severity, int]) -> int | dict[str, int]:
    if len(set(numbers.values())) == 1:
        return numbers[Severity.MINOR]
    return {severity.value: number for severity, number in numbers.items()}


def _step(kind: object, days: object, breaches: object) -> LadderStep:
    counts, leads = _read(days), _read(breaches)
    if not all(0 <= counts[s] <= MAX_COUNTS_DAYS and 0 < leads[s] <= MAX_BREACHES for s in counts):
        raise ValueError("no step of a ladder")
    terms = {s: Terms(counts[s], leads[s]) for s in Severity}
    return LadderStep(StepKind(str(kind)), MappingProxyType(terms))


def _read(stored: object) -> dict[Severity, int]:
    if isinstance(stored, dict):
        return {severity: _number(stored[severity.value]) for severity in Severity}
    return dict.fromkeys(Severity, _number(stored))


def _number(stored: object) -> int:
    if type(stored) is not int:
        raise TypeError("no number of a ladder")
    return stored


DEFAULT_LADDER = Ladder(
    (
        LadderStep.alike(StepKind.REMINDER, 30),
        LadderStep.alike(StepKind.WARNING, 90),
        LadderStep.alike(StepKind.WARNING, 90),
        LadderStep.alike(StepKind.FINAL_WARNING, 180),
        LadderStep.alike(StepKind.REMOVAL, 0),
    ),
    {Severity.MINOR: 1, Severity.SERIOUS: 2, Severity.ZERO_TOLERANCE: 5},
)
"""Version 0 of each group's ladder: it is never changed, for old warnings were given on it."""


class LadderAct(NamedTuple):
    """A message that was sent: its step, and from when until when it counts.

    The position is the one on the ladder in force; at 0 it is remembered and leads nowhere. A
    pardoned act was right and counted until then; one that was lifted was never right.
    """

    position: int
    sent_at: datetime
    counts_until: datetime
    reversed_at: datetime | None = None
    pardoned: bool = False

    @property
    def ends_at(self) -> datetime:
        """When it counts no more: it lapses, or it is lifted or pardoned before that."""
        return min(self.counts_until, self.reversed_at or self.counts_until)

    def counts(self, now: datetime) -> bool:
        """Say whether the act counts at `now`."""
        return self.position > 0 and self.sent_at <= now < self.ends_at


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
    # a clock that was set back has what is sent, lifted or pardoned later
    moments = (moment for act in known for moment in (act.sent_at, act.ends_at) if moment > now)
    next_change = min(moments, default=None)
    if not counting:
        return Standing(next_change=next_change)
    position = max(act.position for act in counting)
    top = [act for act in counting if act.position == position]
    return Standing(position, max(act.counts_until for act in top), len(top), next_change)


def clean_since(acts: Iterable[LadderAct], now: datetime) -> datetime | None:
    """Return since when nothing counts any more; None where something does, or nothing ever did.

    What counted through a day leaves the slate clean from the next one on. What was lifted was
    never right, so nobody is clean since then.
    """
    known = [act for act in acts if act.position and act.sent_at <= now]
    if any(act.counts(now) for act in known):
        return None
    given = [act for act in known if act.reversed_at is None or act.pardoned]
    ends = (
        act.ends_at + _TICK if act.ends_at == act.counts_until else act.ends_at for act in given
    )
    return max(ends, default=None)


def proposed_step(ladder: Ladder, current: Standing, severity: Severity) -> int:
    """Return the position that the next breach of a rule of this severity leads to.

    It is at least where the severity starts, and one above today's step once there are as many
    messages at that step as the step asks for; it never goes past the last step.
    """
    last = len(ladder.steps)
    following = min(current.position, last)  # an act may stem from a ladder that was longer
    if following == 0 or current.breaches >= ladder.steps[following - 1].breaches(severity):
        following += 1
    return min(max(following, ladder.starts[severity]), last)


def counts_until(
    ladder: Ladder, position: int, sent_at: datetime, severity: Severity = Severity.MINOR
) -> datetime:
    """Return until when a step taken at `sent_at` counts for a rule of this severity."""
    return last_moment(sent_at, ladder.steps[position - 1].days(severity))


def last_moment(sent_at: datetime, days: int) -> datetime:
    """Return the end of the last day on which something counts that was sent at `sent_at`.

    It is the last moment of that day in the zone of `sent_at`, so its date is the day that
    messages name. What counts for no day at all counts until it was sent.
    """
    if not days:
        return sent_at
    return datetime.combine(sent_at.date() + timedelta(days=days), _DAY_ENDS, sent_at.tzinfo)
