# SPDX-License-Identifier: MIT
"""Writes members into a file of one kind, batch by batch."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import IO, Any

from groupdesk.domain import cells
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Language
from groupdesk.domain.errors import GroupDeskError
from groupdesk.domain.export_columns import JSON_MARK, JSON_VERSION, WORDS, Column
from groupdesk.scratch import ScratchFolder

Batches = Iterable[list[list[Any]]]

MOST_SHEET_ROWS = 1_048_575
"""Members that a workbook's sheet has room for, below the header."""
MOST_CELL = 32_767
"""Longest text in a workbook's cell, in UTF-16 units, as its format says."""
_LARGE = 15_000_000
_FIRST_DATE = 1900
_HIDDEN_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def write_csv(stream: IO[bytes], columns: Sequence[Column], header: Language, rows: Batches) -> int:
    """Write UTF-8 with a byte order mark, so that a spreadsheet shows Chinese; return the rows."""
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([column.heading(header) for column in columns])
    told = [_csv_column(column, header) for column in columns]
    count = 0
    for batch in rows:
        made = [turn(cell) for turn, cell in zip(told, batch, strict=True)]
        writer.writerows(zip(*made, strict=True))
        count += len(batch[0])
    text.flush()
    text.detach()
    return count


def write_json(
    stream: IO[bytes], columns: Sequence[Column], exported_at: str, rows: Batches
) -> int:
    """Write one member on each line, between a head that names the columns and the end."""
    keys = [column.key for column in columns]
    head: dict[str, object] = {"format": "members", "version": JSON_VERSION}
    head |= {"exported_at": exported_at, "columns": keys}
    stream.write(f'{{"{JSON_MARK}": {json.dumps(head)},\n"members": ['.encode())
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    before, count = "\n", 0
    for batch in rows:
        lines = [encode(dict(zip(keys, row, strict=True))) for row in zip(*batch, strict=True)]
        text = before + ",\n".join(lines)
        stream.write(_HIDDEN_IN_JSON.sub(lambda f: f"\\u{ord(f[0]):04x}", text).encode())
        before, count = ",\n", count + len(lines)
    stream.write(b"\n]}\n")
    return count


def write_xlsx(
    stream: IO[bytes], columns: Sequence[Column], header: Language, rows: Batches, expected: int
) -> int:
    """Write one sheet with a frozen header; ids and phones are text, times are dates in UTC.

    Raises GroupDeskError: export_rows_too_many, export_cell_too_long.
    """
    if expected > MOST_SHEET_ROWS:
        raise GroupDeskError("export_rows_too_many", limit=f"{MOST_SHEET_ROWS:,}")
    import xlsxwriter  # noqa: PLC0415 - takes long to load, and only workbooks need it

    with ScratchFolder() as folder:
        book = xlsxwriter.Workbook(
            stream,
            {
                "constant_memory": True,
                "tmpdir": str(folder),
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        if expected * len(columns) > _LARGE:
            book.use_zip64()
        sheet = book.add_worksheet("GroupDesk")
        page = _Sheet(book, sheet, columns, header)
        count = 0
        try:
            for batch in rows:
                page.write(batch)
                count += len(batch[0])
        finally:
            book.close()
    return count


class _Sheet:
    """The sheet of a workbook; its cells are written from the first row on."""

    def __init__(self, book: Any, sheet: Any, columns: Sequence[Column], header: Language) -> None:
        self._sheet = sheet
        self._names = [column.heading(header) for column in columns]
        self._line = 0
        text = book.add_format({"num_format": "@"})
        # As if it were typed behind an apostrophe: not even editing the cell makes it a formula.
        self._quoted = book.add_format({"num_format": "@", "quote_prefix": True})
        date = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        bold = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        self._turns: list[Callable[[int, int, Any], None]] = []
        self._text, self._date = text, date
        name_at = 0
        for at, column in enumerate(columns):
            shape = date if column.kind == "time" else text
            sheet.set_column(at, at, column.width, None if column.kind == "number" else shape)
            self._turns.append(self._turn(column, header))
            name_at = at if column.key == "name" else name_at
        sheet.freeze_panes(1, name_at + 1)
        for at, name in enumerate(self._names):
            sheet.write_string(0, at, name, bold)
        if header is Language.ZH:
            book.set_properties({"title": "GroupDesk 成员"})
        else:
            book.set_properties({"title": "GroupDesk members"})

    def write(self, batch: list[list[Any]]) -> None:
        """Write the next rows."""
        turns = [
            self._usual
            if turn == self._string and cells.all_usual(list(filter(None, column)))
            else turn
            for turn, column in zip(self._turns, batch, strict=True)
        ]
        for row in zip(*batch, strict=True):
            self._line += 1
            for at, (turn, cell) in enumerate(zip(turns, row, strict=True)):
                if cell is not None and cell not in ("", False):
                    turn(self._line, at, cell)
                elif cell == 0 and cell is not False:
                    self._number(self._line, at, cell)

    def _turn(self, column: Column, header: Language) -> Callable[[int, int, Any], None]:
        if column.kind == "number":
            return self._number
        if column.kind == "time":
            return self._time
        if column.kind == "tags":
            return lambda line, at, tags: self._string(line, at, cells.join_tags(tags))
        if column.kind in WORDS:
            words = WORDS[column.kind][header]
            if column.kind == "yes":
                return lambda line, at, _yes: self._string(line, at, words["1"])
            return lambda line, at, code: self._string(line, at, words.get(code, code))
        return self._string

    def _string(self, line: int, at: int, text: str) -> None:
        cell = cells.sheet_cell(text)
        if not cell:
            return
        shape = self._quoted if cells.looks_like_formula(cell) else self._text
        if len(cell) > MOST_CELL // 2 and len(cell.encode("utf-16-le")) // 2 > MOST_CELL:
            raise GroupDeskError("export_cell_too_long", line=line + 1, column=self._names[at])
        self._sheet.write_string(line, at, cell, shape)

    def _usual(self, line: int, at: int, text: str) -> None:
        if len(text) > MOST_CELL // 2:
            self._string(line, at, text)
        else:
            self._sheet.write_string(line, at, text, self._text)

    def _number(self, line: int, at: int, number: int) -> None:
        self._sheet.write_number(line, at, number)

    def _time(self, line: int, at: int, moment: str) -> None:
        when = _moment(moment)
        if when is None:
            self._string(line, at, moment)
        else:
            self._sheet.write_datetime(line, at, when, self._date)


def _moment(text: str) -> datetime | None:
    """Return a time as a workbook can hold it, None for one that it would change."""
    try:
        when = from_text(text).replace(tzinfo=None)
    except ValueError:
        return None
    # Before March 1900 the workbook's calendar has a day that never was.
    return when if when.year > _FIRST_DATE else None


def _csv_column(column: Column, header: Language) -> Callable[[list[Any]], Iterable[Any]]:
    if column.kind in {"number", "time"}:
        return lambda found: ["" if cell is None else cell for cell in found]
    if column.kind == "tags":
        return lambda found: cells.csv_cells(map(cells.join_tags, found))
    if column.kind == "yes":
        yes = WORDS["yes"][header]["1"]
        return lambda found: [yes if cell else "" for cell in found]
    if column.kind in WORDS:
        words = WORDS[column.kind][header]
        return lambda found: cells.csv_cells(words.get(cell, cell) for cell in found)
    return lambda found: cells.csv_cells(cell or "" for cell in found)
