# SPDX-License-Identifier: MIT
"""Buttons by kind."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.buttons import ButtonKind, button, icon_button, name_button
from tests.ui.helpers import show_active, shows


@pytest.mark.parametrize(
    ("kind", "token"),
    [("primary", "accent"), ("danger", "danger"), ("default", "surface"), ("link", "accent")],
)
def test_the_kind_can_be_seen(qtbot: QtBot, theme: Theme, kind: ButtonKind, token: str) -> None:
    one = button("Add member", kind)
    qtbot.addWidget(one)
    one.resize(one.sizeHint())
    assert shows(one, theme.color(token))


@pytest.mark.parametrize("kind", ["default", "primary", "danger", "ghost", "link"])
def test_the_focus_can_be_seen_and_moves_nothing(qtbot: QtBot, kind: ButtonKind) -> None:
    one = button("Add member", kind, "plus")
    qtbot.addWidget(one)
    show_active(qtbot, one)
    size = one.sizeHint()
    one.clearFocus()
    before = one.grab().toImage()
    one.setFocus()
    assert one.hasFocus()
    assert one.grab().toImage() != before
    assert one.sizeHint() == size


def test_the_space_beside_an_icon_is_no_part_of_the_name(qtbot: QtBot) -> None:
    one = button("&Add member", icon_name="plus")
    qtbot.addWidget(one)
    assert one.text() == "&Add member"
    with qtbot.waitSignal(one.clicked):
        qtbot.mouseClick(one, Qt.MouseButton.LeftButton)


def test_a_button_without_text_has_a_name(qtbot: QtBot) -> None:
    one = icon_button("ellipsis", "More")
    qtbot.addWidget(one)
    name_button(one, "更多")
    assert one.accessibleName() == one.toolTip() == "更多"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_with_the_focus_once(qtbot: QtBot, key: Qt.Key) -> None:
    one = icon_button("plus", "Add member")
    qtbot.addWidget(one)
    show_active(qtbot, one)
    pressed: list[bool] = []
    one.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(one, key)
    again = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(one, again)  # the key is held down
    assert len(pressed) == 1


def test_ctrl_enter_is_not_for_the_button_with_the_focus(qtbot: QtBot) -> None:
    one = button("Keep draft")
    qtbot.addWidget(one)
    show_active(qtbot, one)
    with qtbot.assertNotEmitted(one.clicked):
        QTest.keyClick(one, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
