# SPDX-License-Identifier: MIT
"""What goes from hand to hand with a handover: seen before, moved in one act, given back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from peewee import Model

from groupdesk.domain.case_enums import CaseEntryKind, CaseState
from groupdesk.domain.enums import MemberRole, MembershipState
from groupdesk.domain.errors import StateChangedError, StorageError
from groupdesk.domain.handover_enums import Held, MoveKind
from groupdesk.domain.handover_records import MoveItem
from groupdesk.models import stored
from groupdesk.models.moderation import Case
from groupdesk.models.operators import Operator
from groupdesk.models.people import Group, Membership, Person
from groupdesk.models.reviews import TodoMark
from groupdesk.services import casework
from groupdesk.services.exit_state import leaves_no_owner
from groupdesk.services.handover_scope import Scope
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.same_person import among
from groupdesk.services.todo_marks import persons_of

WIDTH: Final = len(MoveItem._fields)
_CUSTOMERS = """
SELECT c.id, c.account_owner, n.name, n.group_name, n.group_id FROM person c
JOIN (SELECT m.person_id, m.name, g.name AS group_name, g.id AS group_id, m.sort_key
    FROM membership m JOIN customer_group g ON g.id = m.group_id
    WHERE m.state = 'active' AND g.archived_at IS NULL AND (? OR g.id IN {0})
    GROUP BY m.person_id) n ON n.person_id = c.id
