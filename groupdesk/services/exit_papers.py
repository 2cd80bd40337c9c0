# SPDX-License-Identifier: MIT
"""What somebody who leaves passes on, as files for people: tables and plain text, in a language.

It is read by them and by whoever takes over: nothing of cases, of what a talk was about, or of our
notes about people is in it. Where notes are asked for, they stand in a file of their own.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import MemberRole
from groupdesk.domain.exit_records import ExitItemRecord, ExitRecord
from groupdesk.domain.leaving import is_own
from groupdesk.domain.leaving_enums import ExitConcern
from groupdesk.domain.talk_enums import TaskState
from groupdesk.models import stored
from groupdesk.models.people import Group
from groupdesk.services.follow_ups import follow_ups_of
from groupdesk.services.ledger import Ledger
from groupdesk.services.people_files import csv_file, rules_file, text_file
from groupdesk.services.reports.paper_dates import PaperDates
from groupdesk.services.same_person import among, entries_of
from groupdesk.words import Words

_CONTACTS = """
SELECT m.id, m.name, m.nickname, m.role, p.company, p.phone, p.email, coalesce(a.handle, ''),
    coalesce(a.external_id, ''), p.language
FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN account a ON a.id = m.account_id
WHERE {0} ORDER BY m.sort_key, m.id
"""
_FIELDS = (
    *("name", "nickname", "role", "company", "phone", "email"),
    *("handle", "external_id", "language"),
)
"""The columns of members, in the order of `_CONTACTS`; notes about people stay in the house."""
_STAFF = """m.group_id = ? AND m.id <> ? AND m.state = 'active' AND m.is_bot = 0
    AND m.role IN ('owner', 'admin')"""
# Talks with the member and, where they work here themselves, those that they held in the group.
_TALKS = """
SELECT k.id, k.happened_at, m.name, o.name, k.not_held, k.agreement
FROM talk k JOIN membership m ON m.id = k.membership_id JOIN operator o ON o.id = k.operator_id
WHERE m.group_id = ? AND (m.person_id IN {0} OR k.operator_id IN (
    SELECT t.operator_id FROM operator_person t WHERE t.person_id IN {0}))
