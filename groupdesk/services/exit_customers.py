# SPDX-License-Identifier: MIT
"""Customers whom it concerns that somebody leaves: who they are, and whether they were told.

While a member is there, they are those whom this member looks after, or looked after when they
asked to leave: whoever has gone over to somebody else since has to be told all the more. Of a
colleague, or where a person put it on the checklist, they are the key customers of the group as
well. When the member has left, they stay the ones that it concerned then.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from groupdesk.domain.enums import Action, MembershipState, SubjectKind
from groupdesk.domain.errors import RefusedError, StateChangedError, StorageError, ValidationError
from groupdesk.domain.exit_records import ExitCustomer, TellCustomers
from groupdesk.domain.exits import GOING
from groupdesk.domain.leaving_enums import CustomerTold, ExitConcern, ExitItem
from groupdesk.domain.records import Receipt
from groupdesk.domain.search_tokens import fold
from groupdesk.domain.text import MAX_REASON, clean_line, optional_text, require_text
from groupdesk.models import stored
from groupdesk.models.database import WorkspaceDatabase
from groupdesk.models.leaving import ExitTold
from groupdesk.models.people import Membership
from groupdesk.services import casework
from groupdesk.services.exit_colleagues import WhoLeaves, who_leaves
from groupdesk.services.exit_state import TOPICS, standing
from groupdesk.services.groups import MAX_NAME
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.same_person import KEY_SQL, among

MAX_CUSTOMERS = 2000
"""Customers that one act may be about."""
_COLUMNS = f"""membership.id, membership.person_id, membership.name, membership.nickname,
    membership.state, c.company, c.language, coalesce(c.account_owner, ''), {KEY_SQL},
    coalesce(c.same_as_id, c.id)"""
_OF_GROUP = f"""
SELECT {_COLUMNS} FROM membership JOIN person c ON c.id = membership.person_id
WHERE membership.group_id = ? AND membership.state = 'active' AND membership.is_bot = 0
    AND (coalesce(c.account_owner, '') <> '' OR {KEY_SQL})
ORDER BY membership.sort_key, membership.id
"""
_BY_ID = f"""
SELECT {_COLUMNS} FROM membership JOIN person c ON c.id = membership.person_id
WHERE membership.id IN {{0}} ORDER BY membership.sort_key, membership.id
"""
_ON_THE_LIST = f"""
SELECT DISTINCT exit_id FROM task WHERE exit_id IN {{0}} AND kind = 'exit_item'
    AND code = '{ExitItem.CUSTOMERS_TOLD.value}'
"""
_ASKED = "SELECT id, facts FROM exit_request WHERE id IN {0}"
# What was recorded with one of several requests of one act holds for all of them.
_TOLD = """
SELECT x.id, t.exit_id, t.membership_id, coalesce(p.same_as_id, p.id), t.state, t.at, o.name,
    t.contact, t.letter, t.note, g.name
