# SPDX-License-Identifier: MIT
"""An owner who forgot the PIN gets another one, and everybody is told that it was so."""

import uuid

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, OperatorRole
from groupdesk.domain.errors import RefusedError, StateChangedError, StorageError, ValidationError
from groupdesk.services.desk import Desk, compose
from groupdesk.services.pin_recovery import PinRecoveries
from tests.helpers import CHEAP, MovableClock, clear_error, give_pin

NEW = "1357"


@pytest.fixture
def recoveries(desk: Desk) -> PinRecoveries:
    give_pin(desk, "2468")
    return PinRecoveries(desk.ledger, CHEAP)


def recoveries_of(desk: Desk, operator_id: int) -> PinRecoveries:
    record = next(one for one in desk.workspace.operators() if one.id == operator_id)
    return PinRecoveries(compose(desk.workspace, record, desk.clock, desk.anchor_file).ledger)


def add(desk: Desk, name: str = "Arun") -> int:
    return desk.operators.add(uuid.uuid4(), name, OperatorRole.MODERATOR).subject_id


def test_the_new_pin_lets_in_at_once_and_the_program_wrote_it_down(
    desk: Desk, recoveries: PinRecoveries
) -> None:
    for _ in range(4):
        with pytest.raises((ValidationError, RefusedError)):
            desk.operators.sign_in(1, "0000")
    told = recoveries.reset(1, NEW, "mei")
    assert desk.operators.sign_in(1, NEW) == desk.operator
    with pytest.raises(ValidationError, match="pin_wrong"):
        desk.operators.sign_in(1, "2468")
    (row,) = desk.audit.rows(AuditFilter(action=Action.OPERATOR_RECOVER))
    assert (row.seq, row.operator, row.subject) == (told.seq, "GroupDesk", "Mei")
    (change,) = desk.audit.detail(row.seq).changes
    assert change[1] == {"name": "Mei", "pin": "recovered", "account": "mei"}
    assert desk.verifier.run().findings == ()


def test_everybody_is_told_until_they_saw_it(
    desk: Desk, recoveries: PinRecoveries, clock: MovableClock
) -> None:
    arun = recoveries_of(desk, add(desk))
    assert recoveries.unseen() == ()
    told = recoveries.reset(1, NEW, "mei")
    clock.move(seconds=1)
    new = recoveries_of(desk, add(desk, "Lin"))
    assert recoveries.unseen() == arun.unseen() == (told,)
    assert (told.name, told.account) == ("Mei", "mei")
    assert new.unseen() == (), "it was before their time"
    recoveries.mark_seen(told.seq)
    recoveries.mark_seen(told.seq)
    assert (recoveries.unseen(), arun.unseen()) == ((), (told,))
    (row,) = desk.audit.rows(AuditFilter(action=Action.OPERATOR_RECOVER_SEEN))
    assert row.operator == "Mei"
    again = recoveries.reset(1, NEW, "mei")
    assert recoveries.unseen() == (again,)
    recoveries.mark_seen(told.seq)
    assert recoveries.unseen() == (again,), "of the second one they have not read"
    assert arun.unseen() == (told, again)
    assert desk.verifier.run().findings == ()


def test_only_owners_need_it(desk: Desk, recoveries: PinRecoveries) -> None:
    arun = add(desk)
    with pytest.raises(RefusedError, match="pin_by_owner") as caught:
        recoveries.reset(arun, NEW, "mei")
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="operator_gone"):
        recoveries.reset(99, NEW, "mei")
    for wrong in ("", "1"):
        with pytest.raises(ValidationError, match="pin_too_short"):
            recoveries.reset(1, wrong, "mei")
    assert desk.operators.sign_in(1, "2468").id == 1
    assert desk.audit.count(AuditFilter(action=Action.OPERATOR_RECOVER)) == 0


def test_where_nothing_can_be_written_nothing_is_reset(
    desk: Desk, recoveries: PinRecoveries
) -> None:
    told = recoveries.reset(1, NEW, "mei")
    desk.ledger.stopped = "audit_hash"
    with pytest.raises(StorageError, match="writing_stopped"):
        recoveries.reset(1, "9999", "mei")
    recoveries.mark_seen(told.seq)
    assert recoveries.unseen() == (told,), "it is told again"
