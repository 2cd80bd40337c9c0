# SPDX-License-Identifier: MIT
"""The planner of private talks on a real desk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from groupdesk.domain.clock import to_text
from groupdesk.domain.enums import Channel
from groupdesk.domain.records import MemberDetail
from groupdesk.services.desk import Desk
from groupdesk.ui.context import UiContext
from groupdesk.ui.dialogs.talk_dialog import TalkDialog
from tests.ui.desks import NOW, Notices, picture_file
from tests.ui.drops import drop, files
from tests.ui.helpers import assert_freed, show_active

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[], TalkDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, context: UiContext, detail: MemberDetail) -> Iterator[Open]:
    opened: list[TalkDialog] = []

    def make() -> TalkDialog:
        dialog = TalkDialog(context, context.desk.members.detail(detail.row.id))
        opened.append(dialog)
        show_active(qtbot, dialog)
        return dialog

    yield make
    for dialog in opened:
        if isValid(dialog):
            dialog.deleteLater()


def test_talk_from_start_to_end_by_keyboard(
    open_dialog: Open, desk: Desk, detail: MemberDetail, notices: Notices
) -> None:
    dialog = open_dialog()
    assert dialog._missing_label.text() == "Still missing: the problem or what you agreed on"
    for typed in ("helps newcomers", "posts links", "no other way", "the partner group", "asks"):
        focus = dialog.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, typed)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.follow_up
    QTest.keyClick(dialog.follow_up, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert dict(entry.lines) == {
        "thanks": "helps newcomers",
        "problem": "posts links",
        "cause": "no other way",
        "suggestion": "the partner group",
        "agreement": "asks",
    }
    assert entry.at == to_text(NOW)
    assert entry.until == "2026-11-28"
    assert entry.channel is Channel.PRIVATE
    assert [todo.kind for todo in desk.todo.all()] == ["follow_up"]
    assert notices.texts == ["The talk with 王小明 is recorded. Follow-up on 28 Nov."]


def test_time_to_come_is_said_under_the_field(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.parts["problem"].set_text("posts links")
    later = QDateTime(dialog.happened.edit.dateTime()).addDays(2)
    dialog.happened.edit.setDateTime(later)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert "This moment is still to come." in dialog.happened_field.error


def test_opening_is_offered_with_and_without_a_rule_and_copied(open_dialog: Open) -> None:
    dialog = open_dialog()
    for _template in range(dialog.opening.choice.count()):
        assert dialog.opening.preview.foot == "No placeholder left unfilled"
        QTest.keyClick(dialog.opening.choice, Qt.Key.Key_Down)
    dialog.opening.choice.setCurrentIndex(1)
    dialog.rule.choose("R1")
    assert dialog.opening.choice.currentText() == "私下沟通（简短）"
    assert "王小明" in dialog.opening.preview.message.text
    assert "R1" in dialog.opening.preview.message.text
    dialog.opening.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.opening.preview.message.text
    assert "the talk is recorded once it took place" in dialog.banner.text


def test_leaving_keeps_the_draft_with_its_screenshots(
    open_dialog: Open, desk: Desk, detail: MemberDetail, tmp_path: Path, notices: Notices
) -> None:
    dialog = open_dialog()
    dialog.parts["cause"].set_text("did not know")
    dialog.channel.button(Channel.PHONE.value).click()
    dialog.rule.choose("R1")
    dialog.follow_up.setChecked(True)
    drop(dialog, files(picture_file(tmp_path, "chat.png")))
    before = dialog.contents()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert notices.texts == ["The talk with 王小明 is kept as a draft."]
    again = open_dialog()
    assert again.contents() == before
    assert len(again.evidence.uses()) == 1
    again.parts["agreement"].set_text("asks first")
    QTest.keyClick(again, Qt.Key.Key_Return, CTRL)
    assert desk.drafts.load("talk", membership_id=detail.row.id) is None
    (entry,) = desk.timeline.of_member(detail.row.id)
    assert len(entry.evidence) == 1


def test_closed_dialog_is_freed(open_dialog: Open) -> None:
    assert_freed(open_dialog())
