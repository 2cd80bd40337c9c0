# SPDX-License-Identifier: MIT
"""Exports of Telegram Desktop: members rebuilt from messages, chats to choose from, contacts."""

from pathlib import Path
from typing import Any

import pytest

from groupdesk.domain.enums import JoinedHow, MemberRole, Platform
from groupdesk.domain.import_records import ImportFormat, NeedsGroup
from groupdesk.services.imports.read import ReadOptions, open_file
from tests.services.imports.formats.files import json_file, read_json, told
from tests.services.imports.lists import refusal

DAY = 86_400
START = 1_700_000_000
MIDNIGHT = "2023-11-14T22:13:20.000Z"


def message(day: int, name: object, user: object, **more: Any) -> dict[str, Any]:
    return {
        "id": day,
        "type": "message",
        "date": "2023-11-14T22:13:20",
        "date_unixtime": str(START + day * DAY),
        "from": name,
        "from_id": user,
        "text": ["hi ", {"type": "link", "text": "https://x.example"}],
        "text_entities": [],
        **more,
    }


def service(day: int, actor: str, user: str, action: str, **more: Any) -> dict[str, Any]:
    return {
        "id": day,
        "type": "service",
        "date": "2023-11-14T22:13:20",
        "date_unixtime": str(START + day * DAY),
        "actor": actor,
        "actor_id": user,
        "action": action,
        "text": "",
        **more,
    }


def chat(*messages: object, **more: Any) -> dict[str, Any]:
    base = {"name": "Kunden Nord", "type": "private_supergroup", "id": 1234567890}
    return {**base, **more, "messages": list(messages)}


def test_authors_joins_and_last_activity(tmp_path: Path) -> None:
    result = read_json(
        tmp_path,
        chat(
            service(0, "Ada", "user11", "create_group", title="Kunden", members=["Ada", "Ben"]),
            message(1, "Ben", "user22"),
            service(2, "Ada", "user11", "invite_members", members=["Quiet One"]),
            service(3, "Cleo", "user33", "join_group_by_link", inviter="Ada"),
            message(4, "Ben", "user22"),
            message(5, None, "user44"),
        ),
    )
    assert (result.format, result.platform) == (ImportFormat.TELEGRAM_CHAT, Platform.TELEGRAM)
    assert (result.group_name, result.group_id) == ("Kunden Nord", "1234567890")
    ada, ben, cleo, nameless, quiet = result.rows
    assert (ada.name, ada.external_id, ada.role) == ("Ada", "11", MemberRole.OWNER)
    assert (ada.joined_at, ada.last_active, ada.message_count) == (MIDNIGHT, None, 0)
    assert (ben.joined_how, ben.invited_by, ben.message_count) == (JoinedHow.INVITED, "Ada", 2)
    assert ben.last_active == "2023-11-18T22:13:20.000Z"
    assert (cleo.joined_how, cleo.joined_at) == (JoinedHow.LINK, "2023-11-17T22:13:20.000Z")
    assert (nameless.name, nameless.name_known) == ("44", False)
    assert (quiet.name, quiet.external_id, quiet.invited_by) == ("Quiet One", "", "Ada")
    assert quiet.last_active is None
    assert "silent_missing" in told(result.notes)


def test_who_left_or_was_removed_is_no_member(tmp_path: Path) -> None:
    result = read_json(
        tmp_path,
        chat(
            message(1, "Ada", "user11"),
            message(1, "Own Wish", "user22"),
            message(1, "Spammer", "user33"),
            message(1, "Back Again", "user44"),
            service(2, "Own Wish", "user22", "remove_members", members=["Own Wish"]),
            service(2, "Ada", "user11", "remove_members", members=["Spammer"]),
            service(2, "Ada", "user11", "remove_members", members=["Back Again"]),
            service(2, "Ada", "user11", "invite_members", members=["Came And Went"]),
            service(3, "Ada", "user11", "remove_members", members=["Came And Went"]),
            message(4, "Back Again", "user44"),
        ),
    )
    assert [row.name for row in result.rows] == ["Ada", "Back Again"]
    notes = told(result.notes)
    assert notes["leavers_skipped"] == {"count": "1"}
    assert notes["leavers_removed"] == {"count": "2", "names": "Spammer; Came And Went"}


def test_a_name_of_two_people_decides_nothing(tmp_path: Path) -> None:
    result = read_json(
        tmp_path,
        chat(
            message(1, "Li", "user11"),
            message(2, "Li", "user22"),
            service(3, "Admin", "user33", "remove_members", members=["Li"]),
        ),
    )
    assert [row.external_id for row in result.rows] == ["11", "22", "33"]
    assert told(result.notes)["names_shared"] == {"count": "1"}


