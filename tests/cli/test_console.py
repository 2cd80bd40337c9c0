# SPDX-License-Identifier: MIT
import os
import subprocess
import sys
from pathlib import Path

import pytest

from groupdesk.cli.console import person_language


@pytest.mark.parametrize(
    ("setting", "system", "expected"),
    [
        ("zh", "en_US.UTF-8", "zh"),
        ("system", "zh_TW.UTF-8", "zh"),
        ("system", "de_DE.UTF-8", "en"),
        ("system", "C", "en"),
    ],
)
def test_the_setting_goes_before_the_system(
    monkeypatch: pytest.MonkeyPatch, setting: str, system: str, expected: str
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    assert person_language(setting) == expected


def test_a_terminal_without_chinese_characters_stops_nothing(sample_folder: Path) -> None:
    command = ["members", "--workspace", str(sample_folder), "--group", "Aurora beta testers"]
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "groupdesk", *command],
        env=environment,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0
    assert b"Diego Vargas" in done.stdout
    assert done.stderr == b""


def test_a_reader_who_has_enough_is_no_error(sample_folder: Path) -> None:
    command = ["members", "--workspace", str(sample_folder), "--group", "极光客户交流群", "--json"]
    with subprocess.Popen(
        [sys.executable, "-m", "groupdesk", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0
