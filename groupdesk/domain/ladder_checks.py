# SPDX-License-Identifier: MIT
"""What is to be said of a ladder before it is published: what keeps it from it, and advice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from groupdesk.domain.enums import Severity, StepKind
from groupdesk.domain.ladder import MAX_BREACHES, MAX_COUNTS_DAYS, Ladder

MAX_STEPS = 12
LONG_DAYS = 730  # two years: longer than most members remember, or than their group lives
SHORT_DAYS = 7
MANY_BREACHES = 10

_ORDER = tuple(StepKind)
_SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class LadderProblem:
    """One sentence about a ladder: its words are `ladder_problem.<code>`.

    `position` is the step that it is about, 0 for the whole ladder. What `blocks` cannot be
    published; the others are advice.
    """

    code: str
    blocks: bool = False
    position: int = 0
    severity: Severity | None = None
    days: int = 0
    count: int = 0


def ladder_problems(ladder: Ladder) -> tuple[LadderProblem, ...]:
    """Return what is wrong with a ladder first, then advice; each from the first step on."""
    if not ladder.steps:
        return (LadderProblem("no_steps", blocks=True),)
    # advice about a ladder that does not work yet helps nobody
    found = list(_shape(ladder)) or sorted(_advice(ladder), key=lambda problem: problem.position)
    return tuple(_once(ladder, found))


def publishable(ladder: Ladder) -> bool:
    """Say whether nothing keeps the ladder from being published."""
    return not any(problem.blocks for problem in ladder_problems(ladder))


def _once(ladder: Ladder, found: Sequence[LadderProblem]) -> Iterator[LadderProblem]:
    """Yield each problem, and once what is the same for all severities that reach the step."""
    told = set()
    for one in found:
        alike = [other for other in found if replace(other, severity=one.severity) == one]
        shared = one.position and len(alike) == len(_reaching(ladder, one.position)) > 1
        problem = replace(one, severity=None) if shared else one
        if problem not in told:
            told.add(problem)
            yield problem


def _shape(ladder: Ladder) -> Iterator[LadderProblem]:
    """Yield what makes a ladder useless: it never leads on, or at once to removal."""
    last = len(ladder.steps)
    if last > MAX_STEPS:
        yield LadderProblem("too_many_steps", blocks=True, count=MAX_STEPS)
    for severity in _SEVERITIES:
        if not 0 < ladder.starts.get(severity, 0) <= last:
            yield LadderProblem("no_start", blocks=True, severity=severity)
            return
    first = ladder.starts[Severity.MINOR]
    if ladder.steps[first - 1].kind is StepKind.REMOVAL:
        yield LadderProblem("minor_removal", blocks=True, position=first)
    for position, (before, step) in enumerate(pairwise(ladder.steps), 2):
        if before.kind is StepKind.REMOVAL:
            yield LadderProblem("after_removal", blocks=True, position=position)
        elif _ORDER.index(step.kind) < _ORDER.index(before.kind):
            yield LadderProblem("out_of_order", blocks=True, position=position)
    for milder, graver in pairwise(_SEVERITIES):
        if ladder.starts[graver] < ladder.starts[milder]:
            yield LadderProblem("starts_lower", blocks=True, severity=graver)
    yield from _numbers(ladder)


def _numbers(ladder: Ladder) -> Iterator[LadderProblem]:
    for position, step in enumerate(ladder.steps, 1):
        if step.kind is StepKind.REMOVAL:
            continue
        for severity in _reaching(ladder, position):
            days, breaches = step.terms[severity]
            problem = partial(LadderProblem, blocks=True, position=position, severity=severity)
            if days < 1:
                yield problem("never_leads_on")
            elif days > MAX_COUNTS_DAYS:
                yield problem("days_absurd", days=MAX_COUNTS_DAYS)
            if not 1 <= breaches <= MAX_BREACHES:
                yield problem("breaches_absurd", count=MAX_BREACHES)
            elif 1 <= days < breaches:
                yield problem("lapses_first", days=days, count=breaches)


def _advice(ladder: Ladder) -> Iterator[LadderProblem]:
    """Yield what can be published and is seldom meant."""
    removal = ladder.positions(StepKind.REMOVAL)
    if not removal:
        yield LadderProblem("no_removal", position=len(ladder.steps))
    for position in range(1, min(ladder.starts.values())):
        yield LadderProblem("unused", position=position)
    serious = ladder.starts[Severity.SERIOUS]
    if serious in removal:
        yield LadderProblem("serious_removal", position=serious)
    warned = ladder.positions(StepKind.WARNING, StepKind.FINAL_WARNING)
    if removal and not any(position >= ladder.starts[Severity.MINOR] for position in warned):
        yield LadderProblem("no_warning", position=removal[0])
    for position, step in enumerate(ladder.steps, 1):
        if step.kind is not StepKind.REMOVAL:
            yield from _step_advice(ladder, position)


def _step_advice(ladder: Ladder, position: int) -> Iterator[LadderProblem]:
    step = ladder.steps[position - 1]
    reaching = _reaching(ladder, position)
    for severity in reaching:
        days, breaches = step.terms[severity]
        if days > LONG_DAYS:
            yield LadderProblem("long", position=position, severity=severity, days=days)
        elif days < SHORT_DAYS:
            yield LadderProblem("short", position=position, severity=severity, days=days)
        if breaches > MANY_BREACHES:
            yield LadderProblem("many", position=position, severity=severity, count=breaches)
    for milder, graver in pairwise(reaching):
        if step.days(graver) < step.days(milder):
            yield LadderProblem("graver_shorter", position=position, severity=graver)
        if step.breaches(graver) > step.breaches(milder):
            yield LadderProblem("graver_slower", position=position, severity=graver)
    for severity in _reaching(ladder, position - 1):
        if step.days(severity) < ladder.steps[position - 2].days(severity):
            yield LadderProblem("shorter", position=position, severity=severity)


def _reaching(ladder: Ladder, position: int) -> tuple[Severity, ...]:
    """Return the severities that can come to a step: those that start there or before it."""
    return tuple(severity for severity in _SEVERITIES if ladder.starts[severity] <= position)
