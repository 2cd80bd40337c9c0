# SPDX-License-Identifier: MIT
"""Columns come back from the settings as they were; nonsense is left out."""

import pytest

from groupdesk.services.member_query import SORTS
from groupdesk.ui.item_models.member_columns import (
    COLUMNS,
    WIDTHS,
    Column,
    default_columns,
    read_columns,
    write_columns,
)


def test_every_column_can_be_sorted_by_and_has_a_width() -> None:
    without_column = {"decided"}  # the order of those who were warned or removed, to choose one
    assert set(COLUMNS) == set(SORTS) - without_column
    assert set(COLUMNS) == {"name", *WIDTHS}


def test_columns_come_back() -> None:
    assert read_columns("") == default_columns()
    own = (Column("name"), Column("tags", 90), Column("standing", 148))
    assert read_columns(write_columns(own)) == own


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("nonsense", ["name"]),
        ("tags:1,tags:200,phone:x,:,a:b:c", ["name", "tags", "phone"]),
        ("phone:99999", ["name", "phone"]),
    ],
)
def test_nonsense_is_left_out(text: str, names: list[str]) -> None:
    columns = read_columns(text)
    assert [column.name for column in columns] == names
    assert all(32 <= column.width <= 2000 for column in columns[1:])
