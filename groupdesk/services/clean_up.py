# SPDX-License-Identifier: MIT
"""Which groups nobody seems to need: read only, and only from what is known."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Action, Platform
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.review_enums import GroupConcern, GroupNoteKind
from groupdesk.domain.upkeep_records import CleanUp, GroupNoteRecord, GroupUse
from groupdesk.models import stored
from groupdesk.services.group_notes import WHY, newest, notes_of
from groupdesk.services.ledger import Ledger
from groupdesk.services.same_person import among
from groupdesk.services.todo import Todo

DAYS = 90
MAX_DAYS = 3_650
# What is done about a group to look after it, or about a copy, says nothing of its use; neither
# does an import: it tells what was known of the members on a day, and that is looked at itself.
_NO_SIGN = frozenset(
    {
        *(Action.GROUP_NOTE, Action.GROUP_EDIT, Action.GROUP_PROCESS, Action.GROUP_LEAVING),
        *(Action.GROUP_ARCHIVE, Action.GROUP_RESTORE, Action.MEMBER_IMPORT, Action.IMPORT_UNDO),
        *(Action.MEMBER_EXPORT, Action.REPORT_PRINT, Action.EXIT_SAVE, Action.EXIT_NUMBERS),
        *(
            Action.EVIDENCE_VIEW,
            Action.EVIDENCE_COPY,
            Action.EVIDENCE_SAVE_COPY,
            Action.REVIEW_START,
        ),
        *(Action.REVIEW_DECIDE, Action.REVIEW_ENTRY),
    }
)
_GROUPS = """
WITH m AS (
    SELECT group_id, count(*) members, sum(last_active IS NULL) unknown, max(last_active) active,
        max(role = 'owner') owner
    FROM membership WHERE state = 'active' AND is_bot = 0 AND {1} GROUP BY group_id)
SELECT g.id, g.name, g.platform, g.owner_name, g.purpose, coalesce(m.members, 0),
    coalesce(m.unknown, 0), m.active,
    (SELECT max(s.taken_at) FROM snapshot s WHERE s.group_id = g.id AND NOT EXISTS (
        SELECT 1 FROM import_undo u WHERE u.snapshot_id = s.id)),
    (SELECT max(e.at) FROM audit_entry e WHERE e.group_id = g.id AND e.operator_id <> 0
        AND e.action NOT IN ({0})),
    (SELECT count(*) FROM case_file c WHERE c.group_id = g.id AND c.state = 'open'),
    coalesce(m.owner, 0)
FROM customer_group g LEFT JOIN m ON m.group_id = g.id
WHERE g.archived_at IS NULL AND {2} ORDER BY g.id
"""


class CleanUps:
    """Looks at the groups that are in use."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`'s connection."""
        self._ledger = ledger

    def look(self, days: int = DAYS) -> CleanUp:
        """Return all groups with what speaks for putting them away, the longest unused first.

        A group is quiet when nothing happened in it for `days` days, as far as members and our
        own acts tell, and of no member it is unknown. One that was kept within `days` days is
        not asked about again. Raises ValidationError("days").
        """
        return CleanUp(days, self._uses(days, None))

    def of(self, group_ids: Collection[int], days: int = DAYS) -> tuple[GroupUse, ...]:
        """Return these groups as they are now; one that is archived or gone is left out."""
        return self._uses(days, group_ids)

    def _uses(self, days: int, group_ids: Collection[int] | None) -> tuple[GroupUse, ...]:
        if not 1 <= days <= MAX_DAYS:
            raise ValidationError("days", "days_out_of_range", least=1, most=MAX_DAYS)
        since = to_text(self._ledger.clock() - timedelta(days=days))
        here, there = "1", "1"
        if group_ids is not None:
            here, there = (f"{column} IN {among(group_ids)}" for column in ("group_id", "g.id"))
        marks = ", ".join(f"'{action.value}'" for action in sorted(_NO_SIGN))
        with self._ledger.reading():
            database = self._ledger.database
            rows = database.execute_sql(_GROUPS.format(marks, here, there)).fetchall()
            notes: dict[int, list[GroupNoteRecord]] = {}
            for note in notes_of(database, group_ids):
                notes.setdefault(note.group_id, []).append(note)
            waits, carry_out = self._waiting()
        found = [
            _use(row, notes.get(row[0], ()), since, waits[row[0]], carry_out[row[0]])
            for row in rows
        ]
        return tuple(sorted(found, key=_place))

    def _waiting(self) -> tuple[Mapping[int, int], Mapping[int, int]]:
        items = Todo(self._ledger).all()
        waits = Counter(item.group_id for item in items)
        return waits, Counter(item.group_id for item in items if item.kind == "carry_out")


def _use(
    row: tuple[Any, ...],
    notes: Collection[GroupNoteRecord],
    since: str,
    waits: int,
    to_carry_out: int,
) -> GroupUse:
    ident, name, platform, owner, purpose, members, unknown, active, listed, act, cases, has = row
    why = newest(notes, *WHY)
    kept = newest(notes, GroupNoteKind.KEPT)
    last_active, last_act = stored.known_moment(active), stored.known_moment(act)
    concerns = set()
    if not members:
        concerns.add(GroupConcern.EMPTY)
    elif max(last_active, last_act) < since:
        concerns.add(GroupConcern.UNKNOWN if unknown else GroupConcern.QUIET)
    for concern, is_so in (
        (GroupConcern.NO_OWNER, not owner.strip() and not has),
        (GroupConcern.NO_PURPOSE, not purpose.strip()),
        (GroupConcern.NO_WHY, why is None),
    ):
        if is_so:
            concerns.add(concern)
    return GroupUse(
        id=int(ident),
        name=str(name),
        platform=stored.one_of(Platform, platform),
        owner_name=str(owner),
        members=int(members),
        unknown=int(unknown),
        last_active=last_active,
        last_list=stored.known_moment(listed),
        last_act=last_act,
        open_cases=int(cases),
        waits=waits,
        to_carry_out=to_carry_out,
        concerns=frozenset(concerns),
        why=why,
        kept=kept,
        kept_now=kept is not None and kept.at >= since,
        muted=newest(notes, GroupNoteKind.MUTED),
    )


def _place(one: GroupUse) -> tuple[bool, bool, str, int]:
    """Sort what is asked about first, what is known to be unused before what is not known."""
    known = GroupConcern.QUIET in one.concerns or GroupConcern.EMPTY in one.concerns
    return (not one.asked_about, not known, max(one.last_active, one.last_act), one.id)
