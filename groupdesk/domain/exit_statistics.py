# SPDX-License-Identifier: MIT
"""Why people leave, when, and how long they stayed: counted, and made safe to hand out.

Each stay that ended by somebody's own leaving is one exit; who came back and left again left
twice, and is one person. Nothing here reads a clock.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median, quantiles
from typing import Final, NamedTuple, TypeVar

from groupdesk.domain.leaving_enums import ExitReason

LEAST: Final = 3
"""Of fewer persons than this a handout tells nothing by itself."""
_QUARTERS: Final = 4
_Key = TypeVar("_Key", bound=Hashable)


class ExitWhy(StrEnum):
    """Why somebody left: what they said, or else how the departure is known."""

    JOB_CHANGED = ExitReason.JOB_CHANGED.value
    NO_LONGER_NEEDED = ExitReason.NO_LONGER_NEEDED.value
    BETTER_CHANNEL = ExitReason.BETTER_CHANNEL.value
    TOO_BUSY = ExitReason.TOO_BUSY.value
    OTHER = ExitReason.OTHER.value
    NOT_SAID = ExitReason.NOT_SAID.value
    OWN_WISH = "own_wish"
    """Without a request; somebody recorded that it was their own wish."""
    UNKNOWN = "unknown"
    """Without a request; nobody knows why they are no longer there."""

    @property
    def word(self) -> str:
        """The key of its words: what a request says is called the same everywhere."""
        asked = self not in {ExitWhy.OWN_WISH, ExitWhy.UNKNOWN}
        return f"{'exit_reason' if asked else 'exit_why'}.{self.value}"


class StayRange(StrEnum):
    """How long a stay was."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    TWO_YEARS = "two_years"
    LONGER = "longer"


_UP_TO: Final = (
    (30, StayRange.MONTH),
    (91, StayRange.QUARTER),
    (365, StayRange.YEAR),
    (730, StayRange.TWO_YEARS),
)


class Exit(NamedTuple):
    """One stay that ended by leaving. Days are local; `joined` is None where nobody knows it."""

    person_id: int
    group_id: int
    left: date
    joined: date | None
    why: ExitWhy

    @property
    def days(self) -> int | None:
        """How long they stayed, None where it is not known or cannot be."""
        if self.joined is None or self.joined > self.left:
            return None
        return (self.left - self.joined).days


class Count(NamedTuple):
    """How many exits, and of how many persons."""

    exits: int = 0
    persons: int = 0


@dataclass(frozen=True, slots=True)
class StayFigures:
    """How long stays were, in days: of `known` of them; `unknown` are left out.

    The middle half lies between `low` and `high`: None of fewer than four stays, which have none.
    All are None where nothing is known.
    """

    known: int
    unknown: int
    median: float | None
    low: float | None
    high: float | None
    ranges: Mapping[StayRange, Count]


@dataclass(frozen=True, slots=True)
class GroupExits:
    """The exits of one group; `median` is of the known stays, None where none is known."""

    group_id: int
    count: Count
    whys: Mapping[ExitWhy, Count]
    median: float | None
    unknown: int


@dataclass(frozen=True, slots=True)
class ExitStatistics:
    """All exits from `first` to `last`, both days included.

    `months` are first days of months, without gaps. `day_unknown` exits are not among them: they
    left, nobody knows when.
    """

    first: date
    last: date
    total: Count
    whys: Mapping[ExitWhy, Count]
    months: Mapping[date, Count]
    stays: StayFigures
    groups: tuple[GroupExits, ...]
    day_unknown: int = 0


def statistics_of(
    exits: Iterable[Exit], first: date, last: date, *, day_unknown: int = 0
) -> ExitStatistics:
    """Count what ended from `first` to `last`; the groups with most exits come first."""
    found = [one for one in exits if first <= one.left <= last]
    groups: dict[int, list[Exit]] = {}
    for one in found:
        groups.setdefault(one.group_id, []).append(one)
    whys, months = _counts(found, lambda one: one.why), _counts(found, _month)
    return ExitStatistics(
        first=first,
        last=last,
        total=_count(found),
        whys={why: whys.get(why, Count()) for why in ExitWhy if why in whys},
        months={month: months.get(month, Count()) for month in _months(first, last)},
        stays=stays_of(found),
        groups=tuple(
            sorted(
                (_group(ident, own) for ident, own in groups.items()),
                key=lambda one: (-one.count.exits, one.group_id),
            )
        ),
        day_unknown=day_unknown,
    )


def stays_of(exits: Sequence[Exit]) -> StayFigures:
    """Return how long the stays were, those of unknown length counted and left out."""
    days = sorted(one.days for one in exits if one.days is not None)
    ranges = _counts((one for one in exits if one.days is not None), _range)
    low = high = None
    if len(days) >= _QUARTERS:
        low, _middle, high = quantiles(days, n=_QUARTERS, method="inclusive")
    return StayFigures(
        known=len(days),
        unknown=len(exits) - len(days),
        median=float(median(days)) if days else None,
        low=low,
        high=high,
        ranges={one: ranges.get(one, Count()) for one in StayRange},
    )


def whole(days: float) -> int:
    """Return days as one says them, half a day more as the next one."""
    return int(days + 0.5)


def sheltered(counts: Mapping[_Key, Count]) -> tuple[dict[_Key, Count], tuple[_Key, ...]]:
    """Return counts that may be told one by one, and the keys to be told together.

    What has fewer than LEAST persons goes together; where those together, or a single one of
    them, could still be worked out from the total, the next smallest goes with them.
    """
    filled = {key: count for key, count in counts.items() if count.exits}
    order = sorted(filled, key=lambda key: (filled[key].persons, filled[key].exits))
    hidden = [key for key in order if filled[key].persons < LEAST]
    rest = [key for key in order if key not in hidden]
    while (
        hidden and rest and (len(hidden) == 1 or sum(filled[key].persons for key in hidden) < LEAST)
    ):
        hidden.append(rest.pop(0))
    told = {key: count for key, count in counts.items() if key not in hidden}
    return told, tuple(key for key in counts if key in hidden)


def _group(ident: int, exits: list[Exit]) -> GroupExits:
    stays = stays_of(exits)
    whys = _counts(exits, lambda one: one.why)
    return GroupExits(
        ident,
        _count(exits),
        {why: whys[why] for why in ExitWhy if why in whys},
        stays.median,
        stays.unknown,
    )


def _count(exits: Sequence[Exit]) -> Count:
    return Count(len(exits), len({one.person_id for one in exits}))


def _counts(exits: Iterable[Exit], key: Callable[[Exit], _Key]) -> dict[_Key, Count]:
    found: dict[_Key, list[Exit]] = {}
    for one in exits:
        found.setdefault(key(one), []).append(one)
    return {name: _count(own) for name, own in found.items()}


def _month(one: Exit) -> date:
    return one.left.replace(day=1)


def _months(first: date, last: date) -> list[date]:
    found = [first.replace(day=1)]
    while found[-1] < last.replace(day=1):
        month = found[-1]
        found.append(
            date(month.year + 1, 1, 1)
            if month.month == 12  # December
            else month.replace(month=month.month + 1)
        )
    return found


def _range(one: Exit) -> StayRange:
    days = one.days or 0
    return next((name for most, name in _UP_TO if days <= most), StayRange.LONGER)
