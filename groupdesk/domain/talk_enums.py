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
    """What became of a planned talk or a follow-up; each is an event of its task."""

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
    """Followed up, and nobody said whether it was kept."""
