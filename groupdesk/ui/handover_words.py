# SPDX-License-Identifier: MIT
"""Says in words where a handover stands, what is in its book, and what changed since."""

from groupdesk.domain import handover_words
from groupdesk.domain.handover_enums import BookPart, HandoverState
from groupdesk.domain.handover_records import (
    BookChange,
    BookLine,
    HandoverRecord,
    HandoverRow,
    MoveItem,
)
from groupdesk.ui.context import UiContext
from groupdesk.ui.spoken_days import SpokenDays
from groupdesk.ui.theme_tokens import ToneName

_TONES: dict[HandoverState, ToneName] = {
    HandoverState.OPEN: "accent",
    HandoverState.SIGNED: "warning",
    HandoverState.MOVED: "ok",
    HandoverState.CALLED_OFF: "muted",
}


class HandoverWords(SpokenDays):
    """The words of one language at one moment."""

    @classmethod
    def of(cls, context: UiContext) -> "HandoverWords":
        """Return the words of this moment."""
        return cls(context.translations.words, context.dates, context.desk.clock())

    def state(self, row: HandoverRow) -> tuple[str, ToneName]:
        """Return where a handover stands, and its tone."""
        if row.state is HandoverState.OPEN and (row.giver_signed or row.taker_signed):
            return self._words("handover_say.half_signed"), _TONES[row.state]
        return self._words(f"handover_state.{row.state.value}"), _TONES[row.state]

    def what(self, row: HandoverRow) -> str:
        """Return what is handed over: a group, or all that somebody looks after."""
        return row.group_name or self._words("handover_say.whole", giver=row.giver.name)

    def sides(self, row: HandoverRow) -> str:
        """Return who hands over to whom."""
        return self._words("handover_say.from_to", giver=row.giver.name, taker=row.taker.name)

    def part(self, part: BookPart | None) -> str:
        """Return what a part of the book is called."""
        return self._words(f"book_part.{part.value if part else 'groups'}")

    def heading(self, part: BookPart, line: BookLine) -> str:
        """Return what a line of the book is about."""
        return handover_words.heading(self._words, part, line)

    def about(self, part: BookPart, line: BookLine, *, group: bool) -> str:
        """Return what stands under it, with its `group` or without."""
        said = handover_words.about(self._words, part, line, self.when, group=group)
        return " · ".join(said)

    def when(self, text: str) -> str:
        """Return a stored day, a day with a time, or the day of a moment, as it is said."""
        if "T" in text:
            return self.day_of(text)
        day, _, clock = text.partition(" ")
        return f"{self.day(day)} {clock}".strip()

    def change(self, change: BookChange) -> str:
        """Return how a part differs from what was signed."""
        counts = [("new", change.new), ("gone", change.gone), ("other", change.other)]
        said = [
            self._words(f"handover_say.change_{name}", count=count)
            for name, count in counts
            if count
        ]
        name = self.part(change.part)
        if change.part is None:
            name = self._words("handover_say.changed_groups")
        return self._words("handover_line.pair", first=name, second=", ".join(said))

    def thing(self, item: MoveItem) -> str:
        """Return what goes from hand to hand."""
        return handover_words.thing(self._words, item)

    def held(self, item: MoveItem, taker: str) -> str:
        """Return why it stays; nothing where it goes."""
        if item.held is None:
            return ""
        return handover_words.why_held(self._words, item.held, item, taker)

    def unsure(self, item: MoveItem) -> str:
        """Return that a thing is known by a name only that somebody else has, too."""
        return self._words("handover_say.namesake_tick", name=item.before)

    def namesakes(self, record: HandoverRecord) -> str:
        """Return how much that is; nothing where there is none of it."""
        count = len(record.unsure)
        name = record.row.giver.name
        return self._words("handover_say.namesakes", count=count, name=name) if count else ""

    def only_owner(self, record: HandoverRecord) -> str:
        """Return which groups would be without an owner; nothing where none would."""
        groups = ", ".join(record.giver_only_owner)
        name = record.row.giver.name
        said = self._words("handover_say.only_owner", giver=name, groups=groups)
        return said if groups else ""
