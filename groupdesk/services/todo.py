# SPDX-License-Identifier: MIT
"""What a person has to do.

Confirm prepared messages, carry removals out, take note of what was declined, hold planned talks
and follow them up, decide about who is back and who objects.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from groupdesk.domain.act_records import TodoRecord
from groupdesk.domain.enums import Action
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.person_records import ReturnAlert
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.text import optional_text
from groupdesk.models import stored
from groupdesk.services import casework, task_events
from groupdesk.services.appeal_due import due_from_appeals
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.removal_state import holds_sql, waits_sql
from groupdesk.services.returns import Returns
from groupdesk.services.undelivered import undelivered

_SQL = f"""
SELECT 'confirm_sent', w.id, m.id, g.id, m.name, g.name, '', w.prepared_at, 0, 0, '', '', '', ''
FROM member_warning w JOIN membership m ON m.id = w.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE m.waiting > 0 AND 'prepared' = (
    SELECT state FROM warning_event e WHERE e.warning_id = w.id ORDER BY e.id DESC LIMIT 1)
UNION ALL
SELECT 'carry_out', r.id, m.id, g.id, m.name, g.name, min(t.due_on),
    coalesce(p.at, r.decided_at),
    (SELECT count(*) FROM task d WHERE d.removal_id = r.id AND d.kind = t.kind
        AND d.done_at IS NOT NULL),
    (SELECT count(*) FROM task d WHERE d.removal_id = r.id AND d.kind = t.kind),
    coalesce(r.batch, ''), coalesce((SELECT e.text FROM task d JOIN task_event e ON e.task_id = d.id
        WHERE d.removal_id = r.id AND d.done_at IS NULL AND e.state = 'could_not' AND e.id = (
            SELECT max(n.id) FROM task_event n WHERE n.task_id = d.id)
        ORDER BY e.id DESC LIMIT 1), ''),
    CASE WHEN p.id IS NULL THEN '' ELSE a.name END, coalesce(b.name, '')
FROM task t JOIN removal r ON r.id = t.removal_id JOIN membership m ON m.id = r.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
JOIN operator a ON a.id = r.operator_id
LEFT JOIN removal_approval p ON p.removal_id = r.id LEFT JOIN operator b ON b.id = p.operator_id
WHERE t.kind = 'removal_step' AND t.done_at IS NULL AND {holds_sql("r")}
GROUP BY r.id
UNION ALL
SELECT 'approve', r.id, m.id, g.id, m.name, g.name, '', r.decided_at, 0, 0,
    coalesce(r.batch, ''), CASE WHEN o.id = ? THEN '' ELSE o.name END, '', ''
FROM removal r JOIN membership m ON m.id = r.membership_id JOIN operator o ON o.id = r.operator_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE {waits_sql("r")}
UNION ALL
SELECT 'term_over', t.id, m.id, g.id, m.name, g.name, '', t.created_at, 0, 0, '', t.due_on, '', ''
FROM task t JOIN removal r ON r.id = t.removal_id JOIN membership m ON m.id = r.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE t.kind = 'term_over' AND t.done_at IS NULL AND {holds_sql("r")} AND NOT EXISTS (
    SELECT 1 FROM membership b WHERE b.person_id = m.person_id AND b.group_id = m.group_id
        AND b.state = 'active')
UNION ALL
SELECT CASE WHEN k.not_held IS NULL THEN 'follow_up' ELSE 'try_again' END, t.id, m.id, g.id,
    m.name, g.name, t.due_on,
    CASE WHEN k.not_held IS NULL THEN coalesce(k.happened_at, t.created_at) ELSE t.created_at END,
    0, 0, '', coalesce(k.agreement, ''), '', ''
FROM task t JOIN membership m ON m.id = t.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
LEFT JOIN talk k ON k.id = t.talk_id
WHERE t.kind = 'follow_up' AND t.done_at IS NULL
UNION ALL
SELECT 'plan', t.id, m.id, g.id, m.name, g.name, t.due_on, t.created_at, 0, 0,
    coalesce(t.due_time, ''), coalesce((SELECT e.facts FROM task_event e
        WHERE e.task_id = t.id AND e.facts IS NOT NULL ORDER BY e.id DESC LIMIT 1), '{{}}'), '', ''
FROM task t JOIN membership m ON m.id = t.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE t.kind = 'talk' AND t.done_at IS NULL
ORDER BY 7, 11, 8
"""

_DRAFTS = """
SELECT 'draft_' || d.kind, d.id, m.id, g.id, m.name, g.name, '', d.saved_at, 0,
    CASE WHEN d.kind = 'removals' AND json_valid(d.payload)
        THEN coalesce(json_array_length(d.payload, '$.members'), 0) ELSE 0 END, '', '', '', ''
