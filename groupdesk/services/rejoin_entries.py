# SPDX-License-Identifier: MIT
"""Requests to come back as entries of a timeline: asked, answered, back, and how a trial ended."""

from typing import Any, Final

from groupdesk.domain.leaving_enums import RejoinEntryKind
from groupdesk.domain.records import TimelineEntry
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase

REJOIN: Final = "rejoin"
ANSWER: Final = "rejoin_answer"
_ASKED: Final = """
SELECT x.id, x.recorded_at, x.asked_at, o.name, '', x.reason, g.id, g.name, '', ''
FROM rejoin_request x JOIN customer_group g ON g.id = x.group_id
JOIN operator o ON o.id = x.operator_id
WHERE x.person_id IN {0} AND (?1 = 0 OR x.group_id = ?1)
"""
_ANSWERS: Final = """
SELECT e.id, e.recorded_at, e.at, o.name, e.kind, e.text, g.id, g.name, coalesce(e.until, ''),
    e.override_reason
FROM rejoin_entry e JOIN rejoin_request x ON x.id = e.rejoin_id
JOIN customer_group g ON g.id = x.group_id JOIN operator o ON o.id = e.operator_id
LEFT JOIN membership m ON m.id = e.membership_id
WHERE x.person_id IN {0} AND (?1 = 0 OR x.group_id = ?1) AND e.kind <> 'note'
    AND coalesce(m.state, '') <> 'withdrawn'
"""


def rejoins_of(
    database: WorkspaceDatabase, persons: str, group_id: int, here: int
) -> list[TimelineEntry]:
    """Return the requests of these persons to come back to one group or, for 0, to any.

    `persons` is a list for SQL; what was not about the group `here` carries its group's name.
    """
    asked = database.execute_sql(_ASKED.format(persons), (group_id,)).fetchall()
    answers = database.execute_sql(_ANSWERS.format(persons), (group_id,)).fetchall()
    return [*(_entry(REJOIN, row, here) for row in asked), *(_answer(row, here) for row in answers)]


def _answer(row: tuple[Any, ...], here: int) -> TimelineEntry:
    return _entry(ANSWER, row, here, stored.one_of(RejoinEntryKind, row[4]).value)


def _entry(kind: str, row: tuple[Any, ...], here: int, state: str = "") -> TimelineEntry:
    ident, recorded, at, operator, _kind, text, group_id, group, until, override = row
    day = "rejoin_after" if state == RejoinEntryKind.LATER else "rejoin_trial"
    told = ((day, stored.known_day(until)), ("rejoin_override", str(override)))
    return TimelineEntry(
        kind=kind,
        id=int(ident),
        case_number=0,
        at=stored.moment_text(at),
        operator=str(operator),
        state=state,
        text=str(text),
        lines=tuple(pair for pair in told if pair[1]),
        elsewhere="" if group_id == here else str(group),
        recorded_at=stored.moment_text(recorded),
    )
