# SPDX-License-Identifier: MIT
"""Reads the members of groups as a review judges them; who is picked is `domain.reviews.pick`."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from groupdesk.domain.review_enums import ReviewCriterion, ReviewLeftOut
from groupdesk.domain.review_records import LeftOutMember, PickedInGroup, PickPreview
from groupdesk.domain.reviews import Candidate, Picking, ReviewCriteria, pick
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.ledger import Ledger
from groupdesk.services.operators import Operators
from groupdesk.services.removal_state import holds_sql, waits_sql
from groupdesk.services.review_sql import FINISHED, LEAVING

# When the records knew of a person says when they joined only where this is their one stay.
_MEMBERS = """
SELECT m.id, m.group_id, coalesce(m.last_active, ''), m.message_count, coalesce(m.joined_at, ''),
    CASE WHEN m.joined_at IS NOT NULL OR EXISTS (
        SELECT 1 FROM membership o WHERE o.person_id = p.id AND o.id <> m.id)
        THEN '' ELSE p.created_at END,
    m.role, m.is_bot, coalesce(p.same_as_id, p.id), m.person_id, m.name
FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.group_id = ? AND m.state = 'active' ORDER BY m.id
"""
_MARKED = "SELECT DISTINCT coalesce(same_as_id, id) FROM person WHERE {0} = 1"
_OWN = "SELECT coalesce(same_as_id, id) FROM person WHERE id IN (SELECT value FROM json_each(?))"
_TO_REMOVE = f"""
SELECT r.membership_id FROM removal r WHERE {holds_sql("r")} OR {waits_sql("r")}
"""
_ELSEWHERE = f"""
SELECT w.membership_id FROM review v JOIN review_row w ON w.review_id = v.id
WHERE v.id <> ? AND NOT {FINISHED.format("v")}
"""
_GROUPS = """
SELECT id, name, size_limit, coalesce((SELECT max(s.taken_at) FROM snapshot s
    WHERE s.group_id = g.id
        AND NOT EXISTS (SELECT 1 FROM import_undo u WHERE u.snapshot_id = s.id)), '')
