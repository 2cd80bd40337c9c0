# SPDX-License-Identifier: MIT
"""The preview shows what will be read, nothing else."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.message_preview import MessagePreview
from tests.ui.helpers import show_active

CTRL = Qt.KeyboardModifier.ControlModifier


def test_text_is_plain_and_keeps_its_lines(qtbot: QtBot) -> None:
    preview = MessagePreview("Mei", "<b>您好</b>")
    qtbot.addWidget(preview)
    preview.resize(300, 400)
    preview.show()
    one = preview._text.height()
    preview.set_message("Arun", "您好\n\n谢谢")
    assert preview.text == "您好\n\n谢谢"
    qtbot.waitUntil(lambda: preview._text.height() > 2 * one)


def test_it_is_selected_by_mouse_and_by_keys_and_not_changed(
    qtbot: QtBot, translations: Translations
) -> None:
    preview = MessagePreview("Mei", "Hello Anna, <b>thank</b> you.")
    qtbot.addWidget(preview)
    preview.resize(400, 200)
    show_active(qtbot, preview)
    shown = preview._text
    qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(6, 8))
    assert shown.textCursor().selectedText() == "Hello"
    assert shown.hasFocus()
    qtbot.keyClick(shown, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(shown, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Hello Anna, <b>thank</b> you."
    qtbot.keyClicks(shown, "x")
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert preview.text == shown.toPlainText() == "Hello Anna, <b>thank</b> you."
    preview.set_message("Mei", preview.text, [(0, 5)])
    assert shown.textCursor().hasSelection(), "the same text keeps what is selected"
    assert shown.accessibleName() == "Message as it will be read"
    translations.set_language("zh")
    qtbot.waitUntil(lambda: not shown.accessibleName().isascii())
