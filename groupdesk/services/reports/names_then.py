# SPDX-License-Identifier: MIT
"""What operators were called when they acted: the log keeps each change of a name."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Final, TypeVar

from groupdesk.domain.appeal_papers import AppealDecided, AppealOnPaper, AppealTurn
from groupdesk.domain.clock import from_text
from groupdesk.domain.enums import Action
from groupdesk.domain.report_records import (
    Approval,
    AuditAct,
    CarriedStep,
    CaseFileContent,
    CaseNote,
    EvidenceItem,
    Overturned,
    PublishedVersion,
    RedactedCopy,
    Removal,
    ReversedBy,
    Shortened,
    StepTry,
    TimelineAct,
)
from groupdesk.domain.report_review import ReviewedMember, ReviewTurn
from groupdesk.models.database import WorkspaceDatabase

_RENAMED = """
SELECT e.at, p.body, o.name FROM audit_entry e
JOIN audit_payload p ON p.seq = e.seq JOIN operator o ON o.id = e.subject_id
WHERE e.action = ? ORDER BY e.seq
"""
_NAMED: Final[Mapping[type, tuple[str, str]]] = {
    AppealDecided: ("by", "at"),
    AppealOnPaper: ("recorded_by", "received_at"),
    AppealTurn: ("operator", "at"),
    Approval: ("operator", "at"),
    AuditAct: ("operator", "at"),
    CarriedStep: ("done_by", "done_at"),
    CaseFileContent: ("opened_by", "opened_at"),
    CaseNote: ("operator", "at"),
    EvidenceItem: ("added_by", "added_at"),
    Overturned: ("decided_by", "decided_at"),
    PublishedVersion: ("published_by", "published_at"),
    RedactedCopy: ("operator", "at"),
    Removal: ("decided_by", "decided_at"),
    ReversedBy: ("operator", "at"),
    ReviewedMember: ("decided_by", "decided_at"),
    ReviewTurn: ("operator", "at"),
    Shortened: ("by", "at"),
    StepTry: ("by", "at"),
    TimelineAct: ("operator", "at"),
}
"""Of the records that name an operator: which field does, and which says when that was."""

_Record = TypeVar("_Record")


class NamesThen:
    """The names that operators of a workspace had before, by the name that each has now."""

    def __init__(self, before: Mapping[str, tuple[tuple[datetime, str], ...]]) -> None:
        """Take, for a name of today, until when each earlier one was in use, the oldest first."""
        self._before = before

    def at(self, name: str, moment: datetime) -> str:
        """Return what whoever is called `name` today was called at that moment."""
        return next((was for until, was in self._before.get(name, ()) if moment < until), name)

    def earlier(self, name: str) -> tuple[str, ...]:
        """Return what whoever is called `name` today was called before, each once."""
        known = dict.fromkeys(was for _until, was in self._before.get(name, ()))
        return tuple(was for was in known if was != name)

    def in_record(self, record: _Record) -> _Record:
        """Return content of a report in which whoever acted has the name of that day."""
        return self._replaced(record) if self._before else record

    def _replaced(self, record: _Record) -> _Record:
        changes: dict[str, object] = {}
        for field in fields(record):  # type: ignore[arg-type]  # only records come here
            value = getattr(record, field.name)
            if isinstance(value, tuple):
                changes[field.name] = tuple(map(self._value, value))
            elif is_dataclass(value):
                changes[field.name] = self._value(value)
        named, when = _NAMED.get(type(record), ("", ""))
        moment = getattr(record, when) if named else None
        if moment is not None:
            changes[named] = self.at(getattr(record, named), moment)
        return replace(record, **changes)  # type: ignore[type-var]  # only records come here

    def _value(self, value: object) -> object:
        return self._replaced(value) if is_dataclass(value) else value


def names_then(database: WorkspaceDatabase) -> NamesThen:
    """Return the names of then, as the log has them; an entry that was erased changes none."""
    before: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    rows = database.execute_sql(_RENAMED, (Action.OPERATOR_EDIT.value,))
    for at, body, name in rows:
        was = _name_before(body)
        if was:
            before[str(name)].append((from_text(at), was))
    return NamesThen({name: tuple(spans) for name, spans in before.items()})


def _name_before(body: bytes | None) -> str:
    """Return the name that an entry changed, empty where it changed another thing."""
    try:
        content = json.loads(body or b"{}")
    except ValueError:
        return ""  # verify names it
    before = content.get("before") if isinstance(content, dict) else None
    name = before.get("name") if isinstance(before, dict) else None
    return name if isinstance(name, str) else ""
