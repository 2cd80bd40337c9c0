# SPDX-License-Identifier: MIT
"""What spreadsheets and careless exports do to a list, and what is said about it."""

from pathlib import Path

import pytest
import xlsxwriter

from groupdesk.domain.enums import MemberRole
from groupdesk.domain.import_records import ReadResult
from groupdesk.services.imports.fields import key_of, secret_columns
from groupdesk.services.imports.read import ReadOptions
from groupdesk.words import Words
from tests.helpers import clear_error
from tests.services.imports.lists import read, refusal, text_file


def note(result: ReadResult, code: str) -> dict[str, str]:
    (found,) = (one for one in result.notes if one.code == code)
    for language in ("en", "zh"):
        assert Words(language)(f"import_note.{code}", **found.values)
    return found.values


def codes(result: ReadResult) -> set[str]:
    return {one.code for one in result.notes}


def test_rounded_phone_numbers_are_left_out_and_counted(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        '姓名,手机\n王伟,1.38E+10\n李娜,"=""13900000002"""\n赵敏,8.61381E+12\n钱,\'+86138\n',
    )
    result = read(path)
    assert [row.phone for row in result.rows] == ["", "13900000002", "", "+86138"]
    assert note(result, "phones_damaged") == {"count": "2", "line": "2", "value": "1.38E+10"}


def test_a_role_or_a_number_that_is_not_understood_is_told(tmp_path: Path) -> None:
    path = text_file(
        tmp_path, "Name,Role,Messages\nAda,admin,12\nBen,chief,-4\nCleo,chief,\nDan,,many\n"
    )
    result = read(path)
    assert [row.message_count for row in result.rows] == [12, None, None, None]
    assert note(result, "role_unknown") == {"count": "2", "line": "3", "value": "chief"}
    assert note(result, "count_unreadable") == {"count": "2", "line": "3", "value": "-4"}


def test_an_apostrophe_in_front_of_a_number_or_an_id_is_no_part_of_it(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "Name,Phone,User ID,Email,Username,Messages,Joined\n"
        "'t Hooft,'+86 138 0013 8046,'12345678901234567,'+a@b.example,'@ann,'15,'13/01/2025\n"
        "Ben,'(030) 12-34,'wm.b@c,b@b.example,ben,7,'02/01/2025\n",
    )
    ann, ben = read(path).rows
    assert (ann.name, ann.phone) == ("'t Hooft", "+86 138 0013 8046")
    assert (ann.external_id, ann.email) == ("12345678901234567", "+a@b.example")
    assert ann.handle.removeprefix("@") == "ann"
    assert (ann.message_count, ann.joined_at) == (15, "2025-01-12T16:00:00.000Z")
    assert (ben.phone, ben.external_id) == ("(030) 12-34", "wm.b@c")
    assert ben.joined_at == "2025-01-01T16:00:00.000Z"


@pytest.mark.parametrize("wrong", ["windows-1252", "latin-1", "gbk"])
def test_names_spoiled_on_the_way_are_said_to_be(tmp_path: Path, wrong: str) -> None:
    name = {"windows-1252": "José", "latin-1": "李伟", "gbk": "王小明明"}[wrong]
    spoiled = name.encode().decode(wrong)
    result = read(text_file(tmp_path, f"name,id\nAda,1\n{spoiled},2\n"))
    assert result.rows[1].name == spoiled
    assert note(result, "mojibake")["line"] == "3"


def test_names_that_only_look_strange_are_not(tmp_path: Path) -> None:
    names = [
        "José",
        "Zoë Müller",
        "联通",
        "沐妍",
        "王小明",
        "Ångström",
        "李伟",
        "ÉÀ",
        "浣熊",
        "妍妍",
    ]
    text = "name,id\n" + "".join(f"{name},{at}\n" for at, name in enumerate(names))
    assert "mojibake" not in codes(read(text_file(tmp_path, text)))


def test_how_a_date_was_read_is_shown_where_it_could_be_doubted(tmp_path: Path) -> None:
    doubtful = read(text_file(tmp_path, "name,joined\nAda,2/3/2002\nBob,7/25/2002\n"))
    assert note(doubtful, "date_read")["at"] == "2002-02-02T16:00:00.000Z"
    for value in ("2002-07-25", "2002年7月25日", "1027555200", "1027555200000"):
        assert "date_read" not in codes(read(text_file(tmp_path, f"name,joined\nAda,{value}\n")))


