# SPDX-License-Identifier: MIT
"""Who works here: the operators in the settings, signing in, a locked window, denied acts."""

import uuid

from PySide6.QtWidgets import QDialog, QWidget

from groupdesk.domain.enums import OperatorRole, Topic
from groupdesk.domain.errors import RefusedError
from groupdesk.services.operators import Operators
from groupdesk.services.pin_recovery import PinRecoveries
from groupdesk.services.workspace import add_operator
from groupdesk.ui.dialogs.operator_dialog import OperatorDialog
from groupdesk.ui.dialogs.pin_dialog import PinDialog
from groupdesk.ui.dialogs.sign_in_dialog import SignInDialog
from groupdesk.ui.pages.settings_page import SettingsPage
from tests.helpers import CHEAP
from tests.scenes import Stage, scene, settle


def _with_pins(stage: Stage) -> Operators:
    """Give two of the three a PIN, link the one at the desk, and let somebody leave."""
    desk = stage.session.desk
    operators = Operators(desk.ledger, CHEAP)
    if len(operators.all()) == 3:
        desk.workspace.database.use_for_writing()
        operators.reset_pin(uuid.uuid4(), 2, "2468")
        operators.set_pin(uuid.uuid4(), "2468")
        gone = add_operator(desk.ledger, uuid.uuid4(), "Tomás", OperatorRole.VIEWER).subject_id
        operators.deactivate(uuid.uuid4(), gone)
        operators.link_me(uuid.uuid4(), stage.member("all").row.person_id)
        desk.workspace.database.use_for_reading()
        stage.context.events.publish({Topic.OPERATORS})
    return operators


def _open(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog


@scene("operators")
def operators(stage: Stage) -> QWidget:
    _with_pins(stage)
    page = stage.page("settings")
    assert isinstance(page, SettingsPage)
    page.reload()
    return stage.session.window


@scene("operator-new")
def operator_new(stage: Stage) -> QWidget:
    return _open(OperatorDialog(stage.context, None, stage.session.window))


@scene("operator-edit")
def operator_edit(stage: Stage) -> QWidget:
    seat = _with_pins(stage).all()[1]
    return _open(OperatorDialog(stage.context, seat, stage.session.window))


@scene("operator-last-owner")
def operator_last_owner(stage: Stage) -> QWidget:
    seat = _with_pins(stage).all()[0]
    dialog = OperatorDialog(stage.context, seat, stage.session.window)
    dialog.roles[OperatorRole.ADMIN].setChecked(True)
    dialog._on_failed(RefusedError("last_owner", name=seat.name))
    return _open(dialog)


@scene("operator-pin")
def operator_pin(stage: Stage) -> QWidget:
    dialog = PinDialog(stage.context, _with_pins(stage).all()[0], stage.session.window)
    dialog.lines["old_pin"].setText("2468")
    dialog.lines["pin"].setText("135")
    dialog.lines["again"].setText("135")
    dialog._set()
    return _open(dialog)


@scene("sign-in")
def sign_in(stage: Stage) -> QWidget:
    _with_pins(stage)
    dialog = SignInDialog(stage.context, stage.session.window)
    dialog.sign_in.pin.setText("1357")
    dialog.sign_in._on_failed(RefusedError("pin_wait", seconds=40))
    return _open(dialog)


@scene("sign-in-without-pin")
def sign_in_without_pin(stage: Stage) -> QWidget:
    _with_pins(stage)
    dialog = SignInDialog(stage.context, stage.session.window)
    seats = dialog.sign_in._seats
    seats["3"] = seats["3"]._replace(has_pin=False)
    dialog.sign_in.people.set_current("3")
    dialog.sign_in._on_chosen()
    return _open(dialog)


@scene("locked")
def locked(stage: Stage) -> QWidget:
    _with_pins(stage)
    gate = stage.session.gate
    gate.lock()
    settle()
    shown = stage.session.window.grab()
    gate._unlock()
    picture = QWidget()
    picture.resize(stage.session.window.size())
    picture.grab = lambda *_: shown  # type: ignore[method-assign]  # the window goes on unlocked
    return picture


@scene("pin-reset-told")
def pin_reset_told(stage: Stage) -> QWidget:
    desk = stage.session.desk
    desk.workspace.database.use_for_writing()
    PinRecoveries(desk.ledger, CHEAP).reset(desk.operator.id, "2468", "mei")
    desk.workspace.database.use_for_reading()
    stage.session.gate.tell_of_recoveries()
    return stage.session.window
