# SPDX-License-Identifier: MIT
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.courtesy import HARMFUL, CourtesyCode, check
from groupdesk.domain.enums import Language
from groupdesk.ui.theme import current_theme
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.courtesy_panel import CourtesyPanel
from groupdesk.ui.widgets.message_editor import MessageEditor
from groupdesk.ui.widgets.message_marks import MessageMarks

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
HARSH = "Dear {member_name}, you idiot!!! You always post ads."


class Composer(QWidget):
    """A message with its courtesy check, looked at whenever it changes."""

    def __init__(self, translations: Translations, text: str) -> None:
        super().__init__()
        self.editor = MessageEditor(4, self)
        self.editor.speak(translations.words)
        self.panel = CourtesyPanel(translations, self)
        self.panel.attach(self.editor)
        column = QVBoxLayout(self)
        column.addWidget(self.editor)
        column.addWidget(self.panel)
        self.editor.textChanged.connect(self.look)
        self.editor.set_text(text)

    def look(self) -> None:
        self.panel.look_at(self.editor.text, Language.EN, ("R1",))

    @property
    def said(self) -> str:
        labels = self.panel.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisibleTo(self.panel))

    @property
    def marked(self) -> list[str]:
        return MessageMarks(self.editor).marked()

    def harms(self) -> set[CourtesyCode]:
        found = check(self.editor.text)
        return {one.code for one in found.findings if not one.ok} & HARMFUL


def composer(qtbot: QtBot, translations: Translations, text: str) -> Composer:
    widget = Composer(translations, text)
    qtbot.addWidget(widget)
    widget.resize(700, 700)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def test_each_line_says_which_words_and_what_to_write_instead(
    qtbot: QtBot, translations: Translations
) -> None:
    one = composer(qtbot, translations, HARSH)
    assert "Words that may insult: “you idiot”" in one.said
    assert "Instead: “I noticed this on [Date of the incident].”" in one.said
    assert "For example: “If you have any questions, [Who can help] will" in one.said
    assert {"you idiot", "!!!", "You always post"} <= set(one.marked)


def test_with_the_keyboard_alone_the_message_becomes_courteous(
    qtbot: QtBot, translations: Translations
) -> None:
    one = composer(qtbot, translations, HARSH)
    one.editor.setFocus()
    qtbot.keyClick(one.editor, Qt.Key.Key_Tab)
    for _ in range(12):
        button = one.focusWidget()
        if button is None or button is one.editor:
            break
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert one.editor.hasFocus()
    assert one.harms() <= {CourtesyCode.PLACEHOLDERS}
    assert one.panel.advice.isHidden()
    assert "{helper_contact}" in one.editor.text
    assert one.marked == []


def test_what_was_taken_is_taken_back_in_the_editor_and_beside_it(
    qtbot: QtBot, translations: Translations
) -> None:
    one = composer(qtbot, translations, HARSH)
    button = one.panel.advice.offer_buttons()[0]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert "idiot" not in one.editor.text
    qtbot.keyClick(one.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert one.editor.text == HARSH
    one.panel.advice.offer_buttons()[0].click()
    one.editor.setFocus()
    qtbot.keyClick(one.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert one.editor.text == HARSH


def test_the_words_of_the_line_in_focus_stand_out(qtbot: QtBot, translations: Translations) -> None:
    one = composer(qtbot, translations, HARSH)

    def coloured() -> list[str]:
        return [
            mark.cursor.selectedText()
            for mark in one.editor.extraSelections()
            if mark.format.background().color() == current_theme().color("danger_soft")
        ]

    assert coloured() == []
    one.panel.advice.offer_buttons()[0].setFocus()
    assert coloured() == ["you idiot"]
    one.editor.setFocus()
    assert coloured() == []


def test_a_message_in_another_language_is_put_better_in_its_own(
    qtbot: QtBot, translations: Translations
) -> None:
    one = composer(qtbot, translations, "😀{member_name}，您总是刷屏。")
    assert one.marked == ["您总是"]
    button = next(b for b in one.panel.advice.offer_buttons() if "您总是" in b.accessibleName())
    button.click()
    assert one.editor.text.startswith("我注意到的是{incident_date}这一次。") or (
        "我注意到的是{incident_date}这一次。" in one.editor.text
    )
    assert one.harms() <= {CourtesyCode.PLACEHOLDERS}


def test_harm_in_what_is_filled_in_is_said_without_an_offer(
    qtbot: QtBot, translations: Translations
) -> None:
    one = composer(qtbot, translations, "Hello {member_name}.")
    one.panel.look_at("Hello you idiot.", Language.EN, ())
    assert "Words that may insult. Describe the act" in one.said
    assert not any("insult" in b.accessibleName() for b in one.panel.advice.offer_buttons())


def test_without_an_editor_nothing_is_offered(qtbot: QtBot, translations: Translations) -> None:
    panel = CourtesyPanel(translations)
    qtbot.addWidget(panel)
    panel.look_at("You idiot!!!", Language.EN, ())
    assert panel.advice.offer_buttons() == []
    assert not panel.advice.isHidden()


def test_a_text_too_long_to_be_read_whole_is_not_called_harmless(
    qtbot: QtBot, translations: Translations
) -> None:
    panel = CourtesyPanel(translations)
    qtbot.addWidget(panel)
    panel.look_at("Thank you for all. " * 2_000, Language.EN, ())
    labels = [one.text() for one in panel.findChildren(QLabel)]
    assert any("in the first 5,000 characters" in text for text in labels)
    assert "No insults, threats, shouting or mockery found" not in labels
