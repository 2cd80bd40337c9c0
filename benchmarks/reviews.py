# SPDX-License-Identifier: MIT
"""A review of a crowded group: picking members out, reading the list, deciding about all."""

import uuid
from datetime import timedelta

from benchmarks.figure import Figure, seconds
from benchmarks.ground import Ground
from groupdesk.domain.clock import to_text
from groupdesk.domain.review_enums import ReviewChoice, ReviewCriterion, ReviewStage
from groupdesk.domain.review_records import DecideRequest, ReviewFilter, ReviewRequest
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan

SIZE = 100_000
_START_SECONDS = 15
_DECIDE_SECONDS = 12


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure with a group in which everybody has been silent for a year."""
    desk = ground.crowded(size)
    long_ago = to_text(desk.clock() - timedelta(days=365))
    with desk.ledger.writing():
        desk.ledger.database.execute_sql(
            "UPDATE membership SET joined_at = ?, last_active = ?, message_count = 1",
            (long_ago, long_ago),
        )
    criteria = ReviewCriteria(frozenset({ReviewCriterion.INACTIVE}))
    request = ReviewRequest(uuid.uuid4(), "Year", (1,), criteria, ReviewPlan(per_day=1000))
    upkeep = desk.upkeep
    looked = seconds(lambda: upkeep.reviews.preview((1,), criteria))
    started = seconds(lambda: upkeep.reviews.start(request))
    rows = tuple(upkeep.review_list.ids(1, ReviewFilter()))
    decision = DecideRequest(uuid.uuid4(), 1, ReviewChoice.REMIND, rows, 0)
    decided = seconds(lambda: upkeep.review_decisions.decide(decision))
    waiting = ReviewFilter(stage=ReviewStage.TO_SEND)
    listed = seconds(lambda: upkeep.review_list.ids(1, waiting, "send_on"))
    return [
        Figure(f"looking at {size} members for a review", looked, "s"),
        Figure(f"starting a review with {size} members", started, "s", limit=_START_SECONDS),
        Figure(f"deciding about {size} members at once", decided, "s", limit=_DECIDE_SECONDS),
        Figure(f"filtering and sorting {size} members of a review", listed, "s"),
    ]
