# SPDX-License-Identifier: MIT
"""An owner who forgot the PIN comes in again, and never in secret."""

import getpass
import sys
import uuid
from pathlib import Path

import pytest

from groupdesk.app import build
from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.clock import system_clock
from groupdesk.domain.enums import Action, Language, OperatorRole
from groupdesk.services.opening import asks_for_pin
from groupdesk.services.workspace import create_workspace
from tests.cli.conftest import Call
from tests.helpers import give_pin


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of Mei, who forgot her PIN, and Vera, a viewer."""
    folder = tmp_path / "desk"
    create_workspace(folder, "Mei", Language.EN, system_clock)
    desk = build(folder)
    desk.operators.add(uuid.uuid4(), "Vera", OperatorRole.VIEWER)
    give_pin(desk, "2468")
    desk.close()
    return folder


def at_terminal(patch: pytest.MonkeyPatch, *answers: str) -> None:
    """Type these at the terminal, one after another."""
    left = list(answers)
    patch.setattr(getpass, "getpass", lambda _prompt: left.pop(0))
    patch.setattr(getpass, "getuser", lambda: "mei")
    patch.setattr(sys.stderr, "isatty", lambda: True)


def recoveries(folder: Path) -> int:
    desk = build(folder)
    count = desk.audit.count(AuditFilter(action=Action.OPERATOR_RECOVER))
    desk.close()
    return count


def test_an_owner_gets_a_new_pin_and_it_is_said_who_will_know(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_terminal(monkeypatch, "1357", "1357")
    answer = call("operator", "reset-pin", "mei", "--workspace", folder)
    assert (answer.code, answer.complaints) == (0, "")
    assert "Mei signs in with the new PIN" in answer.out
    assert "is told" in answer.out
    desk = build(folder)
    assert asks_for_pin(desk)
    assert desk.operators.sign_in(1, "1357").name == "Mei"
    desk.close()
    assert recoveries(folder) == 1


@pytest.mark.parametrize(
    ("name", "answers", "said"),
    [
        ("Mei", ["1357", "1375"], "not the same"),
        ("Mei", ["1", "1"], "at least 4"),
        ("Vera", [], "not an owner"),
        ("Nobody", [], "No operator called"),
    ],
)
def test_what_does_not_fit_changes_nothing(
    call: Call,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    answers: list[str],
    said: str,
) -> None:
    at_terminal(monkeypatch, *answers)
    answer = call("operator", "reset-pin", name, "--workspace", folder)
    assert answer.code == 1
    assert said in answer.complaints
    assert recoveries(folder) == 0
