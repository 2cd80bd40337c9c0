# SPDX-License-Identifier: MIT
"""The persons at the desk: their roles, their PINs, and which members they are themselves."""

import os
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from groupdesk.domain import pin as pins
from groupdesk.domain.clock import from_text, to_text
from groupdesk.domain.enums import Action, OperatorRole, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.operator_records import OperatorSeat, OwnAccount
from groupdesk.domain.pin import STRONG, Cost
from groupdesk.domain.records import OperatorRecord, Receipt
from groupdesk.models import stored
from groupdesk.models.decisions import OperatorPerson, OperatorPin, PinAttempt
from groupdesk.models.operators import Operator
from groupdesk.models.people import Person
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.same_person import among, entries_of
from groupdesk.services.workspace import add_operator, require_free_name

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

SALT_BYTES = 16
"""As many random bytes go with each PIN."""
_ACCOUNTS = """
SELECT t.operator_id, p.id, p.name, coalesce((SELECT json_group_array(g.name) FROM membership m
    JOIN customer_group g ON g.id = m.group_id
    WHERE m.person_id = p.id AND m.state = 'active'), '[]')
FROM operator_person t JOIN person p ON p.id = t.person_id ORDER BY t.id
"""
_OWN = """
SELECT e.id FROM operator_person t JOIN person p ON p.id = t.person_id
JOIN person e ON e.id = coalesce(p.same_as_id, p.id) OR e.same_as_id = coalesce(p.same_as_id, p.id)
WHERE t.operator_id = ?
"""


