# SPDX-License-Identifier: MIT
"""The rows that an import will write, made ready before the database is locked.

Ids are handed out here: the caller asks `free` whether anybody took them meanwhile.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from operator import lt
from typing import Any

from groupdesk.domain import canonical
from groupdesk.domain.enums import MemberRole, MembershipState
from groupdesk.domain.import_preview import STATE_FIELD, FieldChange
from groupdesk.domain.import_records import ImportRow
from groupdesk.domain.search_tokens import index_tokens, search_words
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services import search
from groupdesk.services.imports.compare import said
from groupdesk.services.imports.match import Known
from groupdesk.services.imports.register import Stay
from groupdesk.services.pinyin import sort_key

Progress = Callable[[str, int, int], None]
STEP = 2000
"""Rows between two reports of progress."""
ROOM = 100
"""Ids left free in front of a long list's: for those added by hand while it is made ready."""

MEMBERSHIP = (
    "id", "group_id", "person_id", "account_id", "name", "nickname", "role", "is_bot",
    "joined_at", "joined_how", "invited_by", "last_active", "message_count", "state",
    "ended_at", "snapshot_id",
)  # fmt: skip


@dataclass
class Ids:
    """The next free ids of the tables that an import adds to."""

    person: "count[int]"
    account: "count[int]"
    membership: "count[int]"
    snapshot: int
    begin: tuple[int, int, int, int]


@dataclass
class Plan:
    """What is to be written, ready for executemany; `search` is what `search.put_new` takes."""

    snapshot_id: int
    persons: list[tuple[Any, ...]] = field(default_factory=list)
    accounts: list[tuple[Any, ...]] = field(default_factory=list)
    memberships: list[tuple[Any, ...]] = field(default_factory=list)
    search: list[tuple[int, str, str]] = field(default_factory=list)
    payloads: list[tuple[int | None, bytes]] = field(default_factory=list)


def next_ids(database: WorkspaceDatabase, rows: int) -> Ids:
    """Return the ids that come next, for a list of so many rows."""
    room = ROOM if rows > STEP else 0  # a short list is made ready again in no time
    person, account, membership, snapshot = (last + 1 + room for last in _last_ids(database))
    begin = (person, account, membership, snapshot)
    return Ids(count(person), count(account), count(membership), snapshot, begin)


def free(database: WorkspaceDatabase, ids: Ids) -> bool:
    """Say whether nobody has taken any of these ids."""
    return all(map(lt, _last_ids(database), ids.begin))


def _last_ids(database: WorkspaceDatabase) -> tuple[int, ...]:
    tables = ("person", "account", "membership", "snapshot")
    parts = ", ".join(f"(SELECT coalesce(max(id), 0) FROM {table})" for table in tables)
    return tuple(map(int, database.execute_sql(f"SELECT {parts}").fetchone()))


def add_new(
    plan: Plan,
    ids: Ids,
    rows: Sequence[ImportRow],
    group: tuple[int, str, str],
    at: str,
    progress: Progress,
) -> None:
    """Plan somebody new for each row; `group` is its id, name and platform."""
    for start in range(0, len(rows), STEP):
        progress("prepare", start, len(rows))
        _add_part(plan, ids, rows[start : start + STEP], group, at)


def _add_part(
    plan: Plan, ids: Ids, rows: Sequence[ImportRow], group: tuple[int, str, str], at: str
) -> None:
    """Plan some of the rows, one step for all of them after the other.

    All steps for one row after the other take a fifth longer: their code and tables are more
    than the processor keeps at hand.
    """
    group_id, group_name, platform = group
    memberships: list[tuple[Any, ...]] = []
    found_by: list[search.Row] = []
    for row in rows:
        person_id, account_id = next(ids.person), next(ids.account)
        tags = json.dumps(row.tags, ensure_ascii=False) if row.tags else "[]"
        note = row.note.strip()
        plan.persons.append(
            (person_id, row.name, row.language, row.company, row.phone, row.email, tags, note, at,
             row.account_owner or None)
        )  # fmt: skip
        plan.accounts.append((account_id, person_id, platform, row.external_id or None, row.handle))
        membership_id = next(ids.membership)
        membership = (
            membership_id, group_id, person_id, account_id, row.name, row.nickname,
            row.role.value if row.role else "member", int(row.is_bot), row.joined_at,
            row.joined_how.value, row.invited_by, row.last_active, row.message_count,
            "left" if row.deactivated else "active", None, plan.snapshot_id,
        )  # fmt: skip
        memberships.append(membership)
        found_by.append(
            (membership_id, row.name, row.nickname, row.name, row.company, row.phone,
             row.email, tags, note, row.external_id, row.handle,
             row.account_owner)
        )  # fmt: skip
    for row, membership in zip(rows, memberships, strict=True):
        after = {"member": row.name, "group": group_name, **said(row)}
        digests = {f"membership:{membership[0]}": digest(membership)}
        plan.payloads.append((membership[2], canonical.canonical_texts(after, digests)))
    keys = [sort_key(row.name) for row in rows]
    plan.memberships += [(*one, key) for one, key in zip(memberships, keys, strict=True)]
    words = list(map(search_words, map(search.fields_of, found_by)))
    tokens = map(index_tokens, words)
    plan.search += zip([one[0] for one in found_by], words, tokens, strict=True)


digest = canonical.row_digests(MEMBERSHIP)
"""Return the digest of a membership row in the order of its recorded columns."""


def merged(stay: Stay, row: ImportRow, changes: Iterable[FieldChange], at: str) -> Stay:
    """Return the stay as it will be once these changes were taken in."""
    values: dict[str, Any] = {}
    for change in changes:
        if change.field == STATE_FIELD:
            values["state"], values["ended_at"] = change.after, at
        elif change.field == "tags":
            have = stored.names(stay.tags)
            tags = [*have, *(tag for tag in row.tags if tag not in have)]
            values["tags"] = json.dumps(tags, ensure_ascii=False)
        elif change.field == "message_count":
            values["message_count"] = row.message_count
        elif change.field == "is_bot":
            values["is_bot"] = 1
        else:
            values[change.field] = change.after
    return stay._replace(**values)


def as_new_stay(known: Known, row: ImportRow, membership_id: int, snapshot_id: int) -> Stay:
    """Return the new stay of a known person, who comes back or comes from another group."""
    role = row.role.value if row.role else MemberRole.MEMBER.value
    left = MembershipState.LEFT if row.deactivated else MembershipState.ACTIVE
    return known.stay._replace(
        membership_id=membership_id,
        state=left.value,
        ended_at=None,
        name=row.name if row.name_known else known.stay.name,
        nickname=row.nickname,
        role=role,
        is_bot=int(row.is_bot),
        joined_at=row.joined_at,
        joined_how=row.joined_how.value,
        invited_by=row.invited_by,
        last_active=row.last_active,
        message_count=row.message_count,
        snapshot_id=snapshot_id,
    )


def columns(stay: Stay, group_id: int) -> tuple[Any, ...]:
    """Return the recorded columns of a stay's membership row."""
    return (
        stay.membership_id, group_id, stay.person_id, stay.account_id, stay.name, stay.nickname,
        stay.role, stay.is_bot, stay.joined_at, stay.joined_how, stay.invited_by,
        stay.last_active, stay.message_count, stay.state, stay.ended_at, stay.snapshot_id,
    )  # fmt: skip
