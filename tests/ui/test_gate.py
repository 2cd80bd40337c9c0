# SPDX-License-Identifier: MIT
"""The window is locked and handed over; a role that changes meanwhile is seen at once."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from groupdesk.domain.act_records import AuditFilter
from groupdesk.domain.enums import Action, OperatorRole, Topic
from groupdesk.domain.records import MemberDetail
from groupdesk.models.operators import Operator
from groupdesk.services.desk import Desk
from groupdesk.services.pin_recovery import PinRecoveries
from groupdesk.ui import screen_capture
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from groupdesk.ui.dialogs.pin_dialog import PinDialog
from groupdesk.ui.dialogs.sign_in_dialog import SignInDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.screen_capture import ScreenCapture
from groupdesk.ui.session import Session
from groupdesk.ui.widgets.lock_screen import LockScreen
from groupdesk.ui.widgets.operator_button import OperatorButton
from groupdesk.ui.widgets.region_picker import RegionPicker
from tests.helpers import CHEAP, give_pin
from tests.ui.acting import dialog, in_front, page
from tests.ui.helpers import modal_in_front

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def arun(desk: Desk) -> int:
    """A colleague without a PIN; Mei, at the desk, has one."""
    give_pin(desk)
    return desk.operators.add(uuid.uuid4(), "Arun", OperatorRole.MODERATOR).subject_id


def screen(session: Session) -> LockScreen:
    assert session.gate.screen is not None
    return session.gate.screen


def unlock(qtbot: QtBot, session: Session, pin: str = "2468") -> None:
    qtbot.keyClicks(screen(session).form.pin, pin)
    qtbot.keyClick(screen(session).form.pin, Qt.Key.Key_Return)


def test_a_locked_window_shows_nobody_and_is_as_before_once_unlocked(
    qtbot: QtBot, session: Session, arun: int, detail: MemberDetail
) -> None:
    members = page(session, "members", MembersPage)
    members.search.setText("王")
    MemberActs(session.context, session.window).edit_member(detail)
    editing = dialog(MemberDialog)
    editing.lines["phone"].setText("138")
    qtbot.keyClick(editing, Qt.Key.Key_L, BOTH)
    assert not editing.isVisible()
    assert not session.workbench.isVisible()
    seen = [one.text() for one in session.window.findChildren(QLabel) if one.isVisible()]
    assert not any("王小明" in text for text in seen)
    assert screen(session).size() == session.window.size()
    qtbot.keyClick(session.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert session.workbench.page is members, "the keys of the window rest, too"
    session.window.resize(700, 560)
    assert screen(session).size() == session.window.size()
    unlock(qtbot, session)
    assert session.gate.screen is None
    assert editing.isVisible()
    assert modal_in_front() is editing
    assert editing.lines["phone"].text() == "138"
    assert members.search.text() == "王"


def test_a_wrong_pin_opens_nothing(qtbot: QtBot, session: Session, arun: int) -> None:
    session.context.acts.trigger("operator.lock")
    unlock(qtbot, session, "1357")
    assert "not the right PIN" in screen(session).form.error
    assert not session.workbench.isVisible()
    unlock(qtbot, session)
    assert session.workbench.isVisible()


def test_a_colleague_at_the_locked_window_leaves_the_drafts_of_the_other(
    qtbot: QtBot, session: Session, desk: Desk, arun: int, detail: MemberDetail
) -> None:
    MemberActs(session.context, session.window).talk(detail)
    composing = dialog(TalkDialog)
    composing.talk.parts["problem"].set_text("Half a sentence")
    session.gate.lock()
    form = screen(session).form
    form.people.set_current(str(arun))
    form._on_chosen()
    with qtbot.waitSignal(session.reopened) as told:
        qtbot.keyClick(form.people, Qt.Key.Key_Return)
    assert told.args == [arun]
    assert desk.drafts.load("talk", membership_id=detail.row.id) is not None


def test_what_is_kept_nowhere_is_named_before_a_colleague_takes_over(
    qtbot: QtBot, session: Session, arun: int, detail: MemberDetail
) -> None:
    told: list[int] = []
    session.reopened.connect(told.append)
    MemberActs(session.context, session.window).edit_member(detail)
    editing = dialog(MemberDialog)
    title = editing.windowTitle()
    editing.lines["phone"].setText("138")
    session.gate.lock()
    form = screen(session).form
    form.people.set_current(str(arun))
    form._on_chosen()
    qtbot.keyClick(form.people, Qt.Key.Key_Return)
    assert told == []
    assert title in form.error
    assert "Mei" in form.error
    qtbot.keyClick(form.people, Qt.Key.Key_Return)
    assert told == [arun]


def test_switching_asks_in_front_of_the_window_and_esc_changes_nothing(
    qtbot: QtBot, session: Session, arun: int
) -> None:
    told: list[int] = []
    session.reopened.connect(told.append)
    qtbot.keyClick(session.window, Qt.Key.Key_O, BOTH)
    asking = dialog(SignInDialog)
    assert asking.sign_in.chosen is not None
    assert asking.sign_in.chosen.id == arun
    qtbot.keyClick(asking, Qt.Key.Key_Escape)
    assert told == []
    in_front(qtbot, session.window)
    qtbot.keyClick(session.window, Qt.Key.Key_O, BOTH)
    qtbot.keyClick(dialog(SignInDialog).sign_in.people, Qt.Key.Key_Return)
    assert told == [arun]


def test_switching_from_a_dialog_leaves_it_as_esc_does(
    qtbot: QtBot, session: Session, desk: Desk, arun: int, detail: MemberDetail
) -> None:
    MemberActs(session.context, session.window).talk(detail)
    composing = dialog(TalkDialog)
    composing.talk.parts["problem"].set_text("Half a sentence")
    qtbot.keyClick(composing, Qt.Key.Key_O, BOTH)
    qtbot.waitUntil(lambda: isinstance(modal_in_front(), SignInDialog))
    assert desk.drafts.load("talk", membership_id=detail.row.id) is not None
    dialog(SignInDialog).reject()
    MemberActs(session.context, session.window).edit_member(detail)
    editing = dialog(MemberDialog)
    editing.lines["phone"].setText("138")
    qtbot.keyClick(editing, Qt.Key.Key_O, BOTH)
    QApplication.processEvents()
    assert modal_in_front() is editing, "what would be lost is asked about first"
    assert "not saved" in editing.banner.text


def test_a_role_that_is_lowered_meanwhile_is_seen_at_once(session: Session, desk: Desk) -> None:
    acts, shown = session.context.acts, session.window.findChild(OperatorButton)
    assert acts.action("group.create").isEnabled()
    desk.operators.add(uuid.uuid4(), "Lin", OperatorRole.OWNER)
    with desk.ledger.writing():
        Operator.update(role="viewer").where(Operator.id == 1).execute()
    session.context.events.publish(frozenset(Topic))
    assert "Only an owner or admin can make a group." in acts.action("group.create").toolTip()
    assert not acts.action("group.create").isEnabled()
    assert shown is not None
    assert shown.text().strip() == "Mei · Viewer"
    session.context.translations.set_language("zh")
    QApplication.processEvents()
    assert "只有负责人或管理员可以新建群" in acts.action("group.create").toolTip()
    assert shown.text().strip() == "Mei · 查看者"


def test_keys_of_a_denied_act_say_who_may(qtbot: QtBot, session: Session, desk: Desk) -> None:
    with desk.ledger.writing():
        Operator.update(role="viewer").where(Operator.id == 1).execute()
    session.context.events.publish({Topic.OPERATORS})
    qtbot.keyClick(session.window, Qt.Key.Key_G, BOTH)
    assert session.workbench.banner.text.startswith("Only an owner or admin can make a group.")


def test_who_was_deactivated_meanwhile_stands_before_the_sign_in(
    session: Session, desk: Desk, arun: int
) -> None:
    with desk.ledger.writing():
        Operator.update(active=False).where(Operator.id == 1).execute()
    session.context.events.publish(frozenset(Topic))
    seen = [one.text() for one in screen(session).findChildren(QLabel)]
    assert any("You were deactivated" in text for text in seen)
    chosen = screen(session).form.chosen
    assert chosen is not None
    assert chosen.name == "Arun"


def test_who_signs_in_without_a_pin_is_offered_one_where_several_work(
    session: Session, desk: Desk
) -> None:
    session.gate.offer_pin()
    assert session.workbench.banner.text == "", "nobody else works here"
    desk.operators.add(uuid.uuid4(), "Arun", OperatorRole.MODERATOR)
    session.gate.offer_pin()
    assert "Now at the desk: Mei" in session.workbench.banner.text
    session.workbench.banner._button.click()
    assert dialog(PinDialog).windowTitle() == "My PIN"


def test_an_idle_window_locks_itself(qtbot: QtBot, session: Session, arun: int) -> None:
    session.context.lock_after(5)
    watch = session._idle
    assert watch is not None
    with qtbot.waitSignal(watch.idle):
        watch.timer.setInterval(1)
    assert session.gate.screen is not None


def test_that_a_pin_was_reset_is_told_until_it_was_read(session: Session, desk: Desk) -> None:
    banner = session.workbench.banner
    session.gate.tell_of_recoveries()
    assert banner.text == "", "it never happened"
    PinRecoveries(desk.ledger, CHEAP).reset(1, "1357", "mei")
    session.gate.tell_of_recoveries()
    assert "the PIN of Mei was reset at the computer, by its account “mei”" in banner.text
    assert not banner._timer.isActive(), "it stays"
    banner._button.click()
    assert not banner.isVisible()
    session.gate.tell_of_recoveries()
    assert not banner.isVisible()
    assert desk.audit.count(AuditFilter(action=Action.OPERATOR_RECOVER_SEEN)) == 1


def test_an_idle_window_locks_itself_each_time(qtbot: QtBot, session: Session, arun: int) -> None:
    session.context.lock_after(5)
    watch = session._idle
    assert watch is not None
    for _ in range(2):
        with qtbot.waitSignal(watch.idle):
            watch.timer.setInterval(1)
        watch.timer.setInterval(300_000)
        for key in (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_6, Qt.Key.Key_8):
            QTest.keyClick(session.window.windowHandle(), key)
        assert screen(session).form.pin.text() == "2468"
        qtbot.keyClick(screen(session).form.pin, Qt.Key.Key_Return)
        assert session.gate.screen is None
        assert watch.timer.isActive()


def test_work_that_ends_behind_the_lock_shows_nothing(
    qtbot: QtBot, session: Session, arun: int, detail: MemberDetail
) -> None:
    MemberActs(session.context, session.window).edit_member(detail)
    ending = dialog(MemberDialog)
    session.gate.lock()
    ending.accept()
    later = MemberDialog(session.context, detail.group, detail, session.window)
    later.open()  # what follows from work that has just ended
    qtbot.waitUntil(lambda: not later.isVisible())
    assert screen(session).isVisible()
    unlock(qtbot, session)
    assert not isValid(ending) or not ending.isVisible()
    assert modal_in_front() is later
    assert later.windowOpacity() == 1
    later.done(0)


def test_a_picture_of_the_screen_does_not_stay_over_the_lock(
    qtbot: QtBot, session: Session, arun: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_capture, "_SETTLE_MILLISECONDS", 0)
    capture = ScreenCapture(session.workbench, lambda _screen: QPixmap(30, 20))
    capture.start()
    qtbot.waitUntil(lambda: _pickers() == 1)
    session.gate.lock()
    assert _pickers() == 0
    assert not capture.busy
    assert screen(session).isVisible()
    unlock(qtbot, session)
    assert session.workbench.isVisible()


def _pickers() -> int:
    tops = QApplication.topLevelWidgets()
    return sum(isinstance(one, RegionPicker) and one.isVisible() for one in tops)
