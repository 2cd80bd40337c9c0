# SPDX-License-Identifier: MIT
"""Dates as a report writes them: absolute, in its language, all in one zone."""

from datetime import date, datetime, timedelta

from groupdesk.domain.clock import offset_text, zone_on_paper
from groupdesk.words import Words, length_in_words

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class PaperDates:
    """Writes days and moments for one report."""

    def __init__(self, words: Words, printed_at: datetime) -> None:
        """Take language from `words` and the zone of all moments from `printed_at`, aware."""
        self._words = words
        self._chinese = words.language == "zh"
        self._zone = zone_on_paper(printed_at)
        self.printed_on = self.local(printed_at).date()
        self.zone = f"UTC{offset_text(printed_at)}"

    def local(self, moment: datetime) -> datetime:
        """Return the moment in the report's zone."""
        return moment.astimezone(self._zone)

    def day(self, when: date) -> str:
        """Return "21 November 2026", or "2026年11月21日"; of a moment, the day in the zone."""
        day = self._day_of(when)
        if self._chinese:
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def short_day(self, when: date) -> str:
        """Return "21 Nov 2026", or "2026年11月21日"."""
        day = self._day_of(when)
        if self._chinese:
            return self.day(day)
        return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"

    def moment(self, when: datetime) -> str:
        """Return "21 Nov 2026, 16:20", or "2026年11月21日 16:20"."""
        separator = " " if self._chinese else ", "
        return f"{self.short_day(when)}{separator}{self.local(when):%H:%M}"

    def numeric(self, when: datetime) -> str:
        """Return "2026-11-21 16:20", for narrow columns of long lists."""
        return f"{self.local(when):%Y-%m-%d %H:%M}"

    def month(self, when: date) -> str:
        """Return "November 2026", or "2026年11月"."""
        day = self._day_of(when)
        if self._chinese:
            return f"{day.year}年{day.month}月"
        return f"{_MONTHS[day.month - 1]} {day.year}"

    def tick(self, when: date, *, month: bool) -> str:
        """Return a label for the axis of a chart: the month, or the day a week begins."""
        if self._chinese:
            return f"{when.month}月" if month else f"{when.month}/{when.day}"
        name = _MONTHS[when.month - 1][:3]
        return name if month else f"{when.day} {name}"

    def gap(self, length: timedelta) -> str:
        """Return a length of time in words, to two units: "18 hours 50 minutes"."""
        return length_in_words(self._words, length)

    def _day_of(self, when: date) -> date:
        return self.local(when).date() if isinstance(when, datetime) else when
