# SPDX-License-Identifier: MIT
"""How a terminal writes what stands in a list's preview: changes, reasons, times."""

import shlex
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from groupdesk.cli.console import Console, note_text
from groupdesk.domain.clock import from_text
from groupdesk.domain.import_preview import STATE_FIELD, FieldChange, LineKind, PreviewLine
from groupdesk.domain.import_records import ImportNote, Rejected
from groupdesk.ui.dates import Dates

_TIMES = frozenset({"joined_at", "last_active"})
_FLAGS = frozenset({"is_bot", "deactivated"})
_CODES = {"role": "member_role", "joined_how": "joined_how", STATE_FIELD: "membership_state"}
_PLATFORMS = {"platform", "own"}


class ListTexts:
    """Writes in the language of a console, as of one moment and in its zone."""

    def __init__(self, console: Console, now: datetime) -> None:
        """Write for `console`."""
        self._words = console.words
        self._dates = Dates("zh" if console.words.language == "zh" else "en")
        self._now = now

    def moment(self, text: str) -> str:
        """Return a stored time as a person reads it, with its zone; a day alone has none."""
        moment = from_text(text)
        local = moment.astimezone(self._now.tzinfo)
        if local.time() == time():
            return self._dates.full_day(local.date())
        return self._dates.full(moment, self._now)

    def note(self, note: ImportNote) -> str:
        """Return what is to be said about the whole list."""
        told = dict(note.values)
        if "at" in told:
            told["at"] = self.moment(told["at"])
        if note.code == "other_platform":
            told |= {key: self._words(f"platform.{told[key]}") for key in _PLATFORMS}
        return note_text(self._words, ImportNote(note.code, told))

    def rejected(self, row: Rejected | PreviewLine) -> str:
        """Return why a row is not taken in, with its line."""
        reason = self._words(f"import_rejected.{row.code}", **row.values)
        return self._words("cli.line", line=row.line, text=reason)

    def conflict(self, name: str, code: str, values: Mapping[str, str]) -> str:
        """Return what has to be decided about a row."""
        return f"{name}: {self._words(f'import_conflict.{code}', **values)}"

    def line(self, line: PreviewLine) -> str:
        """Return a line of a comparison."""
        if line.kind is LineKind.CONFLICT:
            return self.conflict(line.name, line.code, line.values)
        if line.kind is LineKind.LEFT and line.renames:
            return f"{line.name}: {self._words('cli.may_be', names=self._offers(line))}"
        if line.kind in {LineKind.NEW, LineKind.LEFT}:
            return line.name
        return f"{line.name}: " + "; ".join(map(self._change, line.changes))

    def open_rename(self, line: PreviewLine) -> str:
        """Return who was left alone, because only a person can say whether they were renamed."""
        return self._words(
            "cli.left_alone",
            name=line.name,
            names=self._offers(line),
            renamed=shlex.quote(f"{line.name}={line.renames[0].name}"),
            left=shlex.quote(line.name),
        )

    def _offers(self, line: PreviewLine) -> str:
        said = [self._words("cli.offer", name=o.name, line=o.line) for o in line.renames]
        return self._words("cli.or").join(said)

    def _change(self, change: FieldChange) -> str:
        field = self._words(f"import_field.{change.field}")
        after = self._value(change.field, change.after)
        if change.field in _FLAGS:
            return field
        return f"{field} {self._value(change.field, change.before) or '–'} → {after}"

    def _value(self, field: str, text: str) -> str:
        if not text:
            return ""
        if field in _TIMES:
            return self.moment(text)
        key = f"{_CODES.get(field, field)}.{text}"
        return self._words(key) if key in self._words else text


def line_data(line: PreviewLine) -> dict[str, Any]:
    """Return a line of a comparison for JSON."""
    said: dict[str, Any] = {"line": line.line or None, "name": line.name}
    if line.kind is LineKind.LEFT:
        said |= {"id": line.membership_id, "removal_case": line.removal_case or None}
        said["asked_to_leave"] = line.asked_to_leave or None
        said["may_be"] = [{"line": one.line, "name": one.name} for one in line.renames]
    elif line.kind is LineKind.CONFLICT:
        said |= {"code": line.code, "values": line.values}
    elif line.kind is LineKind.NEW:
        said |= {"returning": line.former is not None, "known_elsewhere": line.known_elsewhere}
    else:
        said["changes"] = {
            change.field: {"before": change.before, "after": change.after}
            for change in line.changes
        }
    return said
