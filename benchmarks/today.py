# SPDX-License-Identifier: MIT
"""The page "Today" over many members, with thousands of things due: read and counted."""

import uuid
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.figure import Figure, median
from benchmarks.ground import Ground
from groupdesk.domain.act_records import TalkRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.due import together
from groupdesk.domain.enums import Channel
from groupdesk.domain.records import MemberFilter

if TYPE_CHECKING:
    from groupdesk.services.desk import Desk

SIZE = 100_000
_DUE = 5_000


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure Today over `size` members with `_DUE` follow-ups, most of them late."""
    desk = ground.scale(size)
    _make_due(desk)
    lines = desk.todo.lines()
    return [
        Figure(f"{len(lines):,} things due, read", median(desk.todo.lines) * 1000, "ms"),
        Figure("counted for the navigation", median(desk.todo.now) * 1000, "ms"),
        Figure("taken together", median(partial(together, lines)) * 1000, "ms"),
    ]


def _make_due(desk: "Desk") -> None:
    today = desk.clock().date()
    at = to_text(desk.clock())
    for number, member in enumerate(desk.members.ids(MemberFilter(), limit=_DUE)):
        day = today + timedelta(days=number % 11)
        request = TalkRequest(
            uuid.uuid4(),
            member,
            happened_at=at,
            channel=Channel.PHONE,
            problem="Offers",
            follow_up_on=day.isoformat(),
        )
        desk.talks.record(request)
