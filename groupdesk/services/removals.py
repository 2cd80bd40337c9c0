# SPDX-License-Identifier: MIT
"""Removals: the decision with its reason and screenshots, and taking it back at once."""

from datetime import datetime
from uuid import UUID

from peewee import Model

from groupdesk.domain.act_records import RemovalRecord, RemovalRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import ReversalKind
from groupdesk.domain.enums import Action, MembershipState, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError
from groupdesk.domain.fairness import FairLine
from groupdesk.domain.records import Receipt
from groupdesk.domain.removal_states import RemovalConcern
from groupdesk.domain.text import optional_text
from groupdesk.models import stored
from groupdesk.models.moderation import Removal, Reversal, Task
from groupdesk.models.people import Membership
from groupdesk.services import casework
from groupdesk.services.drafts import drop_draft
from groupdesk.services.evidence import Evidences
from groupdesk.services.lapses import record_lapses
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.removal_blocks import unblock_with
from groupdesk.services.removal_reader import (
    CANCEL_WITHIN,
    approval_of,
    begun,
    removal_record,
    removal_row,
    reversal_of,
)
from groupdesk.services.removal_state import waiting_of_act
from groupdesk.services.removal_writer import RemovalWriter, problems, rule_named
from groupdesk.services.standings import refresh

TOPICS = (Topic.MEMBERS, Topic.GROUPS, Topic.CASES, Topic.TASKS, Topic.DRAFTS)


