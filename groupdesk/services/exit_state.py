# SPDX-License-Identifier: MIT
"""Where requests to leave stand, read for other commands; and that somebody left, written.

A request holds what was said; where it stands follows from its entries and from the stay, so that
an import that is undone, or a departure that is corrected, gives it back by itself.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from peewee import Model

from groupdesk.domain import exits
from groupdesk.domain.enums import MemberRole, MembershipState, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitState
from groupdesk.domain.talk_enums import TaskState
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.leaving import ExitEntry, ExitRequest
from groupdesk.models.moderation import Task
from groupdesk.models.people import Membership
from groupdesk.services import casework, task_events
from groupdesk.services.leaving_ways import way_of
from groupdesk.services.ledger import Entry, require_in_use
from groupdesk.services.same_person import among, entries_of

REASON: Final = """coalesce((SELECT c.reason FROM exit_entry c WHERE c.exit_id = {0}.id
    AND c.reason IS NOT NULL ORDER BY c.id DESC LIMIT 1), {0}.reason)"""
"""Why the request of this alias was made, as it holds now; `REASON_TEXT` in their words."""
REASON_TEXT: Final = """coalesce((SELECT c.reason_text FROM exit_entry c WHERE c.exit_id = {0}.id
    AND c.reason IS NOT NULL ORDER BY c.id DESC LIMIT 1), {0}.reason_text)"""
CHECK: Final = "exit_check"
"""The kind of the task that asks whether messages of the group still come."""
MAX_GROUPS: Final = 200
"""Groups that one act may be about."""
TOPICS: Final = (Topic.REQUESTS, Topic.MEMBERS, Topic.TASKS)
_KINDS = "SELECT exit_id, kind FROM exit_entry WHERE exit_id IN {0} ORDER BY id"
_OF_STAYS = """
SELECT x.id, x.membership_id, m.state FROM exit_request x
JOIN membership m ON m.id = x.membership_id WHERE x.membership_id IN {0} ORDER BY x.id
"""
_WISHES = """
SELECT x.membership_id, x.id, x.asked_at FROM exit_request x
JOIN membership m ON m.id = x.membership_id
WHERE m.group_id = ? AND m.state = 'active' AND NOT EXISTS (SELECT 1 FROM exit_entry e
    WHERE e.exit_id = x.id AND e.kind IN ('withdrawn', 'mistaken'))
ORDER BY x.id
"""
_OWNERS = """
SELECT id FROM membership WHERE group_id = ? AND state = 'active' AND is_bot = 0 AND role = ?
"""
_OTHERS = """
SELECT 1 FROM membership WHERE group_id = ? AND state = 'active' AND is_bot = 0 AND id <> ? LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A request and where it stands, for a command that adds to it."""

    row: ExitRequest
    stay: Membership
    state: ExitState

    @property
    def choices(self) -> frozenset[ExitEntryKind]:
        """What may be recorded about it now."""
        return exits.allowed(self.state, stored.one_of(MembershipState, self.stay.state))


def standing(database: WorkspaceDatabase, exit_id: int) -> Standing:
    """Return a request and where it stands. Raises StateChangedError("exit_gone")."""
    row = ExitRequest.get_or_none(ExitRequest.id == exit_id)
    if row is None:
        raise StateChangedError("exit_gone")
    stay = casework.stay_of(row.membership_id)
    kinds = kinds_of(database, [exit_id])[exit_id]
    return Standing(row, stay, exits.state_of(kinds, stored.one_of(MembershipState, stay.state)))


def standing_of(
    database: WorkspaceDatabase, exit_ids: Iterable[int], kind: ExitEntryKind
) -> list[Standing]:
    """Return the requests that an entry of this kind may be added to, all of them.

    Raises ValidationError("exit_ids") for none, RefusedError("exit_of_several") for those of
    several people, StateChangedError for one that is over.
    """
    found = [standing(database, ident) for ident in dict.fromkeys(exit_ids)]
    if not found:
        raise ValidationError("exit_ids", "exit_groups_missing", most=MAX_GROUPS)
    who = entries_of(database, found[0].stay.person_id)
    if any(one.stay.person_id not in who for one in found):
        raise RefusedError("exit_of_several")
    if any(kind not in one.choices for one in found):
        raise StateChangedError("exit_over")
    require_in_use(*(one.stay.group_id for one in found))
    return found


def say(
    entry: Entry,
    stay: Membership,
    said: Mapping[str, object],
    rows: Iterable[Model],
    before: Mapping[str, object] | None = None,
) -> None:
    """Add a payload about one request to the log; what is empty is left out."""
    told = {key: value for key, value in said.items() if value}
    was = {key: value for key, value in (before or {}).items() if value}
    entry.record(person_id=stay.person_id, before=was, after=casework.names(stay) | told, rows=rows)


def about(entry: Entry, exit_id: int, stays: Sequence[Membership], *, gone: bool = False) -> None:
    """Let the log's entry be about a request, in its group where it is the only one."""
    topics = (*TOPICS, Topic.GROUPS) if gone else TOPICS
    group = stays[0].group_id if len({stay.group_id for stay in stays}) == 1 else None
    entry.about(SubjectKind.EXIT, exit_id, *topics, group_id=group)


