# SPDX-License-Identifier: MIT
"""Zulip's people as its interface lists them (`GET /users`)."""

import re

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

_FIELDS = (F.NAME, F.EXTERNAL_ID, F.EMAIL, F.ROLE, F.JOINED_AT, F.IS_BOT, F.DEACTIVATED)
_ROLES = {"100": "owner", "200": "admin", "300": "admin", "400": "member", "600": "member"}
_STAND_IN = re.compile(r"user\d+@", re.ASCII)
"""What the address begins with that Zulip puts in place of one it does not show."""


def read(document: object) -> list[MemberList] | None:
    """Return the members, or None for anything else."""
    members = inner(document, "members") if isinstance(document, dict) else document
    if not isinstance(members, list) or not with_keys(members, "user_id", "full_name"):
        return None
    found = MemberList(ImportFormat.ZULIP_JSON, Platform.ZULIP, _FIELDS)
    for line, member in enumerate(members, 1):
        if isinstance(member, dict):
            found.add(line, _cells(member))
        else:
            found.reject(line, member)
    return [found]


def _cells(member: dict[str, object]) -> dict[ImportField, str]:
    email = text(member.get("delivery_email")) or text(member.get("email"))
    active = member.get("is_active")
    return {
        F.NAME: text(member.get("full_name")),
        F.EXTERNAL_ID: text(member.get("user_id")),
        F.EMAIL: "" if _STAND_IN.match(email) else email,
        F.ROLE: _role(member),
        F.JOINED_AT: text(member.get("date_joined")),
        F.IS_BOT: text(member.get("is_bot")),
        F.DEACTIVATED: text(active is not None and not is_true(active)),
    }


def _role(member: dict[str, object]) -> str:
    role = _ROLES.get(text(member.get("role")), "")
    if not role:  # servers before 4.0 have no numbers
        role = "admin" if is_true(member.get("is_admin")) else "member"
        role = "owner" if is_true(member.get("is_owner")) else role
    return role
