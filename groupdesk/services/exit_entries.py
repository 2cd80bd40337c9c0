# SPDX-License-Identifier: MIT
"""Leaving as entries of a timeline: what a member asked for, what was answered, who was told.

That they left is told by their departure.
"""

from dataclasses import replace
from typing import Any, Final

from groupdesk.domain.enums import Channel
from groupdesk.domain.leaving_enums import CustomerTold, ExitEntryKind, ExitReason
from groupdesk.domain.records import TimelineEntry
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase

EXIT: Final = "exit"
ANSWER: Final = "exit_answer"
TOLD: Final = "exit_told"
_EXITS: Final = """
SELECT x.id, x.recorded_at, x.asked_at, o.name, x.reason, x.reason_text, m.group_id, g.name
FROM exit_request x JOIN membership m ON m.id = x.membership_id
JOIN customer_group g ON g.id = m.group_id JOIN operator o ON o.id = x.operator_id
WHERE m.person_id IN {0} AND (?1 = 0 OR m.group_id = ?1)
"""
_ANSWERS: Final = """
SELECT e.id, e.recorded_at, e.at, o.name, e.kind, e.text, m.group_id, g.name,
    coalesce(e.until, ''), e.replacement_name, coalesce(e.reason, ''), coalesce(e.reason_text, '')
FROM exit_entry e JOIN exit_request x ON x.id = e.exit_id
JOIN membership m ON m.id = x.membership_id JOIN customer_group g ON g.id = m.group_id
JOIN operator o ON o.id = e.operator_id
WHERE m.person_id IN {0} AND (?1 = 0 OR m.group_id = ?1) AND e.kind NOT IN ('note', 'left')
"""
# A letter that was only copied told nobody anything.
_TOLD: Final = """
SELECT t.id, t.recorded_at, t.at, o.name, t.state, t.letter, n.group_id, g.name, t.contact,
    m.name, t.note, t.channel
FROM exit_told t JOIN membership n ON n.id = t.membership_id
JOIN exit_request x ON x.id = t.exit_id JOIN membership m ON m.id = x.membership_id
JOIN customer_group g ON g.id = n.group_id JOIN operator o ON o.id = t.operator_id
WHERE n.person_id IN {0} AND (?1 = 0 OR n.group_id = ?1) AND t.state IN ('told', 'could_not')
"""


def exits_of(
    database: WorkspaceDatabase, persons: str, group_id: int, here: int
) -> list[TimelineEntry]:
    """Return the requests of these persons to leave one group or, for 0, any.

    And that they were told who looks after them when somebody else left.
    `persons` is a list for SQL; what was not in the group `here` carries its group's name.
    """
    asked = database.execute_sql(_EXITS.format(persons), (group_id,)).fetchall()
    told = database.execute_sql(_TOLD.format(persons), (group_id,)).fetchall()
    answers = database.execute_sql(_ANSWERS.format(persons), (group_id,)).fetchall()
    return [
        *(_entry(EXIT, row, stored.one_of(ExitReason, row[4]).value, here) for row in asked),
        *(_answer(row, here) for row in answers),
        *(_told(row, here) for row in told),
    ]


def _answer(row: tuple[Any, ...], here: int) -> TimelineEntry:
    kind = stored.one_of(ExitEntryKind, row[4]).value
    said = {"exit_until": stored.known_day(row[8]), "exit_replacement": str(row[9])}
    said |= {"exit_reason": str(row[10]), "exit_words": str(row[11])}
    lines = tuple((key, text) for key, text in said.items() if text)
    return _entry(ANSWER, row, kind, here, lines)


def _told(row: tuple[Any, ...], here: int) -> TimelineEntry:
    said = zip(("exit_contact", "exit_leaver", "exit_note"), map(str, row[8:11]), strict=True)
    lines = tuple((key, text) for key, text in said if text)
    entry = _entry(TOLD, row, stored.one_of(CustomerTold, row[4]).value, here, lines)
    return replace(entry, channel=stored.one_of(Channel, row[11]))


def _entry(
    kind: str,
    row: tuple[Any, ...],
    state: str,
    here: int,
    lines: tuple[tuple[str, str], ...] = (),
) -> TimelineEntry:
    ident, recorded, at, operator, _state, text, group_id, group = row[:8]
    return TimelineEntry(
        kind=kind,
        id=int(ident),
        case_number=0,
        at=stored.moment_text(at),
        operator=str(operator),
        state=state,
        text=str(text),
        lines=lines,
        elsewhere="" if group_id == here else str(group),
        recorded_at=stored.moment_text(recorded),
    )
