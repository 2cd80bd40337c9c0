# SPDX-License-Identifier: MIT
"""Handovers for tests: a book, what stands in it, who signs."""

import uuid
from dataclasses import replace

from groupdesk.domain.enums import MemberRole, OperatorRole
from groupdesk.domain.handover_enums import HandoverSide
from groupdesk.domain.handover_records import (
    EntryInput,
    HandoverRecord,
    HandoverRequest,
    MoveRequest,
    Party,
    SignRequest,
)
from groupdesk.domain.leaving_enums import HandoverEntryKind
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from groupdesk.services.workspace import add_operator

NOBODY_ELSE = Party(name="Zhou Min")


def colleague(desk: Desk, name: str = "Lin", role: OperatorRole = OperatorRole.ADMIN) -> Party:
    """Let somebody else work at the desk."""
    return Party(operator_id=add_operator(desk.ledger, uuid.uuid4(), name, role).subject_id)


def me(desk: Desk) -> Party:
    """Return the operator at the desk."""
    return Party(operator_id=desk.operator.id)


def customer(desk: Desk, group: int, name: str, owner: str = "", **values: object) -> int:
    """Take a customer in whom somebody looks after; return the stay."""
    fields = replace(MemberFields(name, account_owner=owner), **values)  # type: ignore[arg-type]
    return desk.members.add(uuid.uuid4(), group, fields).subject_id


def owner_of(desk: Desk, group: int, name: str) -> int:
    """Take in who owns the group by its member list."""
    return customer(desk, group, name, role=MemberRole.OWNER)


def book_for(desk: Desk, giver: Party, taker: Party, **values: object) -> int:
    """Open a handover book; return its id."""
    known: dict[str, object] = {"operation": uuid.uuid4(), "giver": giver, "taker": taker}
    request = HandoverRequest(**(known | values))  # type: ignore[arg-type]
    return desk.leaving.handovers.open(request).subject_id


def of(desk: Desk, handover: int) -> HandoverRecord:
    """Return the handover as it reads now."""
    return desk.leaving.handovers.get(handover)


def written(
    desk: Desk,
    handover: int,
    text: str = "The quarterly prices go out on the first.",
    kind: HandoverEntryKind = HandoverEntryKind.PROMISE,
    strikes: int = 0,
) -> None:
    """Write something into the book by hand."""
    desk.leaving.handovers.add(EntryInput(uuid.uuid4(), handover, kind, text, strikes))


def signed(
    desk: Desk, handover: int, *sides: HandoverSide, on_paper: bool = True
) -> HandoverRecord:
    """Let these sides sign, both where none is named."""
    for side in sides or tuple(HandoverSide):
        digest = of(desk, handover).digest
        request = SignRequest(
            uuid.uuid4(), handover, side, digest, on_paper=on_paper, unprinted="A copy by hand"
        )
        desk.leaving.handovers.sign(request)
    return of(desk, handover)


def moved(desk: Desk, handover: int, override: str = "") -> HandoverRecord:
    """Hand over whatever can go."""
    record = of(desk, handover)
    items = tuple(item for item in record.moves if item.held is None)
    request = MoveRequest(uuid.uuid4(), handover, items, override, record.last)
    desk.leaving.handovers.hand_over(request)
    return of(desk, handover)


def all_of_handing_over(desk: Desk, group: int) -> None:
    """Do all that can be done with handovers: one handed over, one that gives it back."""
    customer(desk, group, "Zhao Min", desk.operator.name)
    first = book_for(desk, me(desk), colleague(desk, "Taker"), group_id=group)
    written(desk, first)
    entry = of(desk, first).entries[0].id
    written(desk, first, "Sent in May", HandoverEntryKind.STRUCK, entry)
    signed(desk, first)
    moved(desk, first)
    back = book_for(desk, NOBODY_ELSE, NOBODY_ELSE, back_of=first)
    signed(desk, back, HandoverSide.GIVER)
