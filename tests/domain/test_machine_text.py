# SPDX-License-Identifier: MIT
"""What a machine read becomes one text that can be stored, shown and hides nothing."""

from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.machine_text import MOST_CHARACTERS, joined
from groupdesk.domain.text import reject_unstorable, visible


def test_lines_stay_lines_and_empty_ones_go() -> None:
    assert joined(["  Li  Wei ", "", " \t", "全新手机"]) == "Li Wei\n全新手机"


@given(st.lists(st.text(st.characters())))
def test_anything_can_be_stored_and_hides_nothing(lines: list[str]) -> None:
    text = joined(lines)
    reject_unstorable("text", text)
    assert visible(text) == text
    assert len(text) <= MOST_CHARACTERS
