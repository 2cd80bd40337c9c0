# SPDX-License-Identifier: MIT
"""How near a group is to the size that its platform or its owner allows."""

from enum import StrEnum

NEAR_PERCENT = 90
"""From this share of the limit on the group is said to be nearly full."""


class Room(StrEnum):
    """What is left of a group's size limit."""

    PLENTY = "plenty"
    NEAR = "near"
    FULL = "full"
    OVER = "over"


def room(members: int, limit: int | None) -> Room:
    """Say how near `members` are to `limit`; without a limit there is plenty of room."""
    if limit is None or members * 100 < limit * NEAR_PERCENT:
        return Room.PLENTY
    if members < limit:
        return Room.NEAR
    return Room.FULL if members == limit else Room.OVER
