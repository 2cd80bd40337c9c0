# SPDX-License-Identifier: MIT
"""A part of the screen is chosen by mouse, or by keyboard alone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.region_picker import RegionPicker

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def picker(qtbot: QtBot) -> RegionPicker:
    screen = QGuiApplication.primaryScreen()
    shot = QPixmap(screen.size() * 2)  # as on a dense screen
    shot.fill(Qt.GlobalColor.blue)
    made = RegionPicker(screen, shot)
    qtbot.addWidget(made)
    made.begin(active=True)
    return made


def _sizes(picker: RegionPicker) -> list[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    picker.chosen.connect(lambda image: taken.append((image.width(), image.height())))
    return taken


def test_dragging_takes_the_part_in_the_pictures_own_pixels(picker: RegionPicker) -> None:
    taken = _sizes(picker)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(picker, left, pos=QPoint(200, 150))
    QTest.mouseMove(picker, QPoint(101, 101))
    QTest.mouseRelease(picker, left, pos=QPoint(101, 101))
    assert taken == [(200, 100)]


def test_a_click_takes_nothing(picker: RegionPicker) -> None:
    taken = _sizes(picker)
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert taken == []
    assert picker.region.isEmpty()


def test_by_keyboard(picker: RegionPicker) -> None:
    taken = _sizes(picker)
    QTest.keyClick(picker, Qt.Key.Key_Right)
    begun = picker.region
    assert begun.center() == picker.rect().center()
    QTest.keyClick(picker, Qt.Key.Key_Left)
    QTest.keyClick(picker, Qt.Key.Key_Up, CONTROL)
    assert picker.region.topLeft() == begun.topLeft() - QPoint(16, 1)
    QTest.keyClick(picker, Qt.Key.Key_Right, SHIFT)
    assert picker.region.width() == begun.width() + 16
    for _step in range(200):
        QTest.keyClick(picker, Qt.Key.Key_Left)
    assert picker.region.left() == 0
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert taken == [(2 * picker.region.width(), 2 * picker.region.height())]


def test_enter_alone_takes_the_whole_screen(picker: RegionPicker) -> None:
    taken = _sizes(picker)
    QTest.keyClick(picker, Qt.Key.Key_Enter)
    assert taken == [(2 * picker.width(), 2 * picker.height())]


@pytest.mark.parametrize("how", ["Esc", "right button"])
def test_it_can_be_called_off(qtbot: QtBot, picker: RegionPicker, how: str) -> None:
    with qtbot.waitSignal(picker.cancelled), qtbot.assertNotEmitted(picker.chosen):
        if how == "Esc":
            QTest.keyClick(picker, Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(picker, Qt.MouseButton.RightButton, pos=QPoint(50, 50))


def test_what_to_do_is_painted_and_read_out(picker: RegionPicker) -> None:
    assert "Esc cancels" in picker.accessibleDescription()
    plain = picker.grab().toImage()
    QTest.keyClick(picker, Qt.Key.Key_Right)
    chosen = picker.grab().toImage()
    middle = picker.rect().center() - QPoint(0, 40)
    assert QImage(chosen).pixelColor(middle).blue() == 255
    assert plain.pixelColor(QPoint(3, 3)).blue() < 200, "what is not chosen is in shade"
