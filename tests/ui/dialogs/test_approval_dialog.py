# SPDX-License-Identifier: MIT
"""Answering a removal that waits: all it rests on is shown, nobody answers for themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from groupdesk.domain.removal_states import RemovalState
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.approval_dialog import ApprovalDialog, waiting_with
from tests.helpers import give_pin
from tests.services.two_operators import ask_always, asked, seat_of
from tests.ui.desks import Notices
from tests.ui.helpers import show_active

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def removal_id(desk: Desk) -> int:
    """Return a removal that An asked for; Mei, at the desk, has a PIN as well."""
    give_pin(desk)
    other = seat_of(desk)
    ask_always(other, other.groups.all()[0].id)
    return asked(other)


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, removal_id: int) -> ApprovalDialog:
    made = ApprovalDialog(context, waiting_with(context, removal_id))
    made.open()
    show_active(qtbot, made)
    return made


def test_what_it_rests_on_is_shown_and_approved_by_keyboard(
    qtbot: QtBot, dialog: ApprovalDialog, desk: Desk, removal_id: int, notices: Notices
) -> None:
    record = desk.removals.get(removal_id)
    shown = dialog.facts.facts
    assert shown["Rule"].startswith(record.rule_code)
    assert shown["Group"] == "Aurora customers"
    assert len(dialog.pictures.thumbnails) == 1
    assert dialog.then.list.isVisibleTo(dialog)
    qtbot.keyClicks(dialog.said, "Agreed")
    qtbot.keyClick(dialog.said, Qt.Key.Key_Return, CTRL)
    assert dialog.result() == QDialog.DialogCode.Accepted
    answered = desk.removals.get(removal_id)
    assert answered.state is RemovalState.HOLDING
    assert answered.approval is not None
    assert (answered.approval.operator, answered.approval.note) == ("Mei", "Agreed")
    assert notices.texts == ["Approved. It can be carried out now."]


def test_declining_asks_for_the_reason_first(
    qtbot: QtBot, dialog: ApprovalDialog, desk: Desk, removal_id: int
) -> None:
    assert not dialog.decline.isEnabled()
    assert dialog.decline.toolTip() == "To decline, write the reason first."
    qtbot.keyClicks(dialog.said, "One talk first, please")
    qtbot.mouseClick(dialog.decline, Qt.MouseButton.LeftButton)
    answered = desk.removals.get(removal_id)
    assert answered.state is RemovalState.DECLINED
    assert answered.reversal_reason == "One talk first, please"


def test_whoever_asked_reads_why_and_can_withdraw(
    qtbot: QtBot, context: UiContext, desk: Desk
) -> None:
    ident = asked(desk)
    dialog = ApprovalDialog(context, waiting_with(context, ident))
    dialog.open()
    show_active(qtbot, dialog)
    assert "somebody else has to answer" in dialog.banner.text
    assert not dialog.decline.isVisibleTo(dialog)
    assert dialog.main_button.text() == "Withdraw request"
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.said, "He apologised")
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert desk.removals.get(ident).state is RemovalState.WITHDRAWN


def test_without_a_pin_nobody_answers(qtbot: QtBot, context: UiContext, desk: Desk) -> None:
    other = seat_of(desk)
    ask_always(other, other.groups.all()[0].id)
    dialog = ApprovalDialog(context, waiting_with(context, asked(other)))
    qtbot.addWidget(dialog)
    assert "need a PIN" in dialog.banner.text
    assert not dialog.main_button.isEnabled()
    assert not dialog.decline.isEnabled()


def test_those_of_one_act_are_looked_at_one_by_one(
    qtbot: QtBot, dialog: ApprovalDialog, context: UiContext
) -> None:
    row = dialog.row
    both = ApprovalDialog(context, (row, row))
    both.open()
    show_active(qtbot, both)
    assert both.whom.count() == 2
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert "2" in both.windowTitle()
    assert both.main_button.text() == "批准移出"


def test_what_was_answered_meanwhile_is_not_asked_again(
    context: UiContext, desk: Desk, removal_id: int
) -> None:
    assert waiting_with(context, removal_id)
    assert waiting_with(context, removal_id + 99) == ()
