# SPDX-License-Identifier: MIT
"""Somebody else was faster: three ways on, each shown before it is taken."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Severity
from groupdesk.domain.rulebook import RuleDraft
from groupdesk.services.desk import Desk
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.rebase_dialog import RebaseDialog
from groupdesk.ui.rules_draft import RulesDraft
from tests.ui.helpers import assert_freed, show_active

STARTERS = starter_rules()
LEFT = Qt.MouseButton.LeftButton
THEIRS = (
    replace(STARTERS[0], titles={**STARTERS[0].titles, "en": "No adverts"}),
    replace(STARTERS[1], severity=Severity.MINOR),
    *STARTERS[2:],
)
MINE = (
    replace(STARTERS[0], titles={**STARTERS[0].titles, "en": "No offers"}),
    *STARTERS[1:8],
)


@pytest.fixture
def draft(context: UiContext, desk: Desk) -> RulesDraft:
    made = RulesDraft(context, 1, QObject(context.events))
    made.refresh()
    made.put(MINE)
    desk.rules.publish(uuid4(), 1, THEIRS, note="Shorter", based_on=1)
    made.refresh()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, draft: RulesDraft) -> RebaseDialog:
    window = context.acts.parent()
    assert isinstance(window, QWidget)
    made = RebaseDialog(context, "Aurora", draft, window)
    show_active(qtbot, made)
    return made


def taken(qtbot: QtBot, dialog: RebaseDialog) -> tuple[RuleDraft, ...]:
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rules: tuple[RuleDraft, ...] = told.args[0] if told.args else ()
    return rules


def test_it_shows_first_what_the_other_one_published(dialog: RebaseDialog) -> None:
    assert dialog.windowTitle() == "Mei published version 2 while you were writing"
    shown = dialog.view.toPlainText()
    assert "Severity: Serious → Minor" in shown
    assert "adverts" in shown
    assert "offers" not in shown


def test_taking_over_keeps_both_and_names_what_both_changed(
    qtbot: QtBot, dialog: RebaseDialog
) -> None:
    qtbot.mouseClick(dialog.tabs.button("both"), LEFT)
    shown = dialog.view.toPlainText()
    assert "both of you changed the English title. Your draft keeps yours." in shown
    assert "adverts" in shown
    assert "offers" in shown
    qtbot.mouseClick(dialog.tabs.button("result"), LEFT)
    assert "Removed" in dialog.view.toPlainText()
    rules = taken(qtbot, dialog)
    assert [rule.code for rule in rules] == [rule.code for rule in MINE]
    assert rules[0].titles["en"] == "No offers"
    assert rules[1].severity is Severity.MINOR
    assert_freed(dialog)


def test_word_for_word_the_draft_stays_and_what_it_would_undo_is_shown(
    qtbot: QtBot, dialog: RebaseDialog
) -> None:
    dialog.keep.click()
    qtbot.mouseClick(dialog.tabs.button("result"), LEFT)
    assert "Severity: Minor → Serious" in dialog.view.toPlainText()
    assert taken(qtbot, dialog) == MINE


def test_starting_again_takes_their_version(qtbot: QtBot, dialog: RebaseDialog) -> None:
    dialog.take.setFocus()
    qtbot.keyClick(dialog.take, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.keep, Qt.Key.Key_Down)
    assert dialog.drop.isChecked()
    qtbot.mouseClick(dialog.tabs.button("result"), LEFT)
    assert "would read as version 2" in dialog.view.toPlainText()
    assert taken(qtbot, dialog) == THEIRS


def test_leaving_changes_nothing(qtbot: QtBot, dialog: RebaseDialog, draft: RulesDraft) -> None:
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert draft.rules == MINE
    assert draft.overtaken


def test_it_follows_the_language(dialog: RebaseDialog, context: UiContext) -> None:
    dialog.tabs.set_current("both")
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.tabs.current == "both"
    assert "双方都改了英文标题，草稿保留您的写法" in dialog.view.toPlainText()