ORDER BY k.happened_at, k.id
"""
_NOTES = f"""
SELECT m.name, p.note FROM membership m JOIN person p ON p.id = m.person_id
WHERE p.note <> '' AND (m.id IN {{0}} OR ({_STAFF})) ORDER BY m.sort_key, m.id
"""
_ABOUT = "SELECT problem FROM talk WHERE id = ?"


class ExitPapers:
    """The files about one request to leave; the caller reads."""

    def __init__(
        self,
        ledger: Ledger,
        record: ExitRecord,
        words: Words,
        now: datetime,
        *,
        notes: bool,
    ) -> None:
        """Write about `record` in the language of `words`, as of `now`; with our `notes` or not."""
        self._ledger = ledger
        self._record = record
        self._words = words
        self._dates = PaperDates(words, now)
        self._with_notes = notes

    def files(self) -> dict[str, bytes]:
        """Return the files by name; one that would be empty is left out."""
        group = Group.get_by_id(self._record.row.group_id)
        made = {
            "customers": self._customers(),
            "contacts": self._table(_STAFF, (group.id, self._record.row.membership_id)),
            "talks": self._talks(group.id),
            "rules": self._rules(group.id),
            "checklist": self._checklist(),
            "notes": self._notes(group.id) if self._with_notes else b"",
        }
        found = {self._file(key): content for key, content in made.items() if content}
        return {self._file("readme"): self._readme(group, list(found)), **found}

    def _file(self, key: str) -> str:
        return self._words(f"exit_file.{key}")

    def _customers(self) -> bytes:
        known = {one.membership_id: one for one in self._record.customers}
        if not known:
            return b""
        words = self._words
        heads = [words("exit_column.why"), words("exit_column.told"), words("exit_column.contact")]
        more = {
            ident: [
                ", ".join(words(f"exit_concern.{why}") for why in sorted(one.concerns)),
                words(f"customer_told.{one.told.value}") if one.told else "",
                one.contact or (one.account_owner if ExitConcern.MOVED in one.concerns else ""),
            ]
            for ident, one in known.items()
        }
        return self._table(f"m.id IN {among(known)}", (), heads, more)

    def _table(
        self,
        where: str,
        values: tuple[object, ...],
        heads: Sequence[str] = (),
        more: dict[int, list[str]] | None = None,
    ) -> bytes:
        """Return members as a table; `more` has further cells by membership."""
        words = self._words
        rows = []
        for ident, *cells in self._ledger.database.execute_sql(_CONTACTS.format(where), values):
            cells[2] = words(f"member_role.{stored.one_of(MemberRole, cells[2]).value}")
            spoken = f"language.{cells[8]}"
            cells[8] = words(spoken) if spoken in words else cells[8]
            rows.append([*map(str, cells), *(more or {}).get(ident, [])])
        return csv_file(
            [words("exit_column.name"), *(words(f"field.{name}") for name in _FIELDS[1:]), *heads],
            rows,
        )

    def _talks(self, group_id: int) -> bytes:
        words, database = self._words, self._ledger.database
        who = among(entries_of(database, self._record.row.person_id))
        talks = database.execute_sql(_TALKS.format(who), (group_id,)).fetchall()
        later = follow_ups_of(database, [row[0] for row in talks])
        rows = []
        for ident, at, member, operator, not_held, agreement in talks:
            follow_up = later.get(ident)
            kept = ""
            if follow_up is not None:
                kept = words("exit_file.to_look_at", date=follow_up.due_on)
                if follow_up.done_at:
                    kept = words(f"kept.{follow_up.kept.value}") if follow_up.kept else ""
            said = words(f"not_held.{not_held}") if not_held else ""
            day = self._dates.numeric(from_text(stored.moment_text(at)))
            rows.append([day, member, operator, agreement or said, kept])
        heads = ("date", "with", "by", "agreed", "kept")
        return csv_file([words(f"exit_column.{head}") for head in heads], rows)

    def _notes(self, group_id: int) -> bytes:
        """Return what we noted about customers and staff, and what talks were about."""
        words, database, record = self._words, self._ledger.database, self._record
        known = among(one.membership_id for one in record.customers)
        leaver = record.row.membership_id
        rows = [
            [str(name), str(note)]
            for name, note in database.execute_sql(_NOTES.format(known), (group_id, leaver))
        ]
        who = among(entries_of(database, record.row.person_id))
        for ident, at, member, *_rest in database.execute_sql(_TALKS.format(who), (group_id,)):
            (about,) = database.execute_sql(_ABOUT, (ident,)).fetchone()
            if about:
                day = self._dates.numeric(from_text(stored.moment_text(at)))
                rows.append([str(member), words("exit_file.talk", date=day, text=str(about))])
        heads = [words("exit_column.name"), words("exit_column.note")]
        return csv_file(heads, rows) if rows else b""

    def _rules(self, group_id: int) -> bytes:
        return rules_file(self._ledger, group_id, self._words)

    def _checklist(self) -> bytes:
        return text_file(["\n".join(self._line(item) for item in self._record.items)])

    def _line(self, item: ExitItemRecord) -> str:
        words = self._words
        name = words(f"exit_item.{item.code}") if not is_own(item.code) else ""
        if not name:
            texts = {language.value: text for language, text in item.texts.items()}
            name = texts.get(words.language) or next(iter(texts.values()), item.code)
        if not item.done_at:
            return f"[ ] {name}"
        at = self._dates.moment(from_text(item.done_at))
        told = words("exit_file.done", date=at, name=item.done_by)
        if item.state is TaskState.NOT_NEEDED:
            told = words("exit_file.not_needed", date=at, name=item.done_by)
        return f"[x] {name} ({told})" + (f": {item.result}" if item.result else "")

    def _readme(self, group: Group, names: Iterable[str]) -> bytes:
        words, row, dates = self._words, self._record.row, self._dates
        operator = self._ledger.operator.name
        facts = [words("exit_file.title", name=row.member_name, group=group.name)]
        day = dates.day(dates.printed_on)
        facts.append(words("exit_file.made", date=day, name=operator))
        if group.purpose:
            facts.append(words("exit_file.purpose", text=group.purpose))
        if row.until:
            facts.append(words("exit_file.until", date=dates.day(stored.day(row.until))))
        if row.replacement_name:
            facts.append(words("exit_file.replacement", name=row.replacement_name))
        if self._with_notes:
            name = words("exit_file.notes")
            facts.append(words("exit_file.internal", name=name, member=row.member_name))
        lines = "\n".join(f"- {name}" for name in names)
        keep = self._record.way.confidentiality
        spoken = {language.value: text for language, text in keep.items()}
        reminder = spoken.get(words.language) or words("confidentiality.own", group=group.name)
        return text_file(["\n".join(facts), words("exit_file.inside") + "\n" + lines, reminder])
