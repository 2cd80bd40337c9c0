# SPDX-License-Identifier: MIT
"""A window that nobody touches is noticed; one that somebody uses is not."""

import time

import pytest
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


def test_it_waits_again_once_somebody_is_back(qtbot: QtBot) -> None:
    owner, field = QObject(), QLineEdit()
    qtbot.addWidget(field)
    show_active(qtbot, field)
    watch = IdleWatch(owner)
    watch.set_minutes(1)
    with qtbot.waitSignal(watch.idle):
        watch.timer.setInterval(1)
    watch.set_minutes(1)
    watch.timer.stop()  # as after the end of a wait
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert watch.timer.isActive()
    watch.set_minutes(0)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert not watch.timer.isActive(), "off is off"


def test_a_computer_that_slept_is_idle_at_the_first_touch(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, field = QObject(), QLineEdit()
    qtbot.addWidget(field)
    show_active(qtbot, field)
    now = [1_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    watch = IdleWatch(owner)
    watch.set_minutes(5)
    told: list[bool] = []
    watch.idle.connect(lambda: told.append(True))
    for seconds in (299, 299, -10_000, 299):  # a clock that is set back is no rest
        now[0] += seconds
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert (told, field.text()) == ([], "aaaa")
    now[0] += 8 * 3600  # no timer runs while a computer sleeps
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_B)
    assert told == [True]
    assert field.text() == "aaaa", "what woke it up is no input"
