# SPDX-License-Identifier: MIT
"""Undoing a whole import: possible while nothing later was done to the members it touched.

Who came with the list is withdrawn, not deleted; who was changed or ended has the values of
before. What was imported and undone stays in the history and in the log.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from peewee import Model

from groupdesk.domain.departures import UndoBlock
from groupdesk.domain.enums import Action, MembershipState, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.operators import WorkspaceValue
from groupdesk.models.people import Account, Membership, Snapshot
from groupdesk.models.register import ImportChange, ImportUndo
from groupdesk.services import search
from groupdesk.services.imports import changes, transport
from groupdesk.services.imports import plan as plans
from groupdesk.services.imports.changes import (
    OF_ACCOUNT,
    OF_PERSON,
    OF_STAY,
    OWN_NAME,
    Values,
)
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.pinyin import sort_key
from groupdesk.services.same_person import stays_of
from groupdesk.services.standings import refresh

_TOUCHED = """
SELECT m.id, m.person_id FROM membership m
    WHERE m.group_id = (SELECT group_id FROM snapshot WHERE id = ?1) AND m.snapshot_id = ?1
UNION SELECT m.id, m.person_id FROM import_change c JOIN membership m ON m.id = c.membership_id
    WHERE c.snapshot_id = ?1
UNION SELECT m.id, m.person_id FROM departure d JOIN membership m ON m.id = d.membership_id
    WHERE d.snapshot_id = ?1
"""
# An import that was undone since has left nothing behind, nor has its undoing.
_LATER = """
SELECT p.person_id, e.seq, e.action, e.at, e.operator_name, e.group_id
FROM audit_payload p JOIN audit_entry e ON e.seq = p.seq
WHERE p.seq > ? AND p.person_id IN (SELECT value FROM json_each(?)) AND NOT (
    e.action IN ('member.import', 'import.undo')
    AND EXISTS (SELECT 1 FROM import_undo u WHERE u.snapshot_id = e.subject_id))
ORDER BY e.seq
"""
# Whom a later list found as they were, it did not touch: only their number stands with it.
_CONFIRMED = """
SELECT e.action, e.at, e.operator_name, e.seq, s.file_name, s.counts
FROM snapshot s JOIN audit_entry e ON e.subject_kind = 'snapshot' AND e.subject_id = s.id
    AND e.action = 'member.import'
WHERE s.group_id = ? AND s.id > ?
    AND NOT EXISTS (SELECT 1 FROM import_undo u WHERE u.snapshot_id = s.id)
