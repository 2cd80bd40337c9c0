# SPDX-License-Identifier: MIT
"""A group with quiet and with busy members, and reviews of it, for tests."""

import uuid
from dataclasses import replace
from pathlib import Path

from groupdesk.domain.review_enums import ReviewChoice, ReviewStage
from groupdesk.domain.review_records import (
    DecideRequest,
    ReviewDone,
    ReviewFilter,
    ReviewRequest,
    ReviewRowRecord,
)
from groupdesk.domain.reviews import ReviewCriteria, ReviewPlan
from groupdesk.models.people import Membership
from groupdesk.services.desk import Desk
from tests.helpers import (
    MovableClock,
    copy_once_made,
    make_desk,
    make_group,
    make_member,
    open_desk,
)

QUIET = ("Ann", "Bo", "Cem", "Dan")


def review_desk(folder: Path, clock: MovableClock) -> Desk:
    """Return a desk with the group 1: Ann to Dan quiet for 100 days and more, Eve busy, Fay new."""
    key = ("reviews", clock.now)
    copy_once_made(key, lambda made: _made(made, MovableClock(clock.now)), folder)
    return open_desk(folder, clock)


def _made(folder: Path, clock: MovableClock) -> Desk:
    desk = make_desk(folder, clock)
    group = make_group(desk, rules=False)
    for number, name in enumerate(QUIET):
        seen(desk, make_member(desk, group, name, name.lower()), clock, days=110 - number)
    seen(desk, make_member(desk, group, "Eve", "eve"), clock, days=1)
    seen(desk, make_member(desk, group, "Fay", "fay"), clock, days=None, joined=3)
    return desk


def seen(
    desk: Desk, membership: int, clock: MovableClock, *, days: int | None, joined: int = 400
) -> int:
    """Say when a member was last active and when they joined, as an import would."""
    with desk.ledger.writing():
        Membership.update(
            last_active=None if days is None else clock.ago(days=days),
            joined_at=clock.ago(days=joined),
            message_count=None if days is None else 5,
        ).where(Membership.id == membership).execute()
    return membership


def request(**changes: object) -> ReviewRequest:
    """Return a review of group 1 with the usual criteria and plan."""
    asked = ReviewRequest(uuid.uuid4(), "Spring", (1,), ReviewCriteria(), ReviewPlan())
    return replace(asked, **changes)  # type: ignore[arg-type]  # its fields


def started(desk: Desk, **changes: object) -> int:
    """Start a review and return its id."""
    return desk.upkeep.reviews.start(request(**changes)).receipt.subject_id


def rows(desk: Desk, review: int, **which: object) -> dict[str, ReviewRowRecord]:
    """Return rows of a review by the member's name."""
    asked = ReviewFilter(**which)  # type: ignore[arg-type]  # its fields
    listing = desk.upkeep.review_list
    return {row.name: row for row in listing.rows(listing.ids(review, asked))}


def decide(
    desk: Desk, review: int, choice: ReviewChoice, *names: str, reason: str = ""
) -> ReviewDone:
    """Decide about members, by name, as somebody who has just loaded the list."""
    found = rows(desk, review)
    chosen = tuple(row.id for name, row in found.items() if not names or name in names)
    seen_last = desk.upkeep.review_list.get(review).seen
    return desk.upkeep.review_decisions.decide(
        DecideRequest(uuid.uuid4(), review, choice, chosen, seen_last, reason)
    )


def stages(desk: Desk, review: int) -> dict[str, ReviewStage]:
    """Return where the members of a review stand."""
    return {name: row.stage for name, row in rows(desk, review).items()}


def assert_vouched(desk: Desk) -> None:
    """Assert that the log vouches for all rows of reviews; the ground's members are no part."""
    found = [one.subject for one in desk.verifier.run().findings]
    assert not [subject for subject in found if not subject.startswith("membership:")]
