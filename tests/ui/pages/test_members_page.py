# SPDX-License-Identifier: MIT
"""The list and the member beside it, by mouse and by keys."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from groupdesk.domain.act_records import EvidenceUse
from groupdesk.domain.clock import to_text
from groupdesk.domain.records import GroupFields, MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.group_dialog import GroupDialog
from groupdesk.ui.dialogs.import_dialog import ImportDialog
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.pages.today_page import TodayPage
from groupdesk.ui.session import Session
from groupdesk.ui.widgets.elided_label import ElidedLabel
from groupdesk.ui.widgets.member_detail import MemberDetailPanel
from tests.helpers import removal, rule_id, screenshot
from tests.services.two_operators import asked
from tests.ui.acting import dialog, in_front, page, prepare_warning, send_warning
from tests.ui.desks import add_member
from tests.ui.helpers import modal_in_front

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def members(qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail) -> MembersPage:
    for name in ("Grace Chen", "李伟", "Tomás Rivera"):
        add_member(desk, detail.group.id, name)
    shown = page(session, "members", MembersPage)
    shown.reload()
    qtbot.waitUntil(lambda: shown.findChild(MemberDetailPanel) is not None)  # after the paint
    return shown


def names(members: MembersPage) -> list[str]:
    shown = [members.model.record(row) for row in range(members.model.rowCount())]
    return [record.name for record in shown if record is not None]


def front(members: MembersPage) -> str:
    detail = members.detail.detail
    return "" if detail is None else detail.row.name


def said(members: MembersPage) -> list[str]:
    """Return what the detail shows in its labels."""
    labels = members.detail.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(members)]


def page_in_front(session: Session) -> type:
    return type(session.workbench.page)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("小明", ["王小明"]),
        ("wang", ["王小明"]),
        ("wxm", ["王小明"]),
        ("chen", ["Grace Chen"]),
        ("tomas", ["Tomás Rivera"]),
        ("zzz", []),
    ],
)
def test_search_finds_while_one_types(
    qtbot: QtBot, session: Session, members: MembersPage, typed: str, found: list[str]
) -> None:
    qtbot.keyClick(session.window, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is members.search
    # an input method commits Chinese as a whole
    members.search.insert(typed) if not typed.isascii() else qtbot.keyClicks(members.search, typed)
    assert names(members) == found
    assert members.empty.isVisible() == (not found)
    qtbot.keyClick(members.search, Qt.Key.Key_Escape)
    assert len(names(members)) == 4


def test_chips_filter_and_count(
    session: Session, members: MembersPage, desk: Desk, detail: MemberDetail
) -> None:
    prepare_warning(desk, detail)
    members.reload()
    assert members.chips.button("waiting").text() == "Sent? 1"
    members.chips.button("waiting").click()
    assert names(members) == ["王小明"]
    members.chips.button("former").click()
    assert names(members) == []
    members.empty.button.click()
    assert members.chips.current == "all"
    assert len(names(members)) == 4


@pytest.mark.parametrize(("limit", "said"), [(1, "4 of 1 member · "), (50, "4 of 50 members · ")])
def test_the_head_says_how_much_room_there_is(
    session: Session, members: MembersPage, desk: Desk, limit: int, said: str
) -> None:
    group = desk.groups.get(members.group_id)
    fields = GroupFields(group.name, group.platform, group.language, size_limit=limit)
    receipt = desk.groups.edit(uuid4(), group.id, fields)
    session.context.events.publish(receipt.topics)
    assert said in members._head._subtitle.text()


def test_a_click_on_a_head_sorts_and_another_one_turns_round(
    qtbot: QtBot, members: MembersPage, desk: Desk, detail: MemberDetail
) -> None:
    send_warning(desk, detail)
    members.reload()
    header = members.table.horizontalHeader()

    def click(column: int) -> None:
        x = header.sectionViewportPosition(column) + 12
        qtbot.mouseClick(header.viewport(), LEFT, pos=header.rect().center().__class__(x, 8))

    by_name = names(members)
    click(0)
    assert names(members) == by_name[::-1]
    click(3)
    assert names(members)[0] == "王小明", "the one with a case comes first"


def test_arrow_keys_bring_the_next_member_after_a_short_rest(
    qtbot: QtBot, members: MembersPage
) -> None:
    order = names(members)
    members.show_member(members.model.id_at(0))
    members.table.setFocus()
    for _step in (1, 2):
        qtbot.keyClick(members.table, Qt.Key.Key_Down)
    assert front(members) == order[0], "those that one hurries past are not loaded"
    qtbot.waitUntil(lambda: front(members) == order[2])


def test_enter_goes_into_the_member(qtbot: QtBot, members: MembersPage) -> None:
    members.table.setFocus()
    qtbot.keyClick(members.table, Qt.Key.Key_End, CTRL)
    qtbot.keyClick(members.table, Qt.Key.Key_Return)
    assert front(members) == names(members)[-1]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert members.detail.isAncestorOf(focused)


def test_keys_reach_pages_and_dialogs(qtbot: QtBot, session: Session, members: MembersPage) -> None:
    qtbot.keyClick(session.window, Qt.Key.Key_N, CTRL)
    dialog(MemberDialog).reject()
    in_front(qtbot, session.window)
    qtbot.keyClick(session.window, Qt.Key.Key_E, CTRL)
    dialog(GroupDialog).reject()
    in_front(qtbot, session.window)
    qtbot.keyClick(session.window, Qt.Key.Key_1, CTRL)
    assert page_in_front(session) is TodayPage
    qtbot.keyClick(session.window, Qt.Key.Key_2, CTRL)
    assert page_in_front(session) is MembersPage


def test_nobody_is_warned_behind_the_back_of_another_page(
    qtbot: QtBot, session: Session, members: MembersPage
) -> None:
    qtbot.waitUntil(lambda: front(members) != "")
    acts = session.context.acts
    assert acts.action("warning.compose").isEnabled()
    qtbot.keyClick(session.window, Qt.Key.Key_1, CTRL)
    assert not acts.action("warning.compose").isEnabled()
    qtbot.keyClick(session.window, Qt.Key.Key_G, CTRL)
    assert modal_in_front() is None


@pytest.mark.parametrize("back", [(Qt.Key.Key_Escape, None), (Qt.Key.Key_Left, ALT)])
def test_beside_a_chat_window_the_detail_takes_the_place_of_the_list(
    qtbot: QtBot, session: Session, members: MembersPage, back: tuple[Qt.Key, object]
) -> None:
    session.window.resize(900, 680)
    QApplication.processEvents()
    assert session.window.width() == 900, "it fits without scrolling"
    assert members.table.isVisible()
    assert not members.detail.isVisible()
    members.table.setFocus()
    qtbot.keyClick(members.table, Qt.Key.Key_Return)
    assert members.detail.isVisible()
    assert not members.table.isVisible()
    key, modifier = back
    focused = QApplication.focusWidget()
    qtbot.keyClick(focused, key, modifier or Qt.KeyboardModifier.NoModifier)
    assert members.table.isVisible()
    assert QApplication.focusWidget() is members.table
    session.window.resize(1280, 800)
    QApplication.processEvents()
    assert members.detail.isVisible()


def test_an_empty_group_offers_the_import(session: Session, desk: Desk) -> None:

    from groupdesk.domain.enums import Language, Platform

    fields = GroupFields("Beta testers", Platform.SLACK, Language.EN)
    receipt = desk.groups.create(uuid4(), fields)
    session.context.done(receipt)
    session.workbench.go_to(receipt.subject_id)
    shown = session.workbench.page
    assert isinstance(shown, MembersPage)
    assert shown.empty.isVisible()
    shown.empty.button.click()
    dialog(ImportDialog).reject()


def test_the_list_follows_what_is_recorded(
    session: Session, members: MembersPage, desk: Desk, detail: MemberDetail
) -> None:
    members.show_member(detail.row.id)
    send_warning(desk, detail)
    session.context.events.publish(members.topics)
    row = members.model.record(members.model.row_of(detail.row.id))
    assert row is not None
    assert row.cases == 1
    assert len(members.detail.timeline.entries) == 1
    assert front(members) == "王小明", "the same member stays in front"


@pytest.mark.parametrize("searched", ["", "wxm"])
def test_who_was_just_removed_stays_in_front(
    session: Session, members: MembersPage, desk: Desk, detail: MemberDetail, searched: str
) -> None:
    members.search.setText(searched)
    members.show_member(detail.row.id)
    picture = EvidenceUse(screenshot(desk).id)
    rule = rule_id(desk, detail.group.id)
    moment = to_text(desk.clock())
    desk.removals.decide(
        removal(desk, detail.row.id, rule, evidence=(picture,), already_removed_at=moment)
    )
    session.context.events.publish(members.topics)
    assert "王小明" not in names(members)
    assert front(members) == "王小明", "the steps and the case file are reached from here"
    members.chips.button("former").click()
    assert names(members) == ["王小明"]


def test_who_has_left_is_shown_among_the_former_ones_not_beside_somebody_else(
    session: Session, members: MembersPage, desk: Desk, detail: MemberDetail
) -> None:
    moment = to_text(desk.clock())
    rule, picture = rule_id(desk, detail.group.id), EvidenceUse(screenshot(desk).id)
    gone = removal(desk, detail.row.id, rule, evidence=(picture,), already_removed_at=moment)
    desk.removals.decide(gone)
    session.context.events.publish(members.topics)
    members.show_member(detail.row.id)  # as from Today or the audit log
    assert members.chips.current == "former"
    assert members.table.current_id == detail.row.id


def test_a_search_that_only_former_members_fit_says_so_and_shows_them(
    qtbot: QtBot, session: Session, members: MembersPage, desk: Desk, detail: MemberDetail
) -> None:
    moment = to_text(desk.clock())
    rule, picture = rule_id(desk, detail.group.id), EvidenceUse(screenshot(desk).id)
    gone = removal(desk, detail.row.id, rule, evidence=(picture,), already_removed_at=moment)
    desk.removals.decide(gone)
    members.show_member(next(iter(members.model.ids)))
    session.context.events.publish(members.topics)
    members.search.setText("wxm")
    assert members.empty.isVisible()
    shown = [label.text() for label in members.empty.findChildren(QLabel)]
    assert "1 among former members" in shown
    qtbot.mouseClick(members.empty.button, LEFT)
    assert names(members) == ["王小明"]
    assert (members.which().chip, members.which().text) == ("former", "wxm")
    members.search.setText("nobody at all")
    assert members.empty.button.text() == "Show all"


def test_after_the_last_one_left_the_list_says_so_and_leads_to_the_former_ones(
    qtbot: QtBot, session: Session, desk: Desk, detail: MemberDetail
) -> None:
    members = page(session, "members", MembersPage)
    members.show_member(detail.row.id)
    picture = EvidenceUse(screenshot(desk).id)
    rule = rule_id(desk, detail.group.id)
    moment = to_text(desk.clock())
    desk.removals.decide(
        removal(desk, detail.row.id, rule, evidence=(picture,), already_removed_at=moment)
    )
    session.context.events.publish(members.topics)
    assert members.empty.isVisible()
    shown = [label.text() for label in members.empty.findChildren(QLabel)]
    assert "Nobody is in the group now" in shown
    assert members.empty.button.text() == "Show former members"
    qtbot.mouseClick(members.empty.button, LEFT)
    assert members.chips.current == "former"
    assert names(members) == ["王小明"]
    assert QApplication.focusWidget() is members.table


@pytest.mark.parametrize("searched", ["", "grace"])
def test_who_was_just_added_is_chosen_in_the_list_which_has_the_keys(
    qtbot: QtBot, session: Session, members: MembersPage, searched: str
) -> None:
    members.search.setText(searched)
    session.context.acts.trigger("member.add")
    asked = dialog(MemberDialog)
    qtbot.keyClicks(asked.lines["name"], "Nora")
    qtbot.keyClick(asked.lines["name"], Qt.Key.Key_Return)
    in_front(qtbot, members.window())
    assert QApplication.focusWidget() is members.table
    row = members.table.currentIndex().row()
    assert names(members)[row] == "Nora"
    assert front(members) == "Nora", "the acts on a member are hers"
    qtbot.keyClick(members.table, Qt.Key.Key_Up)
    assert names(members)[members.table.currentIndex().row()] == names(members)[row - 1]


def test_a_removal_that_waits_is_said_instead_of_a_next_step(
    session: Session, members: MembersPage, desk: Desk, detail: MemberDetail
) -> None:
    members.show_member(detail.row.id)
    assert "Next step by the ladder: Reminder" in said(members)
    picture = EvidenceUse(screenshot(desk).id)
    desk.removals.decide(
        removal(desk, detail.row.id, rule_id(desk, detail.group.id), evidence=(picture,))
    )
    session.context.events.publish(members.topics)
    assert "Removal decided" in said(members)
    assert not any(text.startswith("Next step") for text in said(members))


def test_marks_leave_the_name_of_the_member_whole(
    qtbot: QtBot, session: Session, members: MembersPage, desk: Desk
) -> None:
    waiting = desk.removals.get(asked(desk, "Alexandra Fitzgerald"))
    session.context.events.publish(members.topics)
    members.detail.setFixedWidth(420)
    members.show_member(waiting.membership_id)
    assert any("Waits for approval" in text for text in said(members))
    heads = members.detail.findChildren(ElidedLabel)
    (name,) = (one for one in heads if one.property("role") == "title")
    assert name.text() == waiting.member_name
    qtbot.waitUntil(lambda: name.shown == waiting.member_name)


def test_the_language_changes_everywhere_at_once(session: Session, members: MembersPage) -> None:
    session.context.translations.set_language("zh")
    QApplication.processEvents()
    assert members.chips.button("all").text().startswith("全部")
    assert "15:42" in session.workbench.status.log_text
    assert "校验" in session.workbench.status.log_text
    heads = [members.model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert "成员" in heads


@pytest.mark.parametrize("walked", [0, 3])
def test_who_is_chosen_stays_chosen_when_the_whole_list_has_arrived(
    qtbot: QtBot, desk: Desk, detail: MemberDetail, request: pytest.FixtureRequest, walked: int
) -> None:
    for number in range(80):
        add_member(desk, detail.group.id, f"Member {number:02}")
    session: Session = request.getfixturevalue("session")
    shown = page(session, "members", MembersPage)
    qtbot.waitUntil(lambda: shown.findChild(MemberDetailPanel) is not None)
    for _ in range(walked):
        qtbot.keyClick(shown.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 81)
    assert shown.table.currentIndex().row() == walked
    assert [index.row() for index in shown.table.selectionModel().selectedRows()] == [walked]
