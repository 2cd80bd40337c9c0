# SPDX-License-Identifier: MIT
"""Who works here: roles, PINs with their delay, and members who are operators themselves."""

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, OperatorRole
from groupdesk.domain.errors import (
    PermissionDeniedError,
    RefusedError,
    StateChangedError,
    ValidationError,
)
from groupdesk.domain.operator_records import OperatorSeat
from groupdesk.models.decisions import PinAttempt
from groupdesk.services.desk import Desk, compose
from groupdesk.services.operators import Operators
from tests.helpers import (
    CHEAP,
    MovableClock,
    as_role,
    clear_error,
    give_pin,
    make_group,
    make_member,
    raw,
)

new = uuid.uuid4
OWNER, MODERATOR = OperatorRole.OWNER, OperatorRole.MODERATOR
PIN = "2468"


@pytest.fixture
def operators(desk: Desk) -> Operators:
    return Operators(desk.ledger, CHEAP)


def seat(operators: Operators, name: str) -> OperatorSeat:
    return next(one for one in operators.all() if one.name == name)


def add(operators: Operators, name: str = "Arun", role: OperatorRole = MODERATOR) -> int:
    return operators.add(new(), name, role).subject_id


def colleague_at(desk: Desk, operator_id: int) -> Desk:
    """Return the desk as another operator has it open."""
    record = next(one for one in desk.workspace.operators() if one.id == operator_id)
    return compose(desk.workspace, record, desk.clock, desk.anchor_file)


def logged(desk: Desk, action: Action) -> int:
    return desk.audit.count(AuditFilter(action=action))


def test_an_operator_is_added_renamed_and_given_another_role(
    desk: Desk, operators: Operators
) -> None:
    arun = add(operators, " Arun ")
    assert seat(operators, "Arun") == OperatorSeat(arun, "Arun", MODERATOR, True, False)
    receipt = operators.edit(new(), arun, "Arun K.", OperatorRole.ADMIN)
    assert seat(operators, "Arun K.").role is OperatorRole.ADMIN
    assert desk.audit.detail(receipt.seq).changes == (
        (
            {"name": "Arun", "operator_role": "moderator"},
            {"name": "Arun K.", "operator_role": "admin"},
        ),
    )
    assert desk.verifier.run().findings == ()


def test_a_role_taken_by_one_owner_does_not_come_back_with_a_name_by_another(
    operators: Operators,
) -> None:
    arun = add(operators)
    seen = seat(operators, "Arun").record
    operators.edit(new(), arun, "Arun", OperatorRole.VIEWER)
    with pytest.raises(StateChangedError, match="operator_changed") as caught:
        operators.edit(new(), arun, "Arun K.", MODERATOR, seen=seen)
    clear_error(caught.value)
    assert seat(operators, "Arun").role is OperatorRole.VIEWER


@pytest.mark.parametrize("name", ["Arun", "ARUN", " arun "])
def test_two_operators_never_have_one_name(operators: Operators, name: str) -> None:
    arun = add(operators)
    operators.deactivate(new(), arun)
    with pytest.raises(ValidationError, match="operator_name_taken") as caught:
        add(operators, name)
    assert "Arun" in clear_error(caught.value)
    with pytest.raises(ValidationError, match="operator_name_taken"):
        operators.edit(new(), 1, name, OWNER)
    operators.edit(new(), arun, "arun", MODERATOR)


def test_the_last_owner_stays_one(operators: Operators) -> None:
    acts: tuple[Callable[[], object], ...] = (
        lambda: operators.edit(new(), 1, "Mei", OperatorRole.ADMIN),
        lambda: operators.deactivate(new(), 1),
    )
    for act in acts:
        with pytest.raises(RefusedError, match="last_owner") as caught:
            act()
        clear_error(caught.value)
    second = add(operators, "Lin", OWNER)
    operators.deactivate(new(), second)
    with pytest.raises(RefusedError, match="last_owner"):
        operators.edit(new(), 1, "Mei", MODERATOR)  # one who left is no owner
    operators.activate(new(), second)
    operators.edit(new(), 1, "Mei", MODERATOR)
    assert seat(operators, "Mei").role is MODERATOR


def test_nobody_deactivates_themselves(operators: Operators) -> None:
    add(operators, "Lin", OWNER)
    with pytest.raises(RefusedError, match="operator_is_you") as caught:
        operators.deactivate(new(), 1)
    clear_error(caught.value)


