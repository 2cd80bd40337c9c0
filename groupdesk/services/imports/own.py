# SPDX-License-Identifier: MIT
"""Reads member lists that GroupDesk itself wrote, as CSV, XLSX or JSON, without any guessing.

A cell means exactly what was exported: "None" may be a name here, and a comma part of a tag.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

from groupdesk.domain import cells
from groupdesk.domain.enums import Platform
from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.export_columns import ALWAYS, BY_KEY, COLUMNS, JSON_MARK, JSON_VERSION, WORDS
from groupdesk.domain.import_records import Rejected
from groupdesk.services.imports import values
from groupdesk.services.imports.convert import excerpt
from groupdesk.services.imports.fields import key_of
from groupdesk.services.imports.formats.json_stream import JsonStream

BATCH = 1000
MOST_LINES = 100_000
"""A note of ours may have many lines; a quotation mark left open is told by the file's end."""

_KEYS = {
    key_of(word): column.key for column in COLUMNS for word in (column.en, column.zh, column.key)
}
_CODES = {
    kind: {word.casefold(): str(code) for told in words.values() for code, word in told.items()}
    for kind, words in WORDS.items()
}
_HEADER_WITHIN = 3
_JSON_START = re.compile(rf'\s*\{{\s*"{JSON_MARK}"\s*:\s*\{{')

Named = dict[str, Sequence[Any]]
"""Columns by key: texts as they were exported, codes, tags as lists, None where nothing is told."""


class Damaged(str):
    """A number that a spreadsheet has rounded, in a column of ids or phone numbers."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table of ours has its header, and at which place each column is."""

    row: int
    places: dict[str, int]
    width: int


def delimiter(first_line: str) -> str:
    """Return what divides the columns of our own table, "" where this is not its header."""
    heads = "|".join(re.escape(word) for word in (BY_KEY["ref"].en, BY_KEY["ref"].zh))
    found = re.match(rf'\ufeff?"?(?:{heads})"?([,;\t|])', first_line)
    return found[1] if found else ""


def header_of(rows: Sequence[Sequence[str]]) -> Header | None:
    """Return the header of a table of ours, None for any other table."""
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        places: dict[str, int] = {}
        for at, word in enumerate(row):
            key = _KEYS.get(key_of(word))
            if key is not None:
                places.setdefault(key, at)
        if places.keys() >= set(ALWAYS):
            return Header(index, places, len(row))
    return None


def is_json(head: str) -> bool:
    """Say whether a JSON text that begins like this is ours."""
    return _JSON_START.match(head) is not None


def of_table(
    batches: Iterable[tuple[Sequence[int], Sequence[Sequence[str]]]],
    header: Header,
    rejected: list[Rejected],
    only: tuple[str, ...] = (),
) -> Iterator[tuple[list[int], Named]]:
    """Yield lines and columns behind the header; rows that are cut go to `rejected`."""
    places = {k: at for k, at in header.places.items() if not only or k in only}
    index = -1
    for lines, rows in batches:
        kept_lines: list[int] = []
        kept: list[Sequence[str]] = []
        for line, row in zip(lines, rows, strict=True):
            index += 1
            if index <= header.row or not any(row):
                continue
            if len(row) < header.width or any(row[header.width :]):
                code = "row_too_short" if len(row) < header.width else "row_too_long"
                told = {"expected": str(header.width), "found": str(len(row))}
                rejected.append(Rejected(line, code, told, excerpt(row)))
                continue
            kept_lines.append(line)
            kept.append(row)
        if kept:
            columns = list(zip(*(row[: header.width] for row in kept), strict=True))
            yield kept_lines, {k: _meant(k, columns[at]) for k, at in places.items()}


def of_json(
    stream: TextIO, name: str, rejected: list[Rejected]
) -> Iterator[tuple[list[int], Named]]:
    """Yield places (from 1) and columns of the members. Raises FileRefusedError."""
    reader = JsonStream(stream, name)
    waiting: list[tuple[int, dict[str, object]]] = []
    for key in reader.entries():
        if key != "members" or reader.peek() != "[":
            _check_version(key, reader.value(), name)
            continue
        for place, _ in enumerate(reader.items(), 1):
            member = reader.value()
            if isinstance(member, dict):
                waiting.append((place, member))
            else:
                rejected.append(Rejected(place, "no_identity", {}, str(member)[:120]))
            if len(waiting) == BATCH:
                yield _columns_of(waiting)
                waiting = []
    reader.end()
    if waiting:
        yield _columns_of(waiting)


