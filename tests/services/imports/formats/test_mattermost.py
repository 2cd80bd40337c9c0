# SPDX-License-Identifier: MIT
"""Mattermost: a bulk export with one JSON object per line, and the list of its interface."""

import json
from pathlib import Path
from typing import Any

from groupdesk.domain.enums import MemberRole, Platform
from groupdesk.domain.import_records import ImportFormat
from tests.services.imports.formats.files import read_json
from tests.services.imports.lists import read, text_file


def user(username: str, **more: Any) -> dict[str, Any]:
    base = {"username": username, "email": f"{username}@x.example", "nickname": ""}
    return {**base, "first_name": "", "last_name": "", "roles": "system_user", **more}


def lines(*entries: object) -> str:
    texts = [one if isinstance(one, str) else json.dumps(one) for one in entries]
    return "\n".join(texts) + "\n"


def test_a_bulk_export(tmp_path: Path) -> None:
    text = lines(
        {"type": "version", "version": 1},
        {"type": "team", "team": {"name": "north", "display_name": "North", "type": "I"}},
        {"type": "user", "user": user("ada", first_name="Ada", last_name="L", locale="en",
                                      roles="system_admin system_user")},
        {"type": "user", "user": user("ben", nickname="Benny", delete_at=0)},
        {"type": "user", "user": user("gone", first_name="Gone", delete_at=1700000000000)},
        {"type": "bot", "bot": {"username": "poll", "display_name": "Poll", "owner": "ada"}},
        "",
        '{"type": "user", "user": {"username": "cut',
        {"type": "post", "post": {"user": "ada", "message": "x"}},
        {"type": "user", "user": None},
        {"type": ["user"]},
        [1],
    )  # fmt: skip
    result = read(text_file(tmp_path, text, name="export.csv"))
    assert (result.format, result.platform) == (
        ImportFormat.MATTERMOST_JSON,
        Platform.MATTERMOST,
    )
    assert result.group_name == "North"
    ada, ben, gone, bot = result.rows
    assert (ada.name, ada.role, ada.line) == ("Ada L", MemberRole.ADMIN, 3)
    assert (ben.name, ben.name_known, ben.deactivated) == ("Benny", False, False)
    assert (ben.handle, ben.email) == ("ben", "ben@x.example")
    assert (gone.deactivated, bot.is_bot, bot.name) == (True, True, "Poll")
    assert [(one.line, one.code) for one in result.rejected] == [
        (8, "json_line_broken"),
        (10, "not_a_member"),
    ]


def test_one_user_on_one_line(tmp_path: Path) -> None:
    text = lines({"type": "user", "user": user("ada")})
    assert [row.handle for row in read(text_file(tmp_path, text)).rows] == ["ada"]


def test_the_list_of_the_interface(tmp_path: Path) -> None:
    users = [
        user("ada", id="8o9k", create_at=1600000000000, delete_at=0),
        user("helper", id="9xxx", delete_at=0, is_bot=True, first_name="Helper"),
        3,
    ]
    result = read_json(tmp_path, users)
    ada, helper = result.rows
    assert (ada.external_id, ada.joined_at) == ("8o9k", "2020-09-13T12:26:40.000Z")
    assert (helper.is_bot, ada.is_bot) == (True, False)
    assert [(one.line, one.code) for one in result.rejected] == [(3, "not_a_member")]
