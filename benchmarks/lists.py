# SPDX-License-Identifier: MIT
"""The first page of a long member list, and the order of all of it."""

from benchmarks.figure import Figure, median
from benchmarks.ground import Ground
from groupdesk.domain.records import MemberFilter

SIZE = 100_000
_PAGE = 64


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure first rows and all ids in the order of names."""
    desk = ground.crowded(size)
    which = MemberFilter(1)

    def first_rows() -> None:
        desk.members.rows(desk.members.ids(which, limit=_PAGE))

    def all_ids() -> None:
        desk.members.ids(which)

    def bare_ids() -> None:
        where = "group_id = 1 AND state = 'active'"
        sql = f"SELECT id FROM membership WHERE {where} ORDER BY sort_key, id"
        desk.workspace.database.connection().execute(sql).fetchall()

    with desk.ledger.reading():
        return [
            Figure(f"first {_PAGE} of {size:,} members", median(first_rows) * 1000, "ms", limit=50),
            Figure(
                f"ids of {size:,} members by name",
                median(all_ids) * 1000,
                "ms",
                peer="SQLite alone",
                peer_value=median(bare_ids) * 1000,
                most=1.2,
            ),
        ]
