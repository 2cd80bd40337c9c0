# SPDX-License-Identifier: MIT
"""Pasted names and pasted tables."""

import pytest

from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.import_records import ReadResult
from groupdesk.services.imports.read import open_pasted
from tests.services.imports.lists import GUESS


def test_pasted_names_one_per_line() -> None:
    result = open_pasted("张三\r\n\r\n  李四 \nNone\n<i>x</i>\nbad\ud800\n")
    assert isinstance(result, ReadResult)
    assert [(row.line, row.name) for row in result.rows] == [
        (1, "张三"),
        (3, "李四"),
        (5, "<i>x</i>"),
    ]
    assert [(one.line, one.code) for one in result.rejected] == [
        (4, "no_identity"),
        (6, "text_surrogate"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1. Wang\n2. Li\n3. Zhao", ["Wang", "Li", "Zhao"]),
        ("1、王\n2、李", ["王", "李"]),
        ("- Wang\n- Li", ["Wang", "Li"]),
        ("1. FC Köln", ["1. FC Köln"]),
        ("1. Wang\n3. Li", ["1. Wang", "3. Li"]),
        ("Smith, John\nDoe, Jane", ["Smith, John", "Doe, Jane"]),
    ],
)
def test_list_marks_go_only_where_every_line_has_them(text: str, names: list[str]) -> None:
    result = open_pasted(text)
    assert isinstance(result, ReadResult)
    assert [row.name for row in result.rows] == names


def test_a_table_pasted_from_a_spreadsheet() -> None:
    result = open_pasted("姓名\t手机\n王伟\t138\n李娜\t139\n", GUESS)
    assert isinstance(result, ReadResult)
    assert [(row.name, row.phone) for row in result.rows] == [("王伟", "138"), ("李娜", "139")]


def test_an_empty_paste_says_so() -> None:
    for text in ("", " \n\t\n"):
        with pytest.raises(FileRefusedError) as caught:
            open_pasted(text)
        assert caught.value.code == "list_empty"
