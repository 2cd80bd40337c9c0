# SPDX-License-Identifier: MIT
"""The preview shows what will be read, nothing else."""

from pytestqt.qtbot import QtBot

from groupdesk.ui.widgets.message_preview import MessagePreview


def test_text_is_plain_and_keeps_its_lines(qtbot: QtBot) -> None:
    preview = MessagePreview("Mei", "<b>您好</b>")
    qtbot.addWidget(preview)
    preview.resize(300, 400)
    preview.show()
    one = preview._text.heightForWidth(preview._text.width())
    preview.set_message("Arun", "您好\n\n谢谢")
    assert preview.text == "您好\n\n谢谢"
    assert preview._text.heightForWidth(preview._text.width()) > one
