# SPDX-License-Identifier: MIT
"""Heads: capitals for Latin letters, plain Chinese, the words as given for screen readers."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.section_label import SectionLabel


def test_capitals_and_chinese(qtbot: QtBot) -> None:
    head = SectionLabel("Rule &broken")
    qtbot.addWidget(head)
    head.setBuddy(QLineEdit(head))
    assert head.text() == "RULE &BROKEN"
    assert head.accessibleName() == "Rule broken"
    small = head.fontMetrics().height()
    head.setText("违反的群规")
    assert head.text() == "违反的群规"
    head.ensurePolished()
    assert head.fontMetrics().height() > small
