# SPDX-License-Identifier: MIT
"""The page of requests holds several lists; that of leaving leads through all of it."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.enums import MembershipState, OperatorRole, SubjectKind, Topic
from groupdesk.domain.leaving_enums import ExitEntryKind, ExitItem
from groupdesk.domain.records import MemberDetail
from groupdesk.domain.talk_enums import TaskState
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.exit_answer_dialog import ExitAnswerDialog
from groupdesk.ui.dialogs.exit_check_dialog import ExitCheckDialog
from groupdesk.ui.dialogs.exit_dialog import ExitDialog
from groupdesk.ui.dialogs.exit_left_dialog import ExitLeftDialog
from groupdesk.ui.dialogs.member_choice_dialog import MemberChoiceDialog
from groupdesk.ui.due.drafts import DraftTodo
from groupdesk.ui.item_delegates import MarksRole
from groupdesk.ui.pages.page import Place
from groupdesk.ui.pages.requests_page import RequestsPage
from groupdesk.ui.session import Session
from groupdesk.ui.theme import current_theme
from groupdesk.ui.widgets.exit_list import ExitList
from tests.services.exit_cases import answered, asked, asked_by_anybody, gone
from tests.ui.acting import dialog, lower, page
from tests.ui.desks import Clock

SPACE = Qt.Key.Key_Space
CTRL = Qt.KeyboardModifier.ControlModifier


def leaving(session: Session) -> ExitList:
    requests = page(session, "requests", RequestsPage)
    requests.show_kind(SubjectKind.EXIT)
    requests.reload()
    front = requests.front
    assert isinstance(front, ExitList)
    return front


def box(listed: ExitList, item: ExitItem) -> int:
    assert listed.exit is not None
    return [one.code for one in listed.exit.items].index(item.value)


def test_chips_say_what_is_open_and_the_keys_go_from_kind_to_kind(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    asked(desk, detail.row.id)
    requests = page(session, "requests", RequestsPage)
    requests.reload()
    kinds = requests.front.kinds
    texts = [kinds.button(kind.value).text() for kind in requests.kinds]
    assert texts == ["Objections 0", "Leaving 1", "Coming back 0", "Handovers 0"]
    kinds.button("appeal").setFocus()
    qtbot.keyClick(kinds.button("appeal"), Qt.Key.Key_Right)
    assert requests.kind is SubjectKind.EXIT
    QApplication.processEvents()
    assert QApplication.focusWidget() is requests.front.kinds.button("exit")
    assert session.context.acts.action("exit.answer").isEnabled()
    assert not session.context.acts.action("appeal.decide").isEnabled()


def test_each_kind_can_be_shown(session: Session) -> None:
    requests = page(session, "requests", RequestsPage)
    for kind in requests.kinds:
        requests.show_kind(kind)
        assert requests.front.empty.isVisible()
        requests.take_focus()
        assert requests.front.empty.button.text()


def test_a_place_comes_back_with_its_kind(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id)
    session.context.go_to_request(SubjectKind.EXIT, ident)
    requests = page(session, "requests", RequestsPage)
    assert requests.place() == Place(chosen=ident, requests=SubjectKind.EXIT)
    requests.show_kind(SubjectKind.APPEAL)
    requests.come_back(Place(chosen=ident, requests=SubjectKind.EXIT))
    assert (requests.kind, requests.front.chosen_id) == (SubjectKind.EXIT, ident)


def test_the_empty_list_leads_to_the_request(
    qtbot: QtBot, session: Session, detail: MemberDetail
) -> None:
    listed = leaving(session)
    listed.empty.button.click()
    choosing = dialog(MemberChoiceDialog)
    qtbot.keyClick(choosing.search, Qt.Key.Key_Return)
    made = dialog(ExitDialog)
    assert made.detail.row.id == detail.row.id
    made.reject()


def test_space_ticks_a_line_and_space_again_takes_the_slip_back(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    asked(desk, detail.row.id)
    listed = leaving(session)
    at = box(listed, ExitItem.COLLEAGUES_TOLD)
    qtbot.keyClick(listed.detail.checklist.boxes[at], SPACE)
    assert listed.exit is not None
    assert listed.exit.items[at].done_by == "Mei"
    assert listed.detail.checklist.boxes[at].isChecked()
    qtbot.keyClick(listed.detail.checklist.boxes[at], SPACE)
    assert not listed.exit.items[at].done_at


def test_whoever_may_not_is_told_who_may(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    asked(desk, detail.row.id)
    lower(desk, session, OperatorRole.VIEWER)
    listed = leaving(session)
    mistake = listed.detail.mistake_button
    assert not mistake.isHidden()
    for made in (mistake, listed.detail.checklist.boxes[0]):
        assert not made.isEnabled()
        assert "Only an owner, admin or moderator" in made.toolTip()


def test_the_way_through_by_keyboard(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id)
    listed = leaving(session)
    assert "Answer by" in listed.detail.next.text()
    session.context.acts.trigger("exit.answer")
    made = dialog(ExitAnswerDialog)
    made.letter.area.set_text("")
    qtbot.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert listed.detail.next.text() == "May leave at any time. Record here once they have left."
    qtbot.keyClick(listed.detail.checklist.boxes[box(listed, ExitItem.LEFT_PLATFORM)], SPACE)
    left = dialog(ExitLeftDialog)
    qtbot.keyClick(left, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.members.row(detail.row.id).state is MembershipState.LEFT
    listed.reload()
    assert "Ask on" in listed.detail.next.text()
    qtbot.keyClick(listed.detail.checklist.boxes[box(listed, ExitItem.NOTIFICATIONS)], SPACE)
    check = dialog(ExitCheckDialog)
    check.main_button.click()
    assert desk.leaving.exits.get(ident).row.check_on == ""


def test_help_and_reminder_are_in_the_members_language(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id)
    listed = leaving(session)
    assert "打开群聊" in listed.detail.help.way.text()
    assert "保密" in listed.detail.help.keep.text()
    answered(desk, ident)
    gone(desk, ident)
    listed.reload()
    assert "Left the group" in " ".join(listed.detail.history.texts)


def test_the_navigation_counts_what_is_due_about_requests(
    session: Session, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    asked(desk, detail.row.id)
    clock.forward(days=3)
    session.context.events.publish({Topic.REQUESTS, Topic.TASKS})
    QApplication.processEvents()
    due = session.workbench._due
    assert due is not None
    assert due.of_pages == {"today": 1, "requests": 1}


def test_today_leads_back_to_what_was_begun(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    begun = ExitDialog(session.context, detail, session.window)
    begun.text.set_text("Moves to Wuhan")
    begun.reject()
    (line,) = desk.todo.drafts()
    assert line.kind == "draft_exit"
    drafts = DraftTodo(session.context, session.window)
    assert drafts.words(line)[0] == f"Finish the request of {detail.row.name} to leave"
    drafts.buttons(line)[0][1]()
    assert dialog(ExitDialog).text.text == "Moves to Wuhan"
    dialog(ExitDialog).main_button.click()
    session.context.go_to_request(SubjectKind.EXIT, 1)
    session.context.acts.trigger("exit.answer")
    answer = dialog(ExitAnswerDialog)
    answer.reason.set_text("Fine with us")
    answer.reject()
    (line,) = desk.todo.drafts()
    drafts.buttons(line)[0][1]()
    assert dialog(ExitAnswerDialog).reason.text == "Fine with us"


def test_going_to_a_request_takes_the_keyboard_into_its_list(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id)
    requests = page(session, "requests", RequestsPage)
    requests.take_focus()
    session.context.go_to_request(SubjectKind.EXIT, ident)
    QApplication.processEvents()
    assert QApplication.focusWidget() is requests.front.table


def test_a_day_of_another_year_is_not_cut(
    session: Session, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    gone(desk, answered(desk, asked(desk, detail.row.id)))
    clock.forward(days=400)
    session.context.translations.set_language("zh")
    listed = leaving(session)
    session.window.resize(900, 680)
    QApplication.processEvents()
    text = listed.model.index(0, 3).data()
    assert "年" in text
    theme = current_theme()
    wide = QFontMetrics(theme.font("body")).horizontalAdvance(text)
    assert listed.table.columnWidth(3) >= wide + 2 * theme.size("space_s")


def test_down_leads_from_the_search_into_the_list_and_enter_opens(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id)
    listed = leaving(session)
    session.window.resize(900, 680)
    listed.search.setFocus()
    qtbot.keyClick(listed.search, Qt.Key.Key_Down)
    assert listed.table.hasFocus()
    assert listed.table.currentIndex().row() == 0
    listed.search.setFocus()
    qtbot.keyClick(listed.search, Qt.Key.Key_Return)
    assert listed.detail.isVisible()
    assert listed.chosen_id == ident


def test_ctrl_enter_does_what_comes_next_in_the_list_and_in_what_is_shown(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id)
    listed = leaving(session)
    session.window.resize(900, 680)
    listed.table.setFocus()
    QApplication.processEvents()
    for step in range(2):
        at = listed.table if step == 0 else listed.detail.checklist.boxes[0]
        at.setFocus()
        qtbot.keyClick(at, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        dialog(ExitAnswerDialog).reject()
        session.window.activateWindow()
        QApplication.processEvents()
        listed.table.setFocus()
        qtbot.keyClick(listed.table, Qt.Key.Key_Return)
        assert session.window.focusWidget() is listed.detail.act_buttons["exit.answer"]
    answered(desk, ident)
    listed.reload()
    qtbot.keyClick(listed.detail.checklist.boxes[0], Qt.Key.Key_Return, CTRL)
    dialog(ExitLeftDialog).reject()


def test_a_search_says_what_it_found(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked(desk, detail.row.id, reason_text="I move to the service team in Wuhan in May")
    answered(desk, ident, ExitEntryKind.ASKED_TO_STAY, until="2026-12-05")
    listed = leaving(session)
    name = detail.row.name
    for text, column, said in (
        ("wuhan", 1, "…n Wuhan in May"),
        ("zhou", 1, "Zhou Min"),
        ("new job", 1, "New job or new tasks"),
        (name[:3], 0, name),
        ("wangxm", 0, name),
    ):
        listed.search.setFocus()
        listed.search.setText(text)
        qtbot.keyClick(listed.search, Qt.Key.Key_Down)
        found = listed.model.index(0, column)
        ((start, end),) = found.data(MarksRole)
        assert found.data() == said
        assert said[start:end].lower() == text.lower() or (start, end) == (0, len(name))


def test_a_line_that_is_still_open_says_what_was_tried(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    ident = gone(desk, asked(desk, detail.row.id))
    task = next(one for one in desk.leaving.exits.get(ident).items if one.code == "files_saved")
    tick = desk.leaving.exit_items.tick
    tick(uuid4(), ident, [task.task_id], TaskState.COULD_NOT, text="The share is down")
    desk.leaving.exit_items.check(uuid4(), ident, TaskState.COULD_NOT)
    said = {
        row.box.accessibleName(): row.box.accessibleDescription()
        for row in leaving(session).detail.checklist.rows
    }
    saved, asked_for = said["Files are saved"], said["Notifications have stopped"]
    assert saved.startswith("Still to be done, tried ")
    assert saved.endswith(" · The share is down")
    assert asked_for.startswith("Messages still came on ")
    assert " · To be asked on " in asked_for


def test_a_line_that_an_ordinary_member_goes_without_is_added(
    session: Session, desk: Desk, detail: MemberDetail
) -> None:
    ident = asked_by_anybody(desk, detail.row.id)
    listed = leaving(session)
    checklist = listed.detail.checklist
    assert len(checklist.rows) == 2
    (added,) = [one for one in checklist.add_menu.actions() if "confidentiality" in one.text()]
    added.trigger()
    codes = [item.code for item in desk.leaving.exits.get(ident).items]
    assert codes[0] == ExitItem.CONFIDENTIALITY
    assert len(checklist.rows) == 3


def test_a_question_that_is_late_is_red_and_asked_for(
    session: Session, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    gone(desk, answered(desk, asked(desk, detail.row.id)))
    clock.forward(days=15)
    listed = leaving(session)
    assert listed.cells(listed.model.record(0))[listed.state_column] == ("12 days late", "danger")
    assert "Ask now." in listed.detail.next.text()
    assert listed.detail.main_act() == "exit.check"
