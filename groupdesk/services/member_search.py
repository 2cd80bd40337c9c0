# SPDX-License-Identifier: MIT
"""What is found, the best first, and what in it matched: ranks and marks of members."""

import json
import sqlite3
from array import array
from collections.abc import Sequence
from itertools import chain

from groupdesk.domain import search_marks
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.records import MemberMore, MemberRow
from groupdesk.domain.search_marks import Marks
from groupdesk.domain.search_tokens import SearchFields, is_han, query_tokens
from groupdesk.services import evidence_search, pinyin, search
from groupdesk.services.member_query import Where

_LOOKED_AT = 200  # of more hits than these, the first page over all groups holds some
RANKED_ONE_BY_ONE = 300
"""Above it only the beginnings of name and nickname decide, in SQL: nobody reads so many."""

# The key is an order, the spelled name, U+0001 and the folded name; see `pinyin.sort_key`.
_FOLDED = "substr(sort_key, instr(sort_key, char(1)) + 1)"
_SPELLED = "replace(substr(sort_key, 2, instr(sort_key, char(1)) - 2), ' ', '')"
_PREFIX_RANK = f"""
CASE WHEN substr({_FOLDED}, 1, ?) = ? OR substr({_SPELLED}, 1, ?) = ? THEN 0
    WHEN substr(lower(nickname), 1, ?) = ? THEN 1 ELSE 2 END
"""


def found_ids(
    connection: sqlite3.Connection, which: MemberFilter, condition: Where, limit: int | None
) -> "array[int]":
    """Return who is found under a condition, the best first; the same rank goes by name.

    The first page among very many hits over all groups holds hits in this order, not always the
    first of them: those are known when all are read, which takes a second for a million.
    """
    words = query_tokens(which.text).words
    first = array("q")
    if limit is not None and len(words) == 1:
        first = _first_by_name(connection, words[0], condition, limit)
        if len(first) == limit:
            return first
    if limit is not None and which.group_id is None:
        ids = search.first_ids(connection, which.text, _LOOKED_AT)
        if len(ids) < _LOOKED_AT:  # all there are: the index need not be asked again
            ids += evidence_search.memberships(connection, which.text)
            return _best(connection, *_among(ids, condition), words, limit)
        page = _first_of_many(connection, ids, words, condition, first, limit)
        if page is not None:
            return page
    hits = search.hits_in(connection, which.text, which.group_id)
    asked = f"FROM {hits.source} WHERE {condition.sql} AND {hits.sql}"
    return _best(connection, asked, (*condition.values, *hits.values), words, limit)


def _among(ids: list[int], condition: Where) -> tuple[str, list[object]]:
    """Return how to ask which of some memberships keep a condition, and the values of it."""
    asked = "FROM membership NOT INDEXED WHERE id IN (SELECT value FROM json_each(?))"
    return f"{asked} AND {condition.sql}", [json.dumps(ids), *condition.values]


def _first_of_many(
    connection: sqlite3.Connection,
    ids: list[int],
    words: Sequence[str],
    condition: Where,
    first: "array[int]",
    limit: int,
) -> "array[int] | None":
    """Return a page of the hits that were looked at, `first` before all."""
    others = _by_beginning(connection, *_among(ids, condition), words, limit)
    known = set(first)
    page = first + array("q", [one for one in others if one not in known])
    return page[:limit] if len(page) >= limit else None  # a short page would say that it is all


def _best(
    connection: sqlite3.Connection,
    asked: str,
    values: Sequence[object],
    words: Sequence[str],
    limit: int | None,
) -> "array[int]":
    """Return whom a statement finds, few of them ranked one by one."""
    few = connection.execute(
        f"SELECT id {asked} LIMIT ?", (*values, RANKED_ONE_BY_ONE + 1)
    ).fetchall()
    if len(few) <= RANKED_ONE_BY_ONE:
        ranked = _ranked(connection, [row[0] for row in few], words)
        return array("q", ranked if limit is None else ranked[:limit])
    return _by_beginning(connection, asked, values, words, limit)


def _by_beginning(
    connection: sqlite3.Connection,
    asked: str,
    values: Sequence[object],
    words: Sequence[str],
    limit: int | None,
) -> "array[int]":
    word = "".join(words)
    long = len(word)
    sql = f"SELECT id {asked} ORDER BY {_PREFIX_RANK}, sort_key, id"
    if limit is not None:
        sql += f" LIMIT {limit}"
    rows = connection.execute(sql, (*values, long, word, long, word, long, word))
    return array("q", chain.from_iterable(rows))


def _first_by_name(
    connection: sqlite3.Connection, word: str, condition: Where, limit: int
) -> "array[int]":
    """Return members whose name begins with a word: they come first, and an index knows them.

    What a single letter finds among a million is on the screen before all of it is looked through.
    """
    start = pinyin.sort_key(word).partition("\u0001")[0]
    sql = (
        f"SELECT id FROM membership WHERE {condition.sql} AND sort_key >= ? AND sort_key < ?"
        f" AND ({_FOLDED} >= ? AND {_FOLDED} < ? OR ?) ORDER BY sort_key, id LIMIT ?"
    )
    # behind a Chinese syllable comes a space or U+0001: whoever looks for yan needs no yang
    least, most = (f"{start}\u0001", f"{start}!") if is_han(word) else (start, f"{start}\U0010ffff")
    spelled = word.isascii()
    values = (least, most, word, f"{word}\U0010ffff", spelled, limit)
    return array("q", chain.from_iterable(connection.execute(sql, (*condition.values, *values))))


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
        account_owner=more.account_owner,
        tags=more.tags,
        note=more.note,
        screenshots=more.screenshots,
    )
    return search_marks.mark(words, fields, pinyin.readings)


def _ranked(connection: sqlite3.Connection, ids: list[int], words: Sequence[str]) -> list[int]:
    rows = connection.execute(
        f"SELECT found.*, membership.sort_key FROM ({search.ROW_SQL}"
        " WHERE membership.id IN (SELECT value FROM json_each(?))) AS found"
        " JOIN membership ON membership.id = found.id",
        (json.dumps(ids),),
    ).fetchall()

    spelled = any(word.isascii() and word.isalpha() for word in words)

    def order(row: tuple[object, ...]) -> tuple[int, object, object]:
        columns: search.Row = row[:-1]  # type: ignore[assignment]  # those of ROW_SQL
        fields = search.fields_of(columns, spelled=spelled)
        return search_marks.rank(words, fields, pinyin.readings), row[-1], row[0]

    return [row[0] for row in sorted(rows, key=order)]
