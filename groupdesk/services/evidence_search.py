# SPDX-License-Identifier: MIT
"""The index of what a machine read in pictures: which pictures hold the words of a search.

An index of its own, beside the members': what stands in a screenshot is about a member, not of
them, so it finds people on the members' and the cases' page only, and never joins two entries.
It works as `search` does: tokens in a contentless index, the exact words in `evidence_text`.
None of the functions begins or ends a transaction.
"""

import re
import sqlite3
from collections.abc import Sequence

from groupdesk.domain.machine_text import MachineText
from groupdesk.domain.search_tokens import index_tokens, query_tokens, split
from groupdesk.domain.search_version import TOKEN_VERSION

_WITHDRAW = "INSERT INTO evidence_index (evidence_index, rowid, tokens) VALUES ('delete', ?, ?)"
_ADD = "INSERT INTO evidence_index (rowid, tokens) VALUES (?, ?)"
# Chinese goes on in the next line of a bubble without a sign that it does.
_HAN_BREAK = re.compile("(?<=[\u3400-\u9fff])\\s+(?=[\u3400-\u9fff])")


def words_of(text: str) -> str:
    """Return the words that a picture can be found by, after the token version."""
    return " ".join(dict.fromkeys([TOKEN_VERSION, *split(_HAN_BREAK.sub("", text))]))


def put(connection: sqlite3.Connection, read: MachineText) -> None:
    """Store what was read in a picture, in place of what was read before."""
    withdraw(connection, [read.evidence_id])
    words = words_of(read.text)
    connection.execute(
        "INSERT INTO evidence_text (evidence_id, text, words, engine, problem, read_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (read.evidence_id, read.text, words, read.engine, read.problem, read.read_at),
    )
    connection.execute(_ADD, (read.evidence_id, index_tokens(words)))


def withdraw(connection: sqlite3.Connection, evidence_ids: Sequence[int]) -> None:
    """Forget what was read in pictures, in the index and beside it."""
    for evidence_id in evidence_ids:
        known = connection.execute(
            "SELECT words FROM evidence_text WHERE evidence_id = ?", (evidence_id,)
        ).fetchone()
        if known is not None:
            connection.execute(_WITHDRAW, (evidence_id, index_tokens(known[0])))
            connection.execute("DELETE FROM evidence_text WHERE evidence_id = ?", (evidence_id,))


def rebuild(connection: sqlite3.Connection) -> None:
    """Make words and index anew from the texts."""
    connection.execute("INSERT INTO evidence_index (evidence_index) VALUES ('delete-all')")
    for evidence_id, text in connection.execute(
        "SELECT evidence_id, text FROM evidence_text"
    ).fetchall():
        words = words_of(text)
        connection.execute(
            "UPDATE evidence_text SET words = ? WHERE evidence_id = ?", (words, evidence_id)
        )
        connection.execute(_ADD, (evidence_id, index_tokens(words)))


def scrub(connection: sqlite3.Connection) -> None:
    """Merge the index so that nothing withdrawn is left in its pages; see `search.scrub`."""
    connection.execute("INSERT INTO evidence_index (evidence_index) VALUES ('optimize')")


def pictures_sql(query: str) -> tuple[str, list[str]] | None:
    """Return a statement for the ids of pictures that hold all words of a query.

    None for a query that asks for too little: a single letter or digit stands in every chat.
    """
    plan = query_tokens(query)
    if plan.empty or any(len(word) == 1 and word.isascii() for word in plan.words):
        return None
    checks = " AND instr(evidence_text.words, ?) > 0" * len(plan.checks)
    sql = (
        "SELECT evidence_index.rowid FROM evidence_index CROSS JOIN evidence_text"
        " ON evidence_text.evidence_id = evidence_index.rowid"
        f" WHERE evidence_index MATCH ?{checks}"
    )
    return sql, [plan.match, *plan.checks]


def memberships(connection: sqlite3.Connection, query: str) -> list[int]:
    """Return the memberships that acts are about whose pictures hold all words of a query."""
    found = pictures_sql(query)
    if found is None:
        return []
    sql, values = found
    rows = connection.execute(
        "SELECT DISTINCT l.membership_id FROM evidence_link l"
        f" WHERE l.evidence_id IN ({sql}) AND NOT {MISTAKEN}",
        values,
    )
    return [row[0] for row in rows]


MISTAKEN = """(l.subject_kind = 'case' AND EXISTS (SELECT 1 FROM case_entry x
    WHERE x.case_id = l.subject_id AND x.kind = 'mistaken'))"""
"""A picture `l` in a case that turned out to be about somebody else."""
CASES = """c.id IN (SELECT CASE l.subject_kind
        WHEN 'case' THEN l.subject_id
        WHEN 'warning' THEN (SELECT case_id FROM member_warning WHERE id = l.subject_id)
        WHEN 'talk' THEN (SELECT case_id FROM talk WHERE id = l.subject_id)
        WHEN 'removal' THEN (SELECT case_id FROM removal WHERE id = l.subject_id)
        WHEN 'appeal' THEN (SELECT case_id FROM appeal WHERE id = l.subject_id)
    END FROM evidence_link l WHERE l.evidence_id IN ({0}))"""
"""A condition on `case_file c`: one of its acts uses one of these pictures."""