FROM draft d JOIN membership m ON m.id = d.membership_id
    AND (m.state = 'active' OR d.kind = 'removals')
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE d.operator_id = ? AND d.kind IN ('warning', 'talk', 'removal', 'removals', 'case')
ORDER BY d.saved_at DESC, d.id DESC
"""

DECLINED: Final = "declined"
"""The kind of the lines, and of the tasks that keep that somebody knows of one."""
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

_DATED = frozenset({"carry_out", "follow_up", "try_again", "plan"})
_IN_BATCHES = frozenset({"carry_out", "approve"})


class Todo:
    """What is due on this desk."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def all(self, membership_id: int | None = None) -> tuple[TodoRecord, ...]:
        """Return what waits, the longest due first; for one member or for all.

        In an archived group everything rests until the group is in use again.
        """
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(_SQL, (self._ledger.operator.id,)).fetchall()
            objected = due_from_appeals(self._ledger)
            refused = _declined(self._ledger)
        found = [
            *objected,
            *map(_returned, Returns(self._ledger).alerts()),
            *refused,
            *undelivered(self._ledger),
            *map(_record, rows),
        ]
        return tuple(
            item for item in found if membership_id is None or item.membership_id == membership_id
        )

    def lines(self) -> tuple[TodoRecord, ...]:
        """Return what waits for all members as a page lists it: the removals of one act together.

        Such a line is that of the first member.
        """
        return together(self.all())

    def drafts(self) -> tuple[TodoRecord, ...]:
        """Return what the operator began to write about a member and kept, the newest first.

        Of these the kind is "draft_warning", "draft_talk", "draft_removal", "draft_removals" (of
        `of` members, told by one of them) or "draft_case", `since` is when it was kept. Those
        about one member who is gone rest, as those of archived groups do. Another try of what did
        not arrive is told by that one, in `all`.
        """
        with self._ledger.reading():
            tried = {item.membership_id for item in undelivered(self._ledger) if item.draft_at}
            rows = self._ledger.database.execute_sql(
                _DRAFTS, (self._ledger.operator.id,)
            ).fetchall()
        found = map(_record, rows)
        return tuple(
            item
            for item in found
            if item.kind != "draft_warning" or item.membership_id not in tried
        )

    def move(
        self, operation: UUID, task_id: int, due_on: str, at: str = "", reason: str = ""
    ) -> Receipt:
        """Move a follow-up or a planned talk to another day, a talk also to another time.

        The reason may be empty. Raises ValidationError for a time that has passed or is the one
        it has already, StateChangedError for what was done or called off meanwhile.
        """
        now = self._ledger.clock()
        task_events.due_day("due_on", due_on, now)
        task_events.due_time("due_time", due_on, at, now)
        text = optional_text("reason", reason)

        def work(entry: Entry) -> None:
            task = task_events.open_task(task_id, task_events.PLAN, task_events.FOLLOW_UP)
            before = task_events.when(task)
            clock_time = at if task.kind == task_events.PLAN and at else None
            if (task.due_on, task.due_time) == (due_on, clock_time):
                raise ValidationError("due_on", "same_day")
            task.due_on, task.due_time = due_on, clock_time
            task.save()
            stay = casework.stay_of(task.membership_id)
            event = task_events.add_event(entry, task, TaskState.MOVED, text)
            task_events.about(entry, task, stay)
            said = {"case": task.case_id, "reason": text}
            entry.record(
                person_id=stay.person_id,
                before=before,
                after=casework.names(stay)
                | task_events.when(task)
                | {key: value for key, value in said.items() if value},
                rows=[event],
            )

        return self._ledger.run(operation, Action.TASK_MOVE, work)


def _returned(alert: ReturnAlert) -> TodoRecord:
    return TodoRecord(
        kind="to_remove" if alert.to_remove else "returned",
        id=alert.membership_id,
        membership_id=alert.membership_id,
        group_id=alert.group_id,
        member_name=alert.name,
        group_name=alert.group_name,
        due_on="",
        since=alert.since,
        alert=alert,
    )


def _record(row: tuple[Any, ...]) -> TodoRecord:
    kind, ident, member, group, name, group_name, due_on, since, done, of, at, about, *who = row
    return TodoRecord(
        kind=kind,
        id=ident,
        membership_id=member,
        group_id=group,
        member_name=name,
        group_name=group_name,
        due_on=stored.day(due_on).isoformat() if kind in _DATED else "",
        since=stored.moment_text(since),
        done=done,
        of=of,
        due_time="" if kind in _IN_BATCHES else at,
        batch=at if kind in _IN_BATCHES else "",
        about=str(stored.fields(about).get("problem", "")) if kind == "plan" else about,
        asked_by=who[0],
        by=who[1],
    )


def together(items: Iterable[TodoRecord]) -> tuple[TodoRecord, ...]:
    """Return what waits, the removals of one act as one line: that of the first member."""
    found: dict[object, TodoRecord] = {}
    for number, item in enumerate(items):
        key = (item.kind, item.batch) if item.batch else number
        before = found.get(key)
        if before is None:
            found[key] = item
        else:
            found[key] = replace(
                before,
                done=before.done + item.done,
                of=before.of + item.of,
                members=before.members + 1,
                about=before.about or item.about,
            )
    return tuple(found.values())


def _declined(ledger: Ledger) -> tuple[TodoRecord, ...]:
    """Return what the operator is to be told of, the longest ago first; the caller reads.

    `about` is the reason, `by` who declined; in an archived group it rests.
    """
    rows = ledger.database.execute_sql(_DECLINED, (ledger.operator.id,))
    return tuple(map(_declined_line, rows))


def _declined_line(row: tuple[Any, ...]) -> TodoRecord:
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
