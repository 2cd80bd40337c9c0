# SPDX-License-Identifier: MIT
"""Text as paper can show it: what no font has becomes a visible `‹U+1F338›`, and is counted.

PDF/A refuses control, private-use, unassigned and uncovered characters, and the typesetter then
stops the whole report. Old WeChat emoji are private-use, so a member's name could do that.
"""

import re
import struct
import unicodedata
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

import manimgx_fonts_cjk

_HIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs"}
_COMBINING = {"Mn", "Mc", "Me"}
_SPACES = str.maketrans({"\t": "    ", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\r": "\n"})
_SEPARATORS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})
_JOINERS = "\u200c\u200d"
# Selectors and joiners of emoji sequences have no look of their own.
_EMOJI_TAIL = re.compile("(?<=[\u2190-\u2bff\U0001f000-\U0001faff])[\u200d\ufe0e\ufe0f\u20e3]+")
_LONE_JOINER = re.compile(f"(?<![^\\W\\d_])[{_JOINERS}]|[{_JOINERS}](?![^\\W\\d_])")
# Runs without a place to break a line; Chinese, Japanese and Korean text breaks anywhere.
_LONG_RUN = re.compile("[^\\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]{25,}")
_BREAK_AFTER = re.compile("[-/?&=_.,;:|›]")
_BREAK = "\u200b"

Tree = dict[str, "Tree"] | list["Tree"] | str | int | float | bool | None
"""What goes to the typesetter as JSON."""


def report_font() -> Path:
    """Return the font file of all reports: Noto Sans CJK, a collection, installed with us."""
    folder = Path(manimgx_fonts_cjk.__file__).parent
    return next(path for path in sorted(folder.iterdir()) if path.suffix in {".ttc", ".otf"})


class Coverage:
    """The characters a font has, as ranges from its cmap table."""

    def __init__(self, path: Path) -> None:
        """Read the ranges of the first font of `path`; the fonts of a CJK collection share them.

        Raises ValueError for a file without a table of full Unicode ranges (format 12).
        """
        with path.open("rb") as file:
            table = _cmap_ranges(file)
        self._starts = table[0::3]
        self._ends = table[1::3]

    def __contains__(self, character: str) -> bool:
        """Say whether the font has a glyph for `character`."""
        code = ord(character)
        at = bisect_right(self._starts, code) - 1
        return at >= 0 and code <= self._ends[at]


@cache
def report_coverage() -> Coverage:
    """Return what the report font covers, read once."""
    return Coverage(report_font())


def _cmap_ranges(file: BinaryIO) -> "array[int]":
    start = 0
    if file.read(4) == b"ttcf":
        file.seek(12)
        (start,) = struct.unpack(">I", file.read(4))
    file.seek(start + 4)
    (tables,) = struct.unpack(">H", file.read(2))
    file.seek(start + 12)
    entries = [struct.unpack(">4sIII", file.read(16)) for _ in range(tables)]
    cmap = next((offset for tag, _sum, offset, _length in entries if tag == b"cmap"), None)
    if cmap is None:
        raise ValueError("the font has no cmap")
    file.seek(cmap + 2)
    (subtables,) = struct.unpack(">H", file.read(2))
    offsets = [struct.unpack(">HHI", file.read(8))[2] for _ in range(subtables)]
    for offset in offsets:
        file.seek(cmap + offset)
        (kind,) = struct.unpack(">H", file.read(2))
        if kind == 12:
            file.seek(cmap + offset + 12)
            (groups,) = struct.unpack(">I", file.read(4))
            return array("I", struct.unpack(f">{groups * 3}I", file.read(groups * 12)))
    raise ValueError("the font has no full Unicode cmap")


class Printable:
    """Makes a tree of texts printable and counts what it had to replace."""

    def __init__(
        self, shows: Callable[[Iterable[str]], set[str]], *, only_report_font: bool = False
    ) -> None:
        """Use `shows` to ask which characters the typesetter's own fonts have.

        With `only_report_font` nothing is asked and combining marks are replaced too: the way that
        cannot fail, for text whose letters and marks no font can put together.
        """
        self._shows = shows
        self._strict = only_report_font
        self._marks: dict[int, str] = {}
        self.replaced: Counter[str] = Counter()

    def tree(self, tree: dict[str, Tree]) -> dict[str, Tree]:
        """Return `tree` with each text printable. Keys and numbers stay as they are."""
        cleaned = {key: _mapped(value, _tidied) for key, value in tree.items()}
        characters: set[str] = set()
        for text in _texts(list(cleaned.values())):
            characters.update(text)
        self._marks = {ord(character): _mark(character) for character in self._unshown(characters)}
        return {key: _mapped(value, self._printable) for key, value in cleaned.items()}

    def _unshown(self, characters: set[str]) -> set[str]:
        coverage = report_coverage()
        bad = set()
        open_question = set()
        for character in characters - {"\n", *_JOINERS}:
            category = unicodedata.category(character)
            if category in _HIDDEN or (self._strict and category in _COMBINING):
                bad.add(character)
            elif character not in coverage:
                open_question.add(character)
        if self._strict:
            return bad | open_question | set(_JOINERS)
        return bad | (open_question - self._shows(open_question))

    def _printable(self, text: str) -> str:
        if not (text.isascii() and text.isprintable()):
            text = _LONE_JOINER.sub(self._count_joiner, text)
            marked = self._marks
            self.replaced.update(character for character in text if ord(character) in marked)
            text = text.translate(marked)
        return _LONG_RUN.sub(lambda run: _breakable(run[0]), text)

    def _count_joiner(self, match: re.Match[str]) -> str:
        self.replaced[match[0]] += 1
        return _mark(match[0])


def _mark(character: str) -> str:
    return f"‹U+{ord(character):04X}›"


def _tidied(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").translate(_SPACES).translate(_SEPARATORS)
    return _EMOJI_TAIL.sub("", text)


def _breakable(run: str) -> str:
    """Return `run` with places to break the line: after signs where it can, else by length."""
    parts: list[str] = []
    length = 0
    for character in run:
        if length >= 16 and unicodedata.category(character) not in _COMBINING:
            parts.append(_BREAK)
            length = 0
        parts.append(character)
        length += 1
        if length >= 8 and _BREAK_AFTER.match(character):
            parts.append(_BREAK)
            length = 0
    return "".join(parts)


def _mapped(tree: Tree, change: Callable[[str], str]) -> Tree:
    if isinstance(tree, str):
        return change(tree)
    if isinstance(tree, dict):
        return {key: _mapped(value, change) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_mapped(value, change) for value in tree]
    return tree


def _texts(tree: Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict | list):
        for value in tree.values() if isinstance(tree, dict) else tree:
            yield from _texts(value)
