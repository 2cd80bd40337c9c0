# SPDX-License-Identifier: MIT
"""By keys alone: an act goes to another case, a case to the right person; both sides tell it."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.case_records import CaseRequest
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.case_move_dialog import CaseMoveDialog, CaseWrongPersonDialog
from groupdesk.ui.dialogs.member_choice_dialog import MemberChoiceDialog
from groupdesk.ui.pages.cases_page import CasesPage
from groupdesk.ui.session import Session
from tests.ui.acting import dialog, in_front, page, send_warning
from tests.ui.desks import add_member

CTRL = Qt.KeyboardModifier.ControlModifier
MOVE = "Move to another case…"


@pytest.fixture
def cases(session: Session, desk: Desk, detail: MemberDetail) -> CasesPage:
    """Case 1 of 王小明 with a warning on R1, case 2 of him opened by hand, Grace Chen beside."""
    send_warning(desk, detail)
    add_member(desk, detail.group.id, "Grace Chen")
    desk.case_acts.open(CaseRequest(uuid4(), detail.row.id, None, "Offers in private"))
    return page(session, "cases", CasesPage)


def moving(cases: CasesPage, number: int) -> CaseMoveDialog:
    """Go to a case and ask to move its newest act by the menu of the entry."""
    cases.table.go_to(cases.model.row_of(number))
    cases._show_case()
    cases.detail.show_view("timeline")
    timeline = cases.detail.timeline
    act = next(entry for entry in timeline.entries if entry.kind == "warning")
    next(one for one in timeline.menu_for(act).actions() if one.text() == MOVE).trigger()
    return dialog(CaseMoveDialog)


def test_a_message_is_moved_and_both_cases_tell_so(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    asked = moving(cases, 1)
    in_front(qtbot, asked)
    offered = [asked.to.itemText(at) for at in range(asked.to.count())]
    assert offered == ["Case 2: No rule · Open", "A new case"]
    assert not asked.main_button.isEnabled()
    qtbot.keyClick(asked.to, Qt.Key.Key_Tab)
    assert asked.focusWidget() is asked.reason
    qtbot.keyClicks(asked.reason, "It is about the offers.")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return, CTRL)
    assert [desk.cases.get(number).acts for number in (1, 2)] == [0, 1]
    entry = cases.detail.timeline.entries[0]
    assert (entry.state, entry.text) == ("moved_away", "It is about the offers.")
    said = cases.detail.timeline.cards[0].accessibleName()
    assert "Moved to case 2" in said
    session.workbench.banner._button.click()
    qtbot.waitUntil(lambda: cases.case is not None and cases.case.number == 2)


def test_a_message_is_moved_into_a_case_of_its_own(
    qtbot: QtBot, cases: CasesPage, desk: Desk
) -> None:
    asked = moving(cases, 1)
    in_front(qtbot, asked)
    qtbot.keyClick(asked.to, Qt.Key.Key_End)
    qtbot.keyClicks(asked.reason, "Another matter.")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return, CTRL)
    assert (desk.cases.get(3).acts, desk.cases.get(3).rule_code) == (1, "R1")


def test_a_message_that_somebody_moved_meanwhile_is_said(
    qtbot: QtBot, cases: CasesPage, desk: Desk
) -> None:
    asked = moving(cases, 1)
    desk.case_corrections.move_act(
        uuid4(), SubjectKind.WARNING, asked._entry.id, 0, "Mine", from_=1
    )
    qtbot.keyClicks(asked.reason, "Another matter.")
    asked.main_button.click()
    assert asked.isVisible()
    assert "in the meantime" in asked.banner.text
    assert asked.reason.text == "Another matter."
    assert desk.cases.get(2).acts == 0


def test_a_case_about_the_wrong_person_goes_on_about_the_right_one(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    cases.table.go_to(cases.model.row_of(1))
    cases._show_case()
    acts = session.context.acts
    assert not acts.action("case.wrong_person").isEnabled(), "a warning was sent in it"
    cases.table.go_to(cases.model.row_of(2))
    cases._show_case()
    assert acts.action("case.wrong_person").isEnabled()
    acts.trigger("case.wrong_person")
    choosing = dialog(MemberChoiceDialog)
    choosing.search.setText("grace")
    qtbot.keyClick(choosing.search, Qt.Key.Key_Return)
    asked = dialog(CaseWrongPersonDialog)
    assert "Grace Chen, not 王小明" in [
        label.text() for label in asked.findChildren(type(asked.about))
    ]
    qtbot.keyClicks(asked.reason, "The same first name.")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return, CTRL)
    row = desk.cases.get(3)
    assert (row.member_name, row.state_word) == ("Grace Chen", "case_state.open")
    assert desk.cases.get(2).outcome == "The same first name."
