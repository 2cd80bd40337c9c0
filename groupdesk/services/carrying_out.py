# SPDX-License-Identifier: MIT
"""Carrying removals out: what a person did on the platform, step by step."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from peewee import Model

from groupdesk.domain.act_records import RemovalRecord
from groupdesk.domain.carrying_out import REMOVE, SEND_NOTICE, TAKE_BACK_SECONDS, StepResult
from groupdesk.domain.clock import from_text
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Action, Channel, MembershipState, SubjectKind, Topic
from groupdesk.domain.errors import RefusedError, StateChangedError, ValidationError
from groupdesk.domain.records import Receipt
from groupdesk.domain.step_records import StepRecord, StepTurn
from groupdesk.domain.text import MAX_REASON, optional_text, require_text
from groupdesk.models.moderation import Removal, Task, TaskEvent
from groupdesk.models.people import Membership
from groupdesk.services import casework
from groupdesk.services.ledger import Entry, Ledger, require_in_use
from groupdesk.services.removal_steps import (
    add_notice,
    open_step,
    reopen,
    require_holding,
    settle,
    steps_of,
)

TOPICS = (Topic.MEMBERS, Topic.GROUPS, Topic.CASES, Topic.TASKS)
_NOTICE = {StepResult.DONE: NoticeState.SENT, StepResult.COULD_NOT: NoticeState.NOT_DELIVERED}


class CarryingOut:
    """The steps of all removals."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def steps(self, removal_id: int) -> tuple[StepRecord, ...]:
        """Return the steps of a removal in order; none while it waits for approval."""
        with self._ledger.reading():
            return steps_of(removal_id)

    def of_batch(self, removal: RemovalRecord) -> tuple[int, ...]:
        """Return the removals that were decided in one act with this one, it among them."""
        if not removal.batch:
            return (removal.id,)
        with self._ledger.reading():
            rows = Removal.select(Removal.id).where(Removal.batch == removal.batch)
            return tuple(row.id for row in rows.order_by(Removal.id))

    def tick(
        self,
        operation: UUID,
        steps: StepRecord | Sequence[StepRecord],
        result: StepResult = StepResult.DONE,
        *,
        at: str = "",
        text: str = "",
        channel: Channel = Channel.PRIVATE,
    ) -> Receipt:
        """Say what became of steps on the platform, the same of all of them, or of none.

        `at` is a stored moment, empty for now. Removing there ends the stay; what could not be
        done stays open. Of the notice it is recorded, too, what became of it and by which
        channel. The receipt's subject is the first removal.

        Raises ValidationError("at") for a moment that has not come, ValidationError("result")
        where nobody said why a step could not be done or is not needed, RefusedError
        ("step_needed") for a removal that is not needed: that one is to be lifted;
        StateChangedError where one was ticked already, or its removal holds no more.
        """
        chosen = (steps,) if isinstance(steps, StepRecord) else tuple(steps)
        if not chosen:
            raise ValidationError("steps", "step_missing")
        said = _checked(chosen, result, text)
        now = self._ledger.clock()
        moment = casework.past_moment("at", at, now) if at else ""

        def work(entry: Entry) -> None:
            when = moment or entry.now_text
            by_removal: dict[int, list[StepRecord]] = defaultdict(list)
            for step in chosen:
                by_removal[step.removal_id].append(step)
            groups = set()
            for removal_id, of_one in by_removal.items():
                removal = require_holding(self._ledger, removal_id)
                rows: list[Model] = []
                for step in of_one:
                    task = open_step(step.id, removal_id)
                    rows += settle(entry, task, result, when, said)
                    if task.code == SEND_NOTICE and result in _NOTICE:
                        kind, state = SubjectKind.REMOVAL, _NOTICE[result]
                        rows.append(add_notice(entry, kind, removal_id, state, when, channel, said))
                told = {"step": ", ".join(step.code for step in of_one)}
                if result is not StepResult.DONE:
                    told["step_result"] = result.value
                if moment:
                    told["at"] = moment
                _say(entry, removal, told | {"result": said}, rows)
                groups.add(removal.membership.group_id)
            require_in_use(*groups)
            _about(entry, chosen[0].removal_id, alone=len(by_removal) == 1)

        return self._ledger.run(operation, Action.REMOVAL_STEP, work)

    def reopen(self, operation: UUID, step: StepRecord, reason: str = "") -> Receipt:
        """Open a step again that was ticked by mistake; what was recorded stays to be read.

        Whoever ticked it need not say why for a minute, everybody else and later on a reason is
        required. Raises ValidationError("reason") where it is missing, RefusedError
        ("step_before") for what was done before the decision, ("member_back") when the member
        joined again since; StateChangedError("step_open") when it is open already.
        """
        text = optional_text("reason", reason)

        def work(entry: Entry) -> None:
            removal = require_holding(self._ledger, step.removal_id)
            task = Task.get_or_none((Task.id == step.id) & (Task.removal == step.removal_id))
            if task is None or task.done_at is None:
                raise StateChangedError("step_open")
            last = (
                TaskEvent.select()
                .where(TaskEvent.task == task.id)
                .order_by(TaskEvent.id.desc())
                .first()
            )
            if removal.already_removed_at and last is None:
                raise RefusedError("step_before")
            if last is None or not self._is_slip(entry.now, last.operator_id, last.recorded_at):
                require_text("reason", text, limit=MAX_REASON, code="reason_missing")
            if task.code == REMOVE:
                _require_not_back(removal.membership)
            rows = reopen(entry, task, text)
            if task.code == SEND_NOTICE and last is not None and last.state == StepResult.DONE:
                rows.append(
                    add_notice(
                        entry,
                        SubjectKind.REMOVAL,
                        removal.id,
                        NoticeState.NOT_SENT,
                        entry.now_text,
                        Channel.PRIVATE,
                        text,
                    )
                )
            _say(
                entry, removal, {"step": task.code, "step_result": "reopened", "reason": text}, rows
            )
            _about(entry, removal.id, alone=True)

        return self._ledger.run(operation, Action.REMOVAL_STEP, work)

    def is_slip(self, turn: StepTurn) -> bool:
        """Say whether what was recorded is so fresh that its operator may undo it just so."""
        return self._is_slip(self._ledger.clock(), turn.operator_id, turn.recorded_at)

    def _is_slip(self, now: datetime, operator_id: int, recorded_at: str) -> bool:
        passed = (now - from_text(recorded_at)).total_seconds()
        return operator_id == self._ledger.operator.id and 0 <= passed <= TAKE_BACK_SECONDS


