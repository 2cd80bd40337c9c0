# SPDX-License-Identifier: MIT
"""Talks that are planned, to be followed up, or to be offered again.

In an archived group they rest.
"""

from collections.abc import Iterator
from typing import Final

from groupdesk.domain.due import TodoRecord
from groupdesk.models import stored
from groupdesk.services.ledger import Ledger

PLAN: Final = "plan"
FOLLOW_UP: Final = "follow_up"
TRY_AGAIN: Final = "try_again"
KINDS: Final = (PLAN, FOLLOW_UP, TRY_AGAIN)

_FOLLOW_UPS = f"""
SELECT CASE WHEN k.not_held IS NULL THEN '{FOLLOW_UP}' ELSE '{TRY_AGAIN}' END, t.id, m.id, g.id,
    m.name, g.name, t.due_on,
    CASE WHEN k.not_held IS NULL THEN coalesce(k.happened_at, t.created_at) ELSE t.created_at END,
    coalesce(k.agreement, '')
FROM task t JOIN membership m ON m.id = t.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
LEFT JOIN talk k ON k.id = t.talk_id
WHERE t.kind = 'follow_up' AND t.done_at IS NULL ORDER BY t.due_on, 8
"""
_PLANS = """
SELECT t.id, m.id, g.id, m.name, g.name, t.due_on, t.created_at, coalesce(t.due_time, ''),
    coalesce((SELECT e.facts FROM task_event e
        WHERE e.task_id = t.id AND e.facts IS NOT NULL ORDER BY e.id DESC LIMIT 1), '{}')
FROM task t JOIN membership m ON m.id = t.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE t.kind = 'talk' AND t.done_at IS NULL ORDER BY t.due_on, t.due_time, t.created_at
"""


def due_from_talks(ledger: Ledger) -> Iterator[TodoRecord]:
    """Yield what is to be done, each with its day; the caller reads.

    `about` is what was agreed, or what a planned talk is to be about.
    """
    for row in ledger.database.execute_sql(_FOLLOW_UPS):
        kind, ident, member, group, name, group_name, due_on, since, agreed = row
        yield TodoRecord(
            kind=kind,
            id=ident,
            membership_id=member,
            group_id=group,
            member_name=name,
            group_name=group_name,
            due_on=stored.day(due_on).isoformat(),
            since=stored.moment_text(since),
            about=agreed,
        )
    for row in ledger.database.execute_sql(_PLANS):
        ident, member, group, name, group_name, due_on, since, at, facts = row
        yield TodoRecord(
            kind=PLAN,
            id=ident,
            membership_id=member,
            group_id=group,
            member_name=name,
            group_name=group_name,
            due_on=stored.day(due_on).isoformat(),
            since=stored.moment_text(since),
            due_time=at,
            about=str(stored.fields(facts).get("problem", "")),
        )
