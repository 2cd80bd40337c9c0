# SPDX-License-Identifier: MIT
"""WeCom customer groups as JSON, in both shapes the platform gives.

`externalcontact/groupchat/get` answers `group_chat{chat_id, name, owner, member_list[],
admin_list[]}`; the list of group assistants is `member_list[]` with activity. Field names are
those of the platform's documentation.
"""

from groupdesk.domain.enums import Platform
from groupdesk.domain.import_records import ImportField, ImportFormat
from groupdesk.services.imports.formats.member_list import (
    Leaver,
    MemberList,
    inner,
    is_true,
    items,
    text,
)

F = ImportField

_PLACES: dict[ImportField, tuple[str, ...]] = {
    F.NAME: ("name",),
    F.NICKNAME: ("group_nickname",),
    F.EXTERNAL_ID: ("userid", "user_id"),
    F.JOINED_AT: ("join_time",),
    F.JOINED_HOW: ("join_scene",),
    F.LAST_ACTIVE: ("last_chat_msg_time",),
    F.MESSAGE_COUNT: ("chat_msg_count",),
}
_FIELDS = (*_PLACES, F.INVITED_BY, F.ROLE)
_NAMED = ("userid", "user_id", "name", "group_nickname")
_OTHERS = frozenset({"profile", "real_name", "email", "full_name", "username"})
"""Keys that Slack's and Zulip's people have and WeCom's members have not."""


def read(document: object) -> list[MemberList] | None:
    """Return the members of each group, or None for anything else."""
    if isinstance(document, list) and document and all(map(_is_group, document)):
        groups = [group for group in map(_group, document) if group is not None]
    else:
        group = _group(document)
        groups = [] if group is None else [group]
    return [_members(group) for group in groups] or None


def _is_group(item: object) -> bool:
    return isinstance(item, dict) and ("group_chat" in item or "member_list" in item)


def _group(document: object) -> dict[str, object] | None:
    """Return the object with the list of members, None where there is none."""
    if not isinstance(document, dict):
        return None
    group = document.get("group_chat", document)
    members = inner(group, "member_list")
    if not isinstance(group, dict) or not isinstance(members, list):
        return None
    return group if not members or any(map(_is_member, members)) else None


def _is_member(one: object) -> bool:
    return isinstance(one, dict) and any(key in one for key in _NAMED) and not _OTHERS & one.keys()


def _members(group: dict[str, object]) -> MemberList:
    found = MemberList(ImportFormat.WECOM_JSON, Platform.WECOM, _FIELDS)
    found.call(group.get("chat_id"), group.get("name"))
    owner = text(group.get("owner"))
    admins = {text(inner(admin, "userid")) for admin in items(group.get("admin_list"))} - {""}
    members = items(group.get("member_list"))
    for line, member in enumerate(members, 1):
        if not isinstance(member, dict):
            found.reject(line, member)
            continue
        cells = {
            field: next((told for key in keys if (told := text(member.get(key)))), "")
            for field, keys in _PLACES.items()
        }
        if is_true(member.get("deleted")):
            found.leavers.append(Leaver(cells[F.NAME] or cells[F.EXTERNAL_ID]))
            continue
        inviter = text(inner(member, "invitor", "userid"))
        cells[F.INVITED_BY] = inviter or text(member.get("invitor_ext_id"))
        member_id = cells[F.EXTERNAL_ID]
        cells[F.ROLE] = "admin" if member_id in admins else "member"
        if owner and member_id == owner:
            cells[F.ROLE] = "owner"
        found.add(line, cells)
    total = text(group.get("total"))
    if total.isdecimal() and len(total) < 12 and int(total) > len(members):
        found.note("more_pages")
    return found