def test_older_ids_channels_and_broken_messages(tmp_path: Path) -> None:
    old = message(1, "Old", 4100200300)
    del old["date_unixtime"]
    result = read_json(
        tmp_path,
        chat(
            old,
            message(2, "News", "channel1400200300"),
            message(2, "Some Chat", 4294967297),
            message(3, "Nobody", 0),
            message(3, "Nobody", "user0"),
            message(3, "Telegram", "user777000"),
            message(3, "x", {"a": 1}),
            message(3, "x", "userabc"),
            message(4, ["x"], "user5", date_unixtime="soon"),
            "no message",
            None,
            {"type": ["message"]},
            service(5, "Ada", "user6", "invite_members", members=[None, 5, {"x": 1}, " "]),
        ),
    )
    assert [(row.name, row.external_id) for row in result.rows] == [
        ("Old", "4100200300"),
        ("5", "5"),
        ("Ada", "6"),
        ("5", ""),
    ]
    assert result.rows[0].last_active == "2023-11-14T14:13:20.000Z"
    notes = told(result.notes)
    assert notes["messages_broken"] == {"count": "2"}
    assert notes["date_unreadable"]["value"] == "soon"


def export(*chats: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "about": "Here is the data you requested.",
        "personal_information": {"user_id": 1, "first_name": "Me"},
        "frequent_contacts": {"about": "…", "list": [{"id": 1, "category": "people"}]},
        **more,
        "chats": {"about": "…", "list": list(chats)},
    }


def test_the_person_chooses_a_group_of_all_chats(tmp_path: Path) -> None:
    whole = export(
        chat(message(1, "Friend", "user9"), type="personal_chat", id=9),
        chat(message(1, "Ada", "user11"), name="North", id=1),
        chat(message(1, "Ben", "user22"), message(2, "Cleo", "user33"), name="South", id=2),
        left_chats={"list": [chat(message(1, "Gone", "user44"), name="Old", id=3)]},
        contacts={"list": [{"user_id": 7, "first_name": "Dora", "last_name": ""}]},
    )
    path = json_file(tmp_path, whole)
    needs = open_file(path)
    assert isinstance(needs, NeedsGroup)
    assert [(one.format.value, one.name, one.count) for one in needs.groups] == [
        ("telegram_chat", "North", 1),
        ("telegram_chat", "South", 2),
        ("telegram_chat", "Old", 1),
        ("telegram_contacts", "", 1),
    ]
    south = read_json(tmp_path, whole, ReadOptions(group=1))
    assert (south.group_name, [row.name for row in south.rows]) == ("South", ["Ben", "Cleo"])
    contacts = read_json(tmp_path, whole, ReadOptions(group=3))
    assert [row.name for row in contacts.rows] == ["Dora"]
    assert refusal(path, ReadOptions(group=9)).code == "file_changed"


def test_the_only_group_of_all_chats_needs_no_choice(tmp_path: Path) -> None:
    whole = export(
        chat(message(1, "Friend", "user9"), type="personal_chat"),
        chat(message(1, "Ada", "user11")),
    )
    assert [row.name for row in read_json(tmp_path, whole).rows] == ["Ada"]


@pytest.mark.parametrize("kind", ["personal_chat", "bot_chat", "saved_messages", "public_channel"])
def test_a_chat_that_is_no_group_is_refused_in_words(tmp_path: Path, kind: str) -> None:
    assert refusal(json_file(tmp_path, chat(message(1, "A", "user1"), type=kind))).code == (
        "chat_not_group"
    )
    whole = export(chat(message(1, "A", "user1"), type=kind))
    assert refusal(json_file(tmp_path, whole)).code == "chat_not_group"


def test_an_empty_group_is_a_group(tmp_path: Path) -> None:
    assert read_json(tmp_path, chat()).rows == []


def test_contacts(tmp_path: Path) -> None:
    contacts = [
        {"user_id": 12345678901, "first_name": "小明", "last_name": "王", "phone_number": "00861"},
        {"user_id": 0, "first_name": "Ada", "last_name": "L", "phone_number": "0049 1"},
        {"user_id": 0, "first_name": "", "last_name": "", "phone_number": ""},
        "x",
    ]
    result = read_json(tmp_path, {"contacts": {"about": "…", "list": contacts}})
    assert result.format is ImportFormat.TELEGRAM_CONTACTS
    assert [(row.name, row.external_id, row.phone) for row in result.rows] == [
        ("王小明", "12345678901", "00861"),
        ("Ada L", "", "0049 1"),
    ]
    assert [(one.line, one.code) for one in result.rejected] == [
        (3, "no_identity"),
        (4, "not_a_member"),
    ]
