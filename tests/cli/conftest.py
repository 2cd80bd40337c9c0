# SPDX-License-Identifier: MIT
"""A workspace made by the command line itself, and a way to call it."""

import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from groupdesk import cli
from tests.helpers import alone, shared_folder


@dataclass
class Answer:
    """What a command answered."""

    code: int
    out: str
    complaints: str


Call = Callable[..., Answer]


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, made once for all processes; copy it to change it."""
    folder = shared_folder(tmp_path_factory) / "cli-sample"
    with alone(folder.with_suffix(".lock")), pytest.MonkeyPatch.context() as patch:
        _private_home(patch, tmp_path_factory.mktemp("home"))
        if not folder.exists():
            assert cli.run(["init", str(folder), "--operator", "Ana", "--sample"]) == 0
    return folder


@pytest.fixture
def sample(sample_folder: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    shutil.copytree(sample_folder, folder)
    return folder


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _private_home(monkeypatch, tmp_path / "home")


def _private_home(patch: pytest.MonkeyPatch, home: Path) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        patch.setenv(name, str(home / name.lower()))


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    def run(*arguments: object, stdin: bytes = b"", lang: str = "en_GB.UTF-8") -> Answer:
        monkeypatch.setenv("LC_ALL", lang)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        out, complaints = capsys.readouterr()
        return Answer(code, out, complaints)

    return run
