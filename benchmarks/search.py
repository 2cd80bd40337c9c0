# SPDX-License-Identifier: MIT
"""Find as you type, over names, pinyin, ids and phones."""

import time
from collections.abc import Callable

from benchmarks.figure import Figure, percentile
from benchmarks.ground import Ground, ident_of, name_of
from groupdesk.domain.records import MemberFilter

SIZE = 100_000
_QUERIES = 120
_LIKE_QUERIES = 12


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure the first page of what is found, beside LIKE over the same columns."""
    desk = ground.crowded(size)
    connection = desk.workspace.database.connection()

    def find(text: str) -> None:
        desk.members.rows(desk.members.ids(MemberFilter(1, text=text), limit=50))

    def like(text: str) -> None:
        connection.execute(
            "SELECT m.id FROM membership m JOIN person p ON p.id = m.person_id"
            " JOIN account a ON a.id = m.account_id WHERE m.group_id = 1 AND m.state = 'active'"
            " AND (m.name LIKE ?1 OR m.nickname LIKE ?1 OR p.phone LIKE ?1 OR p.company LIKE ?1"
            " OR a.external_id LIKE ?1) ORDER BY m.sort_key LIMIT 50",
            (f"%{text}%",),
        ).fetchall()

    queries = _queries(size)
    with desk.ledger.reading():
        found = _p95(find, queries)
        scanned = _p95(like, queries[:: len(queries) // _LIKE_QUERIES or 1])
    return [
        Figure(f"search among {size:,} members, p95", found, "ms", limit=10),
        Figure(
            f"search among {size:,} members beside LIKE",
            found,
            "ms",
            peer="LIKE, p95",
            peer_value=scanned,
        ),
    ]


def _queries(size: int) -> list[str]:
    """Return what people type: a name, a part of it, initials, an id, a telephone number."""
    queries = []
    for number in range(_QUERIES):
        one = number * 9973 % size
        name = name_of(one)
        phone = f"100{number:02d}"
        forms = (name, name[:1], name[-2:], "lw", "zh", ident_of(one)[:8], phone, "chen")
        queries.append(forms[number % len(forms)])
    return queries


def _p95(work: Callable[[str], None], queries: list[str]) -> float:
    taken = []
    for text in queries:
        begun = time.perf_counter()
        work(text)
        taken.append((time.perf_counter() - begun) * 1000)
    return percentile(taken, 0.95)
