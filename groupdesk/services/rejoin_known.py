# SPDX-License-Identifier: MIT
"""What is known of somebody who wants to come back: stays, exits, removals, appeals, standing."""

from datetime import date

from groupdesk.domain import rejoins
from groupdesk.domain.appeal_enums import AppealState
from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.enums import DepartureHow, Ground, MembershipState, Platform, SubjectKind
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.exit_records import EarlierExit
from groupdesk.domain.records import GroupRecord, MemberFields
from groupdesk.domain.rejoin_records import (
    EarlierAppeal,
    EarlierRejoin,
    EarlierRemoval,
    EarlierStay,
    Newcomer,
    RejoinKnown,
)
from groupdesk.domain.removal_states import RemovalState
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.people import Account, Person
from groupdesk.services.appeal_due import STATE_SQL
from groupdesk.services.exit_rows import rows_where
from groupdesk.services.groups import Groups
from groupdesk.services.join_check import JoinChecks
from groupdesk.services.leaving_ways import LeavingWays
from groupdesk.services.ledger import Ledger
from groupdesk.services.person_names import name_of
from groupdesk.services.rejoin_state import steps_of
from groupdesk.services.removal_state import state_sql, until_sql
from groupdesk.services.return_rights import waits_for_approver
from groupdesk.services.same_person import among, entries_of
from groupdesk.services.standings import standing_of

_STAYS = """
SELECT m.id, m.name, m.joined_at, m.ended_at, m.state, coalesce((SELECT d.how FROM departure d
    WHERE d.membership_id = m.id AND NOT EXISTS (SELECT 1 FROM import_undo u
        WHERE u.snapshot_id = d.snapshot_id) ORDER BY d.id DESC LIMIT 1), '')
FROM membership m WHERE m.person_id IN {0} AND m.group_id = ? AND m.state <> 'withdrawn'
ORDER BY m.id DESC
"""
_REMOVALS = f"""
SELECT r.id, r.case_id, r.decided_at, r.ground, {state_sql("r")}, coalesce({until_sql("r")}, ''),
    CASE WHEN m.group_id = ? THEN '' ELSE g.name END
FROM removal r JOIN membership m ON m.id = r.membership_id
JOIN customer_group g ON g.id = m.group_id WHERE m.person_id IN {{0}} ORDER BY r.id DESC
"""
_APPEALS = f"""
SELECT a.id, a.case_id, a.received_at, a.target_kind, {STATE_SQL}
FROM appeal a JOIN membership m ON m.id = a.membership_id
LEFT JOIN appeal_decision d ON d.appeal_id = a.id
WHERE m.person_id IN {{0}} AND m.group_id = ? ORDER BY a.id DESC
"""
_REJOINS = """
SELECT x.id, x.asked_at, coalesce((SELECT e.text FROM rejoin_entry e WHERE e.rejoin_id = x.id
    AND e.kind IN ('approved', 'later', 'declined', 'withdrawn') ORDER BY e.id DESC LIMIT 1), '')
FROM rejoin_request x WHERE x.person_id IN {0} AND x.group_id = ? AND x.id <> ?
ORDER BY x.id DESC
"""
_CASES = """
SELECT id FROM case_file WHERE person_id IN {0} AND group_id = ? AND state = 'open' ORDER BY id
"""
_MINE = "SELECT 1 FROM operator_person WHERE operator_id = ? AND person_id IN {0}"


def known_of(ledger: Ledger, group_id: int, person_id: int, *, leave_out: int = 0) -> RejoinKnown:
    """Return what is known of a person before they come back to a group.

    `leave_out` is the request that is in front. Raises StateChangedError for a person or a group
    that is gone.
    """
    groups = Groups(ledger)
    group = groups.get(group_id)
    fields = fields_of(ledger, group, person_id)
    check = JoinChecks(ledger, groups).check(group_id, fields, person_id)
    way, now = LeavingWays(ledger).of(group_id), ledger.clock()
    with ledger.reading():
        database = ledger.database
        entries = entries_of(database, person_id)
        who = among(entries)
        stays = _stays(database, who, group_id)
        stands = standing_of(database, person_id, group_id, now)
        cases = database.execute_sql(_CASES.format(who), (group_id,)).fetchall()
        mine = database.execute_sql(_MINE.format(who), (ledger.operator.id,)).fetchone()
        return RejoinKnown(
            person_id=person_id,
            group_id=group_id,
            group_name=group.name,
            check=check,
            stays=stays,
            exits=_exits(ledger, who),
            removals=_removals(database, who, group_id),
            appeals=_appeals(database, who, group_id),
            rejoins=_rejoins(database, who, group_id, leave_out),
            open_cases=tuple(int(number) for (number,) in cases),
            breaches=stands.breaches,
            breaches_until=to_text(stands.until) if stands.until else "",
            ladder=group.ladder,
            standing=stands.position,
            cooled_on=rejoins.cooled_on(_left(ledger, stays), way.cooling_days, now.date()),
            trial_days=way.trial_days,
            own=mine is not None,
            needs_approver=waits_for_approver(
                database, ledger.operator, entries, group_id, now.date().isoformat()
            ),
            here=any(stay.active for stay in stays),
        )


