# SPDX-License-Identifier: MIT
"""One change to many members, in one transaction, with what was there before in the log."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from groupdesk.domain.enums import Action, MemberRole, SubjectKind, Topic
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.member_bulk import BulkChange, BulkDone, BulkPreview
from groupdesk.domain.records import MemberFields, Receipt
from groupdesk.models import stored
from groupdesk.models.people import Membership
from groupdesk.services import search
from groupdesk.services.jobs import JobContext
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.member_fields import said

Progress = Callable[[str, int, int], object]
IN_A_THREAD = 500
"""More members than these are changed by a process of their own, or the window would wait."""

_BATCH = 500
_CHOSEN = """
SELECT m.id, m.person_id, m.name, m.role, p.language, p.tags, p.note, p.key_customer, p.protected,
    g.name, m.group_id, p.account_owner
FROM membership m JOIN person p ON p.id = m.person_id JOIN customer_group g ON g.id = m.group_id
WHERE m.id IN (SELECT value FROM json_each(?)) AND m.state <> 'withdrawn' ORDER BY m.id
"""
_PERSON = """
UPDATE person SET language = ?, tags = ?, note = ?, key_customer = ?, protected = ?,
    account_owner = ? WHERE id = ?
"""
_STAYS = "SELECT id FROM membership WHERE person_id IN (SELECT value FROM json_each(?))"


class MemberBulk:
    """Changes many members at once. A person who is chosen in several groups is changed once."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def preview(
        self,
        ids: Sequence[int],
        change: BulkChange,
        progress: Progress = lambda _stage, _done, _all: None,
    ) -> BulkPreview:
        """Count whom a change would change. Raises ValidationError for the change."""
        change = change.checked()
        chosen = changed = 0
        people: set[int] = set()
        with self._ledger.reading():
            for batch in self._batches(ids):
                progress("count", chosen, len(ids))
                chosen += len(batch)
                for row in batch:
                    before = _fields(row)
                    if change.of(before) != before:
                        changed += 1
                        people.add(row[1])
        return BulkPreview(chosen, changed, len(people))

    def run(
        self,
        operation: UUID,
        ids: Sequence[int],
        change: BulkChange,
        progress: Progress = lambda _stage, _done, _all: None,
    ) -> BulkDone:
        """Change all of them or, after an error, none; say how many.

        Raises ValidationError for the change, or "ids" where it would change nobody, and
        RefusedError("group_archived") where it would change somebody in an archived group.
        """
        change = change.checked()

        def work(entry: Entry) -> None:
            seen: set[int] = set()
            members = 0
            groups: set[int] = set()
            first = 0
            for done, batch in enumerate(self._batches(ids)):
                progress("write", done * _BATCH, len(ids))
                changed = self._change(entry, batch, change, seen)
                members += len(changed)
                groups |= {row[10] for row in changed}
                first = first or (changed[0][0] if changed else 0)
            if not members:
                raise ValidationError("ids", "bulk_same")
            require_in_use(*groups)
            one = next(iter(groups)) if len(groups) == 1 else None
            entry.about(SubjectKind.MEMBERSHIP, first, Topic.MEMBERS, group_id=one)
            entry.record(after={"members": members, **_summary(change)})

        receipt = self._ledger.run(operation, Action.MEMBER_BULK, work)
        return done(self._ledger, receipt)

    def _batches(self, ids: Sequence[int]) -> Iterator[list[tuple[Any, ...]]]:
        database = self._ledger.database
        for start in range(0, len(ids), _BATCH):
            chosen = json.dumps(list(ids[start : start + _BATCH]))
            yield database.execute_sql(_CHOSEN, (chosen,)).fetchall()

    def _change(
        self, entry: Entry, batch: list[tuple[Any, ...]], change: BulkChange, seen: set[int]
    ) -> list[tuple[Any, ...]]:
        """Write what changes of these; return their rows."""
        pairs = []
        for row in batch:
            before = _fields(row)
            after = change.of(before)
            if row[1] in seen:  # the person was changed with another stay
                after = replace(before, role=after.role)
            seen.add(row[1])
            if after != before:
                pairs.append((row, before, after))
        changed_roles = self._give_roles(
            [(row[0], after.role) for row, before, after in pairs if after.role is not before.role]
        )
        people = [_person(row[1], after) for row, before, after in pairs if _own(before, after)]
        connection = self._ledger.database.connection()
        connection.executemany(_PERSON, people)
        if (
            change.add_tags
            or change.remove_tags
            or change.add_note
            or change.account_owner is not None
        ):
            ids = json.dumps([person[-1] for person in people])
            stays = connection.execute(_STAYS, (ids,)).fetchall()
            search.index_members(connection, [stay[0] for stay in stays])
        for row, before, after in pairs:
            role = changed_roles.get(row[0])
            rows = [] if role is None else [role]
            record_change(entry, row[1], (row[2], row[9]), before, after, rows)
        return [row for row, _, _ in pairs]

    @staticmethod
    def _give_roles(roles: Sequence[tuple[int, MemberRole]]) -> dict[int, Membership]:
        wanted = dict(roles)
        stays = {}
        if wanted:
            for stay in Membership.select().where(Membership.id.in_(list(wanted))):
                stay.role = wanted[stay.id].value
                stay.save()
                stays[stay.id] = stay
        return stays


