# SPDX-License-Identifier: MIT
"""A card as a choice: mouse, Enter and Space; marked when chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.labels import label
from tests.ui.helpers import show_active, shows


def _card(qtbot: QtBot, *, clickable: bool = True) -> Card:
    card = Card(clickable=clickable)
    qtbot.addWidget(card)
    card.body.addWidget(label("R1 No advertising"))
    show_active(qtbot, card)
    return card


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_choose(qtbot: QtBot, key: Qt.Key) -> None:
    card = _card(qtbot)
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, key)


def test_the_mouse_chooses_unless_it_was_drawn_away(qtbot: QtBot) -> None:
    card = _card(qtbot)
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.mousePress(card, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(card.clicked):
        qtbot.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(-20, -20))


def test_a_plain_card_takes_no_focus(qtbot: QtBot) -> None:
    card = _card(qtbot, clickable=False)
    with qtbot.assertNotEmitted(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_mark_and_focus_move_nothing(qtbot: QtBot, theme: Theme) -> None:
    card = _card(qtbot)
    inner = card.findChild(QLabel)
    assert isinstance(inner, QLabel)
    card.clearFocus()
    place = inner.geometry()
    card.set_selected(True)
    assert shows(card, theme.color("accent_soft"))
    card.setFocus()
    assert shows(card, theme.color("accent"))
    assert inner.geometry() == place
