# SPDX-License-Identifier: MIT
"""Where requests to come back stand, read for other commands; and that somebody is back, written.

Whoever takes somebody in, by hand or with a list, asks here whether they were let back in.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from peewee import Model

from groupdesk.domain import rejoins
from groupdesk.domain.decision_enums import ReturnChoice
from groupdesk.domain.enums import MembershipState, Topic
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.leaving_enums import RejoinEntryKind, RejoinState
from groupdesk.domain.person_records import JoinAnswer
from groupdesk.domain.rejoins import Stands, Step
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.leaving import RejoinEntry, RejoinRequest
from groupdesk.models.people import Membership
from groupdesk.services.ledger import Entry
from groupdesk.services.return_rights import require_may_let_in
from groupdesk.services.returns import let_in, watched_people, write_decision
from groupdesk.services.same_person import among, entries_of

TOPICS: Final = (Topic.REQUESTS, Topic.MEMBERS, Topic.TASKS)
_STEPS = """
SELECT e.rejoin_id, e.kind, coalesce(e.until, ''), m.state FROM rejoin_entry e
LEFT JOIN membership m ON m.id = e.membership_id WHERE e.rejoin_id IN {0} ORDER BY e.id
"""
_ASKED_HERE = """
SELECT DISTINCT x.id, e.id FROM rejoin_request x JOIN person p ON p.id = x.person_id
JOIN person e ON e.id = coalesce(p.same_as_id, p.id) OR e.same_as_id = coalesce(p.same_as_id, p.id)
WHERE x.group_id = ? AND EXISTS (SELECT 1 FROM rejoin_entry a
    WHERE a.rejoin_id = x.id AND a.kind = 'approved')
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A request and where it stands, for a command that adds to it."""

    row: RejoinRequest
    where: Stands

    @property
    def choices(self) -> frozenset[RejoinEntryKind]:
        """What may be recorded about it now."""
        return rejoins.allowed(self.where.state)


def standing(database: WorkspaceDatabase, rejoin_id: int) -> Standing:
    """Return a request and where it stands. Raises StateChangedError("rejoin_gone")."""
    row = RejoinRequest.get_or_none(RejoinRequest.id == rejoin_id)
    if row is None:
        raise StateChangedError("rejoin_gone")
    return Standing(row, rejoins.stands(steps_of(database, [rejoin_id])[rejoin_id]))


def steps_of(database: WorkspaceDatabase, rejoin_ids: Collection[int]) -> dict[int, list[Step]]:
    """Return what was recorded about these requests, the first first."""
    found: dict[int, list[Step]] = {ident: [] for ident in rejoin_ids}
    for ident, kind, until, stay in database.execute_sql(_STEPS.format(among(rejoin_ids))):
        state = None if stay is None else stored.one_of(MembershipState, stay)
        step = Step(stored.one_of(RejoinEntryKind, kind), stored.known_day(until), state)
        found[ident].append(step)
    return found


def in_force(database: WorkspaceDatabase, person_id: int, group_id: int) -> int:
    """Return the request of a person to come back to a group that is not over, 0 for none."""
    rows = RejoinRequest.select().where(
        RejoinRequest.person.in_(entries_of(database, person_id))
        & (RejoinRequest.group == group_id)
    )
    ids = [int(row.id) for row in rows]
    for ident, steps in steps_of(database, ids).items():
        if rejoins.stands(steps).state in rejoins.IN_FORCE:
            return ident
    return 0


def expected(database: WorkspaceDatabase, group_id: int) -> dict[int, tuple[int, ...]]:
    """Return who may come back to a group and is not there yet: their requests by entry."""
    rows = [(int(ident), int(entry)) for ident, entry in _asked_here(database, group_id)]
    steps = steps_of(database, {ident for ident, _ in rows})
    found: dict[int, tuple[int, ...]] = defaultdict(tuple)
    for ident, entry in rows:
        if rejoins.stands(steps[ident]).state is RejoinState.APPROVED:
            found[entry] += (ident,)
    return dict(found)


def _asked_here(database: WorkspaceDatabase, group_id: int) -> list[tuple[int, int]]:
    return list(database.execute_sql(_ASKED_HERE, (group_id,)).fetchall())


def approval_of(rejoin_id: int) -> RejoinEntry:
    """Return the yes to a request that was given last."""
    found: RejoinEntry = (
        RejoinEntry.select()
        .where(RejoinEntry.rejoin == rejoin_id)
        .where(RejoinEntry.kind == RejoinEntryKind.APPROVED.value)
        .order_by(RejoinEntry.id.desc())
        .get()
    )
    return found


def require_expected(database: WorkspaceDatabase, rejoin_id: int, today: str) -> Standing:
    """Return a request to which a yes still holds, so that they may be taken in.

    Raises StateChangedError: "rejoin_back" for who is back already, "rejoin_not_expected" for
    what was answered otherwise meanwhile, "rejoin_held_since" where a block or a removal came
    after the yes.
    """
    found = standing(database, rejoin_id)
    row, state = found.row, found.where.state
    if state in {RejoinState.BACK, RejoinState.ON_TRIAL}:
        raise StateChangedError("rejoin_back", name=row.name, group=row.group.name)
    if state is not RejoinState.APPROVED:
        raise StateChangedError("rejoin_not_expected", name=row.name)
    given, who = approval_of(rejoin_id).recorded_at, set(entries_of(database, row.person_id))
    for one in watched_people(database, today, row.group_id):
        if one.person_id in who and one.at > given:
            raise StateChangedError("rejoin_held_since", name=row.name)
    return found


def trial_days_of(facts: str | None) -> int:
    """Return how long a trial was decided on with a yes, 0 for none."""
    return stored.number(stored.fields(facts).get("trial_days", 0)) if facts else 0


def add_entry(
    entry: Entry,
    rejoin_id: int,
    kind: RejoinEntryKind,
    *,
    columns: Mapping[str, object],
    facts: Mapping[str, object] | None = None,
) -> RejoinEntry:
    """Write down what became of a request; the log must vouch for the row."""
    return RejoinEntry.create(
        rejoin=rejoin_id,
        operator=entry.operator.id,
        recorded_at=entry.now_text,
        at=entry.now_text,
        kind=kind.value,
        facts=None if facts is None else json.dumps(facts, ensure_ascii=False, sort_keys=True),
        **columns,
    )


def came_in(
    entry: Entry, database: WorkspaceDatabase, stay: Membership, answer: JoinAnswer | None
) -> list[Model]:
    """Write what is to be said of a new stay: why somebody was let in, and that they are back.

    Raises StateChangedError where the request by which they come in says yes no longer, or
    something holds since, and RefusedError where another one has to let them in.
    """
    if answer is not None and answer.rejoin_id:
        require_expected(database, answer.rejoin_id, entry.now.date().isoformat())
    elif answer is not None and answer.let_in_reason.strip():
        require_may_let_in(entry, database, stay.person_id, stay.group_id)
    return [*let_in(entry, stay, answer), *note_back(entry, database, stay)]


def note_back(
    entry: Entry,
    database: WorkspaceDatabase,
    stay: Membership,
    *,
    known: Mapping[int, tuple[int, ...]] | None = None,
    snapshot_id: int = 0,
) -> list[Model]:
    """Write down that somebody who may come back is in the group again; return the rows.

    Their trial begins, and no alert is raised by what was known when they were let back in; what
    came after that raises one. For somebody whom nobody expects there is nothing to write. `known`
    is what `expected` says, for whole lists; with a `snapshot_id` that list showed them.
    """
    waiting = expected(database, stay.group_id) if known is None else known
    rows: list[Model] = []
    for ident in waiting.get(stay.person_id, ()):
        approval = approval_of(ident)
        days = trial_days_of(approval.facts)
        until = rejoins.trial_until(days, entry.now.date())
        facts: dict[str, object] = {"snapshot": snapshot_id} if snapshot_id else {}
        columns = {"membership": stay.id, "until": until or None}
        came = RejoinEntryKind.CAME_BACK
        rows.append(add_entry(entry, ident, came, columns=columns, facts=facts or None))
        if approval.override_reason:
            reason, by = approval.override_reason, (approval.operator_id, approval.recorded_at)
            rows.append(write_decision(entry, stay, ReturnChoice.LET_IN, reason, by=by))
    if rows:
        entry.topics.update(TOPICS)
    return rows
