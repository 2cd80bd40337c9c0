# SPDX-License-Identifier: MIT
"""Where raw rows come from: delimited text, or a sheet of a workbook. Child side only."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from itertools import compress, islice
from typing import Protocol, TextIO

from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.import_records import Rejected
from groupdesk.services.imports.detect import MAX_LINE, MAX_ROWS

BATCH = 1_000
_MOST_LINES = 50
"""A row over more lines than this is a quotation mark that was never closed."""

Rows = Sequence[Sequence[str]]
Batch = tuple[Sequence[int], Rows]


class Source(Protocol):
    """Raw rows with their line numbers; may be read several times."""

    @property
    def rejected(self) -> list[Rejected]:
        """Rows left out so far, with their reasons."""
        ...

    def batches(self) -> Iterator[Batch]:
        """Yield (lines, rows) from the first row on, a thousand at a time."""
        ...


class TextSource:
    """Delimited text; `open_text` gives a fresh stream opened with newline=""."""

    def __init__(self, open_text: Callable[[], TextIO], delimiter: str, name: str) -> None:
        self._open = open_text
        self.most_lines = _MOST_LINES
        # A table of one column has no delimiter; this one occurs in no text.
        self._delimiter = delimiter or "\x1f"
        self._name = name
        self.rejected: list[Rejected] = []

    def batches(self) -> Iterator[Batch]:
        """Yield (lines, rows). Raises FileRefusedError: line_too_long, too_many_rows."""
        self.rejected = []
        csv.field_size_limit(MAX_LINE)
        with self._open() as stream:
            reader = csv.reader(stream, delimiter=self._delimiter)
            before = total = 0
            while True:
                try:
                    rows = list(islice(reader, BATCH))
                except csv.Error as error:
                    raise FileRefusedError(self._name, "line_too_long") from error
                if not rows:
                    return
                total += len(rows)
                if total > MAX_ROWS:
                    raise FileRefusedError(self._name, "too_many_rows", limit=f"{MAX_ROWS:,}")
                after = reader.line_num
                lines: Sequence[int] = range(before + 1, after + 1)
                if len(lines) != len(rows):
                    lines, rows = self._several_lines(before + 1, after, rows)
                before = after
                yield lines, rows

    def _several_lines(
        self, first: int, last: int, rows: list[list[str]]
    ) -> tuple[list[int], list[list[str]]]:
        """Tell where rows with line ends in them begin; report quotes that swallow rows."""
        lines: list[int] = []
        kept: list[list[str]] = []
        line = first
        for row in rows:
            span = 1 + sum(map(_line_ends, row))
            ends = line + span - 1
            if span > self.most_lines or (span > 1 and ends >= last and self._left_open(line)):
                told = {"last_line": str(ends)}
                self.rejected.append(Rejected(line, "quote_unclosed", told, "".join(row)[:120]))
            else:
                lines.append(line)
                kept.append(row)
            line += span
        return lines, kept

    def _left_open(self, line: int) -> bool:
        """Say whether the record that begins at `line` runs to the file's end unclosed."""
        with self._open() as stream:
            rest = csv.reader(
                islice(stream, line - 1, None), delimiter=self._delimiter, strict=True
            )
            try:
                next(rest, None)
            except csv.Error as error:
                return "end of data" in str(error)
        return False


def _line_ends(cell: str) -> int:
    return cell.count("\n") + cell.count("\r") - cell.count("\r\n")


class SheetSource:
    """A sheet of a workbook; `rows` gives its rows as text, `BATCH` at a time."""

    def __init__(self, rows: Callable[[], Iterator[list[Sequence[str]]]]) -> None:
        self._rows = rows
        self.rejected: list[Rejected] = []

    def batches(self) -> Iterator[Batch]:
        """Yield (lines, rows); a line is the row's number as the spreadsheet shows it."""
        line = 1
        for batch in self._rows():
            yield range(line, line + len(batch)), batch
            line += len(batch)


class RowsSource:
    """Rows that are at hand already, with their lines."""

    def __init__(self, lines: Sequence[int], rows: Rows) -> None:
        self._lines = lines
        self._rows = rows
        self.rejected: list[Rejected] = []

    def batches(self) -> Iterator[Batch]:
        """Yield (lines, rows)."""
        for start in range(0, len(self._rows), BATCH):
            yield self._lines[start : start + BATCH], self._rows[start : start + BATCH]


class MaskedSource:
    """Another source, with the cells of some columns emptied behind their headings."""

    def __init__(self, source: Source, columns: dict[int, int], width: int) -> None:
        """Empty each column of `columns` behind the row that stands beside it.

        In a row that is not `width` cells wide nobody knows where they are: it keeps nothing
        behind the first of them.
        """
        self._source = source
        self._columns = columns
        self._width = width

    @property
    def rejected(self) -> list[Rejected]:
        """What the other source rejects, without its text: it may hold what is emptied here."""
        return [Rejected(one.line, one.code, one.values) for one in self._source.rejected]

    def batches(self) -> Iterator[Batch]:
        """Yield (lines, rows)."""
        start = 0
        for lines, rows in self._source.batches():
            yield lines, [self._masked(at, row) for at, row in enumerate(rows, start)]
            start += len(rows)

    def _masked(self, index: int, row: Sequence[str]) -> Sequence[str]:
        if index <= min(self._columns.values()):
            return row
        if len(row) != self._width:
            first = min(self._columns)
            return [*row[:first], *(["…"] * (len(row) - first))]
        return ["" if at in self._columns else cell for at, cell in enumerate(row)]


class OneGroup:
    """The rows of another source that are of one group; whoever names none belongs to it, too."""

    def __init__(self, source: Source, place: int, width: int, name: str, skip: int) -> None:
        """Keep the rows with `name` at `place`, the first `skip` ones, and those to be reported."""
        self._source = source
        self._place = place
        self._width = width
        self._kept = frozenset({"", name})
        self._skip = skip

    @property
    def rejected(self) -> list[Rejected]:
        """What the other source rejects, whichever group it is of."""
        return self._source.rejected

    def batches(self) -> Iterator[Batch]:
        """Yield (lines, rows)."""
        start = 0
        for lines, rows in self._source.batches():
            keep = [
                at < self._skip or len(row) != self._width or row[self._place].strip() in self._kept
                for at, row in enumerate(rows, start)
            ]
            start += len(rows)
            yield list(compress(lines, keep)), list(compress(rows, keep))


def text_opener(path: str, encoding: str, bom: int) -> Callable[[], TextIO]:
    """Return what opens the file as text behind its byte order mark."""

    def open_text() -> TextIO:
        stream = open(path, "rb")  # noqa: SIM115, PTH123 — the text stream owns and closes it
        stream.seek(bom)
        return io.TextIOWrapper(stream, encoding=encoding, newline="")

    return open_text
