# SPDX-License-Identifier: MIT
"""What the member in front says of a removal: it waits, cannot be, is for the record."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import MemberRole
from groupdesk.domain.records import MemberDetail, MemberFields
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.approval_dialog import ApprovalDialog
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.widgets.member_detail import MemberDetailPanel
from tests.helpers import give_pin, removal, rule_id
from tests.services.two_operators import ask_always
from tests.ui.acting import dialog
from tests.ui.helpers import show_active


@pytest.fixture
def panel(qtbot: QtBot, context: UiContext) -> MemberDetailPanel:
    made = MemberDetailPanel(context, MemberActs(context, context.acts.parent()))  # type: ignore[arg-type]  # a window
    qtbot.addWidget(made)
    made.bind_acts()
    return made


def said(panel: MemberDetailPanel) -> list[str]:
    return [one.text() for one in panel.findChildren(QLabel) if one.isVisibleTo(panel)]


def test_a_request_shows_in_the_head_and_leads_to_the_answer(
    qtbot: QtBot, panel: MemberDetailPanel, desk: Desk, detail: MemberDetail, context: UiContext
) -> None:
    give_pin(desk)
    ask_always(desk, detail.group.id)
    member, group = detail.row.id, detail.group.id
    ident = desk.removals.decide(removal(desk, member, rule_id(desk, group))).subject_id
    panel.show_member(member)
    assert "Waits for approval" in said(panel)
    remove = context.acts.action("member.remove")
    assert not remove.isEnabled()
    assert "whoever asked can withdraw it" in remove.toolTip()
    (entry,) = [one for one in panel.timeline.entries if one.kind == "removal"]
    offered = [one.text() for one in panel.timeline.menu_for(entry).actions()]
    assert "Answer the request…" in offered
    show_active(qtbot, panel)
    button = next(
        one
        for one in panel.findChildren(QPushButton)
        if one.text() == "Answer the request…" and one.isVisibleTo(panel)
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    shown = dialog(ApprovalDialog)
    assert shown.row.removal.id == ident
    assert shown.main_button.text() == "Withdraw request"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        (MemberFields("Paul", protected=True), "can take the protection off"),
        (MemberFields("Olga", role=MemberRole.OWNER), "First give the role to somebody else"),
    ],
)
def test_who_cannot_be_removed_says_who_can_change_that(
    panel: MemberDetailPanel,
    desk: Desk,
    detail: MemberDetail,
    context: UiContext,
    fields: MemberFields,
    why: str,
) -> None:
    member = desk.members.add(uuid4(), detail.group.id, fields).subject_id
    panel.show_member(member)
    act = context.acts.action("member.remove")
    assert not act.isEnabled()
    assert why in act.toolTip()
    panel.show_member(detail.row.id)
    assert act.isEnabled()
    context.translations.set_language("zh")
    QApplication.processEvents()
    assert act.text() == "移出…"


def test_who_is_gone_can_be_removed_for_the_record(
    panel: MemberDetailPanel, desk: Desk, detail: MemberDetail, context: UiContext
) -> None:
    desk.workspace.database.execute_sql(
        "UPDATE membership SET state = 'left', ended_at = '2026-11-20T08:00:00.000Z' WHERE id = ?",
        (detail.row.id,),
    )
    panel.show_member(detail.row.id)
    assert context.acts.action("member.remove").isEnabled()
    assert not context.acts.action("warning.compose").isEnabled()
    assert any(text.startswith("Not in the group any more.") for text in said(panel))