def kinds_of(
    database: WorkspaceDatabase, exit_ids: Collection[int]
) -> dict[int, list[ExitEntryKind]]:
    """Return what was recorded about these requests, the first first."""
    found: dict[int, list[ExitEntryKind]] = {ident: [] for ident in exit_ids}
    for ident, kind in database.execute_sql(_KINDS.format(among(exit_ids))):
        found[ident].append(stored.one_of(ExitEntryKind, kind))
    return found


def going_of(database: WorkspaceDatabase, stays: Collection[int]) -> dict[int, int]:
    """Return the request to leave of each of these stays, where one is not over otherwise.

    The one that ended with the stay's removal counts as well: another one may come with the next
    stay only.
    """
    rows = database.execute_sql(_OF_STAYS.format(among(stays))).fetchall()
    kinds = kinds_of(database, [int(row[0]) for row in rows])
    found = {}
    for ident, stay, state in rows:
        stands = exits.state_of(kinds[ident], stored.one_of(MembershipState, state))
        if stands not in {ExitState.WITHDRAWN, ExitState.MISTAKEN}:
            found[int(stay)] = int(ident)
    return found


def wishes_of(database: WorkspaceDatabase, group_id: int) -> dict[int, tuple[int, str]]:
    """Return the request of each active member of a group who wants to leave, and when they asked.

    By membership; the moment is stored text.
    """
    return {
        int(member): (int(ident), stored.moment_text(asked))
        for member, ident, asked in database.execute_sql(_WISHES, (group_id,))
    }


def owners_of(database: WorkspaceDatabase, group_id: int) -> list[int]:
    """Return the members who own a group by its register."""
    rows = database.execute_sql(_OWNERS, (group_id, MemberRole.OWNER.value))
    return [int(found) for (found,) in rows]


def leaves_no_owner(database: WorkspaceDatabase, stay: Membership) -> bool:
    """Say whether nobody would own the group without this member, and somebody else could."""
    if not exits.only_owner(owners_of(database, stay.group_id), stay.id):
        return False
    there = database.execute_sql(_OTHERS, (stay.group_id, stay.id)).fetchone()
    return there is not None


def require_owner(database: WorkspaceDatabase, stay: Membership) -> None:
    """Raise RefusedError("exit_owner_needed") where a group would be without an owner."""
    if leaves_no_owner(database, stay):
        raise RefusedError("exit_owner_needed", name=stay.name, group=stay.group.name)


def add_entry(
    entry: Entry,
    exit_id: int,
    kind: ExitEntryKind,
    *,
    at: str = "",
    columns: Mapping[str, object],
    facts: Mapping[str, object] | None = None,
) -> ExitEntry:
    """Write down what became of a request; the log must vouch for the row."""
    return ExitEntry.create(
        exit=exit_id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        at=at or entry.now_text,
        kind=kind.value,
        facts=None if facts is None else json.dumps(facts, ensure_ascii=False, sort_keys=True),
        **columns,
    )


def note_left(
    entry: Entry,
    exit_id: int,
    stay: Membership,
    at: str,
    *,
    text: str = "",
    customers: Iterable[int] = (),
    snapshot_id: int = 0,
) -> list[Model]:
    """Write down that a member left, and ask some days later whether messages still come.

    `customers` are those whom it concerns by then: who joins later is not told of it. With a
    `snapshot_id` that list no longer showed them. Returns the rows for the log.
    """
    facts: dict[str, object] = {"customers": sorted(customers)}
    facts |= {"snapshot": snapshot_id} if snapshot_id else {}
    row = add_entry(entry, exit_id, ExitEntryKind.LEFT, at=at, columns={"text": text}, facts=facts)
    left = max(stored.moment(at).astimezone(entry.now.tzinfo).date(), entry.now.date())
    due = (left + timedelta(days=way_of(stay.group).check_days)).isoformat()
    return [row, *_ask_again(entry, exit_id, stay.id, due)]


def _ask_again(entry: Entry, exit_id: int, stay_id: int, due: str) -> list[Model]:
    """Let the question be due on a day; the one that waits from an earlier leaving is moved."""
    task = Task.get_or_none(
        (Task.exit == exit_id) & (Task.kind == CHECK) & Task.done_at.is_null(is_null=True)
    )
    if task is None:
        Task.create(
            kind=CHECK, membership=stay_id, exit=exit_id, due_on=due, created_at=entry.now_text
        )
        return []
    if task.due_on == due:
        return []
    task.due_on = due
    task.save()
    return [task_events.add_event(entry, task, TaskState.MOVED)]
