# SPDX-License-Identifier: MIT
"""Pasted names and pasted tables."""

import pytest

from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.import_records import ImportField, ImportFormat, NeedsMapping, ReadResult
from groupdesk.services.imports.read import ReadOptions, open_pasted
from tests.services.imports.lists import GUESS, SLACK_HEADER


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


@pytest.mark.parametrize("marked", [False, True])
def test_tabs_in_a_few_lines_part_columns_and_stand_in_no_name(marked: bool) -> None:
    names = [f"{family}{given}" for family in "王李张刘陈" for given in "伟娜洋敏"]
    lines = [f"{at}. {name}" if marked else name for at, name in enumerate(names, 1)]
    lines[3] += "\t13912345678"
    lines[7] += "\t13812345678\t上海 老客户"
    text = "\n".join(lines)
    needs = open_pasted(text)
    assert isinstance(needs, NeedsMapping)
    field = ImportField
    assert needs.mapping.columns == (field.NAME, field.PHONE, field.NOTE)
    result = open_pasted(text, ReadOptions(mapping=needs.mapping))
    assert isinstance(result, ReadResult)
    assert not result.rejected
    assert [row.name for row in result.rows] == names
    assert {row.name: (row.phone, row.note) for row in result.rows if row.phone} == {
        names[3]: ("13912345678", ""),
        names[7]: ("13812345678", "上海 老客户"),
    }


def test_an_empty_paste_says_so() -> None:
    for text in ("", " \n\t\n"):
        with pytest.raises(FileRefusedError) as caught:
            open_pasted(text)
        assert caught.value.code == "list_empty"


@pytest.mark.parametrize(
    "text",
    [
        "姓名,手机\n王伟,138\n\n李娜,139\n",
        "姓名;手机\n王伟;138\n李娜;139",
        "| 姓名 | 手机 |\n|------|:----:|\n| 王伟 | 138 |\n| 李娜 | 139 |\n",
        "姓名 | 手机\n--- | ---\n王伟 | 138\n李娜 | 139",
        "+----+----+\n| 姓名 | 手机 |\n+----+----+\n| 王伟 | 138 |\n| 李娜 | 139 |\n+----+----+",
        "  | 姓名 | 手机 |  \n  | 王伟 | 138 |\n  | 李娜 | 139 |",
    ],
)
def test_a_table_as_text_works_like_a_file(text: str) -> None:
    assert isinstance(open_pasted(text), NeedsMapping)
    result = open_pasted(text, GUESS)
    assert isinstance(result, ReadResult)
    assert [(row.name, row.phone) for row in result.rows] == [("王伟", "138"), ("李娜", "139")]


def test_a_drawn_table_keeps_bars_in_cells_and_its_line_numbers() -> None:
    text = "\n| name | note |\n|---|---|\n| A \\| B | - |\n| C |\n| D | x |\n"
    result = open_pasted(text, GUESS)
    assert isinstance(result, ReadResult)
    assert [(row.name, row.note, row.line) for row in result.rows] == [
        ("A | B", "", 4),
        ("D", "x", 6),
    ]
    assert [(one.line, one.code) for one in result.rejected] == [(5, "row_too_short")]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("王伟,13800138000\n李娜,13900139000", 2),
        ("Ada,ada@x.org,vip\nBob,bob@x.org,\n", 3),
    ],
)
def test_a_table_without_headings_is_known_by_its_addresses(text: str, columns: int) -> None:
    needs = open_pasted(text)
    assert isinstance(needs, NeedsMapping)
    assert (len(needs.mapping.columns), needs.mapping.header_row) == (columns, None)
    result = open_pasted(text, GUESS)
    assert isinstance(result, ReadResult)
    assert len(result.rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Lovelace, Ada\nHopper, Grace\nvan Rossum, Guido",
        "Ada | Engines\nBob | Bolts",
        "A; B\nC",
        "----\nAda",
        "Name, first\nAda",
    ],
)
def test_names_with_signs_in_them_stay_names(text: str) -> None:
    result = open_pasted(text)
    assert isinstance(result, ReadResult)
    assert [row.name for row in result.rows] == text.split("\n")


def test_a_known_list_is_known_when_pasted() -> None:
    result = open_pasted(SLACK_HEADER + "ada,a@x,Member,1,0,0,U1,Ada,ada,\n", ReadOptions())
    assert isinstance(result, ReadResult)
    assert (result.format, result.rows[0].external_id) == (ImportFormat.SLACK_CSV, "U1")
