# SPDX-License-Identifier: MIT
"""What is due: confirmed, done and opened from one list."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from groupdesk.domain.clock import to_text
from groupdesk.domain.decision_enums import ReturnChoice
from groupdesk.domain.enums import Language, Platform, SubjectKind
from groupdesk.domain.records import GroupFields, MemberDetail, MemberFields
from groupdesk.services.desk import Desk
from groupdesk.ui.dialogs.follow_up_dialog import FollowUpDialog
from groupdesk.ui.dialogs.handover_move_dialog import HandoverMoveDialog
from groupdesk.ui.dialogs.outcome_dialogs import SentEarlierDialog
from groupdesk.ui.dialogs.put_off_dialog import PutOffDialog
from groupdesk.ui.dialogs.removal_dialog import RemovalDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.dialogs.warning_dialog import WarningDialog
from groupdesk.ui.due.putting_off import PuttingOff
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.pages.today_page import TodayPage
from groupdesk.ui.session import Session
from groupdesk.ui.widgets.card import Card
from groupdesk.ui.widgets.due_list import AT_FIRST, AT_ONCE
from groupdesk.ui.widgets.navigation_list import NavigationList
from groupdesk.ui.widgets.section_label import SectionLabel
from groupdesk.ui.widgets.text_area import TextArea
from tests.services.appeal_cases import objection
from tests.services.handover_cases import NOBODY_ELSE, book_for, me, signed, written
from tests.services.two_operators import asked, seat_of
from tests.ui.acting import dialog, in_front, page, prepare_warning, send_warning, talk
from tests.ui.desks import Clock


@pytest.fixture
def today(session: Session, desk: Desk, detail: MemberDetail, clock: Clock) -> TodayPage:
    talk(desk, detail, follow_up_on="2026-11-22")
    talk(desk, detail, follow_up_on="2026-11-28")
    clock.forward(days=2)
    prepare_warning(desk, detail)
    session.context.events.publish(TodayPage.topics)
    return page(session, "today", TodayPage)


def cards(today: TodayPage) -> list[Card]:
    return [card for card in today.list.cards if card.isVisible()]


def button(today: TodayPage, text: str) -> QPushButton:
    return next(
        found
        for card in cards(today)
        for found in card.findChildren(QPushButton)
        if found.text() == text
    )


def badge(session: Session) -> str:
    pages = session.window.findChildren(NavigationList)[0]
    return str(pages.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_badge_counts_what_stands_on_the_page(session: Session, today: TodayPage) -> None:
    assert [card.accessibleName() for card in cards(today)] == [
        "Follow up the talk with 王小明",
        "Was the message to 王小明 sent?",
        "Follow up the talk with 王小明",
    ]
    assert badge(session) == "Today, 2", "what is due in some days needs nobody yet"
    assert "2 things need you, 1 of them late" in today._head._subtitle.text()


def test_a_prepared_warning_counts_once_it_is_said_to_be_sent(
    session: Session, today: TodayPage, desk: Desk, detail: MemberDetail
) -> None:
    assert desk.members.row(detail.row.id).standing == 0
    button(today, "Sent now").click()
    assert desk.members.row(detail.row.id).standing == 2
    assert len(cards(today)) == 2
    assert badge(session) == "Today, 1"
    assert "counts from now on" in session.workbench.banner.text


def test_before_anything_is_read_nothing_is_said_to_be_there_or_not(session: Session) -> None:
    page = TodayPage(session.context)
    assert page._empty.isHidden()
    page.deleteLater()


def test_what_waits_for_days_says_so_and_is_late(
    session: Session, today: TodayPage, clock: Clock
) -> None:
    def waits() -> list[str]:
        told = [found for card in cards(today) for found in card.findChildren(QLabel)]
        return [found.text() for found in told if "Waits" in found.text()]

    assert waits() == []
    clock.forward(hours=48)
    today.reload()
    assert waits() == ["Waits for 2 days"]
    clock.forward(hours=24)
    today.reload()
    assert waits() == ["Waits for 3 days"]
    assert "2 of them late" in today._head._subtitle.text()


def test_a_prepared_warning_that_was_sent_a_while_ago(
    qtbot: QtBot, session: Session, today: TodayPage, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    copied = clock()
    clock.forward(hours=3)
    button(today, "Sent earlier…").click()
    asked = dialog(SentEarlierDialog)
    qtbot.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    entry = next(e for e in desk.timeline.of_member(detail.row.id) if e.kind == "warning")
    assert (entry.state, entry.at) == ("sent", to_text(copied))
    assert len(cards(today)) == 2
    assert session.workbench.banner.text == (
        "Recorded as sent 23 Nov, 15:42; it counts from then on."
    )


def test_a_message_that_was_not_sent_never_counts(
    session: Session, today: TodayPage, desk: Desk, detail: MemberDetail
) -> None:
    button(today, "Not sent").click()
    assert desk.members.row(detail.row.id).standing == 0
    assert len(cards(today)) == 2


def test_all_of_it_is_done_with_the_keyboard(
    qtbot: QtBot, session: Session, today: TodayPage, desk: Desk
) -> None:
    while cards(today):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        assert today.isAncestorOf(focused), "the next one is under the hand"
        qtbot.keyClick(focused, Qt.Key.Key_Space)
        QApplication.processEvents()
        if focused.text() == "Result…":
            asked = dialog(FollowUpDialog)
            qtbot.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            in_front(qtbot, session.window)
    assert desk.todo.all() == ()
    assert today._empty.isVisible()


def test_a_click_on_a_line_opens_the_member(
    qtbot: QtBot, session: Session, today: TodayPage, detail: MemberDetail
) -> None:
    qtbot.mouseClick(cards(today)[0], Qt.MouseButton.LeftButton)
    shown = session.workbench.page
    assert isinstance(shown, MembersPage)
    assert shown.detail.detail is not None
    assert shown.detail.detail.row.id == detail.row.id


def test_a_group_leads_from_here_to_its_members(session: Session, today: TodayPage) -> None:
    session.workbench.show_group(session.workbench.group_id)
    assert isinstance(session.workbench.page, MembersPage)


def test_it_speaks_chinese_at_once(session: Session, today: TodayPage) -> None:
    session.context.translations.set_language("zh")
    QApplication.processEvents()
    assert button(today, "刚刚发送")
    assert "2 件事待您处理，其中 1 件已逾期" in today._head._subtitle.text()


def test_a_group_that_is_nearly_full_is_named_and_leads_to_its_members(
    qtbot: QtBot, session: Session, today: TodayPage, desk: Desk
) -> None:
    assert len(cards(today)) == 3
    fields = GroupFields("Aurora customers", Platform.WECOM, Language.EN, size_limit=1)
    session.context.done(desk.groups.edit(uuid4(), 1, fields))
    last = cards(today)[-1]
    assert last.accessibleName() == "Aurora customers"
    assert {"1 of 1 member", "Full"} <= {part.text() for part in last.findChildren(QLabel)}
    assert badge(session) == "Today, 2", "a notice is nothing to do"
    qtbot.keyClick(last, Qt.Key.Key_Return)
    front = session.workbench.page
    assert isinstance(front, MembersPage)
    assert front._head.notice.text() == "Full"
    session.context.done(desk.groups.edit(uuid4(), 1, fields._replace(size_limit=None)))
    assert front._head.notice.isHidden()


def test_what_waits_in_an_archived_group_rests(
    session: Session, today: TodayPage, desk: Desk
) -> None:
    session.context.done(desk.groups.archive(uuid4(), 1, "Over"))
    assert cards(today) == []
    assert badge(session) == "Today"


def field(composer: QDialog) -> TextArea:
    """Return what is written about in a composer."""
    if isinstance(composer, TalkDialog):
        return composer.talk.parts["problem"]
    assert isinstance(composer, RemovalDialog)
    return composer.removal.reason


def test_a_kept_draft_stands_here_and_opens_with_what_was_written(
    qtbot: QtBot, session: Session, today: TodayPage, detail: MemberDetail, clock: Clock
) -> None:
    acts = MemberActs(session.context, session.window)
    for begin, kind in ((acts.talk, TalkDialog), (acts.remove, RemovalDialog)):
        begin(detail)
        written = dialog(kind)
        field(written).set_text("Half a sentence")
        written.reject()
        clock.forward(minutes=1)
    names = [card.accessibleName() for card in cards(today)]
    assert names[-3:-1] == [
        "Finish the removal of 王小明",
        "Finish the note of the talk with 王小明",
    ]
    assert badge(session) == "Today, 4"
    line = cards(today)[-3]
    assert any("Aurora customers" in part.text() for part in line.findChildren(QLabel))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    opened = dialog(RemovalDialog)
    assert field(opened).text == "Half a sentence"
    opened.reject()
    qtbot.mouseClick(cards(today)[-2], Qt.MouseButton.LeftButton)
    dialog(TalkDialog).reject()


def test_another_try_goes_on_where_it_was_left(
    qtbot: QtBot, session: Session, today: TodayPage, desk: Desk, detail: MemberDetail
) -> None:
    lost = send_warning(desk, detail)
    desk.warnings.mark_not_delivered(uuid4(), lost)
    session.context.events.publish(TodayPage.topics)
    before = badge(session)
    for begun, button_text in (("Half a sentence", "Try again…"), ("", "Go on…")):
        (line,) = (c for c in cards(today) if "did not arrive" in c.accessibleName())
        (button,) = (b for b in line.findChildren(QPushButton) if b.text() == button_text)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        opened = dialog(WarningDialog)
        if begun:
            opened.warning.message.text.set_text(begun)
        assert opened.warning.message.text.text == "Half a sentence"
        opened.reject()
        assert badge(session) == before


def test_who_was_blocked_and_never_left_is_not_said_to_be_back(
    session: Session, today: TodayPage, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    desk.blocklist.block(uuid4(), detail.row.person_id, "Fake vouchers")
    session.context.events.publish(TodayPage.topics)
    titles = [card.accessibleName() for card in cards(today)]
    asked = f"王小明 is on the blocklist and in {detail.group.name}: may they stay?"
    assert asked in titles
    desk.returns.decide(uuid4(), detail.row.id, ReturnChoice.TO_REMOVE)
    session.context.events.publish(TodayPage.topics)
    titles = [card.accessibleName() for card in cards(today)]
    assert f"王小明 is on the blocklist and is to be removed from {detail.group.name}" in titles


def test_a_decline_stays_until_whoever_asked_noted_it(session: Session, desk: Desk) -> None:
    an = seat_of(desk)
    first = asked(desk, "Li Wei", reason="Ads")
    asked(desk, "Wu Fang")
    an.approvals.decline(uuid4(), [first], "That is <b>not</b> him")
    shown = page(session, "today", TodayPage)
    texts = [label.text() for card in cards(shown) for label in card.findChildren(QLabel)]
    assert "The removal of Li Wei was not approved" in texts
    assert any(": That is <b>not</b> him · " in text and "by An" in text for text in texts)
    assert "The removal of Wu Fang waits for approval" in texts
    button(shown, "Noted").click()
    assert [card.accessibleName() for card in cards(shown)] == [
        "The removal of Wu Fang waits for approval"
    ]


def test_after_an_act_the_list_stays_where_one_is_at_work(
    qtbot: QtBot, session: Session, desk: Desk
) -> None:
    an = seat_of(desk)
    for number in range(12):
        ident = asked(desk, f"Li {number}")
        an.approvals.decline(uuid4(), [ident], "Not him")
    shown = page(session, "today", TodayPage)
    all_made(shown)
    bar = shown.list.verticalScrollBar()
    assert bar.maximum() > 0
    third = shown.list.cards[2].findChild(QPushButton)
    assert third is not None
    third.setFocus()
    qtbot.keyClick(third, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert len(shown.list.cards) == 11
    now = shown.list.cards[2].findChild(QPushButton)
    assert now is not None
    assert now.hasFocus()
    assert bar.value() < bar.maximum(), "it went to its end"


def all_made(today: TodayPage) -> None:
    """Let the list make what it makes later."""
    QApplication.processEvents()
    while today.list._left:
        QApplication.processEvents()
    QApplication.processEvents()


def heads(today: TodayPage) -> list[str]:
    all_made(today)
    found = [one for one in today.list.findChildren(SectionLabel) if one.isVisible()]
    found.sort(key=lambda one: one.mapTo(today, QPoint()).y())
    return [one.accessibleName() for one in found]


def link(today: TodayPage, text: str) -> QPushButton:
    all_made(today)
    found = today.list.findChildren(QPushButton)
    (one,) = [one for one in found if one.text() == text and one.isVisible()]
    return one


def menu_of(today: TodayPage) -> QMenu:
    QApplication.processEvents()
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def lines_of(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if one.text()]


def test_s_puts_off_and_the_notice_takes_it_back(
    qtbot: QtBot, session: Session, today: TodayPage, desk: Desk
) -> None:
    assert heads(today) == ["Late  1", "Today  1", "Within a week  1"]
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_S)
    menu = menu_of(today)
    assert lines_of(menu) == [
        "&Tomorrow  (24 Nov)",
        "&Monday  (30 Nov)" if desk.clock().weekday() else "In a &week  (30 Nov)",
        "&Another day…",
    ]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert heads(today) == ["Today  1", "Within a week  1", "Later  1"]
    assert badge(session) == "Today, 1"
    last = cards(today)[-1]
    texts = [one.text() for one in last.findChildren(QLabel)]
    assert any("Put off until 24 Nov by Mei" in text for text in texts)
    assert session.workbench.banner.text == "Put off; back tomorrow."
    session.workbench.banner._button.click()
    assert heads(today) == ["Late  1", "Today  1", "Within a week  1"]
    assert badge(session) == "Today, 2"


def test_ctrl_z_takes_the_last_step_back_and_nothing_older(
    qtbot: QtBot, session: Session, today: TodayPage, desk: Desk, detail: MemberDetail
) -> None:
    def press() -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def off() -> list[str]:
        return [one.put_off for one in desk.todo.all() if one.put_off]

    (first, *_) = desk.todo.all()
    putting = today.findChild(PuttingOff)
    assert putting is not None
    putting.put_off((first,), desk.clock().date() + timedelta(days=1))
    press()
    assert off() == []
    assert session.workbench.banner.text == "Taken back."
    press()
    assert session.workbench.banner.text == "Taken back.", "there is nothing more"
    putting.put_off((first,), desk.clock().date() + timedelta(days=1))
    session.context.done(desk.members.add(uuid4(), 1, MemberFields("Zhou Min")))
    press()
    assert off() == ["2026-11-24"], "something else was done since"


def test_what_one_takes_is_said_to_be_ones_own(
    session: Session, today: TodayPage, desk: Desk
) -> None:
    seat_of(desk)
    (item, *_) = desk.todo.all()
    putting = PuttingOff(session.context, today)
    give = next(one.menu() for one in putting.menu(item).actions() if one.menu())
    assert isinstance(give, QMenu)
    assert lines_of(give) == ["Anybody", "An", "Mei (you)"]
    next(one for one in give.actions() if one.text() == "Mei (you)").trigger()
    assert session.workbench.banner.text == "Now yours to do."


def test_arrows_go_from_card_to_card_and_enter_opens(
    qtbot: QtBot, session: Session, today: TodayPage
) -> None:
    first, second, _ = cards(today)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert first.hasFocus(), "it stays at the end"
    here = first.findChild(QPushButton)
    assert here is not None
    here.setFocus()
    qtbot.keyClick(here, Qt.Key.Key_Down)
    there = second.findChild(QPushButton)
    assert there is not None
    assert there.hasFocus(), "from button to button"
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert isinstance(session.workbench.page, MembersPage)


def test_the_rest_of_late_is_put_off_at_once_and_comes_back_at_midnight(
    session: Session, today: TodayPage, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    clock.forward(days=6)
    session.context.events.publish(TodayPage.topics)
    assert heads(today) == ["Late  3"]
    link(today, "Put all of it off until tomorrow").click()
    assert heads(today) == ["Later  3"]
    assert badge(session) == "Today"
    clock.forward(days=1)
    counted = session.workbench._due
    assert counted is not None
    counted.look_at_day()
    assert heads(today) == ["Late  3"]
    assert badge(session) == "Today, 3"


def test_what_is_given_to_a_colleague_stands_apart(
    qtbot: QtBot, session: Session, today: TodayPage, desk: Desk
) -> None:
    assert not today.whose.isVisible(), "who works alone has all of it"
    an = seat_of(desk)
    session.context.events.publish(TodayPage.topics)
    assert today.whose.isVisible()
    card = cards(today)[0]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_S)
    give = next(one.menu() for one in menu_of(today).actions() if one.menu())
    assert isinstance(give, QMenu)
    assert lines_of(give) == ["Anybody", "An", "Mei (you)"]
    next(one for one in give.actions() if one.text() == "An").trigger()
    menu_of(today).close()
    QApplication.processEvents()
    assert badge(session) == "Today, 1"
    assert heads(today) == ["Today  1", "Within a week  1"]
    today.whose.button("all").click()
    assert heads(today) == ["Today  1", "Within a week  1", "Of others  1"]
    assert badge(session) == "Today, 1", "what is another's needs me not"
    assert an.todo.now() == 2


def test_of_thousands_a_section_shows_some_and_says_how_many_more(
    session: Session, today: TodayPage, desk: Desk, detail: MemberDetail
) -> None:
    for _ in range(AT_ONCE + 3):
        talk(desk, detail, follow_up_on="2026-12-20")
    session.context.events.publish(TodayPage.topics)
    assert heads(today)[-1] == f"Later  {AT_ONCE + 3}"
    assert len(cards(today)) == 3 + AT_ONCE
    link(today, "and 3 more").click()
    all_made(today)
    assert len(cards(today)) == 3 + AT_ONCE + 3
    focused = QApplication.focusWidget()
    assert focused is not None
    assert cards(today)[3 + AT_ONCE].isAncestorOf(focused), "one goes on where the new ones begin"


def test_a_long_list_comes_card_by_card(
    qtbot: QtBot, session: Session, today: TodayPage, desk: Desk, detail: MemberDetail
) -> None:
    for _ in range(AT_ONCE):
        talk(desk, detail, follow_up_on="2026-12-20")
    session.context.events.publish(TodayPage.topics)
    assert (len(today.list.cards), today.whole) == (3 + AT_FIRST, False)
    here = cards(today)[1].findChild(QPushButton)
    assert here is not None
    here.setFocus()
    all_made(today)
    assert (len(cards(today)), today.whole) == (3 + AT_ONCE, True)
    assert here.hasFocus()
    session.context.translations.set_language("zh")
    all_made(today)
    assert len(cards(today)) == 3 + AT_ONCE
    focused = QApplication.focusWidget()
    assert focused is not None
    assert cards(today)[1].isAncestorOf(focused), "also where every card is another one"


def test_whoever_went_elsewhere_while_cards_came_stays_there(
    qtbot: QtBot, session: Session, today: TodayPage, desk: Desk, detail: MemberDetail
) -> None:
    for _ in range(AT_ONCE):
        talk(desk, detail, follow_up_on="2026-12-20")
    session.context.events.publish(TodayPage.topics)
    all_made(today)
    here = cards(today)[1].findChild(QPushButton)
    assert here is not None
    here.setFocus()
    session.context.translations.set_language("zh")
    QApplication.sendPostedEvents()
    elsewhere = QLineEdit(session.window)
    elsewhere.show()
    elsewhere.setFocus()
    assert not today.whole
    all_made(today)
    assert elsewhere.hasFocus()


def test_a_day_past_the_last_one_is_said_to_be_that(
    session: Session, today: TodayPage, desk: Desk, detail: MemberDetail, clock: Clock
) -> None:
    lost = send_warning(desk, detail)
    desk.appeals.record(objection(desk, lost, target_kind=SubjectKind.WARNING))
    (item,) = [one for one in desk.todo.all() if one.kind == "appeal"]
    clock.forward(days=(date.fromisoformat(item.due_on) - clock().date()).days)
    asked = PuttingOff(session.context, today).menu(item)
    assert "past the last day" in lines_of(asked)[0]
    picked = PutOffDialog(session.context, item, session.window)
    picked.open()
    assert "waits for an answer" in picked.banner.text
    picked.reject()
    PuttingOff(session.context, today).put_off([item], clock().date() + timedelta(days=1))
    assert "Nothing was put off" in session.workbench.banner.text
    assert [one.put_off for one in desk.todo.all() if one.kind == "appeal"] == [""]


def test_what_comes_in_meanwhile_takes_nobody_the_keyboard(
    session: Session, today: TodayPage, desk: Desk
) -> None:
    card = cards(today)[1]
    here = card.findChild(QPushButton)
    assert here is not None
    here.setFocus()
    asked(desk, "Li Wei")
    session.context.events.publish(TodayPage.topics)
    assert cards(today)[2] is card, "a line that says the same stays as it is"
    assert here.hasFocus()


def test_a_handover_asks_for_signatures_then_to_be_carried_through(
    session: Session, today: TodayPage, desk: Desk, detail: MemberDetail
) -> None:
    book = book_for(desk, me(desk), NOBODY_ELSE, group_id=detail.row.group_id)
    session.context.events.publish(TodayPage.topics)
    titles = [card.accessibleName() for card in cards(today)]
    assert "Your signature is missing in a handover book" in titles
    assert "The signature of Zhou Min is missing in a handover book" in titles
    assert badge(session) == "Today, 4"
    signed(desk, book)
    session.context.events.publish(TodayPage.topics)
    button(today, "Hand over…").click()
    dialog(HandoverMoveDialog).reject()
    written(desk, book)
    session.context.events.publish(TodayPage.topics)
    titles = [card.accessibleName() for card in cards(today)]
    assert "The handover book has changed since both signed" in titles
