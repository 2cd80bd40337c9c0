# SPDX-License-Identifier: MIT
"""The first page of a list over all groups, the order of all of it, and a group beside it."""

from functools import partial

from benchmarks.figure import Figure, median
from benchmarks.ground import Ground
from groupdesk.domain.records import MemberFilter

SIZE = 1_000_000
_PAGE = 64
# What SQLite alone would be asked for the same order.
_ORDERS = {
    "name": "sort_key, id",
    "last_active": "last_active DESC, id",
    "cases": "case_count DESC, sort_key, id",
}


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure first rows and all ids in three orders, of all groups and of the largest."""
    desk = ground.scale(size)
    members, database = desk.members, desk.workspace.database

    def first_rows(which: MemberFilter, sort: str) -> None:
        members.rows(members.ids(which, sort, limit=_PAGE))

    def bare_ids(order: str) -> None:
        sql = f"SELECT id FROM membership WHERE state = 'active' ORDER BY {order}"
        database.connection().execute(sql).fetchall()

    found = []
    with desk.ledger.reading():
        for sort in _ORDERS:
            for which, named in (MemberFilter(), f"{size:,}"), (MemberFilter(1), "one group"):
                taken = median(partial(first_rows, which, sort)) * 1000
                found.append(Figure(f"first rows of {named} by {sort}", taken, "ms", limit=50))
        for sort, order in _ORDERS.items():
            found.append(
                Figure(
                    f"ids of {size:,} by {sort}",
                    median(partial(members.ids, MemberFilter(), sort), 3) * 1000,
                    "ms",
                    peer="SQLite alone",
                    peer_value=median(partial(bare_ids, order), 3) * 1000,
                    most=1.2,
                )
            )
        counts = median(partial(members.counts, None), 3) * 1000
        found.append(Figure(f"counts of the filters over {size:,}", counts, "ms"))
    return found