class Operators:
    """Who works with a workspace. Nobody is ever deleted: the log names them."""

    def __init__(self, ledger: Ledger, cost: Cost = STRONG) -> None:
        """Work through `ledger`; `cost` is what it takes to try a PIN."""
        self._ledger = ledger
        self._cost = cost

    # ---- reading

    def all(self) -> tuple[OperatorSeat, ...]:
        """Return all operators, those who left last."""
        with self._ledger.reading():
            accounts = defaultdict(list)
            for owner, ident, name, groups in self._ledger.database.execute_sql(_ACCOUNTS):
                accounts[owner].append(OwnAccount(ident, name, stored.names(groups)))
            with_pin = {row.operator_id for row in OperatorPin.select() if row.hash}
            rows = Operator.select().order_by(-Operator.active, Operator.id)
            return tuple(
                OperatorSeat(
                    row.id,
                    row.name,
                    stored.one_of(OperatorRole, row.role),
                    bool(row.active),
                    row.id in with_pin,
                    tuple(accounts[row.id]),
                )
                for row in rows
            )

    def me(self) -> OperatorSeat:
        """Return the operator at the desk as they are by now."""
        me = self._ledger.operator.id
        found = next((seat for seat in self.all() if seat.id == me), None)
        if found is None:
            raise StateChangedError("operator_gone")
        return found

    def approval_ready(self, operator_id: int) -> bool:
        """Say whether somebody's yes or no can be told from that of others: they have a PIN."""
        with self._ledger.reading():
            row = Operator.get_or_none((Operator.id == operator_id) & Operator.active)
            return row is not None and bool(_kept(operator_id))

    def own_person_ids(self) -> frozenset[int]:
        """Return all entries of the register that are the operator at the desk."""
        with self._ledger.reading():
            rows = self._ledger.database.execute_sql(_OWN, (self._ledger.operator.id,))
            return frozenset(int(ident) for (ident,) in rows)

    # ---- who there is

    def add(self, operation: "UUID", name: str, role: OperatorRole) -> Receipt:
        """Add an operator, the receipt's subject. Raises ValidationError("operator_name", …)."""
        return add_operator(self._ledger, operation, name, role)

    def edit(
        self,
        operation: "UUID",
        operator_id: int,
        name: str,
        role: OperatorRole,
        *,
        seen: OperatorRecord | None = None,
    ) -> Receipt:
        """Give an operator this name and role; `seen` is how whoever asks for it saw them.

        Raises ValidationError("operator_name", …), RefusedError("last_owner") where nobody would
        be left who owns the workspace, and StateChangedError("operator_changed") where somebody
        else gave them another name or role since: a role just taken must not come back.
        """

        def work(entry: Entry) -> None:
            row = _existing(operator_id)
            if seen is not None and (row.name, row.role) != (seen.name, seen.role.value):
                raise StateChangedError("operator_changed", name=row.name)
            cleaned = require_free_name(name, but=operator_id)
            before = {"name": row.name, "operator_role": row.role}
            after = {"name": cleaned, "operator_role": role.value}
            if row.active and row.role == OperatorRole.OWNER.value and role.value != row.role:
                _require_another_owner(row)
            row.name, row.role = cleaned, role.value
            row.save()
            _record(entry, row, _differences(before, after), after)

        return self._ledger.run(operation, Action.OPERATOR_EDIT, work)

    def deactivate(self, operation: "UUID", operator_id: int) -> Receipt:
        """Let an operator work here no longer; all that they recorded keeps their name.

        Raises RefusedError: "last_owner", or "operator_is_you" for the one at the desk.
        """

        def work(entry: Entry) -> None:
            row = _existing(operator_id)
            if row.role == OperatorRole.OWNER.value and row.active:
                _require_another_owner(row)
            if row.id == entry.operator.id:
                raise RefusedError("operator_is_you")
            self._turn(entry, row, active=False)

        return self._ledger.run(operation, Action.OPERATOR_EDIT, work)

    def activate(self, operation: "UUID", operator_id: int) -> Receipt:
        """Let an operator work here again, in the role that they had."""

        def work(entry: Entry) -> None:
            self._turn(entry, _existing(operator_id), active=True)

        return self._ledger.run(operation, Action.OPERATOR_EDIT, work)

    # ---- PINs

    def set_pin(self, operation: "UUID", new: str, old: str = "") -> Receipt:
        """Give the operator at the desk a PIN, or take it away with an empty one.

        `old` is asked for where there is one. Raises ValidationError("pin", …) for the new one,
        and for `old` what `sign_in` raises for a wrong PIN.
        """
        if new:
            pins.require_fit("pin", new)
        me, kept = self._ledger.operator.id, self._hash(new)

        def work(entry: Entry) -> None:
            row = _existing(me)
            entry.about(SubjectKind.OPERATOR, me, Topic.OPERATORS)
            entry.record(
                after={"name": row.name, "pin": "set" if new else "removed"},
                rows=[keep_pin(me, kept, entry.now_text)],
            )

        if not self._ledger.was_saved(operation):  # or the old one is the new one by now
            self._check(me, old, "old_pin")
        return self._ledger.run(operation, Action.OPERATOR_PIN, work)

    def reset_pin(self, operation: "UUID", operator_id: int, new: str = "") -> Receipt:
        """Give another operator a new PIN, or take it away; an owner's act.

        For one's own there is `set_pin`, which asks for the old one: RefusedError("pin_is_yours").
        """
        if new:
            pins.require_fit("pin", new)
        kept = self._hash(new)

        def work(entry: Entry) -> None:
            row = _existing(operator_id)
            if operator_id == entry.operator.id:
                raise RefusedError("pin_is_yours")
            pin = keep_pin(operator_id, kept, entry.now_text)
            forget_tries(operator_id)
            entry.about(SubjectKind.OPERATOR, operator_id, Topic.OPERATORS)
            entry.record(after={"name": row.name, "pin": "reset" if new else "removed"}, rows=[pin])

        return self._ledger.run(operation, Action.OPERATOR_EDIT, work)

    def sign_in(self, operator_id: int, pin: str) -> OperatorRecord:
        """Return the operator who may work from now on; both yes and no are in the log.

        Raises ValidationError("pin", "pin_wrong"), RefusedError("pin_wait", seconds) while it is
        too early for another try, StateChangedError("operator_gone") for one who is not active.
        Where nothing can be written the PIN is asked all the same, and nothing is logged.
        """
        self._check(operator_id, pin, "pin", signs_in=True)
        with self._ledger.reading():
            row = active_operator(operator_id)
            return OperatorRecord(row.id, row.name, stored.one_of(OperatorRole, row.role))

    # ---- accounts of their own

    def link_me(self, operation: "UUID", person_id: int) -> Receipt:
        """Say that a person of the register is the operator at the desk.

        Raises StateChangedError("person_gone"), and RefusedError("person_is_operator") for one
        that is an operator already.
        """

        def work(entry: Entry) -> None:
            person = Person.get_or_none(Person.id == person_id)
            if person is None:
                raise StateChangedError("person_gone")
            who = among(entries_of(self._ledger.database, person_id))
            taken = self._ledger.database.execute_sql(
                "SELECT o.name FROM operator_person t JOIN operator o ON o.id = t.operator_id"
                f" WHERE t.person_id IN {who}"
            ).fetchone()
            if taken is not None:
                raise RefusedError("person_is_operator", name=taken[0])
            OperatorPerson.create(operator=entry.operator.id, person=person_id)
            _record_account(entry, person, linked=True)

        return self._ledger.run(operation, Action.OPERATOR_PERSON, work)

    def unlink_me(self, operation: "UUID", person_id: int) -> Receipt:
        """Take that back. Raises StateChangedError("account_not_yours") where it is not so."""

        def work(entry: Entry) -> None:
            row = OperatorPerson.get_or_none(
                (OperatorPerson.person == person_id)
                & (OperatorPerson.operator == entry.operator.id)
            )
            if row is None:
                raise StateChangedError("account_not_yours")
            row.delete_instance()
            _record_account(entry, Person.get_by_id(person_id), linked=False)

        return self._ledger.run(operation, Action.OPERATOR_PERSON, work)

    # ---- inside

    def _turn(self, entry: Entry, row: Operator, *, active: bool) -> None:
        if bool(row.active) is active:
            raise StateChangedError("operator_changed", name=row.name)
        row.active = active
        row.save()
        _record(entry, row, {"active": not active}, {"name": row.name, "active": active})

    def _hash(self, pin: str) -> str:
        return pins.hashed(pin, os.urandom(SALT_BYTES), self._cost) if pin else ""

    def _check(self, operator_id: int, pin: str, field: str, *, signs_in: bool = False) -> None:
        """Compare a PIN in one transaction: tries at the same time cannot get around the delay."""
        ledger = self._ledger
        if ledger.refusal:
            with ledger.reading():
                kept = _kept(active_operator(operator_id).id)
            if kept and not pins.matches(pin, kept):
                raise ValidationError(field, "pin_wrong")
            return
        error: Exception | None = None
        with ledger.writing():
            row = active_operator(operator_id)
            kept, now = _kept(operator_id), ledger.clock()
            wait = _wait(operator_id, now)
            if kept and wait:
                error = RefusedError("pin_wait", seconds=wait)
            elif kept and not pins.matches(pin, kept):
                failures = self._log_refused(row, now)
                error = ValidationError(
                    field, "pin_wrong", seconds=pins.seconds_left(failures, now, now)
                )
            else:
                forget_tries(operator_id)
                if signs_in:
                    self._log_sign_in(row, now)
        if error is not None:
            raise error

    def _log_refused(self, row: Operator, now: "datetime") -> int:
        tried = PinAttempt.get_or_none(PinAttempt.operator == row.id)
        failures = 1 if tried is None else tried.failures + 1
        _count(row.id, failures, to_text(now))
        with self._ledger.by_program(Action.OPERATOR_REFUSED, now) as entry:
            entry.about(SubjectKind.OPERATOR, row.id)
            entry.record(after={"name": row.name, "tries": failures})
        return failures

    def _log_sign_in(self, row: Operator, now: "datetime") -> None:
        role = stored.one_of(OperatorRole, row.role)
        operator = OperatorRecord(row.id, row.name, role)
        with self._ledger.written_by(operator, Action.OPERATOR_SIGN_IN, now) as entry:
            entry.about(SubjectKind.OPERATOR, row.id)
            entry.record(after={"name": row.name})


