# SPDX-License-Identifier: MIT
"""Who is in a Telegram group, as far as its messages tell.

An export of Telegram Desktop has no list of members. Authors carry an id, whoever was added or
removed by others is named by name only, and a person's name is the one of today in all messages.
Field names are those that Telegram Desktop writes.
"""

from dataclasses import dataclass

from groupdesk.services.imports.formats.member_list import items, text

NO_PERSONS = frozenset({"777000", "1087968824", "136817688"})
"""Telegram's own notices, anonymous admins, and posts of a channel."""

_FOUNDED = frozenset({"create_group", "create_channel"})
_ADDED = frozenset({"create_group", "invite_members"})
_JOINED_BY = {"join_group_by_link": "link", "join_group_by_request": "link"}
_FIRST_CHAT = 1 << 32
"""Older exports write ids as numbers; those from here on are groups and channels."""


@dataclass(slots=True)
class Seen:
    """One person as the messages so far tell; times as the file writes them."""

    name: str = ""
    last: str = ""
    count: int = 0
    joined: str = ""
    how: str = ""
    invited_by: str = ""
    gone: bool = False
    removed: bool = False
    turn: int = 0
    """Place of the last message that says whether the person is there."""


class TelegramHistory:
    """Takes messages in the order of the file, the oldest first."""

    def __init__(self) -> None:
        self.people: dict[str, Seen] = {}
        """By id."""
        self.named: dict[str, Seen] = {}
        """By name: who was added or removed, and may have written as well."""
        self.owner = ""
        """Id of whoever made the group."""
        self._turn = 0

    @staticmethod
    def knows(message: dict[str, object]) -> bool:
        """Say whether it is a message of Telegram's."""
        return text(message.get("type")) in {"message", "service"} and (
            "date_unixtime" in message or "date" in message
        )

    def add(self, message: dict[str, object]) -> None:
        """Take the next message in; it may be of any shape."""
        self._turn += 1
        at = text(message.get("date_unixtime")) or text(message.get("date"))
        if message.get("type") == "service":
            self._happened(message, at)
        elif person := self._person(message.get("from_id"), message.get("from")):
            person.last = at or person.last
            person.count += 1
            person.gone = person.removed = False
            person.turn = self._turn

    def _person(self, raw_id: object, name: object) -> Seen | None:
        """Return the person with this id; None for channels, groups and Telegram itself."""
        number = user_id(raw_id)
        if not number:
            return None
        person = self.people.get(number)
        if person is None:
            person = self.people[number] = Seen()
        person.name = text(name).strip() or person.name
        return person

    def _happened(self, message: dict[str, object], at: str) -> None:
        actor = self._person(message.get("actor_id"), message.get("actor"))
        action = text(message.get("action"))
        if action in _FOUNDED:
            self.owner = user_id(message.get("actor_id"))
        if actor is not None and action in _FOUNDED:
            self._joined(actor, at)
        if actor is not None and action in _JOINED_BY:
            self._joined(actor, at, _JOINED_BY[action], text(message.get("inviter")))
        elif action in _ADDED:
            self._added(message, actor, at)
        elif action == "remove_members":
            self._removed(message, actor)

    def _added(self, message: dict[str, object], actor: Seen | None, at: str) -> None:
        actor_name = text(message.get("actor")).strip()
        for name in _names(message):
            if name != actor_name:
                self._joined(self._named(name), at, "invited", actor_name)
            elif actor is not None:
                self._joined(actor, at)

    def _removed(self, message: dict[str, object], actor: Seen | None) -> None:
        actor_name = text(message.get("actor")).strip()
        for name in _names(message):
            own = name == actor_name
            person = actor if own and actor is not None else self._named(name)
            person.gone, person.removed, person.turn = True, not own, self._turn

    def _joined(self, person: Seen, at: str, how: str = "", invited_by: str = "") -> None:
        person.joined, person.how, person.invited_by = at, how, invited_by.strip()
        person.gone = person.removed = False
        person.turn = self._turn

    def _named(self, name: str) -> Seen:
        return self.named.setdefault(name, Seen(name))


def user_id(raw: object) -> str:
    """Return the number of a user's id, "" for anything else."""
    told = text(raw)
    if told.startswith("user"):
        number = told[4:]
    else:
        number = told if len(told) < 11 and told.isdecimal() and int(told) < _FIRST_CHAT else ""
    if not (number.isascii() and number.isdecimal()) or not number.strip("0"):
        return ""
    return "" if number in NO_PERSONS else number


def _names(message: dict[str, object]) -> list[str]:
    return [name for one in items(message.get("members")) if (name := text(one).strip())]
