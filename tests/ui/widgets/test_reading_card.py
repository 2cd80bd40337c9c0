# SPDX-License-Identifier: MIT
"""The settings say once whether screenshots are read, how far that is, and what is missing."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.machine_text import MachineText
from groupdesk.domain.records import MemberDetail
from groupdesk.services import evidence_text
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.reading_card import INSTALL, ReadingCard
from tests.helpers import screenshot, talk


@pytest.fixture
def card(
    qtbot: QtBot, context: UiContext, detail: MemberDetail, monkeypatch: pytest.MonkeyPatch
) -> ReadingCard:
    monkeypatch.setattr(evidence_text, "engine", lambda: "reader 1")
    pictures = [screenshot(context.desk, shade) for shade in range(3)]
    talk(context.desk, detail.row.id, evidence=tuple(EvidenceUse(one.id) for one in pictures))
    at = pictures[0].added_at
    context.desk.evidence_texts.store(
        [
            MachineText(pictures[0].id, "words", "reader 1", "", at),
            MachineText(pictures[1].id, "", "reader 1", "text_timeout", at),
        ]
    )
    made = ReadingCard(context)
    qtbot.addWidget(made)
    made.show()
    made.reload()
    return made


def test_says_how_far_it_is_and_tries_again(qtbot: QtBot, card: ReadingCard) -> None:
    assert card.state.text() == "2 of 3 screenshots read. 1 of them could not be read."
    assert card.choice.isChecked()
    assert card.command.isHidden()
    qtbot.mouseClick(card.again_button, Qt.MouseButton.LeftButton)
    assert card.state.text() == "1 of 3 screenshots read."
    assert card.again_button.isHidden()


def test_the_switch_is_kept(qtbot: QtBot, card: ReadingCard, context: UiContext) -> None:
    qtbot.keyClick(card.choice, Qt.Key.Key_Space)
    assert not context.settings.values.read_pictures
    assert "read_pictures = false" in context.settings.path.read_text(encoding="utf-8")
    card.reload()
    assert not card.choice.isChecked()


def test_without_the_extra_it_says_what_installs_it(
    card: ReadingCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_text, "engine", lambda: "")
    card.reload()
    assert not card.choice.isEnabled()
    assert not card.choice.isChecked()
    assert card.command.isVisible()
    assert card.command.text() == INSTALL
    assert INSTALL.endswith('-m pip install "groupdesk[ocr]"')
    assert card.again_button.isHidden()
