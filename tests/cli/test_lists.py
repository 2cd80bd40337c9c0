# SPDX-License-Identifier: MIT
import json
import re
import time
from pathlib import Path

import pytest
import xlsxwriter

from groupdesk.paths import resource
from tests.cli.conftest import Call

EXPORTS = resource("sample", "exports")


def test_a_wecom_export_makes_its_group_and_is_the_same_the_second_time(
    call: Call, sample: Path
) -> None:
    where = ("--workspace", sample, "--group", "极光新客户群")
    first = call("import", EXPORTS / "wecom-group.json", "--create", *where)
    assert first.code == 0
    assert "25 new, 0 changed" in first.out
    again = call("import", EXPORTS / "wecom-group.json", *where, "--json")
    counts = json.loads(again.out)["counts"]
    assert (counts["new"], counts["changed"], counts["unchanged"]) == (0, 0, 25)
    shown = call("members", *where, "--json")
    members = json.loads(shown.out)["members"]
    assert len(members) == 25
    assert {"name": "陆文博", "standing": "good", "state": "active"}.items() <= next(
        member.items() for member in members if member["name"] == "陆文博"
    )


def test_a_dry_run_writes_nothing(call: Call, sample: Path) -> None:
    where = ("--workspace", sample, "--group")
    dry = ("--create", "--dry-run")
    told = call("import", EXPORTS / "slack-members.csv", *where, "New channel", *dry)
    assert told.code == 0
    assert "21 new" in told.out
    assert "Nothing was written" in told.out
    gone = call("members", *where, "New channel")
    assert gone.code == 1
    assert "no group called “New channel”" in gone.complaints
    before = call("verify", "--workspace", sample, "--json")
    call("import", EXPORTS / "slack-members.csv", *where, "Aurora customers", "--dry-run")
    after = call("verify", "--workspace", sample, "--json")
    assert json.loads(before.out)["head"] == json.loads(after.out)["head"]


def test_every_conflict_is_told(call: Call, sample: Path) -> None:
    rows = "\n".join(["Li Wei"] * 1_200).encode()
    told = call(
        "import", "-", "--workspace", sample, "--group", "Crew", "--create", "--json", stdin=rows
    )
    found = json.loads(told.out)
    assert found["counts"]["conflict"] == len(found["conflicts"]) == 1_199


def test_a_comparison_says_how_many_left(call: Call, sample: Path, tmp_path: Path) -> None:
    where = ("--workspace", sample, "--group", "Crew")
    names = [f"Member {number:02}" for number in range(20)]
    call("import", "-", *where, "--create", stdin="\n".join(names).encode())

    def take(count: int, *more: str) -> tuple[str, dict[str, int]]:
        stdin = "\n".join(names[:count]).encode()
        dry = call("import", "-", *where, "--dry-run", *more, stdin=stdin).out
        told = call("import", "-", *where, "--dry-run", "--json", *more, stdin=stdin).out
        return dry, json.loads(told)["counts"]

    text, counts = take(18, "--compare")
    assert "18 unchanged, 2 left," in text
    assert (counts["missing"], counts["left"]) == (2, 2)
    text, counts = take(18)
    assert " left" not in text
    assert (counts["missing"], counts["left"]) == (2, 0)
    missing = call("import", "-", *where, "--compare", stdin=b"Member 01").out
    assert "19 of 20 members" in missing
    assert "“Left”" not in missing
    text, counts = take(5, "--compare")  # it may be only a part: nobody is recorded as gone
    assert "5 unchanged, 0 left," in text
    assert (counts["missing"], counts["left"]) == (15, 0)
    stdin = "\n".join(names[:18]).encode()
    assert "2 left," in call("import", "-", *where, "--compare", stdin=stdin).out
    shown = json.loads(call("members", *where, "--json").out)["members"]
    assert len(shown) == 18


