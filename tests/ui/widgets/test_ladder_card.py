# SPDX-License-Identifier: MIT
"""The ladder card: steps and sentence."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.ladder_card import LadderCard
from groupdesk.ui.widgets.standing_steps import StandingSteps
from groupdesk.words import Words


def test_steps_and_sentence_say_the_same(qtbot: QtBot) -> None:
    card = LadderCard()
    qtbot.addWidget(card)
    card.show_ladder(Words("en"), DEFAULT_LADDER)
    steps = card.findChild(StandingSteps)
    assert steps is not None
    assert steps.accessibleDescription() == (
        "Reminder, Warning 1, Warning 2, Final warning, Removal"
    )
    assert card.sentence.startswith("A second minor breach within 30 days: warning 1.")


def test_it_speaks_chinese(qtbot: QtBot, translations: Translations) -> None:
    card = LadderCard()
    qtbot.addWidget(card)
    translations.set_language("zh")
    QApplication.processEvents()
    card.show_ladder(translations.words, DEFAULT_LADDER)
    assert "严重违规从“第 1 次警告”开始。" in card.sentence
