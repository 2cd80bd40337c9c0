# SPDX-License-Identifier: MIT
"""The built wheel, installed where no checkout is in reach, finds all that it needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.wheel, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it into a clean environment and return its folder of programs.

    `.ci/run`, which needs the same one, has it made already and says where.
    """
    if made := os.environ.get("GROUPDESK_WHEEL_ENVIRONMENT"):
        return Path(made) / "bin"
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel"]
    _run([*build, "--outdir", str(folder), str(ROOT)], folder)
    wheels = list(folder.glob("*.whl"))
    assert len(wheels) == 1
    # --without-pip and --python: works where Debian's python3-venv is not installed
    _run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], folder)
    python = str(folder / "env" / "bin" / "python")
    _run([sys.executable, "-m", "pip", "--python", python, "install", "-q", str(wheels[0])], folder)
    return folder / "env" / "bin"


def _run(command: list[str], folder: Path, **more: str) -> str:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ended = subprocess.run(
        command, cwd=folder, env={**kept, **more}, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_it_opens_an_icon_a_translation_and_its_word_lists(installed: Path, tmp_path: Path) -> None:
    script = """
from groupdesk import paths
from groupdesk.words import Words
from groupdesk.ui.acts import Acts
from groupdesk.ui.icons import app_icon
from groupdesk.ui.theme import Theme, make_application
from groupdesk.ui.translations import Translations
from PySide6.QtWidgets import QWidget

assert "site-packages" in str(paths.resources()), paths.resources()
assert Words("zh")("error.disk_full") != Words("en")("error.disk_full")
qt = make_application("groupdesk")
theme, translations = Theme(qt, "light"), Translations(qt)
assert not app_icon().isNull()
window = QWidget()
acts = Acts(window)
assert not acts.action("member.remove").icon().isNull()
translations.set_language("zh")
acts = Acts(window)
print(acts.action("page.members").text())
"""
    command = [str(installed / "python"), "-I", "-c", script]
    assert _run(command, tmp_path, QT_QPA_PLATFORM="offscreen").strip() == "成员"


def test_it_makes_a_sample_prints_a_case_and_verifies(installed: Path, tmp_path: Path) -> None:
    groupdesk = str(installed / "groupdesk")
    home = {f"XDG_{name}_HOME": str(tmp_path / "own") for name in ("DATA", "CONFIG", "STATE")}
    workspace = ["--workspace", str(tmp_path / "desk")]
    _run([groupdesk, "init", str(tmp_path / "desk"), "--operator", "Mei", "--sample"], ROOT, **home)
    report = [groupdesk, "report", "case", "1", "--out", str(tmp_path / "case.pdf"), *workspace]
    _run(report, tmp_path, **home)
    assert (tmp_path / "case.pdf").read_bytes().startswith(b"%PDF-1.7")
    _run([groupdesk, "verify", *workspace], tmp_path, **home)


def test_the_menu_entry_and_its_icon_are_where_a_desktop_looks(installed: Path) -> None:
    share = installed.parent / "share"
    assert (share / "applications" / "groupdesk.desktop").is_file()
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / "groupdesk.svg").is_file()
    assert (installed / "groupdesk-window").is_file()
