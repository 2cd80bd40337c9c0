# SPDX-License-Identifier: MIT
"""Requests to leave for tests: somebody who wants to go, and what is said to it."""

import uuid

from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Channel, Language, MemberRole, MembershipState, SubjectKind
from groupdesk.domain.exit_records import (
    ExitAnswer,
    ExitCorrection,
    ExitLeft,
    ExitRequestInput,
    TellCustomers,
    ToldCustomer,
)
from groupdesk.domain.leaving import Leaving
from groupdesk.domain.leaving_enums import CustomerTold, ExitEntryKind, ExitReason
from groupdesk.domain.records import MemberFields, Receipt
from groupdesk.domain.talk_enums import TaskState
from groupdesk.services.desk import Desk


def wish(desk: Desk, *members: int, **values: object) -> ExitRequestInput:
    """Return a request to leave that lacks nothing; `values` change it."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "membership_ids": members,
        "asked_at": to_text(desk.clock()),
        "channel": AppealChannel.PRIVATE,
        "reason": ExitReason.JOB_CHANGED,
    }
    return ExitRequestInput(**(known | values))  # type: ignore[arg-type]


def asked(desk: Desk, *members: int, **values: object) -> int:
    """Record that one of those who lead the group wants to leave; return the first request."""
    led_by(desk, *members)
    return asked_by_anybody(desk, *members, **values)


def led_by(desk: Desk, *members: int) -> None:
    """Let these lead their groups, as whoever leaves work behind does."""
    for ident in members:
        row = desk.members.row(ident)
        if row.role is MemberRole.MEMBER and row.state is MembershipState.ACTIVE:
            desk.members.change(uuid.uuid4(), ident, role=MemberRole.ADMIN)


def asked_by_anybody(desk: Desk, *members: int, **values: object) -> int:
    """Record that a member as they are wants to leave; return the first request."""
    return desk.leaving.exits.record(wish(desk, *members, **values)).subject_id


def reply(
    exit_id: int, kind: ExitEntryKind = ExitEntryKind.APPROVED, **values: object
) -> ExitAnswer:
    """Return an answer that lacks nothing; `values` change it."""
    known: dict[str, object] = {"operation": uuid.uuid4(), "exit_ids": (exit_id,), "kind": kind}
    if kind is ExitEntryKind.ASKED_TO_STAY:
        known |= {"until": "2026-06-20", "replacement_name": "Zhou Min"}
    if kind in {ExitEntryKind.NOTE, ExitEntryKind.MISTAKEN}:
        known["text"] = "It was her colleague who wrote."
    return ExitAnswer(**(known | values))  # type: ignore[arg-type]


def answered(
    desk: Desk, exit_id: int, kind: ExitEntryKind = ExitEntryKind.APPROVED, **values: object
) -> int:
    """Record an answer; return the request."""
    return desk.leaving.exits.answer(reply(exit_id, kind, **values)).subject_id


def corrected(desk: Desk, *exit_ids: int, **values: object) -> Receipt:
    """Record that another reason to leave is the right one."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "exit_ids": exit_ids,
        "reason": ExitReason.TOO_BUSY,
        "why": "The wrong line was chosen.",
    }
    return desk.leaving.exit_reasons.correct(ExitCorrection(**(known | values)))  # type: ignore[arg-type]


def gone(desk: Desk, exit_id: int, **values: object) -> int:
    """Record that somebody left just now; return the request."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "exit_ids": (exit_id,),
        "left_at": to_text(desk.clock()),
    }
    request = ExitLeft(**(known | values))  # type: ignore[arg-type]
    return desk.leaving.exits.left(request).subject_id


def all_of_leaving(desk: Desk, group: int) -> int:
    """Let everything happen once that belongs to leaving; return the request."""
    own = Leaving(own_items=({Language.EN: "Return the badge"},), helper="Zhou Min")
    desk.leaving.ways.save(uuid.uuid4(), group, own)
    fields = MemberFields("A customer", key_customer=True, account_owner="Li Na")
    customer = desk.members.add(uuid.uuid4(), group, fields).subject_id
    successor = desk.members.add(uuid.uuid4(), group, MemberFields("Zhou Min")).subject_id
    member = desk.members.add(uuid.uuid4(), group, MemberFields("Li Na")).subject_id
    said = {"reason_text": "Wuhan", "wish_on": "2026-06-30"}
    ident = asked(desk, member, **said)
    letter = {"letter": "Please stay", "letter_language": "en"}
    answered(
        desk, ident, ExitEntryKind.ASKED_TO_STAY, replacement_id=successor, text="Soon", **letter
    )
    sent = (NoticeState.SENT, to_text(desk.clock()), Channel.PRIVATE)
    desk.notices.record(uuid.uuid4(), SubjectKind.EXIT, ident, *sent)
    task = desk.leaving.exits.get(ident).items[0].task_id
    desk.leaving.exit_items.tick(uuid.uuid4(), ident, [task], text="By mail")
    desk.leaving.exit_customers.tell(telling(desk, ident, customer, note="By phone"))
    gone(desk, ident)
    desk.leaving.exit_items.check(uuid.uuid4(), ident, TaskState.COULD_NOT, "Two this morning")
    return ident


def telling(desk: Desk, exit_id: int, *members: int, **values: object) -> TellCustomers:
    """Return that customers were told of a new contact; `values` change it."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "exit_id": exit_id,
        "customers": tuple(
            ToldCustomer(ident, "Hello, Zhou Min is here.", "en") for ident in members
        ),
        "state": CustomerTold.TOLD,
        "at": to_text(desk.clock()),
        "contact": "Zhou Min",
        "channel": Channel.PRIVATE,
    }
    return TellCustomers(**(known | values))  # type: ignore[arg-type]
