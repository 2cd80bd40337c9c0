# SPDX-License-Identifier: MIT
"""What a ladder would lead to for a history that was made up, worked out as for real members."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import (
    Ladder,
    LadderAct,
    Standing,
    counts_until,
    proposed_step,
    standing,
)


@dataclass(frozen=True, slots=True)
class TriedBreach:
    """A made-up breach; with `pardoned` its message was pardoned the same day.

    A removal cannot be pardoned: there it says nothing.
    """

    severity: Severity
    day: date
    pardoned: bool = False


@dataclass(frozen=True, slots=True)
class TriedStep:
    """What a made-up breach leads to.

    `before` is where the member stood that day, `lapsed` are the rows whose messages had lapsed
    by then, `counts_until` is None for a removal and for what was pardoned. `removed` says that
    an earlier row had led to removal already, so this one would not have come.
    """

    position: int
    before: Standing
    lapsed: tuple[int, ...] = ()
    counts_until: date | None = None
    removed: bool = False


def try_out(ladder: Ladder, breaches: Sequence[TriedBreach]) -> tuple[TriedStep, ...]:
    """Return for each row what it leads to, as if each message was sent on the day itself.

    Rows count in the order of their days; on one day, in the order in which they stand.
    """
    acts: dict[int, LadderAct] = {}
    found: dict[int, TriedStep] = {}
    removed = False
    for row in sorted(range(len(breaches)), key=lambda row: (breaches[row].day, row)):
        breach = breaches[row]
        # later rows of one day come later in it
        at = datetime.combine(breach.day, time(), UTC) + timedelta(milliseconds=row)
        before = standing(acts.values(), at)
        position = proposed_step(ladder, before, breach.severity)
        lapsed = tuple(
            other
            for other, act in sorted(acts.items())
            if not act.pardoned and act.counts_until <= at
        )
        ends = ladder.steps[position - 1].kind is StepKind.REMOVAL
        until = counts_until(ladder, position, at, breach.severity)
        day = None if ends or breach.pardoned else until.date()
        found[row] = TriedStep(position, before, lapsed, day, removed)
        if not ends:
            pardoned_at = at if breach.pardoned else None
            acts[row] = LadderAct(position, at, until, pardoned_at, breach.pardoned)
        removed = removed or ends
    return tuple(found[row] for row in range(len(breaches)))
