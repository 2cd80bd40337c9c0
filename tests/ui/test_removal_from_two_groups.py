# SPDX-License-Identifier: MIT
"""Warned twice, asked for approval, approved by somebody else, carried out in two groups."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, EvidenceSource, FairItem, MembershipState
from groupdesk.domain.fairness import FairState
from groupdesk.domain.records import GroupFields, MemberDetail, MemberFields
from groupdesk.domain.removal_states import RemovalState
from groupdesk.services.desk import Desk
from groupdesk.services.starter_rules import starter_rules
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.approval_dialog import ApprovalDialog
from groupdesk.ui.dialogs.bulk_removal_dialog import BulkRemovalDialog
from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog
from groupdesk.ui.member_acts import MemberActs
from tests.helpers import give_pin
from tests.services.two_operators import ask_always, seat_of
from tests.ui.acting import dialog, in_front, send_warning, talk
from tests.ui.desks import Clock, picture_file
from tests.ui.helpers import modal_in_front

CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


def second_group(desk: Desk, detail: MemberDetail) -> int:
    """Put the member into another group as well, which has the same rules."""
    group = detail.group
    other = desk.groups.create(uuid4(), GroupFields("Borealis", group.platform, group.language))
    desk.rules.publish(uuid4(), other.subject_id, starter_rules())
    there = desk.members.add(uuid4(), other.subject_id, MemberFields(detail.row.name)).subject_id
    person = desk.members.detail(there).row.person_id
    desk.persons.link(uuid4(), person, detail.row.person_id, "The same phone number")
    return other.subject_id


def test_a_dispute_as_two_people_work_on_it(
    qtbot: QtBot, context: UiContext, desk: Desk, detail: MemberDetail, clock: Clock, tmp_path: Path
) -> None:
    window = context.acts.parent()
    assert isinstance(window, QWidget)
    window.show()
    give_pin(desk)
    for group in (detail.group.id, second_group(desk, detail)):
        ask_always(desk, group)
    for _time in (1, 2):
        send_warning(desk, detail)
        clock.forward(days=2)
    talk(desk, detail)
    clock.forward(hours=3)

    MemberActs(context, window).remove_everywhere(desk.members.detail(detail.row.id))
    asking = dialog(BulkRemovalDialog)
    in_front(qtbot, asking)
    first_rule = asking.removal.rules[detail.group.id]
    qtbot.keyClicks(first_rule, "R1")
    qtbot.keyClick(first_rule, Qt.Key.Key_Return)
    qtbot.keyClicks(asking.removal.reason, "Advertised again after two warnings and a talk")
    asking.removal.evidence.take_files([picture_file(tmp_path, "chat.png")], EvidenceSource.FILE)
    asking._look()  # the rest that one takes after typing
    found = {line.item: line for line in asking.lines.lines[detail.row.id].fair}
    assert found[FairItem.WARNED].state is FairState.MET
    assert found[FairItem.WARNED].count == 2
    for key in list(asking.list.gaps.answers()):
        qtbot.keyClicks(asking.list.gaps.field(key), "The same in both groups on one day")
    assert asking.main_button.text() == "Ask for approval of 2"
    qtbot.keyClick(asking.removal.reason, Qt.Key.Key_Return, CTRL)
    waiting = desk.approvals.waiting()
    assert [row.removal.state for row in waiting] == [RemovalState.WAITING] * 2
    assert modal_in_front() is None

    other = replace(context, desk=seat_of(desk, "An"))
    answering = ApprovalDialog(other, other.desk.approvals.of_act(waiting[1].removal.id), window)
    answering.open()
    in_front(qtbot, answering)
    assert answering.whom.count() == 2
    qtbot.keyClick(answering.said, Qt.Key.Key_Return, CTRL)  # leads to the button
    qtbot.keyClick(answering.main_button, Qt.Key.Key_Return, CTRL)

    steps = dialog(CarryOutDialog)
    in_front(qtbot, steps)
    for at in range(steps.whom.box.count()):
        steps.whom.box.setCurrentIndex(at)
        for row in steps.rows.values():
            if row.isVisibleTo(steps):
                qtbot.mouseClick(row.button, LEFT)
    for waited in waiting:
        record = desk.removals.get(waited.removal.id)
        assert record.approval is not None
        assert record.approval.operator == "An"
        assert all(step.done_at for step in record.steps), steps.banner.text
        assert {step.done_by for step in record.steps} == {"An"}
        assert desk.members.row(record.membership_id).state is MembershipState.REMOVED
    done = [row.action for row in desk.audit.rows(AuditFilter())]
    assert {Action.REMOVAL_BATCH, Action.REMOVAL_APPROVE, Action.REMOVAL_STEP} <= set(done)
    # the small desk published its rules half an hour before it was made
    assert {one.code for one in desk.verifier.run().findings} == {"clock_went_back"}
