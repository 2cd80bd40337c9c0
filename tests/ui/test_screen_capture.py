# SPDX-License-Identifier: MIT
"""The windows go out of the way, the picture is taken, and all is as before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui import screen_capture
from groupdesk.ui.screen_capture import ScreenCapture
from groupdesk.ui.widgets.capture_button import CaptureButton
from groupdesk.ui.widgets.region_picker import RegionPicker
from tests.ui.helpers import show_active


class Ground:
    """A window with a modal dialog over it, and a screen that says what it shows."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.dialog = QDialog(self.window)
        self.line = QLineEdit(self.dialog)
        self.shown: list[bool] = []
        self.null = False
        self.capture = ScreenCapture(self.line, self._grab)
        self.button = CaptureButton(self.capture, self.dialog)
        column = QVBoxLayout(self.dialog)
        column.addWidget(self.line)
        column.addWidget(self.button)
        qtbot.addWidget(self.window)
        show_active(qtbot, self.window)
        self.dialog.open()
        self.line.setFocus()
        self.closed: list[int] = []
        self.dialog.finished.connect(self.closed.append)

    def _grab(self, _screen: QScreen) -> QPixmap:
        self.shown.append(self.window.isVisible() or self.dialog.isVisible())
        if self.null:
            return QPixmap()
        shot = QPixmap(300, 200)
        shot.fill(Qt.GlobalColor.red)
        return shot


@pytest.fixture
def ground(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Ground:
    monkeypatch.setattr(screen_capture, "_SETTLE_MILLISECONDS", 0)
    return Ground(qtbot)


def _picker() -> RegionPicker:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, RegionPicker))


def test_the_whole_screen_without_our_windows(qtbot: QtBot, ground: Ground) -> None:
    ground.line.setText("half a sentence")
    with qtbot.waitSignal(ground.capture.captured) as taken:
        ground.capture.start(whole=True)
    image: QImage = taken.args[0]
    assert (image.width(), image.height()) == (300, 200)
    assert ground.shown == [False]
    assert ground.window.isVisible()
    assert ground.dialog.isVisible()
    assert ground.dialog.isModal()
    assert ground.closed == []
    assert ground.dialog.focusWidget() is ground.line
    assert ground.line.text() == "half a sentence"


def test_a_part_is_chosen_on_the_still_picture(qtbot: QtBot, ground: Ground) -> None:
    ground.capture.start()
    qtbot.waitUntil(lambda: bool(ground.shown))
    assert not ground.dialog.isVisible()
    with qtbot.waitSignal(ground.capture.captured):
        QTest.keyClick(_picker(), Qt.Key.Key_Return)
    assert ground.dialog.isVisible()
    assert not ground.capture.busy


def test_esc_brings_the_windows_back_without_a_picture(qtbot: QtBot, ground: Ground) -> None:
    ground.capture.start()
    qtbot.waitUntil(lambda: bool(ground.shown))
    with qtbot.assertNotEmitted(ground.capture.captured):
        QTest.keyClick(_picker(), Qt.Key.Key_Escape)
    assert ground.dialog.isVisible()
    assert ground.closed == []


def test_after_a_delay_that_counts_down(qtbot: QtBot, ground: Ground) -> None:
    ground.capture._second.setInterval(1)
    with qtbot.waitSignal(ground.capture.captured):
        ground.capture.start(3, whole=True)
        assert not ground.dialog.isVisible()
        count = ground.capture._count
        assert count is not None
        assert "in 3 s" in count.text()
    assert ground.capture._count is None


def test_a_click_on_the_countdown_calls_it_off(qtbot: QtBot, ground: Ground) -> None:
    ground.capture.start(10)
    count = ground.capture._count
    assert count is not None
    with qtbot.assertNotEmitted(ground.capture.captured):
        QTest.mouseClick(count, Qt.MouseButton.LeftButton)
    assert ground.dialog.isVisible()
    assert not ground.capture._second.isActive()


def test_a_screen_that_gives_no_picture_is_said(qtbot: QtBot, ground: Ground) -> None:
    ground.null = True
    with qtbot.waitSignal(ground.button.refused) as said:
        ground.capture.start(whole=True)
    assert "paste it here with Ctrl+V" in said.args[0]
    assert ground.dialog.isVisible()


def test_where_no_program_may_look_it_says_how(
    qtbot: QtBot, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_capture, "possible", lambda: False)
    with qtbot.waitSignal(ground.button.refused) as said:
        ground.button.click()
    assert "Shift+Print" in said.args[0]
    assert ground.dialog.isVisible()


def test_the_menu_offers_ways_and_delays(qtbot: QtBot, ground: Ground) -> None:
    texts = [action.text() for action in ground.button.menu_of_ways.actions() if action.text()]
    assert texts == [
        "Part of the screen…", "Whole screen", "One window: how to…",
        "At once", "After 3 seconds", "After 5 seconds", "After 10 seconds",
    ]  # fmt: skip
    with qtbot.waitSignal(ground.button.refused) as said:
        ground.button._window.trigger()
    assert "press Alt+Print" in said.args[0]
    ground.button._later[3].trigger()
    with qtbot.waitSignal(ground.capture.captured):
        ground.capture._second.setInterval(1)
        ground.button._whole.trigger()
        assert ground.capture._count is not None
