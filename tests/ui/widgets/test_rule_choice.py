# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Severity
from groupdesk.domain.records import RuleRecord
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.rule_choice import RuleChoice
from tests.ui.helpers import show_active

RULES = tuple(
    RuleRecord(at, f"R{at}", Severity.MINOR, {"en": en, "zh": zh}, {}, {}, {}, {})
    for at, en, zh in ((1, "No advertising", "禁止广告"), (2, "Be kind", "文明交流"))
)


def test_begins_without_a_rule_and_says_so(qtbot: QtBot, translations: Translations) -> None:
    choice = RuleChoice(translations, RULES)
    qtbot.addWidget(choice)
    assert choice.rule is None
    field = choice.lineEdit()
    assert field is not None
    assert field.placeholderText() == "Choose the rule that was broken"


def test_optional_choice_begins_with_no_rule(qtbot: QtBot, translations: Translations) -> None:
    choice = RuleChoice(translations, RULES, optional=True)
    qtbot.addWidget(choice)
    chosen = [choice.rule]
    assert choice.currentText() == "No rule"
    for code in ("R2", "R9"):
        choice.choose(code)
        chosen.append(choice.rule)
    assert chosen == [None, RULES[1], None]


def test_what_is_no_rule_is_put_back(qtbot: QtBot, translations: Translations) -> None:
    choice = RuleChoice(translations, RULES)
    qtbot.addWidget(choice)
    show_active(qtbot, choice)
    choice.choose("R1")
    field = choice.lineEdit()
    assert field is not None
    choice.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "nonsense")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert choice.rule == RULES[0]
    assert choice.currentText() == "R1  No advertising"


def _typed(qtbot: QtBot, choice: RuleChoice, text: str) -> QLineEdit:
    """Type into the field as somebody does who came to it by keyboard."""
    show_active(qtbot, choice)
    field = choice.lineEdit()
    assert field is not None
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    if text.isascii():
        QTest.keyClicks(field, text)
    else:  # what an input method commits
        committed = QInputMethodEvent()
        committed.setCommitString(text)
        QApplication.sendEvent(field, committed)
    return field


@pytest.mark.parametrize("typed", ["R2", "kind", "文明"])
def test_enter_takes_what_the_typed_text_finds(
    qtbot: QtBot, translations: Translations, typed: str
) -> None:
    choice = RuleChoice(translations, RULES)
    qtbot.addWidget(choice)
    field = _typed(qtbot, choice, typed)
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup or field, Qt.Key.Key_Return)
    assert choice.rule == RULES[1]
    assert choice.currentText() == "R2  Be kind"


def test_enter_takes_the_first_of_several(qtbot: QtBot, translations: Translations) -> None:
    choice = RuleChoice(translations, RULES)
    qtbot.addWidget(choice)
    field = _typed(qtbot, choice, "R")
    QTest.keyClick(QApplication.activePopupWidget() or field, Qt.Key.Key_Return)
    assert choice.rule == RULES[0]


def test_a_whole_code_comes_before_one_that_holds_it(
    qtbot: QtBot, translations: Translations
) -> None:
    ten = RuleRecord(3, "R10", Severity.MINOR, {"en": "Ten", "zh": "十"}, {}, {}, {}, {})
    choice = RuleChoice(translations, (ten, *RULES))
    qtbot.addWidget(choice)
    field = _typed(qtbot, choice, "r1")
    QTest.keyClick(QApplication.activePopupWidget() or field, Qt.Key.Key_Return)
    assert choice.rule == RULES[0]


def test_leaving_takes_what_fits_one_rule_only(qtbot: QtBot, translations: Translations) -> None:
    choice = RuleChoice(translations, RULES)
    qtbot.addWidget(choice)
    chosen = []
    for text in ("R", "kind"):
        field = _typed(qtbot, choice, text)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        field.clearFocus()
        chosen.append(choice.rule)
    assert chosen == [None, RULES[1]]


def test_a_click_in_the_field_shows_the_list(qtbot: QtBot, translations: Translations) -> None:
    choice = RuleChoice(translations, RULES)
    qtbot.addWidget(choice)
    show_active(qtbot, choice)
    field = choice.lineEdit()
    assert field is not None
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert choice.view().isVisible()
    choice.hidePopup()


def test_a_long_title_shows_its_beginning(qtbot: QtBot, translations: Translations) -> None:
    choice = RuleChoice(translations, RULES)
    qtbot.addWidget(choice)
    choice.choose("R2")
    field = choice.lineEdit()
    assert field is not None
    assert field.cursorPosition() == 0
