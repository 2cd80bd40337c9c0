# SPDX-License-Identifier: MIT
"""The characters of a list are read as they were written, or the list is refused."""

import hashlib
from pathlib import Path

import pytest

from groupdesk.services.imports.detect import find_delimiter
from groupdesk.services.imports.read import ReadOptions
from tests.services.imports.lists import CHINESE, read, refusal, text_file


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("gb18030", "gb18030"),
    ],
)
def test_a_chinese_list_in_any_encoding(tmp_path: Path, encoding: str, found: str) -> None:
    path = text_file(tmp_path, CHINESE, encoding)
    result = read(path)
    assert result.encoding == found
    assert [(row.name, row.external_id, row.phone) for row in result.rows] == [
        ("王小明", "wxm1988", "13800000001"),
        ("李娜", "lina_", "13900000002"),
    ]
    assert [row.joined_at for row in result.rows] == ["2024-05-01T00:00:00.000Z", None]
    assert result.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_traditional_chinese_and_western_lists(tmp_path: Path) -> None:
    big5 = text_file(tmp_path, "姓名,電話\n陳怡君,0912\n林志豪,0922\n黃淑芬,0933\n", "cp950", "b")
    latin = text_file(
        tmp_path, "Name;Email\nJosé Müller;j@x.de\nZoë Œrsted;z@x.dk\n", "cp1252", "l"
    )
    rare = text_file(tmp_path, "姓名\n陶喆\n王堃\n李\U00020000明\n張偉強\n", "gb18030", "g")
    assert [(r.encoding, [p.name for p in r.rows]) for r in map(read, (big5, latin, rare))] == [
        ("cp950", ["陳怡君", "林志豪", "黃淑芬"]),
        ("windows-1252", ["José Müller", "Zoë Œrsted"]),
        ("gb18030", ["陶喆", "王堃", "李\U00020000明", "張偉強"]),
    ]


def test_the_person_may_choose_the_encoding(tmp_path: Path) -> None:
    path = text_file(tmp_path, "name\nMüller\n", "cp1252")
    result = read(path, ReadOptions(accept_guess=True, encoding="windows-1252"))
    assert result.rows[0].name == "Müller"
    assert refusal(path, ReadOptions(encoding="utf-8")).code == "encoding_wrong"


def test_no_character_is_replaced_in_silence(tmp_path: Path) -> None:
    unknown = tmp_path / "unknown.csv"
    unknown.write_bytes(b"name,id\n" + bytes(range(0x80, 0x100)) * 3 + b"\n")
    assert refusal(unknown).code == "encoding_unknown"
    damaged = tmp_path / "damaged.csv"
    damaged.write_bytes(CHINESE.encode() * 40 + b"\xe7\x8e,1\n")
    error = refusal(damaged)
    assert (error.code, error.values["line"]) == ("encoding_damaged", "121")
    lost = text_file(tmp_path, "name\nWang \ufffd\n")
    assert [note.code for note in read(lost).notes] == ["replacement_characters"]


@pytest.mark.parametrize(
    ("lines", "delimiter"),
    [
        (["a,b", "1,2"], ","),
        (["a;b,c;d", "1;2,5;3"], ";"),
        (["name", "Smith, John"], ","),
        (["name", "x"], ""),
        (['"a;b",c', '"d;e",f'], ","),
    ],
)
def test_the_delimiter_is_what_cuts_evenly(lines: list[str], delimiter: str) -> None:
    assert find_delimiter(lines) == delimiter
