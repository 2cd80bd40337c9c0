# SPDX-License-Identifier: MIT
"""Gathers a removal into what a case file prints of it: terms, approvals, notice, steps."""

from collections.abc import Iterable
from datetime import datetime

from groupdesk.domain.act_records import RemovalRecord
from groupdesk.domain.carrying_out import SEND_NOTICE
from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.fairness import FairState
from groupdesk.domain.report_records import (
    Approval,
    CarriedStep,
    FairLine,
    Removal,
    Shortened,
    StepTry,
)
from groupdesk.domain.step_records import StepRecord
from groupdesk.domain.talk_enums import TaskState
from groupdesk.models import stored
from groupdesk.services.ledger import Ledger
from groupdesk.services.notices import Notices
from groupdesk.services.removal_state import until_sql
from groupdesk.services.reports.names_then import names_then
from groupdesk.words import Words

_LET_BACK = f"""
SELECT o.name, d.recorded_at, d.reason FROM removal r JOIN membership m ON m.id = r.membership_id
JOIN person p ON p.id = m.person_id
JOIN person e ON coalesce(e.same_as_id, e.id) = coalesce(p.same_as_id, p.id)
JOIN membership s ON s.person_id = e.id AND s.group_id = m.group_id AND s.id <> m.id
JOIN return_decision d ON d.membership_id = s.id AND d.decision = 'let_in'
JOIN operator o ON o.id = d.operator_id
WHERE r.id = ? AND d.recorded_at >= r.decided_at
    AND coalesce({until_sql("r")} >= substr(d.recorded_at, 1, 10), 1)
    AND NOT EXISTS (SELECT 1 FROM reversal v WHERE v.target_kind = 'removal'
        AND v.target_id = r.id AND v.at <= d.recorded_at)
ORDER BY d.id
"""
_TURNED = frozenset({TaskState.COULD_NOT, TaskState.REOPENED})


def removal_on_paper(ledger: Ledger, record: RemovalRecord, words: Words) -> Removal:
    """Return a removal as it is printed, but for what ended it; the caller reads."""
    decided_at = stored.moment(record.decided_at)
    decided_by = names_then(ledger.database).at(record.operator, decided_at)
    told = Notices(ledger).of(SubjectKind.REMOVAL, record.id)
    # before what became of a notice was recorded, only its step said that it was sent
    sent = (s for s in record.steps if s.code == SEND_NOTICE and s.state is TaskState.DONE)
    ticked = next((step.done_at for step in sent), "")
    until = record.decided_until if record.terms else record.until
    return Removal(
        ground=record.ground,
        decided_at=decided_at,
        decided_by=record.operator,
        reason_told=record.reason,
        term=record.decided_term or record.term,
        until=stored.day(until) if until else None,
        shortened=tuple(
            Shortened(
                stored.moment(one.at),
                one.operator,
                one.term,
                stored.day(one.until) if one.until else None,
            )
            for one in record.terms
        ),
        internal_comment=record.comment,
        removed_at=_moment(record.already_removed_at),
        fair_process=tuple(
            FairLine(
                line.item,
                met=line.state is FairState.MET,
                count=line.count,
                last_at=_moment(line.at),
                override_reason=line.override,
                override_by=decided_by if line.override else "",
            )
            for line in record.fair_process
            if line.state is not FairState.NOT_NEEDED
        ),
        notice=record.notice,
        notice_channel=told[-1].channel if told else None,
        notice_sent_at=_moment(told[-1].at if told else ticked),
        notice_state=told[-1].state if told else NoticeState.SENT,
        notice_note=told[-1].note if told else "",
        steps=tuple(_steps(record, words)),
        state=record.state,
        approvals=_approvals(record),
        let_back=tuple(_let_back(ledger, record)),
        left_at=_moment(record.left_at),
        sure=tuple(sorted(record.sure)),
    )


def _steps(record: RemovalRecord, words: Words) -> Iterable[CarriedStep]:
    for step in record.steps:
        yield CarriedStep(
            text=words(f"step_title.{step.code}"),
            done_at=_moment(step.done_at),
            done_by=step.done_by,
            result=words(f"step_why.{step.why}") if step.why else step.result,
            not_needed=step.state is TaskState.NOT_NEEDED,
            tries=tuple(_tries(step)),
        )


def _tries(step: StepRecord) -> Iterable[StepTry]:
    for turn in step.turns:
        if turn.state in _TURNED:
            again = turn.state is TaskState.REOPENED
            yield StepTry(stored.moment(turn.at), turn.operator, turn.text, again)


def _approvals(record: RemovalRecord) -> tuple[Approval, ...]:
    if record.approval is None:
        return ()
    by, at, note = record.approval
    return (Approval(by, stored.moment(at), note, _moment(record.approver_pin_set_at)),)


def _let_back(ledger: Ledger, record: RemovalRecord) -> Iterable[Approval]:
    rows = ledger.database.execute_sql(_LET_BACK, (record.id,)).fetchall()
    for operator, at, reason in rows:
        yield Approval(str(operator), stored.moment(at), str(reason))


def _moment(text: str | None) -> datetime | None:
    return stored.moment(text) if text else None
