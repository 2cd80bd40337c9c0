# SPDX-License-Identifier: MIT
"""Who leaves decides what is to be done: a colleague hands over, any other member only goes."""

import uuid

import pytest

from groupdesk.domain.enums import Language, MemberRole
from groupdesk.domain.errors import RefusedError, StateChangedError
from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.leaving import Leaving, may_add
from groupdesk.domain.leaving_enums import ExitItem
from groupdesk.domain.records import GroupFields, MemberFields
from groupdesk.services.desk import Desk
from tests.helpers import clear_error, make_group, make_member
from tests.services.exit_cases import asked_by_anybody, gone

OF_ANYBODY = ["left_platform", "notifications"]


@pytest.fixture
def group(desk: Desk) -> int:
    """A group with a key customer whom nobody in particular looks after."""
    found = make_group(desk, rules=False)
    fields = MemberFields("Key", key_customer=True)
    desk.members.add(uuid.uuid4(), found, fields)
    return found


def leaving(desk: Desk, member: int) -> ExitRecord:
    return desk.leaving.exits.get(asked_by_anybody(desk, member))


def codes(record: ExitRecord) -> list[str]:
    return [item.code for item in record.items]


def test_an_ordinary_member_leaves_nobody_to_tell(desk: Desk, group: int) -> None:
    member = make_member(desk, group)
    assert desk.leaving.exits.outlook(member).customers == ()
    record = leaving(desk, member)
    assert codes(record) == OF_ANYBODY
    assert (record.customers, record.hands_over) == ((), False)
    assert desk.leaving.exits.get(gone(desk, record.row.id)).customers == ()


def test_the_groups_own_lines_are_everybodys(desk: Desk, group: int) -> None:
    own = Leaving(own_items=({Language.EN: "Return the badge"},))
    desk.leaving.ways.save(uuid.uuid4(), group, own)
    assert codes(leaving(desk, make_member(desk, group))) == ["own:1", *OF_ANYBODY]


@pytest.mark.parametrize("why", ["role", "operator", "owner by name", "customers"])
def test_a_colleague_hands_over(desk: Desk, group: int, why: str) -> None:
    member = make_member(desk, group, "Li Wei")
    if why == "role":
        desk.members.change(uuid.uuid4(), member, role=MemberRole.ADMIN)
    elif why == "operator":
        desk.operators.link_me(uuid.uuid4(), desk.members.row(member).person_id)
    elif why == "owner by name":
        known = desk.groups.get(group)
        said = GroupFields(known.name, known.platform, known.language, owner_name=" li wei ")
        desk.groups.edit(uuid.uuid4(), group, said)
    else:
        elsewhere = make_group(desk, "Elsewhere", rules=False)
        fields = MemberFields("Own", account_owner="li wei")
        desk.members.add(uuid.uuid4(), elsewhere, fields)
    record = leaving(desk, member)
    assert ExitItem.CUSTOMERS_TOLD in codes(record)
    assert [one.name for one in record.customers] == ["Key"]
    assert record.hands_over


def test_a_person_may_put_a_line_on_the_list_all_the_same(desk: Desk, group: int) -> None:
    record = leaving(desk, make_member(desk, group))
    ident, add = record.row.id, desk.leaving.exit_items.add
    add(uuid.uuid4(), ident, ExitItem.CONFIDENTIALITY)
    receipt = add(uuid.uuid4(), ident, ExitItem.CUSTOMERS_TOLD)
    ((_before, after),) = desk.audit.detail(receipt.seq).changes
    assert after["item_added"] == ExitItem.CUSTOMERS_TOLD
    record = desk.leaving.exits.get(ident)
    assert codes(record) == ["customers_told", "confidentiality", *OF_ANYBODY]
    assert [one.name for one in record.customers] == ["Key"], "a person says that it concerns them"
    assert record.hands_over
    assert ExitItem.CUSTOMERS_TOLD not in may_add(codes(record))
    with pytest.raises(StateChangedError, match="exit_item_there") as caught:
        add(uuid.uuid4(), ident, ExitItem.CUSTOMERS_TOLD)
    clear_error(caught.value)
    with pytest.raises(RefusedError, match="exit_item_other"):
        add(uuid.uuid4(), ident, ExitItem.LEFT_PLATFORM)
    assert desk.verifier.run().findings == ()
