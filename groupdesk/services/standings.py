# SPDX-License-Identifier: MIT
"""Standing in the database: worked out from the acts, kept in cached columns.

The cache is rewritten in the transaction of each act and, at start and at midnight, where its
time has passed. A person's standing in a group holds across all their stays in it, and across
all entries that were linked as one person.
"""

from collections.abc import Sequence
from datetime import datetime

from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.enums import MembershipState, StepKind
from groupdesk.domain.ladder import Ladder, LadderAct, Standing, clean_since, standing
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Membership
from groupdesk.services.ladder_then import ladder_then_sql, place_now
from groupdesk.services.removal_state import holds_sql
from groupdesk.services.same_person import among, entries_of

_COLUMNS = f"""
SELECT w.step, e.at, e.counts_until, r.at, r.kind, w.step_kind, {ladder_then_sql("w")}, g.ladder"""
_SENT = """
FROM case_file c
JOIN person p ON p.id = c.person_id
JOIN customer_group g ON g.id = c.group_id
JOIN member_warning w ON w.case_id = c.id
JOIN warning_event e ON e.warning_id = w.id AND e.state = 'sent'
LEFT JOIN reversal r ON r.target_kind = 'warning' AND r.target_id = w.id
WHERE c.group_id = ? AND NOT EXISTS (
    SELECT 1 FROM warning_event n
    WHERE n.warning_id = w.id AND n.state = 'not_delivered' AND n.id > e.id)
"""
_ACTS = f"{_COLUMNS} {_SENT} AND c.person_id IN {{0}}"
_MAY_COUNT = f"{_COLUMNS}, coalesce(p.same_as_id, p.id) {_SENT} AND e.counts_until > ?"
_WAITING = """
SELECT count(*) FROM case_file c JOIN member_warning w ON w.case_id = c.id
WHERE c.person_id IN {0} AND c.group_id = ? AND (
    SELECT state FROM warning_event e WHERE e.warning_id = w.id ORDER BY e.id DESC LIMIT 1
) = 'prepared'
"""
_REMOVED = f"SELECT 1 FROM removal r WHERE r.membership_id = ? AND {holds_sql('r')}"
NOT_MISTAKEN = """NOT EXISTS (
    SELECT 1 FROM case_entry x WHERE x.case_id = c.id AND x.kind = 'mistaken')"""
"""Leaves out of `case_file c` what was about the wrong person: it is no case of theirs."""


def acts_of(database: WorkspaceDatabase, person_id: int, group_id: int) -> list[LadderAct]:
    """Return what was sent to a person in a group, as the group's ladder sees it."""
    who = among(entries_of(database, person_id))
    rows = database.execute_sql(_ACTS.format(who), (group_id,))
    return [_act(row, "") for row in rows]


def _act(row: Sequence[object], ladder: str) -> LadderAct:
    """Return a message as the stored ladder sees it, or without one the group's own."""
    step, at, until, over, how, kind, then, today = row
    return LadderAct(
        place_now(step, kind, then, ladder or today),
        stored.moment(at),
        stored.moment(until),
        stored.moment(over) if over else None,
        pardoned=how == ReversalKind.PARDONED.value,
    )


def standings_in(
    database: WorkspaceDatabase, group_id: int, now: datetime, ladder: str = ""
) -> dict[int, Standing]:
    """Work out where those stand at `now` who have a message that may still count, by person.

    That is on the group's ladder, or on the stored one that is asked about. Of linked entries it
    names the one that stands for all.
    """
    acts: dict[int, list[LadderAct]] = {}
    for *row, person_id in database.execute_sql(_MAY_COUNT, (group_id, to_text(now))):
        acts.setdefault(int(person_id), []).append(_act(row, ladder))
    return {person_id: standing(known, now) for person_id, known in acts.items()}


def standing_of(
    database: WorkspaceDatabase, person_id: int, group_id: int, now: datetime
) -> Standing:
    """Work out a person's standing in a group at `now`."""
    return standing(acts_of(database, person_id, group_id), now)


def clean_slate_since(
    database: WorkspaceDatabase, person_id: int, group_id: int, now: datetime
) -> str:
    """Return since when nothing counts any more as stored text, empty where that says nothing."""
    return _text(clean_since(acts_of(database, person_id, group_id), now)) or ""


def steps_taken(
    database: WorkspaceDatabase, stay: Membership, ladder: Ladder, now: datetime
) -> tuple[int, ...]:
    """Return the positions that led to where a member stands: those really taken, and no others.

    A step that lapsed or was pardoned was taken all the same; a lifted one was not. A removal
    that was carried out and holds is the ladder's last step.
    """
    acts = acts_of(database, stay.person_id, stay.group_id)
    current = standing(acts, now).position
    taken = {
        act.position
        for act in acts
        if act.position and act.sent_at <= now and (act.reversed_at is None or act.pardoned)
    }
    removed = stay.state == MembershipState.REMOVED.value and (
        database.execute_sql(_REMOVED, (stay.id,)).fetchone() is not None
    )
    last = ladder.positions(StepKind.REMOVAL)[-1:] if removed else ()
    return (*sorted(position for position in taken if position <= current), *last)


def refresh(database: WorkspaceDatabase, person_id: int, group_id: int, now: datetime) -> None:
    """Rewrite the cached columns of a person's memberships in a group."""
    current = standing_of(database, person_id, group_id, now)
    who = among(entries_of(database, person_id))
    waiting = database.execute_sql(_WAITING.format(who), (group_id,)).fetchone()[0]
    cases = database.execute_sql(
        f"SELECT count(*) FROM case_file c WHERE person_id IN {who} AND group_id = ?"
        f" AND {NOT_MISTAKEN}",
        (group_id,),
    ).fetchone()[0]
    database.execute_sql(
        "UPDATE membership SET standing_step = ?, standing_until = ?, standing_next = ?,"
        # the + keeps the members of a whole group from being walked for one person
        f" waiting = ?, case_count = ? WHERE person_id IN {who} AND +group_id = ?",
        (
            current.position,
            _text(current.until),
            _text(current.next_change),
            waiting,
            cases,
            group_id,
        ),
    )


def refresh_group(database: WorkspaceDatabase, group_id: int, now: datetime) -> None:
    """Rewrite the cached standing of everybody in a group, after its ladder has changed."""
    found = standings_in(database, group_id, now)
    database.connection().executemany(
        "UPDATE membership SET standing_step = ?, standing_until = ?, standing_next = ?"
        " WHERE +group_id = ? AND person_id IN (SELECT id FROM person WHERE id = ?"
        " OR same_as_id = ?)",
        [
            (
                current.position,
                _text(current.until),
                _text(current.next_change),
                group_id,
                person_id,
                person_id,
            )
            for person_id, current in found.items()
        ],
    )


def anything_due(database: WorkspaceDatabase, now: datetime) -> bool:
    """Say whether the cached standing's time has passed for anybody."""
    sql = "SELECT 1 FROM membership WHERE standing_next <= ? LIMIT 1"
    return database.execute_sql(sql, (to_text(now),)).fetchone() is not None


def refresh_due(database: WorkspaceDatabase, now: datetime, most: int = -1) -> int:
    """Work out again where the cached standing's time has passed; return how many persons.

    It does so for `most` of them, -1 for all. The caller holds the write transaction.
    """
    due = database.execute_sql(
        "SELECT DISTINCT person_id, group_id FROM membership WHERE standing_next <= ? LIMIT ?",
        (to_text(now), most),
    ).fetchall()
    for person_id, group_id in due:
        refresh(database, person_id, group_id, now)
    return len(due)


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else to_text(moment)