WHERE coalesce(c.account_owner, '') <> '' ORDER BY n.sort_key, c.id
"""


def plan(ledger: Ledger, scope: Scope) -> tuple[MoveItem, ...]:
    """Return what the giver looks after and would go to the taker; the caller reads.

    What cannot go is listed with the reason. Groups that are archived stay as they are.
    """
    found = (
        *_cases(scope),
        *_todo(ledger, scope),
        *_groups(scope),
        *_owner_roles(ledger, scope),
        *_customers(ledger, scope),
    )
    return tuple(item for item in found if item.before != item.after)


def plan_back(ledger: Ledger, scope: Scope, given: Iterable[MoveItem]) -> tuple[MoveItem, ...]:
    """Return these items the other way round; what cannot go back says why. The caller reads."""
    return tuple(
        item._replace(before=item.after, after=item.before, held=_held_back(ledger, scope, item))
        for item in given
    )


def _held_back(ledger: Ledger, scope: Scope, item: MoveItem) -> Held | None:
    """Return why an item stays with whom it went to, None where it can go back."""
    if _now(item.kind, item.id) != item.after:
        return Held.MOVED_ON
    if item.kind in {MoveKind.CASE, MoveKind.TASK}:
        return _to(scope)[1]
    if item.kind is MoveKind.OWNER_ROLE:
        stay = Membership.get_by_id(item.id)
        if stay.state != MembershipState.ACTIVE.value or leaves_no_owner(ledger.database, stay):
            return Held.MOVED_ON
    return None


def items_from(value: object) -> tuple[MoveItem, ...]:
    """Return the items that an entry keeps. Raises StorageError("damaged")."""
    if not isinstance(value, list):
        raise StorageError("damaged")
    found = []
    for row in value:
        if not isinstance(row, list) or len(row) != WIDTH:
            raise StorageError("damaged")
        known = dict(zip(MoveItem._fields, row, strict=True))
        found.append(
            MoveItem(
                kind=stored.one_of(MoveKind, known["kind"]),
                id=stored.number(known["id"]),
                **{name: str(known[name]) for name in ("what", "who", "group", "before", "after")},
                held=stored.one_of(Held, known["held"]) if known["held"] else None,
                person_id=stored.number(known["person_id"]),
                group_id=stored.number(known["group_id"]),
            )
        )
    return tuple(found)


def move(entry: Entry, items: Iterable[MoveItem], note: str) -> None:
    """Give each item to whom it goes, with one payload for each person it is about.

    Raises StateChangedError("handover_items_changed") for what somebody else changed meanwhile.
    """
    told: dict[int | None, dict[str, object]] = defaultdict(dict)
    rows: dict[int | None, list[Model]] = defaultdict(list)
    was: dict[int | None, dict[str, object]] = defaultdict(dict)
    for item in items:
        if item.group_id:
            require_in_use(item.group_id)
        person = item.person_id or None
        rows[person] += _give(entry, item, note)
        named = {"member": item.who} if person else {}
        told[person] |= named
        told[person].setdefault("group", item.group)
        field = _FIELDS[item.kind]
        _add(told[person], field, _said(item.kind, item.after), _number(item))
        _add(was[person], field, _said(item.kind, item.before), _number(item))
    for person, said in told.items():
        entry.record(person_id=person, before=was[person], after=said, rows=rows[person])


_FIELDS: Mapping[MoveKind, str] = {
    MoveKind.CASE: "case_owner",
    MoveKind.TASK: "todo_owner",
    MoveKind.GROUP: "owner_name",
    MoveKind.OWNER_ROLE: "role",
    MoveKind.CUSTOMER: "account_owner",
}


def _number(item: MoveItem) -> str:
    if item.kind is MoveKind.CASE:
        return f" (#{item.id})"
    return f" ({item.group})" if item.kind is MoveKind.GROUP else ""


def _add(said: dict[str, object], field: str, value: str, which: str) -> None:
    text = f"{value}{which}"
    known = said.get(field)
    said[field] = f"{known}; {text}" if known and known != text else text


def _said(kind: MoveKind, value: str) -> str:
    if kind in {MoveKind.CASE, MoveKind.TASK}:
        return operator_name(value)
    return value


def operator_name(value: str) -> str:
    """Return the name of the operator whose id an item holds; empty for nobody."""
    row = Operator.get_or_none(Operator.id == int(value)) if value.isdecimal() else None
    return "" if row is None else str(row.name)


# ---- what there is


def _to(scope: Scope) -> tuple[str, Held | None]:
    """Return who gets what only an operator can look after."""
    if scope.taker.works_here:
        return str(scope.taker.operator_id), None
    return "", Held.NO_OPERATOR


def _cases(scope: Scope) -> Iterator[MoveItem]:
    if not scope.giver.operator_id:
        return
    after, held = _to(scope)
    chosen = (
        Case.select(Case, Group, Membership)
        .join(Group)
        .switch(Case)
        .join(Membership)
        .where(Case.state == CaseState.OPEN.value)
        .where(Case.owner == scope.giver.operator_id)
        .order_by(Case.id)
    )
    for case in chosen:
        group: Group = case.group
        if not _within(scope, group):
            continue
        yield MoveItem(
            MoveKind.CASE,
            case.id,
            case.rule_code,
            case.membership.name,
            group.name,
            str(case.owner_id),
            after,
            held,
            case.person_id,
            group.id,
        )


def _todo(ledger: Ledger, scope: Scope) -> Iterator[MoveItem]:
    after, held = _to(scope)
    own = [
        (item, mark)
        for item in scope.todo
        if (mark := scope.marks.get((item.kind, item.id))) is not None
        and mark.owner_id
        and mark.owner_id == scope.giver.operator_id
        and (scope.whole or item.group_id in scope.groups)
    ]
    persons = persons_of(ledger.database, {item.membership_id for item, _mark in own})
    for item, mark in own:
        yield MoveItem(
            MoveKind.TASK,
            mark.id,
            item.kind,
            item.member_name,
            item.group_name,
            str(mark.owner_id),
            after,
            held,
            persons.get(item.membership_id, 0),
            item.group_id,
        )


def _groups(scope: Scope) -> Iterator[MoveItem]:
    for group in _groups_of(scope):
        if scope.giver.is_called(group.owner_name):
            owner = group.owner_name
            yield MoveItem(
                MoveKind.GROUP,
                group.id,
                "",
                "",
                group.name,
                owner,
                scope.taker.name,
                group_id=group.id,
            )


def _owner_roles(ledger: Ledger, scope: Scope) -> Iterator[MoveItem]:
    for group, taking in owner_roles(ledger, scope):
        if taking is None:
            yield MoveItem(
                MoveKind.OWNER_ROLE,
                0,
                "",
                scope.taker.name,
                group.name,
                "",
                MemberRole.OWNER.value,
                Held.NOT_A_MEMBER,
                group_id=group.id,
            )
        else:
            yield MoveItem(
                MoveKind.OWNER_ROLE,
                taking.id,
                "",
                taking.name,
                group.name,
                taking.role,
                MemberRole.OWNER.value,
                None,
                taking.person_id,
                group.id,
            )


def owner_roles(ledger: Ledger, scope: Scope) -> Iterator[tuple[Group, Membership | None]]:
    """Yield the groups whose only owner is the giver, and the taker's stay there, if any."""
    active = Membership.state == MembershipState.ACTIVE.value
    owned = (
        Membership.select()
        .where(active & Membership.person.in_(scope.giver.persons))
        .where(Membership.role == MemberRole.OWNER.value)
        .order_by(Membership.group, Membership.id)
    )
    for stay in owned:
        group: Group = stay.group
        if _within(scope, group) and leaves_no_owner(ledger.database, stay):
            taking = Membership.select().where(active & (Membership.group == group.id))
            known = taking.where(Membership.person.in_(scope.taker.persons))
            yield group, known.order_by(Membership.id).first()


