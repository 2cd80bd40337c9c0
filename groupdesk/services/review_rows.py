# SPDX-License-Identifier: MIT
"""Rows of reviews as acts find them, and the decisions that acts write."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Final, NamedTuple
from uuid import UUID

from groupdesk.domain import canonical
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.review_enums import ReviewChoice
from groupdesk.domain.review_records import DecidedByOther
from groupdesk.models import stored
from groupdesk.models.reviews import Review
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.review_sql import (
    CHANGES,
    JOINS,
    KNOWN,
    PROTECTED,
    SENT,
    STAGE,
    bounds,
    plan_of,
)
from groupdesk.services.reviews import Progress, nothing_told

MESSAGES: Final = frozenset({ReviewChoice.REMIND, ReviewChoice.LAST_NOTICE})
FURTHER: Final = MESSAGES | {ReviewChoice.REMOVE}
"""After these something is to follow."""
_BATCH: Final = 2_000
_COLUMNS = (
    "id", "row_id", "operator_id", "recorded_at", "kind", "reason", "due_on", "warning_id",
    "removal_id", "batch", "facts",
)  # fmt: skip
_INSERT = f"INSERT INTO review_decision ({', '.join(_COLUMNS)}) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
_digest = canonical.row_digests(_COLUMNS)
_CHOSEN = f"""
SELECT w.id, m.id, m.person_id, m.name, g.name, {STAGE}, coalesce(d.kind, 'undecided'),
    coalesce(d.id, 0), {SENT}, {PROTECTED}, m.role,
    g.archived_at IS NOT NULL, coalesce({CHANGES["active_again"]}, 0), m.group_id,
    coalesce(d.reason, ''), coalesce(d.warning_id, 0), w.facts, {CHANGES["leaving"]}, {KNOWN}
{JOINS} WHERE w.review_id = :review AND w.id IN (SELECT value FROM json_each(:rows)) ORDER BY w.id
"""
_NEWER = """
SELECT w.id, m.name, o.name, d.kind FROM review_decision d JOIN review_row w ON w.id = d.row_id
JOIN membership m ON m.id = w.membership_id JOIN operator o ON o.id = d.operator_id
WHERE d.id > :seen AND w.review_id = :review AND d.operator_id <> :me
    AND d.id = (SELECT max(x.id) FROM review_decision x WHERE x.row_id = d.row_id)
ORDER BY d.id
"""


class Chosen(NamedTuple):
    """A row that a decision is about, as it stands now."""

    id: int
    membership_id: int
    person_id: int
    name: str
    group_name: str
    stage: str
    choice: str
    decision_id: int
    sent: str | None
    protected: int
    role: str
    archived: int
    active_again: int
    group_id: int
    reason: str
    warning_id: int
    facts: str
    leaving: int
    known: str
    """What is known of the member now, as `review_decision.facts` keeps it."""


class Made(NamedTuple):
    """A decision about one row, to be written."""

    row: Chosen
    choice: ReviewChoice
    reason: str
    day: date | None = None
    warning_id: int | None = None
    removal_id: int | None = None
    batch: str | None = None

    @property
    def to_follow(self) -> bool:
        """Whether the message or the removal is still to come."""
        return self.choice in FURTHER and self.warning_id is None and self.removal_id is None


def chosen_rows(ledger: Ledger, review: Review, rows: Iterable[int], now: datetime) -> list[Chosen]:
    """Return rows of a review as they stand, in the order of their ids. The caller reads."""
    values: dict[str, object] = {**bounds(plan_of(review), now)}
    values |= {"review": review.id, "rows": json.dumps(sorted(set(rows)))}
    found = ledger.database.connection().execute(_CHOSEN, values).fetchall()
    return [Chosen._make(row) for row in found]


def decided_since(
    ledger: Ledger, review_id: int, rows: Iterable[int], seen: int
) -> tuple[DecidedByOther, ...]:
    """Return what others decided about these rows after the decision `seen`, the last one last."""
    values = {"seen": seen, "review": review_id, "me": ledger.operator.id}
    found = ledger.database.connection().execute(_NEWER, values).fetchall()
    chosen = set(rows) if found else set()
    return tuple(
        DecidedByOther(ident, str(name), str(operator), stored.one_of(ReviewChoice, kind))
        for ident, name, operator, kind in found
        if ident in chosen
    )


def require_seen_decisions(ledger: Ledger, review_id: int, rows: Iterable[int], seen: int) -> None:
    """Raise StateChangedError("review_decided") where others decided after the decision `seen`."""
    newer = decided_since(ledger, review_id, rows, seen)
    if newer:
        last = newer[-1]
        raise StateChangedError(
            "review_decided", name=last.name, operator=last.operator, count=len(newer)
        )


def decided_in(ledger: Ledger, operation: UUID) -> int:
    """Return about how many members an act decided: also one that came twice."""
    with ledger.reading():
        row = ledger.database.execute_sql(
            "SELECT count(*) FROM review_decision WHERE batch = ?",
            (str(operation),),
        ).fetchone()
    return int(row[0])


def write_decisions(
    ledger: Ledger,
    entry: Entry,
    review: Review,
    made: Iterable[Made],
    count: int,
    progress: Progress = nothing_told,
) -> None:
    """Write decisions and payloads; it is the hot part, and spells each as models would."""
    connection = ledger.database.connection()
    first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM review_decision").fetchone()[0]
    numbered: Iterator[tuple[int, Made]] = enumerate(made, first)
    by, now = entry.operator.id, entry.now_text
    done = 0
    while part := list(islice(numbered, _BATCH)):
        rows = []
        for ident, one in part:
            row = one.row
            due_on = one.day.isoformat() if one.day else None
            stored_row = (
                ident, row.id, by, now, one.choice.value, one.reason, due_on, one.warning_id,
                one.removal_id, one.batch, row.known if one.to_follow else None,
            )  # fmt: skip
            rows.append(stored_row)
            after = {
                "review": review.name,
                "member": row.name,
                "group": row.group_name,
                "review_choice": one.choice.value,
            }
            if due_on:
                after["due_on"] = due_on
            digests = {f"review_decision:{ident}": _digest(stored_row)}
            before = {"review_choice": row.choice} if row.decision_id else None
            body = canonical.canonical_texts(after, digests, before)
            entry.payloads.append((row.person_id, body))
        connection.executemany(_INSERT, rows)
        done += len(rows)
        progress("write", done, count)
        entry.give_way()
