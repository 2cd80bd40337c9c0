# SPDX-License-Identifier: MIT
"""The window behind a dialog takes no work, but its close button does what Ctrl+Q does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groupdesk.domain.records import MemberDetail
from groupdesk.ui.dialogs.member_dialog import MemberDialog
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from groupdesk.ui.dialogs.warning_dialog import WarningDialog
from groupdesk.ui.member_acts import MemberActs
from groupdesk.ui.session import Session
from groupdesk.ui.widgets.dialog_frame import DialogFrame
from tests.ui.acting import dialog
from tests.ui.helpers import modal_in_front

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def talk(session: Session, detail: MemberDetail) -> TalkDialog:
    """A talk that is being written over the window."""
    MemberActs(session.context, session.window).talk(detail)
    return dialog(TalkDialog)


def handle(session: Session) -> QWindow:
    found = session.window.windowHandle()
    assert found is not None
    return found


def close_button(session: Session) -> None:
    """Press the window's close button: only where Qt blocks no window does that come through."""
    assert QGuiApplication.modalWindow() is None, "Qt would tell nobody of the close button"
    handle(session).close()
    QApplication.processEvents()


def test_the_close_button_keeps_the_draft_and_closes(
    qtbot: QtBot, session: Session, talk: TalkDialog
) -> None:
    focused = talk.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "We spoke.")
    kept: list[object] = []
    talk.keeper.kept.connect(kept.append)
    close_button(session)
    qtbot.waitUntil(lambda: not session.window.isVisible())
    assert kept


def test_the_close_button_asks_before_typed_text_is_lost(
    qtbot: QtBot, session: Session, detail: MemberDetail
) -> None:
    MemberActs(session.context, session.window).edit_member(detail)
    asked = dialog(MemberDialog)
    qtbot.keyClicks(asked.lines["company"], "Aurora")
    close_button(session)
    assert session.window.isVisible()
    assert "not saved" in asked.banner.text
    asked.banner._button.click()
    qtbot.waitUntil(lambda: not session.window.isVisible())


def test_dialogs_over_dialogs_close_in_their_order(
    qtbot: QtBot, session: Session, talk: TalkDialog
) -> None:
    over = DialogFrame(talk)
    over.open()
    closed: list[str] = []
    over.rejected.connect(lambda: closed.append("over"))
    talk.rejected.connect(lambda: closed.append("talk"))
    close_button(session)
    qtbot.waitUntil(lambda: not session.window.isVisible())
    assert closed == ["over", "talk"]


def test_a_dialog_at_work_says_so_and_stays(session: Session, talk: TalkDialog) -> None:
    talk.set_busy(True)
    close_button(session)
    assert session.window.isVisible()
    assert "still at work" in talk.banner.text
    talk.set_busy(False)


def test_the_window_behind_takes_neither_clicks_nor_keys(
    qtbot: QtBot, session: Session, talk: TalkDialog
) -> None:
    rules = session.workbench._navigation._pages
    front = session.workbench.page
    place = rules.visualRect(rules.model().index(2, 0)).center()
    at = rules.viewport().mapTo(session.window, place)
    QTest.mouseClick(handle(session), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert session.workbench.page is front
    QTest.mouseClick(handle(session), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    QTest.keyClick(handle(session), Qt.Key.Key_W, CTRL | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(handle(session), Qt.Key.Key_3, CTRL)
    assert session.workbench.page is front
    assert modal_in_front() is talk
    assert not session.window.findChildren(WarningDialog)


def test_once_the_dialog_is_gone_the_window_works_again(
    qtbot: QtBot, session: Session, talk: TalkDialog
) -> None:
    talk.reject()
    front = session.workbench.page
    rules = session.workbench._navigation._pages
    place = rules.visualRect(rules.model().index(2, 0)).center()
    at = rules.viewport().mapTo(session.window, place)
    QTest.mouseClick(handle(session), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert session.workbench.page is not front
    close_button(session)
    assert not session.window.isVisible()
