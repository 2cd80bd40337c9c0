# SPDX-License-Identifier: MIT
"""Anchors: the log's head, remembered outside the workspace."""

from pathlib import Path

import pytest

from groupdesk.services import anchors
from groupdesk.services.desk import Desk
from tests.helpers import make_group


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "second place" / "anchors.jsonl"


def add(desk: Desk, path: Path) -> None:
    anchors.append(path, desk.ledger, desk.workspace.value("id"))


def test_each_new_head_is_remembered_once(desk: Desk, path: Path) -> None:
    add(desk, path)
    add(desk, path)
    make_group(desk, rules=False)
    add(desk, path)
    known = anchors.read(path, desk.workspace.value("id"))
    assert [seq for seq, _ in known] == [1, 2]
    assert known[-1][1] == desk.ledger.head()[1].hex()
    assert anchors.read(path, "another workspace") == []


def test_half_a_line_spoils_neither_the_others_nor_the_next(desk: Desk, path: Path) -> None:
    add(desk, path)
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:20] + b"\xff")
    make_group(desk, rules=False)
    add(desk, path)
    assert [seq for seq, _ in anchors.read(path, desk.workspace.value("id"))] == [1, 2]


@pytest.mark.parametrize("content", ["", "[]\n", "null\n", "{}\n", "\x00\n", '{"seq": "x"}\n'])
def test_what_is_no_anchor_is_skipped(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content)
    assert anchors.read(path, "") == []
    assert anchors.read(path.with_name("absent"), "") == []


def test_a_log_is_compared_with_every_anchor(desk: Desk) -> None:
    make_group(desk)
    seq, head = desk.ledger.head()
    with desk.ledger.reading():
        first = desk.audit.detail(1).row.hash
        assert anchors.compare([(1, first), (seq, head.hex())], seq, head) == []
        (gone,) = anchors.compare([(1, first), (seq + 1, "00")], seq, head)
        (other,) = anchors.compare([(1, "00"), (seq, head.hex())], seq, head)
        (end,) = anchors.compare([(seq, "00")], seq, head)
    assert (gone.code, other.code, end.code) == ("log_cut_off", "log_rewritten", "log_rewritten")
