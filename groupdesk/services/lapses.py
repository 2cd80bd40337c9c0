# SPDX-License-Identifier: MIT
"""Writes down that a clean-slate date or a removal's last day has passed, once, as the program.

Standing itself is worked out from dates, so nothing depends on when this happens: after a month
without the program the entries are made up for, each with the moment at which it lapsed.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, SubjectKind, Topic, WarningState
from groupdesk.models import stored
from groupdesk.models.moderation import WarningEvent
from groupdesk.models.people import Membership
from groupdesk.services.ladder_then import ladder_then_sql, step_named
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.member_fields import named
from groupdesk.services.same_person import among, entries_of
from groupdesk.services.standings import anything_due, refresh, refresh_due

AT_ONCE: Final = 50
"""Messages in one transaction: who else wants to write waits a tenth of a second, no longer."""
_DUE = """
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
_NEXT = f"""SELECT w.id {_DUE} LIMIT ?""".format(
    source="""warning_event e CROSS JOIN member_warning w ON w.id = e.warning_id
CROSS JOIN case_file c ON c.id = w.case_id""",
    which="",
)
_WHOSE = f"""
SELECT c.group_id, w.id, e.counts_until, c.id, c.person_id, m.name, m.nickname, g.name,
    w.step, w.step_kind, {ladder_then_sql("w")} {_DUE}
"""
_OF_CASES = """case_file c CROSS JOIN member_warning w ON w.case_id = c.id
CROSS JOIN warning_event e ON e.warning_id = w.id"""
_OF_WARNINGS = """member_warning w CROSS JOIN warning_event e ON e.warning_id = w.id
CROSS JOIN case_file c ON c.id = w.case_id"""


def bring_up_to_date(ledger: Ledger, now: datetime, most: int = AT_ONCE) -> int:
    """Record what lapsed by `now` and work standings out again, for `most` at once.

    First messages, then persons, then removals. Returns how many there were; call it again until
    that is 0. Takes the write lock only where something is due. Asks for no role: it is the
    program that does it.
    """
    with ledger.reading():
        found = ledger.database.execute_sql(_NEXT, (to_text(now), most)).fetchall()
        any_due = bool(found) or anything_due(ledger.database, now)
    if not any_due:
        from groupdesk.services.terms_over import record_terms_over  # noqa: PLC0415  # see app

        return record_terms_over(ledger, now, most)
    with ledger.writing():
        if not found:
            return refresh_due(ledger.database, now, most)
        which = f"w.id IN {among(ident for (ident,) in found)} AND"
        # what somebody else recorded meanwhile is due no more
        for person_id, group_id in _record(ledger, now, _due(ledger, now, _OF_WARNINGS, which)):
            refresh(ledger.database, person_id, group_id, now)
    return len(found)


def record_lapses(ledger: Ledger, entry: Entry, stay: Membership) -> None:
    """Record what lapsed for a member before the act that `entry` is about to record."""
    which = f"c.person_id IN {among(entries_of(ledger.database, stay.person_id))}"
    which += f" AND c.group_id = {int(stay.group_id)} AND"
    if _record(ledger, entry.now, _due(ledger, entry.now, _OF_CASES, which)):
        entry.topics.update((Topic.MEMBERS, Topic.CASES))


def _due(ledger: Ledger, now: datetime, source: str, which: str) -> list[tuple[Any, ...]]:
    sql = _WHOSE.format(source=source, which=which)
    return list(ledger.database.execute_sql(sql, (to_text(now),)).fetchall())


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
            for _, warning, until, case, person, name, nickname, group, *step in lapsed:
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
                        "step": step_named(*step),
                        "state": WarningState.LAPSED.value,
                        "counts_until": at,
                    },
                    rows=[event],
                )
                found[int(person), int(group_id)] = None
    return list(found)
