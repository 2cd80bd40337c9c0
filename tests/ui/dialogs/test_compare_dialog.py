# SPDX-License-Identifier: MIT
"""Comparing two versions, or the draft and a version."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Severity
from groupdesk.services.desk import Desk
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.compare_dialog import DRAFT, CompareDialog
from groupdesk.ui.rules_draft import RulesDraft
from tests.ui.helpers import assert_freed, show_active

STARTERS = starter_rules()


@pytest.fixture
def draft(context: UiContext, desk: Desk) -> RulesDraft:
    second = (replace(STARTERS[0], severity=Severity.MINOR), *STARTERS[1:])
    desk.rules.publish(uuid4(), 1, second, note="Milder", based_on=1)
    made = RulesDraft(context, 1, QObject(context.events))
    made.refresh()
    made.remove(8)
    return made


def ask(
    qtbot: QtBot, context: UiContext, draft: RulesDraft, shown: tuple[int, int] = (1, 2)
) -> CompareDialog:
    window = context.acts.parent()
    assert isinstance(window, QWidget)
    dialog = CompareDialog(context, "Aurora", draft, shown, window)
    show_active(qtbot, dialog)
    return dialog


def test_versions_are_chosen_by_date_and_note_and_compared_at_once(
    qtbot: QtBot, context: UiContext, draft: RulesDraft
) -> None:
    dialog = ask(qtbot, context, draft)
    offered = [dialog.old.itemText(at) for at in range(dialog.old.count())]
    assert offered == ["Draft", "v2 · 21 Nov · Milder", "v1 · 21 Nov"]
    assert "Severity: Serious → Minor" in dialog.view.toPlainText()
    dialog.swap.click()
    assert "Severity: Minor → Serious" in dialog.view.toPlainText()
    dialog.new.setFocus()
    qtbot.keyClick(dialog.new, Qt.Key.Key_Home)
    assert dialog.new.value == DRAFT
    assert "Removed" in dialog.view.toPlainText()
    assert_freed(dialog)


def test_a_version_and_itself_are_the_same(
    qtbot: QtBot, context: UiContext, draft: RulesDraft
) -> None:
    dialog = ask(qtbot, context, draft, (2, 2))
    assert dialog.view.toPlainText() == "The two are the same."
    assert not dialog.next.isEnabled()


def test_f7_goes_on_and_back(qtbot: QtBot, context: UiContext, draft: RulesDraft) -> None:
    dialog = ask(qtbot, context, draft, (1, DRAFT))
    assert dialog.view.count == 2
    qtbot.keyClick(dialog.view, Qt.Key.Key_F7)
    qtbot.keyClick(dialog.view, Qt.Key.Key_F7)
    assert dialog.view.current == 1
    qtbot.keyClick(dialog.view, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.view.current == 0


def test_it_is_copied_as_text(qtbot: QtBot, context: UiContext, draft: RulesDraft) -> None:
    dialog = ask(qtbot, context, draft)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert copied.startswith("Rules of Aurora: v2 · 21 Nov · Milder compared with v1 · 21 Nov\n\n")
    assert "Severity: Serious → Minor" in copied
    assert "copied" in dialog.banner.text


def test_it_follows_the_language(qtbot: QtBot, context: UiContext, draft: RulesDraft) -> None:
    dialog = ask(qtbot, context, draft, (1, 2))
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert (dialog.old.value, dialog.new.value) == (1, 2)
    assert "严重程度：严重 → 轻微" in dialog.view.toPlainText()
