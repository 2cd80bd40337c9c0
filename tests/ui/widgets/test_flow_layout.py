# SPDX-License-Identifier: MIT
"""Chips go on in the next line where the line is full, from the right in right-to-left."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.flow_layout import FlowLayout


def _flow(qtbot: QtBot, width: int) -> tuple[QWidget, list[QFrame], FlowLayout]:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FlowLayout(parent, 10)
    boxes = [QFrame(parent) for _ in range(3)]
    for box in boxes:
        box.setFixedSize(100, 20)
        layout.addWidget(box)
    parent.resize(width, 100)
    parent.show()
    return parent, boxes, layout


def test_lines(qtbot: QtBot) -> None:
    _parent, boxes, layout = _flow(qtbot, 210)
    assert [box.pos() for box in boxes] == [QPoint(0, 0), QPoint(110, 0), QPoint(0, 30)]
    assert layout.heightForWidth(210) == 50
    assert layout.heightForWidth(209) == 80
    assert layout.heightForWidth(320) == 20


def test_hidden_ones_take_no_room(qtbot: QtBot) -> None:
    _parent, boxes, layout = _flow(qtbot, 210)
    boxes[0].hide()
    assert layout.heightForWidth(210) == 20


def test_right_to_left(qtbot: QtBot) -> None:
    parent, boxes, layout = _flow(qtbot, 210)
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout.activate()
    assert [box.x() for box in boxes] == [110, 0, 110]


def test_what_is_taken_out_is_gone(qtbot: QtBot) -> None:
    _parent, boxes, layout = _flow(qtbot, 400)
    layout.removeWidget(boxes[1])
    assert layout.count() == 2
    assert layout.itemAt(2) is None
    assert layout.takeAt(5) is None
