# SPDX-License-Identifier: MIT
"""From a review to removals: what the removal of several begins with, and the link back to it."""

import json
from collections.abc import Iterable, Sequence

from groupdesk.domain.enums import Ground, MemberRole, Topic
from groupdesk.domain.errors import StateChangedError
from groupdesk.domain.removal_records import MAX_MEMBERS
from groupdesk.domain.review_enums import ReviewChoice, ReviewStage
from groupdesk.domain.review_records import RemovalInput
from groupdesk.domain.reviews import ground_of
from groupdesk.models import stored
from groupdesk.models.moderation import Removal
from groupdesk.models.reviews import Review
from groupdesk.services.ledger import Entry, Ledger
from groupdesk.services.review_query import why_of
from groupdesk.services.review_rows import Chosen, Made, chosen_rows, write_decisions
from groupdesk.services.reviews import open_review, review_of

_ROWS = "SELECT id FROM review_row WHERE review_id = ?"
_OF_MEMBERS = f"{_ROWS} AND membership_id IN (SELECT value FROM json_each(?))"


class ReviewRemovals:
    """What reviews hand to the removal of several, `RemovalBatches`."""

    def __init__(self, ledger: Ledger) -> None:
        """Read through `ledger`."""
        self._ledger = ledger

    def inputs(self, review_id: int, rows: Sequence[int] | None = None) -> tuple[RemovalInput, ...]:
        """Return with what removals begin: one input for each ground, of all or of these rows.

        They are the members whose removal was decided on in the review and is not recorded yet;
        nobody who is protected, owns the group or asked to leave by now, nobody of an archived
        group. Raises StateChangedError("review_gone").
        """
        with self._ledger.reading():
            review = review_of(review_id)
            found: dict[Ground, list[Chosen]] = {}
            for row in _rows(self._ledger, review, rows):
                if _to_remove(row):
                    ground = ground_of(why_of(stored.fields(row.facts)))
                    found.setdefault(ground, []).append(row)
        return tuple(
            _input(review_id, ground, found[ground][:MAX_MEMBERS], len(found[ground]))
            for ground in sorted(found)
        )


class ReviewLink:
    """Ties removals that are recorded in one act to the decisions of the review they come from."""

    def __init__(
        self, ledger: Ledger, entry: Entry, review_id: int, members: Iterable[int]
    ) -> None:
        """Look before the first removal is written.

        Raises StateChangedError("review_not_to_remove", name=) for a member about whom something
        else was decided by now, RefusedError for a review that rests or is over.
        """
        self._ledger, self._entry = ledger, entry
        self._review = open_review(ledger, review_id)
        found = ledger.database.execute_sql(
            _OF_MEMBERS, (review_id, json.dumps(list(members)))
        ).fetchall()
        rows = _rows(ledger, self._review, [ident for (ident,) in found])
        self._rows = {row.membership_id: row for row in rows}
        for row in self._rows.values():
            if not _to_remove(row):
                raise StateChangedError("review_not_to_remove", name=row.name)

    def write(self, removals: Sequence[Removal], batch: str) -> None:
        """Write the decisions that name the removals."""
        made = [
            Made(row, ReviewChoice.REMOVE, row.reason, removal_id=removal.id, batch=batch)
            for removal in removals
            if (row := self._rows.get(removal.membership_id)) is not None
        ]
        write_decisions(self._ledger, self._entry, self._review, made, len(made))
        self._entry.topics.add(Topic.REVIEWS)


def _input(review_id: int, ground: Ground, rows: Sequence[Chosen], count: int) -> RemovalInput:
    return RemovalInput(
        review_id,
        ground,
        tuple(row.membership_id for row in rows),
        count - len(rows),
        tuple(dict.fromkeys(row.reason for row in rows if row.reason)),
    )


def _rows(ledger: Ledger, review: Review, rows: Sequence[int] | None) -> list[Chosen]:
    if rows is None:
        found = ledger.database.execute_sql(_ROWS, (review.id,))
        rows = [ident for (ident,) in found]
    return chosen_rows(ledger, review, rows, ledger.clock())


def _to_remove(row: Chosen) -> bool:
    stands = row.stage == ReviewStage.TO_REMOVE.value and row.role != MemberRole.OWNER.value
    return stands and not (row.protected or row.archived or row.leaving)
