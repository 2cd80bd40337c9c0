# SPDX-License-Identifier: MIT
"""What the register knows of the people in a group, as a list is compared with it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from groupdesk.domain.enums import MembershipState
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.person_names import name_sql
from groupdesk.services.removal_state import held_sql

_BATCH = 5000
_STAY = """
SELECT m.id, m.person_id, m.account_id, m.state, m.ended_at, m.name, m.nickname, m.role, m.is_bot,
    m.joined_at, m.joined_how, m.invited_by, m.last_active, m.message_count, m.snapshot_id,
    a.external_id, coalesce(a.handle, ''), p.name, p.phone, p.email, p.company, p.tags, p.note,
    p.language, p.account_owner
FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN account a ON a.id = m.account_id
"""
_ELSEWHERE = f"""
SELECT 0, a.person_id, a.id, '', NULL, {name_sql("p")}, '', 'member', 0, NULL, 'unknown', '',
    NULL, NULL, NULL, a.external_id, a.handle, p.name, p.phone, p.email, p.company, p.tags, p.note,
    p.language, p.account_owner
FROM account a JOIN person p ON p.id = a.person_id
WHERE a.platform = ? AND a.external_id IN (SELECT value FROM json_each(?))
"""


class Stay(NamedTuple):
    """One stay with its person and account; `membership_id` 0 is a person of other groups only."""

    membership_id: int
    person_id: int
    account_id: int | None
    state: str
    ended_at: str | None
    name: str
    nickname: str
    role: str
    is_bot: int
    joined_at: str | None
    joined_how: str
    invited_by: str
    last_active: str | None
    message_count: int | None
    snapshot_id: int | None
    external_id: str | None
    handle: str
    person_name: str
    phone: str
    email: str
    company: str
    tags: str
    note: str
    language: str
    account_owner: str | None = None


class Register:
    """One group's stays and, for ids that nobody here has, the accounts of other groups."""

    def __init__(
        self, stays: Sequence[Stay], elsewhere: dict[str, Stay], persons: dict[int, Stay]
    ) -> None:
        """`stays` has one stay for each person: the active one, or else the latest.

        `persons` are these by their persons, and by those of `elsewhere` who are linked to one
        that is here without an id.
        """
        self.stays = stays
        self.elsewhere = elsewhere
        self.persons = persons


def load(database: WorkspaceDatabase, group_id: int, platform: str, ids: Iterable[str]) -> Register:
    """Read what rows with these ids, or with names only, can be compared with."""
    rows = database.connection().execute(
        f"{_STAY} WHERE m.group_id = ? AND m.state <> 'withdrawn'"
        " ORDER BY m.state = 'active', m.id",
        (group_id,),
    )
    persons: dict[int, Stay] = {}
    for row in rows:  # the last one stays: an active stay, or else the latest
        persons[row[1]] = Stay._make(row)
    stays = sorted(persons.values())
    here = {stay.external_id for stay in stays}
    elsewhere = {
        str(stay.external_id): stay
        for stay in _accounts(database, platform, (i for i in ids if i and i not in here))
    }
    _add_linked(database, elsewhere.values(), persons)
    return Register(stays, elsewhere, persons)


def _add_linked(
    database: WorkspaceDatabase, elsewhere: Iterable[Stay], persons: dict[int, Stay]
) -> None:
    """Add the stays of linked entries who are here without an id: another id is another account."""
    for person, entry in database.execute_sql(
        "SELECT p.id, e.id FROM json_each(?) w CROSS JOIN person p ON p.id = w.value"
        " CROSS JOIN person e ON e.id = coalesce(p.same_as_id, p.id)"
        " OR e.same_as_id = coalesce(p.same_as_id, p.id)",
        (json.dumps([stay.person_id for stay in elsewhere]),),
    ).fetchall():
        stay = persons.get(entry)
        if stay is not None and stay.state == MembershipState.ACTIVE and not stay.external_id:
            persons.setdefault(person, stay)


def stays_by_id(database: WorkspaceDatabase, group_id: int, ids: Iterator[int]) -> dict[int, Stay]:
    """Return stays of a group by their ids, for lists of our own that name them."""
    connection = database.connection()
    found: dict[int, Stay] = {}
    while chunk := list(islice(ids, _BATCH)):
        rows: Iterable[Any] = connection.execute(
            f"{_STAY} WHERE m.group_id = ? AND m.state <> 'withdrawn'"
            " AND m.id IN (SELECT value FROM json_each(?))",
            (group_id, json.dumps(chunk)),
        )
        found |= {row[0]: Stay._make(row) for row in rows}
    return found


def last_removal_case(database: WorkspaceDatabase, membership_id: int) -> int:
    """Return the number of the case in which a stay was ended, 0 when there is none."""
    found = database.execute_sql(
        f"SELECT r.case_id FROM removal r WHERE r.membership_id = ? AND {held_sql('r')}"
        " ORDER BY r.id DESC LIMIT 1",
        (membership_id,),
    ).fetchone()
    return int(found[0]) if found else 0


def _accounts(database: WorkspaceDatabase, platform: str, ids: Iterator[str]) -> Iterator[Stay]:
    connection = database.connection()
    while chunk := list(islice(ids, _BATCH)):
        rows: Iterable[Any] = connection.execute(_ELSEWHERE, (platform, json.dumps(chunk)))
        yield from map(Stay._make, rows)
