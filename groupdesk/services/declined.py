# SPDX-License-Identifier: MIT
"""Requests for approval that were declined: whoever asked is told until they say that they know.

Nobody else can say it for them. Asking again, or removing the member all the same, says it, too.
"""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from groupdesk.domain.act_records import TodoRecord
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.models import stored
from groupdesk.models.moderation import Task
from groupdesk.services import casework, task_events
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.same_person import among

DECLINED: Final = "declined"
"""The kind of the lines, and of the tasks that keep that somebody knows of one."""
_FROM = """
FROM reversal v CROSS JOIN removal r ON r.id = v.target_id
JOIN membership m ON m.id = r.membership_id JOIN operator o ON o.id = v.operator_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE v.target_kind = 'removal' AND v.kind = 'declined' AND r.operator_id = ?
    AND NOT EXISTS (SELECT 1 FROM task t WHERE t.removal_id = r.id AND t.kind = 'declined')
    AND NOT EXISTS (SELECT 1 FROM removal n WHERE n.membership_id = r.membership_id
        AND n.id > r.id AND n.operator_id = r.operator_id AND n.decided_at >= v.at)
"""
_LINES = f"""
SELECT r.id, m.id, g.id, m.name, g.name, v.at, v.reason, o.name, coalesce(r.batch, '')
{_FROM} ORDER BY v.at, r.id
"""
_UNKNOWN = f"SELECT r.id, r.case_id, m.id, v.at {_FROM} AND r.id IN {{0}} ORDER BY r.id"


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


def declined(ledger: Ledger) -> tuple[TodoRecord, ...]:
    """Return what the operator is to be told of, the longest ago first; the caller reads.

    `about` is the reason, `by` who declined; in an archived group it rests.
    """
    rows = ledger.database.execute_sql(_LINES, (ledger.operator.id,))
    return tuple(map(_line, rows))


def _line(row: tuple[Any, ...]) -> TodoRecord:
    ident, member, group, name, group_name, at, reason, by, batch = row
    return TodoRecord(
        kind=DECLINED,
        id=int(ident),
        membership_id=int(member),
        group_id=int(group),
        member_name=str(name),
        group_name=str(group_name),
        due_on="",
        since=stored.moment_text(at),
        about=str(reason),
        by=str(by),
        batch=f"{batch} {at}" if batch else "",
    )
