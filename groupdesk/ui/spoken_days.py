# SPDX-License-Identifier: MIT
"""Stored days and moments as people say them, in one language at one moment."""

from datetime import date, datetime

from groupdesk.domain.clock import from_text
from groupdesk.ui.dates import Dates
from groupdesk.words import Words


class SpokenDays:
    """Words and days of one language; what speaks of something derives from it."""

    def __init__(self, words: Words, dates: Dates, now: datetime) -> None:
        """Speak with `words` and `dates`; `now` says what is late."""
        self._words, self._dates, self._now = words, dates, now

    def day(self, text: str) -> str:
        """Return a stored day as it is said, nothing for none."""
        return self._dates.day(date.fromisoformat(text), self._now.date()) if text else ""

    def moment(self, text: str) -> str:
        """Return a stored moment as it is said, nothing for none."""
        return self._dates.moment(from_text(text), self._now) if text else ""

    def day_of(self, text: str) -> str:
        """Return the day of a stored moment as it is said, nothing for none."""
        zone = self._now.tzinfo
        return self.day(from_text(text).astimezone(zone).date().isoformat()) if text else ""
