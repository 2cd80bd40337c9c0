# SPDX-License-Identifier: MIT
"""What the pill of a row says: the standing, or why there is none."""

from typing import Any

import pytest

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import MembershipState
from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.domain.records import MemberDetail, MemberRow
from groupdesk.ui.standing_words import standing_pill, step_name, step_names, tone_of
from groupdesk.words import Words
from tests.ui.desks import NOW

WORDS = Words("en")


@pytest.fixture
def row(detail: MemberDetail) -> MemberRow:
    return detail.row


def test_steps_are_numbered_where_their_kind_comes_twice() -> None:
    names = step_names(WORDS, DEFAULT_LADDER)
    assert names == [
        "Good standing", "Reminder", "Warning 1", "Warning 2", "Final warning", "Removal",
    ]  # fmt: skip
    assert step_name(WORDS, DEFAULT_LADDER, 99), "a ladder that was shortened still has a word"


def test_the_pill_says_the_most_important_thing(row: MemberRow) -> None:
    def pill(**values: Any) -> tuple[str, str]:
        return standing_pill(WORDS, DEFAULT_LADDER, row._replace(**values), NOW)

    assert pill() == ("Good standing", "ok")
    assert pill(standing=3) == ("Warning 2", "warning")
    assert pill(standing=4, waiting=1)[1] == "danger"
    assert pill(standing=3, removal_decided=True) == ("Removal decided", "danger")
    assert pill(waiting=1)[1] == "accent"
    long_ago = to_text(NOW.replace(month=7))
    assert pill(last_active=long_ago) == ("Inactive 123 d", "accent")
    assert pill(state=MembershipState.REMOVED, standing=3, removal_decided=True)[1] == "muted"


def test_tones_get_graver() -> None:
    tones = [tone_of(DEFAULT_LADDER, position) for position in range(6)]
    assert tones == ["ok", "warning", "warning", "warning", "danger", "danger"]
