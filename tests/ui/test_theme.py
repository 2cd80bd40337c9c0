# SPDX-License-Identifier: MIT
"""Colours change together, fonts grow with the system's, Chinese is always there."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.paths import resource
from groupdesk.ui.theme import Theme, current_theme
from tests.ui.helpers import shows


def test_a_change_of_scheme_recolours_what_is_open(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton("Record removal")
    button.setProperty("kind", "danger")
    qtbot.addWidget(button)
    button.show()
    light = theme.color("danger")
    assert shows(button, light)
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme("dark")
    assert theme.color("danger") != light
    assert shows(button, theme.color("danger"))
    assert not shows(button, light)


def test_system_follows_the_system(qapp: QApplication, theme: Theme) -> None:
    theme.set_scheme("system")
    # the platform of the tests has no scheme of its own
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.is_dark
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not theme.is_dark


def test_a_chosen_scheme_does_not_follow_the_system(qapp: QApplication, theme: Theme) -> None:
    theme.set_scheme("light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.is_dark


def test_the_running_application_knows_its_theme(theme: Theme) -> None:
    assert current_theme() is theme


def test_an_unknown_token_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.color("beige")


def test_nobody_can_change_the_shared_font(theme: Theme) -> None:
    theme.font("body").setPixelSize(99)
    assert theme.font("body").pixelSize() < 99


def test_a_larger_system_font_makes_everything_larger(qapp: QApplication, theme: Theme) -> None:
    before = qapp.font()
    large = qapp.font()
    large.setPixelSize(26)
    qapp.setFont(large)
    grown = Theme(qapp, "light")
    try:
        assert grown.size("row") == 2 * theme.size("row")
        assert grown.font("title").pixelSize() == 2 * theme.font("title").pixelSize()
    finally:
        grown.deleteLater()
        qapp.setProperty("groupdesk_theme", theme)
        qapp.setFont(before)
        theme._apply()


def test_only_the_theme_sets_a_style_sheet() -> None:
    ui = resource().parent / "groupdesk" / "ui"
    files = [path for path in ui.rglob("*.py") if "setStyleSheet(" in path.read_text("utf-8")]
    assert [path.name for path in files] == ["theme.py"]


def test_nothing_but_the_token_table_names_a_colour() -> None:
    ui = resource().parent / "groupdesk" / "ui"
    named = re.compile(r'"#[0-9A-Fa-f]{6}"')
    files = [path for path in ui.rglob("*.py") if named.search(path.read_text("utf-8"))]
    assert [path.name for path in files] == ["theme_tokens.py"]
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", resource("styles", "groupdesk.qss").read_text())
