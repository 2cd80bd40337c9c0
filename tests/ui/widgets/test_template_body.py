# SPDX-License-Identifier: MIT
"""The text of a template: placeholders from the menu, by {, and whole on the clipboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import TemplateKind
from groupdesk.domain.templates import FOR_KIND, FillIn
from groupdesk.ui.widgets.template_body import TemplateBody
from groupdesk.words import Words
from tests.ui.helpers import show_active

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def body(qtbot: QtBot) -> TemplateBody:
    made = TemplateBody()
    qtbot.addWidget(made)
    made.speak(Words("en"))
    show_active(qtbot, made)
    made.setFocus()
    return made


def menu_in_front() -> QMenu:
    QApplication.processEvents()
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def test_a_brace_offers_what_the_message_knows(qtbot: QtBot, body: TemplateBody) -> None:
    qtbot.keyClicks(body, "Hello ")
    qtbot.keyClicks(body, "{")
    menu = menu_in_front()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:2] == ["Member’s name", "Group"]
    assert len(texts) == len(FOR_KIND[TemplateKind.REMINDER]) + 2
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    qtbot.keyClicks(body, "!")
    assert body.text == "Hello {member_name}!"


def test_a_brace_stays_one_where_nothing_is_chosen(qtbot: QtBot, body: TemplateBody) -> None:
    qtbot.keyClicks(body, ":-")
    qtbot.keyClicks(body, "{")
    qtbot.keyClick(menu_in_front(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert body.text == ":-{"


def test_another_kind_offers_others(qtbot: QtBot, body: TemplateBody) -> None:
    body.set_kind(TemplateKind.ANNOUNCEMENT)
    texts = [action.text() for action in body.menu().actions()]
    assert "All rules" in texts
    assert "Member’s name" not in texts


def test_what_is_copied_is_the_templates_own_spelling(qtbot: QtBot, body: TemplateBody) -> None:
    spelled = "Hello {member_name}, {choose:How|by phone|in writing} {write:What}"
    body.set_text(spelled)
    qtbot.keyClick(body, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(body, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == spelled
    qtbot.keyClick(body, Qt.Key.Key_Delete)
    qtbot.keyClick(body, Qt.Key.Key_V, CTRL)
    assert body.text == spelled
    assert "[Member’s name]" in body.toPlainText().replace("\u2060", "")


def test_a_fill_in_is_opened_to_be_changed_not_answered(qtbot: QtBot, body: TemplateBody) -> None:
    body.set_text("{choose:How|by phone|in writing}")
    opened: list[FillIn] = []
    body.fill_in_opened.connect(opened.append)
    qtbot.keyClick(body, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(body, Qt.Key.Key_Down)
    assert opened == [FillIn("How", ("by phone", "in writing"))]
    body.insert(FillIn("How", ("by phone", "by mail")).token)
    assert body.text == "{choose:How|by phone|by mail}"


def test_tab_leaves_the_text(qtbot: QtBot, body: TemplateBody) -> None:
    body.set_text("{write:What}")
    body.moveCursor(body.textCursor().MoveOperation.Start)
    qtbot.keyClick(body, Qt.Key.Key_Tab)
    assert not body.textCursor().hasSelection(), "nothing is answered here"
