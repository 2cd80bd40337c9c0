# SPDX-License-Identifier: MIT
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
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
