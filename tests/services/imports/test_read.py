# SPDX-License-Identifier: MIT
"""Any table of members, from any encoding: everybody arrives, or a line and a reason is given."""

import json
import os
from pathlib import Path

import pytest

from groupdesk.domain.enums import JoinedHow, MemberRole
from groupdesk.domain.errors import CancelledError, ValidationError
from groupdesk.domain.import_records import DateOrder, ImportField, Mapping
from groupdesk.services.imports import read as read_module
from groupdesk.services.imports.read import ReadOptions, open_file
from groupdesk.words import Words
from groupdesk.workers.runner import Limits
from tests.services.imports.lists import CHINESE, GUESS, ask, read, refusal, text_file

F = ImportField


# -- tables


def test_an_unknown_table_asks_with_a_guess(tmp_path: Path) -> None:
    needs = ask(text_file(tmp_path, CHINESE))
    assert needs.table.columns == ("姓名", "微信号", "手机号", "入群时间")
    assert needs.mapping.columns == (F.NAME, F.EXTERNAL_ID, F.PHONE, F.JOINED_AT)
    assert needs.table.rows[1][0] == "李娜"
    assert needs.table.samples[0] == ("王小明", "李娜")
    assert not needs.dates_ambiguous


def test_a_remembered_mapping_fits_the_next_list_of_the_same_layout(tmp_path: Path) -> None:
    chosen = Mapping((F.NAME, F.NOTE), 0, "utf-8", ",")
    first = read(text_file(tmp_path, "who,what\nWang,a\n"), ReadOptions(mapping=chosen))
    assert [row.name for row in first.rows] == ["Wang"]
    options = ReadOptions(remembered={first.shape_key: chosen})
    later = read(text_file(tmp_path, "banner\nWho ; WHAT\nLi;b\n"), options)
    assert [(row.name, row.note, row.line) for row in later.rows] == [("Li", "b", 3)]
    assert later.shape_key == first.shape_key
    assert ask(text_file(tmp_path, "when,what\nLi,b\n"), options)


def test_a_list_without_header_is_remembered_by_its_width(tmp_path: Path) -> None:
    chosen = Mapping((F.EXTERNAL_ID, F.NAME), None, "utf-8", ",")
    first = read(text_file(tmp_path, "1,Wang\n2,Li\n"), ReadOptions(mapping=chosen))
    options = ReadOptions(remembered={first.shape_key: chosen})
    later = read(text_file(tmp_path, "3,Zhao\n"), options)
    assert [(row.external_id, row.name) for row in later.rows] == [("3", "Zhao")]
    assert ask(text_file(tmp_path, "name,code\nQian,4\n"), options)


@pytest.mark.parametrize(
    ("text", "header_row"),
    [
        ("sep=;\nname;id\nWang;1\n", 1),
        ("群成员导出,,\n导出时间 2024-05-01,,\n姓名,编号,标签\nWang,1,\n", 2),
        ("\n\nname|id\nWang|1\n", 2),
        ("name\tid\nWang\t1\n", 0),
        ("Wang,1,w@x.cn\nLi,2,l@x.cn\n", None),
    ],
)
def test_banners_and_missing_headers(tmp_path: Path, text: str, header_row: int | None) -> None:
    path = text_file(tmp_path, text)
    needs = ask(path)
    assert needs.mapping.header_row == header_row
    rows = read(path).rows
    assert rows[0].name == "Wang"
    assert rows[0].line == (1 if header_row is None else header_row + 2)


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Display name,Phone", (F.NAME, F.PHONE)),
        ("手机号,昵称", (F.PHONE, F.NAME)),
        ("群昵称,昵称,手机", (F.NICKNAME, F.NAME, F.PHONE)),
        ("群名片,手机", (F.NAME, F.PHONE)),
        ("姓名,昵称", (F.NAME, F.NICKNAME)),
        ("First name,Nickname", (F.FIRST_NAME, F.NICKNAME)),
    ],
)
def test_where_no_other_name_is_the_display_name_is_the_name(
    tmp_path: Path, header: str, columns: tuple[ImportField, ...]
) -> None:
    row = ",".join("13800138000" if field is F.PHONE else "小芳" for field in columns)
    assert ask(text_file(tmp_path, f"{header}\n{row}\n")).mapping.columns == columns