ORDER BY s.id
"""
_DRAFTED = """
SELECT m.name FROM draft d CROSS JOIN membership m ON m.id = d.membership_id
WHERE m.snapshot_id = ? LIMIT 1
"""
_VALUE_ROW = "workspace_value:"  # so the log names the row of a value, see ledger.digest_key
_MAPPING_ROW = f"{_VALUE_ROW}{transport.MAPPING_KEY}"
_TELL_EACH = 200
_FOUND_BY = frozenset({"name", "nickname", *OF_PERSON, *OF_ACCOUNT})
# They only look, or say themselves what they do, or are about the work and not about the member.
# That the rules were told stays as true as it was of a stay that is withdrawn.
_HARMLESS = frozenset(
    {
        *(Action.REPORT_PRINT, Action.EVIDENCE_SAVE_COPY, Action.MEMBER_EXPORT),
        *(Action.EXIT_SAVE, Action.DENIED, Action.TASK_MARK),
        *(Action.RULES_TELL, Action.RULES_TELL_UNDO),
    }
)
# In another group only what changes the person as such matters.
_OF_PERSON_ACTIONS = frozenset(
    {
        *(Action.MEMBER_ADD, Action.MEMBER_EDIT, Action.MEMBER_BULK, Action.MEMBER_IMPORT),
        *(Action.PERSON_LINK, Action.PERSON_UNLINK),
    }
)


class Undoing:
    """Takes imports back."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def blocked_by(self, snapshot_id: int) -> UndoBlock | None:
        """Return the first thing done since that forbids it; None where it can be undone."""
        with self._ledger.reading():
            return _blocked_by(self._ledger.database, _snapshot(snapshot_id))

    def has_mapping(self, snapshot_id: int) -> bool:
        """Tell whether what this import said of the columns is still used for such lists."""
        with self._ledger.reading():
            return _mapping_of(self._ledger.database, snapshot_id) is not None

    def undo(
        self,
        operation: UUID,
        snapshot_id: int,
        reason: str,
        progress: plans.Progress = lambda _stage, _done, _all: None,
        *,
        forget_mapping: bool = False,
    ) -> Receipt:
        """Take a whole import back, with a reason; all of it, or nothing when it is stopped.

        With `forget_mapping` the next list of this shape is asked about its columns again.

        Raises ValidationError for a missing reason, StateChangedError when it was undone before,
        RefusedError("import_undo_blocked") when something later was done to one of its members,
        RefusedError("import_undo_later") when a later list found members as this one left them.
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            database = self._ledger.database
            snapshot = _snapshot(snapshot_id)
            if ImportUndo.get_or_none(ImportUndo.snapshot == snapshot_id) is not None:
                raise StateChangedError("import_undone_before")
            _require_free(database, snapshot)
            row = ImportUndo.create(
                snapshot=snapshot_id,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                reason=text,
            )
            topics = (Topic.MEMBERS, Topic.GROUPS, Topic.REQUESTS)
            entry.about(SubjectKind.SNAPSHOT, snapshot_id, *topics, group_id=snapshot.group_id)
            taking = _TakingBack(database, entry, snapshot, progress)
            taking.changed()
            taking.new()
            taking.index()
            rows: list[Model] = [row]
            mapping = _mapping_of(database, snapshot_id) if forget_mapping else None
            if mapping is not None:
                mapping.value = ""  # an empty one is asked for again; the log vouches for the row
                mapping.save()
                rows.append(mapping)
            said: dict[str, object] = {"group": snapshot.group.name}
            said |= {"file": snapshot.file_name, "reason": text}
            said |= {"withdrawn": taking.withdrawn, "restored": taking.restored}
            said |= {"mapping_forgotten": True} if mapping is not None else {}
            entry.record(after=said, rows=rows)
            # the list stands first, as in the entry of the import
            entry.payloads.insert(0, entry.payloads.pop())

        return self._ledger.run(operation, Action.IMPORT_UNDO, work)


class _TakingBack:
    """One import being undone, inside the transaction."""

    def __init__(
        self,
        database: WorkspaceDatabase,
        entry: Entry,
        snapshot: Snapshot,
        progress: plans.Progress,
    ) -> None:
        self._database = database
        self._progress = progress
        self._done = 0
        self._whole = len(database.execute_sql(_TOUCHED, (snapshot.id,)).fetchall())
        self._entry = entry
        self._snapshot = snapshot
        self._persons: set[int] = set()
        self._free: list[int] = []
        self.withdrawn = 0
        self.restored = 0

    def changed(self) -> None:
        """Give those who were known before their values of before."""
        stays = ", ".join(f"m.{name}" for name in plans.MEMBERSHIP)
        rows = self._database.execute_sql(
            f"SELECT c.before, c.after, {stays} FROM import_change c"
            " JOIN membership m ON m.id = c.membership_id WHERE c.snapshot_id = ?",
            (self._snapshot.id,),
        ).fetchall()
        restored = []
        for row in rows:
            self._tell()
            before, after = changes.read(row[0]), changes.read(row[1])
            stay = dict(zip(plans.MEMBERSHIP, row[2:], strict=True))
            if after.keys() & _FOUND_BY:
                self._persons.add(stay["person_id"])
            self._give_back(stay, before, after)
            if stay["snapshot_id"] != self._snapshot.id:
                stay |= {name: before[name] for name in OF_STAY if name in before}
                values = (stay[name] for name in OF_STAY)
                restored.append((*values, sort_key(stay["name"]), stay["id"]))
                self._log(stay, after, before)
        self.restored = len(restored)
        columns = ", ".join(f"{name} = ?" for name in (*OF_STAY, "sort_key"))
        sql = f"UPDATE membership SET {columns} WHERE id = ?"
        self._database.connection().executemany(sql, restored)

    def new(self) -> None:
        """Withdraw the stays that began with the list."""
        execute = self._database.execute_sql
        at = self._entry.now_text
        group, withdrawn = self._snapshot.group.name, MembershipState.WITHDRAWN.value
        came = "group_id = ? AND snapshot_id = ?"
        those = (self._snapshot.group_id, self._snapshot.id)
        sql = f"SELECT {', '.join(plans.MEMBERSHIP)} FROM membership WHERE {came}"
        for row in execute(sql, those).fetchall():
            self._tell()
            stay = dict(zip(plans.MEMBERSHIP, row, strict=True))
            now = stay | {"state": withdrawn, "ended_at": at}
            body = changes.payload(
                {"state": stay["state"]},
                {"member": stay["name"], "group": group, "state": withdrawn},
                {f"membership:{stay['id']}": plans.digest(tuple(now.values()))},
            )
            self._entry.payloads.append((stay["person_id"], body))
            self._persons.add(stay["person_id"])
            self.withdrawn += 1
        execute(
            f"UPDATE membership SET state = 'withdrawn', ended_at = ? WHERE {came}", (at, *those)
        )
        # Whoever has no other stay is free to come again as somebody new, under the same id: the
        # list may have been read wrongly.
        execute(
            "UPDATE account SET external_id = NULL, handle = '' WHERE id IN (SELECT m.account_id"
            f" FROM membership m WHERE {came}) AND NOT EXISTS (SELECT 1 FROM membership o"
            " WHERE o.person_id = account.person_id AND +o.state <> 'withdrawn')",
            those,
        )
        for account_id in self._free:
            used = Membership.select().where(Membership.account == account_id).exists()
            if used:
                changed = Account.update(external_id=None, handle="")
                changed.where(Account.id == account_id).execute()
            else:
                Account.delete().where(Account.id == account_id).execute()

    def _tell(self) -> None:
        if self._done % _TELL_EACH == 0:
            self._progress("undo", min(self._done, self._whole), self._whole)
        self._done += 1

    def index(self) -> None:
        """Bring search index and standings in step with what holds now."""
        persons = sorted(self._persons)
        search.index_members(self._database.connection(), stays_of(self._database, persons))
        judged = self._database.execute_sql(
            "SELECT DISTINCT person_id FROM case_file WHERE group_id = ? AND person_id IN"
            " (SELECT value FROM json_each(?))",
            (self._snapshot.group_id, json.dumps(persons)),
        ).fetchall()
        for (person,) in judged:
            refresh(self._database, int(person), self._snapshot.group_id, self._entry.now)

    def _give_back(self, stay: Values, before: Values, after: Values) -> None:
        self._set("person", stay["person_id"], before, OF_PERSON)
        if OWN_NAME in after:  # another group may have renamed them since
            self._database.execute_sql(
                "UPDATE person SET name = ? WHERE id = ? AND name = ?",
                (before[OWN_NAME], stay["person_id"], after[OWN_NAME]),
            )
        if "account_id" in after:
            self._free.append(stored.number(after["account_id"], 1))
        else:
            self._set("account", stay["account_id"], before, OF_ACCOUNT)

    def _set(self, table: str, row_id: int, before: Values, names: Sequence[str]) -> None:
        told = [name for name in names if name in before]
        if told:
            columns = ", ".join(f"{name} = ?" for name in told)
            values = (*(before[name] for name in told), row_id)
            self._database.execute_sql(f"UPDATE {table} SET {columns} WHERE id = ?", values)

    def _log(self, stay: Values, was: Values, now: Values) -> None:
        told = changes.told(was, now)
        old = {change.field: change.before for change in told}
        said = {"member": stay["name"], "group": self._snapshot.group.name}
        said |= {change.field: change.after for change in told}
        row = tuple(stay[name] for name in plans.MEMBERSHIP)
        digests = {f"membership:{stay['id']}": plans.digest(row)}
        body = changes.payload(old, said, digests)
        self._entry.payloads.append((stay["person_id"], body))


def _mapping_of(database: WorkspaceDatabase, snapshot_id: int) -> WorkspaceValue | None:
    """Return the columns that were confirmed with this import, while they are still remembered."""
    found = database.execute_sql(
        "SELECT j.key FROM audit_entry e JOIN audit_payload p ON p.seq = e.seq,"
        " json_each(p.body, '$.rows') j WHERE e.subject_kind = 'snapshot' AND e.subject_id = ?"
        " AND e.action = 'member.import' AND p.person_id IS NULL AND j.key LIKE ?",
        (snapshot_id, f"{_MAPPING_ROW}%"),
    ).fetchone()
    if found is None:
        return None
    key = str(found[0]).removeprefix(_VALUE_ROW)
    return WorkspaceValue.get_or_none((WorkspaceValue.key == key) & (WorkspaceValue.value != ""))


def _snapshot(snapshot_id: int) -> Snapshot:
    found = Snapshot.get_or_none(Snapshot.id == snapshot_id)
    if found is None:
        raise StateChangedError("import_gone")
    return found


def _require_free(database: WorkspaceDatabase, snapshot: Snapshot) -> None:
    block = _blocked_by(database, snapshot)
    if block is not None:
        if block.file:
            raise RefusedError("import_undo_later", file=block.file, seq=block.seq)
        raise RefusedError("import_undo_blocked", seq=block.seq, name=block.member_name)
    drafted = database.execute_sql(_DRAFTED, (snapshot.id,)).fetchone()
    if drafted is not None:
        raise RefusedError("import_undo_drafted", name=str(drafted[0]))
    counts = stored.fields(snapshot.counts)
    kept = ImportChange.select().where(ImportChange.snapshot == snapshot.id).exists()
    if counts.get("changed") and not kept:
        raise RefusedError("import_undo_unknown")


def _blocked_by(database: WorkspaceDatabase, snapshot: Snapshot) -> UndoBlock | None:
    seq = database.execute_sql(
        "SELECT seq FROM audit_entry WHERE subject_kind = 'snapshot' AND subject_id = ?"
        " AND action = 'member.import'",
        (snapshot.id,),
    ).fetchone()
    touched = {int(p): int(m) for m, p in database.execute_sql(_TOUCHED, (snapshot.id,))}
    if seq is None:
        raise StateChangedError("import_gone")
    later = database.execute_sql(_LATER, (seq[0], json.dumps(sorted(touched))))
    told = _told_of_person(database, snapshot.id)
    for found in _that_matter(later, snapshot.group_id, told):
        person, at_seq, action, at, operator = found
        name = Membership.get_by_id(touched[person]).name
        return UndoBlock(name, action, stored.moment_text(at), operator, at_seq)
    values = (snapshot.group_id, snapshot.id)
    for action, at, operator, at_seq, file, counts in database.execute_sql(_CONFIRMED, values):
        if touched and stored.fields(counts).get("unchanged"):
            return UndoBlock("", action, stored.moment_text(at), operator, at_seq, file)
    return None


def _that_matter(
    later: Iterable[Sequence[Any]], group_id: int, of_person: set[int]
) -> Iterable[tuple[int, int, str, str, str]]:
    for person, seq, action, at, operator, group in later:
        done = stored.one_of(Action, action)
        here = group in {group_id, None}
        elsewhere = person in of_person and done in _OF_PERSON_ACTIONS
        if done not in _HARMLESS and (here or elsewhere):
            yield int(person), int(seq), done.value, str(at), str(operator)


def _told_of_person(database: WorkspaceDatabase, snapshot_id: int) -> set[int]:
    """Return of whom the list said what belongs to the person, whatever the group."""
    found = set()
    for person, after in database.execute_sql(
        "SELECT m.person_id, c.after FROM import_change c JOIN membership m"
        " ON m.id = c.membership_id WHERE c.snapshot_id = ?",
        (snapshot_id,),
    ):
        if changes.read(after).keys() & {*OF_PERSON, *OF_ACCOUNT}:
            found.add(int(person))
    return found
