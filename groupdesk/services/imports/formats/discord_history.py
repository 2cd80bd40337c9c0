# SPDX-License-Identifier: MIT
"""Who wrote in a Discord channel: the chat export tells authors, not members.

Field names are those of DiscordChatExporter's JSON.
"""

from dataclasses import dataclass

from groupdesk.services.imports.formats.member_list import inner, is_true, items, tags, text

NO_PERSONS = frozenset({"456226577798135808"})
"""The account that Discord shows for everybody who deleted theirs."""

_JOIN = frozenset({"GuildMemberJoin", "7"})


@dataclass(slots=True)
class Author:
    """One author as the messages so far tell; times as the file writes them."""

    name: str = ""
    nickname: str = ""
    handle: str = ""
    tags: str = ""
    is_bot: bool = False
    joined: str = ""
    last: str = ""
    count: int = 0


class DiscordHistory:
    """Takes messages in any order: an export may begin with the newest."""

    def __init__(self) -> None:
        self.people: dict[str, Author] = {}
        """By id."""

    @staticmethod
    def knows(message: dict[str, object]) -> bool:
        """Say whether it is a message of a Discord export."""
        author = message.get("author")
        return "timestamp" in message and isinstance(author, dict) and "id" in author

    def add(self, message: dict[str, object]) -> None:
        """Take the next message in; it may be of any shape."""
        told = message.get("author")
        number = text(inner(told, "id")).strip()
        if not isinstance(told, dict) or not number or number in NO_PERSONS:
            return
        author = self.people.setdefault(number, Author())
        at = text(message.get("timestamp"))
        if at >= author.last:
            _describe(author, told)
        if text(message.get("type")) in _JOIN:
            author.joined = max(author.joined, at)
        else:
            author.last = max(author.last, at)
            author.count += 1


def handle(name: str, discriminator: str) -> str:
    """Return a user name with its number, which only old accounts and bots still have."""
    return f"{name}#{discriminator}" if name and discriminator.strip("0") else name


def _describe(author: Author, told: dict[str, object]) -> None:
    name = text(told.get("name"))
    author.name = name
    author.nickname = text(told.get("nickname"))
    author.handle = handle(name, text(told.get("discriminator")))
    author.is_bot = is_true(told.get("isBot"))
    author.tags = tags(inner(role, "name") for role in items(told.get("roles")))
