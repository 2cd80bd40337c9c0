# SPDX-License-Identifier: MIT
"""A list that is taken in while reviews go on."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from groupdesk.domain.import_preview import Take
from groupdesk.domain.import_records import ImportRow
from groupdesk.domain.review_records import ReviewTouched
from groupdesk.services.desk import Desk
from tests.helpers import MovableClock
from tests.services.imports.rows import listed, row
from tests.services.review_ground import QUIET, review_desk, started


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def desk(tmp_path: Path, clock: MovableClock) -> Iterator[Desk]:
    desk = review_desk(tmp_path, clock)
    yield desk
    desk.close()


def compared(desk: Desk, *rows: ImportRow) -> int:
    """Compare the group with a list and return its snapshot."""
    preview = desk.imports.preview(listed(*rows), 1)
    return desk.imports.apply(uuid.uuid4(), preview, Take(compare=True)).subject_id


def of(name: str, **more: object) -> ImportRow:
    return row(len(name), name, external_id=name.lower(), **more)


def test_a_list_tells_of_the_reviews_whose_members_it_changed(
    desk: Desk, clock: MovableClock
) -> None:
    over = started(desk, name="Over")
    desk.upkeep.reviews.finish(uuid.uuid4(), over, "")
    going = started(desk)
    active = of("Bo", last_active=clock.ago(days=1))
    others = [of(name) for name in (*QUIET[2:], "Eve", "Fay")]
    snapshot = compared(desk, active, *others)  # Ann left
    touched = desk.upkeep.review_imports.touched
    assert touched(snapshot) == (ReviewTouched(going, "Spring", 2),)
    phone = compared(desk, of("Cem", phone="138"), active, others[1], *others[2:])
    assert touched(phone) == (), "a telephone number matters to no review"
    assert touched(0) == ()
