# SPDX-License-Identifier: MIT
"""Matrix rooms: `members` (events of membership), `joined_members`, or the state of a room."""

from groupdesk.domain.enums import Platform
from groupdesk.domain.import_records import ImportField, ImportFormat
from groupdesk.services.imports.formats.member_list import Leaver, MemberList, inner, text

F = ImportField

_FIELDS = (F.NAME, F.EXTERNAL_ID, F.ROLE, F.JOINED_AT)
_MEMBER = "m.room.member"
_MODERATOR = 50
"""Power that may remove people, unless the room says otherwise."""

Event = dict[str, object]


def read(document: object) -> list[MemberList] | None:
    """Return the members, or None for anything else."""
    joined = inner(document, "joined")
    if isinstance(joined, dict):
        return [_joined(joined)] if all(map(_is_id, joined)) else None
    events = inner(document, "chunk") if isinstance(document, dict) else document
    if not isinstance(events, list) or not any(_is(event, _MEMBER) for event in events[:1000]):
        return None
    return [_events(events)]


def _is_id(key: str) -> bool:
    return key.startswith("@") and ":" in key


def _is(event: object, kind: str) -> bool:
    return isinstance(event, dict) and event.get("type") == kind


def _joined(joined: dict[str, object]) -> MemberList:
    found = MemberList(ImportFormat.MATRIX_JSON, Platform.MATRIX, _FIELDS)
    for line, (member_id, told) in enumerate(joined.items(), 1):
        name = text(inner(told, "display_name")) or text(inner(told, "displayname"))
        found.add(line, {F.EXTERNAL_ID: member_id, F.NAME: name})
    return found


def _events(events: list[object]) -> MemberList:
    found = MemberList(ImportFormat.MATRIX_JSON, Platform.MATRIX, _FIELDS)
    latest: dict[str, tuple[int, Event]] = {}
    told: dict[str, Event] = {}
    for line, event in enumerate(events, 1):
        if not isinstance(event, dict):
            found.reject(line, event)
        elif not _is(event, _MEMBER):
            told[text(event.get("type"))] = event
        elif not (member_id := text(event.get("state_key"))):
            found.reject(line, event)
        elif member_id not in latest or _moment(event) >= _moment(latest[member_id][1]):
            latest[member_id] = (line, event)
    rooms = (text(inner(event, "room_id")) for event in events)
    found.call(next(filter(None, rooms), ""), inner(told.get("m.room.name"), "content", "name"))
    _sort(found, latest, _powers(told.get("m.room.power_levels")))
    return found


def _sort(found: MemberList, latest: dict[str, tuple[int, Event]], powers: dict[str, str]) -> None:
    """Tell members from those who left and those who have not come yet."""
    waiting = 0
    for member_id, (line, event) in latest.items():
        state = text(inner(event, "content", "membership"))
        if state == "join":
            found.add(line, _cells(member_id, event, powers))
        elif state in {"leave", "ban"}:
            found.leavers.append(_leaver(member_id, event, state))
        elif state in {"invite", "knock"}:
            waiting += 1
        else:
            found.reject(line, event)
    found.note("not_joined_yet", waiting)


def _cells(member_id: str, event: Event, powers: dict[str, str]) -> dict[ImportField, str]:
    previous = inner(event, "unsigned", "prev_content") or event.get("prev_content")
    # who was in the room before has only changed name or picture: that is no time of joining
    was_in = inner(previous, "membership") == "join"
    power = powers.get(member_id, "0")
    strong = power.isdecimal() and len(power) < 19 and int(power) >= _MODERATOR
    role = "admin" if strong else "member"
    return {
        F.NAME: text(inner(event, "content", "displayname")),
        F.EXTERNAL_ID: member_id,
        F.ROLE: role if powers else "",
        F.JOINED_AT: "" if was_in else text(event.get("origin_server_ts")),
    }


def _leaver(member_id: str, event: Event, state: str) -> Leaver:
    previous = inner(event, "unsigned", "prev_content") or event.get("prev_content")
    name = text(inner(event, "content", "displayname")) or text(inner(previous, "displayname"))
    sender = text(event.get("sender"))
    removed = state == "ban" or bool(sender and sender != member_id)
    reason = " ".join(text(inner(event, "content", "reason")).split()) if removed else ""
    return Leaver(name or member_id, removed, reason[:80])


def _powers(event: Event | None) -> dict[str, str]:
    users = inner(event, "content", "users")
    return {key: text(power) for key, power in users.items()} if isinstance(users, dict) else {}


def _moment(event: Event) -> int:
    told = text(event.get("origin_server_ts"))
    return int(told) if told.isdecimal() and len(told) < 19 else 0
