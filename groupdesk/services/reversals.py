# SPDX-License-Identifier: MIT
"""Lifting a warning or a removal, pardoning a warning: a record of its own, the first one stays."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from peewee import Model

from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.enums import (
    Action,
    MembershipState,
    SubjectKind,
    Topic,
    WarningState,
)
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.text import MAX_REASON, require_text
from groupdesk.models import stored
from groupdesk.models.moderation import (
    MemberWarning,
    Removal,
    Reversal,
    Task,
    TaskEvent,
    WarningEvent,
)
from groupdesk.models.people import Membership
from groupdesk.services import casework, rejoins
from groupdesk.services.ladder_then import step_then
from groupdesk.services.lapses import record_lapses
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.operators import Operators
from groupdesk.services.removal_blocks import unblock_with
from groupdesk.services.removal_state import state_of
from groupdesk.services.standings import refresh

_TOPICS = (Topic.MEMBERS, Topic.CASES, Topic.TASKS)


class Reversals:
    """The reversals of a workspace."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def record(self, operation: UUID, kind: SubjectKind, target_id: int, reason: str) -> Receipt:
        """Lift a warning or a removal because it was wrong, with a reason.

        A lifted warning was never due: it no longer counts. A removal that was not yet carried
        out is called off, its open steps go; one that was carried out lets the person come back,
        which becomes a task, and whom it put on the blocklist is taken off it. Raises
        ValidationError for a missing reason, StateChangedError when it was lifted already,
        RefusedError("lift_waiting") for a removal that waits for approval, ("lift_own_account")
        for what somebody else decided about the operator's own account.
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            self._require_not_mine(entry, _target(kind, target_id))
            target, row, called_off = lift(self._ledger, entry, kind, target_id, text)
            after = {"lifted": kind.value, "reason": text, "steps_called_off": called_off}
            rows: list[Model] = [row]
            if isinstance(target, Removal):
                stay: Membership = target.membership
                rows += unblock_with(self._ledger, entry, target, stay, text)
                if stay.state == MembershipState.REMOVED.value:
                    rejoins.make_task(entry, stay, target.case_id)
            _say(entry, target, rows, after)

        return self._ledger.run(operation, Action.REVERSAL_RECORD, work)

    def pardon(self, operation: UUID, warning_id: int, reason: str) -> Receipt:
        """Let a warning that was right no longer count, with a reason.

        It counts until now and not after; nothing else that the member was given changes. Raises
        ValidationError for a missing reason, StateChangedError when it was lifted or pardoned
        already, RefusedError("pardon_nothing") for a message that does not count now,
        ("lift_own_account") as `record` does.
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def work(entry: Entry) -> None:
            warning = _target(SubjectKind.WARNING, warning_id)
            if not isinstance(warning, MemberWarning) or _known(SubjectKind.WARNING, warning_id):
                raise StateChangedError("already_lifted")
            self._require_not_mine(entry, warning)
            until = _counts_until(warning_id)
            if until <= entry.now_text:
                raise RefusedError("pardon_nothing")
            after = {"step": step_then(warning), "counts_until": until, "reason": text}
            row = _write(
                self._ledger,
                entry,
                SubjectKind.WARNING,
                warning,
                text,
                ReversalKind.PARDONED.value,
            )
            _say(entry, warning, [row], after)

        return self._ledger.run(operation, Action.WARNING_PARDON, work)

    def _require_not_mine(self, entry: Entry, target: MemberWarning | Removal | None) -> None:
        """Refuse to let an operator off what somebody else decided about their own account."""
        if target is None or target.operator_id == entry.operator.id:
            return
        if target.membership.person_id in Operators(self._ledger).own_person_ids():
            raise RefusedError("lift_own_account")


class Lifted(NamedTuple):
    """What was lifted, the record that says so, and how many open steps were called off."""

    target: MemberWarning | Removal
    row: Reversal
    steps_called_off: int


def lift(ledger: Ledger, entry: Entry, kind: SubjectKind, target_id: int, reason: str) -> Lifted:
    """Lift a warning or a removal within a command, whose log entry vouches for the row.

    Steps that are open are called off, standing is worked out again. Raises
    StateChangedError("already_lifted"), RefusedError("lift_waiting") for what never held yet,
    ValidationError("target") for what cannot be lifted.
    """
    target = _target(kind, target_id)
    if target is None or _known(kind, target_id) is not None:
        raise StateChangedError("already_lifted")
    if kind is SubjectKind.REMOVAL and _waits(ledger, target_id):
        raise RefusedError("lift_waiting")
    stay: Membership = target.membership
    called_off = 0
    if kind is SubjectKind.REMOVAL and stay.state == MembershipState.ACTIVE.value:
        called_off = _call_off(target_id)
    return Lifted(target, _write(ledger, entry, kind, target, reason, None), called_off)


def _call_off(removal_id: int) -> int:
    """Drop the open steps of a removal and return how many; what was tried stays to be read."""
    still_open = (Task.removal == removal_id) & Task.done_at.is_null()
    steps = [task.id for task in Task.select(Task.id).where(still_open)]
    tried = TaskEvent.select(TaskEvent.task).where(TaskEvent.task.in_(steps))
    Task.delete().where(Task.id.in_(steps) & Task.id.not_in(tried)).execute()
    return len(steps)


def _waits(ledger: Ledger, removal_id: int) -> bool:
    return state_of(ledger.database, removal_id) is RemovalState.WAITING


def _write(
    ledger: Ledger,
    entry: Entry,
    kind: SubjectKind,
    target: MemberWarning | Removal,
    reason: str,
    how: str | None,
) -> Reversal:
    stay: Membership = target.membership
    record_lapses(ledger, entry, stay)
    row = Reversal.create(
        target_kind=kind.value,
        target_id=target.id,
        operator=entry.operator.id,
        at=entry.now_text,
        reason=reason,
        kind=how,
    )
    refresh(ledger.database, stay.person_id, stay.group_id, entry.now)
    return row


def _say(
    entry: Entry,
    target: MemberWarning | Removal,
    rows: Sequence[Model],
    after: Mapping[str, object],
) -> None:
    """Record the reversal, the first of the rows, and what it brought along."""
    stay: Membership = target.membership
    entry.about(SubjectKind.REVERSAL, rows[0].get_id(), *_TOPICS, group_id=stay.group_id)
    entry.record(
        person_id=stay.person_id,
        after=casework.names(stay, target.rule) | {"case": target.case_id, **after},
        rows=rows,
    )


def _known(kind: SubjectKind, target_id: int) -> Reversal | None:
    found: Reversal | None = Reversal.get_or_none(
        (Reversal.target_kind == kind.value) & (Reversal.target_id == target_id)
    )
    return found


def _counts_until(warning_id: int) -> str:
    """Return until when a message counts as stored text; empty for one that never counted."""
    events = WarningEvent.select().where(WarningEvent.warning == warning_id)
    states = {event.state: event for event in events}
    sent = states.get(WarningState.SENT.value)
    if sent is None or WarningState.NOT_DELIVERED.value in states:
        return ""
    return stored.moment_text(sent.counts_until)


def _target(kind: SubjectKind, target_id: int) -> MemberWarning | Removal | None:
    if kind is SubjectKind.WARNING:
        return MemberWarning.get_or_none(MemberWarning.id == target_id)
    if kind is SubjectKind.REMOVAL:
        return Removal.get_or_none(Removal.id == target_id)
    raise ValidationError("target", "not_reversible")
