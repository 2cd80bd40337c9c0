# SPDX-License-Identifier: MIT
"""The ladder card: steps and sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.ladder import DEFAULT_LADDER
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.ladder_dialog import LadderDialog
from groupdesk.ui.group_acts import GroupActs
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


def test_it_leads_to_the_editor(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    group = desk.groups.all()[0]
    window = context.acts.parent()
    assert isinstance(window, QWidget)
    acts = GroupActs(context, lambda: None, window)
    card = LadderCard(edit=context.acts.button("ladder.edit", "link"))
    qtbot.addWidget(card)
    edit = card.findChild(QPushButton)
    assert edit is not None
    assert not edit.isEnabled()
    acts.follow(group)
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    opened = window.findChild(LadderDialog)
    assert opened is not None
    assert opened.steps.ladder == group.ladder
    opened.reject()
