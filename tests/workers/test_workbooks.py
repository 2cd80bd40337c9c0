# SPDX-License-Identifier: MIT
"""Workbooks: honest ones are read to the last digit, bombs get one sentence."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.import_records import ImportFormat, Mapping, Sheet
from groupdesk.services.imports.read import ReadOptions, open_file
from groupdesk.words import Words
from tests.services.imports.lists import GUESS, ask, read, repacked, workbook

SHEET = "xl/worksheets/sheet1.xml"


def refusal(path: Path) -> str:
    with pytest.raises(FileRefusedError) as caught:
        open_file(path, GUESS)
    for language in ("en", "zh"):
        assert path.name in Words(language)("error." + caught.value.code, **caught.value.values)
    return caught.value.code


@pytest.mark.parametrize("date_1904", [False, True])
def test_cells_become_text_as_a_person_reads_them(tmp_path: Path, date_1904: bool) -> None:
    path = tmp_path / "list.xlsx"
    book = xlsxwriter.Workbook(path, {"date_1904": date_1904})
    page = book.add_worksheet()
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    page.write_row(0, 0, ["姓名", "编号", "手机号", "入群时间", "最后发言时间", "备注"])
    page.write_row(1, 0, ["王伟", 10086, 13800000001])
    page.write_datetime(1, 3, datetime.fromisoformat("2024-05-01 08:30"), day)
    page.write_datetime(1, 4, datetime.fromisoformat("2024-05-02"), day)
    page.write_formula(1, 5, "=1/0", None, "#DIV/0!")
    page.write_row(2, 0, ["李娜", 123456789012345678, "139", "", "", True])
    page.write_row(3, 0, ["赵", 1.5, 2, "", "", "#N/A"])
    book.close()
    result = read(path)
    assert result.format is ImportFormat.WORKBOOK
    first, third = result.rows
    assert (first.external_id, first.phone, first.note) == ("10086", "13800000001", "")
    assert first.joined_at == "2024-05-01T00:30:00.000Z"
    assert first.last_active == "2024-05-01T16:00:00.000Z"
    assert (third.external_id, third.phone, third.note) == ("1.5", "2", "")
    (damaged,) = result.rejected
    assert (damaged.line, damaged.code) == (3, "id_damaged")
    assert damaged.values == {"id": "1.23456789012346E+17"}


def test_a_banner_and_the_choice_of_sheet(tmp_path: Path) -> None:
    path = tmp_path / "scrm.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("封面")
    page = book.add_worksheet("客户")
    page.write_row(0, 0, ["客户列表导出"])
    page.write_row(1, 0, ["客户名称", "客户备注", "添加时间", "电话"])
    page.write_row(2, 0, ["王伟", "老客户", "2024-05-01 08:00:00", "138"])
    hidden = book.add_worksheet("旧名单")
    hidden.hide()
    hidden.write_row(0, 0, ["姓名", "电话"])
    hidden.write_row(1, 0, ["李娜", "139"])
    book.close()
    needs = ask(path)
    assert needs.sheets == (Sheet("封面"), Sheet("客户"), Sheet("旧名单", hidden=True))
    assert (needs.mapping.sheet, needs.mapping.header_row) == ("客户", 1)
    result = read(path)
    assert [(row.line, row.name, row.phone) for row in result.rows] == [(3, "王伟", "138")]
    assert [note.code for note in result.notes] == ["hidden_sheets"]
    other = read(path, ReadOptions(accept_guess=True, sheet="旧名单"))
    assert [row.name for row in other.rows] == ["李娜"]
    with pytest.raises(FileRefusedError) as caught:
        open_file(path, ReadOptions(mapping=Mapping((None,), 0, sheet="没有")))
    assert caught.value.code == "workbook_no_sheet"


def test_a_workbook_is_known_by_its_content(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", ["name", "id"], ["Wang", "1"])
    assert read(path.rename(tmp_path / "list.csv")).rows[0].name == "Wang"


def test_a_password_is_said_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    directory = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + directory + b"\0" * 512)
    assert refusal(path) == "workbook_password"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
    assert refusal(path) == "workbook_other_format"
    book = "Workbook".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + book + b"\0" * 512)
    assert refusal(path) == "workbook_broken"


def test_one_cell_far_out_does_not_take_all_memory(tmp_path: Path) -> None:
    path = tmp_path / "sparse.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet()
    page.write(0, 0, "name")
    page.write(1_048_575, 16_383, "x")
    book.close()
    assert refusal(path) == "workbook_sparse"


def test_a_hidden_far_cell_is_stopped_by_the_limits(tmp_path: Path) -> None:
    path = workbook(tmp_path / "sly.xlsx", ["name"], ["Wang"])
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row><c r="A1" t="str"><v>name</v></c></row>'
        b'<row><c r="&#88;FD1048576" t="str"><v>x</v></c><c r="XFD1048&#53;76"><v>1</v></c></row>'
        b"</sheetData></worksheet>"
    )
    assert refusal(repacked(path, {}, {SHEET: sheet})) in {
        "workbook_broken",
        "workbook_sparse",
        "list_worker_failed",
    }


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    ratio = workbook(tmp_path / "ratio.xlsx", ["name"], ["Wang"])
    many = workbook(tmp_path / "many.xlsx", ["name"], ["Wang"])
    twice = workbook(tmp_path / "twice.xlsx", ["name"], ["Wang"])
    assert refusal(repacked(ratio, {"xl/media/a.bin": b"\0" * 3_000_000})) == "workbook_bomb"
    assert refusal(repacked(many, {f"x/{n}": b"" for n in range(2000)})) == "workbook_bomb"
    assert refusal(repacked(twice, {"XL/worksheets\\Sheet1.xml": b"<a/>"})) == "workbook_bomb"


def test_entries_that_share_their_bytes_are_seen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "shared.xlsx", ["name"], ["Wang"])
    target = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(target, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("big", bytes(range(256)) * 2000)
        big = archive.getinfo("big")
        for number in range(5):
            twin = zipfile.ZipInfo(f"twin{number}")
            twin.file_size, twin.compress_size = big.file_size, big.compress_size
            twin.CRC, twin.header_offset = big.CRC, big.header_offset
            archive.filelist.append(twin)
            archive.NameToInfo[twin.filename] = twin
    path.write_bytes(target.getvalue())
    assert refusal(path) == "workbook_bomb"


def test_broken_and_foreign_archives(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", ["name"], ["Wang"])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert refusal(path) == "workbook_broken"
    path.write_bytes(whole)
    repacked(path, {}, {SHEET: b"<worksheet><sheetData><row><c"})
    assert refusal(path) in {"workbook_broken", "list_empty"}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(path) == "workbook_other_format"


def test_entities_in_the_xml_expand_to_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path / "xxe.xlsx", ["name"], ["Wang"])
    secret = tmp_path / "secret.txt"
    secret.write_text("do not read me")
    sheet = (
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y "yyyyyyyyyy">]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>name</v></c></row>'
        '<row r="2"><c r="A2" t="str"><v>&x;&y;z</v></c></row></sheetData></worksheet>'
    ).encode()
    repacked(path, {}, {SHEET: sheet})
    try:
        names = [row.name for row in read(path).rows]
    except FileRefusedError as error:
        names = [error.code]
    assert names == ["workbook_broken"] or "do not" not in names[0]
