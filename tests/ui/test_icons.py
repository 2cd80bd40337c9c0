# SPDX-License-Identifier: MIT
"""Icons follow theme, state and screen."""

import ast

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.paths import resource
from groupdesk.ui.icons import APP_SIZES, app_icon, icon, pixmap
from groupdesk.ui.theme import Theme
from tests.ui.helpers import shows


def test_an_icon_follows_the_theme(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton()
    button.setIcon(icon("square", "danger"))
    button.setIconSize(QSize(48, 48))
    qtbot.addWidget(button)
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        assert shows(button, theme.color("danger"))


def test_a_disabled_icon_is_grey(theme: Theme) -> None:
    image = icon("square", "danger").pixmap(QSize(48, 48), 1.0, QIcon.Mode.Disabled).toImage()
    names = {image.pixelColor(x, 24).name() for x in range(48)}
    assert theme.color("disabled").name() in names
    assert theme.color("danger").name() not in names


def test_an_icon_is_sharp_on_a_fine_screen() -> None:
    picture = icon("house").pixmap(QSize(16, 16), 2.0)
    assert picture.size() == QSize(32, 32)
    assert picture.devicePixelRatio() == 2.0


def test_a_picture_is_kept(theme: Theme) -> None:
    first = pixmap("house", "text", 16, 1.0)
    assert pixmap("house", "text", 16, 1.0).cacheKey() == first.cacheKey()
    theme.set_scheme("dark")
    assert pixmap("house", "text", 16, 1.0).cacheKey() != first.cacheKey()


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_the_program_has_an_icon_in_all_sizes() -> None:
    for size in APP_SIZES:
        picture = app_icon().pixmap(size, size)
        assert picture.width() == size
        assert picture.toImage().pixelColor(size // 2, size // 8).alpha() > 0


def test_each_icon_that_the_window_names_exists() -> None:
    calls = {"icon", "button", "icon_button", "pixmap", "IconLabel", "EmptyState"}
    named = set()
    for path in (resource().parent / "groupdesk" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in calls:
                continue
            words = [*node.args, *(each.value for each in node.keywords if each.arg == "icon_name")]
            position = 2 if node.func.id == "button" else 0  # type: ignore[attr-defined]
            chosen = words[position : position + 1] if len(words) > position else []
            named |= {str(word.value) for word in chosen if isinstance(word, ast.Constant)}
    assert "x" in named
    for name in named - {""}:
        icon(name)
