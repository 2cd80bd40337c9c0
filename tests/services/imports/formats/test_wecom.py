# SPDX-License-Identifier: MIT
"""WeCom's group lists, as documented and as they come."""

from pathlib import Path

import pytest

from groupdesk.domain.enums import JoinedHow, MemberRole, Platform
from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.import_records import ImportFormat, NeedsGroup
from groupdesk.services.imports.read import ReadOptions, open_file
from tests.services.imports.lists import read, wecom, wecom_file


def test_the_documented_answer(tmp_path: Path) -> None:
    result = read(wecom_file(tmp_path, wecom()))
    assert result.format is ImportFormat.WECOM_JSON
    assert result.platform is Platform.WECOM
    assert result.group_name == "销售客服群"
    assert result.group_id == "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA"
    owner, admin, customer = result.rows
    assert (owner.name, owner.nickname, owner.external_id) == ("张三丰", "客服小张", "ZhuShengBen")
    assert (owner.role, owner.invited_by) == (MemberRole.OWNER, "jack")
    assert (owner.joined_how, owner.joined_at) == (JoinedHow.INVITED, "2019-10-31T07:04:51.000Z")
    assert (admin.role, admin.joined_how) == (MemberRole.ADMIN, JoinedHow.LINK)
    assert (customer.role, customer.joined_how) == (MemberRole.MEMBER, JoinedHow.QR_CODE)
    assert customer.name == "王<b>语</b>嫣"
    assert [row.last_active for row in result.rows] == [None, None, None]
    assert (result.rejected, result.notes) == ([], [])


def test_names_that_were_not_asked_for(tmp_path: Path) -> None:
    members = [
        {"userid": "wm1", "type": 2},
        {"userid": "wm2", "group_nickname": "小王"},
        {"type": 2},
    ]
    result = read(wecom_file(tmp_path, wecom(member_list=members)))
    assert [(row.name, row.name_known) for row in result.rows] == [("wm1", False), ("小王", False)]
    assert [(one.line, one.code) for one in result.rejected] == [(3, "no_identity")]


def test_ugly_members_spoil_only_themselves(tmp_path: Path) -> None:
    members = [
        {"userid": 12345678901234567890, "name": "数字", "join_time": "1572505490"},
        "a text",
        None,
        {"userid": "b", "name": "bad\ud800"},
        {"userid": "c", "name": "nul\0"},
        {"userid": {"x": 1}, "name": ["y"]},
        {"userid": "d", "name": "负", "join_time": -5, "invitor": "jack", "join_scene": 99},
        {"userid": "d", "name": "别人"},
        {"userid": "e", "name": True},
    ]
    result = read(wecom_file(tmp_path, wecom(member_list=members, admin_list={"x": 1}, owner=None)))
    assert [(row.name, row.external_id) for row in result.rows] == [
        ("数字", "12345678901234567890"),
        ("true", "e"),
    ]
    assert result.rows[0].joined_at == "2019-10-31T07:04:50.000Z"
    assert [(one.line, one.code) for one in result.rejected] == [
        (2, "not_a_member"),
        (3, "not_a_member"),
        (4, "text_surrogate"),
        (5, "text_nul"),
        (6, "no_identity"),
        (7, "id_conflict"),
        (8, "id_conflict"),
    ]
    assert [note.code for note in result.notes] == ["date_unreadable"]


def test_the_list_of_assistants_with_activity(tmp_path: Path) -> None:
    document = {
        "total": 2,
        "member_list": [
            {
                "user_id": "wm1",
                "name": "王",
                "chat_msg_count": 7,
                "last_chat_msg_time": 1700000000,
                "join_time": 1600000000,
                "join_scene": 3,
                "deleted": 0,
                "invitor_ext_id": "wm9",
            },
            {"user_id": "wm2", "name": "李", "deleted": 1, "deleted_time": 1700000001},
        ],
    }
    result = read(wecom_file(tmp_path, document))
    (row,) = result.rows
    assert (row.message_count, row.last_active) == (7, "2023-11-14T22:13:20.000Z")
    assert row.invited_by == "wm9"
    assert [(note.code, note.values) for note in result.notes] == [
        ("leavers_skipped", {"count": "1"})
    ]


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ({"errcode": 40014, "errmsg": "invalid access_token"}, "platform_refused"),
        ([], "json_unknown"),
        ({"group_chat": {"member_list": "x"}}, "json_unknown"),
        ({"group_chat": None}, "json_unknown"),
        ({"member_list": [{}, "x"]}, "json_unknown"),
    ],
)
def test_other_documents_are_refused_in_words(tmp_path: Path, document: object, code: str) -> None:
    with pytest.raises(FileRefusedError) as caught:
        open_file(wecom_file(tmp_path, document))
    assert caught.value.code == code


def test_a_list_around_one_group_and_an_empty_group_are_fine(tmp_path: Path) -> None:
    assert len(read(wecom_file(tmp_path, [wecom()])).rows) == 3
    assert read(wecom_file(tmp_path, wecom(member_list=[]))).rows == []


def test_the_person_chooses_one_of_several_groups(tmp_path: Path) -> None:
    path = wecom_file(tmp_path, [wecom(), wecom(name="售后群", member_list=[{"userid": "x"}])])
    needs = open_file(path)
    assert isinstance(needs, NeedsGroup)
    assert [(one.name, one.count) for one in needs.groups] == [("销售客服群", 3), ("售后群", 1)]
    second = read(path, ReadOptions(group=1))
    assert (second.group_name, [row.name for row in second.rows]) == ("售后群", ["x"])


def test_a_page_of_a_longer_list_is_said_to_be_one(tmp_path: Path) -> None:
    document = {"total": 900, "member_list": [{"user_id": "wm1", "name": "王"}]}
    assert [note.code for note in read(wecom_file(tmp_path, document)).notes] == ["more_pages"]