def test_blank_and_repeated_headers_stay_choosable(tmp_path: Path) -> None:
    path = text_file(tmp_path, "name,,name,id\nWang,x,Wang Wei,1\n")
    needs = ask(path)
    assert needs.table.columns == ("name", "", "name", "id")
    assert needs.mapping.columns == (F.NAME, None, None, F.EXTERNAL_ID)
    chosen = Mapping((None, F.NICKNAME, F.NAME, F.EXTERNAL_ID), 0, "utf-8", ",")
    row = read(path, ReadOptions(mapping=chosen)).rows[0]
    assert (row.name, row.nickname, row.external_id) == ("Wang Wei", "x", "1")


def test_a_mapping_must_fit_and_tell_who_it_is(tmp_path: Path) -> None:
    path = text_file(tmp_path, "name,id\nWang,1\n")
    for columns, code in (
        ((F.NAME,), "mapping_width"),
        ((F.NOTE, None), "mapping_no_identity"),
        ((F.NAME, F.NAME), "mapping_field_twice"),
    ):
        with pytest.raises(ValidationError) as caught:
            open_file(path, ReadOptions(mapping=Mapping(columns, 0, "utf-8", ",")))
        assert caught.value.code == code
        assert "error." + code in Words("zh")


def test_every_field_of_a_rich_table(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "名字,群昵称,用户ID,用户名,身份,入群时间,入群方式,邀请人,最后发言时间,发言数,手机,邮箱,公司,标签,备注,语言,"
        "机器人,已停用\n"
        '王伟,老王,u1,wangwei,群主,1700000000,扫码,李四,2024/5/1 9:00,"1,204",138,W@X.cn,某公司,'
        "VIP；老客户;VIP,好人,zh,否,\n"
        "小冰,,u2,,管理员,,邀请,,,,,,,,,,是,2024-01-01\n",
    )
    first, second = read(path).rows
    assert (first.nickname, first.handle, first.role) == ("老王", "wangwei", MemberRole.OWNER)
    assert (first.joined_at, first.joined_how) == ("2023-11-14T22:13:20.000Z", JoinedHow.QR_CODE)
    assert (first.invited_by, first.last_active) == ("李四", "2024-05-01T01:00:00.000Z")
    assert (first.message_count, first.email, first.company) == (1204, "W@X.cn", "某公司")
    assert (first.tags, first.note, first.language) == (("VIP", "老客户"), "好人", "zh")
    assert (first.is_bot, first.deactivated) == (False, False)
    assert (second.role, second.joined_how) == (MemberRole.ADMIN, JoinedHow.INVITED)
    assert (second.last_active, second.message_count) == (None, None)
    assert (second.is_bot, second.deactivated) == (True, True)


def test_first_and_last_names_are_joined_as_their_script_does(tmp_path: Path) -> None:
    path = text_file(
        tmp_path, "First Name,Last Name,Email\nAda,Lovelace,a@x\n小明,王,b@x\nCher,,c@x\n"
    )
    assert [row.name for row in read(path).rows] == ["Ada Lovelace", "王小明", "Cher"]


# -- rows that need a word


def test_ragged_rows_are_reported_and_the_others_kept(tmp_path: Path) -> None:
    path = text_file(tmp_path, "name,id\nWang,1\nLi\n\n,,\nZhao,3,x\nQian,4,\nSun,5\n")
    result = read(path)
    assert [row.name for row in result.rows] == ["Wang", "Qian", "Sun"]
    assert [row.line for row in result.rows] == [2, 7, 8]
    assert [(one.line, one.code) for one in result.rejected] == [
        (3, "row_too_short"),
        (6, "row_too_long"),
    ]


def test_an_id_that_a_spreadsheet_rounded_is_refused(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "name,id\nA,1.23457E+17\nB,1e5\nC,12345.0\nD,123456789012345678\nE,123456789012345678.0\n"
        "F,00012\n",
    )
    result = read(path)
    assert [(row.name, row.external_id) for row in result.rows] == [
        ("B", "1e5"),
        ("C", "12345"),
        ("D", "123456789012345678"),
        ("F", "00012"),
    ]
    assert [(one.line, one.code, one.values) for one in result.rejected] == [
        (2, "id_damaged", {"id": "1.23457E+17"}),
        (6, "id_damaged", {"id": "123456789012345678.0"}),
    ]


