# SPDX-License-Identifier: MIT
"""One person under several entries: which entries they are.

`person.same_as_id` names the entry that stands for all; that entry names none. So the entries of
a person are found with one look, from whichever of them one begins.
"""

import json
from collections.abc import Iterable

from groupdesk.domain.records import GroupRef, PersonMarks
from groupdesk.models.database import WorkspaceDatabase

_ENTRIES = """
SELECT e.id FROM person p
JOIN person e ON e.id = coalesce(p.same_as_id, p.id) OR e.same_as_id = coalesce(p.same_as_id, p.id)
WHERE p.id = ? ORDER BY e.same_as_id IS NOT NULL, e.id
"""
_OF_ROW = """person p JOIN person e
    ON e.id = coalesce(p.same_as_id, p.id) OR e.same_as_id = coalesce(p.same_as_id, p.id)"""
KEY_SQL = f"""(SELECT max(e.key_customer) FROM {_OF_ROW} WHERE p.id = membership.person_id)"""
BLOCKED_SQL = f"""EXISTS (SELECT 1 FROM {_OF_ROW} WHERE p.id = membership.person_id
    AND 'blocked' = (SELECT b.state FROM block_entry b WHERE b.person_id = e.id
        ORDER BY b.id DESC LIMIT 1))"""
"""What a row of a member list says of the person, for a statement over `membership`."""


def entries_of(database: WorkspaceDatabase, person_id: int) -> list[int]:
    """Return all entries of the person, the one that stands first; none for an unknown id."""
    return [int(found) for (found,) in database.execute_sql(_ENTRIES, (person_id,))]


def stays_of(database: WorkspaceDatabase, persons: Iterable[int]) -> list[int]:
    """Return all stays of these persons, under whichever of their entries."""
    rows = database.execute_sql(
        "SELECT DISTINCT m.id FROM json_each(?) w CROSS JOIN person p ON p.id = w.value"
        " CROSS JOIN person e ON e.id = coalesce(p.same_as_id, p.id)"
        " OR e.same_as_id = coalesce(p.same_as_id, p.id)"
        " CROSS JOIN membership m ON m.person_id = e.id",
        (json.dumps(list(persons)),),
    )
    return [int(found) for (found,) in rows]


def among(entries: Iterable[int]) -> str:
    """Return the ids as an SQL list; they are numbers of ours, never text."""
    return f"({','.join(str(int(entry)) for entry in entries)})"


def wrong_pointers(database: WorkspaceDatabase) -> list[int]:
    """Return the entries that point elsewhere than their links say: edited outside the program."""
    above: dict[int, int | None] = dict(
        database.execute_sql("SELECT person_id, same_as_id FROM person_link ORDER BY id").fetchall()
    )
    said = {}
    for person in [one for one, same_as in above.items() if same_as is not None]:
        root, seen = person, {person}
        while (higher := above.get(root)) is not None and higher not in seen:
            root = higher
            seen.add(root)
        said[person] = root
    found = dict(
        database.execute_sql(
            "SELECT id, same_as_id FROM person WHERE same_as_id IS NOT NULL"
        ).fetchall()
    )
    return sorted(one for one in said.keys() | found.keys() if said.get(one) != found.get(one))


def marks_of(database: WorkspaceDatabase, person_id: int) -> PersonMarks:
    """Return what holds for the person over all entries: what one entry says holds for all."""
    who = among(entries_of(database, person_id))
    entries, key, protected = database.execute_sql(
        f"SELECT count(*), max(key_customer), max(protected) FROM person WHERE id IN {who}"
    ).fetchone()
    blocked = database.execute_sql(
        f"SELECT 1 FROM block_entry b WHERE b.person_id IN {who} AND b.state = 'blocked'"
        " AND b.id = (SELECT max(x.id) FROM block_entry x WHERE x.person_id = b.person_id)"
    ).fetchone()
    noted = database.execute_sql(
        "SELECT r.text FROM membership m CROSS JOIN recognition r ON r.membership_id = m.id"
        f" WHERE m.person_id IN {who} AND NOT EXISTS (SELECT 1 FROM reversal v"
        " WHERE v.target_kind = 'recognition' AND v.target_id = r.id)"
        " ORDER BY r.happened_on DESC, r.id DESC LIMIT 1"
    ).fetchone()
    said = str(noted[0]) if noted else ""
    return PersonMarks(int(entries), bool(key), bool(protected), blocked is not None, said)


def also_in(
    database: WorkspaceDatabase, person_id: int, membership_id: int
) -> tuple[GroupRef, ...]:
    """Return where else the person is now, under which name where that is another one."""
    who = among(entries_of(database, person_id))
    rows = database.execute_sql(
        "SELECT m.group_id, m.id, g.name, CASE WHEN m.person_id = ? THEN '' ELSE m.name END"
        " FROM membership m JOIN customer_group g ON g.id = m.group_id"
        f" WHERE m.person_id IN {who} AND m.id <> ? AND +m.state = 'active' ORDER BY g.id, m.id",
        (person_id, membership_id),
    )
    return tuple(GroupRef(int(g), int(m), str(name), str(own)) for g, m, name, own in rows)
