# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupdesk.domain.cells import (
    all_usual,
    csv_cell,
    csv_cells,
    join_tags,
    looks_like_formula,
    plain,
    sheet_cell,
    split_tags,
)

text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(text)
def test_each_cell_reads_back_to_exactly_its_text(value: str) -> None:
    assert plain(csv_cell(value)) == value
    assert plain(sheet_cell(value)) == value
    assert csv_cells([value]) == [csv_cell(value)]


@given(text)
def test_no_cell_begins_a_formula_or_turns_the_text_round(value: str) -> None:
    cell = csv_cell(value)
    assert cell.startswith("'") or not looks_like_formula(cell)
    assert not set(cell) & set("\r\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200f")


@given(st.lists(text, max_size=4))
def test_tags_read_back_whatever_is_in_them(tags: list[str]) -> None:
    assert split_tags(join_tags(tags)) == tags


@pytest.mark.parametrize(
    "value", ["=1", "+1", "-1", "@a", "＝1", "\t=1", " =1", "007", "1E5", "'x"]
)
def test_what_a_spreadsheet_would_change_is_marked(value: str) -> None:
    assert csv_cell(value) == f"'{value}"
    assert not all_usual([value])


def test_other_texts_stay_as_they_are() -> None:
    for value in ("李伟", "Ann-Marie", "a=b", "wx_1", "🌸", ""):
        assert csv_cell(value) == value
