# SPDX-License-Identifier: MIT
"""A fill-in is written: label and choices, plain words only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.templates import FillIn
from groupdesk.ui.dialogs.fill_in_dialog import FillInDialog
from tests.ui.helpers import assert_freed, show_active


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    show_active(qtbot, made)
    return made


def test_a_choice_is_written(qtbot: QtBot, window: QWidget) -> None:
    dialog = FillInDialog(None, choices=True, parent=window)
    wanted: list[FillIn] = []
    dialog.wanted.connect(wanted.append)
    dialog.open()
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.label, "How we talk")
    qtbot.keyClicks(dialog.choices, "by phone")
    assert not dialog.main_button.isEnabled(), "one choice is none"
    qtbot.keyClick(dialog.choices, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.choices, " in writing ")
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert wanted == [FillIn("How we talk", ("by phone", "in writing"))]


def test_own_words_need_a_label_only(qtbot: QtBot, window: QWidget) -> None:
    dialog = FillInDialog(None, choices=False, parent=window)
    wanted: list[FillIn] = []
    dialog.wanted.connect(wanted.append)
    dialog.open()
    assert dialog.choices_field.isHidden()
    qtbot.keyClicks(dialog.label, "What happened")
    qtbot.keyClick(dialog.label, Qt.Key.Key_Return)
    assert wanted == [FillIn("What happened")]


@pytest.mark.parametrize(
    ("label", "choices", "said"),
    [
        ("{member_name}", "a\nb", "brackets"),
        ("How", "a|b\nc", "brackets"),
        ("How", "a\na", "twice"),
        ("How", "\n".join("abcdefghij"), "At most 9"),
        ("How", "x" * 201 + "\ny", "200"),
    ],
)
def test_what_is_no_fill_in_is_said_at_its_field(
    qtbot: QtBot, window: QWidget, label: str, choices: str, said: str
) -> None:
    dialog = FillInDialog(None, choices=True, parent=window)
    dialog.open()
    dialog.label.setText(label)
    dialog.choices.set_text(choices)
    assert said in dialog.label_field.error + dialog.choices_field.error
    assert not dialog.main_button.isEnabled()
    assert_freed(dialog)
