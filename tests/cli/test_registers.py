# SPDX-License-Identifier: MIT
"""Members on the command line: found, written to a file, compared with a list."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.helpers import (
    SHANGHAI,
    MovableClock,
    make_desk,
    make_group,
    make_member,
    rule_id,
    warning,
)

GROUP = "Aurora beta testers"


def names(call: Call, sample: Path, *options: str) -> list[str]:
    shown = call("members", "--workspace", sample, "--group", GROUP, *options, "--json")
    assert shown.code == 0
    return [member["name"] for member in json.loads(shown.out)["members"]]


def test_members_are_filtered(call: Call, sample: Path) -> None:
    active = names(call, sample)
    former = names(call, sample, "--state", "former")
    assert len(names(call, sample, "--state", "any")) == len(active) + len(former)
    warned = names(call, sample, "--standing", "warning", "--standing", "final_warning")
    assert 0 < len(warned) < len(active)
    assert len(names(call, sample, "--standing", "good")) + len(warned) <= len(active)
    found = names(call, sample, "--find", active[0])
    assert active[0] in found
    assert len(found) < len(active)
    assert len(names(call, sample, "--role", "owner")) == 1
    wrong = call("members", "--workspace", sample, "--group", GROUP, "--inactive", "-1")
    assert wrong.code == 1


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_an_export_differs_in_nothing(call: Call, sample: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"members.{kind}"
    where = ("--workspace", sample)
    done = call("export", "--group", GROUP, "--format", kind, "--out", path, *where, "--json")
    assert (done.code, done.complaints) == (0, "")
    told = json.loads(done.out)
    assert told["members"] == len(names(call, sample, "--state", "any"))
    assert told["group"] == GROUP
    again = call("export", "--group", GROUP, "--format", kind, "--out", path, *where, "--json")
    assert again.code == 1
    assert json.loads(again.out)["error"]["code"] == "export_exists"
    same = call("diff", path, "--group", GROUP, *where)
    assert same.code == 0, same.out
    assert f"The list is what “{GROUP}” is." in same.out


def test_of_a_file_of_all_groups_the_named_one_is_compared(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "all.csv"
    where = ("--workspace", sample)
    done = call("export", "--all", "--format", "csv", "--out", path, "--language", "zh", *where)
    assert done.code == 0
    assert path.read_text("utf-8-sig").startswith("GroupDesk 编号,姓名")
    assert call("diff", path, "--group", GROUP, *where).code == 0


def test_what_differs_is_told_and_nothing_is_written(
    call: Call, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "members.json"
    where = ("--workspace", sample)
    call("export", "--group", GROUP, "--format", "json", "--out", path, *where)
    whole = json.loads(path.read_bytes())
    present = [one for one in whole["members"] if one["state"] == "active"]
    plain = [one for one in present if one["role"] == "member" and not one["is_bot"]]
    left, renamed, promoted = plain[0], plain[1], plain[2]
    whole["members"].remove(left)
    renamed_to = renamed["name"] + " B."
    renamed["name"], promoted["role"] = renamed_to, "admin"
    newcomer = {"ref": "", "name": "Newcomer", "external_id": "U0NEW", "state": "active"}
    whole["members"].append(newcomer)
    path.write_text(json.dumps(whole))
    head = json.loads(call("verify", *where, "--json").out)["head"]
    told = call("diff", path, "--group", GROUP, *where, "--json")
    assert told.code == 1
    data = json.loads(told.out)
    assert data["differs"] is True
    assert [one["name"] for one in data["joined"]] == ["Newcomer"]
    assert [one["name"] for one in data["left"]] == [left["name"]]
    assert [one["changes"]["name"]["after"] for one in data["renamed"]] == [renamed_to]
    assert [one["changes"]["role"] for one in data["role_changed"]] == [
        {"before": "member", "after": "admin"}
    ]
    assert json.loads(call("verify", *where, "--json").out)["head"] == head
    spoken = call("diff", path, "--group", GROUP, *where)
    assert "Joined: 1" in spoken.out
    assert f"Not in the list any more: 1\n  {left['name']}" in spoken.out
    taken = call("import", path, "--group", GROUP, "--compare", *where)
    assert taken.code == 0, taken.out
    assert left["name"] not in names(call, sample)
    assert "Newcomer" in names(call, sample)
    assert call("verify", *where).code == 0


def test_what_has_lapsed_since_the_window_was_open_is_not_shown(call: Call, tmp_path: Path) -> None:
    clock = MovableClock(datetime(2020, 6, 1, 9, 0, tzinfo=SHANGHAI))
    desk = make_desk(tmp_path, clock)
    group = make_group(desk)
    warning(desk, make_member(desk, group), rule_id(desk, group), 2, sent_at=clock.text)
    desk.close()
    where = ("--workspace", tmp_path / "desk", "--group", "Aurora")
    shown = call("members", *where, "--standing", "warning", "--json")
    assert json.loads(shown.out)["members"] == []
    target = tmp_path / "members.json"
    call("export", *where, "--format", "json", "--out", target)
    assert json.loads(target.read_text("utf-8"))["members"][0]["standing"] == "good"
