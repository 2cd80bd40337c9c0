# SPDX-License-Identifier: MIT
"""Slack's people as JSON: `users.json` of an export, or `members[]` of its interface."""

from groupdesk.domain.enums import Platform
from groupdesk.domain.import_records import ImportField, ImportFormat
from groupdesk.services.imports.formats.member_list import (
    MemberList,
    inner,
    is_true,
    text,
    with_keys,
)

F = ImportField

_FIELDS = (
    F.NAME, F.NICKNAME, F.HANDLE, F.EXTERNAL_ID, F.EMAIL, F.PHONE, F.ROLE, F.IS_BOT,
    F.DEACTIVATED,
)  # fmt: skip
_OWN_HELPER = "USLACKBOT"


def read(document: object) -> list[MemberList] | None:
    """Return the members, or None for anything else."""
    members = inner(document, "members") if isinstance(document, dict) else document
    if not isinstance(members, list) or not with_keys(members, "id", "profile"):
        return None
    found = MemberList(ImportFormat.SLACK_JSON, Platform.SLACK, _FIELDS)
    for line, member in enumerate(members, 1):
        if not isinstance(member, dict):
            found.reject(line, member)
        elif text(member.get("id")) == _OWN_HELPER:
            continue
        elif status := _outside(member):
            who = _cells(member)
            said = " · ".join(filter(None, (who[F.NAME], who[F.HANDLE], who[F.EMAIL])))
            found.outside(line, said, status)
        else:
            found.add(line, _cells(member))
    if text(inner(document, "response_metadata", "next_cursor")):
        found.note("more_pages")
    return [found]


def _outside(member: dict[str, object]) -> str:
    """Return what Slack calls somebody who is not in the workspace: not yet, or in no channel."""
    flags = ("is_invited_user", "is_stranger")
    return next((flag for flag in flags if is_true(member.get(flag))), "")


def _cells(member: dict[str, object]) -> dict[ImportField, str]:
    profile = member.get("profile")
    nickname = text(inner(profile, "display_name"))
    name = text(inner(profile, "real_name")) or text(member.get("real_name")) or nickname
    role = "member"
    if is_true(member.get("is_owner")) or is_true(member.get("is_primary_owner")):
        role = "owner"
    elif is_true(member.get("is_admin")):
        role = "admin"
    bot = is_true(member.get("is_bot")) or is_true(member.get("is_workflow_bot"))
    return {
        F.NAME: name,
        F.NICKNAME: nickname if nickname != name else "",
        F.HANDLE: text(member.get("name")),
        F.EXTERNAL_ID: text(member.get("id")),
        F.EMAIL: text(inner(profile, "email")),
        F.PHONE: text(inner(profile, "phone")),
        F.ROLE: role,
        F.IS_BOT: text(bot),
        F.DEACTIVATED: text(is_true(member.get("deleted"))),
    }
