# SPDX-License-Identifier: MIT
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.courtesy_panel import CourtesyPanel


def shown(panel: CourtesyPanel) -> str:
    return "\n".join(part.text() for part in panel.findChildren(QLabel) if part.isVisibleTo(panel))


def test_praise_and_advice(qtbot: QtBot, translations: Translations) -> None:
    panel = CourtesyPanel(translations)
    qtbot.addWidget(panel)
    assert panel.report is None
    panel.look_at(
        "Hello Anna, thank you for being here. Your message of 12 May breaks rule R1. Please send"
        " offers to me first. If you have questions, write to Mei.",
        Language.EN,
        ("R1",),
    )
    assert panel.advice.isHidden()
    assert "Names the rule" in shown(panel)
    assert "No insults, threats, shouting or mockery found" in shown(panel)
    panel.look_at("You idiot!!!", Language.EN, ())
    assert "Words that may insult. Describe the act" in shown(panel)
    assert "mockery found" not in shown(panel)
    panel.look_at(" \u200b", Language.EN, ())
    assert panel.report is None


def test_where_there_is_no_rule_none_is_asked_for(qtbot: QtBot, translations: Translations) -> None:
    panel = CourtesyPanel(translations)
    qtbot.addWidget(panel)
    text = "Hello Anna, your message of 12 May does not fit. Please ask Mei first. Thank you."
    panel.look_at(text, Language.EN, ("R1",))
    assert "Does not name the rule" in shown(panel)
    panel.look_at(text, Language.EN, ())
    assert "Does not name the rule" not in shown(panel)
