# SPDX-License-Identifier: MIT
"""Matrix rooms: events of membership, joined members, the state of a room."""

from pathlib import Path
from typing import Any

from groupdesk.domain.enums import MemberRole, Platform
from groupdesk.domain.import_records import ImportFormat
from tests.services.imports.formats.files import read_json, told

ROOM = "!n8f893n9:x.example"


def event(who: object, membership: object, *, name: object = None, **more: Any) -> dict[str, Any]:
    content = {"membership": membership, "displayname": name} | more.pop("content", {})
    return {
        "type": "m.room.member",
        "room_id": ROOM,
        "state_key": who,
        "sender": who,
        "event_id": "$1",
        "origin_server_ts": 1700000000000,
        "content": content,
        **more,
    }


def test_members_leavers_and_removals(tmp_path: Path) -> None:
    spam = {"reason": "advertising,\nthree times"}
    result = read_json(
        tmp_path,
        {
            "chunk": [
                event("@ada:x.example", "join", name="Ada"),
                event("@b:x.example", "join", unsigned={"prev_content": {"membership": "join"}}),
                event("@own:x.example", "leave", name="Own Wish"),
                event("@spam:x.example", "leave", sender="@ada:x.example", content=spam,
                      unsigned={"prev_content": {"displayname": "Cheap Watches"}}),
                event("@ban:x.example", "ban", sender="@ada:x.example"),
                event("@soon:x.example", "invite"),
                event("@knock:x.example", "knock"),
                event("@odd:x.example", "dancing"),
                event(None, "join"),
                {"type": "m.room.topic"},
                "x",
            ]
        },
    )  # fmt: skip
    assert (result.format, result.platform) == (ImportFormat.MATRIX_JSON, Platform.MATRIX)
    assert result.group_id == ROOM
    ada, b = result.rows
    assert (ada.name, ada.external_id, ada.joined_at) == (
        "Ada",
        "@ada:x.example",
        "2023-11-14T22:13:20.000Z",
    )
    assert (b.name, b.name_known, b.joined_at) == ("@b:x.example", False, None)
    notes = told(result.notes)
    assert notes["leavers_skipped"] == {"count": "1"}
    assert notes["leavers_removed"] == {
        "count": "2",
        "names": "Cheap Watches (advertising, three times); @ban:x.example",
    }
    assert notes["not_joined_yet"] == {"count": "2"}
    assert [(one.line, one.code) for one in result.rejected] == [
        (8, "not_a_member"),
        (9, "not_a_member"),
        (11, "not_a_member"),
    ]


def test_the_state_of_a_room_tells_its_name_and_who_moderates(tmp_path: Path) -> None:
    powers = {"users": {"@ada:x.example": 100, "@mod:x.example": "50"}, "users_default": 0}
    result = read_json(
        tmp_path,
        [
            {"type": "m.room.name", "room_id": ROOM, "content": {"name": "Kunden"}},
            {"type": "m.room.power_levels", "room_id": ROOM, "content": powers},
            event("@ada:x.example", "join", name="Ada"),
            event("@mod:x.example", "join"),
            event("@c:x.example", "leave", origin_server_ts=1600000000000),
            event("@c:x.example", "join", name="Cleo"),
        ],
    )
    assert result.group_name == "Kunden"
    roles = [(row.name, row.role) for row in result.rows]
    assert roles == [
        ("Ada", MemberRole.ADMIN),
        ("@mod:x.example", MemberRole.ADMIN),
        ("Cleo", MemberRole.MEMBER),
    ]


def test_joined_members(tmp_path: Path) -> None:
    joined = {
        "@ada:x.example": {"display_name": "Ada", "avatar_url": None},
        "@b:x.example": {"display_name": None},
        "@c:x.example": None,
    }
    result = read_json(tmp_path, {"joined": joined})
    assert [(row.name, row.external_id) for row in result.rows] == [
        ("Ada", "@ada:x.example"),
        ("@b:x.example", "@b:x.example"),
        ("@c:x.example", "@c:x.example"),
    ]
