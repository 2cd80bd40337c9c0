# SPDX-License-Identifier: MIT
"""Who is back: people in a group although they were blocked or removed before.

Somebody is known again by the same entry, a linked entry, or the same e-mail or phone. Nothing of
this is stored but what was decided: an import that is taken back takes its alerts along.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from groupdesk.domain.contacts import email_key, phone_key, phone_tail, same_phone
from groupdesk.domain.decision_enums import ReturnChoice
from groupdesk.domain.enums import Action, MembershipState, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.person_records import Concern, JoinAnswer, JoinFinding, Match, ReturnAlert
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Membership
from groupdesk.models.register import ReturnDecision
from groupdesk.services import casework
from groupdesk.services.contacts import of_emails, of_phones
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.person_names import name_sql
from groupdesk.services.removal_state import GONE_SQL, KEPT_OUT_SQL, holds_sql, until_sql
from groupdesk.services.return_rights import require_may_let_in
from groupdesk.services.same_person import among

_BLOCKED = f"""
SELECT b.person_id, 0, b.recorded_at, b.reason, coalesce(b.case_id, 0), {name_sql("p")}
FROM block_entry b JOIN person p ON p.id = b.person_id
WHERE b.state = 'blocked'
    AND b.id = (SELECT max(x.id) FROM block_entry x WHERE x.person_id = b.person_id)
"""
# A removal that was carried out, or of somebody who had left, and that holds: its last day has not
# passed, or it has and they are kept out for a reason.
_REMOVED = f"""
SELECT m.person_id, m.group_id,
    CASE WHEN r.left_at IS NULL THEN coalesce(m.ended_at, r.decided_at) ELSE r.decided_at END,
    coalesce({KEPT_OUT_SQL}, r.reason), r.case_id, m.name
FROM removal r CROSS JOIN membership m ON m.id = r.membership_id
WHERE {GONE_SQL} AND {holds_sql("r")}
    AND (coalesce({until_sql("r")} >= ?, 1) OR {KEPT_OUT_SQL} IS NOT NULL)
"""
# The + keeps the index over all members of a state from being walked: a few persons are few rows.
_STAYS = f"""
SELECT m.id, m.group_id, g.name, m.name, coalesce(m.joined_at, ''), m.person_id,
    coalesce((SELECT d.recorded_at || ' ' || d.decision FROM return_decision d
        WHERE d.membership_id = m.id ORDER BY d.id DESC LIMIT 1), '')
FROM membership m JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE m.person_id IN {{0}} AND +m.state = 'active' AND NOT EXISTS (
    SELECT 1 FROM removal r JOIN task t ON t.removal_id = r.id AND t.done_at IS NULL
    WHERE r.membership_id = m.id AND {holds_sql("r")})
"""


class Watched(NamedTuple):
    """Somebody to look out for: blocked everywhere (group 0), or removed from one group."""

    person_id: int
    group_id: int
    at: str
    reason: str
    case_number: int
    name: str

    @property
    def concern(self) -> Concern:
        """Which of the two it is."""
        return Concern.REMOVED if self.group_id else Concern.BLOCKED


class Returns:
    """The alerts of a workspace, and what is decided about them."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def alerts(self) -> tuple[ReturnAlert, ...]:
        """Return who is back and not decided about, or to be removed; one line for each stay."""
        found: dict[int, ReturnAlert] = {}
        with self._ledger.reading():
            database = self._ledger.database
            watched = watched_people(database, self._today())
            known = _known_again(database, watched)
            stays = _stays(database, {entry for found in known for entry in found})
            for one, persons in zip(watched, known, strict=True):
                for entry, match in persons.items():
                    for stay in stays.get(entry, ()):
                        alert = _alert(one, match, stay)
                        if alert is not None:
                            found.setdefault(alert.membership_id, alert)
        return tuple(sorted(found.values(), key=lambda alert: (alert.at, alert.membership_id)))

    def decide(
        self, operation: UUID, membership_id: int, choice: ReturnChoice, reason: str = ""
    ) -> Receipt:
        """Record what is decided about somebody who is back.

        To let them in wants a reason. Raises ValidationError for a missing one,
        StateChangedError("member_not_active") when they are gone again, and
        RefusedError("return_needs_approver") where two decided on the removal.
        """
        text = (
            require_text("reason", reason, limit=MAX_REASON, code="reason_missing")
            if choice is ReturnChoice.LET_IN
            else optional_text("reason", reason)
        )

        def work(entry: Entry) -> None:
            stay = casework.stay_of(membership_id)
            if stay.state != MembershipState.ACTIVE.value:
                raise StateChangedError("member_not_active", name=stay.name)
            if choice is ReturnChoice.LET_IN:
                require_may_let_in(entry, self._ledger.database, stay.person_id, stay.group_id)
            row = write_decision(entry, stay, choice, text)
            entry.about(
                SubjectKind.MEMBERSHIP,
                stay.id,
                Topic.TASKS,
                Topic.MEMBERS,
                group_id=stay.group_id,
            )
            entry.record(
                person_id=stay.person_id,
                after=casework.names(stay) | {"return_choice": choice.value, "reason": text},
                rows=[row],
            )

        return self._ledger.run(operation, Action.RETURN_DECIDE, work)

    def _today(self) -> str:
        return self._ledger.clock().date().isoformat()


