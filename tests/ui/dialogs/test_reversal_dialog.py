# SPDX-License-Identifier: MIT
"""Lifting a warning: a reason is needed, the record stays, errors lose nothing."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import WarningRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel, Language, SubjectKind
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.reversal_dialog import ReversalDialog
from tests.ui.desks import Clock, Notices
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def warning(desk: Desk, detail: MemberDetail) -> int:
    rules = desk.rules.current(detail.group.id)
    assert rules is not None
    receipt = desk.warnings.prepare(
        WarningRequest(
            uuid4(), detail.row.id, rules.rules[0].id, 2, Channel.PRIVATE, Language.ZH, "您好"
        )
    )
    desk.warnings.mark_sent(uuid4(), receipt.subject_id, to_text(desk.clock()))
    return receipt.subject_id


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, warning: int) -> ReversalDialog:
    made = ReversalDialog(context, SubjectKind.WARNING, warning, "Warning 1 — R1")
    made.open()
    show_active(qtbot, made)
    return made


def test_a_lifted_warning_no_longer_counts(
    qtbot: QtBot, dialog: ReversalDialog, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    assert desk.members.row(detail.row.id).standing == 2
    qtbot.keyClicks(dialog.reason, "It was a forwarded joke.")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return, CTRL)
    assert desk.members.row(detail.row.id).standing == 0
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert entry.reversal_reason == "It was a forwarded joke."
    assert notices.texts == ["The warning is lifted."]
    assert_freed(dialog)


@pytest.mark.parametrize("reason", ["", "  \n", "\u200b"])
def test_without_a_reason_nothing_is_lifted(
    qtbot: QtBot, dialog: ReversalDialog, desk: Desk, detail: MemberDetail, reason: str
) -> None:
    dialog.reason.set_text(reason)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert desk.members.row(detail.row.id).standing == 2
    assert dialog._missing_label.text() == "Still missing: a reason"
    assert_freed(dialog)


def test_a_reason_that_is_too_long_is_said_at_once(dialog: ReversalDialog) -> None:
    dialog.reason.set_text("x" * 10_001)
    assert "at most 10000" in dialog.field.error
    assert not dialog.main_button.isEnabled()
    dialog.reason.set_text("")
    assert_freed(dialog)


def test_esc_asks_before_a_typed_reason_is_lost(
    qtbot: QtBot, dialog: ReversalDialog, desk: Desk, detail: MemberDetail
) -> None:
    qtbot.keyClicks(dialog.reason, "It was a joke.")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.reason.text == "It was a joke."
    assert "Nothing is lifted yet" in dialog.banner.text
    leave = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Close without it")
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert desk.members.row(detail.row.id).standing == 2
    assert_freed(dialog)


@pytest.mark.parametrize("by_key", [True, False])
def test_an_empty_dialog_is_left_at_once(
    qtbot: QtBot,
    dialog: ReversalDialog,
    by_key: bool,
) -> None:
    if by_key:
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Escape)
    else:
        cancel = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Cancel")
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert_freed(dialog)


def test_lifted_by_somebody_else_meanwhile(
    qtbot: QtBot, dialog: ReversalDialog, desk: Desk, warning: int
) -> None:
    desk.reversals.record(uuid4(), SubjectKind.WARNING, warning, "somebody else's reason")
    dialog.reason.set_text("mine")
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert "already been lifted" in dialog.banner.text
    assert dialog.reason.text == "mine"
    dialog.reason.set_text("")
    assert_freed(dialog)


def test_a_pardoned_warning_was_right_and_no_longer_counts(
    qtbot: QtBot,
    context: UiContext,
    warning: int,
    desk: Desk,
    detail: MemberDetail,
    notices: Notices,
) -> None:
    dialog = ReversalDialog(context, SubjectKind.WARNING, warning, "Warning 1 — R1", pardon=True)
    dialog.open()
    show_active(qtbot, dialog)
    assert "why it is pardoned" in dialog._missing_label.text()
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.reason, "He has helped others ever since.")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return, CTRL)
    assert desk.members.row(detail.row.id).standing == 0
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert (entry.pardoned, entry.reversal_reason) == (True, "He has helped others ever since.")
    assert notices.texts == ["The warning is pardoned."]
    assert_freed(dialog)


def test_what_lapsed_meanwhile_is_told_and_the_reason_stays(
    qtbot: QtBot, context: UiContext, warning: int, clock: Clock
) -> None:
    dialog = ReversalDialog(context, SubjectKind.WARNING, warning, "Warning 1", pardon=True)
    dialog.open()
    show_active(qtbot, dialog)
    qtbot.keyClicks(dialog.reason, "He has helped others.")
    clock.forward(days=200)
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert "nothing to pardon" in dialog.banner._text.text()
    assert dialog.reason.text == "He has helped others."
