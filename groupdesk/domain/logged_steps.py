# SPDX-License-Identifier: MIT
"""How the log names steps: of a ladder ("warning 2", "final_warning"), and of a removal."""

from collections.abc import Mapping
from typing import NamedTuple

from groupdesk.domain.carrying_out import STEPS
from groupdesk.domain.enums import StepKind
from groupdesk.domain.ladder import Ladder
from groupdesk.domain.talk_enums import TaskState

_MOST_DIGITS = 3


class LoggedStep(NamedTuple):
    """A step as an entry of the log names it."""

    kind: StepKind
    number: int | None = None
    """Which one of its kind, 0 for a reminder that does not count; None where it is the only one,
    or where an entry does not say."""


class LoggedTick(NamedTuple):
    """What an entry of the log says became of steps of a removal."""

    result: TaskState
    steps: tuple[str, ...]
    """Their codes, see `carrying_out.STEPS`."""
    why: str
    """What was remarked about it: why it could not be done, is not needed or is open again."""


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


def read_tick(after: Mapping[str, object]) -> LoggedTick | None:
    """Return what an entry on carrying out says, None where it names no step."""
    steps = tuple(code for code in str(after.get("step") or "").split(", ") if code in STEPS)
    result = str(after.get("step_result") or TaskState.DONE)
    if not steps or result not in set(TaskState):
        return None  # a changed log may say anything
    why = after.get("result") or after.get("reason") or ""
    return LoggedTick(TaskState(result), steps, str(why))
