# SPDX-License-Identifier: MIT
"""Says in words when a talk is planned, what was agreed, and whether it was kept."""

from datetime import date, datetime

from groupdesk.domain.clock import from_text
from groupdesk.domain.talk_records import Agreement, FollowUp, PlannedTalk, RecognitionRecord
from groupdesk.ui.dates import Dates
from groupdesk.words import Words


class TalkWords:
    """The words of one language at one moment."""

    def __init__(self, words: Words, dates: Dates, now: datetime) -> None:
        """Speak with `words` and `dates`; `now` says what is today and what is late."""
        self._words = words
        self._dates = dates
        self._now = now

    def day(self, text: str) -> str:
        """Return a local day, "30 Nov"."""
        return self._dates.day(date.fromisoformat(text), self._now.date())

    def when(self, due_on: str, due_time: str = "") -> str:
        """Return day and time, "30 Nov, 15:00"; the day alone for any time."""
        if not due_time:
            return self.day(due_on)
        return self._words("talk.when", day=self.day(due_on), time=due_time)

    def planned(self, plan: PlannedTalk) -> str:
        """Return when a talk is planned."""
        return self._words("timeline.planned", date=self.when(plan.due_on, plan.due_time))

    def agreement(self, talk: Agreement) -> str:
        """Return what was agreed in a talk and what became of it, in a few lines."""
        day = from_text(talk.at).astimezone(self._now.tzinfo).date()
        said = {
            "date": self._dates.day(day, self._now.date()),
            "operator": talk.operator,
            "text": " ".join((talk.agreement or talk.problem).split()),
        }
        if talk.not_held is not None:
            head = self._words(f"talk.{talk.not_held}", **said)
        else:
            head = self._words("talk.agreed" if talk.agreement else "talk.talked", **said)
        if talk.group_name:
            head = self._words("talk.elsewhere", said=head, group=talk.group_name)
        later = talk.follow_up
        return head if later is None else f"{head}\n{self.follow_up(later)}"

    def follow_up(self, later: FollowUp) -> str:
        """Return how a follow-up stands: due, late, or what came of it."""
        if later.done_at:
            done = from_text(later.done_at).astimezone(self._now.tzinfo).date()
            key = "timeline.followed_up_words" if later.result else "timeline.followed_up"
            return self._words(
                key,
                state=self._words(f"followed_up.{later.kept or 'done'}"),
                date=self._dates.day(done, self._now.date()),
                operator=later.done_by,
                text=later.result,
            )
        late = later.due_on < self._now.date().isoformat()
        key = "timeline.follow_up_late" if late else "timeline.follow_up"
        said = self._words(key, date=self.day(later.due_on))
        if later.first_due_on == later.due_on:
            return said
        return self._words(
            "timeline.follow_up_moved", said=said, first=self.day(later.first_due_on)
        )

    def recognition(self, record: RecognitionRecord) -> str:
        """Return what somebody did well, and when: "Helped newcomers, 12 Apr"."""
        key = "talk.well_elsewhere" if record.group_name else "talk.well"
        return self._words(
            key,
            text=" ".join(record.text.split()),
            date=self.day(record.happened_on),
            group=record.group_name,
        )
