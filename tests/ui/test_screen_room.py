# SPDX-License-Identifier: MIT
"""A window and its frame stay on the screen."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.screen_room import height_on_screen


@pytest.mark.parametrize("shown", [False, True])
def test_there_is_room_for_the_frame(qtbot: QtBot, *, shown: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setVisible(shown)
    assert 0 < height_on_screen(window) < window.screen().availableGeometry().height()


def test_the_frame_is_that_of_the_window_behind(qtbot: QtBot) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.show()
    frame = behind.frameGeometry().height() - behind.height()
    inner = QWidget(behind)
    expected = behind.screen().availableGeometry().height() - frame
    assert not frame or height_on_screen(inner) == expected
