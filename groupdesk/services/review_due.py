# SPDX-License-Identifier: MIT
"""What reviews leave to do: messages whose day has come, next steps, removals, decisions.

A review that rests leaves nothing, and neither do members of archived groups.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.review_enums import ReviewStage
from groupdesk.models import stored
from groupdesk.models.reviews import Review
from groupdesk.services.ledger import Ledger
from groupdesk.services.review_sql import FINISHED, JOINS, STAGE, bounds, plan_of

SEND: Final = "review_send"
NEXT: Final = "review_next"
REMOVE: Final = "review_remove"
GO_ON: Final = "review"
KINDS: Final = (SEND, NEXT, REMOVE, GO_ON)
"""`TodoRecord.id` is the review's, `members` how many it is about."""
_BY_STAGE: Final = {
    NEXT: ReviewStage.NEXT_STEP,
    REMOVE: ReviewStage.TO_REMOVE,
    GO_ON: ReviewStage.TO_DECIDE,
}
_RUNNING = f"""
SELECT v.id, v.name, v.created_at, CASE WHEN count(*) = 1 THEN c.name ELSE '' END,
    CASE WHEN count(*) = 1 THEN c.id ELSE 0 END
FROM review v JOIN review_group x ON x.review_id = v.id JOIN customer_group c ON c.id = x.group_id
WHERE NOT {FINISHED.format("v")} AND 'paused' <> coalesce((
    SELECT e.kind FROM review_entry e WHERE e.review_id = v.id AND e.kind IN ('paused', 'resumed')
    ORDER BY e.id DESC LIMIT 1), '')
GROUP BY v.id ORDER BY v.id
"""
_STANDING = f"""
SELECT {STAGE}, CASE WHEN d.warning_id IS NULL THEN coalesce(d.due_on, '') ELSE '' END, count(*)
{JOINS} WHERE w.review_id = :review GROUP BY 1, 2
"""


def due_from_reviews(ledger: Ledger) -> tuple[TodoRecord, ...]:
    """Return what is to be done, for each review what there is of it; the caller reads.

    Kinds: "review_send", messages by the earliest day for which any is planned (also a day to
    come), `members` those whose day has come, else those of that day; "review_next", whose waiting
    days are over; "review_remove", whose removal is decided on and not recorded; "review", who is
    to be decided about. `member_name` is the review's name; of several groups none is named.
    """
    rows = ledger.database.execute_sql(_RUNNING).fetchall()
    return tuple(todo for row in rows for todo in _of(ledger, row))


def _of(ledger: Ledger, row: tuple[Any, ...]) -> Iterator[TodoRecord]:
    """Yield what one review leaves to do."""
    now = ledger.clock()
    today = now.date().isoformat()
    stages, days = _standing(ledger, row[0], now)
    if days:
        first = min(days)
        by_then = sum(count for day, count in days.items() if day <= max(first, today))
        yield _todo(row, SEND, by_then, first)
    for kind, stage in _BY_STAGE.items():
        if stages[stage]:
            yield _todo(row, kind, stages[stage])


def _standing(
    ledger: Ledger, review_id: int, now: datetime
) -> tuple[Counter[ReviewStage], Counter[str]]:
    """Return how many are at each stage, and how many messages are planned for each day."""
    plan = plan_of(Review.get(Review.id == review_id))
    values = {**bounds(plan, now), "review": review_id}
    stages: Counter[ReviewStage] = Counter()
    days: Counter[str] = Counter()
    for name, day, count in ledger.database.connection().execute(_STANDING, values):
        stage = stored.one_of(ReviewStage, name)
        stages[stage] += count
        if stage is ReviewStage.TO_SEND:
            days[stored.day(day).isoformat()] += count
    return stages, days


def _todo(row: tuple[Any, ...], kind: str, members: int, due_on: str = "") -> TodoRecord:
    ident, name, since, group_name, group = row
    return TodoRecord(
        kind=kind,
        id=ident,
        membership_id=0,
        group_id=group,
        member_name=name,
        group_name=group_name,
        due_on=due_on,
        since=stored.moment_text(since),
        members=members,
    )
