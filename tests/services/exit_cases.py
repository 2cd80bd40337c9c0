# SPDX-License-Identifier: MIT
"""Requests to leave for tests: somebody who wants to go, and what is said to it."""

import uuid

from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel
from groupdesk.domain.exit_records import (
    ExitAnswer,
    ExitLeft,
    ExitRequestInput,
    TellCustomers,
    ToldCustomer,
)
from groupdesk.domain.leaving_enums import CustomerTold, ExitEntryKind, ExitReason
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
    """Record that somebody wants to leave; return the first request."""
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


def gone(desk: Desk, exit_id: int, **values: object) -> int:
    """Record that somebody left just now; return the request."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "exit_ids": (exit_id,),
        "left_at": to_text(desk.clock()),
    }
    request = ExitLeft(**(known | values))  # type: ignore[arg-type]
    return desk.leaving.exits.left(request).subject_id


def telling(desk: Desk, exit_id: int, *members: int, **values: object) -> TellCustomers:
    """Return that customers were told of a new contact; `values` change it."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "exit_id": exit_id,
        "customers": tuple(ToldCustomer(ident, "Hello, Zhou Min is here.") for ident in members),
        "state": CustomerTold.TOLD,
        "at": to_text(desk.clock()),
        "contact": "Zhou Min",
        "channel": Channel.PRIVATE,
        "letter_language": "en",
    }
    return TellCustomers(**(known | values))  # type: ignore[arg-type]