def known_of_newcomer(ledger: Ledger, group_id: int, who: Newcomer) -> RejoinKnown:
    """Return what is known of somebody whom the register seems not to know.

    Raises StateChangedError for a group that is gone.
    """
    groups = Groups(ledger)
    group = groups.get(group_id)
    fields = MemberFields(who.name, external_id=who.external_id, phone=who.phone, email=who.email)
    way = LeavingWays(ledger).of(group_id)
    return RejoinKnown(
        person_id=0,
        group_id=group_id,
        group_name=group.name,
        check=JoinChecks(ledger, groups).check(group_id, fields),
        stays=(),
        exits=(),
        removals=(),
        appeals=(),
        rejoins=(),
        open_cases=(),
        breaches=0,
        breaches_until="",
        ladder=group.ladder,
        standing=0,
        cooled_on="",
        trial_days=way.trial_days,
    )


def fields_of(ledger: Ledger, group: GroupRecord, person_id: int) -> MemberFields:
    """Return what the register says of a person, as they would be taken into a group.

    Raises StateChangedError("person_gone").
    """
    with ledger.reading():
        person = Person.get_or_none(Person.id == person_id)
        if person is None:
            raise StateChangedError("person_gone")
        entries = entries_of(ledger.database, person_id)
        account = _account(entries, group.platform)
        stays = _stays(ledger.database, among(entries), group.id)
        name = stays[0].name if stays else name_of(ledger.database, person_id)
        return MemberFields(
            name=name,
            external_id=(account.external_id or "") if account else "",
            handle=account.handle if account else "",
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


def _account(entries: list[int], platform: Platform) -> Account | None:
    found: Account | None = (
        Account.select()
        .where(Account.person.in_(entries) & (Account.platform == platform.value))
        .order_by(Account.external_id.is_null(), Account.id.desc())
        .first()
    )
    return found


def _stays(database: WorkspaceDatabase, who: str, group_id: int) -> tuple[EarlierStay, ...]:
    found = []
    for ident, name, joined, ended, state, how in database.execute_sql(
        _STAYS.format(who), (group_id,)
    ):
        stood = stored.one_of(MembershipState, state)
        said = stored.one_of(DepartureHow, how).value if how else ""
        if stood is MembershipState.REMOVED:
            said = DepartureHow.REMOVED.value
        found.append(
            EarlierStay(
                membership_id=int(ident),
                name=str(name),
                joined_at=stored.known_moment(joined),
                ended_at="" if stood is MembershipState.ACTIVE else stored.known_moment(ended),
                how="" if stood is MembershipState.ACTIVE else said,
                active=stood is MembershipState.ACTIVE,
            )
        )
    return tuple(found)


def _left(ledger: Ledger, stays: tuple[EarlierStay, ...]) -> date | None:
    last = max((stay.ended_at for stay in stays if stay.ended_at), default="")
    return from_text(last).astimezone(ledger.clock().tzinfo).date() if last else None


def _exits(ledger: Ledger, who: str) -> tuple[EarlierExit, ...]:
    rows = rows_where(ledger, f"m.person_id IN {who}")
    return tuple(
        EarlierExit(
            id=row.id,
            group_id=row.group_id,
            group_name=row.group_name,
            asked_at=row.asked_at,
            reason=row.reason,
            state=row.state,
            left_at=row.left_at,
            together=False,
        )
        for row, _entries in reversed(rows)
    )


def _removals(database: WorkspaceDatabase, who: str, group_id: int) -> tuple[EarlierRemoval, ...]:
    rows = database.execute_sql(_REMOVALS.format(who), (group_id,))
    return tuple(
        EarlierRemoval(
            id=int(ident),
            case_number=stored.number(case, 1),
            decided_at=stored.moment_text(at),
            ground=stored.one_of(Ground, ground),
            state=stored.one_of(RemovalState, state),
            until=stored.known_day(until),
            group_name=str(group),
        )
        for ident, case, at, ground, state, until, group in rows
    )


def _appeals(database: WorkspaceDatabase, who: str, group_id: int) -> tuple[EarlierAppeal, ...]:
    return tuple(
        EarlierAppeal(
            int(ident),
            stored.number(case, 1),
            stored.moment_text(at),
            stored.one_of(SubjectKind, kind),
            stored.one_of(AppealState, state),
        )
        for ident, case, at, kind, state in database.execute_sql(_APPEALS.format(who), (group_id,))
    )


def _rejoins(
    database: WorkspaceDatabase, who: str, group_id: int, leave_out: int
) -> tuple[EarlierRejoin, ...]:
    rows = database.execute_sql(_REJOINS.format(who), (group_id, leave_out)).fetchall()
    steps = steps_of(database, [int(row[0]) for row in rows])
    return tuple(
        EarlierRejoin(
            int(ident),
            stored.moment_text(asked),
            rejoins.stands(steps[ident]).state,
            str(text),
        )
        for ident, asked, text in rows
    )
