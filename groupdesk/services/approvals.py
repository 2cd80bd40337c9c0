# SPDX-License-Identifier: MIT
"""A second operator's yes or no to removals that wait for it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple
from uuid import UUID

from peewee import JOIN, Model

from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.enums import (
    Action,
    FairItem,
    Ground,
    MembershipState,
    Severity,
    SubjectKind,
    Topic,
)
from groupdesk.domain.errors import (
    GroupDeskError,
    RefusedError,
    StateChangedError,
    ValidationError,
)
from groupdesk.domain.fairness import FairLine, FairState, fair_process
from groupdesk.domain.records import Receipt
from groupdesk.domain.removal_records import ApprovalRow
from groupdesk.domain.removal_states import RemovalState
from groupdesk.domain.text import MAX_REASON, is_blank, optional_text, require_text
from groupdesk.models import stored
from groupdesk.models.decisions import OperatorPin, RemovalApproval
from groupdesk.models.moderation import Case, Removal, Reversal
from groupdesk.models.operators import Operator
from groupdesk.models.people import Group, Membership, Person
from groupdesk.models.rules import Rule
from groupdesk.services import casework, rejoins
from groupdesk.services.evidence_rows import linked_evidence
from groupdesk.services.fair_facts import fair_facts
from groupdesk.services.incidents import incident_of_act
from groupdesk.services.lapses import record_lapses
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.operators import Operators
from groupdesk.services.removal_reader import fair_lines, removal_record
from groupdesk.services.removal_state import removal_to_carry_out, state_of, waits_sql
from groupdesk.services.removal_writer import put_in_force, untouchable
from groupdesk.services.standings import refresh

_TOPICS = (Topic.MEMBERS, Topic.GROUPS, Topic.CASES, Topic.TASKS)
_WAITING = f"""
SELECT r.id FROM removal r JOIN membership m ON m.id = r.membership_id
JOIN customer_group g ON g.id = m.group_id AND g.archived_at IS NULL
WHERE {waits_sql("r")} AND (? IS NULL OR r.membership_id = ?) ORDER BY r.decided_at, r.id
"""
_ONCE_FOR_ALL: Final = frozenset({FairItem.RULE_PUBLISHED, FairItem.REASON, FairItem.EVIDENCE})
"""What nothing that comes later can change."""
_STATES = {False: MembershipState.ACTIVE, True: MembershipState.LEFT}
_Work = Callable[[Entry, Removal, "_Judge"], None]
Progress = Callable[[int, int], None]


class Approvals:
    """The removals of a workspace that wait for approval."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def waiting(self, membership_id: int | None = None) -> tuple[ApprovalRow, ...]:
        """Return what waits, the oldest first; those of one act stand together.

        In an archived group it rests until the group is in use again.
        """
        with self._ledger.reading():
            return self._rows(self._ids(membership_id))

    def of_act(self, removal_id: int) -> tuple[ApprovalRow, ...]:
        """Return a request and those asked for in the same act; empty where it waits no more."""
        with self._ledger.reading():
            found = Removal.get_or_none(Removal.id == removal_id)
            if found is None or removal_id not in (waiting := self._ids(None)):
                return ()
            same = Removal.batch == found.batch if found.batch else Removal.id == removal_id
            act = {row.id for row in Removal.select(Removal.id).where(same)}
            return self._rows([ident for ident in waiting if ident in act])

    def of(self, removal_ids: Sequence[int]) -> tuple[ApprovalRow, ...]:
        """Return those of these requests that still wait, the oldest first."""
        with self._ledger.reading():
            return self._rows([ident for ident in self._ids(None) if ident in set(removal_ids)])

    def count(self) -> int:
        """Return how many wait."""
        with self._ledger.reading():
            return len(self._ids(None))

    def approve(
        self,
        operation: UUID,
        removal_ids: Sequence[int],
        note: str = "",
        progress: Progress | None = None,
    ) -> Receipt:
        """Approve removals that somebody else asked for; they hold from now on.

        All of them or none, in one transaction; the receipt's subject is the first one. Others
        who want to write meanwhile are let go first. `progress` is told how many of how many are
        done, and may raise to give up: nothing is written then, as with `decline` and
        `withdraw`. Raises
        RefusedError("approval_own") for whoever asked, "approval_own_account" for a removal of
        the operator's own account, "approval_needs_pins" where one of the two has no PIN,
        "person_protected" or "group_owner" for what came up meanwhile; StateChangedError for
        one that is answered already, a member who is gone, whom another act removes already, or
        whose time out of the group would be over;
        ValidationError("note", "approval_note_missing") where something that the request rested
        on is missing by now.
        """
        said = optional_text("note", note)

        def one(entry: Entry, removal: Removal, judge: _Judge) -> None:
            judge.require_another(removal)
            refusal = judge.refusal(removal)
            if refusal is not None:
                raise refusal
            found = judge.findings(removal, fair_lines(removal.fair_process))
            if found.worse and is_blank(said):
                raise ValidationError("note", "approval_note_missing")
            stay: Membership = removal.membership
            pin_set_at = judge.pin_set_at()
            approval = RemovalApproval.create(
                removal=removal.id,
                operator=entry.operator.id,
                at=entry.now_text,
                note=said,
                pin_set_at=pin_set_at if pin_set_at > removal.decided_at else None,
            )
            rows: list[Model] = [approval, *put_in_force(self._ledger, entry, removal, stay)]
            more: dict[str, object] = {"note": said} if said else {}
            if approval.pin_set_at:
                more["pin_set_at"] = approval.pin_set_at
            if found.changed:
                more["fair_changed"] = [item.value for item in found.changed]
            _say(entry, removal, more, rows)

        return self._answer(operation, Action.REMOVAL_APPROVE, removal_ids, one, progress)

    def decline(
        self,
        operation: UUID,
        removal_ids: Sequence[int],
        reason: str,
        progress: Progress | None = None,
    ) -> Receipt:
        """Say no, with a reason; the removals never held.

        Raises as `approve` does of who may answer, ValidationError for a missing reason.
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def one(entry: Entry, removal: Removal, judge: _Judge) -> None:
            judge.require_another(removal)
            _end(entry, removal, ReversalKind.DECLINED, text)

        return self._answer(operation, Action.REMOVAL_DECLINE, removal_ids, one, progress)

    def withdraw(
        self,
        operation: UUID,
        removal_ids: Sequence[int],
        reason: str,
        progress: Progress | None = None,
    ) -> Receipt:
        """Take requests of one's own back, with a reason.

        Raises RefusedError("withdraw_not_own") for somebody else's, StateChangedError for one
        that is answered already, ValidationError for a missing reason.
        """
        text = require_text("reason", reason, limit=MAX_REASON, code="reason_missing")

        def one(entry: Entry, removal: Removal, _judge: _Judge) -> None:
            if removal.operator_id != entry.operator.id:
                raise RefusedError("withdraw_not_own")
            _end(entry, removal, ReversalKind.WITHDRAWN, text)

        return self._answer(operation, Action.REMOVAL_WITHDRAW, removal_ids, one, progress)

    def _rows(self, idents: Sequence[int]) -> tuple[ApprovalRow, ...]:
        judge, pictures = _Judge(self._ledger), linked_evidence(SubjectKind.REMOVAL.value, idents)
        return tuple(
            replace(judge.row(removal), evidence=pictures.get(ident, ()))
            for ident, removal in _removals(idents).items()
        )

    def _ids(self, membership_id: int | None) -> list[int]:
        rows = self._ledger.database.execute_sql(_WAITING, (membership_id, membership_id))
        return [int(ident) for (ident,) in rows]

    def _answer(
        self,
        operation: UUID,
        action: Action,
        removal_ids: Sequence[int],
        one: _Work,
        progress: Progress | None,
    ) -> Receipt:
        """Run `one` for each of the removals in one transaction."""
        wanted = list(dict.fromkeys(removal_ids))
        if not wanted:
            raise StateChangedError("removal_gone")

        def work(entry: Entry) -> None:
            groups, known, judge = set(), _removals(wanted), _Judge(self._ledger)
            for done, ident in enumerate(wanted, 1):
                entry.give_way()
                if ident not in known:
                    raise StateChangedError("removal_gone")
                removal = known[ident]
                if state_of(self._ledger.database, ident) is not RemovalState.WAITING:
                    raise StateChangedError("removal_answered")
                stay: Membership = removal.membership
                record_lapses(self._ledger, entry, stay)
                one(entry, removal, judge)
                refresh(self._ledger.database, stay.person_id, stay.group_id, entry.now)
                groups.add(stay.group_id)
                if progress is not None:
                    progress(done, len(wanted))
            require_in_use(*groups)
            only = groups.pop() if len(groups) == 1 else None
            entry.about(SubjectKind.REMOVAL, wanted[0], *_TOPICS, group_id=only)

        return self._ledger.run_long(operation, action, work, lambda: None)


class _Findings(NamedTuple):
    """The fair-process list as it would be today, and where that is another than was recorded."""

    now: tuple[FairLine, ...]
    changed: tuple[FairItem, ...]
    worse: tuple[FairItem, ...]


class _Judge:
    """Says who may answer a request, and what it rests on by now."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        operators = Operators(ledger)
        self._me = ledger.operator.id
        self._seats = {seat.id: seat for seat in operators.all()}
        self._own = operators.own_person_ids()
        self._pin_set_at = ""

    def not_mine(self, removal: Removal) -> str:
        """Return why the operator at the desk can neither approve nor decline, "" if they can."""
        if removal.operator_id == self._me:
            return "approval_own"
        if removal.membership.person_id in self._own:
            return "approval_own_account"
        asker, me = self._seats[removal.operator_id], self._seats.get(self._me)
        # whoever works here no longer cannot set a PIN any more
        ready = me is not None and me.has_pin and (asker.has_pin or not asker.active)
        return "" if ready else "approval_needs_pins"

    def require_another(self, removal: Removal) -> None:
        """Raise RefusedError unless the operator at the desk may answer."""
        code = self.not_mine(removal)
        if code:
            raise RefusedError(code, name=removal.operator.name)

    def refusal(self, removal: Removal) -> GroupDeskError | None:
        """Return why a request can be approved by nobody any more."""
        stay: Membership = removal.membership
        expected = _STATES[bool(removal.left_at)]
        if removal.already_removed_at and not removal.left_at:
            expected = MembershipState.REMOVED
        if stay.state != expected.value:
            return StateChangedError("request_outdated", name=stay.name)
        until = stored.known_day(removal.until)
        today = self._ledger.clock().date().isoformat()
        if until and until < today and stay.state == MembershipState.ACTIVE.value:
            return StateChangedError("request_term_over", name=stay.name)
        code = untouchable(self._ledger, stay)
        if code:
            return RefusedError(code, name=stay.name)
        if removal_to_carry_out(self._ledger.database, stay.id):
            return StateChangedError("removal_pending", name=stay.name)
        return None

    def row(self, removal: Removal) -> ApprovalRow:
        """Return a request with what it rested on and what it rests on now, but its pictures."""
        record = removal_record(self._ledger, removal)
        stay: Membership = removal.membership
        found = self.findings(removal, record.fair_process)
        refusal, incident = self.refusal(removal), incident_of_act(removal)
        return ApprovalRow(
            removal=record,
            group_id=stay.group_id,
            group_name=stay.group.name,
            rule_titles=stored.texts(removal.rule.titles) if removal.rule else {},
            happened_at=incident.happened_at,
            quoted_text=incident.quoted_text,
            evidence=(),
            fair_now=found.now,
            changed=found.changed,
            worse=found.worse,
            refusal=refusal.code if refusal else "",
            not_mine=self.not_mine(removal),
            own=removal.operator_id == self._me,
        )

    def findings(self, removal: Removal, then: tuple[FairLine, ...]) -> _Findings:
        """Return what the request rests on now, beside what it rested on `then`."""
        now = self._fair_now(removal, then)
        pairs = list(zip(then, now, strict=True))
        return _Findings(
            now,
            tuple(old.item for old, line in pairs if old != line),
            tuple(
                old.item
                for old, line in pairs
                if line.state is FairState.MISSING and old.state is not FairState.MISSING
            ),
        )

    def pin_set_at(self) -> str:
        """Return when the operator at the desk set the PIN; the same for all that they answer."""
        if not self._pin_set_at:
            self._pin_set_at = str(OperatorPin.get_by_id(self._me).set_at)
        return self._pin_set_at

    def _fair_now(self, removal: Removal, then: tuple[FairLine, ...]) -> tuple[FairLine, ...]:
        stay: Membership = removal.membership
        rule: Rule | None = removal.rule
        now = to_text(self._ledger.clock())
        fresh = fair_process(
            stored.one_of(Ground, removal.ground),
            stored.one_of(Severity, rule.severity) if rule else None,
            fair_facts(self._ledger.database, stay, rule, now, None),
            has_reason=True,
            screenshots=1,
            overrides={line.item: line.override for line in then if line.override},
        )
        lines = {line.item: line for line in fresh if line.item not in _ONCE_FOR_ALL}
        return tuple(lines.get(line.item, line) for line in then)


