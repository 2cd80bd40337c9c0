# SPDX-License-Identifier: MIT
"""The frame of all dialogs: main act, what is missing, busy, leaving, freeing."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import Theme
from groupdesk.ui.widgets.buttons import button
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from groupdesk.ui.widgets.form_field import FormField
from groupdesk.ui.widgets.text_area import TextArea
from tests.ui.helpers import assert_freed, shows


@pytest.fixture
def dialog(qtbot: QtBot) -> DialogFrame:
    result = DialogFrame()
    result.set_head("Remove 李伟", "Member since 3 March", name="李伟")
    result.form.addWidget(FormField("&Ground", QComboBox()))
    result.form.addWidget(FormField("&Reason", TextArea()))
    result.set_main("Record removal", "user-round-minus", "danger")
    with qtbot.waitActive(result):
        result.open()
        result.activateWindow()
    return result


def test_the_main_act_by_mouse_and_keys(qtbot: QtBot, dialog: DialogFrame) -> None:
    with qtbot.waitSignal(dialog.main_requested):
        qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    area = dialog.findChild(TextArea)
    assert isinstance(area, TextArea)
    area.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(dialog.main_requested):
            qtbot.keyClick(area, key, Qt.KeyboardModifier.ControlModifier)
    assert area.text == ""
    assert_freed(dialog)


def test_enter_alone_does_nothing_that_cannot_be_taken_back(
    qtbot: QtBot, dialog: DialogFrame
) -> None:
    line = QLineEdit()
    dialog.form.addWidget(line)
    line.setFocus()
    with qtbot.assertNotEmitted(dialog.main_requested):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert_freed(dialog)


def test_what_is_missing_is_said_and_stops_the_act(qtbot: QtBot, dialog: DialogFrame) -> None:
    dialog.set_missing(["a reason", "a screenshot"])
    assert dialog._missing_label.text() == "Still missing: a reason, a screenshot"
    with qtbot.assertNotEmitted(dialog.main_requested):
        qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog.set_missing([])
    assert dialog._missing_label.text() == ""
    assert dialog.main_button.isEnabled()
    assert_freed(dialog)


def test_a_hint_has_all_the_room_while_nothing_is_missing(
    qtbot: QtBot, dialog: DialogFrame
) -> None:
    dialog.set_hint("2 rows to decide are left out of this list for now")
    dialog.set_missing([])
    hint = dialog._hint
    whole = hint.fontMetrics().horizontalAdvance(hint.text())
    dialog.resize(dialog.main_button.width() + whole + 200, dialog.height())
    qtbot.waitUntil(lambda: hint.width() >= whole)
    dialog.set_missing(["a reason"])
    missing = dialog._missing_label
    assert missing.isVisible()
    assert missing.width() > 0
    # and both are whole where there is room for both, however it is shared out
    said = missing.fontMetrics().horizontalAdvance(missing.text())
    dialog.resize(dialog.main_button.width() + whole + said + 80, dialog.height())
    qtbot.waitUntil(lambda: hint.width() >= whole and missing.width() >= said)


def test_while_it_works_nothing_is_lost_and_nobody_leaves(
    qtbot: QtBot, dialog: DialogFrame
) -> None:
    area = dialog.findChild(TextArea)
    assert isinstance(area, TextArea)
    area.set_text("three reseller links")
    keep = dialog.add_left(button("Keep draft"))
    dialog.set_busy(True)
    assert dialog.busy
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    assert not keep.isEnabled()
    assert not dialog.main_button.isEnabled()
    dialog.set_busy(False)
    assert keep.isEnabled()
    assert area.text == "three reseller links"
    assert_freed(dialog)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_leaving(
    qtbot: QtBot, dialog: DialogFrame, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, key, modifier)
    assert_freed(dialog)


def test_the_kind_of_the_main_act_can_be_seen(dialog: DialogFrame, theme: Theme) -> None:
    assert shows(dialog.main_button, theme.color("danger"))
    dialog.set_main("Record as sent", "send")
    assert shows(dialog.main_button, theme.color("accent"))
    assert dialog.main_button.toolTip() == "Record as sent (Ctrl+Enter)"
    assert_freed(dialog)


def test_on_a_low_screen_the_form_scrolls_and_the_acts_stay(
    qtbot: QtBot, dialog: DialogFrame
) -> None:
    for number in range(20):
        dialog.form.addWidget(FormField(f"Field {number}", QLineEdit()))
    dialog.resize(900, 600)
    QApplication.processEvents()
    assert dialog.rect().contains(dialog.main_button.geometry())
    assert dialog.height() == 600
    areas = dialog.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: any(area.verticalScrollBar().maximum() > 0 for area in areas))
    assert all(area.horizontalScrollBar().maximum() == 0 for area in areas)
    assert_freed(dialog)


def test_a_high_dialog_keeps_its_acts_on_the_screen(qtbot: QtBot) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.show()
    dialog = DialogFrame(behind)
    for number in range(40):
        dialog.form.addWidget(FormField(f"Field {number}", QLineEdit()))
    dialog.resize(600, 4000)
    dialog.open()
    screen = dialog.screen().availableGeometry()
    assert dialog.height() < screen.height()
    assert dialog.frameGeometry().height() <= screen.height()
    assert dialog.rect().contains(dialog.main_button.geometry())
    assert_freed(dialog)


def test_enter_acts_where_one_line_is_all_that_is_asked(qtbot: QtBot, dialog: DialogFrame) -> None:
    line = QLineEdit()
    dialog.form.addWidget(line)
    dialog.act_on_enter(line)
    dialog.set_missing(["a name"])
    line.setFocus()
    with qtbot.assertNotEmitted(dialog.main_requested):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    dialog.set_missing([])
    with qtbot.waitSignal(dialog.main_requested):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert_freed(dialog)


def test_it_is_no_wider_than_the_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 900, 700))
    made = DialogFrame()
    qtbot.addWidget(made)
    made.resize(1000, 780)
    made.open()
    assert made.width() == 900
    assert made.height() < 700