def test_who_may_only_be_renamed_is_left_alone_and_named(call: Call, sample: Path) -> None:
    where = ("--workspace", sample, "--group", "Crew")
    call("import", "-", *where, "--create", stdin=b"Li Wei\nWang Fang\nZhao\n")
    later = b"Li Wei\nWang Fang\nZhao Lei\n"

    def names() -> set[str]:
        told = json.loads(call("members", *where, "--json").out)["members"]
        return {member["name"] for member in told}

    told = call("import", "-", *where, "--compare", stdin=later)
    assert told.code == 1
    assert "0 new, 0 changed, 2 unchanged, 0 left," in told.out
    assert "Zhao: not in the list. It may be Zhao Lei (line 3) under a new name" in told.out
    assert "--renamed 'Zhao=Zhao Lei', or --left Zhao." in told.out  # as a shell takes it
    assert names() == {"Li Wei", "Wang Fang", "Zhao"}
    shown = call("diff", "-", *where, stdin=later)
    assert "Zhao: or is it Zhao Lei (line 3), under a new name?" in shown.out
    data = json.loads(call("import", "-", *where, "--compare", "--json", stdin=later).out)
    assert [one["may_be"] for one in data["left_alone"]] == [[{"line": 3, "name": "Zhao Lei"}]]
    for wrong, said in (
        (("--renamed", "Zhao=Nobody"), "“Nobody” cannot be the new name of “Zhao”"),
        (("--left", "Li Wei"), "“Li Wei” is not among the members who are missing"),
        (("--renamed", "Zhao"), "--renamed cannot be “Zhao”"),
    ):
        refused = call("import", "-", *where, "--compare", *wrong, stdin=later)
        assert said in refused.complaints
    assert "add --compare" in call("import", "-", *where, "--left", "Zhao", stdin=later).complaints
    dry = call("import", "-", *where, "--compare", "--left", "Zhao", "--dry-run", stdin=later)
    assert (dry.code, "1 new, 0 changed, 2 unchanged, 1 left," in dry.out) == (0, True)
    same = call("import", "-", *where, "--compare", "--renamed", "Zhao=Zhao Lei", stdin=later)
    assert (same.code, "0 new, 1 changed, 2 unchanged, 0 left," in same.out) == (0, True)
    assert names() == {"Li Wei", "Wang Fang", "Zhao Lei"}
    assert call("diff", "-", *where, stdin=later).code == 0


def test_advice_names_options_that_there_are(call: Call, sample: Path, tmp_path: Path) -> None:
    where = ("--workspace", sample, "--group")
    assert "--create" not in call("members", *where, "Nope").complaints
    path = tmp_path / "list.csv"
    path.write_text("username,user id,name,group,group id\nann,1,Ann,G,2\n", encoding="utf-8")
    assert "--create" in call("import", path, *where, "Nope").complaints
    out = ("--format", "csv", "--out", path)
    assert "--overwrite" in call("export", *where, "Aurora customers", *out).complaints


