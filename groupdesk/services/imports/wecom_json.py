# SPDX-License-Identifier: MIT
"""WeCom customer groups as JSON, in both shapes the platform gives.

`externalcontact/groupchat/get` answers `group_chat{chat_id, name, owner, member_list[],
admin_list[]}`; the list of group assistants is `member_list[]` with activity. Field names are
those of the platform's documentation.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.import_records import ImportField, ImportNote

F = ImportField

_COLUMNS: dict[ImportField, tuple[str, ...]] = {
    F.NAME: ("name",),
    F.NICKNAME: ("group_nickname",),
    F.EXTERNAL_ID: ("userid", "user_id"),
    F.JOINED_AT: ("join_time",),
    F.JOINED_HOW: ("join_scene",),
    F.LAST_ACTIVE: ("last_chat_msg_time",),
    F.MESSAGE_COUNT: ("chat_msg_count",),
}
FIELDS = {f: [at] for at, f in enumerate([*_COLUMNS, F.INVITED_BY, F.ROLE])}
"""Place of each field in the rows of `GroupList`."""


@dataclass(slots=True)
class GroupList:
    """The members of one group as rows of text; `lines` are places in the file's list, from 1."""

    lines: list[int] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    broken: list[tuple[int, str]] = field(default_factory=list)
    group_id: str | None = None
    group_name: str | None = None
    notes: list[ImportNote] = field(default_factory=list)


def load(text: str, name: str) -> object:
    """Return the JSON document; numbers stay text, so that no id loses a digit.

    Raises FileRefusedError: json_broken (with its line), json_too_deep.
    """
    try:
        document: object = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise FileRefusedError(name, "json_broken", line=error.lineno) from error
    except RecursionError as error:
        raise FileRefusedError(name, "json_too_deep") from error
    return document


def read(document: object, name: str) -> GroupList:
    """Return the group in the document.

    Raises FileRefusedError: json_unknown, json_many_groups, wecom_refused (the platform's own
    error reply instead of a list).
    """
    found = _group_and_members(document, name)
    group, members = found
    result = GroupList(group_id=_text(group.get("chat_id")) or None)
    result.group_name = _text(group.get("name")).strip() or None
    owner = _text(group.get("owner"))
    admins = {
        _text(admin.get("userid")) for admin in _list(group.get("admin_list")) if _is_map(admin)
    }
    gone = 0
    for line, member in enumerate(members, 1):
        if not _is_map(member):
            result.broken.append((line, str(member)[:120]))
        elif _text(member.get("deleted")) in {"1", "true"}:
            gone += 1
        else:
            result.lines.append(line)
            result.rows.append(_row(member, owner, admins))
    if gone:
        result.notes.append(ImportNote("leavers_skipped", {"count": str(gone)}))
    return result


def _group_and_members(document: object, name: str) -> tuple[dict[str, Any], list[Any]]:
    if isinstance(document, list) and document and all(map(_holds_group, document)):
        if len(document) > 1:
            raise FileRefusedError(name, "json_many_groups", count=len(document))
        document = document[0]
    if not isinstance(document, dict):
        raise FileRefusedError(name, "json_unknown")
    group = document.get("group_chat", document)
    members = group.get("member_list") if isinstance(group, dict) else None
    if isinstance(group, dict) and isinstance(members, list) and _are_members(members):
        return group, members
    if _text(document.get("errcode")) not in {"", "0"}:
        raise FileRefusedError(name, "wecom_refused", reply=_text(document.get("errmsg"))[:120])
    raise FileRefusedError(name, "json_unknown")


def _holds_group(item: object) -> bool:
    return isinstance(item, dict) and ("group_chat" in item or "member_list" in item)


def _are_members(members: list[Any]) -> bool:
    """Say whether it is a member list: empty, or with somebody who has an id or a name."""
    named = ("userid", "user_id", "name", "group_nickname")
    return not members or any(_is_map(one) and any(key in one for key in named) for one in members)


def _row(member: dict[str, Any], owner: str, admins: set[str]) -> list[str]:
    row = [
        next((text for key in keys if (text := _text(member.get(key)))), "")
        for keys in _COLUMNS.values()
    ]
    invitor = member.get("invitor")
    invited_by = _text(invitor.get("userid")) if isinstance(invitor, dict) else ""
    member_id = row[2]
    role = "owner" if owner and member_id == owner else "member"
    if role == "member" and member_id and member_id in admins:
        role = "admin"
    return [*row, invited_by or _text(member.get("invitor_ext_id")), role]


def _is_map(value: object) -> bool:
    return isinstance(value, dict)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    """Return a plain value as text, "" for anything nested."""
    if isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else ""
