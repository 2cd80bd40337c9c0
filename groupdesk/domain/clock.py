# SPDX-License-Identifier: MIT
"""Time as the program stores and reckons it. The domain is told the time, it never asks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo

Clock = Callable[[], datetime]
"""Returns the present moment, aware, in the machine's zone; tests hand in one that they move."""


class _MachineZone(tzinfo):
    """The zone that the machine is set to: each moment has the offset of its own season."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        return None if moment is None else _offset(moment.replace(tzinfo=None))

    def dst(self, _moment: datetime | None) -> timedelta | None:
        return None  # the system tells offsets only

    def tzname(self, moment: datetime | None) -> str | None:
        return None if moment is None else offset_text(moment)

    def fromutc(self, moment: datetime) -> datetime:
        utc = moment.replace(tzinfo=UTC)
        try:
            local = utc.astimezone()
        except _NO_SUCH_TIME:
            local = utc.astimezone(timezone(_offset_now()))
        found = local.replace(tzinfo=None)
        # of an hour that the clock shows twice it is the second, where the first is another moment
        again = _offset(found) != local.utcoffset()
        return found.replace(tzinfo=self, fold=int(again))


_NO_SUCH_TIME = (OSError, OverflowError, ValueError)
"""What systems raise for years that their calendars do not have."""
_MACHINE = _MachineZone()


def _offset(local: datetime) -> timedelta:
    try:
        return local.astimezone().utcoffset() or timedelta()
    except _NO_SUCH_TIME:
        return _offset_now()


def _offset_now() -> timedelta:
    return datetime.now(UTC).astimezone().utcoffset() or timedelta()


def system_clock() -> datetime:
    """Return now in the machine's zone."""
    return datetime.now(_MACHINE)


def zone_on_paper(printed_at: datetime) -> timezone:
    """Return the one offset in which a paper that names it writes all moments."""
    return timezone(printed_at.utcoffset() or timedelta())


def to_text(moment: datetime) -> str:
    """Return the moment as stored text: UTC, to the millisecond, sortable as text.

    Raises ValueError for a moment without a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


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
