# SPDX-License-Identifier: MIT
"""One person over many accounts and groups: linking entries, taking it back, and the whole view.

Links are a forest. Each `person_link` row says that one entry is the person of another, or, with
no other, that it is not after all; the last row of an entry holds. `person.same_as_id` is worked
out from it: always the root, so that undoing any link gives back what was before it. Nothing else
is rewritten: acts, cases and register data stay with the entry they were recorded under.
"""

from itertools import islice
from typing import Any
from uuid import UUID

from groupdesk.domain.decision_enums import BlockState
from groupdesk.domain.enums import Action, MemberRole, Platform, SubjectKind, Topic
from groupdesk.domain.enums import MembershipState as State
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.person_records import (
    BlockRecord,
    LinkPreview,
    PersonAccount,
    PersonEntry,
    PersonHit,
    PersonLinkRecord,
    PersonRecord,
    PersonStay,
)
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.models import stored
from groupdesk.models.people import Membership
from groupdesk.models.register import PersonApart, PersonLink
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.person_names import name_of, name_sql
from groupdesk.services.same_person import among, entries_of
from groupdesk.services.standings import refresh

_TOPICS = (Topic.MEMBERS, Topic.CASES, Topic.TASKS)
_STAYS = """
SELECT m.id, m.person_id, g.id, g.name, m.name, m.nickname, m.role, m.state, m.joined_at,
    m.ended_at, g.ladder, m.standing_step, m.standing_until, m.waiting, m.case_count
FROM membership m JOIN customer_group g ON g.id = m.group_id
WHERE m.person_id IN {0} AND m.state <> 'withdrawn'
ORDER BY m.state <> 'active', g.name, m.id DESC
"""
_LINKS = f"""
SELECT l.person_id, {name_sql("p")}, {name_sql("s")}, l.recorded_at, o.name, l.reason
FROM person_link l JOIN person p ON p.id = l.person_id JOIN person s ON s.id = l.same_as_id
JOIN operator o ON o.id = l.operator_id
WHERE l.person_id IN {{0}}
    AND l.id = (SELECT max(x.id) FROM person_link x WHERE x.person_id = l.person_id)
ORDER BY l.id
"""
_BLOCKS = f"""
SELECT b.person_id, {name_sql("p")}, b.state, b.recorded_at, o.name, b.reason,
    coalesce(b.case_id, 0)
FROM block_entry b JOIN person p ON p.id = b.person_id JOIN operator o ON o.id = b.operator_id
WHERE b.person_id IN {{0}} ORDER BY b.id DESC
"""


