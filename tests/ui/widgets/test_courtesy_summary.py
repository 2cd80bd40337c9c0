# SPDX-License-Identifier: MIT
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.courtesy_panel import CourtesyPanel
from groupdesk.ui.widgets.courtesy_summary import CourtesySummary
from groupdesk.ui.widgets.message_editor import MessageEditor

POLITE = (
    "Hello Anna, thank you for being here. Your message of 12 May breaks rule R1. Please send"
    " offers to me first. If you have questions, write to Mei."
)


def test_the_outcome_is_said_where_the_panel_is_out_of_sight_and_leads_there(
    qtbot: QtBot, translations: Translations
) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    editor, panel = MessageEditor(4, inside), CourtesyPanel(translations, inside)
    editor.speak(translations.words)
    editor.setMinimumHeight(600)
    column.addWidget(editor)
    column.addWidget(panel)
    panel.attach(editor)
    window = QWidget()
    outer = QVBoxLayout(window)
    area = QScrollArea(window)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    summary = CourtesySummary(panel, window)
    outer.addWidget(summary)
    outer.addWidget(area)
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    qtbot.waitExposed(window)
    assert summary.isHidden()  # nothing is written yet

    editor.set_text("You idiot, how hard is it to read?")
    panel.look_at(editor.text, Language.EN, ())
    # an insult, mockery, and nothing of what a good message has
    assert summary.link.text() == "Courtesy check: 6 things could be better"
    qtbot.mouseClick(summary.link, Qt.MouseButton.LeftButton)
    first = panel.advice.offer_buttons()[0]
    assert window.focusWidget() is first
    assert area.viewport().rect().contains(first.mapTo(area.viewport(), first.rect().center()))

    panel.look_at(POLITE, Language.EN, ("R1",))
    assert summary.link.text() == "Courtesy check: nothing to improve"
    panel.look_at(f"{POLITE} {{__class__}} %s {{{{", Language.EN, ("R1",))
    assert summary.link.text() == "Courtesy check: placeholders are wrong or not filled in"
    panel.look_at("", Language.EN, ())
    assert summary.isHidden()
