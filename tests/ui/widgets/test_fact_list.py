# SPDX-License-Identifier: MIT
"""Facts line by line; what is not known takes no line."""

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.fact_list import FactList


def test_what_is_not_known_is_left_out(qtbot: QtBot) -> None:
    facts = FactList()
    qtbot.addWidget(facts)
    facts.show()
    facts.set_facts([("Owner", "Mei"), ("Platform ID", ""), ("Rules", "version 2")])
    assert facts.facts == {"Owner": "Mei", "Rules": "version 2"}
    tall = facts.sizeHint().height()
    facts.set_facts([("Owner", "<b>Mei</b>")])
    assert facts.facts == {"Owner": "<b>Mei</b>"}
    assert facts.sizeHint().height() < tall


def test_a_value_is_heard_with_its_name(qtbot: QtBot) -> None:
    facts = FactList()
    qtbot.addWidget(facts)
    facts.set_facts([("Owner", "Mei\u202e")])
    value = facts._lines[0][1]
    heard = QAccessible.queryAccessibleInterface(value).text(QAccessible.Text.Name)
    assert heard == "Owner: Mei‹U+202E›"
