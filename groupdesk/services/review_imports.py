# SPDX-License-Identifier: MIT
"""What a list that was taken in means for the reviews that go on."""

from groupdesk.domain.review_records import ReviewFilter, ReviewTouched
from groupdesk.services.ledger import Ledger
from groupdesk.services.review_query import ReviewList
from groupdesk.services.review_sql import FINISHED

_REVIEWS = f"""
SELECT DISTINCT v.id, v.name FROM import_change i
CROSS JOIN review_row w ON w.membership_id = i.membership_id JOIN review v ON v.id = w.review_id
WHERE i.snapshot_id = ? AND NOT {FINISHED.format("v")} ORDER BY v.id
"""


class ReviewImports:
    """Reads through a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`."""
        self._ledger = ledger

    def touched(self, snapshot_id: int) -> tuple[ReviewTouched, ...]:
        """Return the reviews with members whom this list changed: left, active again, and so on."""
        listing = ReviewList(self._ledger)
        which = ReviewFilter(changed=True, snapshot_id=snapshot_id)
        with self._ledger.reading():
            found = self._ledger.database.execute_sql(_REVIEWS, (snapshot_id,)).fetchall()
            counted = [(ident, name, len(listing.ids(ident, which))) for ident, name in found]
        return tuple(ReviewTouched(*one) for one in counted if one[2])
