# SPDX-License-Identifier: MIT
"""How the rows of reviews are read: what was decided last, what became of it, what is so now.

The members are read as they are today; `review_row.facts` holds what was known when they were
picked out. Named values of a statement are those of `bounds`.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Final, TypeVar

from groupdesk.domain.clock import to_text
from groupdesk.domain.errors import StorageError, ValidationError
from groupdesk.domain.review_enums import ReviewChoice
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.reviews import Review
from groupdesk.services.removal_state import holds_sql, waits_sql

_Read = TypeVar("_Read")
LEAVING: Final = """SELECT x.membership_id FROM exit_request x WHERE NOT EXISTS (
    SELECT 1 FROM exit_entry y WHERE y.exit_id = x.id AND y.kind IN ('withdrawn', 'mistaken'))"""
"""The stays of those who asked to leave and did not change their mind; of those that go on."""
_LEAVES = """EXISTS (SELECT 1 FROM exit_request x WHERE x.membership_id = m.id AND NOT EXISTS (
    SELECT 1 FROM exit_entry y WHERE y.exit_id = x.id AND y.kind IN ('withdrawn', 'mistaken')))"""
"""That a member `m` is one of them: a review asks it of few, not of all who ever left."""
FINISHED: Final = """EXISTS (SELECT 1 FROM review_entry f
    WHERE f.review_id = {0}.id AND f.kind = 'finished')"""
"""That a review, by its alias, is over."""

_REMOVAL = f"""(SELECT max(x.id) FROM removal x
    WHERE x.membership_id = m.id AND ({holds_sql("x")} OR {waits_sql("x")}))"""
_LIFTED = """EXISTS (SELECT 1 FROM reversal v
    WHERE v.target_kind = 'warning' AND v.target_id = d.warning_id)"""
JOINS: Final = f"""
FROM review_row w CROSS JOIN membership m ON m.id = w.membership_id
JOIN customer_group g ON g.id = m.group_id
JOIN person p ON p.id = m.person_id
LEFT JOIN review_decision d ON d.id = (
    SELECT max(x.id) FROM review_decision x WHERE x.row_id = w.id)
LEFT JOIN warning_event e ON d.warning_id IS NOT NULL AND e.id = (
    SELECT max(n.id) FROM warning_event n WHERE n.warning_id = d.warning_id AND n.state <> 'lapsed')
LEFT JOIN warning_event s ON d.warning_id IS NOT NULL AND s.id = (
    SELECT max(n.id) FROM warning_event n WHERE n.warning_id = d.warning_id AND n.state = 'sent')
LEFT JOIN removal r ON r.id = {_REMOVAL}
"""
"""Rows `w` with the member `m`, the last decision `d`, its message `e`, when that was sent `s`,
and a removal `r` that holds or waits, whoever decided on it."""
# One list for all rows: asked of each by itself, it takes half of a look at 100,000.
_OF_PERSON = """(coalesce(p.same_as_id, p.id) IN (
    SELECT coalesce(q.same_as_id, q.id) FROM person q WHERE q.{0} = 1))"""
PROTECTED: Final = _OF_PERSON.format("protected")
KEY: Final = _OF_PERSON.format("key_customer")
_BARRED = f"({PROTECTED} OR {_LEAVES})"
_ACTIVE = """(coalesce(m.last_active > coalesce(
        nullif(json_extract({0}, '$.last_active'), ''), w.picked_at), 0)
    OR coalesce(m.message_count > json_extract({0}, '$.messages'), 0))"""
KNOWN: Final = f"""json_object('last_active', coalesce(m.last_active, ''),
    'messages', m.message_count, 'role', m.role, 'key', {KEY})"""
"""What is known of a member when something is decided that is to follow, as it is kept."""
_OUTDATED = f"""(d.facts IS NOT NULL AND (
    (m.role <> 'member' AND m.role <> json_extract(d.facts, '$.role'))
    OR ({KEY} AND NOT json_extract(d.facts, '$.key'))
    OR (json_extract(w.facts, '$.why') NOT LIKE '%"off_purpose"%' AND {_ACTIVE.format("d.facts")})
))"""
STAGE: Final = f"""CASE
    WHEN r.id IS NOT NULL OR m.state = 'removed' THEN 'removal'
    WHEN m.state <> 'active' OR g.archived_at IS NOT NULL THEN 'gone'
    WHEN d.kind IS NULL OR d.kind = 'undecided' THEN 'to_decide'
    WHEN d.kind = 'keep' THEN 'kept'
    WHEN d.warning_id IS NULL AND d.removal_id IS NULL AND ({_BARRED} OR {_OUTDATED}
        OR d.kind = 'remove' AND m.role = 'owner') THEN 'to_decide'
    WHEN d.kind = 'remove' THEN CASE WHEN d.removal_id IS NULL THEN 'to_remove' ELSE 'to_decide' END
    WHEN d.warning_id IS NULL THEN 'to_send'
    WHEN e.state = 'prepared' THEN 'prepared'
    WHEN e.state IN ('not_sent', 'not_delivered') OR {_LIFTED} THEN 'to_decide'
    WHEN s.at < CASE d.kind WHEN 'remind' THEN :remind_by ELSE :notice_by END
        THEN CASE WHEN {_BARRED} THEN 'to_decide' ELSE 'next_step' END
    ELSE 'waiting' END"""
"""The stage of a row, a value of ReviewStage; a step that nobody may take any more is none.