class Removals:
    """The removals of a workspace."""

    def __init__(self, ledger: Ledger, evidence: Evidences) -> None:
        """Work through `ledger`; screenshots come from `evidence`."""
        self._ledger = ledger
        self._evidence = evidence

    def fair_process(self, request: RemovalRequest) -> tuple[FairLine, ...]:
        """Return the fair-process list for what the dialog holds so far."""
        with self._ledger.reading():
            stay = casework.stay_of(request.membership_id)
            writer = RemovalWriter(self._ledger, self._evidence, request)
            now = to_text(self._ledger.clock())
            return writer.fair(request, stay, rule_named(request, stay), now)

    def concerns(self, request: RemovalRequest) -> tuple[RemovalConcern, ...]:
        """Return what must be meant before this member is removed; see `RemovalRequest.sure`."""
        with self._ledger.reading():
            stay = casework.stay_of(request.membership_id)
            return RemovalWriter(self._ledger, self._evidence, request).concerns(stay)

    def asks_approval(self, request: RemovalRequest) -> bool:
        """Say whether the removal would wait for another operator's approval."""
        with self._ledger.reading():
            stay = casework.stay_of(request.membership_id)
            return RemovalWriter(self._ledger, self._evidence, request).asks(request, stay)

    def decide(self, request: RemovalRequest) -> Receipt:
        """Record the decision to remove, and the steps to carry it out.

        Where the group's process asks for approval it only waits for that, and has no steps yet.
        The receipt's subject is the removal. A written reason and at least one stored screenshot
        are required whatever the overrides say. Raises ValidationError for what is missing;
        RefusedError for a protected person, the group's owner, and for what nobody said they are
        sure of ("removal_own_account", "removal_of_bot", "removal_of_left"); StateChangedError
        when the member is removed, being removed or asked to be already, when others acted after
        `seen_seq`, or when it would wait for approval and was not said to, or the other way round.
        """
        pictures = self._evidence.pictures(request.evidence)
        for problem in problems(request, self._ledger.clock(), pictures):
            raise problem
        optional_text("notice", request.notice)
        self._evidence.require_stored([use.evidence_id for use in request.evidence])
        asks = self.asks_approval(request)

        def work(entry: Entry) -> None:
            writer = RemovalWriter(self._ledger, self._evidence, request)
            stay = casework.stay_of(request.membership_id)
            if writer.asks(request, stay) is not asks:
                raise StateChangedError("process_changed", name=stay.group.name)
            removal = writer.write(entry, request, stay)
            drop_draft(self._ledger, request.draft_id)
            entry.about(SubjectKind.REMOVAL, removal.id, *TOPICS, group_id=stay.group_id)

        action = Action.REMOVAL_REQUEST if asks else Action.REMOVAL_DECIDE
        return self._ledger.run(request.operation, action, work)

    def cancel(self, operation: UUID, removal_id: int) -> Receipt:
        """Take a removal back that was recorded a moment ago, with all others of the same act.

        For whoever recorded it, within CANCEL_WITHIN, while nobody approved or did anything;
        `RemovalRecord.cancel_until` says until when. Who had been removed already is a member
        again, who was blocked by it no more. Others who want to write are let go first. Raises
        RefusedError("cancel_not_own", "cancel_too_late", "cancel_begun"), StateChangedError for
        one that is over already.
        """
        pressed = self._ledger.clock()  # who let others write first is not late for that

        def work(entry: Entry) -> None:
            first = removal_row(removal_id)
            same = Removal.batch == first.batch if first.batch else Removal.id == first.id
            removals = list(Removal.select().where(same).order_by(Removal.id))
            for removal in removals:
                entry.give_way()
                self._cancel(entry, removal, pressed)
            groups = {removal.membership.group_id for removal in removals}
            require_in_use(*groups)
            only = groups.pop() if len(groups) == 1 else None
            entry.about(SubjectKind.REMOVAL, first.id, *TOPICS, group_id=only)

        return self._ledger.run_long(operation, Action.REMOVAL_CANCEL, work, lambda: None)

    def get(self, removal_id: int) -> RemovalRecord:
        """Return a removal with its steps. Raises StateChangedError when there is none."""
        with self._ledger.reading():
            return removal_record(self._ledger, removal_row(removal_id))

    def of_act(self, removal_id: int) -> dict[int, bool]:
        """Return the removals decided in one act with this one, in order: whether each waits."""
        with self._ledger.reading():
            return waiting_of_act(self._ledger.database, removal_id)

    def _cancel(self, entry: Entry, removal: Removal, pressed: datetime) -> None:
        stay: Membership = removal.membership
        if removal.operator_id != entry.operator.id:
            raise RefusedError("cancel_not_own")
        if reversal_of(removal.id) is not None:
            raise StateChangedError("already_lifted")
        if approval_of(removal.id) is not None or begun(removal):
            raise RefusedError("cancel_begun")
        if pressed > stored.moment(removal.decided_at) + CANCEL_WITHIN:
            raise RefusedError("cancel_too_late")
        record_lapses(self._ledger, entry, stay)
        rows: list[Model] = []
        if _ended_by(removal, stay):
            _require_not_back(stay)
            stay.state, stay.ended_at = MembershipState.ACTIVE.value, None
            stay.save()
            rows.append(stay)
        Task.delete().where(Task.removal == removal.id).execute()
        rows += unblock_with(self._ledger, entry, removal, stay, removal.reason)
        row = Reversal.create(
            target_kind=SubjectKind.REMOVAL.value,
            target_id=removal.id,
            operator=entry.operator.id,
            at=entry.now_text,
            reason="",
            kind=ReversalKind.CANCELLED.value,
        )
        refresh(self._ledger.database, stay.person_id, stay.group_id, entry.now)
        entry.record(
            person_id=stay.person_id,
            after=casework.names(stay, removal.rule) | {"case": removal.case_id},
            rows=[row, *rows],
        )


def _ended_by(removal: Removal, stay: Membership) -> bool:
    """Say whether it was this removal that ended the stay as it was recorded."""
    if removal.left_at or not removal.already_removed_at:
        return False
    before = (Removal.membership == stay.id) & (Removal.id < removal.id)
    said = Removal.already_removed_at == removal.already_removed_at
    told_before = [one for one in Removal.select().where(before & said) if not _cancelled(one)]
    return stay.ended_at == removal.already_removed_at and not told_before


def _cancelled(removal: Removal) -> bool:
    reversal = reversal_of(removal.id)
    return reversal is not None and reversal.kind == ReversalKind.CANCELLED.value


def _require_not_back(stay: Membership) -> None:
    newer = (
        (Membership.group == stay.group_id)
        & (Membership.person == stay.person_id)
        & (Membership.state == MembershipState.ACTIVE.value)
    )
    if Membership.select().where(newer).exists():
        raise StateChangedError("cancel_back", name=stay.name)
