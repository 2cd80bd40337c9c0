# SPDX-License-Identifier: MIT
"""What should be known before somebody is let into a group: read only, and before any write."""

from typing import TYPE_CHECKING

from groupdesk.domain.group_size import room
from groupdesk.domain.leaving_enums import ExitReason
from groupdesk.domain.person_records import Concern, JoinCheck, JoinFinding, Match
from groupdesk.domain.records import MemberFields
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.services.contacts import by_email, by_phone
from groupdesk.services.exit_state import REASON, REASON_TEXT
from groupdesk.services.groups import Groups
from groupdesk.services.ledger import Ledger
from groupdesk.services.pinyin import sort_key
from groupdesk.services.removal_state import held_sql
from groupdesk.services.returns import concerns
from groupdesk.services.same_person import entries_of

if TYPE_CHECKING:
    from groupdesk.domain.records import GroupRecord

_SHOWN = 12
_WORST_FIRST = tuple(Concern)
_NOW = frozenset({Concern.IN_GROUP, Concern.KNOWN})
"""What is told of a place beside a removal from it that holds."""


class JoinChecks:
    """Checks people before they are added."""

    def __init__(self, ledger: Ledger, groups: Groups) -> None:
        """Read through `ledger`'s connection."""
        self._ledger = ledger
        self._groups = groups

    def check(self, group_id: int, fields: MemberFields, person_id: int = 0) -> JoinCheck:
        """Return what the group says of who belongs, its room, and what is known of the person.

        A person is known by `person_id`, where one was chosen, by platform id, e-mail, phone,
        links, or, least surely, by the name of somebody who is or was in this group. Raises
        StateChangedError for a group that is gone.
        """
        group = self._groups.get(group_id)
        with self._ledger.reading():
            found = self._findings(group, fields, person_id)
        found.sort(key=lambda one: _WORST_FIRST.index(one.concern))
        return JoinCheck(
            purpose=group.purpose,
            belongs=group.belongs,
            members=group.members,
            size_limit=group.size_limit,
            room=room(group.members + 1, group.size_limit),
            findings=tuple(found[:_SHOWN]),
        )

    def _findings(
        self, group: "GroupRecord", fields: MemberFields, person_id: int
    ) -> list[JoinFinding]:
        database = self._ledger.database
        who = dict.fromkeys(entries_of(database, person_id), Match.SAME)
        who = _seems_to_be(database, group, fields) | who
        today = self._ledger.clock().date().isoformat()
        found = concerns(database, who, group.id, today)
        held = {(one.person_id, one.group_name) for one in found}
        told: set[tuple[int, str]] = set()
        for entry_id, match in who.items():
            for one in _stays(database, entry_id, match, group.id):
                place = (one.person_id, one.group_name)
                if place not in told and (place not in held or one.concern in _NOW):
                    told.add(place)
                    found.append(one)
        return found


def _seems_to_be(
    database: WorkspaceDatabase, group: "GroupRecord", fields: MemberFields
) -> dict[int, Match]:
    """Return the entries that these fields may mean, each with the surest sign of it."""
    found: dict[int, Match] = {}
    external_id = fields.external_id.strip()
    if external_id:
        row = database.execute_sql(
            "SELECT person_id FROM account WHERE platform = ? AND external_id = ?",
            (group.platform.value, external_id),
        ).fetchone()
        if row is not None:
            found[int(row[0])] = Match.ID
    for match, persons in (
        (Match.EMAIL, by_email(database, fields.email)),
        (Match.PHONE, by_phone(database, fields.phone)),
        (Match.NAME, _of_name(database, group.id, fields.name)),
    ):
        for person in persons:
            found.setdefault(person, match)
    for person in list(found):
        for entry in entries_of(database, person):
            found.setdefault(entry, Match.LINKED)
    return found


def _of_name(database: WorkspaceDatabase, group_id: int, name: str) -> list[int]:
    """Return who has this very name in the group, or on the blocklist."""
    if not name.strip():
        return []
    key = sort_key(name.strip())
    rows = database.execute_sql(
        "SELECT person_id FROM membership WHERE group_id = ? AND sort_key = ?"
        " AND state IN ('active', 'left', 'removed')"
        " UNION SELECT b.person_id FROM block_entry b CROSS JOIN membership m"
        " ON m.person_id = b.person_id AND +m.sort_key = ? LIMIT 20",
        (group_id, key, key),
    )
    return [int(person) for (person,) in rows]


def _stays(
    database: WorkspaceDatabase, person_id: int, match: Match, group_id: int
) -> list[JoinFinding]:
    """Return where the person is and was: here, or for a sure sign anywhere."""
    rows = database.execute_sql(
        "SELECT m.group_id, g.name, m.name, m.state, m.ended_at, m.joined_at, v.at,"
        " coalesce(v.reason, r.reason, ''), coalesce(r.case_id, 0), r.id IS NOT NULL,"
        f" {REASON.format('x')}, coalesce({REASON_TEXT.format('x')}, ''),"
        " (SELECT count(*) FROM membership o"
        " WHERE o.person_id = m.person_id AND o.group_id = m.group_id AND o.state = 'left')"
        " FROM membership m"
        " JOIN customer_group g ON g.id = m.group_id"
        " LEFT JOIN removal r ON r.id = (SELECT max(x.id) FROM removal x"
        f" WHERE x.membership_id = m.id AND {held_sql('x')})"
        " LEFT JOIN reversal v ON v.target_kind = 'removal' AND v.target_id = r.id"
        " LEFT JOIN exit_request x ON x.id = (SELECT max(y.id) FROM exit_request y"
        " WHERE y.membership_id = m.id AND NOT EXISTS (SELECT 1 FROM exit_entry e"
        " WHERE e.exit_id = y.id AND e.kind IN ('withdrawn', 'mistaken')))"
        " WHERE m.person_id = ? AND m.state <> 'withdrawn'"
        " ORDER BY m.group_id <> ?, m.state <> 'active', m.id DESC",
        (person_id, group_id),
    )
    found = []
    for row in rows:
        group, group_name, name, state, ended, joined, lifted, said, case, decided = row[:10]
        why, own_words, times = row[10:]
        here = group == group_id
        reason, number = "", 0
        exit_reason: ExitReason | None = None
        if here and state == "active":
            concern, at = Concern.IN_GROUP, joined
        elif here and (state == "left" or (state == "removed" and not decided)):
            concern, at = Concern.LEFT, ended
            exit_reason = None if why is None else stored.one_of(ExitReason, why)
            reason = str(own_words)
        elif here and state == "removed":  # what still holds was told before
            concern, at = (
                (Concern.REMOVAL_LIFTED, lifted) if lifted else (Concern.REMOVAL_OVER, ended)
            )
            reason, number = str(said), stored.number(case)
        elif state == "active" and match is not Match.NAME:
            concern, at = Concern.KNOWN, joined
        else:
            continue
        found.append(
            JoinFinding(
                concern,
                match,
                person_id,
                str(name),
                stored.known_moment(at),
                str(group_name),
                reason,
                number,
                exit_reason,
                int(times) if concern is Concern.LEFT else 0,
            )
        )
    return found
