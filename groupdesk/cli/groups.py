# SPDX-License-Identifier: MIT
"""Commands on groups: list them, archive one, restore it."""

import argparse
import uuid
from typing import Any

from groupdesk.cli.console import Console
from groupdesk.cli.workspaces import open_desk
from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.records import GroupRecord
from groupdesk.domain.text import clean_line
from groupdesk.services.desk import Desk
from groupdesk.ui.dates import Dates


def groups(console: Console, chosen: argparse.Namespace) -> int:
    """Write out the groups in use, or the archived ones."""
    with open_desk(console, chosen) as desk:
        found = desk.groups.archived() if chosen.archived else desk.groups.all()
        zone = desk.clock().tzinfo
    if console.as_json:
        console.data({"groups": [_as_data(group) for group in found]})
        return 0
    words = console.words
    heads = ["name", "platform", "members", "size_limit"]
    rows = [
        [
            group.name,
            words(f"platform.{group.platform}"),
            str(group.members),
            str(group.size_limit or ""),
        ]
        for group in found
    ]
    if chosen.archived:
        heads += ["archived", "reason"]
        dates = Dates("zh" if words.language == "zh" else "en")
        for row, group in zip(rows, found, strict=True):
            day = from_text(group.archived_at or "").astimezone(zone).date()
            row += [dates.full_day(day), clean_line(group.archive_reason)]
    console.table([words(f"cli.column.{head}") for head in heads], rows)
    return 0


def archive(console: Console, chosen: argparse.Namespace) -> int:
    """Put a group away, with a reason."""
    with open_desk(console, chosen, writes=True) as desk:
        group = _named(desk, chosen.name)
        desk.groups.archive(uuid.uuid4(), group.id, chosen.reason)
    console.word("archived", name=group.name)
    return 0


def restore(console: Console, chosen: argparse.Namespace) -> int:
    """Take an archived group back into use, the one that was archived last of that name."""
    with open_desk(console, chosen, writes=True) as desk:
        name = clean_line(chosen.name)
        archived = (group for group in desk.groups.archived() if group.name == name)
        group = next(archived, None) or _named(desk, name)
        desk.groups.restore(uuid.uuid4(), group.id)
    console.word("group_restored", name=group.name)
    return 0


def _named(desk: Desk, name: str) -> GroupRecord:
    group = desk.groups.named(name)
    if group is None:
        raise GroupDeskError("group_not_found", name=name)
    return group


def _as_data(group: GroupRecord) -> dict[str, Any]:
    return {
        "id": group.id,
        "name": group.name,
        "platform": group.platform.value,
        "external_id": group.external_id or None,
        "language": group.language.value,
        "purpose": group.purpose,
        "belongs": group.belongs,
        "policy": group.policy,
        "owner": group.owner_name,
        "members": group.members,
        "size_limit": group.size_limit,
        "room": group.room.value,
        "rules_version": group.rules_version,
        "archived_at": group.archived_at,
        "archive_reason": group.archive_reason,
    }
