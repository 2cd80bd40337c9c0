# SPDX-License-Identifier: MIT
"""Talks that are planned: prepared, changed, called off. The talk itself is recorded in `talks`."""

from typing import Any
from uuid import UUID

from groupdesk.domain.enums import Action, Channel
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.records import Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.talk_records import PARTS, PlannedTalk, PlanRequest
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.models import stored
from groupdesk.models.moderation import Task
from groupdesk.services import casework, task_events
from groupdesk.services.case_joining import open_case
from groupdesk.services.drafts import drop_draft
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.recent_acts import require_seen
from groupdesk.services.same_person import among, entries_of

_OPEN = """
SELECT t.id, t.due_on, coalesce(t.due_time, ''), m.id, m.name, g.id, g.name, o.name, e.recorded_at,
    coalesce(e.facts, '{{}}')
FROM task t
JOIN membership m ON m.id = t.membership_id
JOIN customer_group g ON g.id = m.group_id
JOIN task_event e ON e.id = (SELECT max(f.id) FROM task_event f
    WHERE f.task_id = t.id AND f.facts IS NOT NULL)
JOIN operator o ON o.id = e.operator_id
WHERE t.kind = 'talk' AND t.done_at IS NULL AND {0}
ORDER BY t.due_on, t.due_time, t.id
"""


class TalkPlans:
    """The planned talks with all members."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def plan(self, request: PlanRequest) -> Receipt:
        """Plan a talk, or change a plan; the receipt's subject is its task.

        Raises ValidationError for a day or time that has passed and for texts that cannot be
        stored, StateChangedError("plan_over") for a plan that was ended meanwhile.
        """
        now = self._ledger.clock()
        parts = {part: optional_text(part, getattr(request, part)).strip() for part in PARTS}
        took_part = optional_text("took_part", request.took_part).strip()
        task_events.due_day("due_on", request.due_on, now)
        task_events.due_time("due_time", request.due_on, request.due_time, now)

        def work(entry: Entry) -> None:
            before: dict[str, object] | None = None
            if request.task_id:
                task = task_events.open_task(request.task_id, task_events.PLAN)
                stay = casework.stay_of(task.membership_id)
                rule = casework.rule_of(request.rule_id, stay)
                before = task_events.when(task)
                task.due_on, task.due_time = request.due_on, request.due_time or None
                task.save()
                state = TaskState.CHANGED
            else:
                stay = casework.stay_of(request.membership_id)
                require_seen(self._ledger, entry, stay.person_id, request.seen_seq)
                rule = casework.rule_of(request.rule_id, stay)
                task = Task.create(
                    kind=task_events.PLAN,
                    membership=stay.id,
                    case=open_case(stay, [rule] if rule else []),  # it opens none, the talk does
                    due_on=request.due_on,
                    due_time=request.due_time or None,
                    created_at=entry.now_text,
                )
                state = TaskState.PLANNED
            said = {part: text for part, text in parts.items() if text}
            said |= {"took_part": took_part} if took_part else {}
            facts = said | {
                "channel": request.channel.value,
                "rule": rule.code if rule is not None else "",
            }
            event = task_events.add_event(entry, task, state, "", facts)
            drop_draft(self._ledger, request.draft_id)
            task_events.about(entry, task, stay)
            case = {"case": task.case_id} if task.case_id else {}
            entry.record(
                person_id=stay.person_id,
                before=before,
                after=casework.names(stay, rule)
                | task_events.when(task)
                | case
                | {"channel": request.channel.value}
                | said,
                rows=[event],
            )

        return self._ledger.run(request.operation, Action.TALK_PLAN, work)

    def call_off(self, operation: UUID, task_id: int, reason: str) -> Receipt:
        """Call a planned talk off, with a reason.

        Raises ValidationError for a missing reason, StateChangedError("plan_over").
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            task = task_events.open_task(task_id, task_events.PLAN)
            stay = casework.stay_of(task.membership_id)
            event = task_events.finish(entry, task, TaskState.CALLED_OFF, text)
            task_events.about(entry, task, stay)
            case = {"case": task.case_id} if task.case_id else {}
            entry.record(
                person_id=stay.person_id,
                before=task_events.when(task),
                after=casework.names(stay) | case | {"reason": text},
                rows=[event],
            )

        return self._ledger.run(operation, Action.TALK_CANCEL, work)

    def get(self, task_id: int) -> PlannedTalk:
        """Return a talk that is planned. Raises StateChangedError("plan_over")."""
        with self._ledger.reading():
            row = self._ledger.database.execute_sql(_OPEN.format("t.id = ?"), (task_id,)).fetchone()
        if row is None:
            raise StateChangedError("plan_over")
        return _planned(row)

    def of_member(self, membership_id: int) -> tuple[PlannedTalk, ...]:
        """Return what is planned with the person of a membership in its group, the next first."""
        with self._ledger.reading():
            database = self._ledger.database
            stay = database.execute_sql(
                "SELECT person_id, group_id FROM membership WHERE id = ?", (membership_id,)
            ).fetchone()
            if stay is None:
                return ()
            who = f"m.person_id IN {among(entries_of(database, stay[0]))} AND m.group_id = ?"
            rows = database.execute_sql(_OPEN.format(who), (stay[1],)).fetchall()
        return tuple(map(_planned, rows))


def _planned(row: tuple[Any, ...]) -> PlannedTalk:
    task, due_on, at, member, name, group, group_name, operator, planned_at, facts = row
    said = stored.fields(facts)
    return PlannedTalk(
        task_id=task,
        membership_id=member,
        member_name=name,
        group_id=group,
        group_name=group_name,
        due_on=stored.day(due_on).isoformat(),
        due_time=at,
        channel=stored.one_of(Channel, said.get("channel", Channel.PRIVATE.value)),
        parts={part: str(said[part]) for part in PARTS if part in said},
        took_part=str(said.get("took_part", "")),
        rule_code=str(said.get("rule", "")),
        planned_by=operator,
        planned_at=stored.moment_text(planned_at),
    )
