# SPDX-License-Identifier: MIT
"""What handovers leave to do, for Today. Of an archived group they rest."""

from collections.abc import Iterator
from typing import Final

from groupdesk.domain.due import TodoRecord
from groupdesk.domain.handover_enums import HandoverState
from groupdesk.domain.handover_records import HandoverRow
from groupdesk.services.handover_list import read_rows, signed_otherwise
from groupdesk.services.handover_parties import who_is
from groupdesk.services.handover_scope import begin
from groupdesk.services.ledger import Ledger

GIVER: Final = "handover_giver"
TAKER: Final = "handover_taker"
"""The signature of this side is missing. Where they work here it is theirs to do."""
MOVE: Final = "handover_move"
"""Both have signed the book as it reads."""
CHANGED: Final = "handover_changed"
"""Somebody has signed, and the records read otherwise by now."""
KINDS: Final = (GIVER, TAKER, MOVE, CHANGED)
_UNDER_WAY = """
g.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM handover_entry e
    WHERE e.handover_id = h.id AND e.kind IN ('moved', 'called_off'))
"""


def due_from_handovers(ledger: Ledger) -> tuple[TodoRecord, ...]:
    """Return what is to be done, the oldest first; the caller reads.

    The kinds are those of `KINDS`, the id is the handover's, none has a day. The member's name is
    that of whoever is to sign, else that of the giver. `about` names the other side, and of a
    book that has changed whoever signed it before, nobody where both did.
    """
    # a book tells of many records: the navigation counts after each act, and at times for nothing
    return ledger.remembered("handovers", lambda: _due(ledger))


def _due(ledger: Ledger) -> tuple[TodoRecord, ...]:
    rows = read_rows(ledger, _UNDER_WAY)
    signed = [row for row in rows if row.giver_signed or row.taker_signed]
    common = begin(ledger) if signed else None
    found: list[TodoRecord] = []
    for row in rows:
        found += _missing(ledger, row)
        if common is not None and row in signed:
            before = signed_otherwise(ledger, row.id, common)
            if before:
                one = before[0] if len(before) == 1 else ""
                found.append(_todo(row, CHANGED, row.giver.name, one))
            elif row.state is HandoverState.SIGNED:
                found.append(_todo(row, MOVE, row.giver.name, row.taker.name))
    return tuple(found)


def _missing(ledger: Ledger, row: HandoverRow) -> Iterator[TodoRecord]:
    for kind, side, has_signed, party, other in (
        (GIVER, "giver", row.giver_signed, row.giver, row.taker),
        (TAKER, "taker", row.taker_signed, row.taker, row.giver),
    ):
        if not has_signed:
            who = who_is(ledger.database, side, party)
            owner = who.operator_id if who.works_here else 0
            yield _todo(row, kind, who.name, other.name, owner)


def _todo(row: HandoverRow, kind: str, name: str, about: str, owner_id: int = 0) -> TodoRecord:
    return TodoRecord(
        kind=kind,
        id=row.id,
        membership_id=row.giver.membership_id,
        group_id=row.group_id,
        member_name=name,
        group_name=row.group_name,
        due_on="",
        since=row.opened_at,
        about=about,
        owner_id=owner_id,
        owner=name if owner_id else "",
    )
