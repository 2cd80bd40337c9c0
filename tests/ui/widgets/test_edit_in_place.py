# SPDX-License-Identifier: MIT
"""A field is changed where it stands, by mouse and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.edit_in_place import EditInPlace
from groupdesk.ui.widgets.text_area import TextArea

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


_KEPT: list[QWidget] = []  # Python would free the window of a field


def shown(qtbot: QtBot, lines: int = 1, text: str = "138") -> EditInPlace:
    window = QWidget()
    field, other = EditInPlace(lines=lines), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(other)
    field.set_caption("Phone", "–")
    field.show_text(text)
    qtbot.addWidget(window)
    _KEPT[:] = [window]
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return field


def open_it(qtbot: QtBot, field: EditInPlace, how: object = Qt.Key.Key_F2) -> QWidget:
    if isinstance(how, Qt.Key):
        field.value.setFocus()
        qtbot.keyClick(field.value, how)
    else:
        qtbot.mouseClick(field.value, LEFT)
    assert field.editor is not None
    assert QApplication.focusWidget() is field.editor
    return field.editor


@pytest.mark.parametrize("how", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Space, LEFT])
def test_click_and_keys_open_it_and_enter_saves(qtbot: QtBot, how: object) -> None:
    field = shown(qtbot)
    editor = open_it(qtbot, field, how)
    qtbot.keyClicks(editor, "139")  # what was there is selected
    with qtbot.waitSignal(field.submitted) as said:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert said.args == ["139"]
    assert field.editor is editor, "it stays until it was saved"
    field.close_editor()
    assert field.value.isVisible()
    assert QApplication.focusWidget() is field.value


def test_escape_leaves_it_as_it_was(qtbot: QtBot) -> None:
    field = shown(qtbot)
    editor = open_it(qtbot, field)
    qtbot.keyClicks(editor, "139")
    with qtbot.assertNotEmitted(field.submitted):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert field.editor is None
    assert field.value.text() == "138"
    assert QApplication.focusWidget() is field.value


def test_enter_without_a_change_writes_nothing(qtbot: QtBot) -> None:
    field = shown(qtbot)
    editor = open_it(qtbot, field)
    with qtbot.assertNotEmitted(field.submitted):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert field.editor is None


def test_an_error_stands_under_it_and_keeps_what_was_written(qtbot: QtBot) -> None:
    field = shown(qtbot)
    editor = open_it(qtbot, field)
    qtbot.keyClicks(editor, "x")
    field.set_error("No number.")
    assert field.error == "No number."
    assert field.editor is editor
    assert QApplication.focusWidget() is editor
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert field.error == ""


@pytest.mark.parametrize(("typed", "open_still"), [("", False), ("139", True)])
def test_what_was_not_saved_is_not_thrown_away_by_tab(
    qtbot: QtBot, typed: str, open_still: bool
) -> None:
    field = shown(qtbot)
    editor = open_it(qtbot, field)
    qtbot.keyClicks(editor, typed)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert (field.editor is not None) == open_still


def test_a_note_has_lines(qtbot: QtBot) -> None:
    field = shown(qtbot, lines=3, text="")
    assert field.value.text() == "–"
    editor = open_it(qtbot, field)
    assert isinstance(editor, TextArea)
    qtbot.keyClicks(editor, "a")
    qtbot.keyClick(editor, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(editor, "b")
    with qtbot.waitSignal(field.submitted) as said:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert said.args == ["a\nb"]


def test_what_may_not_be_changed_does_not_open(qtbot: QtBot) -> None:
    field = shown(qtbot)
    field.set_refusal("This group is archived.")
    field.open_editor()
    assert field.editor is None
