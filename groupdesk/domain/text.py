# SPDX-License-Identifier: MIT
"""Hygiene for what people wrote: what can be stored, what is blank, what must be made visible."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate
from typing import Final

from groupdesk.domain.errors import ValidationError

MAX_REASON: Final = 10_000
"""The longest written reason, in characters."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_TRAILING = re.compile(r"[^\S\n]++$", re.MULTILINE)

# Letters by category, but drawn as nothing: favourites for names that look empty.
_EMPTY_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# Format characters by category that do have a shape: Arabic and Indic number and verse signs.
_DRAWN_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
_JOINERS = "\u200c\u200d"
# The flags of England, Scotland and Wales are a black one and hidden letters; nothing else may be.
_REGION_FLAG = re.compile(
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
_FLAG_LENGTH = 7


def clean_line(text: str) -> str:
    """Return `text` as one line: NFC, trimmed, each run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def reject_unstorable(field: str, text: str) -> None:
    """Raise ValidationError("text_unstorable") for a NUL or half a surrogate pair.

    Neither survives SQLite, UTF-8 and paper; every other character does.
    """
    if _UNSTORABLE.search(text):
        raise ValidationError(field, "text_unstorable")


def visible(text: str) -> str:
    """Return `text` with what hides or reorders characters shown, as ‹U+202E› for instance.

    Newline and tab stay, and so do joiners that a script or an emoji needs to be written.
    """
    if text.isprintable() and _EMPTY_LETTERS.isdisjoint(text):
        return text  # nearly all: what Python calls printable holds nothing else that hides
    return "".join(_shown(text, at) for at in range(len(text)))


def visible_places(
    text: str, places: Iterable[tuple[int, int]]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return `visible(text)`, and where in it the `places` of `text` are, from and to."""
    shown = visible(text)
    if shown == text:
        return text, tuple(places)
    starts = [0, *accumulate(len(_shown(text, at)) for at in range(len(text)))]
    return shown, tuple((starts[start], starts[end]) for start, end in places)


def is_blank(text: str) -> bool:
    """Say whether a reader would see nothing: white space and invisible characters only."""
    return all(
        char.isspace()
        or char in _EMPTY_LETTERS
        or (unicodedata.category(char) in {"Cc", "Cf"} and char not in _DRAWN_FORMATS)
        or "\ufe00" <= char <= "\ufe0f"
        for char in text
    )


def require_text(field: str, text: str, *, limit: int, code: str = "reason_missing") -> str:
    """Return what was written, cleaned: NFC, one kind of line end, no blanks around it.

    Lines and the spaces inside them stay. Raises ValidationError for `field`: "text_unstorable",
    `code` when there is nothing to read, or "text_too_long" with `limit` and `length`, both in
    characters.
    """
    reject_unstorable(field, text)
    cleaned = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    cleaned = _TRAILING.sub("", cleaned).strip()
    if is_blank(cleaned):
        raise ValidationError(field, code)
    if len(cleaned) > limit:
        raise ValidationError(field, "text_too_long", limit=limit, length=len(cleaned))
    return cleaned


def optional_text(field: str, text: str, *, limit: int = MAX_REASON) -> str:
    """Return what was written, trimmed; it may be empty, and is where nothing can be seen.

    Raises ValidationError for `field`: "text_unstorable", or "text_too_long" with `limit` and
    `length`.
    """
    reject_unstorable(field, text)
    cleaned = text.strip()
    if len(cleaned) > limit:
        raise ValidationError(field, "text_too_long", limit=limit, length=len(cleaned))
    return "" if is_blank(cleaned) else cleaned


def _shown(text: str, at: int) -> str:
    return f"‹U+{ord(text[at]):04X}›" if _hides(text, at) else text[at]


def _hides(text: str, at: int) -> bool:
    char = text[at]
    if char in "\n\t":
        return False
    if char in _EMPTY_LETTERS:
        return True
    category = unicodedata.category(char)
    if category in {"Cc", "Cs", "Zl", "Zp"}:
        return True
    if category != "Cf" or char in _DRAWN_FORMATS:
        return False
    if "\U000e0020" <= char <= "\U000e007f":
        return not _in_flag(text, at)
    return not (char in _JOINERS and _joins(text, at))


def _in_flag(text: str, at: int) -> bool:
    first = max(0, at - _FLAG_LENGTH + 1)
    found = _REGION_FLAG.finditer(text, first, at + _FLAG_LENGTH)
    return any(flag.start() < at < flag.end() for flag in found)


def _joins(text: str, at: int) -> bool:
    """Say whether the joiner at `at` stands where a script or an emoji sequence needs it."""
    if at == 0 or at + 1 >= len(text):
        return False
    before, after = text[at - 1], text[at + 1]
    # Hebrew to Sinhala, Myanmar, Khmer and Mongolian spell with joiners.
    if all("\u0590" <= c <= "\u0dff" or "\u1000" <= c <= "\u18af" for c in (before, after)):
        return True
    return (unicodedata.category(after) == "So" or after == "\u2194") and (
        unicodedata.category(before) in {"So", "Sk"} or before == "\ufe0f"
    )
