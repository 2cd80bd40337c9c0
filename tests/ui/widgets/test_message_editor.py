# SPDX-License-Identifier: MIT
"""Placeholders while one writes: words, in one piece, told from what a person typed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.message_editor import MessageEditor
from groupdesk.words import Words
from tests.ui.helpers import show_active

END = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(qtbot: QtBot) -> MessageEditor:
    made = MessageEditor()
    qtbot.addWidget(made)
    made.speak(Words("zh"))
    made.set_text("😀{member_name}，您好！{rule_hint}")
    show_active(qtbot, made)
    return made


def shown(editor: MessageEditor) -> str:
    return editor.toPlainText().replace("\u2060", "")


def test_placeholders_read_as_words_and_stay_what_they_are(editor: MessageEditor) -> None:
    assert shown(editor) == "😀【成员称呼】，您好！【建议做法】"
    assert editor.text == "😀{member_name}，您好！{rule_hint}"
    editor.speak(Words("en"))
    assert "{" not in shown(editor)
    assert "【" not in shown(editor)
    assert editor.text == "😀{member_name}，您好！{rule_hint}"


def test_a_placeholder_goes_as_a_whole(qtbot: QtBot, editor: MessageEditor) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_End, END)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text == "😀{member_name}，您好！"
    qtbot.keyClick(editor, Qt.Key.Key_Home, END)
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.text == "😀，您好！"


def test_nothing_is_typed_into_a_placeholder(qtbot: QtBot, editor: MessageEditor) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Home, END)
    for _step in range(2):
        qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClicks(editor, "x")
    assert editor.text == "😀{member_name}x，您好！{rule_hint}"
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    qtbot.keyClicks(editor, "y")
    assert editor.text == "😀y{member_name}x，您好！{rule_hint}"


def test_the_same_words_of_a_person_stay_text(qtbot: QtBot, editor: MessageEditor) -> None:
    editor.set_text("【理由】 and {reason} and {reeson}")
    assert editor.text == "【理由】 and {reason} and {reeson}"
