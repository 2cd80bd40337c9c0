# SPDX-License-Identifier: MIT
"""What requests to come back leave to do, for Today. In an archived group they rest."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from groupdesk.domain.decision_enums import NoticeState
from groupdesk.domain.due import TodoRecord
from groupdesk.domain.enums import Action
from groupdesk.domain.leaving_enums import RejoinChip, RejoinState
from groupdesk.domain.rejoin_records import RejoinRow
from groupdesk.domain.roles import may
from groupdesk.services.ledger import Ledger
from groupdesk.services.rejoin_query import rows_where

ANSWER: Final = "rejoin_answer"
"""Asked, or asked to wait until a day that has come."""
COME: Final = "rejoin_come"
"""They may come back: take them in, or look whether they are there."""
LETTER: Final = "rejoin_letter"
TRIAL: Final = "rejoin_trial"
AGAINST: Final = "rejoin_against"
"""Somebody who may not lift a block or a removal let them in all the same; for who may."""
KINDS: Final = (ANSWER, COME, LETTER, TRIAL, AGAINST)
_UNDER_WAY = """
g.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM rejoin_entry f
    WHERE f.rejoin_id = x.id AND f.kind IN ('trial_passed', 'trial_ended')
    AND (f.letter = '' OR EXISTS (SELECT 1 FROM notice_event n WHERE n.target_kind = 'rejoin'
        AND n.target_id = x.id AND n.recorded_at >= f.recorded_at
        AND n.state IN ('sent', 'acknowledged'))))
"""
_AGAINST = """
g.archived_at IS NULL AND EXISTS (SELECT 1 FROM rejoin_entry f WHERE f.rejoin_id = x.id
    AND f.kind = 'approved' AND f.override_reason <> '')
"""


def due_from_rejoins(ledger: Ledger) -> tuple[TodoRecord, ...]:
    """Return what is to be done, the earliest day first; the caller reads.

    The kinds are those of `KINDS`, the id is the request's; a letter, coming in and what is only
    to be read have no day.
    The member is their new stay or the last one, 0 for somebody who was never here.
    """
    found = [item for one in rows_where(ledger, _UNDER_WAY) for item in _of(one.row)]
    if may(ledger.operator.role, Action.REJOIN_CONFIRM):
        found += _to_read(ledger)
    return tuple(sorted(found, key=lambda item: (item.due_on, item.since, item.id)))


def _of(row: RejoinRow) -> Iterator[TodoRecord]:
    if row.chip is RejoinChip.TO_ANSWER:
        yield _todo(row, ANSWER, row.until or row.answer_by)
    if row.state is RejoinState.APPROVED:
        yield _todo(row, COME, "")
    if row.state is RejoinState.ON_TRIAL:
        yield _todo(row, TRIAL, row.until)
    if row.has_letter and row.letter in {None, NoticeState.NOT_SENT, NoticeState.NOT_DELIVERED}:
        yield _todo(row, LETTER, "")


def _to_read(ledger: Ledger) -> Iterator[TodoRecord]:
    for one in rows_where(ledger, _AGAINST):
        yes = one.unread
        if yes is not None:
            yield replace(
                _todo(one.row, AGAINST, ""),
                since=yes.recorded_at,
                about=yes.override_reason,
                by=yes.operator,
            )


def _todo(row: RejoinRow, kind: str, due_on: str) -> TodoRecord:
    return TodoRecord(
        kind=kind,
        id=row.id,
        membership_id=row.membership_id,
        group_id=row.group_id,
        member_name=row.name,
        group_name=row.group_name,
        due_on=due_on,
        since=row.asked_at,
    )