def test_the_order_of_dates_overrules_what_is_known(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "crm.csv"
    path.write_text(
        "First Name,Last Name,Email,Phone,Company,Job Title,Last Activity Date\n"
        "Ada,L,a@x.example,,,,01/02/2024\nBen,M,b@x.example,,,,13/02/2024\n",
        encoding="utf-8",
    )
    where = ("--workspace", sample, "--group", "CRM", "--create", "--dry-run")
    told = call("import", path, *where)
    assert "add --dates day_first or --dates month_first" in told.out
    assert "is 1 February 2024." in told.out
    assert "under Columns" not in told.out
    american = call("import", path, *where, "--dates", "month_first")
    assert "is 2 January 2024." in american.out


def test_times_are_told_in_the_zone_and_the_words_of_the_person(
    call: Call, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    path = tmp_path / "crew.csv"
    head = "First Name,Last Name,Email,Phone,Company,Job Title,Last Activity Date\n"
    where = ("--workspace", sample, "--group", "Crew", "--dates", "day_first")
    try:
        path.write_text(head + "Ada,L,a@x.example,,,,13/02/2024 09:15\n", encoding="utf-8")
        first = call("import", path, *where, "--create").out
        again = call("import", path, *where).out
        path.write_text(head + "Ada,L,a@x.example,,,,14/02/2024 10:30\n", encoding="utf-8")
        told = call("diff", path, *where).out
        chinese = call("diff", path, *where, lang="zh_CN.UTF-8").out
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
    assert "is Tuesday 13 February 2024, 09:15 (UTC+08:00)" in first
    assert "already imported into this group: " in again
    assert (
        "Last active Tuesday 13 February 2024, 09:15 (UTC+08:00)"
        " → Wednesday 14 February 2024, 10:30 (UTC+08:00)"
    ) in told
    assert "2024年2月14日 星期三 10:30（UTC+08:00）" in chinese
    assert not [raw for raw in (first, again, told, chinese) if re.search(r"\dT\d\d:", raw)]


def test_of_a_workbook_the_fullest_sheet_is_read_and_its_sheets_are_named(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "book.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Note").write(0, 0, "Exported on Monday")
    page = book.add_worksheet("People")
    for number, row in enumerate((("Name", "Phone"), ("Ann", "1"), ("Ben", "2"))):
        page.write_row(number, 0, row)
    book.close()
    where = ("--workspace", sample, "--group", "Book", "--create", "--dry-run", "--take-guess")
    assert "2 new" in call("import", path, *where).out
    wrong = call("import", path, *where, "--sheet", "Persons")
    assert "“Note”, “People”" in wrong.complaints


def test_unknown_columns_are_shown_and_can_be_named(call: Call, sample: Path) -> None:
    path = EXPORTS / "customers-gb18030.csv"
    where = ("--workspace", sample, "--group", "极光客户交流群")
    asked = call("import", path, *where)
    assert asked.code == 1
    assert "客户姓名: Name  (--map name=客户姓名)" in asked.complaints
    wrong = call("import", path, *where, "--map", "name=姓名")
    assert wrong.code == 1
    assert "no column called “姓名”" in wrong.complaints
    mapped = call("import", path, *where, "--map", "name=客户姓名", "--map", "company=企业名称")
    assert "15 new" in mapped.out
    members = call("members", *where)
    assert "尉迟宇轩" in members.out


def test_names_come_from_the_standard_input(call: Call, sample: Path) -> None:
    where = ("--workspace", sample, "--group", "Typed", "--create")
    told = call("import", "-", *where, stdin="钱多多\nAnn Example\n".encode())
    assert "2 new" in told.out


def test_what_is_no_list_is_refused_in_one_sentence(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 60)
    told = call("import", path, "--workspace", sample, "--group", "Aurora customers", "--json")
    assert told.code == 1
    assert json.loads(told.out)["error"]["code"] == "list_is_image"
    assert len(told.complaints.splitlines()) == 1


def test_columns_line_up_with_wide_characters(call: Call, sample: Path) -> None:
    lines = call("members", "--workspace", sample, "--group", "极光客户交流群").out.splitlines()
    head, row = lines[0], next(line for line in lines if line.startswith("李伟 "))
    narrow = head.index("Role")
    wide = row.index("Member")
    assert narrow == wide + sum(ord(char) > 0x2E80 for char in row[:wide])
    assert "Warning 2" in row


def test_one_of_several_chats_is_chosen_by_name_or_number(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    chats = [
        {
            "name": name,
            "type": "private_supergroup",
            "id": at,
            "messages": [
                {
                    "id": 1,
                    "type": "message",
                    "date_unixtime": "1700000000",
                    "from": who,
                    "from_id": f"user{at}",
                }
            ],
        }
        for at, (name, who) in enumerate((("North", "Ada"), ("South", "Ben"), ("South", "Eve")), 1)
    ]
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"about": "…", "chats": {"list": chats}}), encoding="utf-8")
    where = ("--workspace", sample, "--group", "Chats", "--create", "--dry-run", "--json")
    asked = call("import", path, *where)
    assert asked.code == 1
    assert "2: South (1)" in asked.complaints
    assert json.loads(asked.out)["needs_chat"][0]["name"] == "North"
    for chat, name in (("North", "North"), ("3", "South")):
        told = json.loads(call("import", path, *where, "--chat", chat).out)
        assert (told["format"], told["counts"]["new"]) == ("telegram_chat", 1), name
    for chat in ("South", "4", "0", "West"):
        wrong = call("import", path, *where, "--chat", chat)
        assert wrong.code == 1
        assert f"called “{chat}”" in wrong.complaints


def test_a_list_with_nothing_but_faults_does_not_flood_the_terminal(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    rows = "\n".join(f"n{number},1" for number in range(500))
    path.write_text(f"name,user id\n{rows}\n", encoding="utf-8")
    where = ("--workspace", sample, "--group", "Aurora customers", "--take-guess")
    told = call("import", path, *where)
    assert len(told.out.splitlines()) == 52
    assert "… and 450 more" in told.out
    assert len(json.loads(call("import", path, *where, "--json").out)["rejected"]) == 500
