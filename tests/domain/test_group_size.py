# SPDX-License-Identifier: MIT
"""How near a group is to its size limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.group_size import Room, room


@pytest.mark.parametrize(
    ("members", "limit", "expected"),
    [
        (499, None, Room.PLENTY),
        (0, 500, Room.PLENTY),
        (449, 500, Room.PLENTY),
        (450, 500, Room.NEAR),
        (499, 500, Room.NEAR),
        (500, 500, Room.FULL),
        (501, 500, Room.OVER),
        (0, 1, Room.PLENTY),
        (1, 1, Room.FULL),
    ],
)
def test_a_notice_begins_at_nine_tenths(members: int, limit: int | None, expected: Room) -> None:
    assert room(members, limit) is expected


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_one_more_member_never_makes_more_room(members: int, limit: int) -> None:
    order = list(Room)
    assert order.index(room(members, limit)) <= order.index(room(members + 1, limit))
