# SPDX-License-Identifier: MIT
"""What the lines of a fair-process list say: what was found, with number and date, or missing."""

from datetime import date

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import FairItem
from groupdesk.domain.fairness import FairLine
from groupdesk.ui.context import UiContext


class FairWords:
    """Speaks the window's language of now."""

    def __init__(self, context: UiContext, breach_at: str = "") -> None:
        """`breach_at` is when it happened, as far as known: a talk may have been before."""
        self._words = context.translations.words
        self._dates = context.dates
        self._now = context.desk.clock()
        self._breach_at = breach_at

    def found(self, line: FairLine) -> str:
        """Return what was found: count and date, and which message or talk the last one is."""
        words, day = self._words, self.day(line.at) if line.at else ""
        form = {0: "none", 1: "once"}.get(line.count, "times")
        key = f"fair_counted.{line.item.value}.{form}"
        if key not in words:
            key = f"fair_found.{line.item.value}"
        said = words(key, count=line.count, date=day)
        if line.item is FairItem.TALKED and "" < line.at < self._breach_at:
            said = words("fair.before_this", said=said)
        if line.found is None:
            return said
        kind, number, case = line.found
        return words(f"fair_act.{kind.value}", said=said, number=number, case=case)

    def missing(self, line: FairLine) -> str:
        """Return what is missing, and what there was that does not do."""
        said = self._words(f"fair_missing.{line.item.value}")
        if line.count and line.item is FairItem.TALKED:
            return self._words(
                "fair.talk_offered", missing=said, count=line.count, date=self.day(line.at)
            )
        if line.count:  # there was one, and it no longer counts
            return self._words("fair_past", missing=said, date=self.day(line.at))
        return said

    def day(self, stored: str) -> str:
        """Return the local day of a stored moment."""
        return self._dates.day(self._local(stored), self._now.date())

    def _local(self, stored: str) -> date:
        return from_text(stored).astimezone(self._now.tzinfo).date()
