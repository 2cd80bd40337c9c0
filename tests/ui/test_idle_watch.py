# SPDX-License-Identifier: MIT
"""A window that nobody touches is noticed; one that somebody uses is not."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from groupdesk.ui.idle_watch import IdleWatch
from tests.ui.helpers import show_active


def test_each_touch_begins_the_wait_anew(qtbot: QtBot) -> None:
    owner, field = QObject(), QLineEdit()
    qtbot.addWidget(field)
    show_active(qtbot, field)
    watch = IdleWatch(owner)
    watch.set_minutes(5)
    assert watch.timer.interval() == 300_000
    begun: list[int] = []
    for touch in (
        lambda: QTest.keyClick(field.windowHandle(), Qt.Key.Key_A),
        lambda: QTest.mouseMove(field.windowHandle(), QPoint(3, 4)),
    ):
        watch.timer.setInterval(1_000_000)
        touch()
        begun.append(watch.timer.remainingTime())
    assert min(begun) > 900_000
    assert field.text() == "a", "nothing is kept from who works"


def test_a_dialog_that_opens_later_is_watched_too(qtbot: QtBot) -> None:
    owner, first, later = QObject(), QLineEdit(), QLineEdit()
    watch = IdleWatch(owner)
    watch.set_minutes(1)
    for field in (first, later):
        qtbot.addWidget(field)
        show_active(qtbot, field)
    watch.timer.stop()
    watch.timer.start(1_000_000)
    watch.timer.setInterval(2_000_000)
    QTest.keyClick(later.windowHandle(), Qt.Key.Key_A)
    assert watch.timer.remainingTime() > 1_500_000


def test_the_end_of_the_wait_is_told_once_and_never_when_off(qtbot: QtBot) -> None:
    owner = QObject()
    watch = IdleWatch(owner)
    watch.set_minutes(1)
    with qtbot.waitSignal(watch.idle):
        watch.timer.setInterval(1)
    assert not watch.timer.isActive()
    watch.set_minutes(0)
    assert not watch.timer.isActive()