def test_long_ids_that_all_end_in_zeros_are_pointed_out(tmp_path: Path) -> None:
    rows = "".join(f"P{n},12345678901234{n}000\n" for n in range(4))
    notes = read(text_file(tmp_path, "name,id\n" + rows)).notes
    assert [(note.code, note.values) for note in notes] == [("ids_rounded", {"count": "4"})]


def test_a_row_without_a_name_is_kept_under_what_names_it(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "name,email,id\nNone,a@x.cn,1\nN/A,,2\nnull,NULL,3\n\u3164,,4\n#DIV/0!,,\n,,\nNa Li,,6\n",
    )
    result = read(path)
    assert [(row.name, row.name_known) for row in result.rows] == [
        ("a@x.cn", False),
        ("2", False),
        ("3", False),
        ("4", False),
        ("Na Li", True),
    ]
    assert [(one.line, one.code) for one in result.rejected] == [(6, "no_identity")]
    assert [note.values["count"] for note in result.notes] == ["4"]


def test_two_rows_with_one_id(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "name,email,id\nWang,w@x,1\nwang ,W@X,1\nLi,l@x,2\nZhao,z@x,2\nQian,,3\nQian,q@x,3\n"
        "Sun,s@x,4\nSun,s@x,5\nMa,m@x,2\nMail,same@x,\nMail,SAME@x,\n",
    )
    result = read(path)
    assert [(row.line, row.name) for row in result.rows] == [
        (2, "Wang"),
        (6, "Qian"),
        (8, "Sun"),
        (9, "Sun"),
        (11, "Mail"),
    ]
    assert [
        (one.line, one.code, one.values["first_line"], one.values["second_line"])
        for one in result.rejected
    ] == [
        (3, "duplicate_row", "2", "3"),
        (4, "id_conflict", "4", "5"),
        (5, "id_conflict", "4", "5"),
        (7, "duplicate_row", "6", "7"),
        (10, "id_conflict", "4", "10"),
        (12, "duplicate_row", "11", "12"),
    ]


def test_a_conflict_far_apart_withdraws_both(tmp_path: Path) -> None:
    rows = [f"P{n},id{n}" for n in range(3000)]
    rows.append("Somebody else,id5")
    result = read(text_file(tmp_path, "name,id\n" + "\n".join(rows)))
    assert len(result.rows) == 2999
    assert [(one.line, one.code) for one in result.rejected] == [
        (7, "id_conflict"),
        (3002, "id_conflict"),
    ]


def test_names_alone_may_repeat(tmp_path: Path) -> None:
    assert len(read(text_file(tmp_path, "name\nWang\nWang\n")).rows) == 2


def test_strange_text_is_kept_as_it_is(tmp_path: Path) -> None:
    names = ["<b>Wang</b>", "\u202eevil", "a\x07b", "=cmd()", "👩‍👩‍👧", "O'Neil; DROP TABLE"]
    text = "name,id\n" + "".join(f'"{name}",{n}\n' for n, name in enumerate(names))
    result = read(text_file(tmp_path, text + "nul\0name,99\n"))
    assert [row.name for row in result.rows] == names
    assert [(one.line, one.code) for one in result.rejected] == [(8, "text_nul")]


def test_line_numbers_count_lines_inside_cells(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'name,note\r\nA,"one\r\ntwo"\r\nB,x\r\nC\r\n')
    result = read(path)
    assert [(row.name, row.line) for row in result.rows] == [("A", 2), ("B", 4)]
    assert [(one.line, one.code) for one in result.rejected] == [(5, "row_too_short")]


def test_a_quotation_mark_left_open_does_not_swallow_people(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'name,note\nA,x\nB,"oops\nC,y\nD,z\n')
    result = read(path)
    assert [row.name for row in result.rows] == ["A"]
    assert [(one.line, one.code) for one in result.rejected] == [(3, "quote_unclosed")]


