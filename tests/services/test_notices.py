# SPDX-License-Identifier: MIT
"""Notices and letters: sent, not delivered, read; what did not arrive stays in sight."""

from uuid import uuid4 as new

import pytest

from groupdesk.domain.carrying_out import SEND_NOTICE
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import AppealOutcome, NoticeState
from groupdesk.domain.enums import Channel, SubjectKind, Term
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, clear_error, make_group, make_member, removal, rule_id
from tests.services.appeal_cases import decided as answer
from tests.services.appeal_cases import objected


@pytest.fixture
def decided(desk: Desk) -> int:
    member = make_member(desk, make_group(desk))
    request = removal(desk, member, rule_id(desk, 1), term=Term.MAY_RETURN)
    return desk.removals.decide(request).subject_id


def record(
    desk: Desk, target: int, state: NoticeState, note: str = "", *, appeal: bool = False
) -> None:
    kind = SubjectKind.APPEAL if appeal else SubjectKind.REMOVAL
    at = to_text(desk.clock())
    desk.notices.record(new(), kind, target, state, at, Channel.PRIVATE, note)


def is_done(desk: Desk, removal_id: int) -> bool:
    steps = desk.carrying_out.steps(removal_id)
    return bool(next(step for step in steps if step.code == SEND_NOTICE).done_at)


def test_the_step_follows_what_became_of_the_notice(
    desk: Desk, clock: MovableClock, decided: int
) -> None:
    record(desk, decided, NoticeState.SENT)
    assert is_done(desk, decided)
    clock.move(hours=1)
    record(desk, decided, NoticeState.NOT_DELIVERED, "They blocked us")
    assert not is_done(desk, decided)
    (todo,) = desk.todo.all()
    assert (todo.kind, todo.about) == ("carry_out", "They blocked us")
    record(desk, decided, NoticeState.ACKNOWLEDGED, "Answered by e-mail")
    assert is_done(desk, decided)
    states = [one.state.value for one in desk.notices.of(SubjectKind.REMOVAL, decided)]
    assert states == ["sent", "not_delivered", "acknowledged"]
    assert desk.verifier.run().findings == ()


def test_why_it_did_not_arrive_is_asked(desk: Desk, decided: int) -> None:
    with pytest.raises(ValidationError, match="step_reason_missing") as caught:
        record(desk, decided, NoticeState.NOT_DELIVERED, " ")
    assert caught.value.field == "note"


@pytest.mark.parametrize(("target", "code"), [(99, "removal_gone"), (1, "removal_lifted")])
def test_there_is_no_notice_of_what_does_not_hold(
    desk: Desk, decided: int, target: int, code: str
) -> None:
    desk.reversals.record(new(), SubjectKind.REMOVAL, decided, "A mistake")
    with pytest.raises(StateChangedError, match=code) as caught:
        record(desk, target, NoticeState.SENT)
    clear_error(caught.value)


def test_only_of_removals_and_appeals(desk: Desk, decided: int, clock: MovableClock) -> None:
    with pytest.raises(ValidationError, match="notice_of_other") as caught:
        desk.notices.record(
            new(), SubjectKind.TALK, 1, NoticeState.SENT, clock.text, Channel.PRIVATE
        )
    clear_error(caught.value)


def test_a_letter_about_an_appeal_has_its_own_records(desk: Desk, decided: int) -> None:
    answer(desk, objected(desk, decided), AppealOutcome.KEPT)
    record(desk, 1, NoticeState.NOT_DELIVERED, "No such address", appeal=True)
    record(desk, 1, NoticeState.SENT, appeal=True)
    states = [one.state.value for one in desk.notices.of(SubjectKind.APPEAL, 1)]
    assert states == ["not_delivered", "sent"]
    assert desk.notices.of(SubjectKind.REMOVAL, decided) == ()
    with pytest.raises(StateChangedError, match="appeal_gone"):
        record(desk, 2, NoticeState.SENT, appeal=True)
