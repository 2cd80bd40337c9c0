# SPDX-License-Identifier: MIT
"""A removal that was just recorded can be taken back for a minute; one that waits says so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.records import MemberDetail
from groupdesk.domain.removal_states import RemovalState
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog
from groupdesk.ui.removal_recorded import RemovalRecorded
from tests.helpers import removal, rule_id
from tests.services.two_operators import ask_always
from tests.ui.acting import dialog
from tests.ui.desks import Clock, Notices
from tests.ui.helpers import assert_freed


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def decided(desk: Desk, detail: MemberDetail) -> int:
    request = removal(desk, detail.row.id, rule_id(desk, detail.group.id))
    return desk.removals.decide(request).subject_id


def close_steps() -> int:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, CarryOutDialog)]
    for one in found:
        assert_freed(one)
    return len(found)


def test_it_is_taken_back_within_a_minute(
    context: UiContext, desk: Desk, detail: MemberDetail, window: QWidget, notices: Notices
) -> None:
    ident = decided(desk, detail)
    RemovalRecorded(context, ident, window).tell()
    assert close_steps() == 1
    assert notices.texts == ["The removal of 王小明 is recorded."]
    notices.action()
    assert desk.removals.get(ident).state is RemovalState.CANCELLED
    assert notices.texts[-1].startswith("The removal is cancelled")


def test_the_steps_that_come_up_offer_to_take_it_back_too(
    context: UiContext, desk: Desk, detail: MemberDetail, window: QWidget, qtbot: QtBot
) -> None:
    ident = decided(desk, detail)
    RemovalRecorded(context, ident, window).tell()
    steps = dialog(CarryOutDialog)
    assert steps.about.startswith("Recorded. Now remove")
    with qtbot.waitSignal(steps.finished):
        qtbot.mouseClick(steps.undo_button, Qt.MouseButton.LeftButton)
    assert desk.removals.get(ident).state is RemovalState.CANCELLED


def test_a_step_that_was_ticked_ends_the_offer(
    context: UiContext, desk: Desk, detail: MemberDetail, window: QWidget, qtbot: QtBot
) -> None:
    ident = decided(desk, detail)
    RemovalRecorded(context, ident, window).tell()
    steps = dialog(CarryOutDialog)
    assert steps.undo_button.isVisible()
    qtbot.mouseClick(next(iter(steps.rows.values())).button, Qt.MouseButton.LeftButton)
    assert steps.undo_button.isHidden()
    assert not steps.about.startswith("Recorded.")
    close_steps()


def test_after_a_minute_it_says_why_not(
    context: UiContext,
    desk: Desk,
    clock: Clock,
    detail: MemberDetail,
    window: QWidget,
    notices: Notices,
) -> None:
    ident = decided(desk, detail)
    RemovalRecorded(context, ident, window).tell()
    close_steps()
    clock.forward(seconds=61)
    notices.action()
    assert desk.removals.get(ident).state is RemovalState.HOLDING
    assert "within a minute only" in notices.texts[-1]


def test_one_that_waits_has_no_steps_yet(
    context: UiContext, desk: Desk, detail: MemberDetail, window: QWidget, notices: Notices
) -> None:
    ask_always(desk, detail.group.id)
    RemovalRecorded(context, decided(desk, detail), window).tell()
    assert close_steps() == 0
    assert notices.texts == [
        "Asked for approval. The removal of 王小明 waits for another operator."
    ]
