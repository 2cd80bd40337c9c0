# SPDX-License-Identifier: MIT
from pytestqt.qtbot import QtBot

from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.marked_text import MarkedText
from tests.ui.helpers import shows


def test_marks_are_seen_and_only_they(qtbot: QtBot) -> None:
    text = MarkedText()
    qtbot.addWidget(text)
    text.resize(300, 60)
    text.set_text("😀 您好 {member_name}")
    text.show()
    ground = current_theme().color("warning_soft")
    assert not shows(text, ground)
    text.set_text("😀 您好 {member_name}", [(5, 18)])
    assert shows(text, ground)


def test_markup_is_text_and_long_words_wrap(qtbot: QtBot) -> None:
    text = MarkedText()
    qtbot.addWidget(text)
    text.set_text("<b>x</b>" * 40)
    text.resize(1_200, 40)
    text.show()
    assert text.toPlainText() == text.text == "<b>x</b>" * 40
    wide = text.height()
    text.resize(120, wide)
    qtbot.waitUntil(lambda: text.height() > 3 * wide)


def test_what_turns_the_text_round_is_named_and_the_marks_stay_on_their_words(
    qtbot: QtBot,
) -> None:
    text = MarkedText()
    qtbot.addWidget(text)
    text.set_text("\u202eLi {rule}", [(4, 10)])
    assert text.toPlainText() == "‹U+202E›Li {rule}"
    assert [mark.cursor.selectedText() for mark in text.extraSelections()] == ["{rule}"]
