# SPDX-License-Identifier: MIT
"""Commands on member lists from outside: take one in, or compare it with its group."""

import argparse
import sys
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path

from groupdesk.cli.console import Console
from groupdesk.cli.list_decisions import decided
from groupdesk.cli.list_texts import ListTexts, line_data
from groupdesk.cli.workspaces import open_desk
from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.errors import GroupDeskError, ValidationError
from groupdesk.domain.import_preview import ImportCounts, LineKind, PreviewLine, Take
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
from groupdesk.domain.records import GroupFields, GroupRecord
from groupdesk.services.desk import Desk
from groupdesk.services.imports.departures import leaving, undecided
from groupdesk.services.imports.read import ReadOptions, open_file, open_pasted
from groupdesk.services.imports.service import ImportPreview

_PAGE = 1000
_SHOWN = 50
"""Rows of one kind that a terminal is told; JSON has all of them."""


def take_list(console: Console, chosen: argparse.Namespace) -> int:
    """Take a member list into a group; 1 where rows were rejected or left undecided."""
    with open_desk(console, chosen, writes=not chosen.dry_run) as desk:
        group = desk.groups.named(chosen.group)
        if group is None and not chosen.create:
            hint = console.words("cli.create_hint")
            raise GroupDeskError("group_unknown", name=chosen.group, hint=hint)
        result = read_list(chosen, desk, group)
        if isinstance(result, NeedsMapping):
            return ask_for_mapping(console, result)
        if isinstance(result, NeedsGroup):
            return ask_for_chat(console, result)
        if group is None and chosen.dry_run:
            # There is nobody to compare with yet: everybody is new.
            counts = ImportCounts(
                new=len(result.rows),
                rejected=len(result.rejected),
                bots=sum(row.is_bot for row in result.rows),
                deactivated=sum(row.deactivated and not row.former for row in result.rows),
                former=sum(bool(row.former) for row in result.rows),
            )
            texts = ListTexts(console, desk.clock())
            return _tell(console, chosen, _Taken(result, counts, tuple(result.notes)), texts)
        group_id = group.id if group else _create(desk, chosen, result, console)
        preview = desk.imports.preview(result, group_id)
        gone = list(_lines(desk, preview, LineKind.LEFT))
        take = decided(chosen, gone, partial=preview.summary.partial)
        alone = undecided(preview.missing, take)
        taken = _Taken(
            result,
            _as_taken(preview, take),
            preview.summary.notes + (preview.summary.compare_notes if chosen.compare else ()),
            rejected=preview.rejected,
            conflicts=list(_lines(desk, preview, LineKind.CONFLICT)),
            left=len(leaving(preview.missing, take)),
            alone=[one for one in gone if one.key in alone],
        )
        if not chosen.dry_run:
            desk.imports.apply(uuid.uuid4(), preview, take)
        texts = ListTexts(console, desk.clock())
    return _tell(console, chosen, taken, texts)


def diff(console: Console, chosen: argparse.Namespace) -> int:
    """Say how a list differs from its group and write nothing; 1 where it does."""
    with open_desk(console, chosen) as desk:
        group = desk.groups.named(chosen.group)
        if group is None:
            raise GroupDeskError("group_unknown", name=chosen.group)
        result = read_list(chosen, desk, group)
        if isinstance(result, NeedsMapping):
            return ask_for_mapping(console, result)
        if isinstance(result, NeedsGroup):
            return ask_for_chat(console, result)
        preview = desk.imports.preview(result, group.id)
        found = {name: list(_lines(desk, preview, kind)) for name, kind in _DIFFERENCES.items()}
        rejected = list(_lines(desk, preview, LineKind.REJECTED))
        texts = ListTexts(console, desk.clock())
    summary = preview.summary
    differs = bool(rejected) or any(found.values())
    notes = (*summary.notes, *summary.compare_notes)
    if console.as_json:
        console.data(
            {
                "file": result.file_name,
                "format": result.format.value,
                "sha256": result.sha256,
                "group": group.name,
                "differs": differs,
                "partial": summary.partial,
                "unchanged": summary.counts.unchanged,
                **{name: list(map(line_data, lines)) for name, lines in found.items()},
                "rejected": [asdict(row) for row in preview.rejected],
                "notes": [asdict(note) for note in notes],
            }
        )
    else:
        _tell_diff(console, found, rejected, notes, texts)
        if not differs:
            console.word("diff.same", group=group.name)
    return 1 if differs else 0


def _tell_diff(
    console: Console,
    found: dict[str, list[PreviewLine]],
    rejected: list[PreviewLine],
    notes: Iterable[ImportNote],
    texts: ListTexts,
) -> None:
    for name, lines in found.items():
        if lines:
            console.word(f"diff.{name}", count=len(lines))
        for line in lines:
            console.say("  " + texts.line(line))
    _some(console, [texts.rejected(row) for row in rejected[:_SHOWN]], len(rejected))
    for note in notes:
        console.say(texts.note(note))