def _existing(operator_id: int) -> Operator:
    row: Operator | None = Operator.get_or_none(Operator.id == operator_id)
    if row is None:
        raise StateChangedError("operator_gone")
    return row


def active_operator(operator_id: int) -> Operator:
    """Return who works here. Raises StateChangedError("operator_gone") for anybody else."""
    row = _existing(operator_id)
    if not row.active:
        raise StateChangedError("operator_gone")
    return row


def _require_another_owner(row: Operator) -> None:
    others = (Operator.role == OperatorRole.OWNER.value) & Operator.active & (Operator.id != row.id)
    if not Operator.select().where(others).exists():
        raise RefusedError("last_owner", name=row.name)


def _kept(operator_id: int) -> str:
    row = OperatorPin.get_or_none(OperatorPin.operator == operator_id)
    return "" if row is None else str(row.hash)


def keep_pin(operator_id: int, text: str, now: str) -> OperatorPin:
    """Keep what `pin.hashed` made of a PIN, or nothing, and return the row for the log."""
    values = {"operator": operator_id, "hash": text, "set_at": now}
    OperatorPin.insert(**values).on_conflict_replace().execute()
    row: OperatorPin = OperatorPin.get_by_id(operator_id)
    return row


def forget_tries(operator_id: int) -> None:
    """Let the next PIN be tried at once."""
    PinAttempt.delete().where(PinAttempt.operator == operator_id).execute()


def _count(operator_id: int, failures: int, now: str) -> None:
    values = {"operator": operator_id, "failures": failures, "last_at": now}
    PinAttempt.insert(**values).on_conflict_replace().execute()


def _wait(operator_id: int, now: "datetime") -> int:
    """Return the seconds until the next try; after a clock was set back they count from now."""
    tried = PinAttempt.get_or_none(PinAttempt.operator == operator_id)
    if tried is None:
        return 0
    last = from_text(stored.moment_text(tried.last_at))
    if last > now:
        tried.last_at = to_text(now)
        tried.save()
    return pins.seconds_left(tried.failures, min(last, now), now)


def _differences(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in before.items() if after.get(key) != value}


def _record(
    entry: Entry, row: Operator, before: Mapping[str, object], after: Mapping[str, object]
) -> None:
    entry.about(SubjectKind.OPERATOR, row.id, Topic.OPERATORS)
    said = {key: value for key, value in after.items() if key == "name" or key in before}
    entry.record(before=before, after=said, rows=[row])


def _record_account(entry: Entry, person: Person, *, linked: bool) -> None:
    entry.about(SubjectKind.OPERATOR, entry.operator.id, Topic.OPERATORS, Topic.MEMBERS)
    entry.record(
        person_id=person.id,
        after={"name": entry.operator.name, "own_account": person.name, "linked": linked},
    )
