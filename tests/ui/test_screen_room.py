# SPDX-License-Identifier: MIT
"""A window and its frame stay on the screen."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.screen_room import height_on_screen, width_on_screen


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


@pytest.mark.parametrize(("screen", "width"), [(1920, 1280), (1024, 1024), (900, 900), (800, 1280)])
def test_a_window_is_no_wider_than_a_screen_that_has_room_for_pages(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, screen: int, width: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, screen, 700))
    assert width_on_screen(window, 1280) == width
