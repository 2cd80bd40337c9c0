# SPDX-License-Identifier: MIT
"""The search field: hint, cross, Esc."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.search_field import SearchField
from tests.ui.helpers import show_active


def test_the_hint_names_the_shortcut(qtbot: QtBot) -> None:
    field = SearchField("Search name, pinyin, phone, note…")
    qtbot.addWidget(field)
    assert field.placeholderText() == "Search name, pinyin, phone, note…   Ctrl+F"
    assert field.accessibleName() == "Search name, pinyin, phone, note…"


def test_the_cross_is_there_while_there_is_something(qtbot: QtBot) -> None:
    field = SearchField("Search")
    qtbot.addWidget(field)
    cross = field.actions()[-1]
    assert not cross.isVisible()
    qtbot.keyClicks(field, "li")
    assert cross.isVisible()
    cross.trigger()
    assert field.text() == ""
    assert not cross.isVisible()


def test_escape_empties_first_and_leaves_then(qtbot: QtBot) -> None:
    field = SearchField("Search")
    qtbot.addWidget(field)
    field.insert("李")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_activate_takes_focus_and_selects(qtbot: QtBot) -> None:
    field = SearchField("Search")
    qtbot.addWidget(field)
    field.setText("li wei")
    show_active(qtbot, field)
    field.activate()
    assert field.hasFocus()
    assert field.selectedText() == "li wei"