def test_errors_of_formulas_are_no_values(tmp_path: Path) -> None:
    path = text_file(tmp_path, "name,id,phone,joined\n#N/A,7,#DIV/0!,#VALUE!\n#NAME?,,,\n")
    result = read(path)
    (row,) = result.rows
    assert (row.name, row.name_known, row.phone, row.joined_at) == ("7", False, "", None)
    assert "date_unreadable" not in codes(result)


def test_a_status_column_tells_role_bot_and_deactivation(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "姓名,状态,管理员\n甲,正常,是\n乙,已停用,\n丙,机器人,否\n丁,群主,是\n戊,已退群,\n己,,\n",
    )
    result = read(path)
    assert [(row.role, row.is_bot, row.deactivated) for row in result.rows] == [
        (MemberRole.ADMIN, False, False),
        (None, False, True),
        (None, True, False),
        (MemberRole.OWNER, False, False),
        (None, False, False),
    ]
    assert [(one.line, one.code) for one in result.rejected] == [(6, "not_in_group")]
    assert note(result, "bots") == {"count": "1"}
    assert note(result, "deactivated") == {"count": "1"}


def test_several_columns_of_activity_count_by_the_latest(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "name,last seen,last post date\nA,2024-05-01,2024-06-01\nB,,2024-05-01\nC,never,\n",
    )
    assert [row.last_active and row.last_active[:10] for row in read(path).rows] == [
        "2024-05-31",
        "2024-04-30",
        None,
    ]


def test_an_address_counts_without_case_and_one_name_with_two_ids_is_two(tmp_path: Path) -> None:
    path = text_file(
        tmp_path, "name,email\nAda,Ada@X.org\nAda,ada@x.ORG\nAda,other@x.org\n", name="mail.csv"
    )
    result = read(path)
    assert [row.email for row in result.rows] == ["Ada@X.org", "other@x.org"]
    assert [one.code for one in result.rejected] == ["duplicate_row"]
    ids = read(text_file(tmp_path, "name,id\n王伟,1\n王伟,2\n"))
    assert [row.external_id for row in ids.rows] == ["1", "2"]


def test_passwords_are_never_kept(tmp_path: Path) -> None:
    path = text_file(tmp_path, "导出\n姓名,密码,备注,Access-Token\n王伟,hunter2,好,tok123\n")
    everything = repr(read(path))
    assert "王伟" in everything
    assert "hunter2" not in everything
    assert "tok123" not in everything
    assert secret_columns([["Password", "name"], ["x", "Ada"]]) == {0: 0}


def test_traditional_headings_are_read_as_simplified_ones(tmp_path: Path) -> None:
    header = "姓名;會員編號;手機號碼;電子郵件;加入時間;最後發言時間;標籤;備註\n"
    text = header + "陳小明;7;0912345678;c@x;2024/5/1;;a;b\n"
    (row,) = read(text_file(tmp_path, text, "cp950")).rows
    assert (row.name, row.external_id, row.phone, row.email) == ("陳小明", "7", "0912345678", "c@x")
    assert (row.joined_at, row.tags, row.note) == ("2024-04-30T16:00:00.000Z", ("a",), "b")


def test_headers_compare_without_their_decoration() -> None:
    assert key_of("＊ E-mail（必填）：") == key_of("email必填")
    assert key_of("Last_Active At") == key_of("lastActiveAt")


@pytest.mark.parametrize(
    "last",
    ["合计,,7", "总计：2人,,", "共 2 人,,", "Total,,7", "Grand total: 2 members,,", "小计,,"],
)
def test_a_row_that_adds_the_others_up_is_no_member(tmp_path: Path, last: str) -> None:
    path = text_file(tmp_path, f"姓名,手机,发言数\n王芳,13800000001,3\n李伟,,4\n{last}\n")
    result = read(path)
    assert [row.name for row in result.rows] == ["王芳", "李伟"]
    assert [(one.line, one.code) for one in result.rejected] == [(4, "totals_row")]
    for language in ("en", "zh"):
        assert Words(language)("import_rejected.totals_row")


