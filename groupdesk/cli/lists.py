# SPDX-License-Identifier: MIT
"""Commands on member lists: take one in, write one out."""

import argparse
import sys
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from groupdesk.cli.console import Console
from groupdesk.cli.workspaces import open_desk
from groupdesk.domain.enums import Language, MembershipState, Platform
from groupdesk.domain.errors import GroupDeskError, ValidationError
from groupdesk.domain.import_preview import ImportCounts, LineKind
from groupdesk.domain.import_records import (
    DateOrder,
    ImportField,
    ImportNote,
    Mapping,
    NeedsGroup,
    NeedsMapping,
    ReadResult,
    Rejected,
)
from groupdesk.domain.records import GroupFields, GroupRecord, MemberFilter, MemberRow
from groupdesk.services.desk import Desk
from groupdesk.services.imports.read import ReadOptions, open_file, open_pasted

_PAGE = 1000


def take_list(console: Console, chosen: argparse.Namespace) -> int:
    """Take a member list into a group; 1 where rows were rejected or left undecided."""
    with open_desk(console, chosen) as desk:
        group = desk.groups.named(chosen.group)
        if group is None and not chosen.create:
            raise GroupDeskError("group_unknown", name=chosen.group)
        result = _read(chosen, desk)
        if isinstance(result, NeedsMapping):
            return _ask_for_mapping(console, result)
        if isinstance(result, NeedsGroup):
            return _ask_for_chat(console, result)
        if group is None and chosen.dry_run:
            # There is nobody to compare with yet: everybody is new.
            counts = ImportCounts(
                new=len(result.rows),
                rejected=len(result.rejected),
                bots=sum(row.is_bot for row in result.rows),
                deactivated=sum(row.deactivated for row in result.rows),
            )
            return _tell(console, chosen, result, counts, tuple(result.notes), result.rejected, [])
        group_id = group.id if group else _create(desk, chosen, result, console)
        preview = desk.imports.preview(result, group_id)
        conflicts = [
            {"line": line.line, "name": line.name, "code": line.code, "values": line.values}
            for line in desk.imports.lines(preview, LineKind.CONFLICT, limit=_PAGE)
        ]
        if not chosen.dry_run:
            desk.imports.apply(uuid.uuid4(), preview)
    summary = preview.summary
    return _tell(
        console, chosen, result, summary.counts, summary.notes, preview.rejected, conflicts
    )


def members(console: Console, chosen: argparse.Namespace) -> int:
    """Write out the active members of a group."""
    with open_desk(console, chosen) as desk:
        group = desk.groups.named(chosen.group)
        if group is None:
            raise GroupDeskError("group_unknown", name=chosen.group)
        rows = list(_rows(desk, group))
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


def _rows(desk: Desk, group: GroupRecord) -> Iterator[MemberRow]:
    ids = desk.members.ids(MemberFilter(group.id))
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


def _read(chosen: argparse.Namespace, desk: Desk) -> ReadResult | NeedsMapping | NeedsGroup:
    options = ReadOptions(
        remembered={} if chosen.map else desk.imports.remembered(),
        accept_guess=chosen.take_guess and not chosen.map,
        encoding=chosen.encoding,
        delimiter=chosen.delimiter,
        sheet=chosen.sheet,
    )
    if chosen.file == "-":
        text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
        result = open_pasted(text, options, name="-")
    else:
        result = open_file(Path(chosen.file), options)
    if isinstance(result, NeedsGroup) and chosen.chat:
        return open_file(Path(chosen.file), replace(options, group=_place(result, chosen.chat)))
    if isinstance(result, NeedsMapping) and (chosen.map or chosen.dates):
        mapping = _mapped(result, chosen.map, chosen.dates)
        again = replace(options, mapping=mapping, accept_guess=False)
        if chosen.file == "-":
            return open_pasted(text, again, name="-")
        return open_file(Path(chosen.file), again)
    return result


