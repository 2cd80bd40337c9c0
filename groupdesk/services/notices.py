# SPDX-License-Identifier: MIT
"""What became of notices to removed members, and of letters that answer what members ask."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple
from uuid import UUID

from peewee import Model

from groupdesk.domain.carrying_out import SEND_NOTICE, StepResult
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import Action, Channel, SubjectKind, Topic
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.notice_records import WITH_NOTICE, NoticeRecord
from groupdesk.domain.records import Receipt
from groupdesk.domain.text import optional_text
from groupdesk.models import stored
from groupdesk.models.decisions import Appeal, AppealDecision, NoticeEvent
from groupdesk.models.leaving import ExitEntry, ExitRequest, RejoinEntry, RejoinRequest
from groupdesk.models.moderation import Removal, Task
from groupdesk.models.people import Membership
from groupdesk.services import casework
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.removal_steps import STEP, add_notice, reopen, require_holding, settle

TOPICS = (Topic.TASKS, Topic.MEMBERS, Topic.CASES, Topic.APPEALS, Topic.REQUESTS)
_MINUTE = len("2026-11-21T12:00")
_ARRIVED = frozenset({NoticeState.SENT, NoticeState.ACKNOWLEDGED})


class _Target(NamedTuple):
    """What a notice or a letter is about, as the log names it."""

    person_id: int
    group_id: int
    said: dict[str, object]


class Notices:
    """The notices and letters of a workspace; the last record about one says how it stands."""

    def __init__(self, ledger: Ledger) -> None:
        """Work through `ledger`."""
        self._ledger = ledger

    def record(
        self,
        operation: UUID,
        kind: SubjectKind,
        target_id: int,
        state: NoticeState,
        at: str,
        channel: Channel,
        note: str = "",
    ) -> Receipt:
        """Record what became of the notice of a removal, or a letter about a request.

        `at` is the stored moment at which that was. The step of a removal that sends the notice
        follows: it is done once it was sent or read, and open again when it did not arrive.

        Raises ValidationError for "at", or for "note" where it does not say why a notice did not
        arrive; StateChangedError for what is not there, waits for approval or holds no more.
        """
        if kind not in WITH_NOTICE:
            raise ValidationError("target", "notice_of_other")
        moment = casework.past_moment("at", at, self._ledger.clock())
        text = optional_text("note", note)
        if state is NoticeState.NOT_DELIVERED and not text:
            raise ValidationError("note", "step_reason_missing")

        def work(entry: Entry) -> None:
            rows: list[Model] = []
            if kind is SubjectKind.REMOVAL:
                removal: Removal = require_holding(self._ledger, target_id)
                target = _of_stay(removal.membership, {"case": removal.case_id})
                rows += _step_follows(entry, target_id, state, moment, text)
            else:
                target = _LETTERS[kind](target_id, moment)
            rows.append(add_notice(entry, kind, target_id, state, moment, channel, text))
            entry.about(kind, target_id, *TOPICS, group_id=target.group_id)
            entry.record(
                person_id=target.person_id,
                after=target.said
                | {"notice_state": state.value, "at": moment, "channel": channel.value}
                | ({"note": text} if text else {}),
                rows=rows,
            )

        return self._ledger.run(operation, Action.NOTICE_RECORD, work)

    def of(self, kind: SubjectKind, target_id: int) -> tuple[NoticeRecord, ...]:
        """Return all that was recorded about a notice or a letter, the newest last."""
        with self._ledger.reading():
            rows = (
                NoticeEvent.select()
                .where(
                    (NoticeEvent.target_kind == kind.value) & (NoticeEvent.target_id == target_id)
                )
                .order_by(NoticeEvent.id)
            )
            return tuple(map(_record, rows))


def _step_follows(
    entry: Entry, removal_id: int, state: NoticeState, at: str, text: str
) -> list[Model]:
    """Let the step that sends the notice say the same as the notice's last record."""
    task = Task.get_or_none(
        (Task.removal == removal_id) & (Task.kind == STEP) & (Task.code == SEND_NOTICE)
    )
    if task is None:
        return []
    rows: list[Model] = []
    if state in _ARRIVED:
        return settle(entry, task, StepResult.DONE, at, text) if task.done_at is None else []
    if task.done_at is not None:
        rows += reopen(entry, task, text)
    if state is NoticeState.NOT_DELIVERED:
        rows += settle(entry, task, StepResult.COULD_NOT, at, text)
    return rows


def _of_stay(stay: Membership, more: Mapping[str, object]) -> _Target:
    return _Target(stay.person_id, stay.group_id, casework.names(stay) | dict(more))


def _appeal(appeal_id: int, at: str) -> _Target:
    appeal = Appeal.get_or_none(Appeal.id == appeal_id)
    if appeal is None:
        raise StateChangedError("appeal_gone")
    decision = AppealDecision.get_or_none(AppealDecision.appeal == appeal_id)
    if decision is None or not decision.letter:
        raise StateChangedError("appeal_no_letter")
    if at[:_MINUTE] < decision.at[:_MINUTE]:  # a person says the minute
        raise ValidationError("at", "appeal_letter_too_early")
    return _of_stay(appeal.membership, {"case": appeal.case_id})


def _exit(exit_id: int, at: str) -> _Target:
    found: ExitRequest | None = ExitRequest.get_or_none(ExitRequest.id == exit_id)
    if found is None:
        raise StateChangedError("exit_gone")
    written = (
        ExitEntry.select()
        .where((ExitEntry.exit == exit_id) & (ExitEntry.letter != ""))
        .order_by(ExitEntry.id.desc())
        .first()
    )
    if written is None:
        raise StateChangedError("exit_no_letter")
    if at[:_MINUTE] < written.at[:_MINUTE]:
        raise ValidationError("at", "exit_letter_too_early")
    return _of_stay(found.membership, {})


def _rejoin(rejoin_id: int, at: str) -> _Target:
    found: RejoinRequest | None = RejoinRequest.get_or_none(RejoinRequest.id == rejoin_id)
    if found is None:
        raise StateChangedError("rejoin_gone")
    written = (
        RejoinEntry.select()
        .where((RejoinEntry.rejoin == rejoin_id) & (RejoinEntry.letter != ""))
        .order_by(RejoinEntry.id.desc())
        .first()
    )
    if written is None:
        raise StateChangedError("exit_no_letter")
    if at[:_MINUTE] < written.at[:_MINUTE]:
        raise ValidationError("at", "exit_letter_too_early")
    named: dict[str, object] = {"member": found.name, "group": found.group.name}
    return _Target(found.person_id, found.group_id, named)


_LETTERS: Final[Mapping[SubjectKind, Callable[[int, str], _Target]]] = {
    SubjectKind.APPEAL: _appeal,
    SubjectKind.EXIT: _exit,
    SubjectKind.REJOIN: _rejoin,
}
"""How to find what a letter is about, and that one was written by then."""


def _record(row: NoticeEvent) -> NoticeRecord:
    operator = row.operator
    return NoticeRecord(
        id=row.id,
        state=stored.one_of(NoticeState, row.state),
        at=stored.moment_text(row.at),
        recorded_at=stored.moment_text(row.recorded_at),
        operator=operator.name,
        channel=stored.one_of(Channel, row.channel),
        note=row.note,
    )
