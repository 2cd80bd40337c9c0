# SPDX-License-Identifier: MIT
"""Requests for approval that were declined: whoever asked is told until they say that they know.

Nobody else can say it for them. Asking again, or removing the member all the same, says it, too.
"""

from collections.abc import Sequence
from uuid import UUID

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.models import stored
from groupdesk.models.moderation import Task
from groupdesk.services import casework, task_events
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.removal_due import DECLINED, DECLINED_FROM
from groupdesk.services.same_person import among

_UNKNOWN = f"SELECT r.id, r.case_id, m.id, v.at {DECLINED_FROM} AND r.id IN {{0}} ORDER BY r.id"


class Declined:
    """What the operator at the desk asked for and did not get."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def seen(self, operation: UUID, removal_ids: Sequence[int]) -> Receipt:
        """Record that whoever asked knows that these were declined, all of them or none.

        Raises StateChangedError("declined_known") for what they know already, did not ask for
        themselves, or what was not declined.
        """
        wanted = list(dict.fromkeys(removal_ids))

        def work(entry: Entry) -> None:
            rows = self._ledger.database.execute_sql(
                _UNKNOWN.format(among(wanted)), (entry.operator.id,)
            ).fetchall()
            if not wanted or len(rows) != len(wanted):
                raise StateChangedError("declined_known")
            groups = set()
            for removal, case, member, at in rows:
                day = from_text(stored.moment_text(at)).astimezone(entry.now.tzinfo).date()
                task = Task.create(
                    kind=DECLINED,
                    membership=member,
                    case=case,
                    removal=removal,
                    due_on=day.isoformat(),
                    created_at=entry.now_text,
                )
                event = task_events.finish(entry, task, TaskState.DONE)
                stay = casework.stay_of(member)
                groups.add(stay.group_id)
                entry.record(
                    person_id=stay.person_id,
                    after=casework.names(stay) | {"case": case, "task": DECLINED},
                    rows=[event],
                )
            only = groups.pop() if len(groups) == 1 else None
            entry.about(SubjectKind.TASK, task.id, *task_events.TOPICS, group_id=only)

        return self._ledger.run(operation, Action.TASK_DONE, work)
