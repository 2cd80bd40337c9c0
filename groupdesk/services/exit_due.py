# SPDX-License-Identifier: MIT
"""What requests to leave leave to do, for Today. In an archived group they rest."""

from collections.abc import Iterator
from typing import Final

from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.due import TodoRecord
from groupdesk.domain.exit_records import ExitRow
from groupdesk.domain.leaving_enums import ExitState
from groupdesk.services.exit_rows import rows_where
from groupdesk.services.ledger import Ledger

ANSWER: Final = "exit_answer"
STAY: Final = "exit_stay"
"""Asked to stay: that day it is looked at whether somebody has taken over."""
LEAVE: Final = "exit_leave"
"""Agreed for a day that has come, or for none and all else is done: have they left?"""
ITEMS: Final = "exit_items"
CUSTOMERS: Final = "exit_customers"
LETTER: Final = "exit_letter"
CHECK: Final = "exit_check"
KINDS: Final = (ANSWER, STAY, LEAVE, ITEMS, CUSTOMERS, LETTER, CHECK)
_LETTER = """EXISTS (SELECT 1 FROM exit_entry f WHERE f.exit_id = x.id AND f.letter <> ''
    AND coalesce((SELECT n.state FROM notice_event n WHERE n.target_kind = 'exit'
        AND n.target_id = x.id AND n.recorded_at >= f.recorded_at ORDER BY n.id DESC LIMIT 1),
        'not_sent') IN ('not_sent', 'not_delivered'))"""
# Who left long ago, with all done, is not looked at again: of those there are ever more.
_UNDER_WAY = f"""
g.archived_at IS NULL AND m.state IN ('active', 'left')
AND NOT EXISTS (SELECT 1 FROM exit_entry f WHERE f.exit_id = x.id AND f.kind = 'mistaken')
AND ({_LETTER} OR NOT EXISTS (SELECT 1 FROM exit_entry f
        WHERE f.exit_id = x.id AND f.kind = 'withdrawn')
    AND (m.state = 'active'
        OR EXISTS (SELECT 1 FROM task t WHERE t.exit_id = x.id AND t.done_at IS NULL)
        OR EXISTS (SELECT 1 FROM exit_entry f, json_each(
                CASE WHEN json_valid(f.facts) THEN f.facts ELSE '{{}}' END, '$.customers') c
            WHERE f.exit_id = x.id AND f.kind = 'left' AND NOT EXISTS (SELECT 1 FROM exit_told t
                WHERE t.exit_id = x.id AND t.membership_id = c.value AND t.state <> 'prepared'))))
"""
_TO_SEND = frozenset({None, NoticeState.NOT_SENT, NoticeState.NOT_DELIVERED})
_ANSWERED = frozenset({ExitState.APPROVED, ExitState.STAYING, ExitState.LEFT})


def due_from_exits(ledger: Ledger) -> tuple[TodoRecord, ...]:
    """Return what is to be done, the earliest day first; the caller reads.

    The kinds are those of `KINDS`, the id is the request's. "exit_items" and "exit_customers"
    count, `about` names whoever takes over. A letter has no day.
    """
    today = ledger.clock().date().isoformat()
    found = [
        item for row, _entries in rows_where(ledger, _UNDER_WAY) for item in _of(ledger, row, today)
    ]
    return tuple(sorted(found, key=lambda item: (item.due_on, item.since, item.id)))


def _of(ledger: Ledger, row: ExitRow, today: str) -> Iterator[TodoRecord]:
    if row.back:
        return
    left = row.left_at and from_text(row.left_at).astimezone(ledger.clock().tzinfo)
    day = left.date().isoformat() if left else row.until or row.wish_on
    if row.state is ExitState.OPEN:
        yield _todo(row, ANSWER, row.answer_by)
    if row.state is ExitState.STAYING:
        yield _todo(row, STAY, row.until)
    ready = row.items_done == row.items and not row.customers_waiting
    if row.state is ExitState.APPROVED and ("" < day <= today or (ready and not day)):
        yield _todo(row, LEAVE, day)
    if row.state in _ANSWERED:
        if row.items_done < row.items:
            yield _todo(row, ITEMS, day, row.items_done, row.items)
        if row.customers_waiting:
            told = row.customers - row.customers_waiting
            yield _todo(row, CUSTOMERS, day, told, row.customers)
    lettered = row.state in _ANSWERED or row.state is ExitState.WITHDRAWN
    if lettered and row.has_letter and row.letter in _TO_SEND:
        yield _todo(row, LETTER, "")
    if row.check_on:
        yield _todo(row, CHECK, row.check_on)


def _todo(row: ExitRow, kind: str, due_on: str, done: int = 0, of: int = 0) -> TodoRecord:
    return TodoRecord(
        kind=kind,
        id=row.id,
        membership_id=row.membership_id,
        group_id=row.group_id,
        member_name=row.member_name,
        group_name=row.group_name,
        due_on=due_on,
        since=row.left_at or row.asked_at,
        done=done,
        of=of,
        about=row.replacement_name,
    )
