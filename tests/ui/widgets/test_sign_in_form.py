# SPDX-License-Identifier: MIT
"""Who works here: by keyboard alone, with the wait after wrong PINs said."""

import uuid

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.records import OperatorRecord
from groupdesk.models.operators import WorkspaceValue
from groupdesk.services.desk import Desk
from groupdesk.services.operators import Operators
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.sign_in_dialog import SignInDialog
from groupdesk.ui.widgets.navigation_list import row_height
from groupdesk.ui.widgets.sign_in_form import SignInForm
from tests.helpers import CHEAP, give_pin
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
    assert form.error == ""


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
    height = form.sizeHint().height()
    for _ in range(2):
        enter(qtbot, form, "1357")
        assert "not the right PIN" in form.error
        assert form.pin.hasFocus()
    qtbot.keyClicks(form.pin, "2")
    assert form.error == ""
    form.pin.clear()
    enter(qtbot, form, "1357")
    assert form.error.endswith("possible in 0:05.")
    assert form.pin.accessibleDescription() == form.error
    assert form.sizeHint().height() == height, "nothing moves when it is said"
    qtbot.keyClicks(form.pin, "2")
    assert form.error, "the wait goes on while one types"
    qtbot.keyClick(form.pin, Qt.Key.Key_Down)
    assert form.error == "", "it is not the wait of a colleague"
    qtbot.keyClick(form.people, Qt.Key.Key_Up)
    assert "0:0" in form.error
    form._waits["1"] = QDeadlineTimer(0)
    form.ticking.timeout.emit()
    assert form.error == ""
    clock.forward(seconds=5)
    form.pin.setFocus()
    with qtbot.waitSignal(form.signed_in):
        enter(qtbot, form, "2468")


def test_who_left_meanwhile_is_not_offered_again(
    qtbot: QtBot, form: SignInForm, desk: Desk
) -> None:
    qtbot.keyClick(form.pin, Qt.Key.Key_Down)
    desk.operators.deactivate(uuid.uuid4(), 2)
    qtbot.keyClick(form.people, Qt.Key.Key_Return)
    assert "does not work here any more" in form.error
    assert form.chosen is not None
    assert form.chosen.name == "Mei"


def test_what_is_typed_over_the_list_goes_to_the_pin(qtbot: QtBot, form: SignInForm) -> None:
    rows = form.people.viewport()
    row = form.people.visualRect(form.people.model().index(0, 0)).center()
    qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=row)
    assert form.pin.hasFocus(), "also where the row was chosen already"
    qtbot.keyClick(form.pin, Qt.Key.Key_Down)
    qtbot.keyClick(form.people, Qt.Key.Key_Up)
    assert form.people.hasFocus()
    qtbot.keyClicks(form.people, "24")
    QApplication.clipboard().setText("68 ")
    qtbot.keyClick(form.pin, Qt.Key.Key_End)
    form.people.setFocus()
    qtbot.keyClick(form.people, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(form.signed_in):
        qtbot.keyClick(form.pin, Qt.Key.Key_Return)


def test_a_chinese_keyboard_s_digits_sign_in(qtbot: QtBot, form: SignInForm) -> None:
    typed = QInputMethodEvent()
    typed.setCommitString("２４６８")
    QApplication.sendEvent(form.pin, typed)
    with qtbot.waitSignal(form.signed_in):
        qtbot.keyClick(form.pin, Qt.Key.Key_Return)


def test_with_many_at_the_desk_a_wrong_pin_is_said_where_it_can_be_read(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    give_pin(desk)
    for name in ("Arun", "Lin", "Tomás", "Ada", "Grace with a name that is long " * 2):
        desk.operators.add(uuid.uuid4(), name.strip(), OperatorRole.MODERATOR)
    asking = SignInDialog(context, None)
    form = asking.sign_in
    form.people.set_current("1")
    form._on_chosen()
    show_active(qtbot, asking)
    before = asking.size()
    enter(qtbot, form, "1357")
    said = form._said
    assert said.visibleRegion().boundingRect() == said.rect()
    assert said.heightForWidth(said.width()) <= said.height()
    assert asking.size() == before
    assert form.people.visibleRegion().boundingRect().height() >= 6 * row_height(low=False)
    asking.done(0)


def test_only_the_sample_tells_its_pins(context: UiContext, desk: Desk, form: SignInForm) -> None:
    assert not form.sample.isVisible()
    with desk.ledger.writing():
        WorkspaceValue.update(value="1").where(WorkspaceValue.key == "sample").execute()
    sample = SignInForm(context, 1)
    assert not sample.sample.isHidden()
    assert "2468" in sample.sample.text()


def test_a_pin_that_was_set_meanwhile_is_asked_for(
    qtbot: QtBot, form: SignInForm, desk: Desk
) -> None:
    qtbot.keyClick(form.pin, Qt.Key.Key_Down)
    Operators(desk.ledger, CHEAP).reset_pin(uuid.uuid4(), 2, "1357")
    qtbot.keyClick(form.people, Qt.Key.Key_Return)
    assert form.chosen is not None
    assert form.chosen.name == "Arun"
    assert form.pin.hasFocus()
    with qtbot.waitSignal(form.signed_in):
        enter(qtbot, form, "1357")