FROM customer_group g
WHERE id IN (SELECT value FROM json_each(?)) AND archived_at IS NULL ORDER BY id
"""


def oldest_list(ledger: Ledger, groups: Sequence[int]) -> str:
    """Return when the list was read that is the oldest of the last ones; the caller reads.

    Empty where no group in use has one.
    """
    rows = ledger.database.execute_sql(_GROUPS, (json.dumps(list(groups)),))
    return min((str(taken) for _id, _name, _limit, taken in rows if taken), default="")


@dataclass(frozen=True, slots=True)
class Member:
    """What is written down of a member who is picked out."""

    person_id: int
    name: str
    group_name: str
    seen: Candidate

    def facts(self, why: Sequence[ReviewCriterion]) -> str:
        """Return what `review_row.facts` keeps."""
        known = {
            "name": self.name,
            "group": self.group_name,
            "why": list(why),
            "last_active": self.seen.last_active,
            "messages": self.seen.messages,
            "joined_at": self.seen.joined_at,
            "key": int(self.seen.key_customer),
        }
        return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Looked:
    """A look at groups: who was picked, and whose stay each one is."""

    picking: Picking
    members: Mapping[int, Member]
    groups: tuple[PickedInGroup, ...]

    def left_out(self, reason: ReviewLeftOut) -> tuple[LeftOutMember, ...]:
        """Return whom it leaves out for a reason, by name."""
        found = [
            LeftOutMember(
                ident,
                one.seen.group_id,
                one.name,
                one.group_name,
                one.seen.joined_at,
                one.seen.last_active,
            )
            for ident, one in self.members.items()
            if self.picking.reasons.get(ident) is reason
        ]
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.membership_id)))

    def preview(self, already: frozenset[int] = frozenset()) -> PickPreview:
        """Return the counts; `already` are stays that are on the list."""
        picked = self.picking.picked
        why = Counter(criterion for one in picked for criterion in one.why)
        return PickPreview(
            looked_at=self.picking.looked_at,
            picked=len(picked),
            fits_none=self.picking.fits_none,
            left_out=self.picking.left_out,
            why=dict(why),
            groups=self.groups,
            already=sum(one.id in already for one in picked),
        )


def look(
    ledger: Ledger,
    groups: Sequence[int],
    criteria: ReviewCriteria,
    now: datetime,
    by_hand: frozenset[int] = frozenset(),
    review_id: int = 0,
) -> Looked:
    """Look at the groups that are in use; `review_id` is the review that does. The caller reads."""
    database = ledger.database
    marks = _Marks(ledger, review_id)
    members: dict[int, Member] = {}
    limits: dict[int, int | None] = {}
    names: dict[int, str] = {}
    read_at: dict[int, str] = {}
    for group, name, limit, taken in database.execute_sql(_GROUPS, (json.dumps(list(groups)),)):
        limits[group], names[group] = limit, str(name)
        rows = database.connection().execute(_MEMBERS, (group,)).fetchall()
        # somebody who was seen after the list was read was entered by hand: so much is known, too
        read_at[group] = max([taken, *(row[2] for row in rows)]) if taken else ""
        for row in rows:
            members[row[0]] = marks.member(row, str(name), read_at[group])
    found = pick([one.seen for one in members.values()], criteria, limits, now, by_hand)
    looked_at = Counter(one.seen.group_id for one in members.values() if not one.seen.bot)
    picked = Counter(members[one.id].seen.group_id for one in found.picked)
    staying = Counter(
        one.seen.group_id
        for one in members.values()
        if not (one.seen.bot or one.seen.to_remove or one.seen.leaving)
    )
    return Looked(
        found,
        members,
        tuple(
            PickedInGroup(
                group,
                name,
                looked_at[group],
                picked[group],
                max(0, staying[group] - limit) if (limit := limits[group]) is not None else 0,
                staying[group],
                limits[group],
                read_at[group],
            )
            for group, name in names.items()
        ),
    )


def unread_since(database: WorkspaceDatabase, moments: Mapping[int, str]) -> tuple[str, ...]:
    """Return the names of groups whose list was read, but not since a moment for each."""
    found = database.execute_sql(_GROUPS, (json.dumps(list(moments)),))
    return tuple(str(name) for group, name, _, taken in found if taken and taken < moments[group])


class _Marks:
    """What leaves members out, read once for all groups."""

    def __init__(self, ledger: Ledger, review_id: int) -> None:
        database = ledger.database
        self._protected = _ids(database, _MARKED.format("protected"))
        self._key = _ids(database, _MARKED.format("key_customer"))
        own = json.dumps(sorted(Operators(ledger).own_person_ids()))
        self._own = _ids(database, _OWN, own)
        self._leaving = _ids(database, LEAVING)
        self._to_remove = _ids(database, _TO_REMOVE)
        self._elsewhere = _ids(database, _ELSEWHERE, review_id)

    def member(self, row: tuple[Any, ...], group_name: str, known_to: str) -> Member:
        ident, group, active, messages, joined, since, role, bot, root, person, name = row
        seen = Candidate(
            id=ident,
            group_id=group,
            last_active=active,
            messages=messages,
            joined_at=joined,
            known_since=since,
            role=role,
            bot=bool(bot),
            own=root in self._own,
            protected=root in self._protected,
            key_customer=root in self._key,
            leaving=ident in self._leaving,
            to_remove=ident in self._to_remove,
            in_review=ident in self._elsewhere,
            known_to=known_to,
        )
        return Member(person, name, group_name, seen)


def _ids(database: WorkspaceDatabase, sql: str, *values: object) -> frozenset[int]:
    return frozenset(ident for (ident,) in database.execute_sql(sql, values))