_DIFFERENCES = {
    "joined": LineKind.NEW,
    "left": LineKind.LEFT,
    "renamed": LineKind.RENAMED,
    "role_changed": LineKind.ROLE,
    "other": LineKind.OTHER,
    "conflicts": LineKind.CONFLICT,
}


def _lines(desk: Desk, preview: ImportPreview, kind: LineKind) -> Iterator[PreviewLine]:
    start = 0
    while page := desk.imports.lines(preview, kind, start, _PAGE):
        yield from page
        start += len(page)


def read_list(
    chosen: argparse.Namespace, desk: Desk, group: GroupRecord | None
) -> ReadResult | NeedsMapping | NeedsGroup:
    """Read the list that a command was given, for a group that may still have to be made."""
    options = ReadOptions(
        remembered={} if chosen.map else desk.imports.remembered(),
        accept_guess=chosen.take_guess and not chosen.map,
        encoding=chosen.encoding,
        delimiter=chosen.delimiter,
        sheet=chosen.sheet,
        own=desk.imports.own_place(group.id if group else None, chosen.group),
    )
    text = None
    if chosen.file == "-":
        text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")

    def opened() -> ReadResult | NeedsMapping | NeedsGroup:
        if text is None:
            return open_file(Path(chosen.file), options)
        return open_pasted(text, options, name="-")

    result = opened()
    if isinstance(result, NeedsGroup) and chosen.chat:
        options = replace(options, group=_place(result, chosen.chat))
        result = opened()
    mapping = None
    if isinstance(result, NeedsMapping) and (chosen.map or chosen.dates):
        mapping = _mapped(result, chosen.map, chosen.dates)
    elif isinstance(result, ReadResult) and result.mapping and chosen.dates:
        # the order overrules what is known or remembered
        mapping = replace(result.mapping, date_order=DateOrder(chosen.dates))
    if mapping is not None:
        options = replace(options, mapping=mapping, accept_guess=False)
        return opened()
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


def ask_for_chat(console: Console, needs: NeedsGroup) -> int:
    """Say which groups the file holds; nothing was written."""
    if console.as_json:
        console.data({"needs_chat": [asdict(group) for group in needs.groups]})
    console.complain(console.words("cli.needs_chat"))
    for number, group in enumerate(needs.groups, 1):
        name = group.name or console.words(f"import_format.{group.format}")
        console.complain(f"  {number}: {name} ({group.count})")
    return 1


def ask_for_mapping(console: Console, needs: NeedsMapping) -> int:
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


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was taken in, or would be; `alone` are members who may only have another name."""

    result: ReadResult
    counts: ImportCounts
    notes: tuple[ImportNote, ...]
    rejected: Sequence[Rejected] | None = None
    conflicts: Sequence[PreviewLine] = ()
    left: int = 0
    alone: Sequence[PreviewLine] = ()


def _as_taken(preview: ImportPreview, take: Take) -> ImportCounts:
    """Return the counts without the rows that are left alone; a renamed member is a changed one."""
    counts, same = preview.summary.counts, len(take.renames)
    open_rows = chain.from_iterable(undecided(preview.missing, take).values())
    alone = {preview.rows[at].line for at in open_rows} - take.renames.keys()
    return replace(
        counts,
        new=counts.new - same - len(alone),
        changed=counts.changed + same,
        renamed=counts.renamed + same,
    )


def _some(console: Console, lines: Sequence[str], count: int) -> None:
    for line in lines:
        console.say(line)
    if count > len(lines):
        console.word("more_lines", count=count - len(lines))


def _tell(console: Console, chosen: argparse.Namespace, taken: _Taken, texts: ListTexts) -> int:
    counts, result = taken.counts, taken.result
    rejected = result.rejected if taken.rejected is None else taken.rejected
    if console.as_json:
        console.data(
            {
                "file": result.file_name,
                "format": result.format.value,
                "encoding": result.encoding,
                "sha256": result.sha256,
                "group": chosen.group,
                "dry_run": chosen.dry_run,
                "counts": asdict(counts) | {"missing": counts.left, "left": taken.left},
                "rejected": [asdict(row) for row in rejected],
                "conflicts": list(map(line_data, taken.conflicts)),
                "left_alone": list(map(line_data, taken.alone)),
                "notes": [asdict(note) for note in taken.notes],
            }
        )
    else:
        told = asdict(counts) | {"group": chosen.group, "left": taken.left}
        said = "would_import" if chosen.dry_run else "imported"
        console.word(f"{said}_compared" if chosen.compare else said, **told)
        for note in taken.notes:
            console.say(texts.note(note))
        _some(console, [texts.rejected(row) for row in rejected[:_SHOWN]], len(rejected))
        conflicts = taken.conflicts[:_SHOWN]
        told_so = [
            console.words("cli.line", line=one.line, text=texts.line(one)) for one in conflicts
        ]
        _some(console, told_so, counts.conflict)
        for line in taken.alone:
            console.say(texts.open_rename(line))
    return 1 if counts.rejected or counts.conflict or taken.alone else 0
