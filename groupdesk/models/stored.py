# SPDX-License-Identifier: MIT
"""What the columns hold, as rows become records: the one place that trusts nothing stored.

The triggers keep the program from writing nonsense, not another program. Whatever a column holds
that none of ours wrote raises StorageError("damaged"), which has words, and never a bug of ours.
"""

import json
import re
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from groupdesk.domain.clock import from_text
from groupdesk.domain.errors import StorageError
from groupdesk.domain.ladder import Ladder

_Listed = TypeVar("_Listed", bound=StrEnum)
_SHA256 = re.compile("[0-9a-f]{64}")
_MOST = 2**53
"""The largest whole number that every format keeps; no count of ours comes near."""


def one_of(kind: type[_Listed], value: object) -> _Listed:
    """Return the entry of a closed list."""
    try:
        return kind(str(value))
    except ValueError as error:
        raise _damaged() from error


def moment(text: object) -> datetime:
    """Return the UTC moment of a stored text."""
    try:
        found = from_text(str(text))
    except (ValueError, OverflowError) as error:
        raise _damaged() from error
    if not date.min.year < found.year < date.max.year:  # no zone may push it off the calendar
        raise _damaged()
    return found


def moment_text(text: object) -> str:
    """Return a stored moment as it is stored; the window reads it with `clock.from_text`."""
    moment(text)
    return str(text)


def known_moment(text: object) -> str:
    """Return a stored moment as it is stored, "" where none is known."""
    return moment_text(text) if text else ""


def day(text: object) -> date:
    """Return a local day, stored as 2026-11-30."""
    try:
        found = date.fromisoformat(str(text))
    except ValueError as error:
        raise _damaged() from error
    if found.isoformat() != text or not date.min.year < found.year < date.max.year:
        raise _damaged()
    return found


def known_day(text: object) -> str:
    """Return a local day as it is stored, "" where there is none."""
    return day(text).isoformat() if text else ""


def time_of_day(text: object) -> time:
    """Return a local time of day, stored as 15:00."""
    try:
        found = time.fromisoformat(str(text))
    except ValueError as error:
        raise _damaged() from error
    if f"{found:%H:%M}" != text:
        raise _damaged()
    return found


def number(value: object, least: int = 0, most: int = _MOST) -> int:
    """Return a whole number between these two."""
    if not isinstance(value, int) or not least <= value <= most:
        raise _damaged()
    return value


def count(text: object) -> int:
    """Return a whole number above zero that is stored as text."""
    digits = str(text)
    if not digits.isdecimal() or not digits.isascii() or len(digits) > 15:
        raise _damaged()
    return number(int(digits), 1)


def fingerprint(text: object) -> str:
    """Return a SHA-256 in hex, under which a file lies."""
    if not isinstance(text, str) or _SHA256.fullmatch(text) is None:
        raise _damaged()
    return text


def fields(stored: object) -> dict[str, Any]:
    """Return values by name, those of a draft for instance."""
    found = content(stored)
    if not isinstance(found, dict):
        raise _damaged()
    return found


def texts(stored: object) -> dict[str, str]:
    """Return texts by key, a rule's titles by language for instance."""
    found = fields(stored)
    if not all(isinstance(text, str) for text in found.values()):
        raise _damaged()
    return found


def names(stored: object) -> tuple[str, ...]:
    """Return a list of texts, a person's tags for instance."""
    found = content(stored)
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise _damaged()
    return tuple(found)


def rows(stored: object, *widths: int) -> list[list[object]]:
    """Return a list of lists, each of this width, or of one of these."""
    found = content(stored)
    if not isinstance(found, list):
        raise _damaged()
    if not all(isinstance(row, list) and len(row) in widths for row in found):
        raise _damaged()
    return found


def ladder(stored: object) -> Ladder:
    """Return a group's ladder; groups with the same text share one, which never changes."""
    return _ladder(str(stored))


@lru_cache(maxsize=256)
def _ladder(text: str) -> Ladder:
    try:
        return Ladder.from_json(text)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _damaged() from error


def content(stored: object) -> object:
    """Return what a column of JSON holds."""
    try:
        found: object = json.loads(str(stored))
    except (ValueError, RecursionError) as error:
        raise _damaged() from error
    return found


def _damaged() -> StorageError:
    return StorageError("damaged")
