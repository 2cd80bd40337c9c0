# SPDX-License-Identifier: MIT
"""Gathers a review into what its paper prints."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from groupdesk.domain.report_records import (
    MaskedNames,
    MaskedPerson,
    SignatureLine,
    SignatureRole,
)
from groupdesk.domain.report_review import ReviewContent, ReviewedMember, ReviewTurn
from groupdesk.domain.review_enums import ReviewChange, ReviewStage
from groupdesk.domain.review_records import ReviewFilter, ReviewRowRecord
from groupdesk.models import stored
from groupdesk.services.ledger import Ledger
from groupdesk.services.reports.gather_names import masked_names_of_groups
from groupdesk.services.reports.names_then import names_then
from groupdesk.services.review_query import ReviewList

MOST_ROWS: Final = 3_000
"""More lines than these are no paper any more; the paper then says how many it leaves out."""
_AT_ONCE: Final = 500


def review_content(ledger: Ledger, review_id: int) -> tuple[ReviewContent, int]:
    """Return a review for its paper, and its group's id, 0 for several.

    Raises StateChangedError("review_gone").
    """
    listing = ReviewList(ledger)
    detail = listing.detail(review_id)
    review, stages = detail.review, detail.review.progress.stages
    ids = listing.ids(review_id, ReviewFilter(), "group")
    rows = [
        row
        for start in range(0, min(len(ids), MOST_ROWS), _AT_ONCE)
        for row in listing.rows(ids[start : min(start + _AT_ONCE, MOST_ROWS)])
    ]
    cases = _cases(ledger, rows)
    content = ReviewContent(
        name=review.name,
        note=review.note,
        groups=tuple(name for _, name in review.groups),
        state=review.state,
        criteria=review.criteria,
        plan=review.plan,
        picked=detail.picked,
        stages=tuple((stage, stages[stage]) for stage in ReviewStage if stage in stages),
        members=tuple(_member(row, cases.get(row.removal_id, 0)) for row in rows),
        not_shown=len(ids) - len(rows),
        turns=tuple(
            ReviewTurn(one.kind, stored.moment(one.at), one.operator, one.text)
            for one in detail.entries
        ),
        signatures=(SignatureLine(SignatureRole.PRINTED, ledger.operator.name),),
    )
    group_ids = [ident for ident, _ in review.groups]
    with ledger.reading():
        content = names_then(ledger.database).in_record(content)
        known = masked_names_of_groups(ledger.database, group_ids, "\n".join(_written(content)))
    return replace(content, masked=_masked(rows, known)), (
        group_ids[0] if len(group_ids) == 1 else 0
    )


def _member(row: ReviewRowRecord, case_number: int) -> ReviewedMember:
    again = ReviewChange.ACTIVE_AGAIN in row.changes
    return ReviewedMember(
        name=row.name,
        group_name=row.group_name,
        why=row.why,
        stage=row.stage,
        choice=row.choice,
        last_active=_moment(row.last_active_then),
        reason=row.reason,
        decided_by=row.decided_by,
        decided_at=_moment(row.decided_at),
        reminded_at=_moment(row.reminded_at),
        noticed_at=_moment(row.noticed_at),
        changes=row.changes,
        active_since=_moment(row.last_active) if again else None,
        case_number=case_number,
    )


def _cases(ledger: Ledger, rows: list[ReviewRowRecord]) -> dict[int, int]:
    """Return the cases of removals by these."""
    ids = json.dumps([row.removal_id for row in rows if row.removal_id])
    with ledger.reading():
        return dict(
            ledger.database.execute_sql(
                "SELECT id, case_id FROM removal WHERE id IN (SELECT value FROM json_each(?))",
                (ids,),
            ).fetchall()
        )


def _written(content: ReviewContent) -> Iterator[str]:
    """Yield what people wrote: there may be names of those who are not on the list."""
    yield content.name
    yield content.note
    yield from (turn.text for turn in content.turns)
    yield from (member.reason for member in content.members)


def _masked(rows: list[ReviewRowRecord], known: MaskedNames) -> MaskedNames:
    """Return whom a handout hides: all on the list under either name, and who is named beside."""
    listed: dict[int, dict[str, None]] = {}
    for row in rows:
        listed.setdefault(row.person_id, {}).update(dict.fromkeys((row.name, row.name_then)))
    people = tuple(MaskedPerson(tuple(names)) for names in listed.values())
    return replace(known, others=(*people, *known.others))


def _moment(text: str) -> datetime | None:
    return stored.moment(text) if text else None
