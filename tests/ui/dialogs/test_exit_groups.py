# SPDX-License-Identifier: MIT
"""A request to leave several groups: what holds for all of them is said once."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import Language, Platform
from groupdesk.domain.exit_records import ExitRecord
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitItem, ExitReason, ExitState
from groupdesk.domain.records import GroupFields, MemberDetail, MemberFields
from groupdesk.domain.talk_enums import TaskState
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.exit_answer_dialog import ExitAnswerDialog
from groupdesk.ui.dialogs.exit_check_dialog import ExitCheckDialog
from groupdesk.ui.dialogs.exit_correct_dialog import ExitCorrectDialog
from groupdesk.ui.dialogs.exit_item_dialog import ExitItemDialog
from groupdesk.ui.dialogs.exit_reason_dialogs import ExitReopenDialog
from groupdesk.ui.widgets.exit_detail import ExitDetail
from tests.services.exit_cases import answered, asked, gone
from tests.ui.desks import Notices
from tests.ui.helpers import show_active

SPACE = Qt.Key.Key_Space


@pytest.fixture
def twice(desk: Desk, detail: MemberDetail) -> tuple[int, int]:
    """A request for two groups in one act."""
    fields = GroupFields("Aurora partners", Platform.WECHAT, Language.EN)
    other = desk.groups.create(uuid4(), fields).subject_id
    twin = desk.members.add(uuid4(), other, MemberFields(detail.row.name)).subject_id
    desk.persons.link(uuid4(), desk.members.row(twin).person_id, detail.row.person_id, "Same")
    first = asked(desk, detail.row.id, twin)
    return first, record(desk, first).earlier[0].id


def record(desk: Desk, ident: int) -> ExitRecord:
    return desk.leaving.exits.get(ident)


def done(desk: Desk, ident: int, item: ExitItem) -> bool:
    return any(one.done_at for one in record(desk, ident).items if one.code == item)


def test_what_concerns_the_person_stands_on_top_and_space_ticks_it_for_all(
    qtbot: QtBot,
    context: UiContext,
    desk: Desk,
    detail: MemberDetail,
    twice: tuple[int, int],
    notices: Notices,
) -> None:
    shown = ExitDetail(context)
    qtbot.addWidget(shown)
    shown.show_request(twice[0])
    shown.resize(900, 900)
    show_active(qtbot, shown)
    listed = shown.checklist
    group = detail.group.name
    assert listed.heads == (f"Once for all groups: {group}, Aurora partners", f"Only for {group}")
    names = [box.accessibleName() for box in listed.boxes]
    assert names[:2] == ["Colleagues are told", "Files are saved"]
    qtbot.keyClick(listed.boxes[1], SPACE)
    assert all(done(desk, ident, ExitItem.FILES_SAVED) for ident in twice)
    assert notices.texts[-1] == f"Ticked in {group}, Aurora partners."
    shown.show_request(twice[1])
    qtbot.keyClick(listed.boxes[1], SPACE)  # a slip is taken back in both
    assert not any(done(desk, ident, ExitItem.FILES_SAVED) for ident in twice)
    qtbot.keyClick(listed.boxes[names.index("The new contact is named")], SPACE)
    assert done(desk, twice[1], ExitItem.CONTACT_NAMED)
    assert not done(desk, twice[0], ExitItem.CONTACT_NAMED)


def test_the_menu_ticks_one_group_alone_or_all(
    qtbot: QtBot, context: UiContext, desk: Desk, twice: tuple[int, int]
) -> None:
    shown = ExitDetail(context)
    qtbot.addWidget(shown)
    shown.show_request(twice[0])
    rows = {row.box.accessibleName(): row for row in shown.checklist.rows}

    def offered(name: str) -> dict[str, object]:
        return {one.text(): one for one in rows[name].more.menu().actions() if one.isVisible()}

    offered("Files are saved")["Done in this group only"].trigger()  # type: ignore[attr-defined]
    assert [done(desk, one, ExitItem.FILES_SAVED) for one in twice] == [True, False]
    offered("The new contact is named")["Done in all groups of the request"].trigger()  # type: ignore[attr-defined]
    assert all(done(desk, one, ExitItem.CONTACT_NAMED) for one in twice)
    shown.show_request(twice[0])
    said = rows["Files are saved"].box.accessibleDescription()
    assert said.endswith("Still open in Aurora partners")


def test_windows_about_a_line_offer_the_other_groups(
    context: UiContext, desk: Desk, twice: tuple[int, int]
) -> None:
    items = {one.code: one for one in record(desk, twice[0]).items}
    asking = ExitItemDialog(
        context,
        record(desk, twice[0]),
        items[ExitItem.CONFIDENTIALITY],
        result=TaskState.NOT_NEEDED,
    )
    asking.text.set_text("Signed with the contract")
    asking.main_button.click()
    assert all(done(desk, one, ExitItem.CONFIDENTIALITY) for one in twice)
    item = next(one for one in record(desk, twice[0]).items if one.code == ExitItem.CONFIDENTIALITY)
    again = ExitReopenDialog(context, record(desk, twice[0]), item)
    assert "Aurora partners" in again.about.text()
    again.reason.set_text("The contract is old")
    again.main_button.click()
    assert not any(done(desk, one, ExitItem.CONFIDENTIALITY) for one in twice)
    for ident in twice:
        gone(desk, ident)
    check = ExitCheckDialog(context, record(desk, twice[0]))
    assert [box.text() for box in check.groups.boxes.values()] == ["Aurora partners"]
    check.main_button.click()
    assert [record(desk, one).row.check_on for one in twice] == ["", ""]


def test_a_corrected_reason_holds_for_all_groups(
    qtbot: QtBot, context: UiContext, desk: Desk, twice: tuple[int, int], notices: Notices
) -> None:
    made = ExitCorrectDialog(context, record(desk, twice[0]))
    show_active(qtbot, made)
    assert made.reasons.button("job_changed").hasFocus()
    qtbot.keyClick(made.reasons.button("job_changed"), Qt.Key.Key_Right)
    assert not made.main_button.isEnabled()
    made.why.set_text("Heard it wrongly")
    qtbot.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wanted = ExitReason.NO_LONGER_NEEDED
    assert [record(desk, one).row.reason for one in twice] == [wanted, wanted]
    assert "stays in the history" in notices.texts[-1]


def test_boxes_follow_what_changed_meanwhile(
    context: UiContext, desk: Desk, twice: tuple[int, int]
) -> None:
    made = ExitAnswerDialog(context, record(desk, twice[0]))
    made.reason.set_text("Fine with us")
    answered(desk, twice[1], ExitEntryKind.WITHDRAWN)
    made.main_button.click()
    assert made.banner.isVisibleTo(made)
    assert made.together.isHidden()
    assert made.reason.text == "Fine with us"
    made.main_button.click()
    assert [record(desk, one).row.state for one in twice] == [
        ExitState.APPROVED,
        ExitState.WITHDRAWN,
    ]