def let_in(entry: Entry, stay: Membership, answer: JoinAnswer | None) -> list[ReturnDecision]:
    """Write why somebody was let in, where the join check was answered with a reason."""
    reason = optional_text("let_in_reason", answer.let_in_reason) if answer is not None else ""
    return [write_decision(entry, stay, ReturnChoice.LET_IN, reason)] if reason else []


def write_decision(
    entry: Entry,
    stay: Membership,
    choice: ReturnChoice,
    reason: str,
    *,
    by: tuple[int, str] | None = None,
) -> ReturnDecision:
    """Write what was decided about a stay; the caller's log entry vouches for the row.

    `by` is who decided it before, and when: what came after that was not known to them.
    """
    operator_id, at = by or (entry.operator.id, entry.now_text)
    return ReturnDecision.create(
        membership=stay.id,
        operator=operator_id,
        recorded_at=at,
        decision=choice.value,
        reason=reason,
    )


def watched_people(database: WorkspaceDatabase, today: str, group_id: int = 0) -> list[Watched]:
    """Return whom to look out for, the blocked first; with a group only what concerns it."""
    rows = [*database.execute_sql(_BLOCKED), *database.execute_sql(_REMOVED, (today,))]
    found = [_watched(row) for row in rows]
    return [one for one in found if not group_id or one.group_id in {0, group_id}]


class Watch:
    """Everybody to look out for in one group, by what they are known again: for whole lists."""

    def __init__(
        self, database: WorkspaceDatabase, group_id: int, platform: str, today: str
    ) -> None:
        """Read who is watched; a few thousand take some milliseconds."""
        self._ids: dict[str, Watched] = {}
        self._emails: dict[str, Watched] = {}
        self._phones: dict[str, list[tuple[str, Watched]]] = {}
        watched = watched_people(database, today, group_id)
        entries = _entries(database, watched)
        for one in watched:
            who = among(entries[one.person_id])
            for external_id, email, phone in database.execute_sql(
                "SELECT a.external_id, p.email, p.phone FROM person p"
                " LEFT JOIN account a ON a.person_id = p.id AND a.platform = ?"
                f" WHERE p.id IN {who}",
                (platform,),
            ):
                if external_id:
                    self._ids.setdefault(external_id, one)
                if email_key(email):
                    self._emails.setdefault(email_key(email), one)
                if phone_tail(phone):
                    self._phones.setdefault(phone_tail(phone), []).append((phone, one))

    def find(self, external_id: str, email: str, phone: str) -> Watched | None:
        """Return who this seems to be, None for nobody who is watched."""
        if not (self._ids or self._emails or self._phones):
            return None
        found = self._ids.get(external_id) if external_id else None
        if found is None and email and self._emails:
            found = self._emails.get(email_key(email))
        if found is None and phone and self._phones:
            for written, one in self._phones.get(phone_tail(phone), ()):
                if same_phone(written, phone):
                    return one
        return found


