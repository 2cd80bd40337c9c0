# SPDX-License-Identifier: MIT
"""Find as you type, over names, pinyin, ids and phones, among all groups and in one."""

import time
from collections.abc import Callable

from benchmarks.figure import Figure, percentile
from benchmarks.ground import Ground, ident_of, name_of
from groupdesk.domain.records import MemberFilter
from groupdesk.domain.search_tokens import query_tokens
from groupdesk.services import search

SIZE = 1_000_000
_PAGE = 64
_QUERIES = 160
_SCANS = 16


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure the first page of what is found, beside LIKE and the bare index; and recall."""
    desk = ground.scale(size)
    connection = desk.workspace.database.connection()
    members = desk.members

    def find(text: str) -> None:
        members.rows(members.ids(MemberFilter(text=text), "rank", limit=_PAGE))

    def find_in_group(text: str) -> None:
        members.rows(members.ids(MemberFilter(1, text=text), "rank", limit=_PAGE))

    def fts(text: str) -> None:
        members.rows(search.first_ids(connection, text, _PAGE))

    def like(text: str) -> None:
        connection.execute(
            "SELECT m.id FROM membership m JOIN person p ON p.id = m.person_id"
            " JOIN account a ON a.id = m.account_id WHERE m.state = 'active'"
            " AND (m.name LIKE ?1 OR m.nickname LIKE ?1 OR p.phone LIKE ?1 OR p.company LIKE ?1"
            " OR a.external_id LIKE ?1) ORDER BY m.sort_key LIMIT 64",
            (f"%{text}%",),
        ).fetchall()

    def missed(text: str) -> int:
        """Return how many members a substring search over their words finds, and we do not."""
        inside = query_tokens(text).inside
        every = " AND ".join("instr(tokens, ?) > 0" for _ in inside)
        sql = f"SELECT membership_id FROM search_text WHERE {every}"
        there = {ident for (ident,) in connection.execute(sql, inside)}
        return len(there - set(members.ids(MemberFilter(text=text), "rank")))

    queries = _queries(size)
    few = queries[:: len(queries) // _SCANS or 1]
    with desk.ledger.reading():
        found = _p95(find, queries)
        in_group = _p95(find_in_group, queries)
        bare = _p95(fts, queries)
        scanned = _p95(like, few)
        lost = sum(map(missed, few))
    among = f"among {size:,}"
    return [
        Figure(f"find {among}, p95", found, "ms", limit=10),
        Figure(f"find in one of 2,000 groups {among}, p95", in_group, "ms", limit=10),
        Figure("find, beside FTS5 alone", found, "ms", peer="its p95", peer_value=bare, most=2),
        Figure("find, beside LIKE", found, "ms", peer="its p95", peer_value=scanned, most=1 / 50),
        Figure("found by substring and not by us", float(lost), "of them", limit=0),
    ]


def _queries(size: int) -> list[str]:
    """Return what people type: a name letter by letter, a part, initials, an id, a number."""
    queries = []
    for number in range(_QUERIES):
        one = number * 9973 % size
        name = name_of(one)
        forms = (
            name, name[:1], name[-1:], name[-2:], "lw", "zh", "w", "wang", "weiwei", "chen",
            ident_of(one)[:8], ident_of(one)[-5:], f"100{number:02d}", "100", "晨光", "blue caf",
        )  # fmt: skip
        queries.append(forms[number % len(forms)])
    return queries


def _p95(work: Callable[[str], None], queries: list[str]) -> float:
    work(queries[0])
    taken = []
    for text in queries:
        begun = time.perf_counter()
        work(text)
        taken.append((time.perf_counter() - begun) * 1000)
    return percentile(taken, 0.95)