def test_who_left_keeps_what_they_recorded_and_can_come_back(
    desk: Desk, operators: Operators
) -> None:
    arun = add(operators)
    colleague = colleague_at(desk, arun)
    make_member(colleague, make_group(desk))
    operators.deactivate(new(), arun)
    assert [one.name for one in operators.all()] == ["Mei", "Arun"]
    assert not seat(operators, "Arun").active
    assert desk.audit.rows(AuditFilter(action=Action.MEMBER_ADD))[0].operator == "Arun"
    with pytest.raises(PermissionDeniedError, match="operator_inactive") as caught:
        make_group(colleague, "Borealis")
    assert "still here" in clear_error(caught.value)
    assert logged(desk, Action.DENIED) == 1
    with pytest.raises(StateChangedError, match="operator_changed") as again:
        operators.deactivate(new(), arun)
    clear_error(again.value)
    operators.activate(new(), arun)
    make_member(colleague, 1, "B")


def test_a_role_lowered_while_a_window_is_open_says_so_once(
    desk: Desk, operators: Operators
) -> None:
    lin = add(operators, "Lin", OperatorRole.ADMIN)
    colleague = colleague_at(desk, lin)
    operators.edit(new(), lin, "Lin W.", OperatorRole.VIEWER)
    with pytest.raises(PermissionDeniedError, match="role_lowered") as caught:
        make_group(colleague)
    assert "changed meanwhile" in clear_error(caught.value)
    assert colleague.operator.role is OperatorRole.VIEWER
    assert colleague.operator.name == "Lin W."
    with pytest.raises(PermissionDeniedError, match="not_allowed"):
        make_group(colleague)
    denied = desk.audit.rows(AuditFilter(action=Action.DENIED))
    assert [row.operator for row in denied] == ["Lin W.", "Lin W."]


def test_a_right_pin_lets_in_and_a_wrong_one_does_not(desk: Desk, operators: Operators) -> None:
    give_pin(desk, PIN)
    assert seat(operators, "Mei").has_pin
    assert operators.sign_in(1, PIN) == desk.operator
    with pytest.raises(ValidationError, match="pin_wrong") as caught:
        operators.sign_in(1, "1357")
    clear_error(caught.value)
    (refused,) = desk.audit.rows(AuditFilter(action=Action.OPERATOR_REFUSED))
    assert (refused.operator, refused.subject) == ("GroupDesk", "Mei")
    (right,) = desk.audit.rows(AuditFilter(action=Action.OPERATOR_SIGN_IN))
    assert (right.operator, right.subject) == ("Mei", "Mei")


def test_without_a_pin_the_name_is_enough(desk: Desk, operators: Operators) -> None:
    arun = add(operators)
    assert operators.sign_in(arun, "").name == "Arun"
    assert logged(desk, Action.OPERATOR_SIGN_IN) == 1


def test_wrong_pins_make_wait_longer_and_longer(
    desk: Desk, operators: Operators, clock: MovableClock
) -> None:
    give_pin(desk, PIN)

    def wrong() -> None:
        with pytest.raises(ValidationError, match="pin_wrong"):
            operators.sign_in(1, "1357")

    def too_early(pin: str = PIN) -> int:
        with pytest.raises(RefusedError, match="pin_wait") as caught:
            operators.sign_in(1, pin)
        clear_error(caught.value)
        return int(str(caught.value.values["seconds"]))

    for _ in range(3):
        wrong()
    assert too_early() == 5
    clock.move(seconds=4)
    assert too_early("1357") == 1, "a try that came too early costs nothing"
    clock.move(seconds=1)
    wrong()
    assert too_early() == 10
    clock.move(hours=-1)
    assert too_early() == 10, "a clock that was set back adds nothing"
    clock.move(seconds=4)
    assert too_early() == 6, "it counts from then on"
    clock.move(hours=2)
    operators.sign_in(1, PIN)
    for _ in range(2):
        wrong()
    assert PinAttempt.get_by_id(1).failures == 2, "a right one begins anew"
    assert logged(desk, Action.OPERATOR_REFUSED) == 6


def test_one_operators_wrong_pins_do_not_hold_up_another(desk: Desk, operators: Operators) -> None:
    give_pin(desk, PIN)
    for _ in range(3):
        with pytest.raises(ValidationError):
            operators.sign_in(1, "1357")
    arun = add(operators)
    assert operators.sign_in(arun, "").id == arun


def test_the_own_pin_is_changed_with_the_old_one_only(desk: Desk, operators: Operators) -> None:
    operators.set_pin(new(), PIN)
    for old in ("", "1357"):
        with pytest.raises(ValidationError, match="pin_wrong") as caught:
            operators.set_pin(new(), "9999", old)
        assert caught.value.field == "old_pin"
    assert logged(desk, Action.OPERATOR_REFUSED) == 2
    operation = new()
    first = operators.set_pin(operation, "9999", PIN)
    again = operators.set_pin(operation, "9999", PIN)
    assert again.repeated
    assert again.seq == first.seq
    operators.sign_in(1, "9999")
    operators.set_pin(new(), "", "9999")
    assert not seat(operators, "Mei").has_pin
    assert desk.verifier.run().findings == ()