FROM exit_request x JOIN exit_request y ON y.id = x.id OR (x.batch <> '' AND y.batch = x.batch)
JOIN exit_told t ON t.exit_id = y.id JOIN operator o ON o.id = t.operator_id
JOIN membership n ON n.id = t.membership_id JOIN customer_group g ON g.id = n.group_id
JOIN person p ON p.id = n.person_id
WHERE x.id IN {0} ORDER BY t.id
"""


class Leaver(NamedTuple):
    """A request as far as its customers go; `kept` are those of when the member left."""

    exit_id: int
    membership_id: int
    group_id: int
    kept: tuple[int, ...] | None = None


class Customer(NamedTuple):
    """A member of a group who is a key customer or whom somebody looks after, as stored."""

    membership_id: int
    person_id: int
    name: str
    nickname: str
    state: str
    company: str
    language: str
    account_owner: str
    """Who of ours looks after them, a name as somebody wrote it; empty for nobody."""
    key: int
    stands_for: int
    """The entry that stands for all entries of the person."""
    looked_after_by: str = ""
    """The same name, folded for comparing."""


class _Told(NamedTuple):
    exit_id: int
    told_in: int
    membership_id: int
    stands_for: int
    state: str
    at: str
    operator: str
    contact: str
    letter: str
    note: str
    group: str


class ExitCustomers:
    """Telling customers who looks after them from now on."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def tell(self, request: TellCustomers) -> Receipt:
        """Record what became of telling customers: letter copied, told, could not, not needed.

        Raises ValidationError for a missing name of the new contact, a missing reason or a time
        in the future; StateChangedError for a request that is over; RefusedError for somebody who
        is no customer of this group.
        """
        state = request.state
        at = casework.past_moment("at", request.at, self._ledger.clock())
        contact = optional_text("contact", clean_line(request.contact), limit=MAX_NAME)
        note = optional_text("note", request.note)
        if state in {CustomerTold.PREPARED, CustomerTold.TOLD} and not contact:
            raise ValidationError("contact", "exit_contact_missing")
        if state in {CustomerTold.COULD_NOT, CustomerTold.NOT_NEEDED}:
            require_text("note", note, limit=MAX_REASON, code="step_reason_missing")
        letters = {
            one.membership_id: optional_text("letter", one.letter) for one in request.customers
        }
        languages = {one.membership_id: one.language for one in request.customers}
        if not 0 < len(letters) <= MAX_CUSTOMERS:
            raise ValidationError("customers", "exit_customers_missing", most=MAX_CUSTOMERS)

        def work(entry: Entry) -> None:
            found = standing(self._ledger.database, request.exit_id)
            if found.state not in GOING:
                raise StateChangedError("exit_over")
            for ident, letter in letters.items():
                stay = casework.stay_of(ident)
                if stay.group_id != found.stay.group_id or ident == found.stay.id:
                    raise RefusedError("exit_customer_other")
                row = ExitTold.create(
                    exit=request.exit_id,
                    membership=ident,
                    operator=entry.operator.id,
                    recorded_at=entry.now_text,
                    at=at,
                    state=state.value,
                    channel=request.channel.value,
                    contact=contact,
                    letter=letter,
                    letter_language=languages[ident] if letter else "",
                    note=note,
                )
                told = {"instead_of": found.stay.name, "customer_told": state.value}
                told |= {"new_contact": contact, "at": at, "note": note}
                told |= {"channel": request.channel.value} if state is CustomerTold.TOLD else {}
                said = {key: value for key, value in told.items() if value}
                entry.record(
                    person_id=stay.person_id, after=casework.names(stay) | said, rows=[row]
                )
            group = found.stay.group_id
            entry.about(SubjectKind.EXIT, request.exit_id, *TOPICS, group_id=group)

        return self._ledger.run(request.operation, Action.EXIT_TELL, work)


def concerned_by(
    database: WorkspaceDatabase,
    stay: Membership,
    exit_id: int = 0,
    known: Sequence[Customer] | None = None,
) -> list[int]:
    """Return the customers whom it concerns that a member leaves, by their stays.

    With a request also those whom it concerned when they asked. `known` are those of the group,
    for who asks about many of its members.
    """
    here = customers_in(database, stay.group_id) if known is None else known
    who = who_leaves(database, [stay.id])[stay.id]
    key = who.colleague or bool(_with_line(database, [exit_id]))
    now = {one.membership_id for one, _why in _of_group(who, here, key=key)}
    return sorted(now.union(*_when_asked(database, [exit_id]).values()))


def would_concern(database: WorkspaceDatabase, stay: Membership) -> tuple[ExitCustomer, ...]:
    """Return the same before anybody asked to leave; nobody was told anything yet."""
    here = customers_in(database, stay.group_id)
    who = who_leaves(database, [stay.id])[stay.id]
    found = _of_group(who, here, key=who.colleague)
    return tuple(_record(one, why, None, 0) for one, why in found)


def customers_in(database: WorkspaceDatabase, group_id: int) -> list[Customer]:
    """Return the customers of a group; it takes a look at each of its members."""
    return [_customer(row) for row in database.execute_sql(_OF_GROUP, (group_id,))]


