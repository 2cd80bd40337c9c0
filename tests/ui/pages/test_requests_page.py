# SPDX-License-Identifier: MIT
"""The page of requests: what is due, one objection in front, what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import AppealOutcome
from groupdesk.domain.enums import SubjectKind
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.appeal_choice_dialog import AppealChoiceDialog
from groupdesk.ui.dialogs.appeal_decision_dialog import AppealDecisionDialog
from groupdesk.ui.dialogs.appeal_dialog import AppealDialog
from groupdesk.ui.dialogs.appeal_entry_dialog import AppealEntryDialog
from groupdesk.ui.dialogs.member_choice_dialog import MemberChoiceDialog
from groupdesk.ui.dialogs.rejoin_dialog import StaysAwayDialog
from groupdesk.ui.dialogs.rejoin_request_dialog import RejoinRequestDialog
from groupdesk.ui.pages.page import Place
from groupdesk.ui.pages.requests_page import RequestsPage
from groupdesk.ui.pages.today_page import TodayPage
from groupdesk.ui.session import Session
from groupdesk.ui.widgets.appeal_list import AppealList
from tests.services.appeal_cases import decided
from tests.ui.acting import dialog, page
from tests.ui.desks import Clock
from tests.ui.dialogs.appeal_desk import appeal, hand_over_seat, removed, warned


def shown(session: Session) -> AppealList:
    front = page(session, "requests", RequestsPage).front
    assert isinstance(front, AppealList)
    return front


def press(made: QPushButton) -> None:
    assert made.isEnabled()
    made.click()


def buttons(today: TodayPage) -> dict[str, QPushButton]:
    return {
        made.text(): made
        for card in today.list.cards
        for made in card.findChildren(QPushButton)
        if made.text()
    }


def test_the_empty_page_leads_to_recording_an_objection_of_whoever_was_removed(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    warned(desk, detail)
    gone = removed(desk, detail, already_removed_at=to_text(clock()))
    requests = shown(session)
    assert requests.empty.isVisible()
    assert not requests.detail.isVisible()
    assert requests.empty.button.text() == "Record objection…"
    press(requests.empty.button)
    choosing = dialog(MemberChoiceDialog)
    assert [row.name for row in choosing.model.records] == ["王小明"], "and none of the others"
    qtbot.keyClicks(choosing.search, "wangxiao")
    qtbot.keyClick(choosing.search, Qt.Key.Key_Return)
    which = dialog(AppealChoiceDialog)
    assert which.list.count() == 2
    qtbot.keyClick(which.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = dialog(AppealDialog)
    assert (made.target.kind, made.target.id) == (SubjectKind.REMOVAL, gone)
    made.reject()


def test_an_open_objection_shows_what_was_said_and_against_what(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    appeal(desk, detail)
    clock.forward(days=9)
    requests = shown(session)
    requests.reload()
    assert requests.model.rowCount() == 1
    texts = requests.detail.said.texts
    assert "It was my nephew who wrote that." in texts
    assert requests.detail.fair.list.isVisible()
    assert requests.detail._state.text() == "2 days late"
    qtbot.mouseClick(requests.chips.button("overdue"), Qt.MouseButton.LeftButton)
    assert requests.model.rowCount() == 1
    qtbot.mouseClick(requests.chips.button("decided"), Qt.MouseButton.LeftButton)
    assert requests.empty.isVisible()
    qtbot.mouseClick(requests.empty.button, Qt.MouseButton.LeftButton)
    assert requests.model.rowCount() == 1


def test_its_acts_open_their_dialogs(session: Session, desk: Desk, detail: MemberDetail) -> None:
    appeal(desk, detail)
    requests = shown(session)
    requests.reload()
    acts = requests.detail.act_buttons
    press(acts["appeal.add"])
    dialog(AppealEntryDialog).reject()
    press(acts["appeal.withdraw"])
    entry = dialog(AppealEntryDialog)
    assert entry.kind.value == "withdrawn"
    entry.reject()
    press(acts["appeal.decide"])
    dialog(AppealDecisionDialog).reject()
    assert acts["appeal.letter"].isHidden()


def test_after_a_decision_the_letter_is_what_is_left(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    ident = appeal(desk, detail)
    decided(desk, ident, AppealOutcome.KEPT)
    requests = shown(session)
    requests.show_one(ident)
    acts = requests.detail.act_buttons
    assert acts["appeal.decide"].isHidden()
    assert not acts["appeal.letter"].isHidden()
    assert requests.detail.end.reason.text() == "The log of the platform shows another device."
    assert requests.detail.end.facts.facts["Letter"] == "not sent yet"


def test_an_objection_is_recorded_from_the_menu_of_what_it_is_about(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    warned(desk, detail)
    session.workbench.go_to(detail.group.id, detail.row.id)
    QApplication.processEvents()
    members = session.workbench.page
    assert members is not None
    view = members.detail.timeline  # type: ignore[attr-defined]
    (entry,) = view._entries
    menu = view.menu_for(entry)
    (act,) = [one for one in menu.actions() if one.text() == "Record objection…"]
    act.trigger()
    made = dialog(AppealDialog)
    assert made.target.id == entry.id
    made.reject()


def test_today_leads_to_the_objection_and_to_letting_back_in(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    gone = {"already_removed_at": to_text(clock())}
    ident = appeal(desk, detail, **gone)
    today = page(session, "today", TodayPage)
    today.reload()
    hand_over_seat(desk)
    press(buttons(today)["Decide…"])
    made = dialog(AppealDecisionDialog)
    assert made.appeal.row.id == ident
    made.reject()
    decided(desk, ident, AppealOutcome.LIFTED, letter="")
    today.reload()
    press(buttons(today)["Stays away…"])
    dialog(StaysAwayDialog).reject()
    press(buttons(today)["Wants to come back…"])
    asking = dialog(RejoinRequestDialog)
    assert asking.person_id == detail.row.person_id
    press(asking.main_button)
    today.reload()
    assert "Wants to come back…" not in buttons(today)
    assert [item.kind for item in desk.todo.all()] == ["rejoin_answer"]


def test_after_a_switch_the_same_objection_is_in_front_or_none(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    first = appeal(desk, detail)
    requests = page(session, "requests", RequestsPage)
    requests.reload()
    for chosen, found in ((99, 0), (0, 0), (first, first)):
        requests.come_back(Place(chosen=chosen))
        requests.take_focus()
        requests.reload()
        assert requests.place().chosen == found
        assert session.context.acts.action("appeal.decide").isEnabled() is bool(found)
