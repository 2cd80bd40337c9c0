# SPDX-License-Identifier: MIT
"""The member register: lists as arrays of ids with pages of rows, one member, adding, editing."""

from array import array
from collections.abc import Sequence
from datetime import timedelta
from itertools import chain
from typing import Any
from uuid import UUID

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import (
    Action,
    JoinedHow,
    MemberRole,
    MembershipState,
    Severity,
    StepKind,
    SubjectKind,
    Topic,
)
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.ladder import DEFAULT_LADDER, Standing, proposed_step
from groupdesk.domain.records import (
    GroupRef,
    MemberDetail,
    MemberFields,
    MemberFilter,
    MemberRow,
    Receipt,
)
from groupdesk.domain.text import clean_line
from groupdesk.models import stored
from groupdesk.models.people import Account, Membership, Person
from groupdesk.services import member_fields
from groupdesk.services.groups import Groups
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.standings import refresh, standing_of

INACTIVE_DAYS = 90
CHIPS = ("all", "warned", "at_risk", "inactive", "waiting", "former")
_STEPS = {
    "warned": (StepKind.WARNING, StepKind.FINAL_WARNING),
    "at_risk": (StepKind.FINAL_WARNING,),
}
SORTS = {
    "name": "sort_key, id",
    "standing": "standing_step DESC, sort_key, id",
    "last_active": "last_active IS NULL, last_active DESC, id",
    "cases": "case_count DESC, sort_key, id",
}
_COLUMNS = (
    "id, group_id, person_id, name, nickname, role, is_bot, state, standing_step,"
    " standing_until, last_active, waiting, case_count"
)


