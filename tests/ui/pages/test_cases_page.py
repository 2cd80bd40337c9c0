# SPDX-License-Identifier: MIT
"""A case is read, closed with its outcome, opened again and printed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import CaseState
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.case_dialog import CaseDialog
from groupdesk.ui.dialogs.report_dialog import ReportDialog
from groupdesk.ui.pages.cases_page import CasesPage
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.session import Session
from tests.ui.acting import dialog, in_front, page, send_warning
from tests.ui.desks import add_member

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def cases(session: Session, desk: Desk, detail: MemberDetail) -> CasesPage:
    send_warning(desk, detail)
    send_warning(desk, add_member(desk, detail.group.id, "Grace Chen"))
    return page(session, "cases", CasesPage)


def test_a_case_is_closed_and_opened_again(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    acts = session.context.acts
    assert cases.case is not None
    number = cases.case.number
    acts.trigger("case.close")
    closing = dialog(CaseDialog)
    assert not closing.main_button.isEnabled(), "an outcome is needed"
    qtbot.keyClicks(closing.text, "Agreed to stop.")
    qtbot.keyClick(closing, Qt.Key.Key_Return, CTRL)
    assert desk.cases.get(number).state is CaseState.CLOSED
    assert desk.cases.get(number).outcome == "Agreed to stop."
    assert cases.chips.button("closed").text() == "Closed 1"
    assert cases.case.number == number, "the same case stays in front"

    acts.trigger("case.reopen")
    opening = dialog(CaseDialog)
    qtbot.keyClicks(opening.text, "He goes on.")
    qtbot.keyClick(opening, Qt.Key.Key_Return, CTRL)
    assert desk.cases.get(number).state is CaseState.OPEN
    assert {found.code for found in desk.verifier.run().findings} <= {"clock_went_back"}


def test_only_what_can_be_done_is_offered(session: Session, cases: CasesPage, desk: Desk) -> None:
    close, reopen = cases._turns
    assert (close.isVisible(), reopen.isVisible()) == (True, False)
    cases.chips.button("closed").click()
    assert cases.case is None
    assert not session.context.acts.action("report.case").isEnabled()
    assert cases._empty.isVisible()


def test_a_case_is_printed_from_here(qtbot: QtBot, session: Session, cases: CasesPage) -> None:
    in_front(qtbot, session.window)
    qtbot.keyClick(session.window, Qt.Key.Key_P, CTRL)
    shown = dialog(ReportDialog)
    assert shown.printed is not None
    shown.reject()


def test_the_way_to_the_member_is_short(session: Session, cases: CasesPage) -> None:
    assert cases.case is not None
    wanted = cases.case.membership_id
    cases._member.click()
    shown = session.workbench.page
    assert isinstance(shown, MembersPage)
    assert shown.detail.detail is not None
    assert shown.detail.detail.row.id == wanted


def test_beside_a_chat_window_a_case_takes_the_place_of_the_list(
    qtbot: QtBot, session: Session, cases: CasesPage
) -> None:
    session.window.resize(900, 680)
    assert not cases.timeline.isVisible()
    cases.table.setFocus()
    qtbot.keyClick(cases.table, Qt.Key.Key_Return)
    assert cases.timeline.isVisible()
    qtbot.keyClick(cases.timeline, Qt.Key.Key_Escape)
    assert cases.table.isVisible()


def test_a_group_without_cases_says_how_one_begins(session: Session) -> None:
    shown = page(session, "cases", CasesPage)
    assert shown._empty.isVisible()
