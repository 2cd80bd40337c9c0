# SPDX-License-Identifier: MIT
"""Operators are added, changed and deactivated; each role says what it may."""

import uuid
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import OperatorRole
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.operator_dialog import OperatorDialog
from groupdesk.ui.dialogs.pin_dialog import PinDialog
from tests.ui.acting import dialog
from tests.ui.desks import Notices
from tests.ui.helpers import assert_freed, show_active

Open = Callable[[int], OperatorDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, context: UiContext, desk: Desk) -> Open:
    def make(operator_id: int) -> OperatorDialog:
        seats = {seat.id: seat for seat in desk.operators.all()}
        made = OperatorDialog(context, seats.get(operator_id), None)
        show_active(qtbot, made)
        return made

    return make


@pytest.fixture
def arun(desk: Desk) -> int:
    return desk.operators.add(uuid.uuid4(), "Arun", OperatorRole.MODERATOR).subject_id


def test_a_colleague_is_added_by_keyboard(
    qtbot: QtBot, open_dialog: Open, desk: Desk, notices: Notices
) -> None:
    made = open_dialog(0)
    assert made.name.hasFocus()
    assert not made.main_button.isEnabled()
    assert "print reports" in made._may[OperatorRole.VIEWER].text()
    assert made.roles[OperatorRole.VIEWER].accessibleDescription() != ""
    qtbot.keyClicks(made.name, "Lin")
    qtbot.mouseClick(made.roles[OperatorRole.ADMIN], Qt.MouseButton.LeftButton)
    qtbot.keyClick(made.name, Qt.Key.Key_Return)
    assert [(one.name, one.role) for one in desk.operators.all()] == [
        ("Mei", OperatorRole.OWNER),
        ("Lin", OperatorRole.ADMIN),
    ]
    assert "Lin can work here as Admin" in notices.texts[-1]


def test_the_role_is_chosen_with_tab_and_arrows(
    qtbot: QtBot, open_dialog: Open, desk: Desk, arun: int, notices: Notices
) -> None:
    made = open_dialog(arun)
    made.name.setFocus()
    qtbot.keyClick(made.name, Qt.Key.Key_Tab)
    chosen = made.roles[OperatorRole.MODERATOR]
    assert chosen.hasFocus(), "Tab comes to the one that is chosen"
    qtbot.keyClick(chosen, Qt.Key.Key_Up)
    assert made.roles[OperatorRole.ADMIN].isChecked()
    assert made.roles[OperatorRole.ADMIN].hasFocus()
    qtbot.keyClick(made.roles[OperatorRole.ADMIN], Qt.Key.Key_Tab)
    assert not any(one.hasFocus() for one in made.roles.values()), "it is one stop"
    qtbot.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert notices.texts[-1] == "Arun works here as Admin from now on."
    assert desk.operators.all()[1].role is OperatorRole.ADMIN


@pytest.mark.parametrize(
    ("name", "said"),
    [("Arun", "Nothing was changed."), ("Aruna", "Arun is called Aruna from now on.")],
)
def test_what_was_changed_is_said(
    open_dialog: Open, desk: Desk, arun: int, notices: Notices, name: str, said: str
) -> None:
    before = desk.ledger.head()
    made = open_dialog(arun)
    made.name.setText(f" {name} ")
    made.main_button.click()
    assert notices.texts[-1] == said
    assert (desk.ledger.head() == before) is (name == "Arun"), "no entry for no change"


def test_a_name_that_is_taken_is_said_under_it(qtbot: QtBot, open_dialog: Open, desk: Desk) -> None:
    made = open_dialog(0)
    qtbot.keyClicks(made.name, "mei")
    made.main_button.click()
    assert "already an operator called Mei" in made.name_field.error
    made.name.setText("")
    assert made.name_field.error == ""
    assert len(desk.operators.all()) == 1
    made.close()


def test_the_last_owner_is_told_why_they_stay_one(open_dialog: Open, desk: Desk) -> None:
    made = open_dialog(1)
    assert made.turn_button is None, "nobody deactivates themselves"
    made.roles[OperatorRole.VIEWER].setChecked(True)
    made.main_button.click()
    assert "the only owner" in made.banner.text
    assert made.isVisible()
    assert desk.operators.me().role is OperatorRole.OWNER
    made.done(0)


def test_who_leaves_is_deactivated_and_can_come_back(
    open_dialog: Open, desk: Desk, arun: int
) -> None:
    for active in (False, True):
        made = open_dialog(arun)
        assert made.turn_button is not None
        assert (made.pin_button is not None) is not active
        made.turn_button.click()
        assert [one.active for one in desk.operators.all() if one.id == arun] == [active]


def test_an_owner_comes_to_the_pin_of_another(qtbot: QtBot, open_dialog: Open, arun: int) -> None:
    made = open_dialog(arun)
    assert made.pin_button is not None
    made.pin_button.click()
    asking = dialog(PinDialog)
    assert asking.windowTitle() == "New PIN for Arun"
    asking.reject()
    made.close()


def test_what_was_changed_is_asked_about_before_it_is_lost(
    qtbot: QtBot, open_dialog: Open, arun: int
) -> None:
    made = open_dialog(arun)
    made.roles[OperatorRole.ADMIN].setChecked(True)
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert made.isVisible()
    assert_freed(made)
