# SPDX-License-Identifier: MIT
"""Appeals for tests: a removed or warned member who objects, and who decides about it."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from groupdesk.domain.appeal_enums import AppealChannel
from groupdesk.domain.appeal_records import AppealRequest, DecisionRequest, EntryRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import AppealEntryKind, AppealOutcome
from groupdesk.domain.enums import OperatorRole, SubjectKind
from groupdesk.domain.records import OperatorRecord
from groupdesk.services.desk import Desk
from groupdesk.services.workspace import add_operator
from tests.helpers import make_group, make_member, removal, rule_id

REMOVAL, WARNING = SubjectKind.REMOVAL, SubjectKind.WARNING


def removed(desk: Desk, *, carried_out: bool = False, **values: object) -> int:
    """Return the removal of a new member, decided or also carried out at once."""
    groups = desk.groups.all()
    group = groups[0].id if groups else make_group(desk)
    member = make_member(desk, group, f"Li Wei {uuid.uuid4().hex[:4]}")
    gone = {"already_removed_at": to_text(desk.clock())} if carried_out else {}
    request = removal(desk, member, rule_id(desk, group), **(gone | values))
    return desk.removals.decide(request).subject_id


def objection(desk: Desk, target: int, **values: object) -> AppealRequest:
    """Return an objection that lacks nothing; `values` change it."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "target_kind": REMOVAL,
        "target_id": target,
        "received_at": to_text(desk.clock()),
        "channel": AppealChannel.EMAIL,
        "statement": "It was my nephew who wrote that.",
    }
    return AppealRequest(**(known | values))  # type: ignore[arg-type]


def objected(desk: Desk, target: int, **values: object) -> int:
    """Record an objection and return the appeal."""
    return desk.appeals.record(objection(desk, target, **values)).subject_id


def said(desk: Desk, appeal: int, kind: AppealEntryKind, **values: object) -> EntryRequest:
    """Return something to add to an appeal; `values` change it."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "appeal_id": appeal,
        "kind": kind,
        "text": "Who had your phone that day?",
        "at": to_text(desk.clock()),
    }
    return EntryRequest(**(known | values))  # type: ignore[arg-type]


def decision(appeal: int, outcome: AppealOutcome, **values: object) -> DecisionRequest:
    """Return a decision that lacks nothing but somebody else to take it."""
    known: dict[str, object] = {
        "operation": uuid.uuid4(),
        "appeal_id": appeal,
        "outcome": outcome,
        "reason": "The log of the platform shows another device.",
        "letter": "Hello Li Wei, thank you for your objection.",
        "letter_language": "en",
    }
    return DecisionRequest(**(known | values))  # type: ignore[arg-type]


@contextmanager
def somebody_else(
    desk: Desk, name: str = "An", role: OperatorRole = OperatorRole.ADMIN
) -> Iterator[OperatorRecord]:
    """Let another operator sit at the desk for a while."""
    before = desk.ledger.operator
    known = desk.ledger.database.execute_sql(
        "SELECT id FROM operator WHERE name = ?", (name,)
    ).fetchone()
    ident = known[0] if known else add_operator(desk.ledger, uuid.uuid4(), name, role).subject_id
    desk.ledger.operator = OperatorRecord(ident, name, role)
    try:
        yield desk.ledger.operator
    finally:
        desk.ledger.operator = before


def decided(desk: Desk, appeal: int, outcome: AppealOutcome, **values: object) -> int:
    """Let another operator decide; return the appeal."""
    with somebody_else(desk):
        return desk.appeals.decide(decision(appeal, outcome, **values)).subject_id
