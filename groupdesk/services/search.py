# SPDX-License-Identifier: MIT
"""The search index of members, kept in step by whoever writes a member, in the same transaction.

`search_text` holds each membership's words, `search_index` the tokens made of them. The index
is contentless: it forgets an entry only when it is told the entry's exact tokens, and those are
made again from the stored words. All functions take the workspace's plain SQLite connection;
none begins or ends a transaction.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from groupdesk.domain.search_tokens import (
    SearchFields,
    index_tokens,
    query_tokens,
    search_words,
)
from groupdesk.models import stored
from groupdesk.services import evidence_search, pinyin

Row = tuple[int, str, str, str, str, str, str, str, str, str, str, str]
"""What `fields_of` reads; the columns of ROW_SQL.

The person's name comes with those of the entries that were linked, each on a line.
"""

ROW_SQL = """
SELECT membership.id, membership.name, membership.nickname,
    CASE WHEN person.same_as_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM person f WHERE f.same_as_id = person.id)
    THEN person.name
    ELSE (SELECT group_concat(other.name, char(10)) FROM (
        SELECT person.name AS name
        UNION SELECT e.name FROM person e
            WHERE e.id = coalesce(person.same_as_id, person.id)
                OR e.same_as_id = coalesce(person.same_as_id, person.id)
        UNION SELECT m.name FROM person e CROSS JOIN membership m ON m.person_id = e.id
            WHERE +m.state <> 'withdrawn' AND (e.id = coalesce(person.same_as_id, person.id)
                OR e.same_as_id = coalesce(person.same_as_id, person.id))
    ) other) END, person.company,
    person.phone, person.email, person.tags, person.note,
    coalesce(account.external_id, ''), coalesce(account.handle, ''),
    coalesce(person.account_owner, '')
FROM membership
JOIN person ON person.id = membership.person_id
LEFT JOIN account ON account.id = membership.account_id
"""

_SHOWN = "+membership.state <> 'withdrawn'"
_BATCH = 2000
_MANY_HITS = 20_000
_SMALL_GROUP = 10_000
_WITHDRAW = "INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', ?, ?)"
_STORED = """
SELECT membership_id, tokens FROM search_text
WHERE membership_id IN (SELECT value FROM json_each(?))
"""


class Hits(NamedTuple):
    """A condition on a membership's words, its values, and how the statement names its table."""

    sql: str
    values: list[str]
    source: str


def fields_of(row: Row, *, spelled: bool = True) -> SearchFields:
    """Return what the member of a ROW_SQL row can be found by, pinyin included if `spelled`."""
    _, name, nickname, person_name, company, phone, email, tags, note, *more = row
    external_id, handle, account_owner = more
    others = tuple(person_name.split("\n"))
    names = tuple(filter(None, dict.fromkeys((name, nickname, *others)))) if spelled else ()
    return SearchFields(
        name=name,
        nickname=nickname,
        other_names=others,
        pinyin=tuple(chain.from_iterable(map(pinyin.full, names))),
        initials=tuple(chain.from_iterable((*pinyin.initials(n), *pinyin.mixed(n)) for n in names)),
        external_id=external_id,
        handle=handle,
        phone=phone,
        email=email,
        company=company,
        account_owner=account_owner,
        tags=() if tags == "[]" else stored.names(tags),
        note=note,
    )


def index_members(connection: sqlite3.Connection, membership_ids: Sequence[int]) -> int:
    """Bring the index in step with these memberships as they are stored now.

    One that was withdrawn or is gone leaves the index. Returns how many entries changed; what is in
    step already is not written again.
    """
    changed = 0
    for start in range(0, len(membership_ids), _BATCH):
        ids = json.dumps(membership_ids[start : start + _BATCH])
        rows = connection.execute(
            f"{ROW_SQL} WHERE membership.id IN (SELECT value FROM json_each(?)) AND {_SHOWN}",
            (ids,),
        ).fetchall()
        changed += put_many(connection, ((row[0], search_words(fields_of(row))) for row in rows))
        if len(rows) < len(set(membership_ids[start : start + _BATCH])):
            there = {row[0] for row in rows}
            for membership_id in set(membership_ids[start : start + _BATCH]) - there:
                changed += withdraw(connection, membership_id)
    return changed


def put(connection: sqlite3.Connection, membership_id: int, words: str) -> bool:
    """Store a membership's `search_words` in place of the old; tell whether they differ."""
    return bool(put_many(connection, ((membership_id, words),)))


def put_many(connection: sqlite3.Connection, entries: Iterable[tuple[int, str]]) -> int:
    """Store the `search_words` of many memberships; return how many differ from before."""
    wanted = dict(entries)
    known = connection.execute(_STORED, (json.dumps(list(wanted)),)).fetchall()
    old = {i: words for i, words in known if words != wanted[i]}
    for membership_id, _ in known:
        if membership_id not in old:
            del wanted[membership_id]
    connection.executemany(_WITHDRAW, [(i, index_tokens(words)) for i, words in old.items()])
    connection.executemany(
        "INSERT INTO search_index (rowid, tokens) VALUES (?, ?)",
        [(i, index_tokens(words)) for i, words in wanted.items()],
    )
    connection.executemany(
        "INSERT INTO search_text (membership_id, tokens) VALUES (?, ?)"
        " ON CONFLICT (membership_id) DO UPDATE SET tokens = excluded.tokens",
        wanted.items(),
    )
    return len(wanted)


