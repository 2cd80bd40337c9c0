# SPDX-License-Identifier: MIT
"""Any table of members: header, guess, preview for the mapping step, and reading by a mapping."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from groupdesk.domain.errors import FileRefusedError, ValidationError
from groupdesk.domain.import_records import (
    REPEATABLE,
    DateOrder,
    ImportField,
    ImportFormat,
    Mapping,
    MappingOrigin,
    NeedsMapping,
    Sheet,
    Table,
)
from groupdesk.services.imports import values
from groupdesk.services.imports.convert import Batch, Converter
from groupdesk.services.imports.dates import DateReader, order_told
from groupdesk.services.imports.fields import (
    find_header,
    guess_columns,
    secret_columns,
    shape_key,
)
from groupdesk.services.imports.layouts import Layout
from groupdesk.services.imports.no_members import without_headings
from groupdesk.services.imports.sources import Batch as RawBatch
from groupdesk.services.imports.sources import MaskedSource, Rows, Source

PREVIEW = 100
"""Rows that the mapping step shows and the guess looks at."""

_HEADER_WITHIN = 30
_CELL_SHOWN = 200
_DATES = (ImportField.JOINED_AT, ImportField.LAST_ACTIVE)
_IDENTITY = frozenset(
    {
        *(ImportField.NAME, ImportField.FIRST_NAME, ImportField.LAST_NAME, ImportField.NICKNAME),
        *(ImportField.EXTERNAL_ID, ImportField.EMAIL, ImportField.HANDLE, ImportField.PHONE),
    }
)


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table to be read: its rows, and what is known about the file around them."""

    source: Source
    format: ImportFormat
    name: str
    sha256: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first rows of a table, cut into header and data."""

    first: tuple[tuple[str, ...], ...]
    header_row: int | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    width: int


def beginning(file: TableFile, mapping: Mapping | None = None) -> Beginning:
    """Read the first rows; a mapping says where the header is, or else it is looked for."""
    _lines, raw = next(file.source.batches(), ([], []))
    first = tuple(tuple(row) for row in raw[: PREVIEW + _HEADER_WITHIN])
    header_row = find_header(first[:_HEADER_WITHIN]) if mapping is None else mapping.header_row
    start = 0 if header_row is None else header_row + 1
    data = tuple(row for row in first[start:] if any(cell.strip() for cell in row))[:PREVIEW]
    if header_row is not None and header_row < len(first):
        header = tuple(cell.strip() for cell in first[header_row])
        width = len(header)
    else:
        widths = [len(row) for row in data] or [1]
        width = max(set(widths), key=lambda one: (widths.count(one), one))
        header = ("",) * width
    return Beginning(first, header_row, header, data, width)


def nothing_in(file: TableFile) -> FileRefusedError:
    """Return why a table has no row: a quotation mark may have swallowed all of them."""
    for _batch in file.source.batches():
        pass
    for one in file.source.rejected:
        if one.code == "quote_unclosed":
            return FileRefusedError(file.name, "list_quote_open", line=one.line)
    return FileRefusedError(file.name, "list_empty")


def without_secrets(file: TableFile) -> TableFile:
    """Return the table with the columns emptied that are never kept, as an access hash."""
    _lines, rows = next(file.source.batches(), ([], []))
    secrets = secret_columns(rows[:_HEADER_WITHIN])
    if not secrets:
        return file
    width = len(rows[min(secrets.values())])
    return replace(file, source=MaskedSource(file.source, secrets, width))


def needs_mapping(file: TableFile, begin: Beginning, layout: Layout | None = None) -> NeedsMapping:
    """Return the table's beginning with a guess for each column, or what the layout tells."""
    even = [row for row in begin.rows if len(row) == begin.width]
    samples = tuple(
        tuple(islice(dict.fromkeys(cell.strip() for cell in column if cell.strip()), 3))
        for column in (zip(*even, strict=True) if even else [()] * begin.width)
    )
    columns = layout.columns(begin.header) if layout else guess_columns(begin.header, samples)
    mapping = Mapping(columns, begin.header_row, file.encoding, file.delimiter, file.sheet)
    order, open_value = date_order(file, mapping)
    return NeedsMapping(
        format=file.format,
        file_name=file.name,
        sha256=file.sha256,
        table=Table(
            columns=begin.header,
            samples=tuple(tuple(cell[:_CELL_SHOWN] for cell in cells) for cells in samples),
            rows=_shown(begin.rows),
            first_lines=_shown(begin.first[:_HEADER_WITHIN]),
        ),
        mapping=replace(mapping, date_order=order),
        shape_key=key_of(file, begin),
        encoding=file.encoding,
        sheets=file.sheets,
        dates_ambiguous=bool(open_value) and order is None,
        date_sample=open_value,
        origin=MappingOrigin.KNOWN if layout else MappingOrigin.GUESS,
    )


