# SPDX-License-Identifier: MIT
"""Discord: the members of a server as its interface gives them, and the export of a channel."""

from groupdesk.domain.enums import Platform
from groupdesk.domain.import_records import ImportField, ImportFormat
from groupdesk.services.imports.formats.discord_history import DiscordHistory, handle
from groupdesk.services.imports.formats.document import Messages
from groupdesk.services.imports.formats.member_list import MemberList, inner, text

F = ImportField

_MEMBER = (F.NAME, F.NICKNAME, F.HANDLE, F.EXTERNAL_ID, F.JOINED_AT, F.IS_BOT)
_AUTHOR = (*_MEMBER, F.LAST_ACTIVE, F.MESSAGE_COUNT, F.TAGS)


def read(document: object) -> list[MemberList] | None:
    """Return the members, or None for anything else."""
    if isinstance(document, dict):
        messages = document.get("messages")
        if isinstance(messages, Messages):
            authors = _authors(document, messages)
            return None if authors is None else [authors]
        document = document.get("members")
    if not isinstance(document, list) or not any(map(_is_member, document[:100])):
        return None
    return [_members(document)]


def _is_member(one: object) -> bool:
    return "username" in user if isinstance(user := inner(one, "user"), dict) else False


def _members(members: list[object]) -> MemberList:
    found = MemberList(ImportFormat.DISCORD_MEMBERS, Platform.DISCORD, _MEMBER)
    for line, member in enumerate(members, 1):
        user = inner(member, "user")
        if not isinstance(member, dict) or not isinstance(user, dict):
            found.reject(line, member)
            continue
        username = text(user.get("username"))
        cells = {
            F.NAME: text(user.get("global_name")) or username,
            F.NICKNAME: text(member.get("nick")),
            F.HANDLE: handle(username, text(user.get("discriminator"))),
            F.EXTERNAL_ID: text(user.get("id")),
            F.JOINED_AT: text(member.get("joined_at")),
            F.IS_BOT: text(user.get("bot")),
        }
        found.add(line, cells)
    return found


def _authors(document: dict[str, object], messages: Messages) -> MemberList | None:
    history = messages.history
    if history is None and not messages.count and "guild" in document and "channel" in document:
        history = DiscordHistory()
    if not isinstance(history, DiscordHistory):
        return None
    found = MemberList(ImportFormat.DISCORD_CHAT, Platform.DISCORD, _AUTHOR)
    # private conversations stand under a server with the id 0
    place = "guild" if text(inner(document, "guild", "id")).strip("0") else "channel"
    found.call(inner(document, place, "id"), inner(document, place, "name"))
    found.note("silent_missing")
    found.note("messages_broken", messages.broken)
    for line, (number, author) in enumerate(history.people.items(), 1):
        cells = {
            F.NAME: author.name,
            F.NICKNAME: author.nickname if author.nickname != author.name else "",
            F.HANDLE: author.handle,
            F.EXTERNAL_ID: number,
            F.JOINED_AT: author.joined,
            F.IS_BOT: text(author.is_bot),
            F.LAST_ACTIVE: author.last,
            F.MESSAGE_COUNT: str(author.count),
            F.TAGS: author.tags,
        }
        found.add(line, cells)
    return found
