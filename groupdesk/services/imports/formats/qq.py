# SPDX-License-Identifier: MIT
"""QQ groups as OneBot's `get_group_member_list` gives them: the array, or the whole answer."""

from groupdesk.domain.enums import Platform
from groupdesk.domain.import_records import ImportField, ImportFormat
from groupdesk.services.imports.formats.member_list import (
    MemberList,
    inner,
    tags,
    text,
    with_keys,
)

F = ImportField

_FIELDS = (
    F.NAME, F.NICKNAME, F.EXTERNAL_ID, F.ROLE, F.JOINED_AT, F.LAST_ACTIVE, F.TAGS, F.IS_BOT,
)  # fmt: skip


def read(document: object) -> list[MemberList] | None:
    """Return the members of each group, or None for anything else."""
    members = document.get("data") if isinstance(document, dict) else document
    if not isinstance(members, list) or not (
        with_keys(members, "user_id", "card") or with_keys(members, "group_id", "user_id")
    ):
        return None
    groups: dict[str, MemberList] = {}
    for line, member in enumerate(members, 1):
        number = text(inner(member, "group_id"))
        group = groups.get(number)
        if group is None and isinstance(member, dict):
            group = groups[number] = MemberList(ImportFormat.QQ_JSON, Platform.QQ, _FIELDS)
            group.call(number, "")
        if group is not None and isinstance(member, dict):
            group.add(line, _cells(member))
    _reject(members, next(iter(groups.values())))
    return list(groups.values())


def _reject(members: list[object], group: MemberList) -> None:
    """Report what belongs to no group, in the first one."""
    for line, member in enumerate(members, 1):
        if not isinstance(member, dict):
            group.reject(line, member)


def _cells(member: dict[str, object]) -> dict[ImportField, str]:
    return {
        F.NAME: text(member.get("nickname")),
        F.NICKNAME: text(member.get("card")),
        F.EXTERNAL_ID: text(member.get("user_id")),
        F.ROLE: text(member.get("role")),
        F.JOINED_AT: text(member.get("join_time")),
        F.LAST_ACTIVE: text(member.get("last_sent_time")),
        F.TAGS: tags([member.get("title")]),
        F.IS_BOT: text(member.get("is_robot")),
    }
