# SPDX-License-Identifier: MIT
"""Slack, QQ, Feishu, Zulip: one list of members each, as their interfaces give it."""

from pathlib import Path
from typing import Any

import pytest

from groupdesk.domain.enums import MemberRole, Platform
from groupdesk.domain.import_records import ImportFormat, NeedsGroup
from groupdesk.services.imports.read import ReadOptions, open_file
from tests.services.imports.formats.files import json_file, read_json, told
from tests.services.imports.lists import refusal


def slack(number: object, name: str, /, **more: Any) -> dict[str, Any]:
    profile = {"real_name": name, "display_name": "", "email": None, "phone": ""}
    profile |= more.pop("profile", {})
    base = {"id": number, "team_id": "T1", "name": name.lower().replace(" ", "."), "deleted": False}
    return {**base, "profile": profile, "is_bot": False, "updated": 1502138686, **more}


SLACK = [
    slack("W1", "Ada Lovelace", is_owner=True, profile={"email": "ada@x.example", "phone": "1"}),
    slack("W2", "Ben", is_admin=True, profile={"display_name": "benny"}),
    slack("W3", "Gone", deleted=True),
    slack("B4", "Poll", is_bot=True),
    slack("USLACKBOT", "Slackbot"),
    slack("W5", "", name="only.handle"),
    slack("W6", "null", name="nulled"),
    "W7",
]


@pytest.mark.parametrize("around", [False, True])
def test_slack(tmp_path: Path, *, around: bool) -> None:
    answer = {"ok": True, "members": SLACK, "response_metadata": {"next_cursor": "dGVhbTpD"}}
    result = read_json(tmp_path, answer if around else SLACK)
    assert (result.format, result.platform) == (ImportFormat.SLACK_JSON, Platform.SLACK)
    ada, ben, gone, bot, handle, nulled = result.rows
    assert (ada.role, ada.email, ada.phone) == (MemberRole.OWNER, "ada@x.example", "1")
    assert (ben.name, ben.nickname, ben.handle, ben.role) == (
        "Ben",
        "benny",
        "ben",
        MemberRole.ADMIN,
    )
    assert (gone.deactivated, bot.is_bot) == (True, True)
    assert (handle.name, handle.name_known) == ("only.handle", False)
    assert (nulled.name, nulled.name_known) == ("nulled", False)
    assert [(one.line, one.code) for one in result.rejected] == [(8, "not_a_member")]
    assert ("more_pages" in told(result.notes)) is around


def test_slack_lists_people_who_are_not_in_the_workspace(tmp_path: Path) -> None:
    members = [
        slack("U1", "Ada"),
        slack("U2", "Asked", is_invited_user=True, profile={"email": "asked@x.example"}),
        slack("U3", "Far", is_stranger=True),
    ]
    result = read_json(tmp_path, members)
    assert [row.name for row in result.rows] == ["Ada"]
    assert [(one.line, one.code, one.text) for one in result.rejected] == [
        (2, "not_in_group", "Asked · asked · asked@x.example"),
        (3, "not_in_group", "Far · far"),
    ]


def qq(number: object, nickname: object, **more: Any) -> dict[str, Any]:
    base = {"group_id": 201377, "user_id": number, "nickname": nickname, "card": "", "age": 0}
    return {
        **base,
        "join_time": 1600000000,
        "last_sent_time": 1700000000,
        "level": "7",
        "role": "member",
        "title": "",
        **more,
    }


QQ = [
    qq(10001, "小马哥", role="owner", title="创始人"),
    qq(3145926535, "None", card="客服-小张", role="admin"),
    qq(2854196310, "Q群管家", is_robot=True, last_sent_time=0),
    qq("1.23457E+17", "坏", card="x"),
    [],
]


@pytest.mark.parametrize("around", [False, True])
def test_qq(tmp_path: Path, *, around: bool) -> None:
    answer = {"status": "ok", "retcode": 0, "data": QQ, "message": "", "wording": ""}
    result = read_json(tmp_path, answer if around else QQ)
    assert (result.format, result.platform) == (ImportFormat.QQ_JSON, Platform.QQ)
    assert result.group_id == "201377"
    owner, admin, bot = result.rows
    assert (owner.name, owner.role, owner.tags) == ("小马哥", MemberRole.OWNER, ("创始人",))
    assert owner.last_active == "2023-11-14T22:13:20.000Z"
    assert (admin.name, admin.name_known, admin.external_id) == ("客服-小张", False, "3145926535")
    assert (bot.is_bot, bot.last_active) == (True, None)
    assert [(one.line, one.code) for one in result.rejected] == [
        (4, "id_damaged"),
        (5, "not_a_member"),
    ]


