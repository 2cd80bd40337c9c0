# SPDX-License-Identifier: MIT
"""A list gives way to its detail where there is no room for both."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.list_detail import ListDetail
from tests.ui.helpers import show_active

W = TypeVar("W", bound=QWidget)


def part(pair: ListDetail, kind: type[W]) -> W:
    found = pair.findChild(kind)
    assert isinstance(found, kind)
    return found


@pytest.fixture
def pair(qtbot: QtBot) -> ListDetail:
    made = ListDetail(QListWidget(), QLineEdit(), 300)
    qtbot.addWidget(made)
    made.resize(1000, 400)
    show_active(qtbot, made)
    return made


def test_both_stand_side_by_side_where_there_is_room(pair: ListDetail) -> None:
    listed, detail = part(pair, QListWidget), part(pair, QLineEdit)
    assert listed.isVisible()
    assert detail.isVisible()
    assert abs(pair.detail_width - 300) < 5
    assert not part(pair, QPushButton).isVisible()


def test_a_narrow_one_shows_one_of_the_two(qtbot: QtBot, pair: ListDetail) -> None:
    listed, detail = part(pair, QListWidget), part(pair, QLineEdit)
    pair.resize(600, 400)
    assert listed.isVisible()
    assert not detail.isVisible()
    pair.open_detail()
    assert detail.isVisible()
    assert not listed.isVisible()
    with qtbot.waitSignal(pair.returned):
        part(pair, QPushButton).click()
    assert listed.isVisible()
    pair.resize(1000, 400)
    assert listed.isVisible()
    assert detail.isVisible()
    assert abs(pair.detail_width - 300) < 5, "the divider is where it was"


def test_escape_goes_back_from_inside_the_detail_only(qtbot: QtBot, pair: ListDetail) -> None:
    detail = part(pair, QLineEdit)
    with qtbot.assertNotEmitted(pair.returned):
        qtbot.keyClick(detail, Qt.Key.Key_Escape)
    pair.resize(600, 400)
    pair.open_detail()
    detail.setFocus()
    with qtbot.waitSignal(pair.returned):
        qtbot.keyClick(detail, Qt.Key.Key_Escape)


def test_the_detail_takes_all_the_room_until_one_goes_back(qtbot: QtBot, pair: ListDetail) -> None:
    listed, detail = part(pair, QListWidget), part(pair, QLineEdit)
    pair.open_alone()
    QApplication.processEvents()
    assert not listed.isVisible()
    assert detail.width() > 900
    detail.setFocus()
    qtbot.keyClick(detail, Qt.Key.Key_Escape)
    assert listed.isVisible()
    assert abs(pair.detail_width - 300) < 5


@pytest.mark.parametrize(("width", "expected"), [(1000, 300), (1600, 600)])
def test_a_wide_window_gives_the_detail_more(qtbot: QtBot, width: int, expected: int) -> None:
    made = ListDetail(QListWidget(), QLineEdit(), 300, roomy_width=600)
    qtbot.addWidget(made)
    made.resize(width, 400)
    show_active(qtbot, made)
    assert abs(made.detail_width - expected) < 5
