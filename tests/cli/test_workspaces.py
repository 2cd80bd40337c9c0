# SPDX-License-Identifier: MIT
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Call


def test_an_empty_workspace_is_made_once(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert call("init", folder, "--operator", "Ana").code == 0
    again = call("init", folder, "--operator", "Ana")
    assert again.code == 1
    assert "already holds a workspace" in again.complaints
    nameless = call("init", tmp_path / "other", "--operator", "  ")
    assert nameless.code == 1
    assert not (tmp_path / "other").exists()


def test_verify_finds_an_edited_row(call: Call, sample: Path) -> None:
    sound = call("verify", "--workspace", sample)
    assert sound.code == 0
    assert "Everything fits together" in sound.out
    with closing(sqlite3.connect(sample / "groupdesk.db")) as database:
        database.execute("UPDATE membership SET name = 'Nobody' WHERE id = 1")
        database.commit()
    found = call("verify", "--workspace", sample)
    assert found.code == 1
    assert "A record was changed outside the log: the membership of " in found.out
    told = json.loads(call("verify", "--workspace", sample, "--json").out)
    assert not told["sound"]
    assert [finding["code"] for finding in told["findings"]] == ["row_changed"]


def test_a_backup_holds_the_log_and_the_screenshots(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    target = tmp_path / "elsewhere"
    assert call("backup", target, "--workspace", sample).code == 0
    assert len(list(target.glob("groupdesk-*.db"))) == 1
    originals = {path.name for path in sample.glob("evidence/??/*")}
    assert {path.name for path in target.glob("evidence/??/*")} == originals


def test_a_backup_is_restored_to_a_new_folder(call: Call, sample: Path, tmp_path: Path) -> None:
    stick, again = tmp_path / "stick", tmp_path / "again"
    call("backup", stick, "--workspace", sample)
    answer = call("restore", stick, again)
    assert answer.code == 0
    assert str(again) in answer.out
    assert call("verify", "--workspace", again).code == 0
    occupied = call("restore", stick, again, "--json")
    assert occupied.code == 1
    assert json.loads(occupied.out)["error"]["code"] == "restore_occupied"
    next((stick / "evidence").glob("*/*")).unlink()
    lacking = call("restore", stick, tmp_path / "third")
    assert lacking.code == 1
    assert "not beside the backup: 1." in lacking.complaints
    told = json.loads(call("restore", stick, tmp_path / "fourth", "--json").out)
    assert told["folder"] == str(tmp_path / "fourth")
    assert (told["branch"], told["screenshots_missing"]) == (2, 1)


def test_a_missing_workspace_is_one_sentence(call: Call, tmp_path: Path) -> None:
    told = call("verify", "--workspace", tmp_path / "nowhere")
    assert told.code == 1
    assert told.complaints.startswith("There is no workspace in this folder.")
    chinese = call("verify", "--workspace", tmp_path / "nowhere", lang="zh_CN.UTF-8")
    assert "工作区" in chinese.complaints
