# SPDX-License-Identifier: MIT
"""Lists of groups, and lists of the members of several groups."""

from dataclasses import replace
from pathlib import Path

import xlsxwriter

from groupdesk.domain.import_records import NeedsGroup, NeedsMapping
from groupdesk.services.imports.read import OwnPlace, ReadOptions, open_file
from tests.services.imports.lists import read, refusal, text_file, workbook

NO_QUESTIONS = ReadOptions(utc_offset_minutes=480)
CUSTOMERS = ["客户名称", "客户备注", "客户描述", "流失状态", "企业名称", "添加人", "添加时间"]


def test_a_telegram_list_with_phones_of_several_groups(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "phone,username,user id,access hash,name,group,group id,time\n"
        "8613800000001,ada,1001,123,Ada,One,1,2024-05-01\n"
        ",bob,1002,124,Bob,Two,2,2024-05-01\n",
        "utf-8-sig",
    )
    asked = open_file(path, NO_QUESTIONS)
    assert isinstance(asked, NeedsGroup)
    assert [(one.name, one.count) for one in asked.groups] == [("One", 1), ("Two", 1)]
    result = read(path, replace(NO_QUESTIONS, group=0))
    assert [(row.line, row.name, row.phone) for row in result.rows] == [(2, "Ada", "8613800000001")]
    assert result.rows[0].joined_at is None, "the day of the export is not the day of joining"
    assert result.group_name == "One"
    there = read(path, replace(NO_QUESTIONS, own=OwnPlace(group_name="Two")))
    assert [(row.line, row.name) for row in there.rows] == [(3, "Bob")]
    assert refusal(path, replace(NO_QUESTIONS, group=2)).code == "file_changed"


def test_any_table_that_names_several_groups_is_read_for_one_of_them(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "成员导出\n姓名,群名称,手机\n王芳,茶友群,138\n李伟,读书群,139\n赵敏,,137\n周航,茶友群,136\n",
    )
    asked = open_file(path, ReadOptions(accept_guess=True))
    assert isinstance(asked, NeedsGroup)
    assert [(one.name, one.count) for one in asked.groups] == [("茶友群", 2), ("读书群", 1)]
    result = read(path, ReadOptions(accept_guess=True, group=0))
    assert [(row.line, row.name) for row in result.rows] == [(3, "王芳"), (5, "赵敏"), (6, "周航")]
    assert result.group_name == "茶友群"
    needs = open_file(path, ReadOptions(group=1))
    assert isinstance(needs, NeedsMapping)
    assert [row[0] for row in needs.table.rows] == ["李伟", "赵敏"]
    mapped = read(path, ReadOptions(mapping=needs.mapping, group=1))
    assert [row.name for row in mapped.rows] == ["李伟", "赵敏"]


def test_a_list_of_groups_is_no_list_of_members(tmp_path: Path) -> None:
    header = ["客户群名称", "群主", "群标签", "群人数", "当日入群", "当日退群", "创群时间", "群ID"]
    row = ["茶友群", "李四", "", 120, 1, 0, "2024-01-01", "wrAAA"]
    path = workbook(tmp_path / "群.xlsx", ["客户群列表"], header, row)  # type: ignore[arg-type]
    assert refusal(path, NO_QUESTIONS).code == "list_of_groups"
    book = xlsxwriter.Workbook(path)
    for name, rows in (("群列表", [header, row]), ("客户", [CUSTOMERS, ["王伟"]])):
        page = book.add_worksheet(name)
        for number, cells in enumerate(rows):
            page.write_row(number, 0, cells)
    book.close()
    assert [row.name for row in read(path, NO_QUESTIONS).rows] == ["王伟"], (
        "the other sheet holds people"
    )
