# SPDX-License-Identifier: MIT
"""Removals as records: what was decided, and what holds of it by now."""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from groupdesk.domain.act_records import RemovalRecord
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import FairItem, Ground, SubjectKind, Term
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.fairness import FairFound, FairLine, FairState
from groupdesk.domain.removal_states import (
    Approval,
    RemovalConcern,
    TermChange,
)
from groupdesk.models import stored
from groupdesk.models.decisions import Appeal, NoticeEvent, RemovalApproval, RemovalTerm
from groupdesk.models.moderation import Removal, Reversal, Task, TaskEvent
from groupdesk.services.ledger import Ledger
from groupdesk.services.removal_state import state_of
from groupdesk.services.removal_steps import steps_of

CANCEL_WITHIN: Final = timedelta(seconds=60)
"""How long whoever recorded a removal can take it back as if it had not been."""
_WIDTHS = (5, 8)  # of a line of the fair-process list: at first it did not say what was found


def removal_row(removal_id: int) -> Removal:
    """Return a removal's row. Raises StateChangedError when there is none."""
    row = Removal.get_or_none(Removal.id == removal_id)
    if row is None:
        raise StateChangedError("removal_gone")
    return row


def reversal_of(removal_id: int) -> Reversal | None:
    """Return what ended a removal, None where nothing did."""
    found: Reversal | None = Reversal.get_or_none(
        (Reversal.target_kind == SubjectKind.REMOVAL.value) & (Reversal.target_id == removal_id)
    )
    return found


def approval_of(removal_id: int) -> RemovalApproval | None:
    """Return another operator's yes to a removal, None where there is none."""
    found: RemovalApproval | None = RemovalApproval.get_or_none(
        RemovalApproval.removal == removal_id
    )
    return found


def begun(removal: Removal) -> bool:
    """Say whether anything was recorded about carrying a removal out, its notice or an appeal."""
    steps = Task.select(Task.id).where(Task.removal == removal.id)
    acts = (
        TaskEvent.select().where(TaskEvent.task.in_(steps)),
        *(
            table.select().where(
                (table.target_kind == SubjectKind.REMOVAL.value) & (table.target_id == removal.id)
            )
            for table in (NoticeEvent, Appeal)
        ),
    )
    return any(act.exists() for act in acts)


def removal_record(ledger: Ledger, row: Removal) -> RemovalRecord:
    """Return a removal with all that became of it; the caller reads."""
    reversal, approval = reversal_of(row.id), approval_of(row.id)
    terms = tuple(
        map(
            _term,
            RemovalTerm.select().where(RemovalTerm.removal == row.id).order_by(RemovalTerm.id),
        )
    )
    term, until = stored.one_of(Term, row.term), stored.known_day(row.until)
    return RemovalRecord(
        id=row.id,
        case_number=row.case_id,
        membership_id=row.membership_id,
        member_name=row.membership.name,
        operator=row.operator.name,
        decided_at=stored.moment_text(row.decided_at),
        ground=stored.one_of(Ground, row.ground),
        rule_code=row.rule.code if row.rule else "",
        reason=row.reason,
        comment=row.comment,
        term=terms[-1].term if terms else term,
        until=terms[-1].until if terms else until,
        notice=row.notice,
        notice_language=row.notice_language,
        already_removed_at=stored.known_moment(row.already_removed_at),
        fair_process=fair_lines(row.fair_process),
        steps=steps_of(row.id),
        reversed_at=stored.moment_text(reversal.at) if reversal else "",
        reversed_by=reversal.operator.name if reversal else "",
        reversal_reason=reversal.reason if reversal else "",
        state=state_of(ledger.database, row.id),
        operator_id=row.operator_id,
        asked=row.approval is not None,
        approval=Approval(approval.operator.name, stored.moment_text(approval.at), approval.note)
        if approval
        else None,
        approver_pin_set_at=stored.known_moment(approval.pin_set_at) if approval else "",
        decided_term=term if terms else None,
        decided_until=until if terms else "",
        terms=terms,
        batch=row.batch or "",
        left_at=stored.known_moment(row.left_at),
        sure=concerns_of(row.sure),
        blocks=bool(row.blocks),
        cancel_until="" if reversal or approval else _cancel_until(ledger, row),
    )


def _cancel_until(ledger: Ledger, row: Removal) -> str:
    until = stored.moment(row.decided_at) + CANCEL_WITHIN
    if row.operator_id != ledger.operator.id or ledger.clock() > until or begun(row):
        return ""
    return to_text(until)


def _term(row: RemovalTerm) -> TermChange:
    return TermChange(
        row.operator.name,
        stored.moment_text(row.at),
        stored.one_of(Term, row.term),
        stored.known_day(row.until),
        row.reason,
    )


def concerns_text(concerns: frozenset[RemovalConcern]) -> str | None:
    """Return what is stored of what was meant all the same."""
    return json.dumps(sorted(concerns)) if concerns else None


def concerns_of(text: str | None) -> frozenset[RemovalConcern]:
    """Read what was meant all the same."""
    found = stored.names(text) if text else ()
    return frozenset(stored.one_of(RemovalConcern, code) for code in found)


def fair_lines(text: str) -> tuple[FairLine, ...]:
    """Read a stored fair-process list."""
    return tuple(map(_fair_line, stored.rows(text, *_WIDTHS)))


def _fair_line(row: Sequence[object]) -> FairLine:
    item, state, count, at, override = row[:5]
    found = None
    if len(row) > 5 and row[5] is not None:
        kind, ident, case = row[5:]
        found = FairFound(
            stored.one_of(SubjectKind, kind), stored.number(ident, 1), stored.number(case, 1)
        )
    return FairLine(
        stored.one_of(FairItem, item),
        stored.one_of(FairState, state),
        stored.number(count),
        stored.known_moment(at),
        str(override),
        found,
    )


def fair_text(lines: tuple[FairLine, ...]) -> str:
    """Return what is stored of a fair-process list."""
    return json.dumps(
        [
            [
                *(line.item.value, line.state.value, line.count, line.at, line.override),
                *(line.found or (None, None, None)),
            ]
            for line in lines
        ],
        ensure_ascii=False,
    )
