# SPDX-License-Identifier: MIT
"""Text in cells of files for spreadsheets: harmless there, and exactly itself when read back.

An apostrophe in front keeps a spreadsheet from taking a text for a formula or a number: it shows
it, and a file that it saved again still has it. What begins with one gets another. Characters
that reorder or hide text stand as ‹U+202E›.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_HIDDEN = "\x01-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff"
_TO_SHOW = re.compile(f"[{_HIDDEN}]|‹(?=U\\+)")
_SHOWN = re.compile("‹U\\+([0-9A-F]{4})›")
# Formulas, full-width signs too: some programs take them for the plain ones.
_FORMULA = "['=+\\-@\t＝＋－＠]|[\\s\u200b-\u200d\u2060\ufeff]+[=+\\-@＝＋－＠]"
_NUMBER = "[0-9][0-9.,:/ eE+\\-]*$|(?i:true|false)$"
_RISKY = re.compile(f"(?:{_FORMULA}|{_NUMBER})")
_UNUSUAL_STARTS = frozenset("'=+-@\t＝＋－＠0123456789tTfF \n\u200b\u200c\u200d\u2060\ufeff")
_DAMAGED = re.compile(r"'|-?\d(?:[.,]\d+)?[eE]\+\d{2,3}$|\d{16,}\.0+$")
_FORMULA_START = re.compile(_FORMULA)


def shown(text: str) -> str:
    """Return `text` with what hides or reorders made visible; `plain` takes it back."""
    return _TO_SHOW.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text)


def csv_cell(text: str) -> str:
    """Return what stands in a CSV file for `text`."""
    made = shown(text)
    return f"'{made}" if _RISKY.match(made) else made


def csv_cells(column: Iterable[str]) -> Iterable[str]:
    """Return `csv_cell` of each text; quick for a column in which nothing is unusual."""
    texts = list(column)
    return texts if all_usual(texts) else list(map(csv_cell, texts))


def all_usual(texts: Sequence[str]) -> bool:
    """Say whether every text may stand in any file as it is; a quick look at thousands."""
    together = "".join(texts)
    starts = {text[:1] for text in texts}
    return together.isprintable() and "‹" not in together and starts.isdisjoint(_UNUSUAL_STARTS)


def sheet_cell(text: str) -> str:
    """Return what stands in a workbook's text cell for `text`: there nothing is calculated.

    Only what looks like the mark itself, or like a number that a spreadsheet has spoiled, gets it.
    """
    made = shown(text)
    return f"'{made}" if _DAMAGED.match(made) else made


def looks_like_formula(text: str) -> bool:
    """Say whether a spreadsheet would calculate `text` if somebody typed it."""
    return _FORMULA_START.match(text) is not None


def plain(cell: str) -> str:
    """Return the text for which `csv_cell` or `sheet_cell` gave this cell."""
    text = cell.removeprefix("'")
    if "‹" not in text:
        return text
    return _SHOWN.sub(lambda found: chr(int(found[1], 16)), text)


def join_tags(tags: Iterable[str]) -> str:
    """Return tags in one cell, with commas between; a tag that has one is quoted."""
    return ", ".join(_quoted(tag) for tag in tags)


def split_tags(cell: str) -> list[str]:
    """Return the tags of a cell; what `join_tags` did not write is cut at its commas."""
    if not cell:
        return []
    stream = io.StringIO(cell, newline="")
    return next(csv.reader(stream, skipinitialspace=True), [])


def _quoted(tag: str) -> str:
    if tag and tag == tag.strip() and not set(tag) & set(',"\r\n'):
        return tag
    doubled = tag.replace('"', '""')
    return f'"{doubled}"'
