# SPDX-License-Identifier: MIT
"""What can hold of a removal, who approved it, and which term is in force."""

from enum import StrEnum
from typing import NamedTuple

from groupdesk.domain.enums import Term


class RemovalState(StrEnum):
    """What holds of a removal now; only one that is `HOLDING` counts for anything.

    Worked out from its approval and its reversal, never stored.
    """

    WAITING = "waiting"
    """Another operator's approval was asked for, and nobody has answered yet."""
    HOLDING = "holding"
    DECLINED = "declined"
    """Another operator said no; it never held."""
    WITHDRAWN = "withdrawn"
    """Whoever asked for approval took the request back; it never held."""
    CANCELLED = "cancelled"
    """Taken back within a minute by whoever recorded it."""
    LIFTED = "lifted"
    """It held until it was lifted."""


NEVER_HELD = frozenset(
    {
        RemovalState.WAITING,
        RemovalState.DECLINED,
        RemovalState.WITHDRAWN,
        RemovalState.CANCELLED,
    }
)
"""What was asked for or taken back at once, and never counted for anything."""


class RemovalConcern(StrEnum):
    """What somebody must say they mean before such a member is removed. Stored."""

    OWN_ACCOUNT = "own_account"
    """The entry of the register, or a linked one, is the operator at the desk."""
    BOT = "bot"
    LEFT = "left"
    """The member is not in the group any more; the removal is for the record, or to block."""


class Approval(NamedTuple):
    """Another operator's yes to a removal."""

    operator: str
    at: str
    note: str


class TermChange(NamedTuple):
    """A term that came to hold instead of the one before it."""

    operator: str
    at: str
    term: Term
    until: str
    reason: str
