# SPDX-License-Identifier: MIT
"""How a group decides: changed in one place, read by everybody."""

from uuid import uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.decision_enums import ApprovalNeed
from groupdesk.domain.enums import Language, OperatorRole
from groupdesk.domain.process import Process
from groupdesk.domain.records import MemberDetail, OperatorRecord
from groupdesk.services.desk import Desk
from groupdesk.services.workspace import add_operator
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.process_dialog import ProcessDialog
from tests.helpers import give_pin
from tests.services.two_operators import seat_of
from tests.ui.desks import Notices
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, context: UiContext, detail: MemberDetail) -> ProcessDialog:
    made = ProcessDialog(context, detail.group)
    made.open()
    show_active(qtbot, made)
    return made


def test_all_of_it_is_saved_with_texts_in_both_languages(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    dialog = opened(qtbot, context, detail)
    dialog.approval.setCurrentIndex(1)
    dialog.appeal_days.setValue(30)
    dialog.questions[Language.EN].set_text("Why?\n\n How? ")
    qtbot.mouseClick(dialog.languages.button("zh"), Qt.MouseButton.LeftButton)
    assert not dialog.questions[Language.EN].isVisible()
    dialog.notes[Language.ZH].set_text("记录保留两年。")
    qtbot.keyClick(dialog.notes[Language.ZH], Qt.Key.Key_Return, CTRL)
    assert desk.processes.of(detail.group.id) == Process(
        ApprovalNeed.FOR_GOOD,
        30,
        7,
        {Language.EN: ("Why?", "How?")},
        {Language.ZH: "记录保留两年。"},
    )
    assert notices.texts == ["Aurora customers decides this way from now on."]
    assert_freed(dialog)


def test_it_says_when_nobody_could_approve(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    alone = opened(qtbot, context, detail)
    alone.approval.setCurrentIndex(1)
    assert alone.approval_field.field.accessibleDescription().startswith("So far nobody could")
    give_pin(desk)
    seat_of(desk, "Bo", OperatorRole.MODERATOR)
    both = opened(qtbot, context, detail)
    both.approval.setCurrentIndex(1)
    assert both.approval_field.field.accessibleDescription().startswith("Two operators")


def test_no_window_reads_as_at_any_time(
    qtbot: QtBot, context: UiContext, detail: MemberDetail
) -> None:
    dialog = opened(qtbot, context, detail)
    dialog.appeal_days.setValue(0)
    assert dialog.appeal_days.text() == "At any time"


def test_more_questions_than_there_is_room_for_are_not_saved(
    qtbot: QtBot, context: UiContext, detail: MemberDetail
) -> None:
    dialog = opened(qtbot, context, detail)
    dialog.questions[Language.EN].set_text("\n".join(f"Question {n}?" for n in range(11)))
    assert not dialog.main_button.isEnabled()


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    dialog = opened(qtbot, context, detail)
    desk.processes.save(uuid4(), detail.group.id, Process(appeal_days=3))
    dialog.appeal_days.setValue(60)
    qtbot.keyClick(dialog.appeal_days, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert dialog.banner.isVisible()
    assert desk.processes.of(detail.group.id).appeal_days == 3


def test_who_may_not_change_it_reads_it(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail
) -> None:
    role = OperatorRole.MODERATOR
    ident = add_operator(desk.ledger, uuid4(), "Bo", role).subject_id
    desk.ledger.operator = OperatorRecord(ident, "Bo", role)
    dialog = opened(qtbot, context, detail)
    assert dialog.main_button.isHidden()
    assert not dialog.approval.isEnabled()
    assert dialog.questions[Language.EN].isReadOnly()
