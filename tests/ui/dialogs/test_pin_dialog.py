# SPDX-License-Identifier: MIT
"""A PIN is set twice written, changed with the old one, and taken away."""

import uuid
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.errors import ValidationError
from groupdesk.services.desk import Desk
from groupdesk.services.operators import Operators
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.pin_dialog import PinDialog
from tests.helpers import CHEAP, give_pin
from tests.ui.helpers import assert_freed, show_active

Open = Callable[[int], PinDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, context: UiContext, desk: Desk) -> Open:
    desk.operators = Operators(desk.ledger, CHEAP)

    def make(operator_id: int = 1) -> PinDialog:
        seat = next(one for one in desk.operators.all() if one.id == operator_id)
        dialog = PinDialog(context, seat, None)
        show_active(qtbot, dialog)
        return dialog

    return make


def write(qtbot: QtBot, dialog: PinDialog, **texts: str) -> None:
    for name, text in texts.items():
        dialog.lines[name].clear()
        qtbot.keyClicks(dialog.lines[name], text)


def test_a_first_pin_is_written_twice_and_by_keyboard(
    qtbot: QtBot, open_dialog: Open, desk: Desk
) -> None:
    dialog = open_dialog(1)
    assert list(dialog.lines) == ["pin", "again"]
    assert all(line.echoMode() is QLineEdit.EchoMode.Password for line in dialog.lines.values())
    assert dialog.remove_button is None
    assert not dialog.main_button.isEnabled()
    write(qtbot, dialog, pin="2468", again="2469")
    qtbot.keyClick(dialog.lines["again"], Qt.Key.Key_Return)
    assert "not the same" in dialog.fields["again"].error
    write(qtbot, dialog, again="2468")
    assert dialog.fields["again"].error == ""
    qtbot.keyClick(dialog.lines["again"], Qt.Key.Key_Return)
    desk.operators.sign_in(1, "2468")


def test_a_short_one_is_said_under_its_field(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(1)
    write(qtbot, dialog, pin="12", again="12")
    dialog.main_button.click()
    assert dialog.fields["pin"].error == "A PIN has at least 4 characters."
    assert dialog.lines["pin"].hasFocus()
    dialog.close()


def test_the_old_one_is_asked_for(qtbot: QtBot, open_dialog: Open, desk: Desk) -> None:
    give_pin(desk)
    dialog = open_dialog(1)
    assert list(dialog.lines) == ["old_pin", "pin", "again"]
    write(qtbot, dialog, old_pin="1357", pin="9999", again="9999")
    dialog.main_button.click()
    assert "not the right PIN" in dialog.fields["old_pin"].error
    write(qtbot, dialog, old_pin="2468")
    dialog.main_button.click()
    desk.operators.sign_in(1, "9999")


def test_it_is_taken_away_with_the_old_one_only(
    qtbot: QtBot, open_dialog: Open, desk: Desk
) -> None:
    give_pin(desk)
    dialog = open_dialog(1)
    assert dialog.remove_button is not None
    dialog.remove_button.click()
    assert "present PIN" in dialog.fields["old_pin"].error
    assert desk.operators.me().has_pin
    write(qtbot, dialog, old_pin="2468")
    dialog.remove_button.click()
    assert not desk.operators.me().has_pin


def test_an_owner_gives_another_a_new_one(qtbot: QtBot, open_dialog: Open, desk: Desk) -> None:
    arun = desk.operators.add(uuid.uuid4(), "Arun", OperatorRole.MODERATOR).subject_id
    desk.operators.reset_pin(uuid.uuid4(), arun, "1111")
    dialog = open_dialog(arun)
    assert dialog.windowTitle() == "New PIN for Arun"
    assert list(dialog.lines) == ["pin", "again"]
    write(qtbot, dialog, pin="9999", again="9999")
    dialog.main_button.click()
    desk.operators.sign_in(arun, "9999")
    with pytest.raises(ValidationError):
        desk.operators.sign_in(arun, "1111")


def test_a_closed_dialog_is_freed(open_dialog: Open) -> None:
    assert_freed(open_dialog(1))
