# SPDX-License-Identifier: MIT
"""What every act on a member needs."""

import pytest

from groupdesk.domain.errors import ValidationError
from groupdesk.services import casework
from tests.helpers import MovableClock, clear_error


def test_a_moment_must_be_one_and_have_passed() -> None:
    clock = MovableClock()
    assert casework.past_moment("at", clock.text, clock()) == clock.text
    for text, code in (
        ("", "time_unreadable"),
        ("0001-01-01T00:00:00.000Z", "time_unreadable"),  # no zone reads it back
        (clock.ago(seconds=-1), "time_in_future"),
    ):
        with pytest.raises(ValidationError, match=code) as caught:
            casework.past_moment("at", text, clock())
        assert caught.value.field == "at"
        clear_error(caught.value)


@pytest.mark.parametrize(
    "text", ["", "20260601", "2026-W23-1", "2026-6-1", "2026-02-30", "0001-01-01", "9999-12-31"]
)
def test_a_day_has_one_spelling(text: str) -> None:
    assert casework.local_day("on", "2026-06-01", "until_missing").day == 1
    with pytest.raises(ValidationError, match="until_missing"):
        casework.local_day("on", text, "until_missing")
