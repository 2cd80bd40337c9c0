# SPDX-License-Identifier: MIT
"""Title, subtitle, acts."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.page_head import PageHead


def test_texts_and_acts(qtbot: QtBot) -> None:
    head = PageHead("Aurora customers")
    qtbot.addWidget(head)
    act = button("Import…")
    head.add_button(act)
    head.resize(500, 60)
    head.show()
    assert [each.text() for each in head.findChildren(QLabel) if each.isVisible()] == [
        "Aurora customers"
    ]
    assert act.geometry().right() == head.rect().right()
    head.set_texts("Today", "Saturday 21 November")
    assert [each.text() for each in head.findChildren(QLabel) if each.isVisible()] == [
        "Today",
        "Saturday 21 November",
    ]