def put_new(connection: sqlite3.Connection, entries: Sequence[tuple[int, str, str]]) -> None:
    """Store memberships that were never indexed: id, `search_words`, `index_tokens` of those.

    The tokens were made before the database was locked; nothing is looked up here.
    """
    connection.executemany(
        "INSERT INTO search_index (rowid, tokens) VALUES (?, ?)",
        [(membership_id, tokens) for membership_id, _words, tokens in entries],
    )
    connection.executemany(
        "INSERT INTO search_text (membership_id, tokens) VALUES (?, ?)",
        [(membership_id, words) for membership_id, words, _tokens in entries],
    )


def withdraw(connection: sqlite3.Connection, membership_id: int) -> bool:
    """Take a membership out of the index, before its row goes; tell whether it was there.

    Its words leave the search at once; `scrub` takes their bytes out of the file.
    """
    found = connection.execute(
        "SELECT tokens FROM search_text WHERE membership_id = ?", (membership_id,)
    ).fetchone()
    if found is None:
        return False
    connection.execute(_WITHDRAW, (membership_id, index_tokens(found[0])))
    connection.execute("DELETE FROM search_text WHERE membership_id = ?", (membership_id,))
    return True


def scrub(connection: sqlite3.Connection) -> None:
    """Merge the index so that nothing withdrawn is left in its pages. Erasure asks for this."""
    connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
    evidence_search.scrub(connection)


def rebuild(connection: sqlite3.Connection) -> int:
    """Make index and sort keys anew from the records; return the number of memberships.

    In one transaction of the caller's: a half-built index finds half the members.
    """
    connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    connection.execute("DELETE FROM search_text")
    evidence_search.rebuild(connection)
    count = last = 0
    while True:
        rows = connection.execute(
            f"{ROW_SQL} WHERE membership.id > ? AND {_SHOWN} ORDER BY membership.id LIMIT ?",
            (last, _BATCH),
        ).fetchall()
        if not rows:
            return count
        last = rows[-1][0]
        connection.executemany(
            "UPDATE membership SET sort_key = ?1 WHERE id = ?2 AND sort_key <> ?1",
            [(pinyin.sort_key(row[1]), row[0]) for row in rows],
        )
        count += put_many(connection, ((row[0], search_words(fields_of(row))) for row in rows))


def matching_ids_sql(query: str) -> tuple[str, list[str]] | None:
    """Return a condition on `membership.id` and its parameters, or None for an empty query."""
    found = _hits_sql(query)
    return found and (f"membership.id IN ({found[0]})", found[1])


def membership_source(connection: sqlite3.Connection, query: str) -> str:
    """Return how a statement with `matching_ids_sql` names its table: FROM this.

    Left to itself SQLite walks a whole group in its sort order, whatever the query finds. That
    is right for many hits; a few are sooner fetched one by one (2 ms for 16 at 100,000 members).
    """
    found = _hits_sql(query)
    if found is None:
        return "membership"
    sql, parameters = found
    many = connection.execute(f"{sql} LIMIT 1 OFFSET ?", (*parameters, _MANY_HITS)).fetchone()
    return "membership" if many else "membership NOT INDEXED"  # its primary key stays in use


def hits_in(connection: sqlite3.Connection, query: str, group_id: int | None) -> Hits:
    """Return how a statement asks for a query in one group or in all.

    Found are those whose own data holds the words, and those in whose screenshots a machine read
    them. In a small group each member's words are looked at, and the time depends on the group
    alone: the index would bring the hits of all groups first, 50 ms for "zh" among a million.
    Raises ValueError for a query that asks for nothing.
    """
    found = _own_hits_in(connection, query, group_id)
    pictured = evidence_search.memberships(connection, query)
    if not pictured:
        return found
    sql = f"({found.sql} OR membership.id IN (SELECT value FROM json_each(?)))"
    return Hits(sql, [*found.values, json.dumps(pictured)], found.source)


def _own_hits_in(connection: sqlite3.Connection, query: str, group_id: int | None) -> Hits:
    plan = query_tokens(query)
    if group_id is not None and not plan.empty and _is_small(connection, group_id):
        every = " AND instr(search_text.tokens, ?) > 0" * len(plan.inside)
        own = f"search_text.membership_id = membership.id{every}"
        sql = f"EXISTS (SELECT 1 FROM search_text WHERE {own})"
        return Hits(sql, list(plan.inside), "membership")
    found = matching_ids_sql(query)
    if found is None:
        raise ValueError("an empty query asks for nothing")
    return Hits(*found, membership_source(connection, query))


def _is_small(connection: sqlite3.Connection, group_id: int) -> bool:
    sql = "SELECT 1 FROM membership WHERE group_id = ? LIMIT 1 OFFSET ?"
    return connection.execute(sql, (group_id, _SMALL_GROUP)).fetchone() is None


def first_ids(connection: sqlite3.Connection, query: str, limit: int) -> list[int]:
    """Return the first few memberships found, in no order that means anything.

    The time does not grow with the number of hits: for suggestions over all groups.
    """
    found = _hits_sql(query)
    if found is None:
        return []
    sql, parameters = found
    return [row[0] for row in connection.execute(f"{sql} LIMIT ?", (*parameters, limit))]


def _hits_sql(query: str) -> tuple[str, list[str]] | None:
    plan = query_tokens(query)
    if plan.empty:
        return None
    if not plan.checks:
        return "SELECT rowid FROM search_index WHERE search_index MATCH ?", [plan.match]
    # CROSS JOIN keeps the order: the index first, then the words of the rows it brought.
    checks = " AND instr(search_text.tokens, ?) > 0" * len(plan.checks)
    sql = (
        "SELECT search_index.rowid FROM search_index CROSS JOIN search_text"
        " ON search_text.membership_id = search_index.rowid"
        f" WHERE search_index MATCH ?{checks}"
    )
    return sql, [plan.match, *plan.checks]
