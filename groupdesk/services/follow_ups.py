# SPDX-License-Identifier: MIT
"""Following talks up: what was agreed with a member, and whether it was kept."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from groupdesk.domain.enums import Action
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import Kept, NotHeld
from groupdesk.domain.talk_records import Agreement, DueTalk, FollowUp
from groupdesk.domain.text import optional_text
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services import casework, task_events
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.same_person import among, entries_of

_TALKS = """
SELECT k.id, k.happened_at, o.name, CASE WHEN c.group_id = ? THEN '' ELSE g.name END,
    k.not_held, k.problem, k.agreement
FROM talk k
JOIN case_file c ON c.id = k.case_id
JOIN customer_group g ON g.id = c.group_id
JOIN operator o ON o.id = k.operator_id
WHERE {0}
ORDER BY k.happened_at DESC, k.id DESC
"""
_FOLLOW_UPS = """
SELECT t.talk_id, t.id, t.due_on, k.follow_up_on, t.done_at, coalesce(o.name, ''), t.result,
    (SELECT e.state FROM task_event e WHERE e.task_id = t.id ORDER BY e.id DESC LIMIT 1)
FROM task t JOIN talk k ON k.id = t.talk_id LEFT JOIN operator o ON o.id = t.done_by_id
WHERE t.kind = 'follow_up' AND t.talk_id IN {0} ORDER BY t.id
"""
_DUE = """
SELECT t.id, m.id, m.name, g.id, g.name, t.due_on, coalesce(t.talk_id, 0)
FROM task t JOIN membership m ON m.id = t.membership_id JOIN customer_group g ON g.id = m.group_id
WHERE t.kind = 'follow_up' AND t.done_at IS NULL AND t.id = ?
"""


class FollowUps:
    """The follow-ups of all talks."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def done(
        self, operation: UUID, task_id: int, kept: Kept | None = None, result: str = ""
    ) -> Receipt:
        """Tick a follow-up: whether what was agreed was kept, and what is known of it.

        Raises StateChangedError("step_done") when it was ticked already.
        """
        text = optional_text("result", result)

        def work(entry: Entry) -> None:
            task = task_events.open_task(task_id, task_events.FOLLOW_UP)
            event = task_events.finish(entry, task, task_events.followed_up(kept), text)
            stay = casework.stay_of(task.membership_id)
            task_events.about(entry, task, stay)
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay)
                | {"case": task.case_id}
                | ({"kept": kept.value} if kept is not None else {})
                | {"result": text},
                rows=[event],
            )

        return self._ledger.run(operation, Action.TASK_DONE, work)

    def get(self, task_id: int) -> DueTalk:
        """Return a follow-up that waits. Raises StateChangedError("step_done")."""
        with self._ledger.reading():
            database = self._ledger.database
            row = database.execute_sql(_DUE, (task_id,)).fetchone()
            if row is None:
                raise StateChangedError("step_done")
            task, member, name, group, group_name, due_on, talk = row
            talks = _agreements(database, "k.id = ?", group, talk)
        day = stored.day(due_on).isoformat()
        return DueTalk(task, member, name, group, group_name, day, talks[0] if talks else None)

    def agreements(self, membership_id: int) -> tuple[Agreement, ...]:
        """Return the talks with the person of a membership, the newest first.

        That is over all entries that were linked as one person, and in all groups.
        """
        with self._ledger.reading():
            database = self._ledger.database
            stay = database.execute_sql(
                "SELECT person_id, group_id FROM membership WHERE id = ?", (membership_id,)
            ).fetchone()
            if stay is None:
                return ()
            who = f"c.person_id IN {among(entries_of(database, stay[0]))} AND ?"
            return _agreements(database, who, stay[1], 1)


def follow_ups_of(database: WorkspaceDatabase, talks: Iterable[int]) -> dict[int, FollowUp]:
    """Return the follow-up of each of these talks that has one."""
    rows = database.execute_sql(_FOLLOW_UPS.format(among(talks)))
    return {int(row[0]): _follow_up(row) for row in rows}


def _agreements(
    database: WorkspaceDatabase, where: str, group_id: int, value: int
) -> tuple[Agreement, ...]:
    rows = database.execute_sql(_TALKS.format(where), (group_id, value)).fetchall()
    later = follow_ups_of(database, [row[0] for row in rows])
    return tuple(
        Agreement(
            talk_id=talk,
            at=stored.moment_text(at),
            operator=operator,
            group_name=group_name,
            not_held=None if not_held is None else stored.one_of(NotHeld, not_held),
            problem=problem,
            agreement=agreement,
            follow_up=later.get(talk),
        )
        for talk, at, operator, group_name, not_held, problem, agreement in rows
    )


def _follow_up(row: tuple[Any, ...]) -> FollowUp:
    _, task, due_on, first, done_at, done_by, result, state = row
    known = set(Kept)
    return FollowUp(
        task_id=task,
        due_on=stored.day(due_on).isoformat(),
        first_due_on=stored.known_day(first) or stored.day(due_on).isoformat(),
        done_at=stored.known_moment(done_at),
        done_by=done_by,
        kept=Kept(state) if done_at and state in known else None,
        result=result,
    )
