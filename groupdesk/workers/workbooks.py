# SPDX-License-Identifier: MIT
"""Child side: opens a workbook after looking for bombs, and gives its rows as text.

Only ever imported inside a child process (see runner.py): calamine aborts the process on a cell
far out. The looks beforehand give the better sentence; the child's limits are the guarantee.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.import_records import Sheet

MAX_ENTRIES = 2_000
MAX_UNPACKED = 200_000_000
MAX_RATIO = 200
MAX_CELLS = 20_000_000
"""Largest rectangle of cells, empty ones included: calamine lays the whole of it out."""
MAX_OLD_BYTES = 50_000_000
"""Largest workbook of the old kind (.xls)."""

_SMALL = 1_000_000  # below this nothing unpacks to anything harmful, whatever the ratio
_SCAN_WHOLE = 2_000_000
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br\s*=\s*["'](\d{1,7})["']""")
_FIFTEEN_DIGITS = 10**15


class Workbook:
    """An opened workbook; `sheets` lists those that hold cells."""

    def __init__(self, path: Path, name: str) -> None:
        """Check and open the file; `name` is for the refusal.

        Raises FileRefusedError: workbook_password, workbook_too_large, workbook_sparse,
        workbook_bomb, workbook_other_format, workbook_broken.
        """
        self._name = name
        self._pages: dict[str, CalamineSheet] = {}
        _check(path, name)
        try:
            self._book = CalamineWorkbook.from_path(str(path))
        except PasswordError as error:
            raise FileRefusedError(name, "workbook_password") from error
        except (CalamineError, OSError, ValueError) as error:
            raise FileRefusedError(name, "workbook_broken") from error
        self.sheets = tuple(
            Sheet(data.name, hidden=data.visible != SheetVisibleEnum.Visible)
            for data in self._book.sheets_metadata
            if data.typ == SheetTypeEnum.WorkSheet
        )
        if not self.sheets:
            raise FileRefusedError(name, "workbook_empty")

    def rows(self, sheet: str, batch: int) -> Iterator[list[Sequence[str]]]:
        """Yield the rows of a sheet as text, `batch` at a time, all equally wide, from the first.

        Dates are ISO 8601; whole numbers have no point; a number of more than fifteen digits has
        lost some in the workbook and comes as 1.23456789012346E+17. A formula's error is "".
        Raises FileRefusedError("workbook_broken") or ("workbook_no_sheet").
        """
        if sheet not in {known.name for known in self.sheets}:
            names = ", ".join(f"“{one.name}”" for one in self.sheets)
            raise FileRefusedError(self._name, "workbook_no_sheet", sheet=sheet, sheets=names[:300])
        try:
            if sheet not in self._pages:  # laying a sheet out is the work; its rows are cheap
                self._pages[sheet] = self._book.get_sheet_by_name(sheet)
            page = self._pages[sheet]
            if page.width * page.total_height > MAX_CELLS:
                raise FileRefusedError(self._name, "workbook_sparse")
            rows = page.iter_rows()
            while raw := list(islice(rows, batch)):
                columns = (
                    column if set(map(type, column)) == {str} else map(_text, column)
                    for column in zip(*raw, strict=True)
                )
                yield list(zip(*columns, strict=True))
        except (CalamineError, ValueError, OverflowError) as error:
            raise FileRefusedError(self._name, "workbook_broken") from error


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        if abs(cell) >= _FIFTEEN_DIGITS:
            return f"{cell:.14E}"
        return str(int(cell)) if cell == int(cell) else repr(cell)
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return str(cell)


def _check(path: Path, name: str) -> None:
    with path.open("rb") as stream:
        old = stream.read(4) == b"\xd0\xcf\x11\xe0"
    if old:
        _check_old(path, name)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            _check_archive(archive, path.stat().st_size, name)
            for info in archive.infolist():
                if re.fullmatch(r"xl/worksheets/[^/]+\.xml", info.filename, re.IGNORECASE):
                    _check_sheet(archive, info, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise FileRefusedError(name, "workbook_broken") from error
    except RuntimeError as error:  # zipfile's word for an encrypted entry
        raise FileRefusedError(name, "workbook_password") from error


def _check_old(path: Path, name: str) -> None:
    if path.stat().st_size > MAX_OLD_BYTES:
        raise FileRefusedError(name, "workbook_too_large", limit=MAX_OLD_BYTES // 1_000_000)
    data = path.read_bytes()
    if _ENCRYPTED in data:
        raise FileRefusedError(name, "workbook_password")
    if not any(word.encode("utf-16-le") in data for word in ("Workbook", "Book")):
        raise FileRefusedError(name, "workbook_other_format")


def _check_archive(archive: zipfile.ZipFile, size: int, name: str) -> None:
    entries = archive.infolist()
    names = {info.filename.replace("\\", "/").casefold() for info in entries}
    if len(entries) > MAX_ENTRIES or len(names) < len(entries):
        raise FileRefusedError(name, "workbook_bomb")
    unpacked = sum(info.file_size for info in entries)
    # Entries that overlap add up to more than the file: the same bytes unpacked many times.
    if unpacked > MAX_UNPACKED or sum(info.compress_size for info in entries) > size:
        raise FileRefusedError(name, "workbook_bomb")
    for info in entries:
        if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise FileRefusedError(name, "workbook_bomb")
    if "xl/workbook.xml" not in names:
        raise FileRefusedError(name, "workbook_other_format")


def _check_sheet(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> None:
    """Measure the rectangle of used cells from their addresses, not from what is declared.

    A large sheet is scanned at its beginning only: its rows would be many, and count themselves.
    """
    with archive.open(info) as stream:
        data = stream.read(_SCAN_WHOLE)
    rows = {int(number) for number in _ROW.findall(data)}
    columns = set()
    for letters, number in _CELL.findall(data):
        columns.add(letters.upper())
        rows.add(int(number))
    widest = max(map(_column_number, columns), default=1)
    if widest * (max(rows, default=1)) > MAX_CELLS:
        raise FileRefusedError(name, "workbook_sparse")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
