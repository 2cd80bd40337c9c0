# SPDX-License-Identifier: MIT
"""Editing a ladder: where severities start follows the steps. Places count from 0."""

from collections.abc import Sequence

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import Ladder, LadderStep, Terms

NEW_DAYS = 90


def with_new_step(ladder: Ladder) -> tuple[Ladder, int]:
    """Return the ladder with a step more, before the removal at its end, and where it is."""
    at = len(ladder.steps)
    while at and ladder.steps[at - 1].kind is StepKind.REMOVAL:
        at -= 1
    before = ladder.steps[at - 1] if at else None
    if before is None:
        step = LadderStep.alike(StepKind.REMINDER, 30)
    elif before.kind is StepKind.REMINDER:
        step = LadderStep(
            StepKind.WARNING, {s: Terms(max(NEW_DAYS, before.days(s))) for s in Severity}
        )
    else:
        step = before
    return with_step(ladder, at, step), at


def with_step(ladder: Ladder, at: int, step: LadderStep) -> Ladder:
    """Return the ladder with a step put in at a place; each severity starts where it did."""
    steps = (*ladder.steps[:at], step, *ladder.steps[at:])
    moved = {s: start + (start > at) for s, start in ladder.starts.items()}
    return Ladder(steps, moved if ladder.steps else dict.fromkeys(Severity, 1))


def without_step(ladder: Ladder, at: int) -> Ladder:
    """Return the ladder without a step; what started there starts at the one that follows."""
    steps = ladder.steps[:at] + ladder.steps[at + 1 :]
    starts = {
        s: max(1, min(start - (start > at + 1), len(steps))) for s, start in ladder.starts.items()
    }
    return Ladder(steps, starts)


def with_step_moved(ladder: Ladder, at: int, to: int) -> Ladder:
    """Return the ladder with a step at another place; the starts stay at their places.

    Where a severity starts is a place on the ladder: the mildest step stays the first one.
    """
    steps = list(ladder.steps)
    steps.insert(to, steps.pop(at))
    return ladder._replace(steps=tuple(steps))


def with_kind(ladder: Ladder, at: int, kind: StepKind) -> Ladder:
    """Return the ladder with another kind of step; a removal counts for nothing afterwards."""
    step = ladder.steps[at]
    if kind is StepKind.REMOVAL:
        changed = LadderStep.alike(kind, 0)
    elif step.kind is StepKind.REMOVAL:
        changed = LadderStep.alike(kind, NEW_DAYS)
    else:
        changed = step._replace(kind=kind)
    return _replaced(ladder, at, changed)


def with_terms(ladder: Ladder, at: int, severities: Sequence[Severity], terms: Terms) -> Ladder:
    """Return the ladder with other numbers for these severities at a step."""
    step = ladder.steps[at]
    changed = {s: terms if s in severities else step.terms[s] for s in Severity}
    return _replaced(ladder, at, step._replace(terms=changed))


def with_start(ladder: Ladder, severity: Severity, position: int) -> Ladder:
    """Return the ladder with another position at which a severity starts."""
    return ladder._replace(starts={**ladder.starts, severity: position})


def all_alike(ladder: Ladder) -> bool:
    """Say whether no step tells severities apart."""
    return all(len(set(step.terms.values())) == 1 for step in ladder.steps)


def made_alike(ladder: Ladder) -> Ladder:
    """Return the ladder with the numbers of minor breaches for all severities."""
    steps = tuple(LadderStep.alike(step.kind, *step.terms[Severity.MINOR]) for step in ladder.steps)
    return ladder._replace(steps=steps)


def _replaced(ladder: Ladder, at: int, step: LadderStep) -> Ladder:
    return ladder._replace(steps=(*ladder.steps[:at], step, *ladder.steps[at + 1 :]))