def key_of(file: TableFile, begin: Beginning) -> str:
    """Return the key of the table's layout."""
    header = begin.header if begin.header_row is not None else None
    return shape_key(file.format, header, begin.width)


def remembered_mapping(
    file: TableFile, begin: Beginning, remembered: dict[str, Mapping]
) -> Mapping | None:
    """Return the mapping of an earlier list with this layout, its header wherever it is now.

    A header that the person chose may be one that the guess does not see.
    """
    rows = enumerate(begin.first[:_HEADER_WITHIN])
    places: list[tuple[int | None, str]] = [
        (index, shape_key(file.format, row, len(row))) for index, row in rows
    ]
    if begin.header_row is None:
        places.append((None, key_of(file, begin)))
    for header_row, key in places:
        known = remembered.get(key)
        if known is None or (known.header_row is None) != (header_row is None):
            continue
        here = Mapping(known.columns, header_row, file.encoding, file.delimiter, file.sheet)
        order, _open = date_order(file, here)
        return replace(here, date_order=order or known.date_order)
    return None


def _shown(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell[:_CELL_SHOWN] for cell in row) for row in rows)


def date_order(file: TableFile, mapping: Mapping) -> tuple[DateOrder | None, str]:
    """Return the order all dates of the mapped columns agree on, and one that leaves it open.

    The first rows tell in nearly every list; only if they do not, the whole of it is read.
    """
    places = [at for at, field in enumerate(mapping.columns) if field in _DATES]
    if not places:
        return None, ""
    batches = file.source.batches()
    first = next(batches, ([], []))
    order, open_value = order_told(_cells([first[1]], places))
    if open_value and order is None:
        rest = _cells((rows for _lines, rows in batches), places)
        order, _later = order_told(rest)
    return order, open_value


def _cells(batches: Iterable[Rows], places: list[int]) -> Iterator[str]:
    for rows in batches:
        for row in rows:
            yield from (values.unguarded(row[at].strip()) for at in places if at < len(row))


def check_mapping(mapping: Mapping, width: int) -> None:
    """Raise ValidationError: mapping_width, mapping_no_identity, mapping_field_twice."""
    if len(mapping.columns) != width:
        raise ValidationError(
            "mapping", "mapping_width", expected=len(mapping.columns), found=width
        )
    chosen = [field for field in mapping.columns if field is not None]
    if not _IDENTITY & set(chosen):
        raise ValidationError("mapping", "mapping_no_identity")
    for field in chosen:
        if field not in REPEATABLE and chosen.count(field) > 1:
            raise ValidationError("mapping", "mapping_field_twice")


def fields_of(mapping: Mapping) -> dict[ImportField, list[int]]:
    """Return the columns of each field."""
    fields: dict[ImportField, list[int]] = {}
    for at, field in enumerate(mapping.columns):
        if field is not None:
            fields.setdefault(field, []).append(at)
    return fields


def converter_for(
    file: TableFile,
    mapping: Mapping,
    offset_minutes: int | None,
    *,
    check_text: bool,
    skip_ids: frozenset[str] = frozenset(),
) -> Converter:
    """Return the converter of a table that is read by `mapping`."""
    order = mapping.date_order
    if order is None:
        order, _open = date_order(file, mapping)
    return Converter(
        fields_of(mapping),
        len(mapping.columns),
        DateReader(order, offset_minutes),
        check_text=check_text,
        skip_ids=skip_ids,
    )


def read_rows(file: TableFile, header_row: int | None, converter: Converter) -> Iterator[Batch]:
    """Yield the converted batches behind the header."""
    skip = 0 if header_row is None else header_row + 1
    batches = file.source.batches()
    _lines, first = next(file.source.batches(), ([], []))
    header = first[header_row] if header_row is not None and header_row < len(first) else ()
    for batch in behind(skip, batches):
        (lines, rows), again = without_headings(batch, header)
        if again:
            yield Batch(rejected=again)
        yield converter.convert(lines, rows)
    if file.source.rejected:
        yield Batch(rejected=list(file.source.rejected))


def behind(skip: int, batches: Iterator[RawBatch]) -> Iterator[RawBatch]:
    """Yield what comes behind the first `skip` rows."""
    for lines, rows in batches:
        cut = min(skip, len(rows))
        skip -= cut
        yield (lines[cut:], rows[cut:]) if cut else (lines, rows)