class Members:
    """The members of all groups of a workspace."""

    def __init__(self, ledger: Ledger, groups: Groups) -> None:
        """Work through `ledger`."""
        self._ledger = ledger
        self._groups = groups

    def ids(
        self, which: MemberFilter, sort: str = "name", *, limit: int | None = None
    ) -> "array[int]":
        """Return the ids of all members that the filter shows, in the order of `sort`.

        A "-" before the sort's name turns it round. With `limit`, only the first ones.
        """
        where, values = self._where(which)
        order = SORTS[sort.removeprefix("-")]
        if sort.startswith("-"):
            order = ", ".join(_turned(part) for part in order.split(", "))
        with self._ledger.reading():
            database = self._ledger.database
            source = "membership"
            if which.text:
                # with its pinyin, search takes as long to load as a third of a start
                from groupdesk.services import search  # noqa: PLC0415

                source = search.membership_source(database.connection(), which.text)
            sql = f"SELECT id FROM {source} WHERE {where} ORDER BY {order}"
            if limit is not None:
                sql += f" LIMIT {limit}"
            rows = database.execute_sql(sql, values)
            return array("q", chain.from_iterable(rows))

    def counts(self, group_id: int | None) -> dict[str, int]:
        """Return how many members each filter chip would show.

        Bots stand in the list of all, but nowhere are they counted as members.
        """
        with self._ledger.reading():
            database = self._ledger.database
            found = {}
            for chip in CHIPS:
                where, values = self._where(MemberFilter(group_id, chip))
                sql = f"SELECT count(*) FROM membership WHERE {where}"
                found[chip] = int(database.execute_sql(sql, values).fetchone()[0])
            where, values = ("", []) if group_id is None else (" AND group_id = ?", [group_id])
            sql = (
                "SELECT count(*) FROM membership INDEXED BY membership_active_bots"
                f" WHERE is_bot = 1 AND state = 'active'{where}"
            )
            found["all"] -= int(database.execute_sql(sql, values).fetchone()[0])
            return found

    def rows(self, ids: Sequence[int]) -> list[MemberRow]:
        """Return the rows for these ids, in their order; ids that are gone are left out."""
        if not ids:
            return []
        marks = ",".join("?" * len(ids))
        sql = f"SELECT {_COLUMNS} FROM membership WHERE id IN ({marks})"
        with self._ledger.reading():
            found = {row[0]: _row(row) for row in self._ledger.database.execute_sql(sql, list(ids))}
        return [found[member_id] for member_id in ids if member_id in found]

    def row(self, membership_id: int) -> MemberRow:
        """Return one row. Raises StateChangedError when it is gone."""
        rows = self.rows([membership_id])
        if not rows:
            raise StateChangedError("member_gone")
        return rows[0]

    def detail(self, membership_id: int) -> MemberDetail:
        """Return all that the detail shows, except the timeline. Raises StateChangedError."""
        row = self.row(membership_id)
        group = self._groups.get(row.group_id)
        with self._ledger.reading():
            stay = Membership.get_by_id(membership_id)
            person: Person = stay.person
            account: Account | None = stay.account
            database = self._ledger.database
            also = database.execute_sql(
                "SELECT m.group_id, m.id, g.name FROM membership m"
                " JOIN customer_group g ON g.id = m.group_id"
                " WHERE m.person_id = ? AND m.group_id <> ? AND m.state = 'active' ORDER BY g.id",
                (person.id, row.group_id),
            ).fetchall()
            drafts = database.execute_sql(
                "SELECT DISTINCT kind FROM draft WHERE membership_id = ? ORDER BY kind",
                (membership_id,),
            ).fetchall()
            pending = database.execute_sql(
                "SELECT r.id FROM removal r JOIN task t ON t.removal_id = r.id"
                " WHERE r.membership_id = ? AND t.done_at IS NULL AND NOT EXISTS ("
                "   SELECT 1 FROM reversal v WHERE v.target_kind = 'removal'"
                "   AND v.target_id = r.id) ORDER BY r.id DESC LIMIT 1",
                (membership_id,),
            ).fetchone()
            current = standing_of(database, person.id, row.group_id, self._ledger.clock())
        fields = MemberFields(
            name=stay.name,
            nickname=stay.nickname,
            external_id=(account.external_id or "") if account else "",
            handle=account.handle if account else "",
            role=row.role,
            phone=person.phone,
            email=person.email,
            company=person.company,
            tags=stored.names(person.tags),
            note=person.note,
            language=person.language,
            key_customer=person.key_customer,
            protected=person.protected,
        )
        return MemberDetail(
            row=row,
            group=group,
            fields=fields,
            joined_at=stored.known_moment(stay.joined_at),
            joined_how=stored.one_of(JoinedHow, stay.joined_how),
            invited_by=stay.invited_by,
            ended_at=stored.known_moment(stay.ended_at),
            message_count=None if stay.message_count is None else stored.number(stay.message_count),
            also_in=tuple(GroupRef(int(g), int(m), str(name)) for g, m, name in also),
            standing_breaches=current.breaches,
            next_position=proposed_step(group.ladder, current, Severity.MINOR),
            drafts=tuple(str(kind) for (kind,) in drafts),
            removal_pending=int(pending[0]) if pending else 0,
        )

    def standing(self, membership_id: int) -> Standing:
        """Return where a member stands now, for the step that a composer proposes."""
        row = self.row(membership_id)
        with self._ledger.reading():
            return standing_of(
                self._ledger.database, row.person_id, row.group_id, self._ledger.clock()
            )

    def add(self, operation: UUID, group_id: int, fields: MemberFields) -> Receipt:
        """Take a member in by hand; a known account of this platform is the same person.

        What is filled in here is then taken over into the person's data; the rest stays. Raises
        ValidationError for a missing name or an account that is in the group already.
        """
        from groupdesk.services.pinyin import sort_key  # noqa: PLC0415  # see `ids`

        name = member_fields.checked_name(fields)
        group = self._groups.get(group_id)

        def work(entry: Entry) -> None:
            account, before = member_fields.account_for(
                group.platform.value, fields, name, entry.now_text
            )
            stay = Membership.create(
                group=group_id,
                person=account.person_id,
                account=account.id,
                name=name,
                nickname=clean_line(fields.nickname),
                role=fields.role.value,
                is_bot=False,
                joined_at=entry.now_text,
                joined_how=JoinedHow.UNKNOWN.value,  # only the platform could say
                state=MembershipState.ACTIVE.value,
                sort_key=sort_key(name),
            )
            if account.person_id and self._in_group(group_id, account.person_id, stay.id):
                raise ValidationError("external_id", "already_member", name=name)
            refresh(self._ledger.database, account.person_id, group_id, entry.now)
            self._index(account.person_id)
            entry.about(
                SubjectKind.MEMBERSHIP, stay.id, Topic.MEMBERS, Topic.GROUPS, group_id=group_id
            )
            entry.record(
                person_id=account.person_id,
                before=before,
                after={"member": name, "group": group.name, **member_fields.said(fields)},
                rows=[stay],
            )

        return self._ledger.run(operation, Action.MEMBER_ADD, work)

    def edit(self, operation: UUID, membership_id: int, fields: MemberFields) -> Receipt:
        """Change register data of a member; before and after go to the log.

        Raises ValidationError for a missing name, StateChangedError when the member is gone.
        """
        from groupdesk.services.pinyin import sort_key  # noqa: PLC0415  # see `ids`

        name = member_fields.checked_name(fields)

        def work(entry: Entry) -> None:
            old = self.detail(membership_id)
            stay = Membership.get_by_id(membership_id)
            stay.name = name
            stay.nickname = clean_line(fields.nickname)
            stay.role = fields.role.value
            stay.sort_key = sort_key(name)
            stay.save()
            person: Person = stay.person
            for key, value in member_fields.person_columns(fields).items():
                setattr(person, key, value)
            person.save()
            member_fields.edit_account(stay, old.group.platform.value, fields)
            self._index(person.id)
            was, now = member_fields.said(old.fields), member_fields.said(fields)
            changed = sorted(key for key in was | now if was.get(key) != now.get(key))
            entry.about(SubjectKind.MEMBERSHIP, stay.id, Topic.MEMBERS, group_id=old.row.group_id)
            entry.record(
                person_id=person.id,
                before={key: was.get(key, "") for key in changed},
                after={"member": name, "group": old.group.name}
                | {key: now.get(key, "") for key in changed},
                rows=[stay],
            )

        return self._ledger.run(operation, Action.MEMBER_EDIT, work)

    def _where(self, which: MemberFilter) -> tuple[str, list[object]]:
        state = "state <> 'active' AND state <> 'withdrawn'"
        if which.chip != "former":
            state = "state = 'active'"
        parts: list[str] = [state]
        values: list[object] = []
        if which.group_id is not None:
            parts.insert(0, "group_id = ?")
            values.append(which.group_id)
        if which.chip in _STEPS:
            parts.append("standing_step >= ?")
            values.append(self._lowest(which.group_id, *_STEPS[which.chip]))
        elif which.chip == "waiting":
            parts.append("waiting > 0")
        elif which.chip == "inactive":
            parts.append("last_active < ?")
            values.append(to_text(self._ledger.clock() - timedelta(days=INACTIVE_DAYS)))
        if which.text:
            from groupdesk.services import search  # noqa: PLC0415  # see `ids`

            found = search.matching_ids_sql(which.text)
            if found is not None:
                parts.append(found[0])
                values += found[1]
        return " AND ".join(parts), values

    def _lowest(self, group_id: int | None, *kinds: StepKind) -> int:
        ladder = DEFAULT_LADDER if group_id is None else self._groups.get(group_id).ladder
        return min(ladder.positions(*kinds), default=len(ladder.steps) + 1)

    def _index(self, person_id: int) -> None:
        from groupdesk.services import search  # noqa: PLC0415  # see `ids`

        search.index_members(
            self._ledger.database.connection(),
            [stay.id for stay in Membership.select().where(Membership.person == person_id)],
        )

    @staticmethod
    def _in_group(group_id: int, person_id: int, apart_from: int) -> bool:
        return (
            Membership.select()
            .where(
                (Membership.group == group_id)
                & (Membership.person == person_id)
                & (Membership.state == MembershipState.ACTIVE.value)
                & (Membership.id != apart_from)
            )
            .exists()
        )


def _turned(part: str) -> str:
    if part.endswith("IS NULL"):
        return part  # unknown stays last either way
    return part.removesuffix(" DESC") if part.endswith(" DESC") else f"{part} DESC"


def _row(row: tuple[Any, ...]) -> MemberRow:
    (ident, group, person, name, nick, role, bot, state, step, until, active, waiting, cases) = row
    return MemberRow(
        id=ident,
        group_id=group,
        person_id=person,
        name=name,
        nickname=nick,
        role=stored.one_of(MemberRole, role),
        is_bot=bool(bot),
        state=stored.one_of(MembershipState, state),
        standing=stored.number(step),
        standing_until=stored.known_moment(until),
        last_active=stored.known_moment(active),
        waiting=stored.number(waiting),
        cases=stored.number(cases),
    )
