# SPDX-License-Identifier: MIT
"""Turns raw rows into the columns of ImportRow, a thousand rows at a time.

Column by column, because one pass over a list of equal things is several times faster in Python
than one call per row. The columns travel as they are to the process that asked.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import compress
from typing import Any

from groupdesk.domain.enums import MemberRole
from groupdesk.domain.import_records import REPEATABLE, ImportField, Rejected
from groupdesk.domain.text import is_blank
from groupdesk.services.imports import mojibake, no_members, values
from groupdesk.services.imports.dates import DateReader, Unread
from groupdesk.services.imports.identity import Person, Seen

F = ImportField
EXCERPT = 120

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
# First characters of names that may show nothing at all; the slow check follows.
_SUSPECT = re.compile("[\\W_\u115f\u1160\u3164\uffa0]")
_LOOKED_AT = 50
_GUARDED = frozenset({F.EXTERNAL_ID, F.PHONE, F.EMAIL, F.HANDLE, F.MESSAGE_COUNT})
UNREAD = {F.ROLE: "role_unknown", F.MESSAGE_COUNT: "count_unreadable"}
"""The note that tells of words or numbers of a field that were not understood."""

_JOINTS = {F.NOTE: "\n", F.TAGS: ","}
# A time that can be read in one way only: a year in front, or an epoch.
_PLAIN_DATE = re.compile(r"\d{4}\s*[-/.年]|\d{9,13}(?:\.\d+)?$")
_OF_PERSON = (F.PHONE, F.EMAIL, F.COMPANY, F.ACCOUNT_OWNER, F.NOTE, F.LANGUAGE)
_TEXTS = (F.NICKNAME, F.HANDLE, F.INVITED_BY, *_OF_PERSON)


_as_person: Callable[[tuple[int, str, str]], Person] = partial(tuple.__new__, Person)


@dataclass(slots=True)
class Batch:
    """Columns by name of ImportRow's fields, all equally long; a column left out is default."""

    columns: dict[str, list[Any]] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)


