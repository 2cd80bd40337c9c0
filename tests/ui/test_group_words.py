# SPDX-License-Identifier: MIT
"""How near a group is to its limit, in words and colour."""

import pytest

from groupdesk.services.desk import Desk
from groupdesk.ui.group_words import room_text, room_tone
from groupdesk.words import Words


@pytest.mark.parametrize(
    ("members", "limit", "text", "tone"),
    [
        (5, None, "", "muted"),
        (5, 10, "", "muted"),
        (90, 100, "10 places left", "warning"),
        (99, 100, "1 place left", "warning"),
        (100, 100, "Full", "warning"),
        (103, 100, "3 over the limit", "danger"),
    ],
)
def test_what_is_left_is_said(
    desk: Desk, members: int, limit: int | None, text: str, tone: str
) -> None:
    group = desk.groups.get(1)._replace(members=members, size_limit=limit)
    assert (room_text(Words("en"), group), room_tone(group)) == (text, tone)
