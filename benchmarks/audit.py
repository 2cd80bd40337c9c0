# SPDX-License-Identifier: MIT
"""The log: writing an entry, and verifying a long one."""

import hashlib
import uuid

from benchmarks.figure import Figure, median, seconds
from benchmarks.ground import Ground
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.services.ledger import Entry

SIZE = 100_000
_AFTER = {"case": 17, "at": "2026-11-21T09:00:00.000Z", "state": "sent", "message": "您好" * 40}


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure an entry with its payload, and a log of `size` entries."""
    return [_append(ground), _verify(ground, size)]


def _append(ground: Ground) -> Figure:
    desk = ground.empty("append")
    database = desk.workspace.database

    def work(entry: Entry) -> None:
        entry.about(SubjectKind.CASE, 17, group_id=1)
        entry.record(person_id=None, after=_AFTER)

    def logged() -> None:
        for _ in range(50):
            desk.ledger.run(uuid.uuid4(), Action.CASE_CLOSE, work)

    def bare() -> None:
        for _ in range(50):
            with database.atomic("IMMEDIATE"):
                database.execute_sql(
                    "INSERT INTO draft (kind, operator_id, payload, saved_at) VALUES (?,?,?,?)",
                    ("benchmark", 1, str(_AFTER), to_text(desk.clock())),
                )

    with desk.ledger.reading():
        return Figure(
            "log entry with its own transaction",
            median(logged) / 50 * 1000,
            "ms",
            peer="bare INSERT, same pragmas",
            peer_value=median(bare) / 50 * 1000,
            most=2,
        )


def _verify(ground: Ground, size: int) -> Figure:
    desk = ground.empty(f"log-{size}")
    ledger = desk.ledger
    with ledger.writing():  # one transaction, or the disk would take minutes
        for number in range(size):
            entry = Entry(ledger.clock(), ledger.operator)
            entry.about(SubjectKind.CASE, number, group_id=1)
            entry.record(after=_AFTER | {"case": number})
            ledger._append(entry, Action.DENIED, "")  # `run` would commit each
    with ledger.reading():
        rows = desk.workspace.database.connection().execute(
            "SELECT e.digests, e.previous, e.hash, p.salt, p.body FROM audit_entry e"
            " JOIN audit_payload p ON p.seq = e.seq"
        )
        data = [b"".join(row) for row in rows]

    def hashed() -> None:
        for piece in data:
            hashlib.sha256(piece).digest()

    return Figure(
        f"verify {size:,} entries",
        seconds(desk.verifier.run),
        "s",
        limit=2,
        peer="hashlib over the same bytes",
        peer_value=median(hashed),
        most=None,
    )
