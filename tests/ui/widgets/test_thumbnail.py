# SPDX-License-Identifier: MIT
"""A screenshot in small: opens, goes, can be reached without the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.thumbnail import Thumbnail
from tests.ui.helpers import show_active, shows


def _thumbnail(qtbot: QtBot, *, removable: bool = True) -> Thumbnail:
    result = Thumbnail("chat-1.png", removable=removable)
    qtbot.addWidget(result)
    show_active(qtbot, result)
    return result


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_open(qtbot: QtBot, key: Qt.Key) -> None:
    thumbnail = _thumbnail(qtbot)
    with qtbot.waitSignal(thumbnail.opened):
        qtbot.keyClick(thumbnail, key)


def test_a_click_opens(qtbot: QtBot) -> None:
    thumbnail = _thumbnail(qtbot)
    with qtbot.waitSignal(thumbnail.opened):
        qtbot.mouseClick(thumbnail, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))


def test_delete_and_the_cross_remove(qtbot: QtBot) -> None:
    thumbnail = _thumbnail(qtbot)
    with qtbot.waitSignal(thumbnail.removed):
        qtbot.keyClick(thumbnail, Qt.Key.Key_Delete)
    thumbnail.setFocus()
    cross = thumbnail.findChild(QPushButton)
    assert isinstance(cross, QPushButton)
    assert cross.isVisible()
    with (
        qtbot.assertNotEmitted(thumbnail.opened),
        qtbot.waitSignal(thumbnail.removed),
    ):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)


def test_what_is_recorded_stays(qtbot: QtBot) -> None:
    thumbnail = _thumbnail(qtbot, removable=False)
    thumbnail.setFocus()
    with qtbot.assertNotEmitted(thumbnail.removed):
        qtbot.keyClick(thumbnail, Qt.Key.Key_Delete)
    assert thumbnail.findChild(QPushButton) is None


def test_the_picture_fills_the_frame_from_the_top(qtbot: QtBot, theme: Theme) -> None:
    thumbnail = _thumbnail(qtbot)
    picture = QPixmap(100, 800)
    picture.fill(QColor("#123456"))
    thumbnail.set_picture(picture)
    image = thumbnail.grab().toImage()
    for x in (8, thumbnail.width() // 2, thumbnail.width() - 9):
        assert image.pixelColor(x, theme.size("thumbnail_height") // 2).name() == "#123456"
    thumbnail.setFocus()
    assert shows(thumbnail, theme.color("accent"))


def test_it_has_a_name(qtbot: QtBot) -> None:
    thumbnail = _thumbnail(qtbot)
    assert thumbnail.accessibleName() == "Screenshot chat-1.png"
    thumbnail.set_caption("chat-2.png")
    assert thumbnail.accessibleName() == "Screenshot chat-2.png"
    assert thumbnail.caption == "chat-2.png"
