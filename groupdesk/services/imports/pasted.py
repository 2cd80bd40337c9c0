# SPDX-License-Identifier: MIT
"""Pasted members: one name per line, or a table: from a spreadsheet, CSV, or drawn with |."""

import csv
import io
import re
from collections.abc import Sequence

from groupdesk.services.imports.fields import known_words
from groupdesk.services.imports.sources import RowsSource, Source, TextSource

_LOOKED_AT = 50
_LINE_END = re.compile(r"\r\n|\r|\n")
_RULE = re.compile(r"[\s|+:=\-─━┼│]*[-=─━]{2,}[\s|+:=\-─━┼│]*")
_BAR = re.compile(r"(?<!\\)\|")
# What no name looks like: an address, or a number of some length.
_TELLING = re.compile(r"\S+@\S+\.\S+|\+?\d[\d -]{4,20}")

_NUMBERED = re.compile(r"(\d{1,6})\s*[.、)）:：]\s*(.*)")
_BULLET = re.compile(r"[-*•·‣]\s+(.*)")


def as_table(text: str, name: str) -> tuple[Source, str] | None:
    """Return the rows of a pasted table and its delimiter, None for names one on each line.

    Cells copied from a spreadsheet are parted by tabs, and no name holds one: a single line with
    a tab makes a table. That of a text has | with a line of dashes. Commas part cells only below
    known headings or beside addresses and numbers, since a name may hold one ("Lovelace, Ada").
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if any("\t" in line.strip() for line in lines):
        return _tabbed(text, lines, name), "\t"
    body = [line for line in lines if not _RULE.fullmatch(line)]
    if len(lines) > 1 and body and all("|" in line for line in body):
        framed = all(line.strip().startswith("|") for line in body)
        if framed or len(body) < len(lines):
            return RowsSource(*_framed_rows(text)), "|"
    for delimiter in (",", ";", "|"):
        if _is_delimited(lines[:_LOOKED_AT], delimiter):
            return TextSource(lambda: io.StringIO(text, newline=""), delimiter, name), delimiter
    return None


def _tabbed(text: str, lines: Sequence[str], name: str) -> Source:
    """Return the rows of cells parted by tabs; what somebody typed may end where its cells do."""
    even = len({line.count("\t") for line in lines}) == 1
    quoted = any(line.startswith('"') or '\t"' in line for line in lines)  # as spreadsheets do
    if even or quoted:
        return TextSource(lambda: io.StringIO(text, newline=""), "\t", name)
    numbers: list[int] = []
    rows: list[list[str]] = []
    for number, raw in enumerate(_LINE_END.split(text), 1):
        if raw.strip():
            numbers.append(number)
            rows.append([cell.strip() for cell in raw.split("\t")])
    width = max(map(len, rows))
    firsts = _unmarked([row[0] for row in rows])
    return RowsSource(
        numbers,
        [
            [first, *row[1:], *[""] * (width - len(row))]
            for first, row in zip(firsts, rows, strict=True)
        ],
    )


def _framed_rows(text: str) -> tuple[list[int], list[list[str]]]:
    """Return the rows of a table drawn with |, without its lines of dashes."""
    lines: list[int] = []
    rows: list[list[str]] = []
    for number, raw in enumerate(_LINE_END.split(text), 1):
        line = raw.strip()
        if not line or _RULE.fullmatch(line):
            continue
        inner = line.removeprefix("|")
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        lines.append(number)
        rows.append([cell.strip().replace("\\|", "|") for cell in _BAR.split(inner)])
    return lines, rows


def _is_delimited(lines: Sequence[str], delimiter: str) -> bool:
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return False
    if not rows or len(rows[0]) < 2:
        return False
    if known_words(rows[0]) >= 2:
        return True
    if len(rows) < 2 or any(len(row) != len(rows[0]) for row in rows):
        return False
    columns = zip(*rows[1:], strict=True)
    return any(all(_TELLING.fullmatch(cell.strip()) for cell in column) for column in columns)


def names(text: str) -> tuple[list[int], list[list[str]]]:
    """Return line numbers and rows of one cell; blank lines are left out.

    Numbers or bullets in front are dropped only if every line has them: "1. FC Köln" alone stays.
    """
    lines: list[int] = []
    found: list[str] = []
    for line, raw in enumerate(_LINE_END.split(text), 1):
        if raw.strip():
            lines.append(line)
            found.append(raw.strip())
    return lines, [[name] for name in _unmarked(found)]


def _unmarked(found: Sequence[str]) -> Sequence[str]:
    numbered = [_NUMBERED.fullmatch(name) for name in found]
    if len(found) > 1 and all(numbered):
        matches = [match for match in numbered if match]
        if [int(match[1]) for match in matches] == list(range(1, len(matches) + 1)):
            return [match[2] for match in matches]
    bulleted = [_BULLET.fullmatch(name) for name in found]
    if len(found) > 1 and all(bulleted):
        return [match[1] for match in bulleted if match]
    return found
