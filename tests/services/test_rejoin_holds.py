# SPDX-License-Identifier: MIT
"""Coming back although something holds: who may say so, who hears of it, what came in between."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, Language, OperatorRole, Term
from groupdesk.domain.errors import GroupDeskError, PermissionDeniedError
from groupdesk.domain.leaving_enums import RejoinEntryKind, RejoinState
from groupdesk.domain.person_records import JoinAnswer
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from groupdesk.services.members import Members
from groupdesk.services.reports.case_removal import removal_tree
from groupdesk.services.reports.gather_case import case_file_content
from groupdesk.services.reports.masking import handout_case
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.words import Words
from tests.helpers import (
    MovableClock,
    clear_error,
    give_pin,
    make_group,
    make_member,
    removal,
    rule_id,
)
from tests.services.appeal_cases import somebody_else
from tests.services.exit_cases import asked as asked_to_leave
from tests.services.exit_cases import gone
from tests.services.imports.rows import listed, row
from tests.services.rejoin_cases import answered, pleaded, reply
from tests.services.two_operators import ask_always, seat_of

MODERATOR, ADMIN = OperatorRole.MODERATOR, OperatorRole.ADMIN
WITHDRAWN = RejoinEntryKind.WITHDRAWN


@pytest.fixture
def group(desk: Desk) -> int:
    return make_group(desk)


@pytest.fixture
def expected(desk: Desk, group: int) -> int:
    """Return the request of somebody who may come back."""
    member = make_member(desk, group, "Li Wei", "u1")
    gone(desk, asked_to_leave(desk, member))
    return answered(desk, pleaded(desk, group, desk.members.row(member).person_id))


def removed(desk: Desk, group: int, *, approved: bool = False, name: str = "Wu Gang") -> int:
    """Let somebody be removed for good, with the yes of a second person or without."""
    if approved:
        give_pin(desk)
        ask_always(desk, group)
    member = make_member(desk, group, name, name)
    request = removal(desk, member, rule_id(desk, group), term=Term.FOR_GOOD)
    request = replace(request, already_removed_at=to_text(desk.clock()))
    ident = desk.removals.decide(request).subject_id
    if approved:
        seat_of(desk, name="Bo").approvals.approve(uuid.uuid4(), [ident])
    return desk.members.row(member).person_id


def refused(code: str, act: object, *args: object) -> GroupDeskError:
    with pytest.raises(GroupDeskError) as caught:
        act(*args)  # type: ignore[operator]
    clear_error(caught.value)
    assert caught.value.code == code
    return caught.value


# ---- what came in between


def test_a_yes_that_is_taken_back_meanwhile_takes_nobody_in(
    desk: Desk, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = Members.add

    def late(*given: object) -> object:
        monkeypatch.undo()
        answered(desk, expected, WITHDRAWN)
        return add(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Members, "add", late)
    act = desk.leaving.rejoin_requests.take_in
    error = refused("rejoin_not_expected", act, uuid.uuid4(), expected)
    assert "Li Wei" in clear_error(error)
    found = desk.leaving.rejoin_requests.get(expected)
    assert (found.row.state, found.here) == (RejoinState.WITHDRAWN, 0)
    refused("rejoin_not_expected", act, uuid.uuid4(), expected)


def test_who_came_in_meanwhile_is_back_by_that_stay(
    desk: Desk, group: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = Members.add

    def late(*given: object) -> object:
        monkeypatch.undo()
        add(desk.members, uuid.uuid4(), group, MemberFields("Li Wei", external_id="u1"))
        return add(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Members, "add", late)
    error = refused("rejoin_back", desk.leaving.rejoin_requests.take_in, uuid.uuid4(), expected)
    assert "Li Wei" in clear_error(error)
    found = desk.leaving.rejoin_requests.get(expected)
    assert found.row.state is RejoinState.BACK
    assert len(found.known.stays) == 2


def test_a_block_that_came_after_the_yes_keeps_them_out_until_it_is_answered(
    desk: Desk, group: int, expected: int, clock: MovableClock
) -> None:
    requests = desk.leaving.rejoin_requests
    person = requests.get(expected).row.person_id
    clock.move(minutes=5)
    desk.blocklist.block(uuid.uuid4(), person, "Fake vouchers")
    refused("rejoin_held_since", requests.take_in, uuid.uuid4(), expected)
    assert requests.get(expected).here == 0
    clock.move(minutes=5)
    answered(desk, expected, override_reason="It was somebody else's account.")
    requests.take_in(uuid.uuid4(), expected)
    assert requests.get(expected).row.state is RejoinState.BACK
    assert desk.returns.alerts() == ()


def test_a_reason_given_before_does_not_hide_a_block_of_afterwards(
    desk: Desk, group: int, clock: MovableClock
) -> None:
    person = removed(desk, group)
    clock.move(minutes=5)
    answered(desk, pleaded(desk, group, person), override_reason="He apologised.")
    clock.move(minutes=5)
    desk.blocklist.block(uuid.uuid4(), person, "Fake vouchers")
    preview = desk.imports.preview(listed(row(1, "Wu Gang", external_id="Wu Gang")), group)
    desk.imports.apply(uuid.uuid4(), preview)
    assert [alert.name for alert in desk.returns.alerts()] == ["Wu Gang"]
    assert desk.verifier.run().findings == ()


# ---- who may


def test_a_removal_that_two_decided_asks_for_somebody_who_may_approve(
    desk: Desk, group: int
) -> None:
    person = removed(desk, group, approved=True)
    ident = pleaded(desk, group, person)
    yes = reply(ident, override_reason="He apologised.")
    with somebody_else(desk, "Lin", MODERATOR):
        assert desk.leaving.rejoin_requests.get(ident).known.needs_approver == 1
        refused("return_needs_approver", desk.leaving.rejoin_requests.answer, yes)
        answered(desk, ident, RejoinEntryKind.LATER)  # a no, or not yet, is theirs to say
        why = JoinAnswer(let_in_reason="He apologised.", same_as=person)
        fields = MemberFields("Wu Gang", external_id="Wu Gang")
        refused("return_needs_approver", desk.members.add, uuid.uuid4(), group, fields, why)
    assert desk.leaving.rejoin_requests.get(ident).known.needs_approver == 0
    answered(desk, ident, override_reason="He apologised.")
    desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident)
    assert desk.returns.alerts() == ()


def test_a_moderators_yes_against_a_removal_is_read_by_an_admin(
    desk: Desk, group: int, clock: MovableClock
) -> None:
    requests = desk.leaving.rejoin_requests
    ident = pleaded(desk, group, removed(desk, group))
    with somebody_else(desk, "Lin", MODERATOR):
        answered(desk, ident, override_reason="Agreed with the customer.")
        assert "rejoin_against" not in {item.kind for item in desk.todo.all()}
        with pytest.raises(PermissionDeniedError):
            requests.confirm(uuid.uuid4(), ident)
    requests.take_in(uuid.uuid4(), ident)
    (line,) = [item for item in desk.todo.all() if item.kind == "rejoin_against"]
    assert (line.id, line.member_name, line.by, line.about) == (
        ident,
        "Wu Gang",
        "Lin",
        "Agreed with the customer.",
    )
    clock.move(minutes=1)
    requests.confirm(uuid.uuid4(), ident)
    assert "rejoin_against" not in {item.kind for item in desk.todo.all()}
    assert requests.get(ident).entries[-1].kind is RejoinEntryKind.OVERRIDE_READ
    refused("rejoin_changed", requests.confirm, uuid.uuid4(), ident)
    (entry,) = desk.audit.rows(AuditFilter(action=Action.REJOIN_CONFIRM))
    ((_before, after),) = desk.audit.detail(entry.seq).changes
    assert after["override_reason"] == "Agreed with the customer."
    assert desk.verifier.run().findings == ()


def test_an_admins_own_yes_needs_nobody_to_read_it(desk: Desk, group: int) -> None:
    answered(desk, pleaded(desk, group, removed(desk, group)), override_reason="Agreed.")
    assert "rejoin_against" not in {item.kind for item in desk.todo.all()}


# ---- the group's room


def test_whoever_is_back_is_counted_once(desk: Desk, expected: int) -> None:
    requests = desk.leaving.rejoin_requests
    make_member(desk, requests.get(expected).row.group_id, "Zhou Min")
    assert requests.get(expected).known.members == 2
    requests.take_in(uuid.uuid4(), expected)
    assert requests.get(expected).known.members == 2


# ---- on paper


def test_the_case_file_says_who_let_them_back_in_and_why(
    desk: Desk, group: int, clock: MovableClock
) -> None:
    person = removed(desk, group)
    ident = pleaded(desk, group, person)
    clock.move(days=1)
    answered(desk, ident, override_reason="He apologised to all.")
    desk.leaving.rejoin_requests.take_in(uuid.uuid4(), ident)
    content = case_file_content(desk.ledger, desk.evidence, 1, Language.EN)
    assert content.removal is not None
    (yes,) = content.removal.let_back
    assert (yes.operator, yes.comment) == (desk.operator.name, "He apologised to all.")
    words = Words("en")
    for shown, said in (
        (content, "although this removal held: He apologised to all."),
        (handout_case(content, words), "although this removal held."),
    ):
        tree = removal_tree(shown, words, PaperDates(words, desk.clock()))["removal"]
        assert said in str(tree)
