# SPDX-License-Identifier: MIT
"""Member lists that are more than taken in: compared, undone, and one that brings somebody back."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import DepartureHow, JoinedHow
from groupdesk.domain.import_preview import TAKE_ALL, LineKind, Take
from groupdesk.domain.import_records import ImportFormat, ImportRow, ReadResult
from groupdesk.services.imports.service import Imports
from groupdesk.services.sample.people import snapshot_rows
from groupdesk.services.sample.stage import Stage

_BACK_FOR = 3.3  # so many days ago somebody came back


def put_lists(stage: Stage, lists: Mapping[str, Any]) -> None:
    """Put what is compared or read anew beside the usual lists, and what went to a wrong group."""
    for one in lists["compared"]:
        if one["ago"] < 2:  # the usual lists end there
            moment = stage.at(one["ago"], 8.8)
            stage.add(moment, partial(take_list, stage, one["group"], one["ago"], lists))
    for fresh in lists["fresh"]:
        moment = stage.at(fresh["ago"], 8.8)
        stage.add(moment, partial(take_list, stage, fresh["group"], fresh["ago"], lists))
    for wrong in lists["misplaced"]:
        stage.add(stage.at(wrong["ago"], 14.1), partial(_misplace, stage, wrong))
    for back in lists["back"]:
        blocked = back["blocked"]["group"], back["blocked"]["member"]
        member = stage.casts[blocked[0]].members[blocked[1]]
        row = member.row._replace(phone=back["phone"])
        stage.casts[blocked[0]].members[blocked[1]] = replace(member, row=row)


def take_list(stage: Stage, key: str, ago: float, lists: Mapping[str, Any]) -> None:
    """Take in the member list as it was exported that day; compare it where that is told."""
    taken = stage.clock()
    rows = [row for row in snapshot_rows(stage.casts[key], taken, ago) if _listed(stage, key, row)]
    for back in lists["back"]:
        if (back["group"], back["ago"]) == (key, ago):
            rows.append(_row_of(back, len(rows) + 2, to_text(taken - timedelta(days=_BACK_FOR))))
    hows: dict[int, DepartureHow] = {}
    for one in lists["compared"]:
        if (one["group"], one["ago"]) == (key, ago):
            names, hows = _gone(stage, key, one)
            rows = [row for row in rows if row.name not in names]
    wecom = key == "wecom"
    name = f"{key}-{taken:%Y-%m-%d}.{'json' if wecom else 'csv'}"
    kind = ImportFormat.WECOM_JSON if wecom else ImportFormat.TABLE
    # nobody else is gone: some were added by hand, and stand in no list
    compare = Take(
        compare=True,
        left_kinds=frozenset({LineKind.LEFT}),
        departure_exceptions=frozenset(hows),
        hows={member: how for member, how in hows.items() if how is not DepartureHow.REMOVED},
    )
    _apply(stage, key, _list(rows, name, kind), compare if hows else TAKE_ALL)
    stage.know_members(key)


def _gone(
    stage: Stage, key: str, one: Mapping[str, Any]
) -> tuple[set[str], dict[int, DepartureHow]]:
    """Return who is missing from the list, and how each of them left."""
    desk = stage.owner
    present = [stage.members[key, name] for name in stage.casts[key].present(one["ago"])]
    free = [row for row in desk.members.rows(present) if not row.cases and not row.key_customer]
    count = one["own_wish"] + one["unknown"]
    chosen = stage.rng.sample(free, count)
    names = {row.name for row in chosen} | set(one.get("removed", ()))
    own, unknown = DepartureHow.OWN_WISH, DepartureHow.UNKNOWN
    hows = {row.id: own if at < one["own_wish"] else unknown for at, row in enumerate(chosen)}
    removed = (stage.members[key, name] for name in one.get("removed", ()))
    return names, hows | dict.fromkeys(removed, DepartureHow.REMOVED)


def _listed(stage: Stage, key: str, row: ImportRow) -> bool:
    """Say whether a list names a person: of those who left, only who was here by choice."""
    removed = stage.casts[key].members[row.name].cast
    return not row.deactivated or ((key, row.name) in stage.members and not removed)


def _misplace(stage: Stage, wrong: Mapping[str, Any]) -> None:
    """Take a part of another group's list into a group, and undo it soon after."""
    here = stage.casts[wrong["group"]].members
    rows = [
        row
        for row in snapshot_rows(stage.casts[wrong["of"]], stage.clock(), wrong["ago"])
        if row.name not in here and not row.deactivated and not row.is_bot
    ][-wrong["rows"] :]
    found = _list(rows, wrong["file"], ImportFormat.SLACK_CSV)
    snapshot = _apply(stage, wrong["group"], found, TAKE_ALL)
    stage.clock.now += timedelta(minutes=7)
    stage.owner.import_undo.undo(stage.operation(), snapshot, wrong["reason"])


def _row_of(back: Mapping[str, Any], line: int, joined_at: str) -> ImportRow:
    told = dict(back["fields"], phone=back["phone"], joined_at=joined_at)
    return ImportRow(line, joined_how=JoinedHow.QR_CODE, **told)


def _list(rows: Sequence[ImportRow], name: str, kind: ImportFormat) -> ReadResult:
    sha256 = hashlib.sha256(repr(rows).encode()).hexdigest()
    return ReadResult(kind, "utf-8", sha256, name, list(rows), [], [])


def _apply(stage: Stage, key: str, found: ReadResult, take: Take) -> int:
    """Take a list in and return its snapshot."""
    desk = stage.owner
    imports = Imports(desk.ledger, desk.groups)
    preview = imports.preview(found, stage.group_ids[key])
    return imports.apply(stage.operation(), preview, take).subject_id
