# SPDX-License-Identifier: MIT
"""A removal whose last day has passed: may come back, or is kept out with a reason."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse, RemovalRequest
from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import EvidenceSource, Ground, Term
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.talk_enums import TaskState
from groupdesk.services.desk import Desk
from groupdesk.services.lapses import bring_up_to_date
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.carry_out_dialog import CarryOutDialog
from groupdesk.ui.dialogs.term_over_dialog import TermOverDialog
from groupdesk.ui.due.removals import RemovalTodo
from tests.ui.desks import Clock, png
from tests.ui.helpers import assert_freed, show_active

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def task(desk: Desk, detail: MemberDetail, clock: Clock) -> int:
    picture = desk.evidence.take_bytes(png(), "chat.png", EvidenceSource.PASTE)
    desk.removals.decide(
        RemovalRequest(
            operation=uuid4(),
            membership_id=detail.row.id,
            ground=Ground.COMPROMISED,
            rule_id=None,
            reason="The account sends links by itself.",
            term=Term.UNTIL,
            until="2026-11-30",
            evidence=(EvidenceUse(picture.id),),
            already_removed_at=to_text(clock()),
        )
    )
    clock.forward(days=10)
    while bring_up_to_date(desk.ledger, desk.clock()):
        pass
    return next(item.id for item in desk.todo.all() if item.kind == "term_over")


@pytest.fixture
def dialog(qtbot: QtBot, context: UiContext, task: int) -> TermOverDialog:
    made = TermOverDialog(context, task)
    made.open()
    show_active(qtbot, made)
    return made


def waiting(desk: Desk) -> list[str]:
    return [item.kind for item in desk.todo.all() if item.kind == "term_over"]


def test_the_message_is_copied_and_the_answer_recorded(
    qtbot: QtBot, dialog: TermOverDialog, desk: Desk
) -> None:
    qtbot.mouseClick(dialog.copy, LEFT)
    said = QGuiApplication.clipboard().text()
    assert said.startswith("王小明，您好！")
    assert "{" not in said
    assert waiting(desk) == ["term_over"], "copying tells nobody"
    dialog.reason.set_text("Told by phone")
    qtbot.mouseClick(dialog.main_button, LEFT)
    assert waiting(desk) == []
    assert_freed(dialog)


def test_keeping_out_wants_a_reason(qtbot: QtBot, dialog: TermOverDialog, desk: Desk) -> None:
    dialog.keep_out.setChecked(True)
    assert dialog.message.isHidden() or not dialog.message.isVisible()
    assert not dialog.main_button.isEnabled()
    dialog.reason.set_text("Wrote threats meanwhile")
    qtbot.mouseClick(dialog.main_button, LEFT)
    assert waiting(desk) == []
    assert_freed(dialog)


def test_who_may_come_back_is_not_said_to_be_removed(
    qtbot: QtBot, context: UiContext, task: int, desk: Desk
) -> None:
    decided = desk.terms_over.get(task).removal_id
    for step in desk.carrying_out.steps(decided):
        if not step.done_at:
            desk.carrying_out.tick(uuid4(), step)
    desk.terms_over.decide(uuid4(), task, TaskState.LET_IN)
    (line,) = [item for item in desk.todo.all() if item.kind == "carry_out"]
    parent = QWidget()
    qtbot.addWidget(parent)
    title, _ = RemovalTodo(context, parent).words(line)
    assert title == f"Open the ways back for {line.member_name}"
    dialog = CarryOutDialog(context, line.id, parent)
    said = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert f"Open the ways back for {line.member_name} in WeCom yourself" in said
    assert f"Remove {line.member_name}" not in said


def test_whoever_is_on_the_blocklist_is_kept_out_unless_somebody_says_otherwise(
    context: UiContext, desk: Desk, detail: MemberDetail, task: int
) -> None:
    desk.blocklist.block(uuid4(), detail.row.person_id, "Sells the members' numbers")
    made = TermOverDialog(context, task)
    made.open()
    assert made.keep_out.isChecked()
    assert "王小明 is on the blocklist" in made.banner.text
    made.let_in.click()
    assert made.let_in.isChecked()
    assert_freed(made)