def _customers(ledger: Ledger, scope: Scope) -> Iterator[MoveItem]:
    sql = _CUSTOMERS.format(among(scope.groups))
    for ident, owner, name, group, group_id in ledger.database.execute_sql(
        sql, (scope.whole,)
    ).fetchall():
        if scope.giver.is_called(owner):
            yield MoveItem(
                MoveKind.CUSTOMER,
                int(ident),
                "",
                str(name),
                str(group),
                str(owner),
                scope.taker.name,
                None,
                int(ident),
                int(group_id),
            )


def _groups_of(scope: Scope) -> list[Group]:
    chosen = Group.select().where(Group.archived_at.is_null(is_null=True)).order_by(Group.name)
    return [group for group in chosen if scope.whole or group.id in scope.groups]


def _within(scope: Scope, group: Group) -> bool:
    return group.archived_at is None and (scope.whole or group.id in scope.groups)


# ---- moving


def _row(kind: MoveKind, ident: int) -> Model | None:
    tables: Mapping[MoveKind, type[Model]] = {
        MoveKind.CASE: Case,
        MoveKind.TASK: TodoMark,
        MoveKind.GROUP: Group,
        MoveKind.OWNER_ROLE: Membership,
        MoveKind.CUSTOMER: Person,
    }
    table = tables[kind]
    found: Model | None = table.get_or_none(table._meta.primary_key == ident)
    return found


_COLUMNS: Mapping[MoveKind, str] = {
    MoveKind.CASE: "owner_id",
    MoveKind.TASK: "owner_id",
    MoveKind.GROUP: "owner_name",
    MoveKind.OWNER_ROLE: "role",
    MoveKind.CUSTOMER: "account_owner",
}


def _now(kind: MoveKind, ident: int) -> str | None:
    """Return who has it now; None for what is gone, or over."""
    row = _row(kind, ident)
    if row is None or (isinstance(row, Case) and row.state != CaseState.OPEN.value):
        return None
    return str(getattr(row, _COLUMNS[kind]) or "")


def _give(entry: Entry, item: MoveItem, note: str) -> list[Model]:
    """Write who has it from now on; return the rows that the log vouches for."""
    row = _row(item.kind, item.id)
    if row is None or _now(item.kind, item.id) != item.before:
        raise StateChangedError("handover_items_changed")
    column = _COLUMNS[item.kind]
    if item.kind in {MoveKind.CASE, MoveKind.TASK}:
        setattr(row, column, int(item.after))
    else:
        setattr(row, column, item.after)
    row.save()  # when a thing comes back that was put off stays as it was
    if isinstance(row, Case):
        said = casework.add_entry(
            entry, row, CaseEntryKind.HANDED_OVER, note, owner=int(item.after)
        )
        return [row, said]
    return [row] if isinstance(row, Group | Membership) else []