def customers_of(
    database: WorkspaceDatabase, leavers: Sequence[Leaver]
) -> dict[int, tuple[ExitCustomer, ...]]:
    """Return the customers of these requests, and what was recorded about telling each."""
    told: dict[int, dict[int, _Told]] = {one.exit_id: {} for one in leavers}
    named: dict[int, set[int]] = {one.exit_id: set() for one in leavers}
    rows = database.execute_sql(_TOLD.format(among(told)))
    for row in (_Told(*row) for row in rows):
        told[row.exit_id][row.stands_for] = row
        if row.told_in == row.exit_id:
            named[row.exit_id].add(row.membership_id)
    asked = _when_asked(database, told)
    wanted = {
        one.exit_id: {*(asked[one.exit_id] if one.kept is None else one.kept), *named[one.exit_id]}
        for one in leavers
    }
    by_id = _by_id(database, set().union(*wanted.values()) if wanted else ())
    groups = {one.group_id for one in leavers if one.kept is None}
    in_group = {group: customers_in(database, group) for group in groups}
    selves = who_leaves(database, [one.membership_id for one in leavers])
    lines = _with_line(database, told)
    found = {}
    for leaver in leavers:
        who = selves[leaver.membership_id]
        key = who.colleague or leaver.exit_id in lines
        here = _of_group(who, in_group[leaver.group_id], key=key) if leaver.kept is None else []
        further = wanted[leaver.exit_id] - {one.membership_id for one, _why in here}
        here += [
            (by_id[ident], _why(by_id[ident], who.names) or _why_before(by_id[ident]))
            for ident in sorted(further)
            if ident in by_id
        ]
        found[leaver.exit_id] = tuple(
            _record(one, why, told[leaver.exit_id].get(one.stands_for), leaver.exit_id)
            for one, why in here
            # whoever left the group meanwhile needs no telling any more
            if one.state == MembershipState.ACTIVE.value
            or one.membership_id in named[leaver.exit_id]
        )
    return found


def _when_asked(
    database: WorkspaceDatabase, exit_ids: Collection[int]
) -> dict[int, frozenset[int]]:
    """Return whom each of these requests concerned when it was recorded."""
    rows = database.execute_sql(_ASKED.format(among(exit_ids))).fetchall()
    return {int(ident): _concerned(stored.fields(facts) if facts else {}) for ident, facts in rows}


def _concerned(facts: Mapping[str, Any]) -> frozenset[int]:
    found = facts.get("customers", [])
    if not isinstance(found, list):
        raise StorageError("damaged")
    return frozenset(stored.number(one, 1) for one in found)


def _with_line(database: WorkspaceDatabase, exit_ids: Collection[int]) -> frozenset[int]:
    """Return those of these requests whose checklist says that customers are to be told."""
    rows = database.execute_sql(_ON_THE_LIST.format(among(exit_ids)))
    return frozenset(int(ident) for (ident,) in rows)


def _of_group(
    who: WhoLeaves, customers: Iterable[Customer], *, key: bool
) -> list[tuple[Customer, frozenset[ExitConcern]]]:
    """Return those whom it concerns and why; with `key` the key customers are among them."""
    found = ((one, _why(one, who.names)) for one in customers if one.person_id not in who.entries)
    return [(one, why) for one, why in found if why and (key or ExitConcern.ACCOUNT in why)]


def _by_id(database: WorkspaceDatabase, ids: Collection[int]) -> Mapping[int, Customer]:
    rows = database.execute_sql(_BY_ID.format(among(ids)))
    return {row[0]: _customer(row) for row in rows}


def _customer(row: tuple[Any, ...]) -> Customer:
    known = Customer(*row)
    return known._replace(looked_after_by=fold(known.account_owner.strip()))


def _why(one: Customer, names: frozenset[str]) -> frozenset[ExitConcern]:
    """Return why it concerns a customer; a key customer of a colleague keeps that colleague."""
    if one.looked_after_by and one.looked_after_by not in names:
        return frozenset()
    found = {ExitConcern.KEY} if one.key else set()
    if one.looked_after_by:
        found.add(ExitConcern.ACCOUNT)
    return frozenset(found)


def _why_before(one: Customer) -> frozenset[ExitConcern]:
    """Return why a customer stands there whom it concerned once."""
    return frozenset({ExitConcern.MOVED if one.looked_after_by else ExitConcern.TOLD})


def _record(
    one: Customer, why: frozenset[ExitConcern], told: _Told | None, exit_id: int
) -> ExitCustomer:
    known = ExitCustomer(
        membership_id=one.membership_id,
        person_id=one.person_id,
        name=one.name,
        nickname=one.nickname,
        company=one.company,
        language=one.language,
        concerns=why,
        gone=one.state != MembershipState.ACTIVE.value,
        account_owner=one.account_owner,
    )
    if told is None:
        return known
    return known._replace(
        told=stored.one_of(CustomerTold, told.state),
        at=stored.moment_text(told.at),
        operator=told.operator,
        contact=told.contact,
        letter=told.letter,
        note=told.note,
        elsewhere="" if told.told_in == exit_id else told.group,
    )
