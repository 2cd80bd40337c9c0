# SPDX-License-Identifier: MIT
"""Quiet members and a review of them, for tests of its windows."""

from datetime import timedelta
from uuid import uuid4

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.records import GroupRecord, OperatorRecord
from groupdesk.domain.review_enums import ReviewChoice
from groupdesk.domain.review_records import (
    DecideRequest,
    ReviewFilter,
    ReviewRecord,
    ReviewRequest,
    ReviewRowRecord,
)
from groupdesk.models.people import Membership
from groupdesk.services.desk import Desk, compose
from groupdesk.services.workspace import add_operator
from tests.ui.desks import add_member

QUIET = ("Ann", "Bo", "Cem")


def quiet(desk: Desk) -> GroupRecord:
    """Add Ann, Bo and Cem, silent for 120, 110 and 100 days; return their group."""
    group = desk.groups.all()[0]
    for number, name in enumerate(QUIET):
        detail = add_member(desk, group.id, name, language="en" if name != "Bo" else "zh")
        was_active(desk, detail.row.id, days=120 - 10 * number)
    return desk.groups.get(group.id)


def was_active(desk: Desk, membership: int, *, days: int) -> None:
    """Say when a member was last active, as an import would."""
    now = desk.clock()
    with desk.ledger.writing():
        Membership.update(
            last_active=to_text(now - timedelta(days=days)),
            joined_at=to_text(now - timedelta(days=400)),
        ).where(Membership.id == membership).execute()


def started(desk: Desk) -> ReviewRecord:
    """Start a review of the quiet members."""
    group = quiet(desk)
    done = desk.upkeep.reviews.start(ReviewRequest(uuid4(), "Spring", (group.id,)))
    return desk.upkeep.review_list.get(done.receipt.subject_id)


def rows(desk: Desk, review: ReviewRecord) -> dict[str, ReviewRowRecord]:
    """Return the rows of a review by name."""
    listing = desk.upkeep.review_list
    return {row.name: row for row in listing.rows(listing.ids(review.id, ReviewFilter()))}


def decide(desk: Desk, review: ReviewRecord, choice: ReviewChoice, *names: str) -> ReviewRecord:
    """Decide about members by name, with a reason; return the review as it is then."""
    chosen = tuple(row.id for name, row in rows(desk, review).items() if name in names)
    seen = desk.upkeep.review_list.get(review.id).seen
    request = DecideRequest(uuid4(), review.id, choice, chosen, seen, "Agreed in the team.")
    desk.upkeep.review_decisions.decide(request)
    return desk.upkeep.review_list.get(review.id)


def colleague(desk: Desk, name: str = "Arun") -> Desk:
    """Return the desk of a second operator on the same workspace."""
    ident = add_operator(desk.ledger, uuid4(), name, OperatorRole.MODERATOR).subject_id
    operator = OperatorRecord(ident, name, OperatorRole.MODERATOR)
    return compose(desk.workspace, operator, desk.clock, desk.anchor_file)
