# SPDX-License-Identifier: MIT
"""What travels between services and window about the steps of a removal."""

from dataclasses import dataclass
from typing import NamedTuple

from groupdesk.domain.carrying_out import StepWhy
from groupdesk.domain.talk_enums import TaskState


class StepTurn(NamedTuple):
    """What somebody recorded about a step; `at` is when it was, not when it was written down."""

    state: TaskState
    at: str
    recorded_at: str
    operator_id: int
    operator: str
    text: str
    why: StepWhy | None = None
    """Where the program itself said so."""


class FailedTry(NamedTuple):
    """That somebody could not do a step, which is still open; `code` names it."""

    code: str
    at: str
    operator: str
    why: str


class StepProgress(NamedTuple):
    """How far a removal was carried out; `done` counts what is not needed, too."""

    steps: int = 0
    done: int = 0
    not_needed: int = 0
    tried: FailedTry | None = None
    """The last try that failed of those still open."""


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One step of carrying a removal out, ticked or not; `code` has words per platform."""

    id: int
    removal_id: int
    position: int
    code: str
    done_at: str
    done_by: str
    result: str
    turns: tuple[StepTurn, ...] = ()
    """All that was recorded about it, the newest last."""

    @property
    def why(self) -> StepWhy | None:
        """Why the program said that it is not needed; None where a person said what became."""
        return self.turns[-1].why if self.done_at and self.turns else None

    @property
    def state(self) -> TaskState | None:
        """What became of it; None while nobody did anything about it, or not any more."""
        last = self.turns[-1].state if self.turns else None
        if self.done_at:
            return last or TaskState.DONE
        return last if last is TaskState.COULD_NOT else None
