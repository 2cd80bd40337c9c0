# SPDX-License-Identifier: MIT
"""Reads the ids of a list in their order: an array, 8 bytes for each member."""

import sqlite3
from array import array
from itertools import chain

from groupdesk.domain.member_filter import MemberFilter
from groupdesk.services.member_query import Where, order_by

# What few members have, and the index of those who have it.
_FEW = {
    "standing": ("standing_step", "membership_standing"),
    "cases": ("case_count", "membership_cases"),
}


def read(
    connection: sqlite3.Connection,
    which: MemberFilter,
    asked: Where,
    sort: str,
    limit: int | None,
) -> "array[int]":
    """Return the ids under a condition, in the order of `sort`; with `limit` the first ones.

    By standing or cases over all groups, those who have any come from an index of them, and the
    rest in the order of names: nothing is sorted, where SQLite would sort everybody.
    """
    name = sort.removeprefix("-")
    if which.group_id is not None or name not in _FEW or asked.source != "membership":
        return ordered(connection, asked, sort, limit)
    column, index = _FEW[name]
    have = Where(f"{asked.sql} AND {column} > 0", asked.values, f"membership INDEXED BY {index}")
    without = f"{asked.sql} AND id NOT IN (SELECT id FROM {have.source} WHERE {have.sql})"
    rest = Where(without, [*asked.values, *have.values])  # the index of names knows no such column
    turned = sort.startswith("-")
    parts = ((rest, "-name"), (have, sort)) if turned else ((have, sort), (rest, "name"))
    found = array("q")
    for part, order in parts:
        left = None if limit is None else limit - len(found)
        if left != 0:
            found += ordered(connection, part, order, left)
    return found


def ordered(
    connection: sqlite3.Connection, asked: Where, sort: str, limit: int | None
) -> "array[int]":
    """Return the ids under a condition as SQLite sorts them; "rank" is by name here."""
    order = order_by("name" if sort == "rank" else sort)
    sql = f"SELECT id FROM {asked.source} WHERE {asked.sql} ORDER BY {order}"
    if limit is not None:
        sql += f" LIMIT {limit}"
    return array("q", chain.from_iterable(connection.execute(sql, asked.values)))
