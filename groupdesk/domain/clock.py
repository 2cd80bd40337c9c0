# SPDX-License-Identifier: MIT
"""Time as the program stores and reckons it. The domain is told the time, it never asks."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

Clock = Callable[[], datetime]
"""Returns the present moment, aware, in the local zone; tests hand in a fixed one."""


def system_clock() -> datetime:
    """Return now with the machine's offset."""
    return datetime.now(UTC).astimezone()


def to_text(moment: datetime) -> str:
    """Return the moment as stored text: UTC, to the millisecond, sortable as text.

    Raises ValueError for a moment without a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + (
        f"{moment.microsecond // 1000:03d}Z"
    )


def from_text(text: str) -> datetime:
    """Return the aware UTC moment of a stored text. Raises ValueError for anything else.

    Only the spelling of `to_text` is taken: stored moments are compared as text.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or to_text(moment) != text:
        raise ValueError("not a stored moment")
    return moment.astimezone(UTC)


def offset_text(moment: datetime) -> str:
    """Return the moment's offset from UTC, "+08:00" for instance."""
    offset = moment.utcoffset() or timedelta()
    sign = "-" if offset < timedelta() else "+"
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{sign}{minutes // 60:02d}:{minutes % 60:02d}"


def end_of_day(day: date, zone_of: datetime) -> datetime:
    """Return the last second of `day` in the zone of `zone_of`."""
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=zone_of.tzinfo)
