# SPDX-License-Identifier: MIT
"""A real workspace for each test, with a clock that the test moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from groupdesk.services.desk import Desk
from tests.helpers import MovableClock, ready_desk


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def desk(tmp_path: Path, clock: MovableClock) -> Iterator[Desk]:
    opened = ready_desk(tmp_path, clock)
    yield opened
    opened.close()
