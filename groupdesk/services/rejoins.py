# SPDX-License-Identifier: MIT
"""Somebody whose removal was lifted after it was carried out may come back: a task until they ask.

Once they ask, or a list or a person takes them in again, it is shown no more; what becomes of
whoever asks is in `rejoin_requests`.
"""

from typing import Any
from uuid import UUID

from groupdesk.domain.appeal_records import RejoinTask
from groupdesk.domain.enums import Action, Platform
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.models import stored
from groupdesk.models.moderation import Task
from groupdesk.models.people import Membership
from groupdesk.services import casework, task_events
from groupdesk.services.appeal_due import REJOIN, REJOINS_SQL
from groupdesk.services.ledger import Entry, Ledger


class Rejoins:
    """Those who may come back."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def open(self) -> tuple[RejoinTask, ...]:
        """Return who may come back and has not yet, the longest waiting first."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(f"{REJOINS_SQL} ORDER BY t.created_at, t.id")
            return tuple(_record(row) for row in rows)

    def get(self, task_id: int) -> RejoinTask:
        """Return one of them. Raises StateChangedError("rejoin_over")."""
        found = next((one for one in self.open() if one.id == task_id), None)
        if found is None:
            raise StateChangedError("rejoin_over")
        return found

    def give_up(self, operation: UUID, task_id: int, reason: str) -> Receipt:
        """Record that the person does not come back, with what they said.

        Raises ValidationError without it, StateChangedError("rejoin_over").
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            task = Task.get_or_none((Task.id == task_id) & (Task.kind == REJOIN))
            if task is None or task.done_at is not None:
                raise StateChangedError("rejoin_over")
            task.done_at, task.done_by_id, task.result = entry.now_text, entry.operator.id, text
            task.save()
            stay = casework.stay_of(task.membership_id)
            task_events.about(entry, task, stay)
            said = {"task": REJOIN, "case": task.case_id, "reason": text}
            entry.record(person_id=stay.person_id, after=casework.names(stay) | said)

        return self._ledger.run(operation, Action.TASK_DONE, work)


def make_task(entry: Entry, stay: Membership, case_number: int) -> Task:
    """Remind of letting somebody back in, from today on."""
    return Task.create(
        kind=REJOIN,
        membership=stay.id,
        case=case_number,
        due_on=entry.now.date().isoformat(),
        created_at=entry.now_text,
    )


def _record(row: tuple[Any, ...]) -> RejoinTask:
    ident, stay, person, group, group_name, platform, name, since, case = row
    return RejoinTask(
        id=int(ident),
        membership_id=int(stay),
        person_id=int(person),
        group_id=int(group),
        group_name=str(group_name),
        platform=stored.one_of(Platform, platform),
        member_name=str(name),
        since=stored.moment_text(since),
        case_number=stored.number(case),
    )
