# SPDX-License-Identifier: MIT
"""Dates as people say them, in the window's language: "2 d ago", "19 Nov, 16:02", "11月19日 16:02".

Moments are aware; they are shown in the zone of `now`, which the caller reads from its clock.
"""

from datetime import date, datetime
from typing import Final, Literal

LanguageCode = Literal["en", "zh"]

_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_LONG_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_ZH_DAYS: Final = "一二三四五六日"


class Dates:
    """Writes dates and moments in one language."""

    def __init__(self, language: LanguageCode) -> None:
        """Write in `language`."""
        self._chinese = language == "zh"

    def relative(self, moment: datetime | None, now: datetime) -> str:
        """Return how long ago: minutes and hours today, then days; empty for None.

        What is to come and what is long past is written as a date.
        """
        if moment is None:
            return ""
        local = moment.astimezone(now.tzinfo)
        days = (now.date() - local.date()).days
        if local > now or days > 99:
            return self.relative_day(local.date(), now.date())
        if days == 0:
            return self._within_today(now, local)
        return self.relative_day(local.date(), now.date())

    def relative_day(self, day: date, today: date) -> str:
        """Return "today", "yesterday", "2 d ago" up to 99 days, "tomorrow", or the date."""
        days = (today - day).days
        named = {
            0: ("today", "今天"),
            1: ("yesterday", "昨天"),
            -1: ("tomorrow", "明天"),
        }.get(days)
        if named:
            return named[self._chinese]
        if 0 < days <= 99:
            return f"{days} 天前" if self._chinese else f"{days} d ago"
        return self.day(day, today)

    def day(self, day: date, today: date) -> str:
        """Return "19 Nov" or "11月19日", with the year where it is another one."""
        same = day.year == today.year
        if self._chinese:
            return f"{day.month}月{day.day}日" if same else self.full_day(day)
        text = f"{day.day} {_MONTHS[day.month - 1]}"
        return text if same else f"{text} {day.year}"

    def moment(self, moment: datetime, now: datetime) -> str:
        """Return day and time, "19 Nov, 16:02" or "11月19日 16:02"."""
        local = moment.astimezone(now.tzinfo)
        comma = "" if self._chinese else ","
        return f"{self.day(local.date(), now.date())}{comma} {local:%H:%M}"

    def time(self, moment: datetime, now: datetime) -> str:
        """Return the time of day, "16:02"."""
        return f"{moment.astimezone(now.tzinfo):%H:%M}"

    def full_day(self, day: date) -> str:
        """Return the whole date, "19 November 2026" or "2026年11月19日"."""
        if self._chinese:
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {_LONG_MONTHS[day.month - 1]} {day.year}"

    def full(self, moment: datetime, now: datetime) -> str:
        """Return all there is, for tooltips and paper: weekday, date, time, zone."""
        local = moment.astimezone(now.tzinfo)
        offset = f"UTC{local:%z}"
        offset = f"{offset[:-2]}:{offset[-2:]}"
        weekday = local.weekday()
        if self._chinese:
            day = f"{self.full_day(local.date())} 星期{_ZH_DAYS[weekday]}"
            return f"{day} {local:%H:%M}（{offset}）"
        return f"{_DAYS[weekday]} {self.full_day(local.date())}, {local:%H:%M} ({offset})"

    def weekday(self, day: date) -> str:
        """Return the head of a day's page, "Saturday 21 November" or "11月21日 星期六"."""
        if self._chinese:
            return f"{day.month}月{day.day}日 星期{_ZH_DAYS[day.weekday()]}"
        return f"{_DAYS[day.weekday()]} {day.day} {_LONG_MONTHS[day.month - 1]}"

    def _within_today(self, now: datetime, local: datetime) -> str:
        minutes = int((now - local).total_seconds()) // 60
        if minutes < 1:
            return "刚刚" if self._chinese else "just now"
        if minutes < 60:
            return f"{minutes} 分钟前" if self._chinese else f"{minutes} min ago"
        hours = minutes // 60
        return f"{hours} 小时前" if self._chinese else f"{hours} h ago"
