# SPDX-License-Identifier: MIT
"""The closed lists of the handover book: its sides, its parts, what is handed over."""

from enum import StrEnum


class HandoverSide(StrEnum):
    """Who hands over, and who takes over."""

    GIVER = "giver"
    TAKER = "taker"


class HandoverState(StrEnum):
    """Where a handover stands. Worked out from its entries, never stored."""

    OPEN = "open"
    SIGNED = "signed"
    """Both sides have signed; nothing was handed over yet."""
    MOVED = "moved"
    CALLED_OFF = "called_off"


class HandoverChip(StrEnum):
    """Which handovers a list shows."""

    OPEN = "open"
    SIGNED = "signed"
    OVER = "over"


class BookPart(StrEnum):
    """The parts of a handover book, in the order in which one reads them."""

    CASES = "cases"
    PROMISES = "promises"
    """What was agreed in talks and is not followed up yet."""
    TALKS = "talks"
    """Talks that are planned."""
    CUSTOMERS = "customers"
    PROTECTED = "protected"
    TASKS = "tasks"
    REQUESTS = "requests"
    """Objections, requests to leave or to come back, reviews under way."""
    RECOGNITION = "recognition"
    ENTRIES = "entries"
    """What was written into the book by hand."""


class MoveKind(StrEnum):
    """What goes from one hand to the other, in the order in which it is listed."""

    CASE = "case"
    TASK = "todo"
    """A thing to do on the page Today that is marked as theirs."""
    GROUP = "group"
    """The group's owner, by name."""
    OWNER_ROLE = "owner_role"
    """Whoever takes over becomes owner of a group that has no other one."""
    CUSTOMER = "customer"


class Held(StrEnum):
    """Why something stays where it is although it is listed."""

    NO_OPERATOR = "no_operator"
    """Only somebody who works at this desk can look after it."""
    NOT_A_MEMBER = "not_a_member"
    """Only a member of the group can own it."""
    MOVED_ON = "moved_on"
    """It has gone to somebody else since."""
