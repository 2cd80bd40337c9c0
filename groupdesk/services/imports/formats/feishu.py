# SPDX-License-Identifier: MIT
"""Feishu (Lark) groups as the list of a chat's members gives them: ids and names."""

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


def read(document: object) -> list[MemberList] | None:
    """Return the members, or None for anything else."""
    data = inner(document, "data")
    # saved without the answer around it
    data = document if data is None else data
    members = inner(data, "items")
    if not isinstance(members, list) or not with_keys(members, "member_id"):
        return None
    found = MemberList(ImportFormat.FEISHU_JSON, Platform.FEISHU, (F.NAME, F.EXTERNAL_ID))
    for line, member in enumerate(members, 1):
        if isinstance(member, dict):
            cells = {
                F.NAME: text(member.get("name")),
                F.EXTERNAL_ID: text(member.get("member_id")),
            }
            found.add(line, cells)
        else:
            found.reject(line, member)
    if is_true(inner(data, "has_more")):
        found.note("more_pages")
    return [found]
