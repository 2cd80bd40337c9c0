# SPDX-License-Identifier: MIT
import json
from pathlib import Path

from tests.cli.conftest import Call


def test_what_is_to_be_done_stands_as_on_today(call: Call, sample: Path) -> None:
    told = call("todo", "--workspace", sample)
    assert told.code == 0
    lines = told.out.splitlines()
    assert any("Late" in line and "Carry out a removal" in line for line in lines)
    assert any("Answer a wish to leave" in line and "Olivia Park" in line for line in lines)
    assert "Of others" not in told.out
    assert len(call("todo", "--all", "--workspace", sample).out.splitlines()) > len(lines)


def test_as_json_it_says_how_much_there_is_now(call: Call, sample: Path) -> None:
    told = json.loads(call("todo", "--all", "--json", "--workspace", sample).out)
    now = [one for one in told["todo"] if one["section"] in {"late", "today"}]
    assert told["now"] == len(now) > 0
    assert {"exit_answer", "exit_check", "review"} <= {one["kind"] for one in now}
    assert {one["owner"] for one in told["todo"] if one["section"] == "others"} == {"Arun", "林晓"}
