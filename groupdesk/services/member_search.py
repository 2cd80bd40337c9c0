# SPDX-License-Identifier: MIT
"""What is found, the best first, and what in it matched: ranks and marks of members."""

import json
import sqlite3
from array import array
from collections.abc import Sequence
from itertools import chain

from groupdesk.domain import search_marks
from groupdesk.domain.records import MemberMore, MemberRow
from groupdesk.domain.search_marks import Marks
from groupdesk.domain.search_tokens import SearchFields, query_tokens
from groupdesk.services import pinyin, search
from groupdesk.services.member_query import Where

RANKED_ONE_BY_ONE = 1000
"""Above it only the beginnings of name and nickname decide, in SQL: nobody reads so many."""

# The key is an order, the spelled name, U+0001 and the folded name; see `pinyin.sort_key`.
_FOLDED = "substr(sort_key, instr(sort_key, char(1)) + 1)"
_SPELLED = "replace(substr(sort_key, 2, instr(sort_key, char(1)) - 2), ' ', '')"
_PREFIX_RANK = f"""
CASE WHEN substr({_FOLDED}, 1, ?) = ? OR substr({_SPELLED}, 1, ?) = ? THEN 0
    WHEN substr(lower(nickname), 1, ?) = ? THEN 1 ELSE 2 END
"""


def found_ids(
    connection: sqlite3.Connection, text: str, condition: Where, limit: int | None
) -> "array[int]":
    """Return who is found under a condition, the best first; the same rank goes by name."""
    plan = query_tokens(text)
    hits = search.matching_ids_sql(text)
    if hits is None:
        raise ValueError("an empty search has no order of its own")
    source = search.membership_source(connection, text)
    asked = f"FROM {source} WHERE {condition.sql} AND {hits[0]}"
    values = (*condition.values, *hits[1])
    few = connection.execute(
        f"SELECT id {asked} LIMIT ?", (*values, RANKED_ONE_BY_ONE + 1)
    ).fetchall()
    if len(few) <= RANKED_ONE_BY_ONE:
        ranked = _ranked(connection, [row[0] for row in few], plan.words)
        return array("q", ranked if limit is None else ranked[:limit])
    word = "".join(plan.words)
    long = len(word)
    sql = f"SELECT id {asked} ORDER BY {_PREFIX_RANK}, sort_key, id"
    if limit is not None:
        sql += f" LIMIT {limit}"
    rows = connection.execute(sql, (*values, long, word, long, word, long, word))
    return array("q", chain.from_iterable(rows))


def marks(words: Sequence[str], row: MemberRow, more: MemberMore) -> Marks:
    """Return where a row of the list matched the words of a query."""
    fields = SearchFields(
        name=row.name,
        nickname=row.nickname,
        other_names=(more.person_name,),
        external_id=more.external_id,
        handle=more.handle,
        phone=more.phone,
        email=more.email,
        company=more.company,
        tags=more.tags,
        note=more.note,
    )
    return search_marks.mark(words, fields, pinyin.readings)


def _ranked(connection: sqlite3.Connection, ids: list[int], words: Sequence[str]) -> list[int]:
    rows = connection.execute(
        f"SELECT found.*, membership.sort_key FROM ({search.ROW_SQL}"
        " WHERE membership.id IN (SELECT value FROM json_each(?))) AS found"
        " JOIN membership ON membership.id = found.id",
        (json.dumps(ids),),
    ).fetchall()

    def order(row: tuple[object, ...]) -> tuple[int, object, object]:
        fields = search.fields_of(row[:-1])  # type: ignore[arg-type]  # the columns of ROW_SQL
        return search_marks.rank(words, fields, pinyin.readings), row[-1], row[0]

    return [row[0] for row in sorted(rows, key=order)]
