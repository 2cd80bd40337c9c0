# SPDX-License-Identifier: MIT
"""Address cards as phones and mail programs write them, the broken ones included."""

from pathlib import Path

import pytest

from groupdesk.domain.import_records import ImportFormat, ReadResult
from groupdesk.services.imports.read import ReadOptions, open_file, open_pasted
from tests.services.imports.lists import read, refusal

ASK_NOTHING = ReadOptions()


def cards(folder: Path, *lines: str | bytes, encoding: str = "utf-8") -> Path:
    path = folder / "contacts.vcf"
    data = [line if isinstance(line, bytes) else line.encode(encoding) for line in lines]
    path.write_bytes(b"".join(line + b"\r\n" for line in data))
    return path


def card(*lines: str, version: str = "3.0") -> list[str]:
    return ["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"]


def names(path: Path) -> list[str]:
    return [row.name for row in read(path, ASK_NOTHING).rows]


def test_several_people_in_one_file(tmp_path: Path) -> None:
    path = cards(
        tmp_path,
        *card(
            "N:Lovelace;Ada;;;",
            "FN:Ada Lovelace",
            "NICKNAME:ada",
            "ORG:Engines\\, Ltd;Research",
            "TITLE:Countess",
            "TEL;TYPE=WORK:+44 10",
            "TEL;TYPE=CELL:+44 20",
            "item1.EMAIL;type=INTERNET:old@x.org",
            "item1.EMAIL;type=INTERNET;type=pref:ada@x.org",
            "CATEGORIES:VIP,Tea",
            "NOTE:first line\\nsecond\\; line",
            "BDAY:1815-12-10",
        ),
        "",
        *card("N:王;小明;;;", "TEL;VALUE=uri;TYPE=cell:tel:+86-138", version="4.0"),
        *card("EMAIL:nameless@x.org"),
    )
    result = read(path, ASK_NOTHING)
    assert result.format is ImportFormat.VCARD
    ada, wang, nameless = result.rows
    assert (ada.name, ada.nickname, ada.company) == ("Ada Lovelace", "ada", "Engines, Ltd")
    assert (ada.phone, ada.email, ada.tags) == ("+44 20", "ada@x.org", ("VIP", "Tea"))
    assert ada.note == "first line\nsecond; line"
    assert "1815" not in repr(result.rows)
    assert (wang.name, wang.phone, wang.line) == ("王小明", "+86-138", 17)
    assert (nameless.name, nameless.name_known) == ("nameless@x.org", False)


def test_quoted_printable_with_soft_ends_and_a_charset(tmp_path: Path) -> None:
    gbk = "".join(f"={byte:02X}" for byte in "王".encode("gbk"))
    path = cards(
        tmp_path,
        *card(
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=8F=",
            "=E6=98=8E;;;",
            "TEL;CELL;PREF:138",
            version="2.1",
        ),
        *card(f"N;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:{gbk};;;;", version="2.1"),
        *card("FN;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E=E5=A8=9C"),
    )
    assert names(path) == ["王小明", "王", "李娜"]


def test_folds_also_within_a_character(tmp_path: Path) -> None:
    wang = "王".encode()
    path = cards(
        tmp_path,
        *("BEGIN:VCARD", "VERSION:3.0", "FN:Ada Love", " lace", "END:VCARD"),
        *("BEGIN:VCARD", "VERSION:3.0", b"FN:" + wang[:2], b"\t" + wang[2:], "END:VCARD"),
        *("begin:vcard", "version:2.1", "fn:Grace", " Hopper", "end:vcard"),
    )
    assert names(path) == ["Ada Lovelace", "王", "Grace Hopper"]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("cp950", "cp950"),
        ("utf-16", "utf-8"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, told: str) -> None:
    path = tmp_path / "contacts.vcf"
    text = "\r\n".join(card("FN:陳小明", "NOTE:我們是好朋友，常常見面")) + "\r\n"
    path.write_bytes(text.encode(encoding))
    result = read(path, ASK_NOTHING)
    assert (result.rows[0].name, result.encoding) == ("陳小明", told)