def test_qq_members_of_two_groups(tmp_path: Path) -> None:
    path = json_file(tmp_path, [qq(1, "a"), qq(2, "b", group_id=5), qq(3, "c", group_id=5)])
    needs = open_file(path)
    assert isinstance(needs, NeedsGroup)
    assert [one.count for one in needs.groups] == [1, 2]
    chosen = read_json(
        tmp_path, [qq(1, "a"), qq(2, "b", group_id=5), qq(3, "c", group_id=5)], ReadOptions(group=1)
    )
    assert [(row.line, row.name) for row in chosen.rows] == [(2, "b"), (3, "c")]


def test_feishu(tmp_path: Path) -> None:
    items = [
        {"member_id_type": "open_id", "member_id": "ou_9204", "name": "张三", "tenant_key": "t"},
        {"member_id_type": "open_id", "member_id": "ou_155184"},
        {"member_id_type": "open_id", "member_id": ["ou"], "name": ""},
    ]
    data = {"items": items, "page_token": "x", "has_more": True, "member_total": 9}
    result = read_json(tmp_path, {"code": 0, "msg": "success", "data": data})
    assert (result.format, result.platform) == (ImportFormat.FEISHU_JSON, Platform.FEISHU)
    assert [(row.name, row.external_id) for row in result.rows] == [
        ("张三", "ou_9204"),
        ("ou_155184", "ou_155184"),
    ]
    assert [(one.line, one.code) for one in result.rejected] == [(3, "no_identity")]
    assert "more_pages" in told(result.notes)


def zulip(number: int, name: str, **more: Any) -> dict[str, Any]:
    base = {"user_id": number, "email": f"user{number}@chat.example", "full_name": name}
    return {
        **base,
        "delivery_email": None,
        "role": 400,
        "is_active": True,
        "is_bot": False,
        "date_joined": "2019-10-20T07:50:53.728864+00:00",
        **more,
    }


def test_zulip(tmp_path: Path) -> None:
    old = {"user_id": 5, "full_name": "Old Server", "email": "o@x.example", "is_admin": True}
    members = [
        zulip(1, "Iago", role=100, delivery_email="iago@x.example"),
        zulip(2, "Zoe", role=600),
        zulip(3, "Gone", is_active=False),
        zulip(4, "Bot", is_bot=True),
        old,
    ]
    result = read_json(tmp_path, {"result": "success", "msg": "", "members": members})
    assert (result.format, result.platform) == (ImportFormat.ZULIP_JSON, Platform.ZULIP)
    iago, zoe, gone, bot, old_row = result.rows
    assert (iago.role, iago.email, iago.external_id) == (MemberRole.OWNER, "iago@x.example", "1")
    assert iago.joined_at == "2019-10-20T07:50:53.728Z"
    assert (zoe.email, zoe.role) == ("", MemberRole.MEMBER)
    assert (gone.deactivated, zoe.deactivated, bot.is_bot) == (True, False, True)
    assert (old_row.role, old_row.deactivated, old_row.email) == (
        MemberRole.ADMIN,
        False,
        "o@x.example",
    )


@pytest.mark.parametrize(
    "document",
    [
        {"ok": False, "error": "missing_scope"},
        {"result": "error", "msg": "Invalid API key", "code": "INVALID_API_KEY"},
        {"errcode": "M_FORBIDDEN", "error": "You are not in this room"},
        {"code": 230002, "msg": "The bot is not in the group."},
        {"message": "Missing Access", "code": 50001},
        {"status": "failed", "retcode": 1404, "data": None, "wording": "群不存在"},
        {"id": "api.context", "message": "Invalid session", "status_code": 401},
    ],
)
def test_a_refusal_of_the_platform_is_said_in_its_words(tmp_path: Path, document: object) -> None:
    caught = refusal(json_file(tmp_path, document))
    assert caught.code == "platform_refused"
    assert caught.values["reply"]