class Converter:
    """Converts the batches of one list; counts what the preview has to mention."""

    def __init__(
        self,
        fields: Mapping[ImportField, Sequence[int]],
        width: int,
        dates: DateReader,
        *,
        check_text: bool = False,
        skip_ids: frozenset[str] = frozenset(),
    ) -> None:
        """`fields` names the columns of each field; `skip_ids` are no persons at all.

        `check_text` looks for characters that cannot be stored; a survey of the file may have
        told that there are none.
        """
        self._fields = fields
        self._width = width
        self._dates = dates
        self._check_text = check_text
        self._skip_ids = skip_ids
        self.seen = Seen()
        self.counts: Counter[str] = Counter()
        self.date_read = ""
        """How the value of the note `date_read` was read: stored UTC text."""
        self.firsts: dict[str, tuple[int, str]] = {}
        """Line and value where a counted thing occurred first."""

    def convert(self, lines: Sequence[int], rows: Sequence[Sequence[str]]) -> Batch:
        """Convert raw rows; `lines` are their places in the file."""
        batch = Batch()
        lines, rows = self._even(lines, rows, batch)
        if not rows:
            return batch
        raw = list(zip(*rows, strict=True))
        columns, reasons = self._identity(lines, raw)
        if self._check_text and any(_UNSTORABLE.search("".join(column)) for column in raw):
            for position, row in enumerate(rows):
                if found := _UNSTORABLE.search("".join(row)):
                    code = "text_nul" if found[0] == "\0" else "text_surrogate"
                    reasons.setdefault(position, (code, {}))
        self._details(lines, raw, columns)
        batch.rejected += [
            Rejected(lines[at], code, told, excerpt(rows[at]))
            for at, (code, told) in sorted(reasons.items())
            if code
        ]
        keep = [at not in reasons for at in range(len(rows))] if reasons else []
        columns["line"] = list(lines)
        self._deduplicate(columns, keep, batch)
        if keep and not all(keep):
            columns = {name: list(compress(column, keep)) for name, column in columns.items()}
        batch.columns = columns
        self._count(columns)
        return batch

    def _even(
        self, lines: Sequence[int], rows: Sequence[Sequence[str]], batch: Batch
    ) -> tuple[Sequence[int], Sequence[Sequence[str]]]:
        """Leave out blank rows, and report rows with a cell too many or too few."""
        width = self._width
        if all(len(row) == width for row in rows):
            return lines, rows
        kept_lines: list[int] = []
        kept: list[Sequence[str]] = []
        for line, row in zip(lines, rows, strict=True):
            even = row
            if len(row) > width and not any(cell.strip() for cell in row[width:]):
                even = row[:width]
            if len(even) == width:
                kept_lines.append(line)
                kept.append(even)
            elif any(cell.strip() for cell in row):
                code = "row_too_short" if len(row) < width else "row_too_long"
                told = {"expected": str(width), "found": str(len(row))}
                batch.rejected.append(Rejected(line, code, told, excerpt(row)))
        return kept_lines, kept

    # -- who

    def _identity(
        self, lines: Sequence[int], raw: Sequence[Sequence[str]]
    ) -> tuple[dict[str, list[Any]], dict[int, tuple[str, dict[str, str]]]]:
        """Return names and ids, and the rows that are left out ("" for silently)."""
        reasons: dict[int, tuple[str, dict[str, str]]] = {}
        columns: dict[str, list[Any]] = {}
        for wanted in _TEXTS:
            found = self._texts(raw, wanted)
            if found is not None:
                columns[wanted.value] = found
        if "phone" in columns:
            columns["phone"] = self._phones(lines, columns["phone"])
        if "email" in columns:
            columns["email"] = self._emails(lines, columns["email"])
        ids = self._texts(raw, F.EXTERNAL_ID)
        if ids is not None:
            columns["external_id"] = self._ids(ids, reasons)
        for at, word in enumerate(self._texts(raw, F.STATUS) or ()):
            if values.is_outside(word):
                reasons.setdefault(at, ("not_in_group", {"status": word[:40]}))
        names = self._names(raw)
        self._look_for_mojibake(lines, names)
        for at in no_members.totals(names, columns):
            reasons.setdefault(at, ("totals_row", {}))
        if "" in names:
            self._borrow_names(lines, raw, names, columns, reasons)
        columns["name"] = names
        return columns, reasons

    def _ids(self, ids: list[str], reasons: dict[int, tuple[str, dict[str, str]]]) -> list[str]:
        for at, text in enumerate(ids):
            if text in self._skip_ids:
                reasons[at] = ("", {})
            elif ("+" in text or "." in text) and values.DAMAGED_ID.fullmatch(text):
                reasons[at] = ("id_damaged", {"id": text[:40]})
        return list(map(values.plain_id, ids)) if _dotted(ids) else ids

    def _names(self, raw: Sequence[Sequence[str]]) -> list[str]:
        names = self._texts(raw, F.NAME)
        if names is None:
            first, last = self._texts(raw, F.FIRST_NAME), self._texts(raw, F.LAST_NAME)
            if first is None or last is None:
                names = first or last or [""] * len(raw[0])
            else:
                names = [values.whole_name(*parts) for parts in zip(first, last, strict=True)]
        return ["" if _SUSPECT.match(name) and is_blank(name) else name for name in names]

    def _phones(self, lines: Sequence[int], phones: list[str]) -> list[str]:
        """Leave out numbers that a spreadsheet has rounded: a wrong one is worse than none."""
        joined = "".join(phones)
        if "E+" in joined or "e+" in joined:
            for at, text in enumerate(phones):
                if values.is_damaged_phone(text):
                    self._note("phones_damaged", lines[at], text)
                    phones[at] = ""
        return phones

    def _emails(self, lines: Sequence[int], emails: list[str]) -> list[str]:
        """Leave out words that are no address: "nobody" would be everybody's."""
        if not all("@" in text for text in emails if text):
            for at, text in enumerate(emails):
                if text and "@" not in text:
                    self._note("emails_unreadable", lines[at], text)
                    emails[at] = ""
        return emails

    def _look_for_mojibake(self, lines: Sequence[int], names: Sequence[str]) -> None:
        """Count the names that were read in a wrong encoding before they came here."""
        if mojibake.SUSPECT.search("\n".join(names)):
            for at, name in enumerate(names):
                if mojibake.SUSPECT.search(name) and mojibake.was_utf8(name):
                    self._note("mojibake", lines[at], name)

    def _borrow_names(
        self,
        lines: Sequence[int],
        raw: Sequence[Sequence[str]],
        names: list[str],
        columns: dict[str, list[Any]],
        reasons: dict[int, tuple[str, dict[str, str]]],
    ) -> None:
        """Keep rows without a name under what else names them; reject those without anything."""
        known = [bool(name) for name in names]
        sources = ("nickname", "email", "handle", "external_id", "phone")
        lent = [columns[source] for source in sources if source in columns]
        for at, name in enumerate(names):
            if name or at in reasons:
                continue
            names[at] = next((column[at] for column in lent if not is_blank(column[at])), "")
            if not names[at]:
                blank = not any(column[at].strip() for column in raw)
                reasons[at] = ("" if blank else "no_identity", {})
            else:
                self._note("names_missing", lines[at], names[at])
        columns["name_known"] = known

    def _deduplicate(self, columns: dict[str, list[Any]], keep: list[bool], batch: Batch) -> None:
        count = len(columns["line"])
        none = [""] * count
        ids, emails = columns.get("external_id", none), columns.get("email", none)
        handles, names = columns.get("handle", none), columns["name"]
        if "name_known" in columns:
            known = columns["name_known"]
            names = [name if sure else "" for name, sure in zip(names, known, strict=True)]
        # One letter in front keeps an id from meeting somebody's e-mail address.
        if "" not in ids:
            keys = ["i" + text for text in ids]
        else:
            keys = list(map(_key, ids, emails, handles))
        people = list(map(_as_person, zip(columns["line"], names, emails, strict=True)))
        places = range(count)
        if keep:
            keys, people = list(compress(keys, keep)), list(compress(people, keep))
            places = list(compress(range(count), keep))  # type: ignore[assignment]  # positions
        found = self.seen.check(keys, people)
        if found and not keep:
            keep += [True] * count
        for position, rejected in found.items():
            keep[places[position]] = False
            batch.rejected += rejected

    # -- what else the list says

    def _details(
        self, lines: Sequence[int], raw: Sequence[Sequence[str]], columns: dict[str, list[Any]]
    ) -> None:
        for wanted in (F.JOINED_AT, F.LAST_ACTIVE):
            for place in self._fields.get(wanted, ()):
                moments = self._moments(lines, raw[place])
                earlier = columns.get(wanted.value)
                columns[wanted.value] = (
                    moments if earlier is None else list(map(_later, earlier, moments))
                )
        single: tuple[tuple[ImportField, Callable[[str], object]], ...] = (
            (F.ROLE, values.role_of),
            (F.JOINED_HOW, values.way_of),
            (F.MESSAGE_COUNT, values.count_of),
            (F.IS_BOT, values.is_bot),
            (F.DEACTIVATED, values.is_off),
            (F.TAGS, values.tags_of),
        )
        for wanted, parse in single:
            found = self._texts(raw, wanted)
            if found is not None:
                once = {text: parse(text) for text in set(found)}
                columns[wanted.value] = list(map(once.__getitem__, found))
                if wanted in UNREAD:
                    self._note_unread(UNREAD[wanted], lines, found, columns[wanted.value])
        self._status(raw, columns)

    def _note_unread(
        self, code: str, lines: Sequence[int], texts: Sequence[str], found: Sequence[object]
    ) -> None:
        """Count the texts that say something which was not understood."""
        for line, text, value in zip(lines, texts, found, strict=True):
            if value is None and text:
                self._note(code, line, text)

    def _status(self, raw: Sequence[Sequence[str]], columns: dict[str, list[Any]]) -> None:
        """Take role, bot and deactivation from a column that tells any of them by a word."""
        words = self._texts(raw, F.STATUS)
        if words is not None:
            told: tuple[tuple[str, Callable[[str], object]], ...] = (
                ("role", values.status_role),
                ("is_bot", lambda word: word.casefold() in values.BOT_WORDS),
                ("deactivated", values.status_is_off),
            )
            for name, parse in told:
                once = {text: parse(text) for text in set(words)}
                found = list(map(once.__getitem__, words))
                known = columns.get(name)
                columns[name] = (
                    found if known is None else [a or b for a, b in zip(known, found, strict=True)]
                )
        for place in self._fields.get(F.IS_ADMIN, ()):
            roles = columns.setdefault("role", [None] * len(raw[place]))
            columns["role"] = [
                MemberRole.ADMIN if role is not MemberRole.OWNER and values.is_yes(cell) else role
                for role, cell in zip(roles, map(str.strip, raw[place]), strict=True)
            ]

    def _moments(self, lines: Sequence[int], cells: Sequence[str]) -> list[Any]:
        found = _unguarded(values.trimmed(cells))
        if not values.BLANK.isdisjoint(found):
            found = ["" if cell in values.BLANK else cell for cell in found]
        moments: list[Any] = list(map(self._dates.read, found))
        self._leave_out_unread(lines, found, moments)
        if "date_read" not in self.counts:
            # a list writes its dates in one way: the first ones of a batch tell
            for at, moment in enumerate(moments[:_LOOKED_AT]):
                if moment and not _PLAIN_DATE.match(found[at]):
                    self._note("date_read", lines[at], found[at])
                    self.date_read = moment
                    break
        return moments

    def _leave_out_unread(
        self, lines: Sequence[int], texts: Sequence[str], moments: list[Any]
    ) -> None:
        if not {Unread.UNREADABLE, Unread.AMBIGUOUS} & {m for m in moments if type(m) is Unread}:
            return
        for at, moment in enumerate(moments):
            if type(moment) is Unread:
                self._note(f"date_{moment.value}", lines[at], texts[at])
                moments[at] = None

    def _texts(self, raw: Sequence[Sequence[str]], wanted: ImportField) -> list[str] | None:
        """Return the cells of a field, trimmed; words that say "nothing" are "" then."""
        places = self._fields.get(wanted, ())
        found: list[str] | None = None
        for place in places:
            cells = values.trimmed(raw[place])
            if wanted in _GUARDED:
                cells = _unguarded(cells)
            if not values.BLANK.isdisjoint(cells):
                cells = ["" if cell in values.BLANK else cell for cell in cells]
            if found is None:
                found = cells
            elif wanted in REPEATABLE:
                pairs = zip(found, cells, strict=True)
                if wanted in _JOINTS:
                    joint = _JOINTS[wanted]
                    found = [joint.join(filter(None, pair)) for pair in pairs]
                else:
                    found = [first or second for first, second in pairs]
        return found

    def _note(self, code: str, line: int, value: str) -> None:
        self.counts[code] += 1
        self.firsts.setdefault(code, (line, value))

    def _count(self, columns: dict[str, list[Any]]) -> None:
        for name, code in (("is_bot", "bots"), ("deactivated", "deactivated")):
            if name in columns:
                self.counts[code] += sum(columns[name])
        for text in columns.get("external_id", ()):
            if len(text) > 15 and text.isdecimal():
                self.counts["long_ids"] += 1
                self.counts["long_ids_round"] += text.endswith("000")


def excerpt(row: Sequence[str]) -> str:
    """Return the beginning of a raw row, for a report."""
    return " · ".join(cell.strip() for cell in row if cell.strip())[:EXCERPT]


def _unguarded(texts: list[str]) -> list[str]:
    """Return the texts without the marks of ="123" and '123; quick where there are none."""
    joined = "".join(texts)
    return list(map(values.unguarded, texts)) if '"' in joined or "'" in joined else texts


def _later(one: str | None, other: str | None) -> str | None:
    return max(filter(None, (one, other)), default=None)


def _dotted(ids: Sequence[str]) -> bool:
    return any(text.endswith("0") and "." in text for text in ids)


def _key(external_id: str, email: str, handle: str) -> str:
    if external_id:
        return "i" + external_id
    if email:
        return "e" + email.casefold()
    return "h" + handle.casefold() if handle else ""
