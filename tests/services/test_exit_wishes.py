# SPDX-License-Identifier: MIT
"""Who wants to leave: in the member's own detail, as a list, and what is known before."""

import uuid

import pytest

from groupdesk.domain.leaving_enums import ExitEntryKind
from groupdesk.domain.member_filter import MemberFilter
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from tests.helpers import make_group, make_member, rule_id, warning
from tests.services.exit_cases import answered, asked, gone, led_by


@pytest.fixture
def member(desk: Desk) -> int:
    return make_member(desk, make_group(desk))


def leaving(desk: Desk) -> list[int]:
    found = desk.members.ids(MemberFilter(None, "leaving"), "name")
    return [row.id for row in desk.members.rows(found)]


def test_a_member_who_asked_stands_in_the_list_until_it_is_over(desk: Desk, member: int) -> None:
    assert (leaving(desk), desk.members.detail(member).exit_id) == ([], 0)
    first = asked(desk, member)
    assert (leaving(desk), desk.members.detail(member).exit_id) == ([member], first)
    answered(desk, first, ExitEntryKind.WITHDRAWN)
    assert (leaving(desk), desk.members.detail(member).exit_id) == ([], 0)
    second = asked(desk, member)
    assert desk.members.detail(member).exit_id == second
    assert leaving(desk) == [member]
    gone(desk, second)
    assert (leaving(desk), desk.members.detail(member).exit_id) == ([], 0)


def test_what_is_to_be_known_stands_there_before(desk: Desk, member: int) -> None:
    group = desk.members.row(member).group_id
    led_by(desk, member)
    warning(desk, member, rule_id(desk, group), 2)
    customer = desk.members.add(uuid.uuid4(), group, MemberFields("A customer", key_customer=True))
    known = desk.leaving.exits.outlook(member)
    assert [one.membership_id for one in known.customers] == [customer.subject_id]
    assert len(known.cases) == 1
    assert not known.earlier
    answered(desk, asked(desk, member), ExitEntryKind.WITHDRAWN)
    (before,) = desk.leaving.exits.outlook(member).earlier
    assert not before.together
