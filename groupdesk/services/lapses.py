# SPDX-License-Identifier: MIT
"""Writes down that a warning's clean-slate date has passed, once, as an entry of the program.

Standing itself is worked out from dates, so nothing depends on when this happens: after a month
without the program the entries are made up for, each with the moment at which it lapsed.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, SubjectKind, Topic, WarningState
from groupdesk.models import stored
from groupdesk.models.moderation import WarningEvent
from groupdesk.models.people import Membership
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.member_fields import named
from groupdesk.services.same_person import among, entries_of
from groupdesk.services.standings import refresh, refresh_due

_DUE = """
SELECT c.group_id, w.id, e.counts_until, c.id, c.person_id, w.step_kind, m.name, m.nickname, g.name
FROM {source}
JOIN membership m ON m.id = w.membership_id
JOIN customer_group g ON g.id = c.group_id
WHERE {which} e.state = 'sent' AND e.counts_until <= ? AND w.counts_days > 0
    AND NOT EXISTS (SELECT 1 FROM warning_event n WHERE n.warning_id = w.id AND n.id > e.id
        AND n.state IN ('lapsed', 'not_delivered'))
    AND NOT EXISTS (SELECT 1 FROM reversal v WHERE v.target_kind = 'warning'
        AND v.target_id = w.id AND v.at < e.counts_until)
ORDER BY c.group_id, e.counts_until, w.id
"""
_ALL = """warning_event e CROSS JOIN member_warning w ON w.id = e.warning_id
CROSS JOIN case_file c ON c.id = w.case_id"""
_OF_CASES = """case_file c CROSS JOIN member_warning w ON w.case_id = c.id
CROSS JOIN warning_event e ON e.warning_id = w.id"""


def bring_up_to_date(ledger: Ledger, now: datetime) -> int:
    """Record all that lapsed by `now` and work standings out again; return for how many persons.

    The caller holds the write transaction. Asks for no role: it is the program that does it.
    """
    lapsed = _record(ledger, now, _due(ledger, now, _ALL, "", ()))
    for person_id, group_id in lapsed:
        refresh(ledger.database, person_id, group_id, now)
    return len(lapsed) + refresh_due(ledger.database, now)


def record_lapses(ledger: Ledger, entry: Entry, stay: Membership) -> None:
    """Record what lapsed for a member before the act that `entry` is about to record."""
    which = f"c.person_id IN {among(entries_of(ledger.database, stay.person_id))}"
    which += " AND c.group_id = ? AND"
    due = _due(ledger, entry.now, _OF_CASES, which, (stay.group_id,))
    if _record(ledger, entry.now, due):
        entry.topics.update((Topic.MEMBERS, Topic.CASES))


def _due(
    ledger: Ledger, now: datetime, source: str, which: str, values: tuple[object, ...]
) -> list[tuple[Any, ...]]:
    sql = _DUE.format(source=source, which=which)
    rows = ledger.database.execute_sql(sql, (*values, to_text(now)))
    return list(rows.fetchall())


def _record(ledger: Ledger, now: datetime, due: Iterable[tuple[Any, ...]]) -> list[tuple[int, int]]:
    """Write the events with one log entry for each group; return person and group of each."""
    found: dict[tuple[int, int], None] = {}
    for group_id, rows in groupby(due, key=itemgetter(0)):
        lapsed = list(rows)
        with ledger.by_program(Action.WARNING_LAPSE, now) as entry:
            one = len(lapsed) == 1
            kind, subject = (
                (SubjectKind.WARNING, lapsed[0][1]) if one else (SubjectKind.GROUP, group_id)
            )
            entry.about(kind, int(subject), group_id=group_id)
            for _, warning, until, case, person, step, name, nickname, group in lapsed:
                at = stored.moment_text(until)
                event = WarningEvent.create(
                    warning=warning,
                    operator=ledger.operator.id,
                    state=WarningState.LAPSED.value,
                    recorded_at=entry.now_text,
                    at=at,
                )
                entry.record(
                    person_id=person,
                    after=named(name, nickname, group)
                    | {
                        "case": case,
                        "step": step,
                        "state": WarningState.LAPSED.value,
                        "counts_until": at,
                    },
                    rows=[event],
                )
                found[int(person), int(group_id)] = None
    return list(found)
