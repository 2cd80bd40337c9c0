# SPDX-License-Identifier: MIT
"""Discord: members of a server, and the authors of an exported channel."""

from pathlib import Path
from typing import Any

from groupdesk.domain.enums import Platform
from groupdesk.domain.import_records import ImportFormat
from tests.services.imports.formats.files import read_json, told


def member(number: object, username: object, **more: Any) -> dict[str, Any]:
    user = {"id": number, "username": username, "discriminator": "0", "global_name": None}
    user |= more.pop("user", {})
    return {
        "user": user,
        "nick": None,
        "roles": ["814556702735204352"],
        "joined_at": "2021-02-25T18:38:12.107000+00:00",
        "communication_disabled_until": None,
        **more,
    }


def test_members_of_a_server(tmp_path: Path) -> None:
    result = read_json(
        tmp_path,
        [
            member("80351110224678912", "nelly", nick="Nell", user={"global_name": "Nelly"}),
            member(80351110224678913, "old.timer", user={"discriminator": "1337"}),
            member("80351110224678914", "helper", user={"bot": True}),
            member("80351110224678915", None),
            {"nick": "x"},
            7,
        ],
    )
    assert (result.format, result.platform) == (ImportFormat.DISCORD_MEMBERS, Platform.DISCORD)
    nelly, old, bot, nameless = result.rows
    assert (nelly.name, nelly.nickname, nelly.handle) == ("Nelly", "Nell", "nelly")
    assert nelly.joined_at == "2021-02-25T18:38:12.107Z"
    assert (old.name, old.handle, old.external_id) == (
        "old.timer",
        "old.timer#1337",
        "80351110224678913",
    )
    assert (bot.is_bot, nelly.is_bot) == (True, False)
    assert (nameless.name, nameless.name_known) == ("80351110224678915", False)
    assert [(one.line, one.code) for one in result.rejected] == [
        (5, "not_a_member"),
        (6, "not_a_member"),
    ]


def author(number: str, name: str, **more: Any) -> dict[str, Any]:
    role = {"id": "1", "name": "Gold, since 2020", "color": None, "position": 3}
    return {
        "id": number,
        "name": name,
        "discriminator": "0000",
        "nickname": name.title(),
        "color": None,
        "isBot": False,
        "roles": [role],
        "avatarUrl": "https://x.example/a.png",
        **more,
    }


def said(at: str, who: object, kind: str = "Default") -> dict[str, Any]:
    return {"id": at, "type": kind, "timestamp": at, "content": "hi", "author": who}


def test_authors_of_a_channel_newest_message_first(tmp_path: Path) -> None:
    result = read_json(
        tmp_path,
        {
            "guild": {"id": "42", "name": "Kunden", "iconUrl": ""},
            "channel": {"id": "43", "type": "GuildTextChat", "name": "support"},
            "dateRange": {"after": None, "before": None},
            "exportedAt": "2024-05-03T00:00:00+00:00",
            "messages": [
                said("2024-05-02T10:00:00+00:00", author("1", "ada", nickname="Ada L.")),
                said("2024-05-02T09:00:00+00:00", author("2", "hook", isBot=True)),
                said("2024-05-01T10:00:00.123+00:00", author("1", "ada.old")),
                said("2024-04-01T10:00:00+00:00", author("3", "newcomer"), "GuildMemberJoin"),
                said("2024-04-01T09:00:00+00:00", author("456226577798135808", "Deleted User")),
                said("2024-04-01T08:00:00+00:00", None),
                said("2024-04-01T08:00:00+00:00", {"id": None}),
                "x",
            ],
            "messageCount": 8,
        },
    )
    assert result.format is ImportFormat.DISCORD_CHAT
    assert (result.group_name, result.group_id) == ("Kunden", "42")
    ada, hook, newcomer = result.rows
    assert (ada.name, ada.nickname, ada.handle) == ("ada", "Ada L.", "ada")
    assert (ada.message_count, ada.last_active) == (2, "2024-05-02T10:00:00.000Z")
    assert ada.tags == ("Gold since 2020",)
    assert hook.is_bot
    assert (newcomer.joined_at, newcomer.last_active) == ("2024-04-01T10:00:00.000Z", None)
    assert newcomer.message_count == 0
    assert told(result.notes)["messages_broken"] == {"count": "1"}
    assert "silent_missing" in told(result.notes)


def test_a_private_conversation_is_called_by_its_channel(tmp_path: Path) -> None:
    result = read_json(
        tmp_path,
        {
            "guild": {"id": "0", "name": "Direct Messages"},
            "channel": {"id": "43", "type": "DirectGroupTextChat", "name": "Ada, Ben"},
            "messages": [],
        },
    )
    assert (result.group_name, result.group_id, result.rows) == ("Ada, Ben", "43", [])