def _removals(idents: Sequence[int]) -> dict[int, Removal]:
    """Return these removals in their order, each with all rows that it names, in one statement."""
    rows = (
        Removal.select(Removal, Membership, Person, Group, Operator, Rule, Case)
        .join(Membership)
        .join(Person)
        .switch(Membership)
        .join(Group)
        .switch(Removal)
        .join(Operator)
        .switch(Removal)
        .join(Rule, JOIN.LEFT_OUTER)
        .switch(Removal)
        .join(Case)
        .where(Removal.id.in_(idents))
    )
    found = {row.id: row for row in rows}
    return {ident: found[ident] for ident in idents if ident in found}


def _end(entry: Entry, removal: Removal, how: ReversalKind, reason: str) -> None:
    row = Reversal.create(
        target_kind=SubjectKind.REMOVAL.value,
        target_id=removal.id,
        operator=entry.operator.id,
        at=entry.now_text,
        reason=reason,
        kind=how.value,
    )
    _say(entry, removal, {"reason": reason}, [row])
    stay: Membership = removal.membership
    if removal.already_removed_at and stay.state == MembershipState.REMOVED.value:
        rejoins.make_task(entry, stay, removal.case_id)  # they were put out, and it never held


def _say(entry: Entry, removal: Removal, more: dict[str, object], rows: list[Model]) -> None:
    stay: Membership = removal.membership
    entry.record(
        person_id=stay.person_id,
        after=casework.names(stay, removal.rule)
        | {"case": removal.case_id, "requested_by": removal.operator.name}
        | more,
        rows=rows,
    )
