# SPDX-License-Identifier: MIT
"""Parts of a form turn where there is little room."""

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.narrowing_row import NarrowingRow


def test_parts_stand_beside_each_other_where_there_is_room(qtbot: QtBot) -> None:
    made = NarrowingRow(500)
    qtbot.addWidget(made)
    first, second = QPushButton("First", made), QPushButton("Second", made)
    made.row.addWidget(first)
    made.row.addWidget(second)
    made.show()
    for width, beside in ((600, True), (400, False), (500, True)):
        made.resize(width, 200)
        QApplication.processEvents()
        assert (first.y() == second.y()) is beside
        assert (first.x() == second.x()) is not beside
