# SPDX-License-Identifier: MIT
"""What members were told of the rules: as quiet entries of a timeline, and on a given day."""

from typing import Any

from groupdesk.domain.case_enums import ToldState
from groupdesk.domain.enums import Channel
from groupdesk.domain.records import TimelineEntry
from groupdesk.domain.told_records import RulesKnown
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase

# One line for each stay and version: as it stands now.
_TOLD = """
SELECT t.id, t.recorded_at, t.at, o.name, t.state, t.channel, b.version, m.group_id, g.name
FROM rules_told t
JOIN membership m ON m.id = t.membership_id
JOIN rulebook b ON b.id = t.rulebook_id
JOIN customer_group g ON g.id = m.group_id
JOIN operator o ON o.id = t.operator_id
WHERE m.person_id IN {0} AND (?1 = 0 OR m.group_id = ?1) AND t.id = (
    SELECT max(n.id) FROM rules_told n
    WHERE n.membership_id = t.membership_id AND n.rulebook_id = t.rulebook_id)
"""
# What holds: the last record of a stay and version and, where that is an acknowledgement, what they
# were told before it, unless that was taken back: it may have been earlier than the day asked for.
_KNOWN = """
SELECT b.version, t.at, t.state FROM rules_told t
JOIN membership m ON m.id = t.membership_id JOIN rulebook b ON b.id = t.rulebook_id
JOIN rules_told l ON l.id = (SELECT max(n.id) FROM rules_told n
    WHERE n.membership_id = t.membership_id AND n.rulebook_id = t.rulebook_id)
WHERE m.person_id IN {0} AND m.group_id = ?1 AND t.at <= ?2 AND l.state <> 'withdrawn'
AND (t.id = l.id OR t.state = 'told' AND l.state = 'acknowledged' AND NOT EXISTS (
    SELECT 1 FROM rules_told w WHERE w.membership_id = t.membership_id
    AND w.rulebook_id = t.rulebook_id AND w.state = 'withdrawn' AND w.id > t.id))
ORDER BY b.version DESC, t.state = 'acknowledged' DESC, t.at DESC LIMIT 1
"""


def told_of(
    database: WorkspaceDatabase, persons: str, group_id: int, here: int
) -> list[TimelineEntry]:
    """Return what these persons were told in one group or, for 0, in all.

    `persons` is a list for SQL; what was not in the group `here` carries its group's name.
    """
    rows = database.execute_sql(_TOLD.format(persons), (group_id,)).fetchall()
    return [_entry(row, here) for row in rows]


def rules_known(
    database: WorkspaceDatabase, persons: str, group_id: int, by: str
) -> RulesKnown | None:
    """Return what these persons knew of a group's rules at the stored moment `by`, if anything.

    What was taken back never holds, whenever that was.
    """
    row = database.execute_sql(_KNOWN.format(persons), (group_id, by)).fetchone()
    if row is None:
        return None
    version, at, state = row
    acknowledged = stored.one_of(ToldState, state) is ToldState.ACKNOWLEDGED
    return RulesKnown(stored.number(version, 1), stored.moment_text(at), acknowledged)


def _entry(row: tuple[Any, ...], here: int) -> TimelineEntry:
    ident, recorded, at, operator, state, channel, version, group_id, group = row
    return TimelineEntry(
        kind="rules",
        id=ident,
        case_number=0,
        at=stored.moment_text(at),
        operator=operator,
        channel=stored.one_of(Channel, channel),
        state=stored.one_of(ToldState, state).value,
        rule_version=stored.number(version, 1),
        elsewhere="" if group_id == here else group,
        recorded_at=stored.moment_text(recorded),
    )