def concerns(
    database: WorkspaceDatabase, known: Mapping[int, Match], group_id: int, today: str
) -> list[JoinFinding]:
    """Return what is held against entries that somebody seems to be: blocks and removals."""
    if not known:
        return []
    groups = dict(database.execute_sql("SELECT id, name FROM customer_group").fetchall())
    found = []
    everybody = watched_people(database, today)
    entries = _entries(database, everybody)
    for watched in everybody:
        for entry in entries[watched.person_id]:
            if entry not in known:
                continue
            concern = watched.concern
            if concern is Concern.REMOVED and watched.group_id != group_id:
                concern = Concern.REMOVED_ELSEWHERE
            match = known[entry]
            if match is Match.ID and entry != watched.person_id:
                match = Match.LINKED
            found.append(
                JoinFinding(
                    concern=concern,
                    match=match,
                    person_id=watched.person_id,
                    name=watched.name,
                    at=watched.at,
                    group_name=str(groups.get(watched.group_id, "")),
                    reason=watched.reason,
                    case_number=watched.case_number,
                )
            )
            break
    return found


def _entries(database: WorkspaceDatabase, watched: list[Watched]) -> dict[int, list[int]]:
    """Return all entries of each of these persons, by the entry that is watched."""
    found: dict[int, list[int]] = defaultdict(list)
    for person, entry in database.execute_sql(
        "SELECT p.id, e.id FROM json_each(?) w CROSS JOIN person p ON p.id = w.value"
        " CROSS JOIN person e ON e.id = coalesce(p.same_as_id, p.id)"
        " OR e.same_as_id = coalesce(p.same_as_id, p.id)",
        (json.dumps(sorted({one.person_id for one in watched})),),
    ):
        found[int(person)].append(int(entry))
    return found


def _known_again(database: WorkspaceDatabase, watched: list[Watched]) -> list[dict[int, Match]]:
    """Return for each of the watched which entries they seem to be, and by what."""
    if not watched:
        return []
    entries = _entries(database, watched)
    everybody = {entry for those in entries.values() for entry in those}
    contacts = {
        int(entry): (str(email), str(phone))
        for entry, email, phone in database.execute_sql(
            f"SELECT id, email, phone FROM person WHERE id IN {among(everybody)}"
        )
    }
    emails = of_emails(database, {email for email, _ in contacts.values()})
    phones = of_phones(database, {phone for _, phone in contacts.values()})
    result = []
    for one in watched:
        found: dict[int, Match] = {one.person_id: Match.SAME}
        for entry in entries[one.person_id]:
            found.setdefault(entry, Match.LINKED)
        for entry in entries[one.person_id]:
            email, phone = contacts[entry]
            for match, others in (
                (Match.EMAIL, emails.get(email_key(email), ())),
                (Match.PHONE, phones.get(phone_key(phone), ())),
            ):
                for other in others:
                    found.setdefault(other, match)
        result.append(found)
    return result


def _stays(database: WorkspaceDatabase, persons: Iterable[int]) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in database.execute_sql(_STAYS.format(among(persons))):
        found[int(row[5])].append(row)
    return found


def _alert(watched: Watched, match: Match, stay: tuple[Any, ...]) -> ReturnAlert | None:
    ident, group, group_name, name, joined, _, decided = stay
    if watched.group_id not in {0, group}:
        return None
    at, _, choice = str(decided).partition(" ")
    current = bool(choice) and at >= watched.at
    if current and choice == ReturnChoice.LET_IN.value:
        return None
    return ReturnAlert(
        membership_id=int(ident),
        group_id=int(group),
        group_name=str(group_name),
        name=str(name),
        since=stored.known_moment(joined or None),
        concern=watched.concern,
        match=match,
        earlier_id=watched.person_id,
        earlier_name=watched.name,
        reason=watched.reason,
        at=watched.at,
        to_remove=current,
    )


def _watched(row: tuple[Any, ...]) -> Watched:
    person, group, at, reason, case, name = row
    return Watched(
        int(person), int(group), stored.moment_text(at), str(reason), stored.number(case), str(name)
    )
