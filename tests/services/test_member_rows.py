# SPDX-License-Identifier: MIT
"""What a line of the member list knows beside the columns of the stay."""

from uuid import uuid4 as new

from groupdesk.domain.carrying_out import REMOVE
from groupdesk.domain.enums import MembershipState
from groupdesk.services.desk import Desk
from tests.helpers import make_group, make_member, removal, rule_id


def test_a_line_says_that_a_removal_was_decided_until_it_is_carried_out(desk: Desk) -> None:
    group = make_group(desk)
    member, other = make_member(desk, group), make_member(desk, group, name="Other")
    removed = desk.removals.decide(removal(desk, member, rule_id(desk, 1))).subject_id

    def lines() -> list[tuple[MembershipState, bool]]:
        return [(row.state, row.removal_decided) for row in desk.members.rows([member, other])]

    assert lines() == [(MembershipState.ACTIVE, True), (MembershipState.ACTIVE, False)]
    (step,) = [one for one in desk.carrying_out.steps(removed) if one.code == REMOVE]
    desk.carrying_out.tick(new(), step)
    assert lines()[0][0] is MembershipState.REMOVED


def test_ids_that_are_gone_are_left_out(desk: Desk) -> None:
    member = make_member(desk, make_group(desk))
    assert [row.id for row in desk.members.rows([9999, member])] == [member]
    assert list(desk.members.more([9999, member])) == [member]
