# SPDX-License-Identifier: MIT
"""Who may take over is found by name; a colleague comes before a customer."""

import uuid

import pytest

from groupdesk.domain.enums import MemberRole
from groupdesk.domain.records import MemberFields
from groupdesk.services.desk import Desk
from groupdesk.services.successors import Successor
from tests.helpers import make_group, make_member


@pytest.fixture
def group(desk: Desk) -> int:
    return make_group(desk, rules=False)


def add(desk: Desk, group: int, name: str, **values: object) -> int:
    fields = MemberFields(name, **values)  # type: ignore[arg-type]
    return desk.members.add(uuid.uuid4(), group, fields).subject_id


def found(desk: Desk, group: int, text: str, leaver: int = 0) -> list[Successor]:
    return desk.leaving.successors.find(group, text, leaver)


def test_whose_customers_they_are_is_no_name(desk: Desk, group: int) -> None:
    for name in ("蔡建辉", "曹静"):
        add(desk, group, name, account_owner="王敏", note="王敏的客户", phone="12345")
    assert found(desk, group, "王敏") == [Successor("王敏", customers=2)]
    assert found(desk, group, "wangmin") == [Successor("王敏", customers=2)]
    assert found(desk, group, "12345") == []
    (customer,) = found(desk, group, "曹静")
    assert (customer.customer, customer.colleague) == (True, False)


def test_colleagues_stand_first(desk: Desk, group: int) -> None:
    member = add(desk, group, "Mei Aalto")
    leader = add(desk, group, "Bo Meier", role=MemberRole.ADMIN)
    assert [(one.name, one.membership_id) for one in found(desk, group, "mei")] == [
        ("Mei", 0),
        ("Bo Meier", leader),
        ("Mei Aalto", member),
    ]


def test_a_colleague_known_by_name_is_the_member_of_that_name(desk: Desk, group: int) -> None:
    own = make_member(desk, group, "王敏")
    add(desk, group, "曹静", account_owner="王敏")
    assert found(desk, group, "王敏") == [Successor("王敏", own, customers=1)]


def test_who_leaves_is_not_offered(desk: Desk, group: int) -> None:
    leaver = add(desk, group, "Li Na", role=MemberRole.ADMIN)
    add(desk, group, "曹静", account_owner="Li Na")
    assert found(desk, group, "Li Na", leaver) == []
