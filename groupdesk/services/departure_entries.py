# SPDX-License-Identifier: MIT
"""Departures as entries of a timeline: how a stay ended, and what was corrected about it."""

from typing import Any

from groupdesk.domain.enums import DepartureHow
from groupdesk.domain.records import TimelineEntry
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase

_DEPARTURES = """
SELECT d.id, d.recorded_at, o.name, d.how, d.note, coalesce(d.case_id, 0), d.ended_at,
    coalesce(s.file_name, ''), coalesce(u.recorded_at, n.recorded_at),
    coalesce(uo.name, no.name, ''), coalesce(u.reason, n.note, ''), m.group_id, g.name
FROM departure d
JOIN membership m ON m.id = d.membership_id
JOIN customer_group g ON g.id = m.group_id
JOIN operator o ON o.id = d.operator_id
LEFT JOIN snapshot s ON s.id = d.snapshot_id
LEFT JOIN departure n ON n.id = (SELECT min(l.id) FROM departure l
    WHERE l.membership_id = d.membership_id AND l.snapshot_id IS d.snapshot_id AND l.id > d.id)
LEFT JOIN operator no ON no.id = n.operator_id
LEFT JOIN import_undo u ON u.snapshot_id = d.snapshot_id
LEFT JOIN operator uo ON uo.id = u.operator_id
WHERE m.person_id IN {0} AND (?1 = 0 OR m.group_id = ?1)
"""


def departures_of(
    database: WorkspaceDatabase, persons: str, group_id: int, here: int
) -> list[TimelineEntry]:
    """Return the departures of these persons, from one group or, for 0, from all.

    `persons` is a list for SQL; what was not in the group `here` carries its group's name.
    """
    rows = database.execute_sql(_DEPARTURES.format(persons), (group_id,)).fetchall()
    return [_entry(row, here) for row in rows]


def _entry(row: tuple[Any, ...], here: int) -> TimelineEntry:
    ident, at, operator, how, note, case, ended, file_name = row[:8]
    undone_at, undone_by, why, group_id, group = row[8:]
    labelled = (("list", file_name if not note else ""), ("correction", note))
    return TimelineEntry(
        kind="departure",
        id=ident,
        case_number=stored.number(case),
        at=stored.moment_text(at),
        operator=operator,
        state=stored.one_of(DepartureHow, how).value,
        state_at=stored.moment_text(ended),
        lines=tuple(pair for pair in labelled if pair[1]),
        reversed_at=stored.known_moment(undone_at),
        reversed_by=undone_by,
        reversal_reason=why,
        elsewhere="" if group_id == here else group,
    )