def test_a_pin_that_is_too_short_is_refused(operators: Operators) -> None:
    with pytest.raises(ValidationError, match="pin_too_short") as caught:
        operators.set_pin(new(), "123")
    clear_error(caught.value)


def test_an_owner_resets_the_pin_of_another_and_their_wait_ends(
    desk: Desk, operators: Operators
) -> None:
    arun = add(operators)
    colleague = colleague_at(desk, arun)
    give_pin(colleague, PIN)
    for _ in range(3):
        with pytest.raises(ValidationError):
            operators.sign_in(arun, "1357")
    with pytest.raises(PermissionDeniedError):
        Operators(colleague.ledger, CHEAP).reset_pin(new(), 1, "1111")
    operators.reset_pin(new(), arun, "9999")
    assert operators.sign_in(arun, "9999").name == "Arun"
    operators.reset_pin(new(), arun)
    assert not seat(operators, "Arun").has_pin
    with pytest.raises(RefusedError, match="pin_is_yours") as caught:
        operators.reset_pin(new(), 1, "1111")
    clear_error(caught.value)


def test_who_left_cannot_sign_in(operators: Operators) -> None:
    arun = add(operators)
    operators.deactivate(new(), arun)
    for nobody in (arun, 99):
        with pytest.raises(StateChangedError, match="operator_gone") as caught:
            operators.sign_in(nobody, "")
        clear_error(caught.value)


def test_where_nothing_can_be_written_the_pin_is_asked_all_the_same(
    desk: Desk, operators: Operators
) -> None:
    give_pin(desk, PIN)
    head = desk.ledger.head()
    desk.ledger.stopped = "row_changed"
    assert operators.sign_in(1, PIN).name == "Mei"
    with pytest.raises(ValidationError, match="pin_wrong"):
        operators.sign_in(1, "1357")
    assert desk.ledger.head() == head


def test_no_pin_is_ever_written_down(desk: Desk, operators: Operators) -> None:
    give_pin(desk, "SesamOeffneDich")
    with pytest.raises(ValidationError):
        operators.sign_in(1, "SesamSchliesseDich")
    operators.sign_in(1, "SesamOeffneDich")
    desk.close()
    for path in desk.workspace.folder.rglob("*"):
        if path.is_file():
            assert b"Sesam" not in path.read_bytes(), path.name


def test_a_pin_that_was_changed_outside_the_program_is_found(desk: Desk, tmp_path: Path) -> None:
    give_pin(desk, PIN)
    raw(tmp_path, "UPDATE operator_pin SET hash = ''")
    (finding,) = desk.verifier.run().findings
    assert (finding.code, finding.subject) == ("row_changed", "operator_pin:1")


def test_approval_asks_for_somebody_who_is_there_and_has_a_pin(
    desk: Desk, operators: Operators
) -> None:
    arun = add(operators)
    assert not operators.approval_ready(arun)
    operators.reset_pin(new(), arun, PIN)
    assert operators.approval_ready(arun)
    operators.deactivate(new(), arun)
    assert not operators.approval_ready(arun)
    assert not operators.approval_ready(1)
    give_pin(desk)
    assert operators.approval_ready(1)


def test_this_is_me_holds_for_all_entries_of_the_person(desk: Desk, operators: Operators) -> None:
    group = make_group(desk)
    mine, other, stranger = (
        desk.members.row(make_member(desk, group, name)).person_id for name in ("A", "B", "C")
    )
    operators.link_me(new(), mine)
    assert operators.own_person_ids() == {mine}
    assert [(one.name, one.groups) for one in operators.me().accounts] == [("A", ("Aurora",))]
    desk.persons.link(new(), mine, other, "One person")
    assert operators.own_person_ids() == {mine, other}
    with pytest.raises(RefusedError, match="person_is_operator") as caught:
        operators.link_me(new(), other)
    clear_error(caught.value)
    with pytest.raises(StateChangedError, match="person_gone"):
        operators.link_me(new(), 99)
    colleague = colleague_at(desk, add(operators))
    with pytest.raises(StateChangedError, match="account_not_yours") as theirs:
        colleague.operators.unlink_me(new(), mine)
    clear_error(theirs.value)
    colleague.operators.link_me(new(), stranger)
    assert colleague.operators.own_person_ids() == {stranger}
    operators.unlink_me(new(), mine)
    assert operators.own_person_ids() == frozenset()
    assert desk.verifier.run().findings == ()


def test_a_viewer_says_nothing_of_the_register(desk: Desk) -> None:
    person = desk.members.row(make_member(desk, make_group(desk))).person_id
    viewer = as_role(desk, OperatorRole.VIEWER)
    with pytest.raises(PermissionDeniedError):
        viewer.operators.link_me(new(), person)
    viewer.close()
