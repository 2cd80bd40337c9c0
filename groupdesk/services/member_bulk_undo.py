# SPDX-License-Identifier: MIT
"""Taking back one change to many members: a change of its own, logged like the first one."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID

from groupdesk.domain.enums import Action, MemberRole, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError
from groupdesk.domain.member_bulk import BulkDone
from groupdesk.domain.records import MemberFields
from groupdesk.models import stored
from groupdesk.models.audit import AuditEntry
from groupdesk.models.people import Group, Membership, Person
from groupdesk.services import search
from groupdesk.services.jobs import JobContext
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.member_bulk import Progress, done, record_change
from groupdesk.services.member_fields import said

_BATCH = 500
_SEARCHED = frozenset({"tags", "note"})
_PAYLOADS = """
SELECT person_id, body FROM audit_payload
WHERE seq = ? AND person_id IS NOT NULL ORDER BY position LIMIT ? OFFSET ?
"""
_STAYS = "SELECT id FROM membership WHERE person_id IN (SELECT value FROM json_each(?))"


class _Change(NamedTuple):
    """What the log says was done to one member."""

    person_id: int
    member: str
    group: str
    stay_id: int | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]


class BulkUndoing:
    """Gives each member back what a change took, unless somebody changed it again since."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def undo(
        self,
        operation: UUID,
        seq: int,
        progress: Progress = lambda _stage, _done, _all: None,
    ) -> BulkDone:
        """Take back the change with the log entry `seq`; say how many have their values again.

        Raises StateChangedError("entry_gone") where that is no such change,
        RefusedError("bulk_undo_none") where nothing is left of it, and
        RefusedError("group_archived").
        """

        def work(entry: Entry) -> None:
            undone = AuditEntry.get_or_none(AuditEntry.seq == seq)
            if undone is None or undone.action != Action.MEMBER_BULK.value:
                raise StateChangedError("entry_gone", seq=seq)
            members = left = 0
            for batch, whole in self._batches(seq):
                progress("write", members + left, whole)
                given = sum(_give_back(entry, change) for change in batch)
                self._find_again(batch)
                members, left = members + given, left + len(batch) - given
                groups = Group.select().where(Group.name.in_({one.group for one in batch}))
                require_in_use(*(group.id for group in groups))
            if not members:
                raise RefusedError("bulk_undo_none")
            entry.about(
                SubjectKind.MEMBERSHIP, undone.subject_id, Topic.MEMBERS, group_id=undone.group_id
            )
            told: dict[str, object] = {"members": members, "undoes_entry": seq}
            entry.record(after=told | ({"not_undone": left} if left else {}))

        return done(self._ledger, self._ledger.run(operation, Action.MEMBER_BULK, work))

    def _batches(self, seq: int) -> Iterator[tuple[list[_Change], int]]:
        database = self._ledger.database
        count = "SELECT count(*) FROM audit_payload WHERE seq = ? AND person_id IS NOT NULL"
        whole = int(database.execute_sql(count, (seq,)).fetchone()[0])
        for start in range(0, whole, _BATCH):
            rows = database.execute_sql(_PAYLOADS, (seq, _BATCH, start)).fetchall()
            yield [_change(*row) for row in rows], whole

    def _find_again(self, batch: Sequence[_Change]) -> None:
        """Bring the search in step with what was given back."""
        people = [one.person_id for one in batch if one.before.keys() & _SEARCHED]
        connection = self._ledger.database.connection()
        stays = connection.execute(_STAYS, (json.dumps(people),)).fetchall()
        search.index_members(connection, [stay[0] for stay in stays])


def undo_job(context: JobContext, args: dict[str, Any]) -> BulkDone:
    """Take a change to many members back: `operation`, `seq`."""
    return context.desk.bulk_undo.undo(args["operation"], args["seq"], context.progress)


def _change(person_id: int, body: bytes) -> _Change:
    content = json.loads(body)
    after = content["after"]
    member, group = after.pop("member", ""), after.pop("group", "")
    rows = content.get("rows", {})
    stay = next((int(key.partition(":")[2]) for key in rows if key.startswith("membership:")), None)
    return _Change(person_id, member, group, stay, content.get("before", {}), after)


def _give_back(entry: Entry, change: _Change) -> bool:
    """Write what was before; leave alone and say so what is no longer as the change left it."""
    person = Person.get_by_id(change.person_id)
    stay = None if change.stay_id is None else Membership.get_or_none(id=change.stay_id)
    if stay is None and "role" in change.after:
        return False
    now = MemberFields(
        name=change.member,
        role=MemberRole.MEMBER if stay is None else stored.one_of(MemberRole, stay.role),
        language=person.language,
        tags=stored.names(person.tags),
        note=person.note,
        key_customer=bool(person.key_customer),
        protected=bool(person.protected),
        account_owner=person.account_owner or "",
    )
    holds = said(now)
    if any(holds.get(name, "") != (value or "") for name, value in change.after.items()):
        return False
    was = replace(now, **_values(change.before, now.tags))
    if stay is not None:
        stay.role = was.role.value
        stay.save()
    person.language, person.note = was.language, was.note
    person.tags = json.dumps(list(was.tags), ensure_ascii=False)
    person.account_owner = was.account_owner
    person.key_customer, person.protected = was.key_customer, was.protected
    person.save()
    rows = [] if stay is None else [stay]
    record_change(entry, change.person_id, (change.member, change.group), now, was, rows)
    return True


def _values(before: Mapping[str, Any], tags: Sequence[str]) -> dict[str, Any]:
    """Return as fields what the log says was before."""
    found: dict[str, Any] = dict(before)
    if "role" in found:
        found["role"] = stored.one_of(MemberRole, found["role"])
    if "tags" in found:
        found["tags"] = _tags(str(found["tags"]), tags)
    return {key: bool(found[key]) if key in _FLAGS else found[key] for key in found}


_FLAGS = frozenset({"key_customer", "protected"})


def _tags(joined: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return the tags that were joined with commas; a known one may hold a comma itself."""
    found = []
    while joined:
        fitting = [tag for tag in known if joined == tag or joined.startswith(f"{tag}, ")]
        tag = max(fitting, key=len) if fitting else joined.partition(", ")[0]
        found.append(tag)
        joined = joined[len(tag) + 2 :]
    return tuple(found)
