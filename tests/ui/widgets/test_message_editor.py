# SPDX-License-Identifier: MIT
"""Placeholders while one writes: words, in one piece, told from what a person typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.message_editor import MessageEditor
from groupdesk.words import Words
from tests.costs import not_for_ever
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


def test_an_input_method_takes_the_place_of_a_whole_placeholder(editor: MessageEditor) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(4)  # in the middle of the first one
    cursor.setPosition(12, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    event = QInputMethodEvent()
    event.setCommitString("王女士")
    QApplication.sendEvent(editor, event)
    assert editor.text == "😀王女士！{rule_hint}"


def test_pasted_brackets_are_looked_through_at_once(editor: MessageEditor) -> None:
    with not_for_ever():
        assert editor.spelled("[\u2060" * 50_000) == "[" * 50_000


def test_the_same_words_of_a_person_stay_text(qtbot: QtBot, editor: MessageEditor) -> None:
    editor.set_text("【理由】 and {reason} and {reeson}")
    assert editor.text == "【理由】 and {reason} and {reeson}"


ASKING = (
    "We {choose:How|spoke by phone|wrote} on {write:Day}, {member_name}."
    " {choose:How|spoke by phone|wrote}!"
)


def test_tab_goes_from_one_fill_in_to_the_next_and_then_on(
    qtbot: QtBot, editor: MessageEditor
) -> None:
    editor.speak(Words("en"))
    editor.set_text(ASKING)
    assert editor.text == ASKING, "kept as the template has it"
    assert shown(editor).startswith("We [How ▾] on [Day …], [")
    qtbot.keyClick(editor, Qt.Key.Key_Home, END)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClick(editor, Qt.Key.Key_Space)
    menu = editor.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["spoke by phone", "wrote"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert editor.text == "We wrote on {write:Day}, {member_name}. wrote!"
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClicks(editor, "Monday")
    assert editor.text == "We wrote on Monday, {member_name}. wrote!"
    assert not editor._go_on(forward=True), "from here Tab leaves the field"
    editor.undo()
    editor.undo()
    assert "{choose:How" in editor.text


def test_shift_tab_goes_back_and_a_click_opens_the_choices(
    qtbot: QtBot, editor: MessageEditor
) -> None:
    editor.set_text(ASKING)
    qtbot.keyClick(editor, Qt.Key.Key_End, END)
    qtbot.keyClick(editor, Qt.Key.Key_Backtab)
    asked = editor._selected()
    assert asked is not None
    assert asked.choices == ("spoke by phone", "wrote")
    cursor = editor.textCursor()
    cursor.setPosition(5)
    place = editor.cursorRect(cursor).center()
    cursor.setPosition(0)
    editor.setTextCursor(cursor)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = editor.findChild(QMenu)
    assert menu is not None
    menu.close()


def test_two_that_ask_alike_but_not_the_same_stay_apart(editor: MessageEditor) -> None:
    text = "{choose:How|a|b} {choose:How|c|d} {write:How}"
    editor.set_text(text)
    assert editor.text == text
    editor.speak(Words("en"))
    assert editor.text == text


@pytest.mark.parametrize("text", ["{choose:How}", "{write:}", "{write:a{b}}", "{choose:|a|b}"])
def test_what_only_looks_like_a_fill_in_stays_text(editor: MessageEditor, text: str) -> None:
    editor.set_text(text)
    assert editor.text == text
    assert not editor._unanswered()