class Persons:
    """The persons of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def get(self, person_id: int) -> PersonRecord:
        """Return the person whom an entry belongs to. Raises StateChangedError("person_gone")."""
        with self._ledger.reading():
            return self._record(person_id)

    def of_member(self, membership_id: int) -> PersonRecord:
        """Return the person of a stay. Raises StateChangedError("person_gone")."""
        with self._ledger.reading():
            stay = Membership.get_or_none(Membership.id == membership_id)
            if stay is None:
                raise StateChangedError("person_gone")
            return self._record(stay.person_id)

    def find(self, text: str, limit: int = 20) -> tuple[PersonHit, ...]:
        """Return persons found by what the member search finds, each of them once."""
        from groupdesk.services import search  # noqa: PLC0415  # see Members.ids

        with self._ledger.reading():
            database = self._ledger.database
            ids = search.first_ids(database.connection(), text, 10 * limit)
            rows = database.execute_sql(
                f"SELECT s.id, {name_sql('s')}, m.name, m.nickname, s.company, g.name"
                " FROM membership m JOIN person p ON p.id = m.person_id"
                " JOIN person s ON s.id = coalesce(p.same_as_id, p.id)"
                " JOIN customer_group g ON g.id = m.group_id"
                f" WHERE m.id IN {among(ids)} ORDER BY m.sort_key, m.id"
            ).fetchall()
        stays_of: dict[int, list[tuple[str, ...]]] = {}
        for person, *stay in rows:
            stays_of.setdefault(int(person), []).append(tuple(stay))
        hits = []
        for person, stays in islice(stays_of.items(), limit):
            name, _, nickname, company, group = stays[0]
            others = (stay[1] for stay in stays if stay[1] != name)
            about = dict.fromkeys(filter(None, (*others, nickname, company, group)))
            hits.append(PersonHit(person, name, " · ".join(about), len(stays)))
        return tuple(hits)

    def linked(self) -> tuple[PersonRecord, ...]:
        """Return the persons with more than one entry, those linked last first."""
        with self._ledger.reading():
            roots = self._ledger.database.execute_sql(
                "SELECT p.same_as_id, max(l.id) FROM person p"
                " JOIN person_link l ON l.person_id = p.id"
                " WHERE p.same_as_id IS NOT NULL GROUP BY p.same_as_id ORDER BY 2 DESC LIMIT 500"
            ).fetchall()
            return tuple(self._record(int(root)) for root, _ in roots)

    def preview_link(self, person_id: int, other_id: int) -> LinkPreview:
        """Return both persons side by side; nothing is written.

        Raises StateChangedError: "person_gone", or "persons_linked" when they are one already.
        """
        with self._ledger.reading():
            first, second = self._record(person_id), self._record(other_id)
        if first.id == second.id:
            raise StateChangedError("persons_linked", name=first.name)
        here = {stay.group_name for stay in first.stays if stay.state is State.ACTIVE}
        there = {stay.group_name for stay in second.stays if stay.state is State.ACTIVE}
        return LinkPreview(first, second, tuple(sorted(here & there)))

    def link(self, operation: UUID, person_id: int, same_as_id: int, reason: str) -> Receipt:
        """Say that two entries are one person; the entry of `same_as_id` stands for both.

        From then on standing, timeline, cases and search go over all entries of the person.
        Raises ValidationError for a missing reason, StateChangedError as `preview_link`.
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            database = self._ledger.database
            ours, theirs = self._entries(person_id), self._entries(same_as_id)
            if ours[0] == theirs[0]:
                raise StateChangedError("persons_linked", name=self._name(ours[0]))
            row = PersonLink.create(
                person=ours[0],
                same_as=theirs[0],
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                reason=text,
            )
            database.execute_sql(
                f"UPDATE person SET same_as_id = ? WHERE id IN {among(ours)}", (theirs[0],)
            )
            self._follow(entry, [*ours, *theirs])
            entry.about(SubjectKind.PERSON, theirs[0], *_TOPICS)
            said = {
                "member": self._name(ours[0]),
                "same_person_as": self._name(theirs[0]),
                "reason": text,
            }
            entry.record(person_id=ours[0], after=said, rows=[row])
            for other in (*ours[1:], *theirs):
                entry.record(person_id=other, after=said)

        return self._ledger.run(operation, Action.PERSON_LINK, work)

    def unlink(self, operation: UUID, entry_id: int, reason: str) -> Receipt:
        """Take a link back: the entry, and what was linked to it before, is its own person again.

        Raises ValidationError for a missing reason, StateChangedError("person_not_linked").
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            everybody = self._entries(entry_id)
            root = everybody[0]
            if entry_id == root:
                raise StateChangedError("person_not_linked", name=self._name(entry_id))
            row = PersonLink.create(
                person=entry_id,
                same_as=None,
                operator=entry.operator.id,
                recorded_at=entry.now_text,
                reason=text,
            )
            freed = _below(entry_id, self._links(everybody))
            execute = self._ledger.database.execute_sql
            execute(f"UPDATE person SET same_as_id = ? WHERE id IN {among(freed)}", (entry_id,))
            execute("UPDATE person SET same_as_id = NULL WHERE id = ?", (entry_id,))
            self._follow(entry, everybody)
            entry.about(SubjectKind.PERSON, entry_id, *_TOPICS)
            said = {
                "member": self._name(entry_id),
                "not_the_same_as": self._name(root),
                "reason": text,
            }
            entry.record(person_id=entry_id, after=said, rows=[row])
            for other in everybody:
                if other != entry_id:
                    entry.record(person_id=other, after=said)

        return self._ledger.run(operation, Action.PERSON_UNLINK, work)

    def keep_apart(self, operation: UUID, person_id: int, other_id: int) -> Receipt:
        """Say that two entries are two persons; the duplicates report offers them no more.

        Raises StateChangedError when they are linked, or when it was said already.
        """

        def work(entry: Entry) -> None:
            ours, theirs = self._entries(person_id)[0], self._entries(other_id)[0]
            if ours == theirs:
                raise StateChangedError("persons_linked", name=self._name(ours))
            first, second = sorted((ours, theirs))
            known = PersonApart.get_or_none(
                (PersonApart.person == first) & (PersonApart.other == second)
            )
            if known is not None:
                raise StateChangedError("persons_apart", name=self._name(ours))
            row = PersonApart.create(
                person=first, other=second, operator=entry.operator.id, recorded_at=entry.now_text
            )
            entry.about(SubjectKind.PERSON, ours, Topic.MEMBERS)
            said = {"member": self._name(ours), "not_the_same_as": self._name(theirs)}
            entry.record(person_id=ours, after=said, rows=[row])
            entry.record(person_id=theirs, after=said)

        return self._ledger.run(operation, Action.PERSON_APART, work)

    # ---- inside

    def _name(self, person_id: int) -> str:
        return name_of(self._ledger.database, person_id)

    def _entries(self, person_id: int) -> list[int]:
        entries = entries_of(self._ledger.database, person_id)
        if not entries:
            raise StateChangedError("person_gone")
        return entries

    def _links(self, entries: list[int]) -> dict[int, int]:
        """Return which entry each of them was linked to."""
        rows = self._ledger.database.execute_sql(
            f"SELECT person_id, same_as_id FROM person_link WHERE person_id IN {among(entries)}"
            " ORDER BY id"
        )
        last = {int(entry): same_as for entry, same_as in rows}
        return {entry: int(same_as) for entry, same_as in last.items() if same_as is not None}

    def _follow(self, entry: Entry, entries: list[int]) -> None:
        """Bring standing and search in step with who is one person now."""
        from groupdesk.services import search  # noqa: PLC0415  # see Members.ids

        database = self._ledger.database
        rows = database.execute_sql(
            f"SELECT id, person_id, group_id FROM membership WHERE person_id IN {among(entries)}"
        ).fetchall()
        for person_id, group_id in {(person, group) for _, person, group in rows}:
            refresh(database, person_id, group_id, entry.now)
        search.index_members(database.connection(), [int(stay) for stay, _, _ in rows])

    def _record(self, person_id: int) -> PersonRecord:
        entries = self._entries(person_id)
        execute, those = self._ledger.database.execute_sql, among(entries)
        persons = {
            int(row[0]): _entry(row)
            for row in execute(
                f"SELECT p.id, {name_sql('p')}, p.company, p.phone, p.email, p.language, p.tags,"
                f" p.note, p.key_customer, p.protected, p.name FROM person p WHERE p.id IN {those}"
            )
        }
        accounts = execute(
            "SELECT person_id, platform, coalesce(external_id, ''), handle FROM account"
            f" WHERE person_id IN {those} ORDER BY id"
        ).fetchall()
        cases = execute(f"SELECT count(*) FROM case_file WHERE person_id IN {those}").fetchone()[0]
        stays = tuple(_stay(row) for row in execute(_STAYS.format(those)))
        return PersonRecord(
            id=entries[0],
            name=persons[entries[0]].name,
            entries=tuple(persons[entry] for entry in entries),
            accounts=tuple(
                PersonAccount(
                    int(entry), stored.one_of(Platform, platform), str(external), str(handle)
                )
                for entry, platform, external, handle in accounts
            ),
            stays=stays,
            links=tuple(_link(row) for row in execute(_LINKS.format(those))),
            blocks=tuple(_block(row) for row in execute(_BLOCKS.format(those))),
            cases=int(cases),
        )


def _below(entry_id: int, links: dict[int, int]) -> list[int]:
    """Return the entries that were linked to this one, and those linked to them, and so on."""
    found: list[int] = []
    waiting = [entry_id]
    while waiting:
        above = waiting.pop()
        below = [entry for entry, same_as in links.items() if same_as == above]
        found += below
        waiting += below
    return found


def _entry(row: tuple[Any, ...]) -> PersonEntry:
    ident, name, company, phone, email, language, tags, note, key_customer, protected, own = row
    return PersonEntry(
        id=int(ident),
        name=str(name),
        company=str(company),
        phone=str(phone),
        email=str(email),
        language=str(language),
        tags=stored.names(tags),
        note=str(note),
        key_customer=bool(key_customer),
        protected=bool(protected),
        own_name=str(own),
    )


def _stay(row: tuple[Any, ...]) -> PersonStay:
    (ident, entry, group, group_name, name, nickname, role, state, joined, ended, ladder) = row[:11]
    step, until, waiting, cases = row[11:]
    return PersonStay(
        membership_id=int(ident),
        entry_id=int(entry),
        group_id=int(group),
        group_name=str(group_name),
        name=str(name),
        nickname=str(nickname),
        role=stored.one_of(MemberRole, role),
        state=stored.one_of(State, state),
        joined_at=stored.known_moment(joined),
        ended_at=stored.known_moment(ended),
        ladder=stored.ladder(ladder),
        standing=stored.number(step),
        standing_until=stored.known_moment(until),
        waiting=stored.number(waiting),
        cases=stored.number(cases),
    )


def _link(row: tuple[Any, ...]) -> PersonLinkRecord:
    entry, name, same_as, at, operator, reason = row
    return PersonLinkRecord(
        int(entry), str(name), str(same_as), stored.moment_text(at), str(operator), str(reason)
    )


def _block(row: tuple[Any, ...]) -> BlockRecord:
    person, name, state, at, operator, reason, case = row
    return BlockRecord(
        person_id=int(person),
        name=str(name),
        state=stored.one_of(BlockState, state),
        at=stored.moment_text(at),
        operator=str(operator),
        reason=str(reason),
        case_number=stored.number(case),
    )
