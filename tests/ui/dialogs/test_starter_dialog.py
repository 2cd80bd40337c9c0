# SPDX-License-Identifier: MIT
"""Choosing a starter rulebook: read it in both languages, join or replace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, Severity
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.starter_dialog import StarterDialog
from tests.ui.helpers import assert_freed, show_active

OWN = RuleDraft("R1", Severity.MINOR, {"en": "Ours"}, {"en": "Text."})


def ask(qtbot: QtBot, context: UiContext, rules: tuple[RuleDraft, ...]) -> StarterDialog:
    window = context.acts.parent()
    assert isinstance(window, QWidget)
    dialog = StarterDialog(context, "Aurora", rules, Language.EN, window)
    show_active(qtbot, dialog)
    return dialog


def test_each_set_is_read_in_both_languages_before_it_is_taken(
    qtbot: QtBot, context: UiContext
) -> None:
    dialog = ask(qtbot, context, ())
    assert dialog.preview.toPlainText().startswith("R1 No advertising   Serious \nPlease do not")
    assert "Instead: Please send offers" in dialog.preview.toPlainText()
    assert not dialog.append.isVisible(), "there is nothing to join"
    qtbot.keyClick(dialog.choices["customers"], Qt.Key.Key_Down)
    assert dialog.chosen.key == "partners"
    dialog.languages.button("zh").click()
    assert dialog.preview.toPlainText().startswith("R1 不打广告，不挖客户和员工   严重 \n")
    with qtbot.waitSignal(dialog.taken) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [starter_rules("partners")]
    assert_freed(dialog)


def test_joining_keeps_what_is_there_and_replacing_says_what_goes(
    qtbot: QtBot, context: UiContext
) -> None:
    dialog = ask(qtbot, context, (OWN,))
    assert dialog.rules[0] == OWN
    assert "9" in dialog.main_button.text()
    dialog.replace.click()
    assert dialog.rules == starter_rules()
    assert "Replace" in dialog.main_button.text()


def test_rules_that_are_there_already_are_not_added_twice(qtbot: QtBot, context: UiContext) -> None:
    dialog = ask(qtbot, context, starter_rules())
    assert not dialog.main_button.isEnabled()
    assert "not in the draft" in dialog.main_button.accessibleDescription()


@pytest.mark.parametrize("key", ["customers", "partners", "community"])
def test_it_follows_the_language(qtbot: QtBot, context: UiContext, key: str) -> None:
    dialog = ask(qtbot, context, ())
    english = dialog.choices[key].text()
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.choices[key].text() != english
