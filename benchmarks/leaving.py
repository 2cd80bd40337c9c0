# SPDX-License-Identifier: MIT
"""Members who leave: their requests listed, what is due of them, why people left.

Twice as many should take about twice as long, never four times.
"""

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from benchmarks.figure import Figure, median
from benchmarks.ground import Ground
from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Language
from groupdesk.domain.exit_records import ExitAnswer, ExitLeft, ExitRequestInput
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitReason
from groupdesk.domain.records import MemberFilter
from groupdesk.services.exit_due import due_from_exits
from groupdesk.services.exit_rows import rows_where

if TYPE_CHECKING:
    from groupdesk.services.desk import Desk

SIZE = 100_000
_REQUESTS = 3_000
_MOST = 3
_KEY = 20  # each so many-th member is a key customer


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure with `_REQUESTS` requests over `size` members, half of them of who has left."""
    desk = ground.scale(size)
    with desk.ledger.writing():
        desk.ledger.database.execute_sql(
            "UPDATE person SET key_customer = 1 WHERE id % ? = 0", (_KEY,)
        )
    members = [*desk.members.ids(MemberFilter(), limit=min(_REQUESTS, size))]
    half = len(members) // 2
    _leave(desk, members[:half])
    before = _times(desk)
    _leave(desk, members[half:])
    after = _times(desk)
    named = {name: f"{len(members):,} requests to leave, {name}" for name in after}
    return [
        Figure(named[name], after[name], "s", peer=f"{half:,}", peer_value=before[name], most=_MOST)
        for name in after
    ]


def _times(desk: "Desk") -> dict[str, float]:
    leaving, today = desk.leaving, desk.clock().date()

    def due() -> None:
        with desk.ledger.reading():
            due_from_exits(desk.ledger)

    def listed() -> None:
        with desk.ledger.reading():
            rows_where(desk.ledger, "1")  # the list keeps what it read until something is recorded

    return {
        "listed": median(listed),
        "on Today": median(due),
        "counted": median(
            lambda: leaving.exit_statistics.of(0, today - timedelta(days=365), today)
        ),
    }


def _leave(desk: "Desk", members: list[int]) -> None:
    exits, at = desk.leaving.exits, to_text(desk.clock())
    for number, member in enumerate(members):
        request = ExitRequestInput(
            uuid.uuid4(), (member,), at, AppealChannel.PRIVATE, ExitReason.JOB_CHANGED
        )
        ident = exits.record(request).subject_id
        exits.answer(
            ExitAnswer(
                uuid.uuid4(),
                (ident,),
                ExitEntryKind.APPROVED,
                letter="Thank you for your time with us.",
                letter_language=Language.EN.value,
            )
        )
        if number % 2:
            exits.left(ExitLeft(uuid.uuid4(), (ident,), at))
