# SPDX-License-Identifier: MIT
"""How a case was worked on, read: entries for the discussion, for the timeline, and for paper."""

from collections.abc import Iterable
from typing import Any

from groupdesk.domain.case_enums import CaseEntryKind
from groupdesk.domain.case_records import CaseEntryRecord
from groupdesk.domain.enums import Action, SubjectKind
from groupdesk.domain.records import TimelineEntry
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.evidence_rows import linked_evidence
from groupdesk.services.ledger import Ledger
from groupdesk.services.standings import NOT_MISTAKEN

_ENTRIES = """
SELECT e.id, e.case_id, e.kind, e.recorded_at, o.name, e.text, coalesce(w.name, ''),
    coalesce(e.other_case_id, 0), coalesce(e.facts, '[]')
FROM case_file c JOIN case_entry e ON e.case_id = c.id JOIN operator o ON o.id = e.operator_id
LEFT JOIN operator w ON w.id = e.owner_id
WHERE {0} ORDER BY e.id
"""
# Before such entries were kept only the log knew how often a case was closed.
_LOGGED = """
SELECT e.seq, e.subject_id, e.action, e.at, e.operator_name,
    (SELECT body FROM audit_payload p WHERE p.seq = e.seq ORDER BY p.position LIMIT 1)
FROM audit_entry e
WHERE e.subject_kind = 'case' AND e.subject_id = ? AND e.action IN (?, ?) ORDER BY e.seq
"""
KIND = "case_entry"
"""What a timeline calls an entry of a case."""


class CaseEntries:
    """Reads the entries of cases."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`'s connection."""
        self._ledger = ledger

    def of_case(self, number: int) -> tuple[CaseEntryRecord, ...]:
        """Return all entries of a case, the oldest first."""
        with self._ledger.reading():
            return entries_of_case(self._ledger.database, number)

    def notes(self, number: int) -> tuple[CaseEntryRecord, ...]:
        """Return what the operators said to one another, the oldest first."""
        return tuple(one for one in self.of_case(number) if one.kind is CaseEntryKind.NOTE)


def entries_of_case(database: WorkspaceDatabase, number: int) -> tuple[CaseEntryRecord, ...]:
    """Return all entries of a case, with closings that only the log remembers."""
    found = [_entry(row) for row in database.execute_sql(_ENTRIES.format("c.id = ?"), (number,))]
    known = {(entry.kind, entry.at) for entry in found}
    for seq, _case, action, at, operator, body in database.execute_sql(
        _LOGGED, (number, Action.CASE_CLOSE.value, Action.CASE_REOPEN.value)
    ):
        closed = action == Action.CASE_CLOSE.value
        kind = CaseEntryKind.CLOSED if closed else CaseEntryKind.REOPENED
        if (kind, at) not in known:
            moment = stored.moment_text(at)
            found.append(CaseEntryRecord(-int(seq), number, kind, moment, operator, _reason(body)))
    return tuple(sorted(found, key=lambda entry: entry.at))


def timeline_of_case(database: WorkspaceDatabase, number: int) -> list[TimelineEntry]:
    """Return the entries of a case but for notes, which are a conversation of their own."""
    entries = entries_of_case(database, number)
    return _in_timeline(entry for entry in entries if entry.kind is not CaseEntryKind.NOTE)


def openings(database: WorkspaceDatabase, where: str, value: int) -> list[TimelineEntry]:
    """Return the cases opened by hand among those that fit: what stands in a member's timeline."""
    rows = database.execute_sql(
        _ENTRIES.format(f"e.kind = 'opened' AND {NOT_MISTAKEN} AND {where}"), (value,)
    )
    return _in_timeline(map(_entry, rows))


def _in_timeline(entries: Iterable[CaseEntryRecord]) -> list[TimelineEntry]:
    chosen = list(entries)
    opened = [one.case_number for one in chosen if one.kind is CaseEntryKind.OPENED]
    pictures = linked_evidence(SubjectKind.CASE.value, opened)
    return [_line(one, pictures.get(one.case_number, ())) for one in chosen]


def _line(entry: CaseEntryRecord, pictures: tuple[Any, ...]) -> TimelineEntry:
    lines = [("owner", entry.owner)] if entry.owner else []
    if entry.other_case:
        lines.append(("other_case", str(entry.other_case)))
    for name, (before, now) in entry.facts.items():
        lines += [(f"{name}.before", before), (f"{name}.now", now)]
    return TimelineEntry(
        kind=KIND,
        id=entry.id,
        case_number=entry.case_number,
        at=entry.at,
        operator=entry.operator,
        state=entry.kind.value,
        text=entry.text,
        lines=tuple(lines),
        evidence=pictures if entry.kind is CaseEntryKind.OPENED else (),
    )


def _entry(row: tuple[Any, ...]) -> CaseEntryRecord:
    ident, number, kind, at, operator, text, owner, other, facts = row
    return CaseEntryRecord(
        id=ident,
        case_number=number,
        kind=stored.one_of(CaseEntryKind, kind),
        at=stored.moment_text(at),
        operator=operator,
        text=text,
        owner=owner,
        other_case=other,
        facts=_facts(facts),
    )


def _facts(text: str) -> dict[str, tuple[str, str]]:
    return {str(name): (str(was), str(now)) for name, was, now in stored.rows(text, 3)}


def _reason(body: bytes | None) -> str:
    """Return the reason that a log entry tells, if it still does."""
    after = stored.fields(bytes(body).decode()).get("after") if body else None
    return str(after.get("reason", "")) if isinstance(after, dict) else ""
