# SPDX-License-Identifier: MIT
"""How much was done in some days, as Today shows it."""

from typing import NamedTuple


class Tally(NamedTuple):
    """What was done and still holds; an act belongs to the day on which it took effect."""

    talks: int
    """Talks that were held."""
    messages: int
    """Reminders and warnings that were sent, arrived and were not lifted."""
    removals: int
    """Removals that hold, from their approval on where they needed one."""
    lifted: int
    """Removals and messages that were lifted, after an objection or without one."""
