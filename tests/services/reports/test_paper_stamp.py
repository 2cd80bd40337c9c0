# SPDX-License-Identifier: MIT
"""The stamp that ties paper to the log."""

from collections import Counter

from groupdesk.services.reports.paper_stamp import characters_tree, grouped, head_code, qr_svg
from groupdesk.words import Words
from tests.services.reports import papers


def test_a_fingerprint_is_read_in_groups_of_four() -> None:
    assert grouped("9f3c21a877d0") == "9f3c 21a8 77d0"


def test_the_code_holds_branch_sequence_and_the_whole_head() -> None:
    assert head_code(papers.stamp()) == f"GROUPDESK:1:1284:{papers.HEAD.upper()}"
    assert qr_svg(papers.stamp()).startswith("<svg ")


def test_the_note_on_characters_is_short_and_counts() -> None:
    assert characters_tree(Counter(), Words("en")) is None
    note = characters_tree(Counter({chr(0x1F300 + n): n + 1 for n in range(40)}), Words("en"))
    assert isinstance(note, dict)
    lines = note["lines"]
    assert isinstance(lines, list)
    assert len(lines) == 25
    assert lines[-1] == "and 16 more"
    assert str(note["intro"]).startswith("820 characters")
