# SPDX-License-Identifier: MIT
"""Reads the dates that member lists carry: epochs, ISO 8601, local dates in either order."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum

from groupdesk.domain.import_records import DateOrder

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years outside are misread numbers, not dates of a chat group."""

_LAST_EPOCH = "4102444800"  # the first second of 2100; ten digits compare as text
_NEVER = frozenset(
    {"", "0", "-", "--", "—", "never", "none", "null", "n/a", "na", "nan", "无", "从未"}
)
# Seconds, milliseconds, or a spreadsheet's days since 1899: a date that has lost its format.
_NUMBER = re.compile(r"(\d{9,10}|\d{12,13}|(?:3[3-9]|[4-6]\d|7[0-2])\d{3})(?:\.\d+)?")
_SERIAL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 — local
_CLOCK = (
    r"(?:[T\s,]+(上午|下午|中午)?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?"
    r"\s*([AaPp]\.?[Mm]\.?)?)?"
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?" + _CLOCK)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})" + _CLOCK)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_DAY_MONTH = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]([A-Za-z]{3,9})\.?[\s,-]+(\d{4})" + _CLOCK
)
_MONTH_DAY = re.compile(
    r"(?:[A-Za-z]{3,9},\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + _CLOCK
)


class Unread(StrEnum):
    """Why a value gives no time."""

    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"


class DateReader:
    """Reads values of one list; remembers what it read, since lists repeat their dates."""

    def __init__(self, order: DateOrder | None, offset_minutes: int | None) -> None:
        """`order` for 03/04/2025; `offset_minutes` of local times, None for this machine's zone."""
        self._order = order
        self._zone: tzinfo | None = (
            None if offset_minutes is None else timezone(timedelta(minutes=offset_minutes))
        )
        self._known: dict[str, str | Unread | None] = {}

    def read(self, value: str) -> str | Unread | None:
        """Return stored UTC text, None for a value that says "none", or why it is not read."""
        if value.isdecimal() and len(value) == 10 and "0" < value < _LAST_EPOCH:
            # The usual form, and nearly always a new value: no detour.
            return _stored(datetime.fromtimestamp(int(value), UTC))
        try:
            return self._known[value]
        except KeyError:
            if len(self._known) > 50_000:
                self._known.clear()
            result = self._known[value] = self._read(value.strip())
            return result

    def _read(self, value: str) -> str | Unread | None:
        if value.casefold() in _NEVER:
            return None
        if self._order is None and _is_open(value):
            return Unread.AMBIGUOUS
        try:
            moment = self._moment(value)
            if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
                return Unread.UNREADABLE
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=self._zone) if self._zone else moment.astimezone()
            return _stored(moment.astimezone(UTC))
        except (ValueError, OverflowError, OSError):
            return Unread.UNREADABLE

    def _moment(self, value: str) -> datetime | None:
        if match := _NUMBER.fullmatch(value):
            return _counted(value, len(match[1]))
        if match := _YEAR_FIRST.fullmatch(value):
            return _built(match[1], match[2], match[3], match.groups()[3:])
        if match := _YEAR_LAST.fullmatch(value):
            day, month = match[1], match[3]
            order = _own_order(value) or self._order
            if order is DateOrder.MONTH_FIRST:
                day, month = month, day
            return _built(match[4], month, day, match.groups()[4:])
        if match := _DAY_MONTH.fullmatch(value):
            return _built(match[3], _month(match[2]), match[1], match.groups()[3:])
        if match := _MONTH_DAY.fullmatch(value):
            return _built(match[3], _month(match[1]), match[2], match.groups()[3:])
        if value.endswith((" UTC", " GMT")):
            value = value[:-4] + "+00:00"
        return datetime.fromisoformat(value) if value[:4].isdigit() else None


def _counted(value: str, digits: int) -> datetime:
    if digits == 5:
        return _SERIAL_ZERO + timedelta(seconds=round(float(value) * 86400))
    return datetime.fromtimestamp(float(value) / (1 if digits <= 10 else 1000), UTC)


def _stored(moment: datetime) -> str:
    """Return a UTC moment as domain/clock's `to_text` does, at a third of its price."""
    return moment.isoformat(timespec="milliseconds")[:23] + "Z"


def _month(word: str) -> str:
    return str(_MONTHS.get(word[:3].casefold(), 0))


def _built(year: str, month: str, day: str, clock: tuple[str | None, ...]) -> datetime:
    part, hour_text, minute, second, suffix = clock
    hour = int(hour_text or 0)
    half = (suffix or "").casefold().replace(".", "")
    if (
        (half == "pm" or part in {"下午", "中午"})
        and hour < 12
        and not (part == "中午" and hour == 11)
    ):
        hour += 12
    elif (half == "am" or part == "上午") and hour == 12:
        hour = 0
    return datetime(int(year), int(month), int(day), hour, int(minute or 0), int(second or 0))  # noqa: DTZ001 — local, the zone is added by the caller


def _own_order(value: str) -> DateOrder | None:
    """Return the order that a date tells by itself: 25/7 has its day first, dots always do."""
    match = _YEAR_LAST.fullmatch(value)
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    if match[2] == "." or (first > 12 >= second):
        return DateOrder.DAY_FIRST
    if second > 12 >= first:
        return DateOrder.MONTH_FIRST
    return None


def _is_open(value: str) -> bool:
    """Say whether day and month of a date could be swapped."""
    match = _YEAR_LAST.fullmatch(value)
    return match is not None and match[2] != "." and max(int(match[1]), int(match[3])) <= 12


def order_told(values: Iterable[str]) -> tuple[DateOrder | None, str]:
    """Return the order that the values agree on, and one that needs telling ("" if none does).

    A single 7/25/2002 tells for the whole list. Where values contradict each other nothing is
    told: then each is read only if it tells by itself.
    """
    told: set[DateOrder] = set()
    open_value = ""
    for value in values:
        text = value.strip()
        if _is_open(text):
            open_value = open_value or text
        elif (own := _own_order(text)) is not None and "." not in text.split()[0]:
            told.add(own)
    return (told.pop() if len(told) == 1 else None), open_value