# -- dates


def test_one_clear_date_decides_for_the_whole_list(tmp_path: Path) -> None:
    rows = "".join(f"P{n},3/4/2025\n" for n in range(1500))
    needs = ask(text_file(tmp_path, "name,joined\n" + rows + "Last,7/25/2024\n"))
    assert (needs.dates_ambiguous, needs.mapping.date_order) == (False, DateOrder.MONTH_FIRST)


def test_an_ambiguous_list_asks_and_takes_the_answer(tmp_path: Path) -> None:
    path = text_file(tmp_path, "name,joined\nA,3/4/2025\nB,x\n")
    needs = ask(path)
    assert (needs.dates_ambiguous, needs.date_sample) == (True, "3/4/2025")
    result = read(path)
    assert [row.joined_at for row in result.rows] == [None, None]
    assert {note.code for note in result.notes} == {"date_ambiguous", "date_unreadable"}
    chosen = Mapping((F.NAME, F.JOINED_AT), 0, "utf-8", ",", date_order=DateOrder.DAY_FIRST)
    told = read(path, ReadOptions(mapping=chosen, utc_offset_minutes=0))
    assert told.rows[0].joined_at == "2025-04-03T00:00:00.000Z"


# -- files that are no lists


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"\n\n", "list_empty"),
        (b"name,id\n", "list_empty"),
        (b"\x89PNG\r\n\x1a\n", "list_is_image"),
        (b"%PDF-1.4", "list_is_pdf"),
        (b"<!DOCTYPE html>", "list_is_web_page"),
        (b"\x1f\x8b\x08", "list_is_archive"),
        (b"MZ\x90\0\3\0\0\0", "not_a_list"),
        (b"[" * 100_000, "json_too_deep"),
        (b'{"a": ' * 100_000, "json_too_deep"),
        (b'{"a": 1', "json_broken"),
        (b'{"a": 1}', "json_unknown"),
        (b"name\n" + b"x" * 1_000_100, "line_too_long"),
        (b'name\n"' + b"x\n" * 600_000, "line_too_long"),
    ],
)
def test_each_wrong_file_has_its_reason(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "members.csv"
    path.write_bytes(data)
    assert refusal(path).code == code


def test_files_too_large_and_no_files_are_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as stream:
        stream.truncate(200_000_001)
    assert refusal(huge).code == "list_too_large"
    with huge.open("wb") as stream:
        stream.truncate(1_000_000_001)
    assert refusal(huge).code == "list_too_large"
    assert refusal(tmp_path / "gone.csv").code == "file_missing"
    assert refusal(tmp_path).code == "file_is_folder"
    if os.name == "posix":
        os.mkfifo(tmp_path / "pipe")
        assert refusal(tmp_path / "pipe").code == "file_not_regular"


@pytest.mark.skipif(os.name != "posix", reason="memory is not limited elsewhere")
def test_a_list_that_eats_memory_or_time_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = json.dumps({"member_list": [{"name": "x", "a": [[]] * 200}] * 20_000})
    path = text_file(tmp_path, text)
    monkeypatch.setattr(read_module, "LIMITS", Limits(memory_mb=150))
    assert refusal(path).code == "list_needs_memory"
    monkeypatch.setattr(read_module, "LIMITS", Limits(wall_seconds=0.01))
    assert refusal(path).code == "list_worker_timeout"


def test_a_child_that_lies_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_module, "_MODULE", "tests.services.imports.lying_reader")
    for name in ("types", "columns", "role", "result", "nothing"):
        path = text_file(tmp_path, "name\nx\n", name=name)
        assert refusal(path).code == "list_worker_failed"


def test_reading_tells_its_progress_and_can_be_cancelled(tmp_path: Path) -> None:
    path = text_file(tmp_path, "name\n" + "".join(f"P{n}\n" for n in range(2500)))
    told: list[int] = []
    open_file(path, GUESS, progress=told.append)
    assert told == [999, 1999, 2500]
    with pytest.raises(CancelledError):
        open_file(path, GUESS, cancelled=lambda: True)
    assert path.read_text().startswith("name\nP0\n")
