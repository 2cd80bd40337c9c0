# SPDX-License-Identifier: MIT
"""Commands that show members, or write them to a file."""

import argparse
import uuid
from collections.abc import Iterator
from typing import Any

from groupdesk.cli.console import Console
from groupdesk.cli.workspaces import open_desk
from groupdesk.domain.enums import Language, MembershipState
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.export_records import ExportRequest, ExportScope
from groupdesk.domain.member_filter import Conditions
from groupdesk.domain.records import GroupRecord, MemberFilter, MemberRow
from groupdesk.services.desk import Desk
from groupdesk.services.lapses import bring_up_to_date

_PAGE = 1000


def members(console: Console, chosen: argparse.Namespace) -> int:
    """Write out the members of a group that fit what is asked; active ones by default."""
    with open_desk(console, chosen) as desk:
        _refresh_standings(desk)
        group = _group(desk, chosen.group)
        rows = list(_rows(desk, _filter(chosen, group)))
    if console.as_json:
        console.data({"group": group.name, "members": [_as_data(row, group) for row in rows]})
        return 0
    words = console.words
    console.table(
        [words(f"cli.column.{name}") for name in ("name", "nickname", "role", "standing", "cases")],
        [
            [
                row.name,
                row.nickname,
                words(f"member_role.{row.role}"),
                _standing(console, row, group),
                str(row.cases),
            ]
            for row in rows
        ],
    )
    return 0


def export(console: Console, chosen: argparse.Namespace) -> int:
    """Write the members of a group, or of all, to a file."""
    with open_desk(console, chosen, writes=True) as desk:
        _refresh_standings(desk)
        group = None if chosen.all else _group(desk, chosen.group)
        done = desk.exports.export(
            ExportRequest(
                operation=uuid.uuid4(),
                path=chosen.out,
                format=chosen.format,
                scope=ExportScope.ALL if group is None else ExportScope.GROUP,
                header=Language(chosen.language or console.words.language),
                group_id=group.id if group else None,
                overwrite=chosen.overwrite,
            )
        )
    seq = done.receipt.seq if done.receipt else None
    if console.as_json:
        console.data(
            {
                "file": str(done.path),
                "format": chosen.format.value,
                "group": group.name if group else None,
                "members": done.rows,
                "sha256": done.sha256,
                "entry": seq,
            }
        )
    else:
        console.word("exported", path=done.path, count=done.rows)
    if seq is None:
        console.complain(console.words("cli.export_not_logged"))
    return 0


def _refresh_standings(desk: Desk) -> None:
    """Bring up to date what has lapsed since the window was open; mostly that is nothing."""
    while not desk.ledger.refusal and bring_up_to_date(desk.ledger, desk.clock()):
        pass


def _group(desk: Desk, name: str) -> GroupRecord:
    group = desk.groups.named(name)
    if group is None:
        raise GroupDeskError("group_unknown", name=name)
    return group


def _filter(chosen: argparse.Namespace, group: GroupRecord) -> MemberFilter:
    asked = Conditions(
        standing=tuple(dict.fromkeys(chosen.standing)),
        inactive_days=chosen.inactive,
        tag=chosen.tag,
        role=chosen.role,
        state="" if chosen.state == "active" else chosen.state,
    )
    return MemberFilter(group.id, text=chosen.find, conditions=asked.checked())


def _rows(desk: Desk, which: MemberFilter) -> Iterator[MemberRow]:
    ids = desk.members.ids(which)
    for start in range(0, len(ids), _PAGE):
        yield from desk.members.rows(ids[start : start + _PAGE])


def _as_data(row: MemberRow, group: GroupRecord) -> dict[str, Any]:
    step = group.ladder.steps[row.standing - 1].kind.value if row.standing else "good"
    return {
        "id": row.id,
        "name": row.name,
        "nickname": row.nickname,
        "role": row.role.value,
        "is_bot": row.is_bot,
        "state": MembershipState(row.state).value,
        "standing": step,
        "standing_number": group.ladder.number(row.standing) if row.standing else 0,
        "standing_until": row.standing_until or None,
        "last_active": row.last_active or None,
        "waiting": row.waiting,
        "cases": row.cases,
    }


def _standing(console: Console, row: MemberRow, group: GroupRecord) -> str:
    if row.is_bot:
        return console.words("standing.bot")
    if not row.standing:
        return console.words("standing.good")
    kind = group.ladder.steps[row.standing - 1].kind
    step = console.words(f"step_kind.{kind}")
    if not group.ladder.repeats(kind):
        return step
    number = group.ladder.number(row.standing)
    return console.words("standing.numbered", step=step, number=number)