def test_somebody_may_be_called_like_a_sum(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name,User ID\nSum,u1\nTotal,u2\nSumita,\n计划小王,\n共同,\n")
    result = read(path)
    assert [row.name for row in result.rows] == ["Sum", "Total", "Sumita", "计划小王", "共同"]


def test_headings_of_each_page_are_no_members(tmp_path: Path) -> None:
    path = text_file(tmp_path, "名单\nName,Group ID no\nAda,1\nName,Group ID no\nBen,2\n")
    result = read(path)
    assert [(row.line, row.name) for row in result.rows] == [(3, "Ada"), (5, "Ben")]
    assert [(one.line, one.code) for one in result.rejected] == [(4, "header_again")]


def test_characters_that_show_nothing_part_nobody(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "\u200bName,\ufeffUser ID\u200b,Email,Joined\n"
        "Ada\u200b,u1\u200b,a@x.example\u2060,\ufeff2024-05-01\n"
        "👩\u200d🔬 Ben,\u200bu2,\ufeffb@x.example,\n"
        "Ada,u1,A@x.example,\n",
    )
    result = read(path)
    assert [(row.name, row.external_id, row.email) for row in result.rows] == [
        ("Ada", "u1", "a@x.example"),
        ("👩\u200d🔬 Ben", "u2", "b@x.example"),
    ]
    assert result.rows[0].joined_at == "2024-04-30T16:00:00.000Z"
    assert [one.code for one in result.rejected] == ["duplicate_row"]


def test_days_that_a_spreadsheet_counted_are_dates_and_shown_as_they_were_read(
    tmp_path: Path,
) -> None:
    path = text_file(tmp_path, "姓名,入群时间\n王芳,45292\n李伟,45293.5\n赵敏,12345\n")
    result = read(path)
    assert [row.joined_at for row in result.rows] == [
        "2023-12-31T16:00:00.000Z",
        "2024-01-02T04:00:00.000Z",
        None,
    ]
    assert note(result, "date_read")["value"] == "45292"
    assert note(result, "date_unreadable")["value"] == "12345"


def test_a_rounded_id_without_its_plus_is_refused_too(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'name,user id\nAda,1.23457E17\nBen,"1,23457E+17"\nCem,12e34\n')
    result = read(path)
    assert [row.external_id for row in result.rows] == ["12e34"]
    assert [one.code for one in result.rejected] == ["id_damaged", "id_damaged"]


def test_a_stray_zero_byte_makes_no_other_encoding(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"name,user id\nA\0da,1\nBen,2\n")
    result = read(path)
    assert (result.encoding, [row.name for row in result.rows]) == ("utf-8", ["Ben"])
    assert [(one.line, one.code) for one in result.rejected] == [(2, "text_nul")]


def test_a_heading_merged_over_two_rows_and_sheets_that_are_hidden(tmp_path: Path) -> None:
    path = tmp_path / "members.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("成员")
    page.merge_range(0, 0, 0, 2, "客户群成员导出")
    page.merge_range(1, 0, 1, 1, "基本信息")
    for number, cells in enumerate(
        (["姓名", "手机", "入群时间"], ["王芳", "13800000001", 45292], ["合计", "", "1人"]), 2
    ):
        page.write_row(number, 0, cells)
    book.close()
    result = read(path)
    assert [(row.line, row.name, row.joined_at) for row in result.rows] == [
        (4, "王芳", "2023-12-31T16:00:00.000Z")
    ]
    assert [(one.line, one.code) for one in result.rejected] == [(5, "totals_row")]
    unseen = xlsxwriter.Workbook(path)
    unseen.add_worksheet("Cover")
    page = unseen.add_worksheet("People")
    page.write_row(0, 0, ["Name", "Phone"])
    page.write_row(1, 0, ["Ada", "1"])
    page.hide()
    unseen.close()
    refused = refusal(path, ReadOptions())
    assert refused.code == "sheets_hidden"
    assert "“People”" in clear_error(refused)
    chosen = read(path, ReadOptions(accept_guess=True, sheet="People"))
    assert [row.name for row in chosen.rows] == ["Ada"]


def test_a_quotation_mark_that_swallows_all_rows_is_said_to(tmp_path: Path) -> None:
    path = text_file(tmp_path, 'name,user id\n"' + "x\n" * 300)
    refused = refusal(path, ReadOptions(accept_guess=True))
    assert (refused.code, refused.values["line"]) == ("list_quote_open", "2")
    assert "line 2" in clear_error(refused)