def _mapped(
    needs: NeedsMapping, pairs: Iterable[tuple[ImportField, str]], dates: str | None
) -> Mapping:
    """Return the mapping that `--map` asks for; columns that it does not name are left out.

    Raises ValidationError("map", "column_unknown") for a column that the list does not have.
    """
    mapping = needs.mapping
    told = list(pairs)
    if told:
        names = [column.strip() for column in needs.table.columns]
        fields: list[ImportField | None] = [None] * len(names)
        for field, column in told:
            if column.strip() not in names:
                raise ValidationError("map", "column_unknown", name=column)
            fields[names.index(column.strip())] = field
        mapping = replace(mapping, columns=tuple(fields))
    return replace(mapping, date_order=DateOrder(dates)) if dates else mapping


def _place(needs: NeedsGroup, chat: str) -> int:
    """Return the place of the group that `--chat` names, by its name or by its number from 1.

    Raises ValidationError("chat", "chat_unknown") where there is no such group, or several.
    """
    named = [at for at, one in enumerate(needs.groups) if one.name.strip() == chat.strip()]
    if not named and chat.isascii() and chat.isdecimal() and 0 < int(chat) <= len(needs.groups):
        return int(chat) - 1
    if len(named) != 1:
        raise ValidationError("chat", "chat_unknown", name=chat)
    return named[0]


def _ask_for_chat(console: Console, needs: NeedsGroup) -> int:
    """Say which groups the file holds; nothing was written."""
    if console.as_json:
        console.data({"needs_chat": [asdict(group) for group in needs.groups]})
    console.complain(console.words("cli.needs_chat"))
    for number, group in enumerate(needs.groups, 1):
        name = group.name or console.words(f"import_format.{group.format}")
        console.complain(f"  {number}: {name} ({group.count})")
    return 1


def _ask_for_mapping(console: Console, needs: NeedsMapping) -> int:
    """Say which columns there are and what they seem to be; nothing was written."""
    guesses = list(zip(needs.table.columns, needs.mapping.columns, strict=True))
    if console.as_json:
        columns = [{"column": name, "guess": guess and guess.value} for name, guess in guesses]
        told = {"columns": columns, "dates_ambiguous": needs.dates_ambiguous}
        console.data({"needs_mapping": told})
    console.complain(console.words("cli.needs_mapping"))
    for name, guess in guesses:
        meant = console.words(f"import_field.{guess}") if guess else console.words("cli.left_out")
        console.complain(f"  {name}: {meant}" + (f"  (--map {guess}={name})" if guess else ""))
    if needs.dates_ambiguous:
        console.complain(console.words("cli.dates_ambiguous", sample=needs.date_sample))
    return 1


def _create(desk: Desk, chosen: argparse.Namespace, result: ReadResult, console: Console) -> int:
    platform = Platform(chosen.platform or result.platform or Platform.OTHER)
    language = Language(console.words.language)
    external_id = result.group_id or ""
    fields = GroupFields(chosen.group, platform, language, external_id=external_id)
    receipt = desk.groups.create(uuid.uuid4(), fields)
    return receipt.subject_id


def _tell(
    console: Console,
    chosen: argparse.Namespace,
    result: ReadResult,
    counts: ImportCounts,
    notes: tuple[ImportNote, ...],
    rejected: list[Rejected],
    conflicts: list[dict[str, Any]],
) -> int:
    words = console.words
    if console.as_json:
        console.data(
            {
                "file": result.file_name,
                "format": result.format.value,
                "encoding": result.encoding,
                "sha256": result.sha256,
                "group": chosen.group,
                "dry_run": chosen.dry_run,
                "counts": asdict(counts),
                "rejected": [asdict(row) for row in rejected],
                "conflicts": conflicts,
                "notes": [asdict(note) for note in notes],
            }
        )
    else:
        told = asdict(counts) | {"group": chosen.group}
        console.word("would_import" if chosen.dry_run else "imported", **told)
        for note in notes:
            console.say(words(f"import_note.{note.code}", **note.values))
        for row in rejected:
            reason = words(f"import_rejected.{row.code}", **row.values)
            console.word("line", line=row.line, text=reason)
        for conflict in conflicts:
            reason = words(f"import_conflict.{conflict['code']}", **conflict["values"])
            console.word("line", line=conflict["line"], text=f"{conflict['name']}: {reason}")
    return 1 if counts.rejected or counts.conflict else 0
