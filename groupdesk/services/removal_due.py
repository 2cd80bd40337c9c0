# SPDX-License-Identifier: MIT
"""What removals leave to do: carry them out, answer requests, note a no, terms that are over.

In an archived group all of it rests.
"""

from collections.abc import Iterator
from typing import Final

from groupdesk.domain.carrying_out import OPEN_WAYS_BACK
from groupdesk.domain.due import TodoRecord, late_on
from groupdesk.models import stored
from groupdesk.services.ledger import Ledger
from groupdesk.services.removal_state import holds_sql, waits_sql

CARRY_OUT: Final = "carry_out"
APPROVE: Final = "approve"
TERM_OVER: Final = "term_over"
DECLINED: Final = "declined"
"""The kind of the lines, and of the tasks that keep that somebody knows of one."""
KINDS: Final = (CARRY_OUT, APPROVE, TERM_OVER, DECLINED)

_CARRY_OUT = f"""
SELECT r.id, m.id, g.id, m.name, g.name, min(t.due_on),
    coalesce(p.at, r.decided_at),
    (SELECT count(*) FROM task d WHERE d.removal_id = r.id AND d.kind = t.kind
        AND d.done_at IS NOT NULL),
    (SELECT count(*) FROM task d WHERE d.removal_id = r.id AND d.kind = t.kind),
    coalesce(r.batch, ''), coalesce((SELECT e.text FROM task d JOIN task_event e ON e.task_id = d.id
        WHERE d.removal_id = r.id AND d.done_at IS NULL AND e.state = 'could_not' AND e.id = (
            SELECT max(n.id) FROM task_event n WHERE n.task_id = d.id)
        ORDER BY e.id DESC LIMIT 1), ''),
    CASE WHEN p.id IS NULL THEN '' ELSE a.name END, coalesce(b.name, ''),
    min(t.code = '{OPEN_WAYS_BACK}')
FROM task t JOIN removal r ON r.id = t.removal_id JOIN membership m ON m.id = r.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
JOIN operator a ON a.id = r.operator_id
LEFT JOIN removal_approval p ON p.removal_id = r.id LEFT JOIN operator b ON b.id = p.operator_id
WHERE t.kind = 'removal_step' AND t.done_at IS NULL AND {holds_sql("r")}
GROUP BY r.id ORDER BY 6, 10, 7
"""
_APPROVE = f"""
SELECT r.id, m.id, g.id, m.name, g.name, r.decided_at, coalesce(r.batch, ''),
    CASE WHEN o.id = ? THEN '' ELSE o.name END
FROM removal r JOIN membership m ON m.id = r.membership_id JOIN operator o ON o.id = r.operator_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE {waits_sql("r")} ORDER BY r.decided_at, r.id
"""
_TERM_OVER = f"""
SELECT t.id, m.id, g.id, m.name, g.name, t.created_at, t.due_on
FROM task t JOIN removal r ON r.id = t.removal_id JOIN membership m ON m.id = r.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE t.kind = 'term_over' AND t.done_at IS NULL AND {holds_sql("r")} AND NOT EXISTS (
    SELECT 1 FROM membership b WHERE b.person_id = m.person_id AND b.group_id = m.group_id
        AND b.state = 'active')
ORDER BY t.created_at, t.id
"""
DECLINED_FROM = """
FROM reversal v CROSS JOIN removal r ON r.id = v.target_id
JOIN membership m ON m.id = r.membership_id JOIN operator o ON o.id = v.operator_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE v.target_kind = 'removal' AND v.kind = 'declined' AND r.operator_id = ?
    AND NOT EXISTS (SELECT 1 FROM task t WHERE t.removal_id = r.id AND t.kind = 'declined')
    AND NOT EXISTS (SELECT 1 FROM removal n WHERE n.membership_id = r.membership_id
        AND n.id > r.id AND n.operator_id = r.operator_id AND n.decided_at >= v.at)
"""
_DECLINED = f"""
SELECT r.id, m.id, g.id, m.name, g.name, v.at, v.reason, o.name, coalesce(r.batch, '')
{DECLINED_FROM} ORDER BY v.at, r.id
"""


def due_from_removals(ledger: Ledger) -> Iterator[TodoRecord]:
    """Yield what is to be done; the caller reads. Only what is to be carried out has a day.

    `about`: why a step could not be done; who asks for approval, empty for the operator at the
    desk; the last day of a term; why something was declined. What others asked for and did not get
    is theirs to note.
    """
    yield from _declined(ledger)
    yield from _to_answer(ledger)
    yield from _terms_over(ledger)
    yield from _to_carry_out(ledger)


def _to_carry_out(ledger: Ledger) -> Iterator[TodoRecord]:
    for row in ledger.database.execute_sql(_CARRY_OUT):
        ident, member, group, name, group_name, due_on, since, done, of, batch, about, *more = row
        asked_by, by, lets_back = more
        yield TodoRecord(
            kind=CARRY_OUT,
            id=ident,
            membership_id=member,
            group_id=group,
            member_name=name,
            group_name=group_name,
            due_on=stored.day(due_on).isoformat(),
            since=stored.moment_text(since),
            done=done,
            of=of,
            batch=f"{batch} back" if batch and lets_back else batch,
            about=about,
            asked_by=asked_by,
            by=by,
            lets_back=bool(lets_back),
        )


def _to_answer(ledger: Ledger) -> Iterator[TodoRecord]:
    now = ledger.clock()
    rows = ledger.database.execute_sql(_APPROVE, (ledger.operator.id,))
    for ident, member, group, name, group_name, since, batch, asked_by in rows:
        moment = stored.moment_text(since)
        yield TodoRecord(
            kind=APPROVE,
            id=ident,
            membership_id=member,
            group_id=group,
            member_name=name,
            group_name=group_name,
            due_on="",
            since=moment,
            batch=batch,
            about=asked_by,
            late_on=late_on(moment, now),
        )


def _terms_over(ledger: Ledger) -> Iterator[TodoRecord]:
    rows = ledger.database.execute_sql(_TERM_OVER)
    for ident, member, group, name, group_name, since, last_day in rows:
        yield TodoRecord(
            kind=TERM_OVER,
            id=ident,
            membership_id=member,
            group_id=group,
            member_name=name,
            group_name=group_name,
            due_on="",
            since=stored.moment_text(since),
            about=stored.day(last_day).isoformat(),
        )


def _declined(ledger: Ledger) -> Iterator[TodoRecord]:
    rows = ledger.database.execute_sql(_DECLINED, (ledger.operator.id,))
    for ident, member, group, name, group_name, at, reason, by, batch in rows:
        yield TodoRecord(
            kind=DECLINED,
            id=ident,
            membership_id=member,
            group_id=group,
            member_name=name,
            group_name=group_name,
            due_on="",
            since=stored.moment_text(at),
            about=reason,
            by=by,
            batch=f"{batch} {at}" if batch else "",
        )
