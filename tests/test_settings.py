# SPDX-License-Identifier: MIT
"""Settings are kept, and never worth a stop."""

from pathlib import Path

import pytest

from groupdesk.settings import Settings, SettingsFile


def test_settings_are_read_back(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new" / "settings.toml")
    file.values.language = "zh"
    file.values.workspace = 'C:\\"quoted"\\中文'
    file.values.maximized = True
    assert file.save()
    assert SettingsFile(file.path).values == file.values
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"not toml",
        b"language = 3\nwindow_width = 'wide'\nmaximized = 1",
        b"unknown = 1",
        b"language = 'xx'\nscheme = 'purple'\npaper = 'x'",
        b"window_height = 99999999999\nnavigation_width = -1\nlast_group = 9999999999999999999999",
        b"language = " + b"[" * 50_000,
    ],
)
def test_what_cannot_be_used_is_a_fresh_start(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert SettingsFile(path).values == Settings()


def test_a_disk_that_does_not_take_them_is_no_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert not SettingsFile(tmp_path / "file" / "settings.toml").save()
    (tmp_path / "settings.toml").mkdir()
    assert not SettingsFile(tmp_path / "settings.toml").save()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "settings.toml"]


def test_each_workspace_remembers_who_worked_there(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.toml")
    file.values.choose_operator(tmp_path / "工作区 one", 3)
    assert file.save()
    again = SettingsFile(file.path).values
    assert again.operator_in(tmp_path / "工作区 one") == 3
    assert again.operator_in(tmp_path / "two") == 0


def test_operators_that_were_edited_to_nonsense_are_nobody(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('lock_after = 7\n[operators]\na = "x"\nb = -1\nc = true\nd = 2\n')
    values = SettingsFile(path).values
    assert (values.operators, values.lock_after) == ({"d": 2}, 0)
    path.write_text('operators = "all"\nlock_after = 15\n')
    values = SettingsFile(path).values
    assert (values.operators, values.lock_after) == ({}, 15)
