# SPDX-License-Identifier: MIT
"""Answering a removal that waits: all it rests on is shown, nobody answers for themselves."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import FairItem, Ground, Term
from groupdesk.domain.fairness import FairLine, FairState
from groupdesk.domain.removal_records import BatchMember, BatchRequest
from groupdesk.domain.removal_states import RemovalState
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.approval_dialog import ApprovalDialog
from groupdesk.ui.widgets.fair_record import FairRecord
from tests.helpers import give_pin, removal
from tests.services.two_operators import ask_always, asked, seat_of
from tests.ui.desks import Notices, add_member
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
    made = ApprovalDialog(context, context.desk.approvals.of_act(removal_id))
    made.resize(900, 680)
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
    assert dialog.then.exceptions
    assert dialog.then.visibleRegion().boundingRect() == dialog.then.rect(), "above the pictures"
    assert dialog.said.hasFocus()
    assert dialog.said.visibleRegion().boundingRect() == dialog.said.rect(), "not scrolled away"
    qtbot.keyClicks(dialog.said, "Agreed")
    qtbot.keyClick(dialog.said, Qt.Key.Key_Return, CTRL)
    assert desk.removals.get(removal_id).state is RemovalState.WAITING, "it might be a no"
    assert dialog.main_button.hasFocus()
    qtbot.keyClick(dialog.main_button, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    answered = desk.removals.get(removal_id)
    assert answered.state is RemovalState.HOLDING
    assert answered.approval is not None
    assert (answered.approval.operator, answered.approval.note) == ("Mei", "Agreed")
    assert notices.texts == ["Approved. It can be carried out now."]


def test_what_was_gone_on_without_stands_first_and_is_counted(
    qtbot: QtBot, context: UiContext
) -> None:
    shown = FairRecord(context)
    qtbot.addWidget(shown)
    met = [FairLine(item, FairState.MET) for item in list(FairItem)[:3]]
    gone_on = FairLine(FairItem.EVIDENCE, FairState.MISSING, override="He threatened others")
    other = replace(gone_on, item=FairItem.TALKED)
    shown.show_lines([*met, gone_on])
    assert shown.head.text() == "FAIR PROCESS, AS RECORDED · 1 EXCEPTION"
    assert next(iter(shown.list._rows)) == FairItem.EVIDENCE.value
    shown.show_lines([*met, gone_on, other])
    assert shown.head.text() == "FAIR PROCESS, AS RECORDED · 2 EXCEPTIONS"
    shown.show_lines(met)
    assert shown.head.text() == "FAIR PROCESS, AS RECORDED"
    context.translations.set_language("zh")
    shown.show_lines([gone_on, other])
    assert shown.head.text() == "当时的公正流程清单 · 2 处例外"


def test_tab_leads_from_the_note_to_the_answers_and_last_to_who_else_may_answer(
    qtbot: QtBot, context: UiContext, removal_id: int
) -> None:
    behind = context.acts.action("operator.switch").parent()
    assert isinstance(behind, QWidget)
    dialog = ApprovalDialog(context, context.desk.approvals.of_act(removal_id), behind)
    dialog.open()
    show_active(qtbot, dialog)
    qtbot.keyClicks(dialog.said, "Agreed")
    assert dialog.decline.text() == "&Decline"
    stops = []
    for _ in range(4):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        now = dialog.focusWidget()
        stops.append(now.text() if isinstance(now, QPushButton) else "")
    assert stops == ["&Decline", "Cancel", "Approve removal", "Switch operator…"]
    switched: list[int] = []
    context.acts.bind("operator.switch", lambda: switched.append(1))
    qtbot.keyClick(dialog.switch, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert "kept nowhere else" in dialog.banner.text
    assert dialog.isVisible()
    assert dialog.said.text == "Agreed"
    assert not switched, "nobody signs in over a note that would be lost"


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
    dialog = ApprovalDialog(context, context.desk.approvals.of_act(ident))
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
    dialog = ApprovalDialog(context, context.desk.approvals.of_act(asked(other)))
    qtbot.addWidget(dialog)
    assert "need a PIN" in dialog.banner.text
    assert not dialog.main_button.isEnabled()
    assert not dialog.decline.isEnabled()


def ask_for_several(desk: Desk) -> list[int]:
    """Let An ask in one act about three members, the second of whom is protected since."""
    give_pin(desk)
    other = seat_of(desk)
    group = desk.groups.all()[0].id
    ask_always(other, group)
    members = [add_member(desk, group, name) for name in ("Ada", "Ben", "Cleo")]
    one = removal(other, members[0].row.id, None, ground=Ground.INACTIVE)
    other.removal_batches.decide(
        BatchRequest(
            operation=one.operation,
            members=tuple(BatchMember(member.row.id) for member in members),
            ground=one.ground,
            reason=one.reason,
            term=Term.UNTIL,
            until="2026-12-24",
            evidence=one.evidence,
            overrides=one.overrides,
        )
    )
    ben = members[1]
    desk.members.edit(uuid4(), ben.row.id, replace(ben.fields, protected=True))
    return [row.removal.id for row in desk.approvals.waiting()]


def test_of_several_one_is_answered_alone_and_who_cannot_go_keeps_nobody_back(
    qtbot: QtBot, context: UiContext, desk: Desk, notices: Notices
) -> None:
    ada, ben, cleo = ask_for_several(desk)
    dialog = ApprovalDialog(context, desk.approvals.of_act(ada))
    dialog.open()
    show_active(qtbot, dialog)
    assert dialog.whom.itemText(1) == "Ben · Aurora customers · cannot be approved"
    assert dialog.main_button.text() == "Approve 2 removals"
    dialog.whom.choose(cleo)
    dialog._show_row()
    assert dialog.facts.facts["How long"] == "Until 24 Dec, its last day"
    qtbot.keyClick(dialog.alone, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.said, "Cleo wrote yesterday")
    qtbot.mouseClick(dialog.decline, Qt.MouseButton.LeftButton)
    assert desk.removals.get(cleo).state is RemovalState.DECLINED
    assert dialog.isVisible(), "the others still wait"
    assert dialog.said.text == ""
    assert not dialog.alone.isChecked()
    assert dialog.main_button.text() == "Approve removal"
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert desk.removals.get(ada).state is RemovalState.HOLDING
    assert desk.removals.get(ben).state is RemovalState.WAITING
    assert "protected" in dialog.banner.text
    assert not dialog.main_button.isEnabled()
    assert notices.texts[0] == "Declined. Cleo stays a member."
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert dialog.facts.facts["期限"] == "至12月24日（含当日）"


def test_what_changed_meanwhile_is_shown_and_the_note_kept(
    qtbot: QtBot, dialog: ApprovalDialog, desk: Desk, removal_id: int
) -> None:
    fields = desk.members.detail(dialog.row.removal.membership_id).fields
    member = dialog.row.removal.membership_id
    desk.members.edit(uuid4(), member, replace(fields, protected=True))
    qtbot.keyClicks(dialog.said, "Agreed")
    qtbot.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert desk.removals.get(removal_id).state is RemovalState.WAITING
    assert "protected" in dialog.banner.text
    assert dialog.said.text == "Agreed"
    assert not dialog.main_button.isEnabled()
    assert dialog.decline.isEnabled()


def test_what_was_answered_meanwhile_is_not_asked_again(
    context: UiContext, desk: Desk, removal_id: int
) -> None:
    assert context.desk.approvals.of_act(removal_id)
    assert context.desk.approvals.of_act(removal_id + 99) == ()
