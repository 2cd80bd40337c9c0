# SPDX-License-Identifier: MIT
"""Who works here: by keyboard alone, with the wait after wrong PINs said."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.records import OperatorRecord
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.widgets.sign_in_form import SignInForm
from tests.helpers import give_pin
from tests.ui.desks import Clock
from tests.ui.helpers import show_active


@pytest.fixture
def form(qtbot: QtBot, context: UiContext, desk: Desk) -> SignInForm:
    """Mei has a PIN, Arun has none."""
    give_pin(desk)
    desk.operators.add(uuid.uuid4(), "Arun", OperatorRole.MODERATOR)
    made = SignInForm(context, 1)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.take_focus()
    return made


def enter(qtbot: QtBot, form: SignInForm, pin: str) -> None:
    qtbot.keyClicks(form.pin, pin)
    qtbot.keyClick(form.pin, Qt.Key.Key_Return)


def test_the_pin_is_hidden_and_enter_signs_in(qtbot: QtBot, form: SignInForm) -> None:
    assert form.pin.hasFocus()
    assert form.pin.echoMode() is QLineEdit.EchoMode.Password
    with qtbot.waitSignal(form.signed_in) as told:
        enter(qtbot, form, "2468")
    assert told.args == [OperatorRecord(1, "Mei", OperatorRole.OWNER)]
    assert form.pin.text() == ""


def test_enter_without_a_pin_asks_for_it(qtbot: QtBot, form: SignInForm) -> None:
    form.people.setFocus()
    qtbot.keyClick(form.people, Qt.Key.Key_Return)
    assert form.pin.hasFocus()
    assert form.field.error == ""


def test_arrows_choose_from_the_pin_s_field(qtbot: QtBot, form: SignInForm) -> None:
    qtbot.keyClicks(form.pin, "24")
    qtbot.keyClick(form.pin, Qt.Key.Key_Down)
    assert form.chosen is not None
    assert form.chosen.name == "Arun"
    assert form.pin.text() == "", "a PIN begun for one is not tried for another"
    assert not form.field.isVisible()
    assert "anybody at this computer" in form._note.text()
    assert form.people.hasFocus()
    with qtbot.waitSignal(form.signed_in) as told:
        qtbot.keyClick(form.people, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].name == "Arun"


def test_wrong_pins_and_the_wait_are_said(qtbot: QtBot, form: SignInForm, clock: Clock) -> None:
    for _ in range(3):
        enter(qtbot, form, "1357")
        assert "not the right PIN" in form.field.error
        assert form.pin.hasFocus()
    enter(qtbot, form, "2468")
    assert "wait 5 seconds" in form.field.error
    qtbot.keyClicks(form.pin, "2")
    assert form.field.error == ""
    form.pin.clear()
    clock.forward(seconds=5)
    with qtbot.waitSignal(form.signed_in):
        enter(qtbot, form, "2468")


def test_who_left_meanwhile_is_not_offered_again(
    qtbot: QtBot, form: SignInForm, desk: Desk
) -> None:
    qtbot.keyClick(form.pin, Qt.Key.Key_Down)
    desk.operators.deactivate(uuid.uuid4(), 2)
    qtbot.keyClick(form.people, Qt.Key.Key_Return)
    assert "does not work here any more" in form.field.error
    assert form.chosen is not None
    assert form.chosen.name == "Mei"
