# SPDX-License-Identifier: MIT
"""Groups: made, edited, refused."""

import uuid

import pytest

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, Language, Platform
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.records import GroupFields
from groupdesk.services.desk import Desk
from tests.helpers import clear_error, make_group

FIELDS = GroupFields("Aurora", Platform.WECOM, Language.ZH, purpose="Orders", size_limit=500)


def test_a_group_reads_as_it_was_made(desk: Desk) -> None:
    group = desk.groups.create(uuid.uuid4(), FIELDS._replace(name=" Aurora  customers ")).subject_id
    record = desk.groups.get(group)
    assert (record.name, record.purpose, record.size_limit) == ("Aurora customers", "Orders", 500)
    assert (record.members, record.rules_version) == (0, 0)
    assert desk.groups.named("Aurora customers") == record
    assert desk.groups.named("Borealis") is None
    assert desk.groups.all() == (record,)


def test_an_edit_goes_to_the_log_with_before_and_after(desk: Desk) -> None:
    group = desk.groups.create(uuid.uuid4(), FIELDS).subject_id
    desk.groups.edit(uuid.uuid4(), group, FIELDS._replace(purpose="Returns", size_limit=None))
    assert desk.groups.get(group).size_limit is None
    (newest,) = desk.audit.rows(AuditFilter(action=Action.GROUP_EDIT))
    ((before, after),) = desk.audit.detail(newest.seq).changes
    assert before == {"purpose": "Orders", "size_limit": 500}
    assert after == {"group": "Aurora", "purpose": "Returns", "size_limit": None}
    assert desk.verifier.run().findings == ()


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        (FIELDS._replace(name="  "), "name", "group_name_missing"),
        (FIELDS._replace(name="\u200b\u2800"), "name", "group_name_missing"),
        (FIELDS._replace(name="x" * 201), "name", "text_too_long"),
        (FIELDS._replace(name="a\x00"), "name", "text_unstorable"),
        (FIELDS._replace(purpose="\ud83d"), "purpose", "text_unstorable"),
        (FIELDS._replace(belongs="x" * 100_000), "belongs", "text_too_long"),
        (FIELDS._replace(size_limit=0), "size_limit", "size_limit_too_small"),
    ],
)
def test_what_cannot_be_a_group_is_refused(
    desk: Desk, fields: GroupFields, field: str, code: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        desk.groups.create(uuid.uuid4(), fields)
    assert (caught.value.field, caught.value.code) == (field, code)
    clear_error(caught.value)
    assert desk.groups.all() == ()


def test_names_and_platform_ids_are_taken_once(desk: Desk) -> None:
    first = desk.groups.create(uuid.uuid4(), FIELDS, "wr1").subject_id
    with pytest.raises(ValidationError, match="group_name_taken"):
        desk.groups.create(uuid.uuid4(), FIELDS)
    with pytest.raises(ValidationError, match="group_id_taken") as caught:
        desk.groups.create(uuid.uuid4(), FIELDS._replace(name="Borealis"), "wr1")
    clear_error(caught.value)
    other = FIELDS._replace(name="Borealis", platform=Platform.QQ)
    second = desk.groups.create(uuid.uuid4(), other, "wr1").subject_id
    with pytest.raises(ValidationError, match="group_id_taken"):
        desk.groups.edit(uuid.uuid4(), second, other._replace(platform=Platform.WECOM))
    desk.groups.edit(uuid.uuid4(), first, FIELDS)


def test_a_group_that_is_gone_is_said(desk: Desk) -> None:
    make_group(desk)
    with pytest.raises(StateChangedError, match="group_gone"):
        desk.groups.get(99)
    with pytest.raises(StateChangedError, match="group_gone") as caught:
        desk.groups.edit(uuid.uuid4(), 99, FIELDS)
    clear_error(caught.value)
