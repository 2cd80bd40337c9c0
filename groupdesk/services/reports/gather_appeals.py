# SPDX-License-Identifier: MIT
"""Gathers an objection and how it was decided into what a case file prints of it."""

from groupdesk.domain.appeal_papers import AppealDecided, AppealOnPaper, AppealTurn
from groupdesk.models import stored
from groupdesk.services.appeal_query import read_appeal
from groupdesk.services.ledger import Ledger


def appeal_on_paper(ledger: Ledger, appeal_id: int) -> AppealOnPaper:
    """Return an appeal as it is printed; the caller reads."""
    appeal = read_appeal(ledger, appeal_id)
    decided = None
    if appeal.decision is not None:
        decision = appeal.decision
        last = appeal.deliveries[-1] if appeal.deliveries else None
        decided = AppealDecided(
            at=stored.moment(decision.at),
            by=decision.operator,
            outcome=decision.outcome,
            reason=decision.reason,
            override_reason=decision.override_reason,
            until=stored.day(decision.until) if decision.until else None,
            letter=decision.letter,
            letter_state=last.state if last else None,
            letter_at=stored.moment(last.at) if last else None,
        )
    return AppealOnPaper(
        received_at=stored.moment(appeal.row.received_at),
        recorded_by=appeal.operator,
        channel=appeal.channel,
        statement=appeal.statement,
        answer_by=stored.day(appeal.row.answer_by),
        heard_on=stored.day(appeal.target.heard_on),
        heard_by=appeal.target.heard_by,
        last_day=stored.day(appeal.target.last_day) if appeal.target.last_day else None,
        step_kind=appeal.row.step_kind,
        late_reason=appeal.late_reason,
        again_reason=appeal.again_reason,
        answers=tuple((one.question, one.answer) for one in appeal.answers),
        turns=tuple(
            AppealTurn(stored.moment(turn.at), turn.kind, turn.text, turn.operator)
            for turn in appeal.entries
        ),
        decided=decided,
    )
