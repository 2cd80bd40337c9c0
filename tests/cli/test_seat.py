# SPDX-License-Identifier: MIT
"""Who a command acts for, and the PIN it asks for."""

import getpass
import sys
import uuid
from pathlib import Path

import pytest

from groupdesk.app import build
from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.clock import system_clock
from groupdesk.domain.enums import Action, Language, OperatorRole
from groupdesk.services.workspace import create_workspace
from tests.cli.conftest import Call
from tests.helpers import give_pin, make_group


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of Mei, who has a PIN, and Vera, a viewer without one."""
    folder = tmp_path / "desk"
    create_workspace(folder, "Mei", Language.EN, system_clock)
    desk = build(folder)
    make_group(desk, rules=False)
    desk.operators.add(uuid.uuid4(), "Vera", OperatorRole.VIEWER)
    give_pin(desk, "2468")
    desk.close()
    return folder


def archive(call: Call, folder: Path, *more: str) -> tuple[int, str]:
    answer = call("group", "archive", "Aurora", "--reason", "Over", "--workspace", folder, *more)
    return answer.code, answer.complaints


def by_whom(folder: Path, action: Action) -> list[str]:
    desk = build(folder)
    names = [row.operator for row in desk.audit.rows(AuditFilter(action=action))]
    desk.close()
    return names


def test_a_pin_comes_from_a_file_that_the_surroundings_name(
    call: Call, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pin").write_text("2468\nnot this\n", encoding="utf-8")
    monkeypatch.setenv("GROUPDESK_PIN_FILE", str(tmp_path / "pin"))
    assert archive(call, folder) == (0, "")
    assert by_whom(folder, Action.OPERATOR_SIGN_IN) == ["Mei"]
    assert by_whom(folder, Action.GROUP_ARCHIVE) == ["Mei"]


def test_a_pin_is_asked_for_at_the_terminal(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        return "2468"

    monkeypatch.setattr(getpass, "getpass", typed)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert archive(call, folder)[0] == 0
    assert asked == ["PIN of Mei: "]


@pytest.mark.parametrize(("language", "said"), [("en_GB", "GROUPDESK_PIN_FILE"), ("zh_CN", "PIN")])
def test_without_terminal_and_file_it_is_said_what_to_do(
    call: Call, folder: Path, language: str, said: str
) -> None:
    answer = call(
        *("group", "archive", "Aurora", "--reason", "Over", "--workspace", folder),
        lang=f"{language}.UTF-8",
    )
    assert answer.code == 1
    assert said in answer.complaints
    assert by_whom(folder, Action.GROUP_ARCHIVE) == []


@pytest.mark.parametrize(
    ("content", "said"), [("1357", "not the right PIN"), (None, "cannot be read")]
)
def test_a_wrong_pin_and_a_missing_file_change_nothing(
    call: Call,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: str | None,
    said: str,
) -> None:
    if content is not None:
        (tmp_path / "pin").write_text(content, encoding="utf-8")
    monkeypatch.setenv("GROUPDESK_PIN_FILE", str(tmp_path / "pin"))
    code, complaints = archive(call, folder)
    assert code == 1
    assert said in complaints
    assert by_whom(folder, Action.GROUP_ARCHIVE) == []
    assert len(by_whom(folder, Action.OPERATOR_REFUSED)) == (content is not None)


def test_another_operator_acts_in_their_own_role(call: Call, folder: Path) -> None:
    code, complaints = archive(call, folder, "--operator", "vera")
    assert code == 1
    assert "role does not allow" in complaints
    assert by_whom(folder, Action.DENIED) == ["Vera"]


def test_an_unknown_operator_is_said(call: Call, folder: Path) -> None:
    code, complaints = archive(call, folder, "--operator", "Nobody")
    assert code == 1
    assert "Nobody" in complaints


def test_what_only_reads_asks_for_no_pin(call: Call, folder: Path) -> None:
    assert call("groups", "--workspace", folder).code == 0
    assert call("verify", "--workspace", folder).code == 0
