# SPDX-License-Identifier: MIT
"""Lines of the member list as they are read: by ids, a page at a time."""

from collections.abc import Sequence
from typing import Any

from groupdesk.domain.enums import MemberRole, MembershipState
from groupdesk.domain.records import MemberMore, MemberRow
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.removal_state import TO_CARRY_OUT_SQL
from groupdesk.services.same_person import BLOCKED_SQL, KEY_SQL
from groupdesk.services.undelivered import MEMBERS_SQL

_COLUMNS = (
    "id, group_id, person_id, name, nickname, role, is_bot, state, standing_step,"
    f" standing_until, last_active, waiting, case_count, {KEY_SQL}, {BLOCKED_SQL},"
    f" id IN ({MEMBERS_SQL}), id IN ({TO_CARRY_OUT_SQL})"
)
_MORE = (
    "SELECT m.id, m.joined_at, m.message_count, p.name, p.company, p.phone, p.email, p.tags,"
    " p.note, a.external_id, a.handle, coalesce(p.account_owner, ''),"
    " (SELECT group_concat(t.text, char(10)) FROM evidence_text t WHERE t.evidence_id IN"
    " (SELECT l.evidence_id FROM evidence_link l WHERE l.membership_id = m.id))"
    " FROM membership m JOIN person p ON p.id = m.person_id"
    " LEFT JOIN account a ON a.id = m.account_id"
)


def rows(database: WorkspaceDatabase, ids: Sequence[int]) -> dict[int, MemberRow]:
    """Return by id the lines of these stays; ids that are gone are left out."""
    sql = f"SELECT {_COLUMNS} FROM membership WHERE id IN ({_marks(ids)})"
    return {row[0]: _row(row) for row in database.execute_sql(sql, list(ids))}


def more(database: WorkspaceDatabase, ids: Sequence[int]) -> dict[int, MemberMore]:
    """Return by id what the further columns show; ids that are gone are left out."""
    sql = f"{_MORE} WHERE m.id IN ({_marks(ids)})"
    return {row[0]: _more(row) for row in database.execute_sql(sql, list(ids))}


def _marks(ids: Sequence[int]) -> str:
    return ",".join("?" * len(ids))


def _row(row: tuple[Any, ...]) -> MemberRow:
    (ident, group, person, name, nick, role, bot, state, step, until, active, waiting, cases) = row[
        :13
    ]
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
        key_customer=bool(row[13]),
        blocked=bool(row[14]),
        undelivered=bool(row[15]),
        removal_decided=bool(row[16]),
    )


def _more(row: tuple[Any, ...]) -> MemberMore:
    joined, messages, name, company, phone, email, tags, note, external_id, handle = row[1:11]
    return MemberMore(
        joined_at=stored.known_moment(joined),
        message_count=None if messages is None else stored.number(messages),
        person_name=name,
        company=company,
        account_owner=row[11],
        phone=phone,
        email=email,
        tags=stored.names(tags),
        note=note,
        external_id=external_id or "",
        handle=handle or "",
        screenshots=row[12] or "",
    )
