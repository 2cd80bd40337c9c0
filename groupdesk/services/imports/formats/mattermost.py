# SPDX-License-Identifier: MIT
"""Mattermost: the people in a bulk export (JSON lines), or as its interface lists them."""

from groupdesk.domain.enums import Platform
from groupdesk.domain.import_records import ImportField, ImportFormat
from groupdesk.services.imports.formats.document import Lines
from groupdesk.services.imports.formats.member_list import MemberList, inner, text, with_keys

F = ImportField

LINES = frozenset({"version", "team", "user", "bot"})
"""Kinds of lines that tell who is there, and what the team is called."""

_FIELDS = (
    F.FIRST_NAME, F.LAST_NAME, F.NICKNAME, F.HANDLE, F.EXTERNAL_ID, F.EMAIL, F.ROLE,
    F.JOINED_AT, F.LANGUAGE, F.IS_BOT, F.DEACTIVATED,
)  # fmt: skip


def read(document: object) -> list[MemberList] | None:
    """Return the members, or None for anything else."""
    found = MemberList(ImportFormat.MATTERMOST_JSON, Platform.MATTERMOST, _FIELDS)
    if isinstance(document, list):
        if not with_keys(document, "username", "delete_at"):
            return None
        for line, user in enumerate(document, 1):
            _add(found, line, user, is_bot=inner(user, "is_bot"))
        return [found]
    if not isinstance(document, Lines) or not document.entries:
        return None
    found.broken += document.broken
    teams: list[dict[str, object]] = []
    for line, entry in document.entries:
        if entry["type"] in {"user", "bot"}:
            bot = entry["type"] == "bot"
            _add(found, line, entry.get(str(entry["type"])), is_bot=bot)
        elif isinstance(team := entry.get("team"), dict):
            teams.append(team)
    if len(teams) == 1:
        found.call("", teams[0].get("display_name") or teams[0].get("name"))
    return [found]


def _add(found: MemberList, line: int, user: object, *, is_bot: object) -> None:
    if not isinstance(user, dict):
        found.reject(line, user)
        return
    roles = text(user.get("roles")).split()
    cells = {
        F.FIRST_NAME: text(user.get("first_name")) or text(user.get("display_name")),
        F.LAST_NAME: text(user.get("last_name")),
        F.NICKNAME: text(user.get("nickname")),
        F.HANDLE: text(user.get("username")),
        F.EXTERNAL_ID: text(user.get("id")),
        F.EMAIL: text(user.get("email")),
        F.ROLE: "admin" if "system_admin" in roles else "member",
        F.JOINED_AT: text(user.get("create_at")),
        F.LANGUAGE: text(user.get("locale")),
        F.IS_BOT: text(is_bot),
        F.DEACTIVATED: text(user.get("delete_at")),
    }
    found.add(line, cells)