def _checked(steps: Sequence[StepRecord], result: StepResult, text: str) -> str:
    """Return the remark on steps as it is stored; only what was done needs none."""
    if result is StepResult.DONE:
        return optional_text("result", text)
    if result is StepResult.NOT_NEEDED and any(step.code == REMOVE for step in steps):
        raise RefusedError("step_needed")
    return require_text("result", text, limit=MAX_REASON, code="step_reason_missing")


def _say(entry: Entry, removal: Removal, told: dict[str, str], rows: list[Model]) -> None:
    stay: Membership = removal.membership
    entry.record(
        person_id=stay.person_id,
        after=casework.names(stay)
        | {"case": removal.case_id}
        | {key: value for key, value in told.items() if value},
        rows=rows,
    )


def _about(entry: Entry, removal_id: int, *, alone: bool) -> None:
    group = Removal.get_by_id(removal_id).membership.group_id
    entry.about(SubjectKind.REMOVAL, removal_id, *TOPICS, group_id=group if alone else None)


def _require_not_back(stay: Membership) -> None:
    back = (
        Membership.select()
        .where(
            (Membership.person == stay.person_id)
            & (Membership.group == stay.group_id)
            & (Membership.state == MembershipState.ACTIVE.value)
            & (Membership.id != stay.id)
        )
        .exists()
    )
    if back:
        raise RefusedError("member_back", name=stay.name)