def test_another_encoding_can_be_told(tmp_path: Path) -> None:
    path = cards(tmp_path, *card("FN:Zoë"), encoding="windows-1252")
    assert read(path, ReadOptions(encoding="windows-1252")).rows[0].name == "Zoë"
    assert refusal(path, ReadOptions(encoding="utf-8")).code == "encoding_wrong"


def test_pictures_are_passed_over_however_long(tmp_path: Path) -> None:
    picture = "QUJD" * 300_000
    path = cards(
        tmp_path,
        *card("N:B;A", "PHOTO;ENCODING=BASE64;JPEG:", *[" " + "QUJD" * 18] * 9, "", "TEL:1"),
        *card("FN:C", f"PHOTO:data:image/jpeg;base64,{picture}", "TEL:2", version="4.0"),
    )
    assert [(row.name, row.phone) for row in read(path, ASK_NOTHING).rows] == [
        ("A B", "1"),
        ("C", "2"),
    ]


def test_a_broken_card_costs_itself_alone(tmp_path: Path) -> None:
    path = cards(
        tmp_path,
        *("BEGIN:VCARD", "VERSION:3.0", "FN:Cut off"),
        *card("FN:Whole", "no colon here", ";;;:"),
        *card("FN;CHARSET=KLINGON;ENCODING=QUOTED-PRINTABLE:=FF=FE=41", version="2.1"),
        *card("TITLE:nobody at all"),
        *("BEGIN:VCARD", "FN:At the end"),
    )
    result = read(path, ASK_NOTHING)
    assert [row.name for row in result.rows] == ["Whole"]
    assert [(one.line, one.code) for one in result.rejected] == [
        (1, "card_cut_off"),
        (10, "card_charset"),
        (14, "no_identity"),
        (18, "card_cut_off"),
    ]


def test_groups_and_assistants_are_no_people_of_their_own(tmp_path: Path) -> None:
    path = cards(
        tmp_path,
        *card("KIND:group", "FN:Tea friends", version="4.0"),
        *card("X-ADDRESSBOOKSERVER-KIND:group", "FN:Family"),
        *("BEGIN:VCARD", "VERSION:2.1", "N:L;Ada", "AGENT:", *card("FN:Agent"), "TEL:1"),
        "END:VCARD",
    )
    result = read(path, ASK_NOTHING)
    assert [(row.name, row.phone) for row in result.rows] == [("Ada L", "1")]
    told = {note.code: note.values for note in result.notes}
    assert told["cards_of_groups"] == {"count": "2"}


def test_two_of_one_name_are_two_and_one_twice_is_one(tmp_path: Path) -> None:
    path = cards(
        tmp_path,
        *card("FN:王芳", "EMAIL:a@x.cn"),
        *card("FN:王芳", "EMAIL:b@x.cn"),
        *card("FN:王芳", "EMAIL:A@X.CN"),
    )
    result = read(path, ASK_NOTHING)
    assert [row.email for row in result.rows] == ["a@x.cn", "b@x.cn"]
    assert [one.code for one in result.rejected] == ["duplicate_row"]


def test_a_note_without_end_and_a_file_without_cards(tmp_path: Path) -> None:
    endless = cards(tmp_path, *card("FN:A", "NOTE:" + "x" * 1_000_100))
    assert refusal(endless).code == "line_too_long"
    assert refusal(cards(tmp_path, *card("KIND:group", "FN:x"))).code == "list_empty"


def test_pasted_cards_and_a_wrong_ending(tmp_path: Path) -> None:
    text = "\n".join(card("FN:Ada", "TEL:1"))
    pasted = open_pasted(text, ASK_NOTHING, name="pasted")
    assert isinstance(pasted, ReadResult)
    assert (pasted.format, pasted.rows[0].phone) == (ImportFormat.VCARD, "1")
    path = cards(tmp_path, text).rename(tmp_path / "members.csv")
    result = open_file(path, ASK_NOTHING)
    assert isinstance(result, ReadResult)
    assert result.format is ImportFormat.VCARD
