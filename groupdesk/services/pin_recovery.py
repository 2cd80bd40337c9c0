# SPDX-License-Identifier: MIT
"""A new PIN for an owner who forgot theirs, given by whoever has the computer; all are told."""

import json
import os
from typing import TYPE_CHECKING

from groupdesk.domain import pin as pins
from groupdesk.domain.enums import Action, OperatorRole, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError
from groupdesk.domain.operator_records import PinRecovery
from groupdesk.domain.pin import STRONG, Cost
from groupdesk.services.operators import SALT_BYTES, active_operator, forget_tries, keep_pin

if TYPE_CHECKING:
    from groupdesk.models.operators import Operator
    from groupdesk.services.ledger import Ledger

_UNSEEN = """
SELECT e.seq, e.at, p.body FROM audit_entry e
JOIN audit_payload p ON p.seq = e.seq AND p.position = 0
JOIN operator o ON o.id = ?1 AND o.created_at <= e.at
WHERE e.action = ?2 AND e.seq > coalesce(
    (SELECT max(s.seq) FROM audit_entry s WHERE s.action = ?3 AND s.operator_id = ?1), 0)
ORDER BY e.seq
"""


class PinRecoveries:
    """Resets PINs without anybody signed in, which never stays hidden.

    A PIN keeps colleagues at one desk apart; it does not keep out who owns the computer and its
    files. See docs/decisions/28-forgotten-pin.md.
    """

    def __init__(self, ledger: "Ledger", cost: Cost = STRONG) -> None:
        """Work through `ledger`; `cost` is what it takes to try a PIN."""
        self._ledger = ledger
        self._cost = cost

    def require_owner(self, operator_id: int) -> None:
        """Raise what `reset` raises for somebody whose PIN is not reset so."""
        with self._ledger.reading():
            _owner(operator_id)

    def reset(self, operator_id: int, new: str, account: str) -> PinRecovery:
        """Give an owner a new PIN; `account` is that of the computer, for the log.

        Raises ValidationError("pin", …), StateChangedError("operator_gone"), and
        RefusedError("pin_by_owner") for anybody else: an owner helps them in the window.
        """
        pins.require_fit("pin", new)
        kept = pins.hashed(new, os.urandom(SALT_BYTES), self._cost)
        ledger = self._ledger
        with ledger.writing():
            row = _owner(operator_id)
            now = ledger.clock()
            with ledger.by_program(Action.OPERATOR_RECOVER, now) as entry:
                pin = keep_pin(operator_id, kept, entry.now_text)
                forget_tries(operator_id)
                entry.about(SubjectKind.OPERATOR, operator_id, Topic.OPERATORS)
                after = {"name": row.name, "pin": "recovered", "account": account}
                entry.record(after=after, rows=[pin])
            return PinRecovery(ledger.head()[0], entry.now_text, str(row.name), account)

    def unseen(self) -> tuple[PinRecovery, ...]:
        """Return those that the operator at the desk was not yet told of, the oldest first."""
        done, seen = Action.OPERATOR_RECOVER.value, Action.OPERATOR_RECOVER_SEEN.value
        values = (self._ledger.operator.id, done, seen)
        with self._ledger.reading():
            found = self._ledger.database.execute_sql(_UNSEEN, values)
            return tuple(_recovery(*row) for row in found)

    def mark_seen(self, seq: int) -> None:
        """Note in the log that the operator at the desk read what was told up to an entry.

        What came after it is told, and so is everything where nothing can be written.
        """
        ledger = self._ledger
        if ledger.refusal:
            return
        with ledger.writing():
            unseen = self.unseen()
            if not unseen or unseen[-1].seq > seq:
                return
            me, now = ledger.operator, ledger.clock()
            with ledger.written_by(me, Action.OPERATOR_RECOVER_SEEN, now) as entry:
                entry.about(SubjectKind.OPERATOR, me.id)
                entry.record(after={"name": me.name})


def _owner(operator_id: int) -> "Operator":
    row = active_operator(operator_id)
    if row.role != OperatorRole.OWNER.value:
        raise RefusedError("pin_by_owner", name=row.name)
    return row


def _recovery(seq: int, at: str, body: bytes) -> PinRecovery:
    after = json.loads(body).get("after", {})
    return PinRecovery(seq, at, str(after.get("name", "")), str(after.get("account", "")))
