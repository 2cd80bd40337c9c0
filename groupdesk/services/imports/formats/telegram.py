# SPDX-License-Identifier: MIT
"""Exports of Telegram Desktop: one chat, all chats, contacts (`result.json`)."""

from collections import Counter

from groupdesk.domain.enums import Platform
from groupdesk.domain.import_records import ImportField, ImportFormat
from groupdesk.services.imports.formats.document import Messages
from groupdesk.services.imports.formats.member_list import (
    Leaver,
    MemberList,
    inner,
    items,
    text,
    with_keys,
)
from groupdesk.services.imports.formats.telegram_history import Seen, TelegramHistory, user_id

F = ImportField

_CHAT = (
    F.NAME, F.EXTERNAL_ID, F.ROLE, F.JOINED_AT, F.JOINED_HOW, F.INVITED_BY, F.LAST_ACTIVE,
    F.MESSAGE_COUNT,
)  # fmt: skip
_CONTACT = (F.FIRST_NAME, F.LAST_NAME, F.EXTERNAL_ID, F.PHONE)


def read(document: object) -> list[MemberList] | None:
    """Return the members of each group, or None for anything else.

    Contacts count as a group of their own. An empty list: chats, but no group among them.
    """
    if not isinstance(document, dict):
        return None
    if _history(document) is not None:
        return _groups([document])
    chats = [
        chat
        for key in ("chats", "left_chats")
        for chat in items(inner(document, key, "list"))
        if isinstance(chat, dict)
    ]
    contacts = items(inner(document, "contacts", "list"))
    known = with_keys(contacts, "first_name")
    if not known and not any(map(_history, chats)):
        return None
    return [*_groups(chats), *([_contacts(contacts)] if known else [])]


def _groups(chats: list[dict[str, object]]) -> list[MemberList]:
    found = [(chat, _history(chat)) for chat in chats if _is_group(chat)]
    return [_members(chat, history) for chat, history in found if history is not None]


def _history(chat: dict[str, object]) -> TelegramHistory | None:
    messages = chat.get("messages")
    if not isinstance(messages, Messages):
        return None
    if not messages.count and text(chat.get("type")).endswith("group"):
        return TelegramHistory()
    return messages.history if isinstance(messages.history, TelegramHistory) else None


def _is_group(chat: dict[str, object]) -> bool:
    """Say whether it is a group; an older export may not tell, then it is taken for one."""
    kind = text(chat.get("type"))
    return not kind or kind.endswith("group")


def _members(chat: dict[str, object], history: TelegramHistory) -> MemberList:
    found = MemberList(ImportFormat.TELEGRAM_CHAT, Platform.TELEGRAM, _CHAT)
    found.call(chat.get("id"), chat.get("name"))
    found.note("silent_missing")
    found.note("names_shared", _take_over(history))
    people = [*history.people.items(), *(("", person) for person in history.named.values())]
    for line, (number, person) in enumerate(people, 1):
        if person.gone:
            found.leavers.append(Leaver(person.name or number, person.removed))
            continue
        cells = {
            F.NAME: person.name,
            F.EXTERNAL_ID: number,
            F.ROLE: "owner" if number and number == history.owner else "",
            F.JOINED_AT: person.joined,
            F.JOINED_HOW: person.how,
            F.INVITED_BY: person.invited_by,
            F.LAST_ACTIVE: person.last,
            F.MESSAGE_COUNT: str(person.count),
        }
        found.add(line, cells)
    messages = chat["messages"]
    if isinstance(messages, Messages):
        found.note("messages_broken", messages.broken)
    return found


def _take_over(history: TelegramHistory) -> int:
    """Give what is told by name only to the one who has the name; count names that several have.

    What remains under `history.named` afterwards are people who never wrote.
    """
    having = Counter(person.name for person in history.people.values() if person.name)
    owners = {person.name: person for person in history.people.values() if person.name}
    shared = 0
    for name in [name for name in history.named if name in owners]:
        told = history.named.pop(name)
        if having[name] > 1:
            shared += 1
        else:
            _merge(owners[name], told)
    return shared


def _merge(person: Seen, told: Seen) -> None:
    later = told.turn > person.turn
    if told.joined and (later or not person.joined):
        person.joined, person.how, person.invited_by = told.joined, told.how, told.invited_by
    if later:
        person.gone, person.removed, person.turn = told.gone, told.removed, told.turn


def _contacts(contacts: list[object]) -> MemberList:
    found = MemberList(ImportFormat.TELEGRAM_CONTACTS, Platform.TELEGRAM, _CONTACT)
    for line, contact in enumerate(contacts, 1):
        if not isinstance(contact, dict):
            found.reject(line, contact)
            continue
        cells = {
            F.FIRST_NAME: text(contact.get("first_name")),
            F.LAST_NAME: text(contact.get("last_name")),
            F.EXTERNAL_ID: user_id("user" + text(contact.get("user_id"))),
            F.PHONE: text(contact.get("phone_number")),
        }
        found.add(line, cells)
    return found
