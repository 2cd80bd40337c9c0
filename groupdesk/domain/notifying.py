# SPDX-License-Identifier: MIT
"""When the desktop tells of what is due: once for each thing and day, never in quiet hours.

What is held back is told together once the quiet hours are over. What a person had in front of
them needs no telling.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Final

from groupdesk.domain.due import NOW, Section, TodoRecord, section_of

_SATURDAY: Final = 5
_KEPT_DAYS: Final = 3
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class NoticeRules:
    """What a person chose."""

    only_late: bool = False
    quiet_from: time = time(18)
    quiet_to: time = time(8)
    """The same as `quiet_from`: no hour is quiet."""
    quiet_weekends: bool = True

    def is_quiet(self, now: datetime) -> bool:
        """Say whether nothing is told at a local moment; the quiet hours may pass midnight.

        A weekend is over with its Sunday: the hours after midnight belong to the day they are in.
        """
        if self.quiet_weekends and now.weekday() >= _SATURDAY:
            return True
        at, begin, end = now.time(), self.quiet_from, self.quiet_to
        if begin <= end:
            return begin <= at < end
        return at >= begin or at < end


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is told at once."""

    things: int
    late: int
    items: tuple[TodoRecord, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What was told, or seen, on the last days; a clock that is set back finds it again."""

    days: dict[date, frozenset[Key]] = field(default_factory=dict)

    def on(self, day: date) -> frozenset[Key]:
        """Return what was told on a day."""
        return self.days.get(day, frozenset())

    def add(self, day: date, keys: Iterable[Key]) -> "Told":
        """Return the same with more told on a day; the days furthest from it are forgotten."""
        days = self.days | {day: self.on(day) | frozenset(keys)}
        near = sorted(days, key=lambda one: abs((one - day).days))[:_KEPT_DAYS]
        return Told({one: days[one] for one in near})


def look(
    lines: Iterable[TodoRecord],
    operator_id: int,
    told: Told,
    now: datetime,
    rules: NoticeRules,
    *,
    seen: bool,
) -> tuple[Bundle | None, Told]:
    """Return what is to be told at a local moment, if anything, and what was told by then.

    `seen` says that the window is in front: then nothing is told, and what is due by now needs no
    telling that day.
    """
    today = now.date()
    wanted = {Section.LATE} if rules.only_late else NOW
    before = told.on(today)
    fresh = [
        (line, section)
        for line in lines
        if (section := section_of(line, today, operator_id)) in wanted
        and not before.issuperset(_keys(line))
    ]
    if not fresh or (not seen and rules.is_quiet(now)):
        return None, told
    after = told.add(today, (key for line, _ in fresh for key in _keys(line)))
    if seen:
        return None, after
    late = sum(section is Section.LATE for _, section in fresh)
    return Bundle(len(fresh), late, tuple(line for line, _ in fresh)), after


def _keys(line: TodoRecord) -> list[Key]:
    return [(one.kind, one.id) for one in (line, *line.others)]


def time_of(text: str, usual: time) -> time:
    """Return a time of day as settings write it, "18:00"; the usual one for anything else."""
    try:
        found = time.fromisoformat(text)
    except ValueError:
        return usual
    return usual if found.tzinfo is not None else found.replace(second=0, microsecond=0)
