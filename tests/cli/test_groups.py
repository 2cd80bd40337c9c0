# SPDX-License-Identifier: MIT
"""Groups on the command line: listed, archived, restored."""

import json
from pathlib import Path

from tests.cli.conftest import Call

NAME = "Aurora beta testers"


def test_groups_are_listed_with_their_limits(call: Call, sample: Path) -> None:
    shown = call("groups", "--workspace", sample)
    assert shown.code == 0
    line = next(line for line in shown.out.splitlines() if line.startswith(NAME))
    assert line.split()[-3] == "Slack"
    assert line.endswith("72")
    data = json.loads(call("groups", "--workspace", sample, "--json").out)["groups"]
    assert len(data) == 4
    (wecom,) = (group for group in data if group["platform"] == "wecom")
    assert wecom["external_id"] == "wrAURORA0001-example"
    assert {group["name"]: group["room"] for group in data}[NAME] == "near"
    assert all(group["policy"] and group["purpose"] for group in data)
    assert {group["archived_at"] for group in data} == {None}


def test_a_group_is_archived_read_and_restored(call: Call, sample: Path, tmp_path: Path) -> None:
    where = ("--workspace", sample)
    done = call("group", "archive", NAME, "--reason", "The trial\nis over", *where)
    assert (done.code, done.complaints) == (0, "")
    assert NAME in done.out
    assert NAME not in call("groups", *where).out
    put_away = call("groups", "--archived", *where)
    assert NAME in put_away.out
    assert "The trial is over" in put_away.out

    names = tmp_path / "names.txt"
    names.write_text("Nora\nTheo\n", encoding="utf-8")
    for create in ((), ("--create",)):
        refused = call("import", names, "--group", NAME, *create, "--take-guess", *where)
        assert refused.code == 1
        assert "is archived" in refused.complaints
    assert call("members", "--group", NAME, *where).code == 0
    period = ("--from", "2026-01-01", "--to", "2026-12-31")
    printed = call("report", "group", NAME, *period, "--out", tmp_path / "audit.pdf", *where)
    assert printed.code == 0

    assert call("group", "restore", NAME, *where).code == 0
    assert NAME in call("groups", *where).out
    again = call("group", "restore", NAME, *where)
    assert again.code == 1
    assert "in use" in again.complaints


def test_what_cannot_be_done_is_said(call: Call, sample: Path) -> None:
    where = ("--workspace", sample)
    assert call("group", "archive", NAME, *where).code == 2
    blank = call("group", "archive", NAME, "--reason", " ", *where)
    assert blank.code == 1
    assert "reason" in blank.complaints
    for command in (("archive", "Nobody", "--reason", "x"), ("restore", "Nobody")):
        gone = call("group", *command, *where)
        assert gone.code == 1
        assert "Nobody" in gone.complaints
