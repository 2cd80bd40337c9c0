# SPDX-License-Identifier: MIT
"""Planned talks and recognition as entries of a timeline."""

from datetime import datetime
from typing import Any

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel
from groupdesk.domain.records import TimelineEntry
from groupdesk.domain.talk_enums import TaskState
from groupdesk.domain.talk_records import PARTS
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase

PLAN = "plan"
RECOGNITION = "recognition"
"""What a timeline calls them."""

# What came of a plan that was carried out is the talk, which stands there by itself.
_PLANS = """
SELECT t.id, coalesce(t.case_id, 0), t.due_on, coalesce(t.due_time, ''), p.recorded_at, o.name,
    coalesce(p.facts, '{{}}'), f.due_on, t.done_at, coalesce(d.name, ''), t.result, m.group_id,
    g.name
FROM task t
JOIN membership m ON m.id = t.membership_id
JOIN customer_group g ON g.id = m.group_id
JOIN task_event f ON f.id = (SELECT min(e.id) FROM task_event e WHERE e.task_id = t.id)
JOIN task_event p ON p.id = (SELECT max(e.id) FROM task_event e
    WHERE e.task_id = t.id AND e.facts IS NOT NULL)
JOIN operator o ON o.id = p.operator_id
LEFT JOIN operator d ON d.id = t.done_by_id
WHERE t.kind = 'talk' AND t.talk_id IS NULL AND {0}
"""
_RECOGNITION = """
SELECT r.id, r.recorded_at, r.happened_on, r.text, o.name, v.at, v.reason, coalesce(w.name, ''),
    m.group_id, g.name
FROM recognition r
JOIN membership m ON m.id = r.membership_id
JOIN customer_group g ON g.id = m.group_id
JOIN operator o ON o.id = r.operator_id
LEFT JOIN reversal v ON v.target_kind = 'recognition' AND v.target_id = r.id
LEFT JOIN operator w ON w.id = v.operator_id
WHERE m.person_id IN {0} AND (?1 = 0 OR m.group_id = ?1)
"""


def talk_entries(
    database: WorkspaceDatabase, persons: str, group_id: int, here: int, now: datetime
) -> list[TimelineEntry]:
    """Return plans and recognition of these persons, from one group or, for 0, from all.

    `persons` is a list for SQL; what was not in the group `here` carries its group's name. A day
    is taken in the zone of `now`.
    """
    who = f"m.person_id IN {persons} AND (?1 = 0 OR m.group_id = ?1)"
    plans = database.execute_sql(_PLANS.format(who), (group_id,)).fetchall()
    noted = database.execute_sql(_RECOGNITION.format(persons), (group_id,)).fetchall()
    return [
        *(_plan(row, here, now) for row in plans),
        *(_recognition(row, here, now) for row in noted),
    ]


def plans_of_case(database: WorkspaceDatabase, number: int, now: datetime) -> list[TimelineEntry]:
    """Return the plans that belong to a case."""
    rows = database.execute_sql(_PLANS.format("t.case_id = ?"), (number,)).fetchall()
    return [_plan(row, row[11], now) for row in rows]


def _plan(row: tuple[Any, ...], here: int, now: datetime) -> TimelineEntry:
    ident, case, due_on, at, planned_at, operator, facts, first, done_at, done_by, why = row[:11]
    group_id, group = row[11:]
    said = stored.fields(facts)
    day = stored.day(due_on).isoformat()
    moved = first if first != day else ""
    labelled = (
        ("moved_from", moved),
        *((part, str(said.get(part, ""))) for part in PARTS),
        ("took_part", str(said.get("took_part", ""))),
    )
    return TimelineEntry(
        kind=PLAN,
        id=ident,
        case_number=case,
        at=_moment(day, at, now),
        operator=operator,
        channel=stored.one_of(Channel, said.get("channel", Channel.PRIVATE.value)),
        state=(TaskState.CALLED_OFF if done_at else TaskState.PLANNED).value,
        text=str(said.get("problem", "")),
        until=day,
        due_time=at,
        lines=tuple(pair for pair in labelled if pair[1]),
        recorded_at=stored.moment_text(planned_at),
        rule_code=str(said.get("rule", "")),
        reversed_at=stored.known_moment(done_at),
        reversed_by=done_by,
        reversal_reason=why,
        elsewhere="" if group_id == here else group,
    )


def _recognition(row: tuple[Any, ...], here: int, now: datetime) -> TimelineEntry:
    ident, recorded_at, day, text, operator, taken_at, why, taken_by, group_id, group = row
    recorded = stored.moment_text(recorded_at)
    on_the_day = stored.moment(recorded_at).astimezone(now.tzinfo).date() == stored.day(day)
    return TimelineEntry(
        kind=RECOGNITION,
        id=ident,
        case_number=0,
        at=recorded if on_the_day else _moment(stored.day(day).isoformat(), "12:00", now),
        operator=operator,
        text=text,
        until=stored.day(day).isoformat(),
        recorded_at=recorded,
        reversed_at=stored.known_moment(taken_at),
        reversed_by=taken_by,
        reversal_reason=why or "",
        elsewhere="" if group_id == here else group,
    )


def _moment(day: str, at: str, now: datetime) -> str:
    """Return a local time on a local day as stored text; the end of the day where none is said."""
    clock_time = stored.time_of_day(at) if at else stored.time_of_day("23:59")
    return to_text(datetime.combine(stored.day(day), clock_time, now.tzinfo))
