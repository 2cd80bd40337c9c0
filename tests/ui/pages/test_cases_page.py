# SPDX-License-Identifier: MIT
"""Cases are found, looked after, spoken about, closed, opened again and printed."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from groupdesk.domain.case_enums import CaseOwner, CaseState
from groupdesk.domain.case_records import CaseFilter, CaseRequest
from groupdesk.domain.enums import OperatorRole
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk, compose
from groupdesk.services.workspace import add_operator
from groupdesk.ui.dialogs.case_correct_dialog import CaseCorrectDialog
from groupdesk.ui.dialogs.case_dialog import CaseDialog
from groupdesk.ui.dialogs.case_hand_over_dialog import CaseHandOverDialog
from groupdesk.ui.dialogs.case_open_dialog import CaseOpenDialog
from groupdesk.ui.dialogs.case_relate_dialog import CaseApartDialog, CaseRelateDialog
from groupdesk.ui.dialogs.member_choice_dialog import MemberChoiceDialog
from groupdesk.ui.dialogs.report_dialog import ReportDialog
from groupdesk.ui.pages.cases_page import CasesPage
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.pages.page import Place
from groupdesk.ui.session import Session
from groupdesk.ui.widgets.case_detail import CaseDetail
from tests.ui.acting import dialog, in_front, page, send_warning
from tests.ui.desks import add_member

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def cases(session: Session, desk: Desk, detail: MemberDetail) -> CasesPage:
    """Case 1 of 王小明, case 2 of Grace Chen in front."""
    send_warning(desk, detail)
    send_warning(desk, add_member(desk, detail.group.id, "Grace Chen"))
    return page(session, "cases", CasesPage)


def shown(cases: CasesPage) -> list[int]:
    return [cases.model.id_at(row) for row in range(cases.model.rowCount())]


def second_operator(desk: Desk, role: OperatorRole = OperatorRole.MODERATOR) -> Desk:
    add_operator(desk.ledger, uuid4(), "Arun", role)
    return compose(desk.workspace, desk.workspace.operators()[-1], desk.clock, desk.anchor_file)


# ---- finding


@pytest.mark.parametrize("text", ["1", "#1", "王小明", "wxm"])
def test_a_case_is_found_by_number_and_by_name(
    qtbot: QtBot, session: Session, cases: CasesPage, text: str
) -> None:
    in_front(qtbot, session.window)
    qtbot.keyClick(cases.table, Qt.Key.Key_F, CTRL)
    assert cases.filters.search.hasFocus()
    cases.filters.search.setText(text)
    qtbot.waitUntil(lambda: shown(cases)[:1] == [1])
    assert cases.case is not None
    assert cases.case.member_name == "王小明"


def test_filters_combine_and_their_counts_follow(
    qtbot: QtBot, cases: CasesPage, desk: Desk
) -> None:
    filters = cases.filters
    desk.case_acts.claim(uuid4(), 2)
    desk.cases.close(uuid4(), 1, "Settled.")
    cases.reload()
    assert filters.states.button("closed").text() == "Closed 1"
    assert filters.marks[CaseOwner.NOBODY].text() == "Unclaimed 1"
    filters.marks[CaseOwner.NOBODY].click()
    qtbot.waitUntil(lambda: shown(cases) == [1])
    assert filters.states.button("open").text() == "Open 0"
    filters.marks[CaseOwner.MINE].click()
    qtbot.waitUntil(lambda: shown(cases) == [2])
    assert not filters.marks[CaseOwner.NOBODY].isChecked(), "nobody is both"
    filters.states.button("closed").click()
    qtbot.waitUntil(lambda: shown(cases) == [])
    assert cases._empty.isVisible()
    assert cases.case is None
    cases._empty.button.click()
    assert shown(cases) == [2, 1]
    filters.age.setCurrentIndex(2)
    qtbot.waitUntil(lambda: shown(cases) == [])


def test_rules_and_groups_can_be_chosen(
    qtbot: QtBot, cases: CasesPage, desk: Desk, detail: MemberDetail
) -> None:
    desk.case_acts.open(CaseRequest(uuid4(), detail.row.id, None, "Something else"))
    cases.reload()
    rules = [cases.filters.rule.itemText(at) for at in range(cases.filters.rule.count())]
    assert rules[0] == "All rules"
    assert rules[1].startswith("R1 ")
    assert rules[1].endswith("(2)")
    assert rules[2] == "No rule (1)"
    cases.filters.rule.setCurrentIndex(2)
    qtbot.waitUntil(lambda: shown(cases) == [3])
    cases.filters.everywhere.setCurrentIndex(1)
    assert cases.which().group_id is None
    assert cases.filters.rule.itemText(1).startswith("R1"), "the rules of all groups"


def test_each_column_sorts_by_mouse_and_by_menu(cases: CasesPage) -> None:
    assert shown(cases) == [2, 1]
    cases.table._on_head("number")
    assert shown(cases) == [1, 2]
    menu = cases.table.sort_menu(cases)
    assert isinstance(menu, QMenu)
    actions = [one for one in menu.actions() if isinstance(one, QAction)]
    assert [one.isChecked() for one in actions] == [False, True, False, False, False, False]
    actions[0].trigger()
    assert shown(cases) == [2, 1], "Grace before 王小明"


# ---- working on it


def test_a_case_is_taken_on_with_one_key_handed_over_and_given_back(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    second_operator(desk)
    in_front(qtbot, session.window)
    qtbot.keyClick(session.window, Qt.Key.Key_T, CTRL_SHIFT)
    assert desk.cases.get(2).owner == "Mei"
    assert cases.detail._owner.text() == "Mei looks after it"
    acts = session.context.acts
    assert not acts.action("case.claim").isEnabled()
    acts.trigger("case.hand_over")
    asked = dialog(CaseHandOverDialog)
    assert not asked.main_button.isEnabled(), "a note is needed"
    qtbot.keyClicks(asked.note, "You know her better.")
    qtbot.keyClick(asked.note, Qt.Key.Key_Return, CTRL)
    assert desk.cases.get(2).owner == "Arun"
    acts.trigger("case.release")
    asked = dialog(CaseHandOverDialog)
    assert asked.main_button.text() == "Give back"
    asked.main_button.click()
    assert desk.cases.get(2).owner == ""
    states = [entry.state for entry in cases.detail.timeline.entries]
    assert states[:3] == ["released", "handed_over", "claimed"]


def test_somebody_who_was_faster_is_named_and_shown(
    session: Session, cases: CasesPage, desk: Desk
) -> None:
    second_operator(desk).case_acts.claim(uuid4(), 2)  # the page has not heard of it
    session.context.acts.trigger("case.claim")
    assert "Arun" in session.workbench.banner.text
    assert cases.detail._owner.text() == "Arun looks after it"


def test_notes_are_written_with_keys_alone(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    second_operator(desk).case_acts.note(uuid4(), 2, "Did she write to others, too?")
    in_front(qtbot, session.window)
    qtbot.keyClick(session.window, Qt.Key.Key_M, CTRL)
    notes = cases.detail.notes
    assert notes.text.hasFocus()
    qtbot.keyClicks(notes.text, "No, I asked.")
    qtbot.keyClick(notes.text, Qt.Key.Key_Return, CTRL)
    assert [note.text for note in notes.notes] == ["Did she write to others, too?", "No, I asked."]
    assert notes.text.text == ""
    assert cases.detail.views.button("notes").text() == "Notes 2"


def test_a_note_that_was_not_sent_waits_in_its_case(
    qtbot: QtBot, cases: CasesPage, desk: Desk
) -> None:
    notes = cases.detail.notes
    cases.detail.write_note()
    qtbot.keyClicks(notes.text, "Half a thou")
    cases.table.go_to(1)
    qtbot.waitUntil(lambda: cases.case is not None and cases.case.number == 1)
    assert notes.text.text == ""
    cases.table.go_to(0)
    qtbot.waitUntil(lambda: cases.case is not None and cases.case.number == 2)
    assert notes.text.text == "Half a thou"
    assert desk.case_entries.notes(2) == ()


def test_what_happened_is_corrected_and_stays_visible(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    session.context.acts.trigger("case.correct")
    asked = dialog(CaseCorrectDialog)
    assert not asked.main_button.isEnabled()
    asked.quoted.set_text("Half price, only today")
    qtbot.keyClicks(asked.reason, "From the screenshot.")
    asked.main_button.click()
    cases.detail.show_view("facts")
    assert cases.detail.facts.facts["Quoted text"] == "“Half price, only today”"
    cases.detail.show_view("timeline")
    entry = cases.detail.timeline.entries[0]
    assert (entry.state, entry.text) == ("corrected", "From the screenshot.")
    card = cases.detail.timeline.cards[0]
    assert "Half price" in card.findChildren(type(cases.detail._owner))[1].text()
    assert desk.cases.incident(2).quoted_text == "Half price, only today"


def test_what_a_case_is_about_is_corrected(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    session.context.acts.trigger("case.correct")
    asked = dialog(CaseCorrectDialog)
    assert asked.rule.currentText().startswith("R1")
    assert asked._values() == asked._seen, "nothing is changed by looking"
    asked.rule.choose("R2")
    qtbot.keyClicks(asked.reason, "It was an offer.")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return, CTRL)
    assert desk.cases.get(2).rule_code == "R2"
    row = cases.model.record(cases.model.row_of(2))
    assert row is not None
    assert row.rule_code == "R2"


def test_cases_are_put_together_and_taken_apart(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    session.context.acts.trigger("case.relate")
    asked = dialog(CaseRelateDialog)
    assert asked.other == 1
    qtbot.keyClicks(asked.reason, "They answer each other.")
    asked.main_button.click()
    cases.detail.show_view("related")
    related = cases.detail.related
    (card,) = related.cards
    assert "Case 1" in card.accessibleName()
    related.apart_requested.emit(desk.case_relations.of_case(2)[0])
    apart = dialog(CaseApartDialog)
    qtbot.keyClicks(apart.reason, "Only by chance.")
    apart.main_button.click()
    assert desk.case_relations.of_case(2)[0].how != "by_hand"
    related.cards[0].clicked.emit()
    qtbot.waitUntil(lambda: cases.case is not None and cases.case.number == 1)


def test_a_case_is_closed_and_opened_again(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    acts = session.context.acts
    acts.trigger("case.close")
    closing = dialog(CaseDialog)
    assert closing.outcomes.current == "warned", "what was done suggests the outcome"
    closing.text.set_text("")
    assert not closing.main_button.isEnabled(), "an outcome is needed"
    qtbot.keyClicks(closing.text, "Agreed to stop.")
    closing.outcomes.button("talked").click()
    qtbot.keyClick(closing, Qt.Key.Key_Return, CTRL)
    assert desk.cases.get(2).state is CaseState.CLOSED
    assert desk.cases.get(2).outcome == "Settled in a private talk.\nAgreed to stop."
    assert cases.filters.states.button("closed").text() == "Closed 1"
    assert cases.case is not None
    assert cases.case.number == 2, "the same case stays in front"

    acts.trigger("case.reopen")
    opening = dialog(CaseDialog)
    qtbot.keyClicks(opening.text, "He goes on.")
    qtbot.keyClick(opening, Qt.Key.Key_Return, CTRL)
    assert desk.cases.get(2).state is CaseState.OPEN
    told = [entry.text for entry in cases.detail.timeline.entries[:2]]
    assert told == ["He goes on.", "Settled in a private talk.\nAgreed to stop."]
    assert {found.code for found in desk.verifier.run().findings} <= {"clock_went_back"}


def test_only_what_can_be_done_is_offered(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    def offered(detail: CaseDetail) -> set[str]:
        return {act for act, made in detail.act_buttons.items() if made.isVisible()}

    opened = {"case.claim", "case.hand_over", "case.close", "appeal.record", "report.case"}
    assert offered(cases.detail) == opened
    desk.cases.close(uuid4(), 2, "Settled.")
    cases.reload()
    assert offered(cases.detail) == {"case.reopen", "appeal.record", "report.case"}
    cases.filters.search.setText("nobody like that")
    qtbot.waitUntil(lambda: cases.case is None)
    assert not session.context.acts.action("report.case").isEnabled()
    assert not session.context.acts.action("case.note").isEnabled()


def test_a_viewer_reads_and_is_told_why_no_more(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    desk.ledger.operator = second_operator(desk, OperatorRole.VIEWER).operator
    session.context.acts.refuse("Your role is viewer.")
    cases.detail.show_case(2)
    cases.detail.write_note()
    qtbot.keyClicks(cases.detail.notes.text, "May I?")
    assert cases.detail.notes.text.text == ""
    assert not cases.detail.notes.send_button.isEnabled()
    assert "viewer" in cases.detail.notes._inside.text().casefold()
    claim = session.context.acts.action("case.claim")
    assert not claim.isEnabled()
    assert "Your role is viewer." in claim.toolTip()


# ---- opening by hand


def test_a_case_is_opened_by_hand_with_keys_alone(
    qtbot: QtBot, session: Session, cases: CasesPage, desk: Desk
) -> None:
    in_front(qtbot, session.window)
    qtbot.keyClick(session.window, Qt.Key.Key_I, CTRL_SHIFT)
    choosing = dialog(MemberChoiceDialog)
    choosing.search.setText("grace")
    qtbot.keyClick(choosing.search, Qt.Key.Key_Return)
    opening = dialog(CaseOpenDialog)
    assert opening.detail.row.name == "Grace Chen"
    assert not opening.main_button.isEnabled()
    qtbot.keyClicks(opening.description, "She sends offers in private.")
    opening.rule.choose("R1")
    opening._on_changed()
    assert not opening.main_button.isEnabled(), "case 2 about this rule is open"
    opening.rule.choose("R2")
    opening._on_changed()
    qtbot.keyClick(opening, Qt.Key.Key_Return, CTRL)
    row = desk.cases.get(3)
    assert (row.member_name, row.rule_code, row.acts) == ("Grace Chen", "R2", 0)
    assert shown(cases) == [3, 2, 1]
    session.workbench.banner._button.click()
    assert cases.filters.search.text() == "#3"
    assert cases.case is not None
    assert cases.case.number == 3


def test_a_case_is_opened_from_its_member(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    members = page(session, "members", MembersPage)
    members.show_member(detail.row.id)
    in_front(qtbot, session.window)
    qtbot.keyClick(session.window, Qt.Key.Key_I, CTRL_SHIFT)
    opening = dialog(CaseOpenDialog)
    qtbot.keyClicks(opening.description, "He was rude in a side chat.")
    opening.main_button.click()
    (entry,) = members.detail.timeline.entries
    assert (entry.state, entry.text) == ("opened", "He was rude in a side chat.")
    assert desk.members.row(detail.row.id).cases == 1


def test_what_was_begun_is_kept_and_found_on_today(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    from groupdesk.ui.pages.today_page import TodayPage

    members = page(session, "members", MembersPage)
    members.show_member(detail.row.id)
    session.context.acts.trigger("case.open")
    opening = dialog(CaseOpenDialog)
    qtbot.keyClicks(opening.description, "He was rude")
    opening.reject()
    today = page(session, "today", TodayPage)
    (item,) = desk.todo.drafts()
    assert item.kind == "draft_case"
    today.list.cards[0].clicked.emit()
    again = dialog(CaseOpenDialog)
    assert again.description.text == "He was rude"
    again.main_button.click()
    assert desk.todo.drafts() == ()


# ---- around it


def test_a_case_is_printed_from_here(qtbot: QtBot, session: Session, cases: CasesPage) -> None:
    in_front(qtbot, session.window)
    qtbot.keyClick(session.window, Qt.Key.Key_P, CTRL)
    preview = dialog(ReportDialog)
    assert preview.printed is not None
    assert preview.notes.isHidden(), "there are none"
    preview.reject()


def test_notes_are_printed_by_choice_and_never_handed_out(
    session: Session, cases: CasesPage, desk: Desk
) -> None:
    desk.case_acts.note(uuid4(), 2, "Only for us.")
    session.context.acts.trigger("report.case")
    preview = dialog(ReportDialog)
    assert preview.notes.isVisible()
    assert not preview.notes.isChecked()
    preview.notes.click()
    assert preview.printed is not None
    assert preview.printed.subject == "case 2 with notes"
    preview.edition.button("handout").click()
    assert preview.notes.isHidden()
    assert preview.printed.subject == "case 2"
    preview.reject()


def test_the_way_to_the_member_is_short(session: Session, cases: CasesPage) -> None:
    assert cases.case is not None
    wanted = cases.case.membership_id
    cases.detail.member_button.click()
    now = session.workbench.page
    assert isinstance(now, MembersPage)
    assert now.detail.detail is not None
    assert now.detail.detail.row.id == wanted


def test_the_way_from_a_timeline_to_the_case_is_short(
    session: Session, cases: CasesPage, desk: Desk, detail: MemberDetail
) -> None:
    members = page(session, "members", MembersPage)
    members.show_member(detail.row.id)
    menu = members.detail.timeline.menu_for(members.detail.timeline.entries[0])
    next(one for one in menu.actions() if one.text() == "Go to case 1").trigger()
    assert session.workbench.page is cases
    assert cases.case is not None
    assert cases.case.number == 1


def test_beside_a_chat_window_a_case_takes_the_place_of_the_list(
    qtbot: QtBot, session: Session, cases: CasesPage
) -> None:
    session.window.resize(900, 680)
    assert not cases.detail.isVisible()
    cases.table.setFocus()
    qtbot.keyClick(cases.table, Qt.Key.Key_Return)
    assert cases.detail.timeline.isVisible()
    qtbot.keyClick(cases.detail.views, Qt.Key.Key_Escape)
    assert cases.table.isVisible()


def test_a_group_without_cases_says_how_one_begins(session: Session) -> None:
    empty = page(session, "cases", CasesPage)
    assert empty._empty.isVisible()


def test_an_archived_group_is_read_and_nothing_else(
    session: Session, cases: CasesPage, desk: Desk, detail: MemberDetail
) -> None:
    desk.groups.archive(uuid4(), detail.group.id, "Over")
    session.workbench._reload_groups()
    session.workbench.show_group(detail.group.id)
    assert cases.case is not None
    for act in ("case.claim", "case.close", "case.note", "case.open", "case.correct"):
        action = session.context.acts.action(act)
        assert not action.isEnabled()
        assert "archived" in action.toolTip()


def test_a_filter_from_elsewhere_is_shown(cases: CasesPage, session: Session, desk: Desk) -> None:
    desk.case_acts.claim(uuid4(), 2)
    nobodys = CaseFilter(state=CaseState.OPEN, owner=CaseOwner.NOBODY)
    session.context.go_to_cases(nobodys)
    assert shown(cases) == [1]
    assert cases.which() == nobodys


@pytest.mark.parametrize("number", [1, 9, 0])
def test_after_a_switch_the_same_case_is_in_front_or_none(
    session: Session, cases: CasesPage, number: int
) -> None:
    place = Place(cases=CaseFilter(cases.group_id, state=CaseState.OPEN), chosen=number)
    cases.come_back(place)
    cases.take_focus()
    assert cases.which() == place.cases
    assert cases.place() == replace(place, chosen=number if number == 1 else 0)
    cases.reload()
    assert (cases.case.number if cases.case is not None else 0) == (number if number == 1 else 0)
    assert session.context.acts.action("case.close").isEnabled() is (number == 1)