Neither is one that was decided on before somebody was active again, became owner or admin, or a
key customer: it is decided about anew. In an archived group there is nothing to do.
"""
SENT: Final = """(SELECT x.kind || ' ' || n.at FROM review_decision x
    JOIN warning_event n ON n.warning_id = x.warning_id AND n.state = 'sent'
    WHERE x.row_id = w.id AND x.warning_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM warning_event u
            WHERE u.warning_id = x.warning_id AND u.state = 'not_delivered')
        AND NOT EXISTS (SELECT 1 FROM reversal v
            WHERE v.target_kind = 'warning' AND v.target_id = x.warning_id)
    ORDER BY x.id DESC LIMIT 1)"""
"""The kind of the last message of a review that reached the member, and when it was sent."""
_FACT = "coalesce(json_extract(w.facts, '$.{0}'), {1})"
CHANGED_BY: Final = (
    "m.id IN (SELECT i.membership_id FROM import_change i WHERE i.snapshot_id = :snapshot_id)"
)
CHANGES: Final = {
    "active_again": f"""m.state = 'active'
        AND json_extract(w.facts, '$.why') <> '["off_purpose"]' AND {_ACTIVE.format("w.facts")}""",
    "left": "m.state = 'left'",
    "removed": "m.state = 'removed' AND d.removal_id IS NULL",
    "withdrawn": "m.state = 'withdrawn'",
    "returned": """m.state <> 'active' AND EXISTS (SELECT 1 FROM person q
        CROSS JOIN membership b ON b.person_id = q.id
        WHERE (q.id = coalesce(p.same_as_id, p.id) OR q.same_as_id = coalesce(p.same_as_id, p.id))
            AND b.group_id = m.group_id AND b.id > m.id AND b.state = 'active')""",
    "renamed": f"m.name <> {_FACT.format('name', 'm.name')}",
    "protected": PROTECTED,
    "key_customer": f"{KEY} AND NOT {_FACT.format('key', '0')}",
    "role": "m.role <> 'member'",
    "leaving": f"m.state = 'active' AND {_LEAVES}",
    "group_archived": "g.archived_at IS NOT NULL",
}
"""Whether something is another than at picking, by the values of ReviewChange.

Who was removed by the review itself changed nothing on their own.
"""


def criteria_of(review: Review) -> ReviewCriteria:
    """Return a review's criteria. Raises StorageError for what nobody of ours stored."""
    return _parsed(ReviewCriteria.from_json, review.criteria)


def plan_of(review: Review) -> ReviewPlan:
    """Return a review's plan. Raises StorageError for what nobody of ours stored."""
    return _parsed(ReviewPlan.from_json, review.plan)


def _parsed(read: Callable[[Mapping[str, object]], _Read], text: str) -> _Read:
    try:
        return read(stored.fields(text))
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        raise StorageError("damaged") from error


def bounds(plan: ReviewPlan, now: datetime) -> dict[str, str]:
    """Return the values of STAGE: what was sent before them has waited for long enough today."""
    return {
        "remind_by": _sent_before(plan.wait(ReviewChoice.REMIND), now),
        "notice_by": _sent_before(plan.wait(ReviewChoice.LAST_NOTICE), now),
    }


def last_decision(database: WorkspaceDatabase, review_id: int) -> int:
    """Return the id of the last decision in a review, 0 before the first."""
    row = database.execute_sql(
        "SELECT max(d.id) FROM review_decision d JOIN review_row w ON w.id = d.row_id"
        " WHERE w.review_id = ?",
        (review_id,),
    ).fetchone()
    return int(row[0] or 0)


def next_day(sent: str, wait: int, now: datetime) -> str:
    """Return the local day from which on the next step may be taken.

    It is the day after the last one on which the member may answer, which the message names.
    """
    day = stored.moment(sent).astimezone(now.tzinfo).date()
    return (day + timedelta(days=wait + 1)).isoformat()


def _sent_before(wait: int, now: datetime) -> str:
    day = now.date() - timedelta(days=wait)
    return to_text(datetime.combine(day, time(), now.tzinfo))


def turned_order(parts: Sequence[str], *, turned: bool) -> list[str]:
    """Return the parts of an ORDER BY, each turned round where that is asked for."""
    if not turned:
        return list(parts)
    return [
        part if " IS " in part and "CASE" not in part
        else part.removesuffix(" DESC") if part.endswith(" DESC") else f"{part} DESC"
        for part in parts
    ]  # fmt: skip
