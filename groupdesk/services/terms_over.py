# SPDX-License-Identifier: MIT
"""Removals until a date whose last day has passed: written down once, then decided by a person.

Whether somebody may come back follows from the date; nothing depends on when it is written down.
"""

from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final
from uuid import UUID

from peewee import Model

from groupdesk.domain.carrying_out import StepWhy
from groupdesk.domain.enums import Action, SubjectKind, Term, Topic
from groupdesk.domain.errors import StateChangedError, StorageError, ValidationError
from groupdesk.domain.notice_records import TermOver
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.moderation import Removal, Task
from groupdesk.models.people import Membership
from groupdesk.services import casework, task_events
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.member_fields import named
from groupdesk.services.removal_state import GONE_SQL, holds_sql, term_sql, until_sql
from groupdesk.services.removal_steps import shorten
from groupdesk.services.same_person import among

TERM_OVER: Final = "term_over"
CHOICES: Final = frozenset({TaskState.LET_IN, TaskState.KEPT_OUT})
_DUE = f"""
FROM removal r CROSS JOIN membership m ON m.id = r.membership_id
JOIN customer_group g ON g.id = m.group_id
WHERE {{0}} r.term <> 'may_return' AND {term_sql("r")} = 'until' AND {until_sql("r")} < ?
    AND {GONE_SQL} AND {holds_sql("r")}
    AND NOT EXISTS (SELECT 1 FROM task t WHERE t.removal_id = r.id AND t.kind = '{TERM_OVER}')
"""
_NEXT = f"SELECT r.id {_DUE.format('')} LIMIT ?"
_WHOSE = f"""
SELECT m.group_id, r.id, r.case_id, m.id, m.person_id, m.name, m.nickname, g.name,
    {until_sql("r")} {_DUE} ORDER BY m.group_id, r.id
"""
_WAITING = f"""
SELECT t.id, t.removal_id, t.case_id, m.id, m.name, coalesce(p.language, ''), g.id, g.name, t.due_on
FROM task t JOIN membership m ON m.id = t.membership_id JOIN person p ON p.id = m.person_id
JOIN customer_group g ON g.id = m.group_id
JOIN removal r ON r.id = t.removal_id
WHERE t.id = ? AND t.kind = 'term_over' AND t.done_at IS NULL AND {holds_sql("r")}
"""


class TermsOver:
    """What is decided about those whose removal is over."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def get(self, task_id: int) -> TermOver:
        """Return a removal that is over. Raises StateChangedError("step_done")."""
        with self._ledger.reading():
            row = self._ledger.database.execute_sql(_WAITING, (task_id,)).fetchone()
        if row is None:
            raise StateChangedError("step_done")
        *numbers, name, language, group, group_name, until = row
        task, removal, case, member = numbers
        return TermOver(
            task_id=task,
            removal_id=removal,
            case_number=case,
            membership_id=member,
            member_name=name,
            language=language,
            group_id=group,
            group_name=group_name,
            until=stored.day(until).isoformat(),
        )

    def decide(self, operation: UUID, task_id: int, choice: TaskState, text: str = "") -> Receipt:
        """Say that somebody may come back, or that they are kept out and why.

        Who is kept out is still told of by the join check and by imports, with this reason. For
        who may come back, steps that kept them out are not needed any more, or are to be undone.
        Raises ValidationError("reason") where it is missing, StateChangedError("step_done") for
        what was decided already.
        """
        if choice not in CHOICES:
            raise ValidationError("choice", "term_over_choice")
        said = (
            require_text("reason", text, limit=MAX_REASON, code="reason_missing")
            if choice is TaskState.KEPT_OUT
            else optional_text("reason", text)
        )

        def work(entry: Entry) -> None:
            self.get(task_id)  # what was lifted meanwhile is over in another way
            task = task_events.open_task(task_id, TERM_OVER)
            event = task_events.finish(entry, task, choice, said)
            stay = casework.stay_of(task.membership_id)
            task_events.about(entry, task, stay)
            idle, rows = _let_in(entry, task, stay) if choice is TaskState.LET_IN else ([], [])
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay)
                | {"case": task.case_id, "term_over": choice.value}
                | ({"reason": said} if said else {})
                | ({"steps_not_needed": idle} if idle else {}),
                rows=[event, *rows],
            )

        return self._ledger.run(operation, Action.TASK_DONE, work)


def _let_in(entry: Entry, task: Task, stay: Membership) -> tuple[list[str], list[Model]]:
    """Let the steps follow; return which are not needed, and the rows."""
    removal: Removal | None = task.removal
    if removal is None:
        raise StorageError("damaged")
    terms = (Term.UNTIL, Term.MAY_RETURN)
    return shorten(entry, removal, stay, terms, why=StepWhy.TERM_OVER)


def any_term_over(database: WorkspaceDatabase, now: datetime) -> bool:
    """Say whether the last day of a removal has passed and is not written down."""
    found = database.execute_sql(_NEXT, (now.date().isoformat(), 1)).fetchone()
    return found is not None


def record_terms_over(ledger: Ledger, now: datetime, most: int) -> int:
    """Write down whose removal is over by the local day of `now`, and make a task of each.

    Returns how many there were. Takes the write lock only where there is one.
    """
    today = now.date().isoformat()
    with ledger.reading():
        found = ledger.database.execute_sql(_NEXT, (today, most)).fetchall()
    if not found:
        return 0
    with ledger.writing():
        # what somebody else recorded meanwhile is due no more
        which = f"r.id IN {among(ident for (ident,) in found)} AND"
        due = ledger.database.execute_sql(_WHOSE.format(which), (today,)).fetchall()
        for group_id, rows in groupby(due, key=itemgetter(0)):
            _record(ledger, now, int(group_id), list(rows))
    return len(found)


def _record(ledger: Ledger, now: datetime, group_id: int, rows: list[tuple[Any, ...]]) -> None:
    with ledger.by_program(Action.REMOVAL_LAPSE, now) as entry:
        kind, subject = (
            (SubjectKind.REMOVAL, rows[0][1]) if len(rows) == 1 else (SubjectKind.GROUP, group_id)
        )
        topics = (Topic.TASKS, Topic.MEMBERS, Topic.CASES)
        entry.about(kind, int(subject), *topics, group_id=group_id)
        for _, removal, case, member, person, name, nickname, group, until in rows:
            day = stored.day(until).isoformat()
            Task.create(
                kind=TERM_OVER,
                membership=member,
                case=case,
                removal=removal,
                due_on=day,
                created_at=entry.now_text,
            )
            entry.record(
                person_id=person, after=named(name, nickname, group) | {"case": case, "until": day}
            )
