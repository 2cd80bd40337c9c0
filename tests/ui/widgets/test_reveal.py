# SPDX-License-Identifier: MIT
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.reveal import reveal
from tests.ui.helpers import show_active


def test_scrolls_to_a_part_unless_one_is_writing(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    inner = QWidget()
    column = QVBoxLayout(inner)
    field, high, last = QLineEdit(inner), QLabel(inner), QLabel("last", inner)
    high.setFixedHeight(900)
    for part in (field, high, last):
        column.addWidget(part)
    area.setWidget(inner)
    area.resize(300, 200)
    show_active(qtbot, area)
    field.setFocus()
    reveal(last)
    qtbot.wait(1)
    assert area.verticalScrollBar().value() == 0
    field.clearFocus()
    reveal(last)
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
