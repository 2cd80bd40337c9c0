# SPDX-License-Identifier: MIT
import json
from pathlib import Path

from tests.cli.conftest import Call


def test_each_file_gets_its_own_answer(call: Call, sample_folder: Path, tmp_path: Path) -> None:
    good = next(sample_folder.glob("evidence/??/*"))
    text = tmp_path / "notes.png"
    text.write_text("no picture", encoding="utf-8")
    told = call("evidence", "check", good, text, tmp_path, "--json")
    assert told.code == 1
    answers = json.loads(told.out)["files"]
    assert [answer["accepted"] for answer in answers] == [True, False, False]
    assert answers[0]["sha256"] == good.name
    assert "folder" in answers[2]["message"]
    assert call("evidence", "check", good).code == 0


def test_a_rude_message_is_found_in_either_encoding(call: Call) -> None:
    rude = "你这个傻子，再发就踢了你！"
    for encoding in ("utf-8", "gb18030"):
        told = call("courtesy", "--json", stdin=rude.encode(encoding))
        assert told.code == 1
        assert json.loads(told.out)["language"] == "zh"
    kind = "Hello Anna, thank you. Your message of 12 May breaks rule R1. Please write to me."
    assert call("courtesy", stdin=kind.encode()).code == 0


def test_each_line_is_a_message_of_its_own(call: Call) -> None:
    told = call("courtesy", "--lines", "--json", stdin=b"Hello Anna, thanks.\n\nYou idiot\n")
    assert [message["polite"] for message in json.loads(told.out)["messages"]] == [True, False]
    assert told.code == 1
