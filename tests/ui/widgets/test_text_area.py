# SPDX-License-Identifier: MIT
"""Several lines of plain text."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.text_area import TextArea
from tests.ui.helpers import show_active


def test_tab_goes_on(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    area, after = TextArea(), QLineEdit()
    column.addWidget(area)
    column.addWidget(after)
    show_active(qtbot, form)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.text == ""


def test_pasted_markup_becomes_text(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    data = QMimeData()
    data.setHtml("<b>您好</b>")
    data.setText("您好")
    area.insertFromMimeData(data)
    assert area.text == "您好"


def test_a_template_put_in_can_be_undone(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    qtbot.keyClicks(area, "mine")
    area.set_text("template")
    area.undo()
    assert area.text == "mine"


def test_height_in_lines(qtbot: QtBot) -> None:
    low, high = TextArea(2), TextArea(8)
    qtbot.addWidget(low)
    qtbot.addWidget(high)
    assert low.sizeHint().height() < high.sizeHint().height()
    assert high.minimumSizeHint().height() == low.minimumSizeHint().height()
