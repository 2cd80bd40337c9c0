# SPDX-License-Identifier: MIT
"""Writes a confirmed import: everything in the one transaction that the ledger holds.

Rows go in by plain executemany, for a list may have a hundred thousand; what is written and
logged is the same as for a member added or edited by hand.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from peewee import Model

from groupdesk.domain.enums import DepartureHow, MembershipState, SubjectKind, Topic
from groupdesk.domain.import_preview import FieldChange, LineKind, Take, changed_kind
from groupdesk.domain.import_records import ImportRow
from groupdesk.domain.records import GroupRecord
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Membership
from groupdesk.services import search
from groupdesk.services.imports import changes
from groupdesk.services.imports import plan as plans
from groupdesk.services.imports.changes import Changes
from groupdesk.services.imports.compare import said
from groupdesk.services.imports.departing import Departing
from groupdesk.services.imports.departures import Missing, renamed, undecided
from groupdesk.services.imports.match import Known, Matched
from groupdesk.services.imports.plan import Plan, Progress
from groupdesk.services.imports.register import Stay
from groupdesk.services.ledger import Entry, digest_key, digest_of
from groupdesk.services.person_names import name_after
from groupdesk.services.pinyin import sort_key
from groupdesk.services.rejoin_state import expected, note_back
from groupdesk.services.same_person import stays_of
from groupdesk.services.standings import refresh

_PERSON = (
    "INSERT INTO person (id, name, language, company, phone, email, tags, note, key_customer,"
    " protected, created_at, account_owner) VALUES (?,?,?,?,?,?,?,?,0,0,?,?)"
)
_ACCOUNT = "INSERT INTO account (id, person_id, platform, external_id, handle) VALUES (?,?,?,?,?)"
_MEMBERSHIP = (
    "INSERT INTO membership (id, group_id, person_id, account_id, name, nickname, role, is_bot,"
    " joined_at, joined_how, invited_by, last_active, message_count, state, ended_at,"
    " snapshot_id, standing_step, waiting, case_count, sort_key)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,0,0,?)"
)
_CHANGE_MEMBERSHIP = (
    "UPDATE membership SET name = ?, nickname = ?, role = ?, is_bot = ?, joined_at = ?,"
    " joined_how = ?, invited_by = ?, last_active = ?, message_count = ?, state = ?,"
    " ended_at = ?, account_id = ?, sort_key = ? WHERE id = ?"
)
_CHANGE_PERSON = (
    "UPDATE person SET name = ?, language = ?, company = ?, phone = ?, email = ?, tags = ?,"
    " note = ?, account_owner = ? WHERE id = ?"
)
_KNOWN_AT_ONCE = 200  # members who are changed one by one, before others may write
_CHANGE_ACCOUNT = "UPDATE account SET external_id = ?, handle = ? WHERE id = ?"


class Writing:
    """One import being written, inside the transaction."""

    def __init__(
        self,
        database: WorkspaceDatabase,
        entry: Entry,
        group: GroupRecord,
        snapshot_id: int,
        progress: Progress,
    ) -> None:
        """Write to `group` as the snapshot of this id, and log in `entry`."""
        self._database = database
        self._entry = entry
        self._group = group
        self._progress = progress
        self._indexed: set[int] = set()
        self._snapshot_id = snapshot_id
        self._changes = Changes(database, snapshot_id)
        self._expected = expected(database, group.id)
        self._departing = Departing(database, entry, group, snapshot_id)

    def snapshot(
        self,
        values: Sequence[str],
        counts: dict[str, int],
        rows: Sequence[Model] = (),
    ) -> None:
        """Write the snapshot: `values` are file name, SHA-256, format and encoding.

        The log vouches for `rows` beside it.
        """
        entry, group = self._entry, self._group
        self._database.execute_sql(
            "INSERT INTO snapshot (id, group_id, taken_at, file_name, sha256, format, encoding,"
            " counts) VALUES (?,?,?,?,?,?,?,?)",
            (self._snapshot_id, group.id, entry.now_text, *values, json.dumps(counts)),
        )
        topics = (Topic.MEMBERS, Topic.GROUPS)
        entry.about(SubjectKind.SNAPSHOT, self._snapshot_id, *topics, group_id=group.id)
        name, sha256, kind, encoding = values
        told = {"file": name, "sha256": sha256, "format": kind, "encoding": encoding}
        entry.record(after={"group": group.name, **told, **counts}, rows=rows)

    def new(self, plan: Plan) -> None:
        """Write the people who are new to the register."""
        connection = self._database.connection()
        total = len(plan.memberships)
        for sql, rows in (
            (_PERSON, plan.persons),
            (_ACCOUNT, plan.accounts),
            (_MEMBERSHIP, plan.memberships),
        ):
            for part in _parts(rows):
                connection.executemany(sql, part)
                self._go_on(0, total)
        for done, part in enumerate(_parts(plan.search)):
            search.put_new(connection, part)
            self._go_on(done * plans.STEP, total)
        self._entry.payloads.extend(plan.payloads)

    def known(self, known: Known, row: ImportRow) -> None:
        """Write what the list says of a member who is here."""
        old, taken = known.stay, known.changes
        stay = plans.merged(old, row, taken, self._entry.now_text)
        own = name_after(self._database, stay.person_id, old.person_name, old.name, stay.name)
        stay = self._write_person(old, stay._replace(person_name=own))
        self._database.execute_sql(
            _CHANGE_MEMBERSHIP,
            (
                stay.name, stay.nickname, stay.role, stay.is_bot, stay.joined_at, stay.joined_how,
                stay.invited_by, stay.last_active, stay.message_count, stay.state, stay.ended_at,
                stay.account_id, sort_key(stay.name), stay.membership_id,
            ),
        )  # fmt: skip
        before = {change.field: change.before for change in taken}
        after = {change.field: change.after for change in taken}
        if own != old.person_name != old.name:
            before[changes.OWN_NAME], after[changes.OWN_NAME] = old.person_name, own
        digests = self._changes.add(old, stay)
        if stay.state != old.state:
            digests |= self._departing.note(stay, DepartureHow.UNKNOWN, 0)
        self._log(stay, before, after, digests)

    def new_stay(self, known: Known, row: ImportRow, membership_id: int) -> None:
        """Write a new stay of a person whom the register knows from before or from elsewhere."""
        changes = [c for c in known.changes if c.field in _OF_PERSON]
        begun = plans.as_new_stay(known, row, membership_id, self._snapshot_id)
        stay = self._write_person(
            known.stay, plans.merged(begun, row, changes, self._entry.now_text)
        )
        self._database.execute_sql(
            _MEMBERSHIP, (*plans.columns(stay, self._group.id), sort_key(stay.name))
        )
        refresh(self._database, stay.person_id, self._group.id, self._entry.now)
        before = {change.field: change.before for change in changes}
        digests = self._changes.add(known.stay, stay) | self._back(stay)
        self._log(stay, before, said(row._replace(name=stay.name)), digests)

    def _back(self, stay: Stay) -> dict[str, str]:
        """Write down that somebody who may come back is here; return the digests for the log."""
        here = stay.state == MembershipState.ACTIVE.value
        if not here or stay.person_id not in self._expected:
            return {}
        rows = note_back(
            self._entry,
            self._database,
            Membership.get_by_id(stay.membership_id),
            known=self._expected,
            snapshot_id=self._snapshot_id,
        )
        return {digest_key(row): digest_of(row) for row in rows}

    def end(self, leavers: Iterable[tuple[Stay, DepartureHow, int]]) -> None:
        """End the stays of those who are missing from the list."""
        self._departing.end(leavers, self._changes)

    def finish(self) -> None:
        """Write what was kept to undo it, and bring the search index in step in all groups."""
        self._changes.write()
        self._departing.write()
        stays = stays_of(self._database, self._indexed)
        for done, part in enumerate(_parts(stays)):
            search.index_members(self._database.connection(), part)
            self._go_on(done * plans.STEP, len(stays))

    def _go_on(self, done: int, total: int) -> None:
        """Say how far it is; stop where the person cancelled, or somebody waits to write."""
        self._progress("write", done, total)
        self._entry.give_way()

    def _write_person(self, old: Stay, new: Stay) -> Stay:
        execute = self._database.execute_sql
        said, known = map(_of_person, (new, old))
        if said != known:
            execute(_CHANGE_PERSON, (*said, new.person_id))
        if (new.external_id, new.handle) == (old.external_id, old.handle):
            return new
        if new.account_id is not None:
            execute(_CHANGE_ACCOUNT, (new.external_id, new.handle, new.account_id))
            return new
        platform = self._group.platform.value
        made = execute(_ACCOUNT, (None, new.person_id, platform, new.external_id, new.handle))
        return new._replace(account_id=made.lastrowid)

    def _log(
        self, stay: Stay, before: dict[str, str], after: dict[str, str], digests: dict[str, str]
    ) -> None:
        named = {"member": stay.name, "group": self._group.name, **after}
        row = plans.columns(stay, self._group.id)
        vouched = {f"membership:{stay.membership_id}": plans.digest(row), **digests}
        body = changes.payload(before, named, vouched)
        self._entry.payloads.append((stay.person_id, body))
        self._indexed.add(stay.person_id)
        if len(self._entry.payloads) % _KNOWN_AT_ONCE == 0:
            self._go_on(len(self._entry.payloads), 0)


def _of_person(stay: Stay) -> tuple[str | None, ...]:
    contact = (stay.company, stay.phone, stay.email)
    about = (stay.tags, stay.note, stay.account_owner)
    return (stay.person_name, stay.language, *contact, *about)


_OF_PERSON = frozenset(
    {
        *("external_id", "handle", "phone", "email", "company", "account_owner"),
        *("language", "tags", "note"),
    }
)


def chosen(matched: Matched, rows: Sequence[ImportRow], take: Take, missing: Missing) -> Matched:
    """Return what is taken in: without what was left out, with the conflicts as decided."""
    result = Matched(unchanged=matched.unchanged[:], other_accounts=matched.other_accounts)
    same = renamed(matched, missing, rows, take)
    taken = {known.position for known in same}
    taken.update(chain.from_iterable(undecided(missing, take).values()))
    new = LineKind.NEW
    result.new.extend(p for p in matched.new if p not in taken and take.takes(new, rows[p].line))
    for name in ("elsewhere", "returning"):
        known: list[Known] = getattr(matched, name)
        kept = [one for one in known if take.takes(new, rows[one.position].line)]
        setattr(result, name, kept)
    for one in matched.changed:
        kind = changed_kind(one.changes) if take.compare else LineKind.CHANGED
        if take.takes(kind, rows[one.position].line):
            result.changed.append(one)
    for one in same:
        result.place(one.position, rows[one.position], one.stay)
    for conflict in matched.conflicts:
        row = rows[conflict.position]
        wanted = take.decisions.get(row.line)
        if wanted == 0 and conflict.may_be_new:
            result.new.append(conflict.position)
        for stay in conflict.candidates:
            if stay.membership_id == wanted:
                result.place(conflict.position, row, stay)
    result.changed = [
        replace(one, changes=told)
        for one in result.changed
        if (told := _without_left(one.changes, rows[one.position].line, take))
    ]
    return result


def _without_left(found: Iterable[FieldChange], line: int, take: Take) -> tuple[FieldChange, ...]:
    return tuple(change for change in found if (line, change.field) not in take.left_fields)


def _parts(rows: Iterable[Any]) -> Iterable[list[Any]]:
    stream = iter(rows)
    while part := list(islice(stream, plans.STEP)):
        yield part
