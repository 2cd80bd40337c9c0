# SPDX-License-Identifier: MIT
"""How the import's preview writes what the services say: fields, values, changes, reasons."""

from collections.abc import Callable
from datetime import datetime, time

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import DepartureHow
from groupdesk.domain.import_preview import STATE_FIELD, FieldChange, LineKind, PreviewLine
from groupdesk.domain.import_records import ImportNote
from groupdesk.domain.text import visible
from groupdesk.services.imports.dates import Unread
from groupdesk.ui.dates import Dates
from groupdesk.words import Words

_CHANGED = frozenset({LineKind.CHANGED, LineKind.ROLE, LineKind.RENAMED, LineKind.OTHER})
_TIMES = frozenset({"joined_at", "last_active"})
_FLAGS = frozenset({"is_bot", "deactivated"})
_CODES = {"role": "member_role", "joined_how": "joined_how", STATE_FIELD: "membership_state"}


class ImportTexts:
    """Writes in one language, as of one moment."""

    def __init__(self, words: Words, dates: Dates, now: datetime) -> None:
        """Write with these words and dates."""
        self._words = words
        self._dates = dates
        self._now = now

    def kind(self, kind: LineKind, *, compared: bool = False) -> str:
        """Return the name of a kind of lines; who is new to the group joined it."""
        if compared and kind is LineKind.NEW:
            return self._words("import_kind.joined")
        return self._words(f"import_kind.{kind.value}")

    def field(self, name: str) -> str:
        """Return the name of a field."""
        return self._words(f"import_field.{name}")

    def encoding(self, code: str) -> str:
        """Return the name of an encoding."""
        return self._words(f"encoding.{code}")

    def date_order(self, code: str) -> str:
        """Return how an order of day and month is written."""
        return self._words(f"date_order.{code}")

    def date_read(self, text: str, moment: str | Unread | None) -> str:
        """Return "7/25/2002 → 25 July 2002", or why a date cannot be read."""
        if moment is None:
            return text
        if isinstance(moment, Unread):
            return f"{text} → {self._words(f'import_date.{moment.value}')}"
        return f"{text} → {self.whole_moment(moment)}"

    def value(self, name: str, text: str) -> str:
        """Return a field's value as people read it; empty for nothing."""
        if not text or name in _FLAGS:
            return ""
        if name in _TIMES:
            return self.moment(text)
        key = f"{_CODES[name]}.{text}" if name in _CODES else f"language.{text}"
        if (name in _CODES or name == "language") and key in self._words:
            return self._words(key)
        return visible(text)

    def moment(self, text: str) -> str:
        """Return a stored time, as a day where the list told no time of day."""
        moment = from_text(text)
        local = moment.astimezone(self._now.tzinfo)
        if local.time() == time():
            return self._dates.day(local.date(), self._now.date())
        return self._dates.moment(moment, self._now)

    def whole_moment(self, text: str) -> str:
        """Return a stored time with its year and the month in letters, so that nothing is open."""
        local = from_text(text).astimezone(self._now.tzinfo)
        day = self._dates.full_day(local.date())
        if local.time() == time():
            return day
        comma = "" if self._words.language == "zh" else ","
        return f"{day}{comma} {local:%H:%M}"

    def told(self, change: FieldChange) -> str:
        """Return "Phone 138…" of somebody new."""
        if change.field in _FLAGS:
            return self.field(change.field)
        return f"{self.field(change.field)} {self.value(change.field, change.after)}"

    def known(self, change: FieldChange) -> str:
        """Return "Phone 138…" of somebody whom the list does not name."""
        return f"{self.field(change.field)} {self.value(change.field, change.before)}"

    def departure(self, how: DepartureHow, case: int = 0) -> str:
        """Return how somebody left, with the case of a removal."""
        said = self._words(f"departure_how.{how.value}")
        if how is DepartureHow.REMOVED and case:
            said = self._words("departure.of_case", how=said, number=case)
        return said

    def _asked(self, line: PreviewLine) -> tuple[str, ...]:
        """Return that a missing member had asked to leave, and when."""
        if not line.asked_to_leave:
            return ()
        day = self._dates.moment(from_text(line.asked_to_leave), self._now)
        return (self._words("departure.asked", date=day),)

    def change(self, change: FieldChange) -> str:
        """Return "Role: Member → Admin", or the new value where there was none."""
        after = self.value(change.field, change.after)
        before = self.value(change.field, change.before)
        colon = "：" if self._words.language == "zh" else ": "
        if not after:
            return self.field(change.field)
        shown = f"{before} → {after}" if before else after
        return f"{self.field(change.field)}{colon}{shown}"

    def details(self, line: PreviewLine) -> str:
        """Return what stands beside the name of a line."""
        if line.kind in _CHANGED:
            return " · ".join(map(self.change, line.changes))
        if line.kind is LineKind.LEFT:
            return " · ".join((*self._asked(line), *map(self.known, line.changes)))
        if line.kind in {LineKind.CONFLICT, LineKind.REJECTED}:
            return self.reason(line)
        return " · ".join(map(self.told, line.changes))

    def reason(self, line: PreviewLine) -> str:
        """Return why a line is a conflict or rejected."""
        area = "import_conflict" if line.kind is LineKind.CONFLICT else "import_rejected"
        return self._words(f"{area}.{line.code}", **line.values)

    def note(self, note: ImportNote) -> str:
        """Return what the preview says about the whole list."""
        known: dict[str, Callable[[str], str]] = {
            "at": self.moment,
            "platform": lambda code: self._words(f"platform.{code}"),
        }
        # names and reasons come from the file
        values = {key: visible(text) for key, text in note.values.items()}
        if note.code == "imported_before":
            values["at"] = known["at"](values["at"])
        elif note.code == "date_read":
            values["at"] = self.whole_moment(values["at"])
        elif note.code == "other_platform":
            values = {key: known["platform"](code) for key, code in values.items()}
        return self._words(f"import_note.{note.code}", **values)

    def stage(self, stage: str, done: int, total: int) -> str:
        """Return how far the work is."""
        said = self._words(f"import_stage.{stage}")
        if not done:
            return f"{said}…"
        return f"{said} {done:,} / {total:,}" if total else f"{said} {done:,}"
