# SPDX-License-Identifier: MIT
"""What can be said of a member by hand."""

import uuid
from dataclasses import replace

import pytest

from groupdesk.domain.errors import ValidationError
from groupdesk.domain.records import MemberFields
from groupdesk.models.people import Membership
from groupdesk.services import member_fields
from groupdesk.services.desk import Desk
from tests.helpers import clear_error, make_group, make_member

FIELDS = MemberFields("Li Wei")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (replace(FIELDS, name=" \n "), "name"),
        (replace(FIELDS, name="x" * 201), "name"),
        (replace(FIELDS, nickname="\ud800"), "nickname"),
        (replace(FIELDS, tags=("ok", "a\x00")), "tags"),
        (replace(FIELDS, language="\udfff"), "language"),
        (replace(FIELDS, note="x" * 100_000), "note"),
    ],
)
def test_what_cannot_be_kept_is_refused_before_anything_is_written(
    desk: Desk, fields: MemberFields, field: str
) -> None:
    group = make_group(desk)
    with pytest.raises(ValidationError) as caught:
        desk.members.add(uuid.uuid4(), group, fields)
    assert caught.value.field == field
    clear_error(caught.value)
    assert desk.groups.get(group).members == 0


@pytest.mark.parametrize(
    "name", ["<b>Li</b>", "../../etc/passwd", "\u202eiel iW", "李伟🌸", "CON", "O'Neill; DROP"]
)
def test_a_strange_name_is_kept_as_it_is(desk: Desk, name: str) -> None:
    member = make_member(desk, make_group(desk), name)
    assert desk.members.row(member).name == name


def test_an_id_belongs_to_one_person(desk: Desk) -> None:
    group = make_group(desk)
    make_member(desk, group, "Li Wei", "wx1")
    other = make_member(desk, group, "Zoe", "wx2")
    with pytest.raises(ValidationError, match="account_taken") as caught:
        desk.members.edit(uuid.uuid4(), other, replace(FIELDS, name="Zoe", external_id="wx1"))
    clear_error(caught.value)
    assert desk.members.detail(other).fields.external_id == "wx2"


def test_a_member_without_an_account_gets_one_with_its_id(desk: Desk) -> None:
    member = make_member(desk, make_group(desk))
    with desk.ledger.writing():
        Membership.update(account=None).where(Membership.id == member).execute()
    desk.members.edit(uuid.uuid4(), member, FIELDS)
    assert desk.members.detail(member).fields.external_id == ""
    desk.members.edit(uuid.uuid4(), member, replace(FIELDS, external_id="wx9"))
    assert desk.members.detail(member).fields.external_id == "wx9"


def test_only_what_is_filled_in_is_said() -> None:
    said = member_fields.said(replace(FIELDS, phone=" 138 ", key_customer=True))
    assert said == {"name": "Li Wei", "role": "member", "phone": "138", "key_customer": True}