def bulk_job(context: JobContext, args: dict[str, Any]) -> BulkDone:
    """Change many members: `operation`, `ids`, `change`."""
    return context.desk.bulk.run(args["operation"], args["ids"], args["change"], context.progress)


def count_job(context: JobContext, args: dict[str, Any]) -> BulkPreview:
    """Count whom a change would change: `ids`, `change`."""
    return context.desk.bulk.preview(args["ids"], args["change"], context.progress)


def done(ledger: Ledger, receipt: Receipt) -> BulkDone:
    """Return what the log entry of a receipt says was done: also for one that came twice."""
    with ledger.reading():
        row = ledger.database.execute_sql(
            "SELECT body FROM audit_payload WHERE seq = ? AND person_id IS NULL", (receipt.seq,)
        ).fetchone()
    told = json.loads(row[0])["after"]
    return BulkDone(receipt, int(told["members"]), int(told.get("not_undone", 0)))


def _fields(row: tuple[Any, ...]) -> MemberFields:
    return MemberFields(
        name=row[2],
        role=stored.one_of(MemberRole, row[3]),
        language=row[4],
        tags=stored.names(row[5]),
        note=row[6],
        key_customer=bool(row[7]),
        protected=bool(row[8]),
        account_owner=row[11] or "",
    )


def _own(before: MemberFields, after: MemberFields) -> bool:
    """Tell whether something of the person changes, beside the role in this group."""
    return replace(after, role=before.role) != before


def _person(person_id: int, fields: MemberFields) -> tuple[object, ...]:
    tags = json.dumps(list(fields.tags), ensure_ascii=False)
    return (
        fields.language, tags, fields.note, fields.key_customer, fields.protected,
        fields.account_owner, person_id,
    )  # fmt: skip


def record_change(
    entry: Entry,
    person_id: int,
    member_and_group: tuple[str, str],
    before: MemberFields,
    after: MemberFields,
    rows: Sequence[Membership],
) -> None:
    """Write into the log what was before and after, as far as it is another."""
    was, now = said(before), said(after)
    changed = sorted(key for key in was | now if was.get(key) != now.get(key))
    member, group = member_and_group
    entry.record(
        person_id=person_id,
        before={key: was.get(key, "") for key in changed},
        after={"member": member, "group": group} | {key: now.get(key, "") for key in changed},
        rows=rows,
    )


def _summary(change: BulkChange) -> dict[str, object]:
    """Return what the log says of the change as a whole."""
    summary: dict[str, object] = {
        "tags_added": ", ".join(change.add_tags),
        "tags_removed": ", ".join(change.remove_tags),
        "note_added": change.add_note,
        "account_owner": change.account_owner,
        "language": change.language,
        "role": change.role and change.role.value,
        "key_customer": change.key_customer,
        "protected": change.protected,
    }
    told = {key: value for key, value in summary.items() if value not in {"", None}}
    return told | ({"account_owner": ""} if change.account_owner == "" else {})
