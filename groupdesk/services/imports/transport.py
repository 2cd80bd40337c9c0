# SPDX-License-Identifier: MIT
"""Import records as JSON: between the processes, and for remembering a mapping.

What a child says is checked while it is read back: it handled a file from outside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import partial
from itertools import repeat
from typing import Any

from groupdesk.domain.enums import JoinedHow, MemberRole
from groupdesk.domain.import_records import (
    DateOrder,
    GroupChoice,
    ImportField,
    ImportFormat,
    ImportNote,
    ImportRow,
    Mapping,
    MappingOrigin,
    NeedsMapping,
    Rejected,
    Sheet,
    Table,
)

_TEXT: frozenset[type] = frozenset({str})
_TIME: frozenset[type] = frozenset({str, type(None)})
_TYPES: dict[str, frozenset[type]] = {
    "line": frozenset({int}),
    "membership_id": frozenset({int}),
    "role": _TIME,
    "joined_at": _TIME,
    "last_active": _TIME,
    "message_count": frozenset[type]({int, type(None)}),
    "tags": frozenset({list}),
    "is_bot": frozenset({bool}),
    "deactivated": frozenset({bool}),
    "name_known": frozenset({bool}),
}
_DEFAULTS = ImportRow._field_defaults


_as_row = partial(tuple.__new__, ImportRow)


class TransportError(ValueError):
    """The message is not what a child of ours would say."""


MAPPING_KEY = "import_mapping:"
"""Before the shape of a list, the key under which a workspace keeps its confirmed mapping."""


def mapping_to_json(mapping: Mapping) -> dict[str, Any]:
    """Return the mapping as plain JSON values."""
    return asdict(mapping)


def mapping_from_json(data: dict[str, Any]) -> Mapping:
    """Return the mapping that `mapping_to_json` wrote. Raises TransportError."""
    try:
        order = data["date_order"]
        return Mapping(
            columns=tuple(None if one is None else ImportField(one) for one in data["columns"]),
            header_row=None if data["header_row"] is None else int(data["header_row"]),
            encoding=str(data["encoding"]),
            delimiter=str(data["delimiter"]),
            sheet=str(data["sheet"]),
            date_order=None if order is None else DateOrder(order),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise TransportError from error


def rows_to_json(columns: dict[str, list[Any]]) -> dict[str, Any]:
    """Return the columns of a batch, without those that hold nothing but the default."""
    return {
        name: column
        for name, column in columns.items()
        if name not in _DEFAULTS or any(cell != _DEFAULTS[name] for cell in column)
    }


def rows_from_json(columns: dict[str, Any]) -> Iterator[ImportRow]:
    """Return the rows of a batch. Raises TransportError, at the latest while iterating."""
    try:
        length = len(columns["line"])
        ready: list[Any] = []
        for name in ImportRow._fields:
            if name in _DEFAULTS and columns.get(name) is None:
                ready.append(repeat(_DEFAULTS[name], length))
                continue
            column = columns[name]
            if len(column) != length or not set(map(type, column)) <= _TYPES.get(name, _TEXT):
                raise TransportError(name)
            ready.append(_typed(name, column))
    except (KeyError, TypeError, ValueError) as error:
        raise TransportError from error
    # no row is longer or shorter: each column was measured
    return map(_as_row, zip(*ready, strict=False))


def _typed(name: str, column: Sequence[Any]) -> Any:
    if name == "role":
        roles = {None: None} | {word: MemberRole(word) for word in set(column) - {None}}
        return map(roles.__getitem__, column)
    if name == "joined_how":
        ways = {word: JoinedHow(word) for word in set(column)}
        return map(ways.__getitem__, column)
    if name == "tags":
        return (tuple(map(str, tags)) for tags in column)
    return column


def rejected_to_json(rejected: Sequence[Rejected]) -> list[list[Any]]:
    """Return rejected rows as lists."""
    return [[one.line, one.code, one.values, one.text] for one in rejected]


def rejected_from_json(data: Sequence[Sequence[Any]]) -> list[Rejected]:
    """Return what `rejected_to_json` wrote. Raises TransportError."""
    try:
        return [
            Rejected(int(line), str(code), _words(values), str(text))
            for line, code, values, text in data
        ]
    except (TypeError, ValueError, AttributeError) as error:
        raise TransportError from error


def notes_from_json(data: Sequence[Sequence[Any]]) -> list[ImportNote]:
    """Return notes written as [code, values]. Raises TransportError."""
    try:
        return [ImportNote(str(code), _words(values)) for code, values in data]
    except (TypeError, ValueError, AttributeError) as error:
        raise TransportError from error


def sheets_from_json(data: Sequence[dict[str, Any]]) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook. Raises TransportError."""
    try:
        return tuple(Sheet(str(one["name"]), hidden=bool(one["hidden"])) for one in data)
    except (KeyError, TypeError) as error:
        raise TransportError from error


def groups_from_json(data: Sequence[Sequence[Any]]) -> tuple[GroupChoice, ...]:
    """Return the groups of a file written as [format, name, count]. Raises TransportError."""
    try:
        return tuple(
            GroupChoice(ImportFormat(kind), str(name), int(count)) for kind, name, count in data
        )
    except (TypeError, ValueError) as error:
        raise TransportError from error


def needs_from_json(data: dict[str, Any]) -> NeedsMapping:
    """Return the question for a mapping that a child sent with `asdict`. Raises TransportError."""
    try:
        table = data["table"]
        return NeedsMapping(
            format=ImportFormat(data["format"]),
            file_name=str(data["file_name"]),
            sha256=str(data["sha256"]),
            table=Table(
                columns=tuple(map(str, table["columns"])),
                samples=_grid(table["samples"]),
                rows=_grid(table["rows"]),
                first_lines=_grid(table["first_lines"]),
            ),
            mapping=mapping_from_json(data["mapping"]),
            shape_key=str(data["shape_key"]),
            encoding=str(data["encoding"]),
            sheets=sheets_from_json(data["sheets"]),
            dates_ambiguous=bool(data["dates_ambiguous"]),
            date_sample=str(data["date_sample"]),
            origin=MappingOrigin(data["origin"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise TransportError from error


def _grid(data: Sequence[Sequence[Any]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(str, row)) for row in data)


def _words(values: dict[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in values.items()}
