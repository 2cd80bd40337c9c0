# SPDX-License-Identifier: MIT
"""A warned and a removed member on the small desk, for tests of the dialogs around appeals."""

from uuid import uuid4

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import OperatorRole, SubjectKind
from groupdesk.domain.records import MemberDetail, OperatorRecord
from groupdesk.services.desk import Desk
from groupdesk.services.workspace import add_operator
from tests.helpers import removal, rule_id, warning
from tests.services.appeal_cases import objected

REMOVAL, WARNING = SubjectKind.REMOVAL, SubjectKind.WARNING


def warned(desk: Desk, detail: MemberDetail) -> int:
    """Warn the member; return the message."""
    rule = rule_id(desk, detail.group.id)
    return warning(desk, detail.row.id, rule, 2, sent_at=to_text(desk.clock()))


def removed(desk: Desk, detail: MemberDetail, **values: object) -> int:
    """Decide to remove the member; return the removal."""
    request = removal(desk, detail.row.id, rule_id(desk, detail.group.id), **values)
    return desk.removals.decide(request).subject_id


def appeal(desk: Desk, detail: MemberDetail, **values: object) -> int:
    """Let the member object to a removal; return the appeal."""
    return objected(desk, removed(desk, detail, **values))


def hand_over_seat(desk: Desk) -> None:
    """Let another operator sit at the desk: who decided first does not decide again."""
    ident = add_operator(desk.ledger, uuid4(), "An", OperatorRole.ADMIN).subject_id
    desk.ledger.operator = OperatorRecord(ident, "An", OperatorRole.ADMIN)