@dataclass(slots=True)
class GroupsSeen:
    """The groups of a file in the order in which they come, with the number of their rows.

    A row that somebody added by hand may name none: it belongs to whichever is read.
    """

    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    platforms: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, columns: Named) -> list[tuple[str, str]]:
        """Take the next rows in; return the group of each."""
        count = len(columns["name"])
        none = [""] * count
        refs = [one or "" for one in columns.get("group_ref", none)]
        names = [one or "" for one in columns.get("group", none)]
        groups = list(zip(refs, names, strict=True))
        for group, platform in zip(groups, columns.get("platform", none), strict=True):
            self.counts[group] = self.counts.get(group, 0) + 1
            self.platforms.setdefault(group, platform or "")
        return groups

    def named(self) -> dict[tuple[str, str], int]:
        """Return the groups to choose from and their numbers of rows."""
        told = {group: count for group, count in self.counts.items() if any(group)}
        return told or self.counts

    def platform(self, group: tuple[str, str]) -> Platform | None:
        """Return the platform that the file names for a group."""
        known = self.platforms.get(group, "")
        return Platform(known) if known in set(map(str, Platform)) else None

    def wanted(self, ref: str, name: str, place: int | None) -> tuple[str, str] | None:
        """Return the group to read: the one at `place`, the one meant, or the only one."""
        groups = list(self.named())
        if place is not None:
            return groups[place] if place < len(groups) else None
        if len(groups) == 1:
            return groups[0]
        fitting = [one for one in groups if ref and one[0] == ref]
        fitting = fitting or [one for one in groups if name and one[1] == name]
        return fitting[0] if len(fitting) == 1 else None


def _meant(key: str, column: Sequence[str]) -> Sequence[Any]:
    """Return what the cells of a table mean: codes for words, lists for tags."""
    kind = BY_KEY[key].kind
    if kind in {"time", "number"}:
        return column
    together = "".join(column)
    usual = "'" not in together and "‹" not in together
    if kind == "id":
        if usual and "." not in together and "+" not in together:
            return column
        return [
            Damaged(cell) if values.DAMAGED_ID.fullmatch(cell) else cells.plain(cell)
            for cell in column
        ]
    if kind == "tags":
        return [cells.split_tags(cells.plain(cell)) for cell in column]
    if kind in _CODES:
        codes = _CODES[kind]
        known = {cell: cells.plain(cell).strip().casefold() for cell in set(column)}
        return [codes.get(known[cell], known[cell]) for cell in column]
    return column if usual else [cells.plain(cell) for cell in column]


def _columns_of(waiting: list[tuple[int, dict[str, object]]]) -> tuple[list[int], Named]:
    members = [member for _, member in waiting]
    columns: Named = {}
    for column in COLUMNS:
        if any(column.key in member for member in members) or column.key in ALWAYS:
            columns[column.key] = [_json_value(m.get(column.key), column.kind) for m in members]
    return [place for place, _ in waiting], columns


def _json_value(value: object, kind: str) -> object:
    """Return a value as `Named` has it; what has the wrong type tells nothing."""
    if kind == "tags":
        return [tag for tag in value if isinstance(tag, str)] if isinstance(value, list) else []
    if kind == "yes":
        return "1" if value is True else ""
    return value if isinstance(value, str) else ""


def _check_version(key: str, value: object, name: str) -> None:
    """Refuse a file that a later version wrote in a way that this one cannot know."""
    if key != JSON_MARK:
        return
    told = value if isinstance(value, dict) else {}
    version = told.get("version")  # numbers come as text
    if told.get("format") != "members":
        raise FileRefusedError(name, "json_unknown")
    if not isinstance(version, str) or not version.isdecimal() or int(version) > JSON_VERSION:
        raise FileRefusedError(name, "own_list_newer")
