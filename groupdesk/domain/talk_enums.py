# SPDX-License-Identifier: MIT
"""The closed lists around talks. Values are stored and logged: they never change."""

from enum import StrEnum


class NotHeld(StrEnum):
    """Why a talk that was offered did not take place."""

    NO_ANSWER = "no_answer"
    DECLINED = "declined"


class Kept(StrEnum):
    """Whether what was agreed in a talk was kept."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not_kept"


class TaskState(StrEnum):
    """What became of a talk, a follow-up or a step of a removal; each is an event of its task."""

    PLANNED = "planned"
    CHANGED = "changed"
    MOVED = "moved"
    CALLED_OFF = "called_off"
    HELD = "held"
    NOT_HELD = "not_held"
    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not_kept"
    DONE = "done"
    """Followed up, and nobody said whether it was kept; or a step that was done."""
    COULD_NOT = "could_not"
    """A step that was tried; it stays open."""
    NOT_NEEDED = "not_needed"
    REOPENED = "reopened"
    """A step that was ticked and is open again."""
    LET_IN = "let_in"
    """The term of a removal is over, and the member may come back."""
    KEPT_OUT = "kept_out"
    """The term of a removal is over, and the member is not let in yet."""
