# SPDX-License-Identifier: MIT
"""The composition root."""

from pathlib import Path

import platformdirs
import pytest

from groupdesk.app import build
from groupdesk.domain.errors import StorageError
from tests.helpers import MovableClock, clear_error, make_desk, raw


def test_anchors_lie_outside_the_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_desk(tmp_path, MovableClock()).close()
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_a, **_k: str(tmp_path / "mine"))
    desk = build(tmp_path / "desk")
    assert desk.anchor_file is not None
    assert desk.anchor_file.parent == tmp_path / "mine"
    assert desk.operator.name == "Mei"
    desk.close()


@pytest.mark.parametrize("value", ["../../evil", "", "x" * 36])
def test_an_id_from_the_database_never_becomes_a_path(tmp_path: Path, value: str) -> None:
    make_desk(tmp_path, MovableClock()).close()
    raw(tmp_path, f"UPDATE workspace_value SET value = '{value}' WHERE key = 'id'")
    with pytest.raises(StorageError, match="damaged") as caught:
        build(tmp_path / "desk", anchor_folder=tmp_path)
    clear_error(caught.value)


def test_a_role_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    make_desk(tmp_path, MovableClock()).close()
    raw(tmp_path, "UPDATE operator SET role = 'emperor'")
    with pytest.raises(StorageError, match="damaged"):
        build(tmp_path / "desk", anchor_folder=tmp_path)
