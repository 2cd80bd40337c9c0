# SPDX-License-Identifier: MIT
"""A group with a member, in a real workspace."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, make_group, make_member, ready_desk


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def desk(tmp_path: Path, clock: MovableClock) -> Iterator[Desk]:
    opened = ready_desk(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def group(desk: Desk) -> int:
    return make_group(desk)


@pytest.fixture
def member(desk: Desk, group: int) -> int:
    return make_member(desk, group, "Li Wei", "wx-liwei")
