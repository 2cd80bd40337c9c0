# SPDX-License-Identifier: MIT
"""The member register: lists as arrays of ids with pages of rows, one member, adding, editing."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from groupdesk.domain.enums import (
    Action,
    JoinedHow,
    MembershipState,
    Severity,
    SubjectKind,
    Topic,
)
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.ladder import Standing, proposed_step
from groupdesk.domain.member_filter import CHIPS, MemberFilter
from groupdesk.domain.records import (
    MemberDetail,
    MemberFields,
    MemberMore,
    MemberRow,
    Receipt,
)
from groupdesk.domain.text import clean_line
from groupdesk.models import stored
from groupdesk.models.people import Account, Membership, Person
from groupdesk.services import member_fields, member_ids, member_rows
from groupdesk.services.drafts import kinds_at
from groupdesk.services.groups import Groups
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.member_query import Where, where, wish_to_leave
from groupdesk.services.person_names import rename
from groupdesk.services.removal_state import removal_in_force, removal_to_carry_out, waiting_removal
from groupdesk.services.same_person import (
    also_in,
    marks_of,
    stays_of,
)
from groupdesk.services.standings import clean_slate_since, refresh, standing_of, steps_taken

if TYPE_CHECKING:
    from groupdesk.domain.person_records import JoinAnswer


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

        A "-" before the sort's name turns it round; "rank" brings what fits the words best first.
        With `limit`, only the first ones.
        """
        with self._ledger.reading():
            connection = self._ledger.database.connection()
            asked = where(which, self._ledger.clock(), connection)
            if not which.text.strip():
                return member_ids.read(connection, which, asked, sort, limit)
            # with its pinyin, search takes as long to load as a third of a start
            from groupdesk.services import member_search, search  # noqa: PLC0415

            if search.matching_ids_sql(which.text) is None:
                return member_ids.read(connection, which, asked, sort, limit)
            if sort == "rank":
                return member_search.found_ids(connection, which, asked, limit)
            hits = search.hits_in(connection, which.text, which.group_id)
            values = [*asked.values, *hits.values]
            both = Where(f"{asked.sql} AND {hits.sql}", values, hits.source)
            return member_ids.ordered(connection, both, sort, limit)

    def count(self, which: MemberFilter) -> int:
        """Return how many members a filter shows; bots are no members, as in `counts`."""
        with self._ledger.reading():
            connection = self._ledger.database.connection()
            asked = where(which, self._ledger.clock(), connection)
            source, values = asked.source, asked.values
            sql = f"{asked.sql} AND is_bot = 0"
            if which.text.strip():
                from groupdesk.services import search  # noqa: PLC0415  # see `ids`

                if search.matching_ids_sql(which.text) is not None:
                    hits = search.hits_in(connection, which.text, which.group_id)
                    source = hits.source
                    sql, values = f"{sql} AND {hits.sql}", [*values, *hits.values]
            counted = connection.execute(f"SELECT count(*) FROM {source} WHERE {sql}", values)
            return int(counted.fetchone()[0])

    def counts(self, group_id: int | None) -> dict[str, int]:
        """Return how many members each filter chip would show.

        Bots stand in the list of all, but nowhere are they counted as members.
        """
        with self._ledger.reading():
            connection, now = self._ledger.database.connection(), self._ledger.clock()
            found = {}
            for chip in CHIPS:
                asked = where(MemberFilter(group_id, chip), now, connection)
                sql = f"SELECT count(*) FROM {asked.source} WHERE {asked.sql}"
                found[chip] = int(connection.execute(sql, asked.values).fetchone()[0])
            asked = where(MemberFilter(group_id), now, connection)
            sql = (
                "SELECT count(*) FROM membership INDEXED BY membership_active_bots"
                f" WHERE is_bot = 1 AND {asked.sql}"
            )
            found["all"] -= int(connection.execute(sql, asked.values).fetchone()[0])
            return found

    def rows(self, ids: Sequence[int]) -> list[MemberRow]:
        """Return the rows for these ids, in their order; ids that are gone are left out."""
        if not ids:
            return []
        with self._ledger.reading():
            found = member_rows.rows(self._ledger.database, ids)
        return [found[member_id] for member_id in ids if member_id in found]

    def more(self, ids: Sequence[int]) -> dict[int, MemberMore]:
        """Return by id what the further columns of a list show; ids that are gone are left out."""
        if not ids:
            return {}
        with self._ledger.reading():
            return member_rows.more(self._ledger.database, ids)

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
            also = also_in(database, person.id, membership_id)
            marks = marks_of(database, person.id)
            drafts = kinds_at(self._ledger, membership_id)
            wish = wish_to_leave(database, membership_id)
            pending = removal_to_carry_out(database, membership_id)
            asked = waiting_removal(database, membership_id)
            held = removal_in_force(database, membership_id)
            now = self._ledger.clock()
            current = standing_of(database, person.id, row.group_id, now)
            taken = steps_taken(database, stay, group.ladder, now)
            clean = clean_slate_since(database, person.id, row.group_id, now)
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
            account_owner=person.account_owner or "",
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
            also_in=also,
            standing_breaches=current.breaches,
            next_position=proposed_step(group.ladder, current, Severity.MINOR),
            drafts=drafts,
            removal_pending=pending,
            removal_waiting=asked,
            removal_in_force=held,
            marks=marks,
            steps_taken=taken,
            clean_since=clean,
            exit_id=wish,
        )

    def standing(self, membership_id: int) -> Standing:
        """Return where a member stands now, for the step that a composer proposes."""
        row = self.row(membership_id)
        with self._ledger.reading():
            return standing_of(
                self._ledger.database, row.person_id, row.group_id, self._ledger.clock()
            )

    def add(
        self,
        operation: UUID,
        group_id: int,
        fields: MemberFields,
        answer: "JoinAnswer | None" = None,
    ) -> Receipt:
        """Take a member in by hand; a known account of this platform is the same person.

        What is filled in here is then taken over into the person's data; the rest stays. What
        was ticked of the join check goes to the log; a reason to let somebody in is a decision
        of its own, and who was said to be known goes on with standing and history. Raises
        ValidationError for a missing name, an account that is in the group already, or one of
        somebody else; StateChangedError("person_gone").
        """
        from groupdesk.services.pinyin import sort_key  # noqa: PLC0415  # see `ids`
        from groupdesk.services.rejoin_state import came_in  # noqa: PLC0415  # no part of a start

        name = member_fields.checked_name(fields)
        group = self._groups.get(group_id)

        def work(entry: Entry) -> None:
            same = member_fields.entries_to_go_on(self._ledger.database, answer)
            account, before = member_fields.account_for(
                group.platform.value, fields, name, entry.now_text, same
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
                after={
                    "member": name,
                    "group": group.name,
                    **member_fields.said(fields),
                    **member_fields.said_of_check(answer),
                },
                rows=[stay, *came_in(entry, self._ledger.database, stay, answer)],
            )

        return self._ledger.run(operation, Action.MEMBER_ADD, work)

    def edit(self, operation: UUID, membership_id: int, fields: MemberFields) -> Receipt:
        """Change register data of a member; before and after go to the log.

        Raises ValidationError for a missing name, StateChangedError when the member is gone.
        """
        member_fields.checked_name(fields)
        return self._ledger.run(
            operation,
            Action.MEMBER_EDIT,
            lambda entry: self._write(entry, self.detail(membership_id), fields),
        )

    def change(self, operation: UUID, membership_id: int, **values: object) -> Receipt:
        """Change one field or a few; the others stay what they are by then. Raises as `edit`."""

        def work(entry: Entry) -> None:
            old = self.detail(membership_id)
            self._write(entry, old, replace(old.fields, **values))  # type: ignore[arg-type]  # checked there

        return self._ledger.run(operation, Action.MEMBER_EDIT, work)

    def _write(self, entry: Entry, old: MemberDetail, fields: MemberFields) -> None:
        from groupdesk.services.pinyin import sort_key  # noqa: PLC0415  # see `ids`

        name = member_fields.checked_name(fields)
        stay = Membership.get_by_id(old.row.id)
        person: Person = stay.person
        before, after = rename(self._ledger.database, person, stay.name, name)
        stay.name = name
        stay.nickname = clean_line(fields.nickname)
        stay.role = fields.role.value
        stay.sort_key = sort_key(name)
        stay.save()
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
            before=before | {key: was.get(key, "") for key in changed},
            after=member_fields.named(name, stay.nickname, old.group.name)
            | after
            | {key: now.get(key, "") for key in changed},
            rows=[stay],
        )

    def _index(self, person_id: int) -> None:
        from groupdesk.services import search  # noqa: PLC0415  # see `ids`

        database = self._ledger.database
        search.index_members(database.connection(), stays_of(database, [person_id]))

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
