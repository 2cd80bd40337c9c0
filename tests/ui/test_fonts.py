# SPDX-License-Identifier: MIT
"""Chinese is always there, in normal weight, with and without a font of the system."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QImage, QPainter, QTextLayout

from groupdesk.ui import fonts
from groupdesk.ui.fonts import FontChoice, choose_fonts


class NoFonts(QFontDatabase):
    """A machine without a font that can show Chinese."""

    @staticmethod
    def hasFamily(family: str) -> bool:
        return False

    @staticmethod
    def families(*_system: object) -> list[str]:
        return []


def _ink(font: QFont) -> int:
    """Return how much is black where a word is written."""
    image = QImage(200, 60, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(10, 45, "警告群规")
    painter.end()
    return sum(255 - value for value in bytes(image.constBits()))


def _families_used(font: QFont, text: str) -> list[str]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert all(0 not in run.glyphIndexes() for run in runs)  # 0 is the sign for "not there"
    return [run.rawFont().familyName() for run in runs]


def test_chinese_is_shown_by_the_chosen_font(qapp: object) -> None:
    choice = choose_fonts(QFont("Sans Serif"))
    assert _families_used(choice.font(13, 400), "群规") == [choice.families[-1]]


def test_the_system_s_own_font_comes_first(qapp: object) -> None:
    named = next(name for name in QFontDatabase.families() if "Mono" in name)
    assert choose_fonts(QFont(named)).families[0] == QFontInfo(QFont(named)).family()


def test_the_bundled_font_steps_in(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr(fonts, "QFontDatabase", NoFonts)
    choice = choose_fonts(QFont("Sans Serif"))
    assert choice.families[-1].endswith("SC")
    (used,) = _families_used(choice.font(13, 400), "群")
    assert used.startswith(choice.families[-1])


def test_weights_of_a_variable_font_differ(tmp_path: Path) -> None:
    """In a process of its own, where fontconfig knows no font at all."""
    config = tmp_path / "fonts.conf"
    config.write_text(
        f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    code = (
        "from PySide6.QtGui import QFont, QGuiApplication\n"
        "application = QGuiApplication([])\n"
        "from groupdesk.ui.fonts import choose_fonts\n"
        "from tests.ui.test_fonts import _families_used, _ink\n"
        "choice = choose_fonts(QFont('Sans Serif'))\n"
        "assert choice.variable, choice\n"
        "thin, normal, bold = (_ink(choice.font(30, weight)) for weight in (100, 400, 600))\n"
        "assert thin * 1.3 < normal and normal * 1.15 < bold, (thin, normal, bold)\n"
        "assert _families_used(choice.font(13, 400), '群A')\n"
    )
    environment = {"FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen"}
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_choice_without_axes_sets_none(qapp: object) -> None:
    assert not FontChoice(("DejaVu Sans",), variable=False).font(13, 600).variableAxisTags()
