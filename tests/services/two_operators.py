# SPDX-License-Identifier: MIT
"""Two operators at one workspace, of whom one asks and the other answers."""

import uuid
from dataclasses import replace

from groupdesk.domain.decision_enums import ApprovalNeed
from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.process import Process
from groupdesk.domain.records import OperatorRecord
from groupdesk.services.desk import Desk, compose
from groupdesk.services.workspace import add_operator
from tests.helpers import give_pin, make_group, make_member, removal, rule_id


def seat_of(
    desk: Desk, name: str = "An", role: OperatorRole = OperatorRole.ADMIN, *, pin: bool = True
) -> Desk:
    """Return the same open workspace as a further operator sees it."""
    ident = add_operator(desk.ledger, uuid.uuid4(), name, role).subject_id
    seat = compose(desk.workspace, OperatorRecord(ident, name, role), desk.clock, desk.anchor_file)
    if pin:
        give_pin(seat)
    return seat


def ask_always(desk: Desk, group: int, need: ApprovalNeed = ApprovalNeed.ALWAYS) -> None:
    """Let a group ask for another operator's approval."""
    process = replace(Process(), approval=need)
    desk.processes.save(uuid.uuid4(), group, process)


def asked(desk: Desk, name: str = "Li Wei", **values: object) -> int:
    """Return a removal of a new member that waits for approval; the asker has a PIN."""
    groups = desk.groups.all()
    group = groups[0].id if groups else make_group(desk)
    if not desk.operators.me().has_pin:
        give_pin(desk)
        ask_always(desk, group)
    member = make_member(desk, group, name)
    return desk.removals.decide(removal(desk, member, rule_id(desk, group), **values)).subject_id
