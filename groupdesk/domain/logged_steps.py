# SPDX-License-Identifier: MIT
"""How the log names the step of a reminder or warning: "warning 2", "final_warning"."""

from typing import NamedTuple

from groupdesk.domain.enums import StepKind
from groupdesk.domain.ladder import Ladder

_MOST_DIGITS = 3


class LoggedStep(NamedTuple):
    """A step as an entry of the log names it."""

    kind: StepKind
    number: int | None = None
    """Which one of its kind, 0 for a reminder that does not count; None where it is the only one,
    or where an entry does not say."""


def logged_step(ladder: Ladder, position: int, kind: StepKind) -> str:
    """Return the name of a position on the ladder, which has the step `kind` there."""
    if position == 0:
        return f"{kind.value} 0"
    if position > len(ladder.steps) or not ladder.repeats(kind):
        return kind.value
    return f"{kind.value} {ladder.number(position)}"


def read_step(named: object) -> LoggedStep | None:
    """Return what an entry calls a step, None where it names none."""
    name, _, number = str(named or "").partition(" ")
    if name not in set(StepKind):
        return None
    known = number.isdecimal() and len(number) <= _MOST_DIGITS  # a changed log may say anything
    return LoggedStep(StepKind(name), int(number) if known else None)
