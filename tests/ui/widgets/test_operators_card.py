# SPDX-License-Identifier: MIT
"""The operators in the settings: what is said of each, and what the role allows."""

import uuid

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.records import MemberDetail, OperatorRecord
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.member_choice_dialog import MemberChoiceDialog
from groupdesk.ui.dialogs.operator_dialog import OperatorDialog
from groupdesk.ui.translations import Translations
from groupdesk.ui.widgets.operators_card import OperatorsCard
from tests.helpers import give_pin
from tests.ui.acting import dialog


@pytest.fixture
def card(qtbot: QtBot, context: UiContext) -> OperatorsCard:
    made = OperatorsCard(context)
    qtbot.addWidget(made)
    made.reload()
    made.show()
    return made


def said(card: OperatorsCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())


def test_each_has_a_line_and_what_lacks_is_said(
    card: OperatorsCard, desk: Desk, translations: Translations
) -> None:
    assert "Add the colleagues" in said(card)
    arun = desk.operators.add(uuid.uuid4(), "Arun", OperatorRole.MODERATOR).subject_id
    lin = desk.operators.add(uuid.uuid4(), "Lin", OperatorRole.ADMIN).subject_id
    desk.operators.deactivate(uuid.uuid4(), lin)
    give_pin(desk)
    card.reload()
    assert list(card.edit_buttons) == [1, arun, lin]
    assert "1 of them has no PIN" in said(card)
    assert "You, at the desk now · PIN set" in said(card)
    assert "Works here no longer" in said(card)
    translations.set_language("zh")
    QApplication.processEvents()
    assert "其中 1 位没有设置 PIN 码" in said(card)


def test_the_keyboard_stays_where_it_was(card: OperatorsCard, desk: Desk) -> None:
    desk.operators.add(uuid.uuid4(), "Arun", OperatorRole.MODERATOR)
    card.reload()
    card.edit_buttons[2].setFocus()
    card.reload()
    assert card.window().focusWidget() is card.edit_buttons[2]


def test_only_an_owner_edits_and_it_is_said(card: OperatorsCard, desk: Desk) -> None:
    card.edit_buttons[1].click()
    dialog(OperatorDialog).reject()
    desk.ledger.operator = OperatorRecord(2, "Ken", OperatorRole.VIEWER)
    card.reload()
    for made, who in ((card.edit_buttons[1], "Only an owner can"), (card.me_button, "moderator")):
        assert not made.isEnabled()
        assert who in made.toolTip()
        assert who in made.accessibleDescription()


def test_a_member_is_said_to_be_me_and_not_to_be(
    card: OperatorsCard, desk: Desk, detail: MemberDetail
) -> None:
    card.me_button.click()
    choosing = dialog(MemberChoiceDialog)
    choosing._find()
    choosing.main_button.click()
    assert desk.operators.own_person_ids() == {detail.row.person_id}
    card.reload()
    assert "Is the member 王小明 (Aurora customers)" in said(card)
    card.account_buttons[detail.row.person_id].click()
    assert desk.operators.own_person_ids() == frozenset()
